"""The repository stands by itself: no paths of one machine, pinned libraries, true words."""

import ast
import re

import pytest

from tests.contract.code import PACKAGES, ROOT, named, python_files, repository_files, scripts, tree

TEXT = {".py", ".js", ".cjs", ".mjs", ".css", ".md", ".toml", ".txt", ".csv", ".json", ".geojson",
        ".po", ".yml", ".yaml", ".cfg", ".html", ""}  # fmt: skip
#: Home folders, work folders and temporary folders of some machine.
MACHINE_PATH = re.compile(r"(?<![\w./:-])(?:/(?:work|home|Users|root|mnt|tmp)/|[A-Z]:\\)[\w.-]+")
REQUIREMENTS = sorted(ROOT.glob("requirements*.txt"))
COMMANDS = ("make run", "make test", "make check", "make fix")


def text_files():
    return [file for file in repository_files() if file.suffix in TEXT]


def test_no_file_names_a_path_of_one_machine():
    found = [
        f"{named(file)}: {match.group()}"
        for file in text_files()
        for match in MACHINE_PATH.finditer(file.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_the_search_for_machine_paths_finds_one():
    assert MACHINE_PATH.search('open("' + "/".join(("", "home", "ann", "data.csv")) + '")')
    assert not MACHINE_PATH.search("https://example.org/home/ann")


@pytest.mark.parametrize("file", REQUIREMENTS, ids=named)
def test_every_library_is_pinned(file):
    lines = [line.split("#")[0].strip() for line in file.read_text(encoding="utf-8").splitlines()]
    wanted = [line for line in lines if line and not line.startswith("-r ")]
    pinned = re.compile(r"[A-Za-z0-9._-]+(\[[\w,-]+\])?==[\w.]+(\s*;.*)?")
    assert wanted
    assert [line for line in wanted if not pinned.fullmatch(line)] == []


@pytest.mark.parametrize("file", REQUIREMENTS, ids=named)
def test_no_library_is_listed_twice(file):
    text = file.read_text(encoding="utf-8")
    libraries = [name.lower() for name in re.findall(r"^([\w.-]+)(?=\[|==)", text, re.MULTILINE)]
    assert len(set(libraries)) == len(libraries)


@pytest.mark.parametrize("package", PACKAGES)
def test_every_module_opens_with_a_sentence(package):
    silent = []
    for file in python_files(package):
        first = (ast.get_docstring(tree(file)) or "").split("\n\n")[0]
        if not first.endswith((".", ":")):
            silent.append(named(file))
    assert silent == []


def test_every_script_opens_with_a_sentence():
    silent = [named(f) for f in scripts() if not re.match(r"/\*[\s\S]*?\.", f.read_text("utf-8"))]
    assert silent == []


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_readme_is_one_of_the_makefile(command):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert command in readme
    assert re.search(rf"^{command.split()[1]}:", makefile, re.MULTILINE)


def test_the_readme_names_no_target_that_is_none():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    assert set(re.findall(r"`?make ([a-z]+)\b(?=[`\s]*(?:#|`|\n))", readme)) <= targets


def test_the_readme_names_every_setting():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    files = (
        ROOT / "dashboard" / "settings.py",
        *(ROOT / "dashboard" / "identity").glob("*settings.py"),
    )
    source = "".join(file.read_text(encoding="utf-8") for file in files)
    names = set(re.findall(r"\{PREFIX\}([A-Z_]+)", source))
    assert {"HOST", "PORT", "PACKAGE", "OIDC_ISSUER"} < names
    assert [name for name in names if f"BLOKTILBY_{name}" not in readme] == []


def test_files_that_the_readme_links_to_are_there():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    links = [link.split("#")[0] for link in re.findall(r"\]\(([^)\s]+)\)", readme)]
    own = [link for link in links if link and "://" not in link]
    assert own
    assert [link for link in own if not (ROOT / link).exists()] == []
