"""The repository's own files, as the contract tests read them."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("geodata", "layers", "dashboard", "callbacks", "tools")
ASSETS = ROOT / "dashboard" / "assets"
#: The staff area's own, which no public page gets.
STAFF_ASSETS = ROOT / "dashboard" / "staff" / "assets"
_JS_COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'])//[^\n]*", re.DOTALL)


def python_files(*packages: str) -> list[Path]:
    return sorted(f for package in packages for f in (ROOT / package).rglob("*.py"))


def scripts() -> list[Path]:
    return sorted(file for folder in (ASSETS, STAFF_ASSETS) for file in folder.rglob("*.js"))


def sheets() -> list[Path]:
    return sorted(file for folder in (ASSETS, STAFF_ASSETS) for file in folder.rglob("*.css"))


def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"), str(file))


def named(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def script_code(file: Path) -> str:
    """The text of a script without its comments."""
    return _JS_COMMENT.sub("", file.read_text(encoding="utf-8"))


def strings(file: Path) -> Iterator[str]:
    """The text constants of a module that are no docstrings."""
    module = tree(file)
    parts = [n for n in ast.walk(module) if isinstance(getattr(n, "body", None), list)]
    docstrings = {id(s.value) for n in parts for s in n.body if isinstance(s, ast.Expr)}
    for node in ast.walk(module):
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and id(node) not in docstrings:
            yield text


def repository_files() -> list[Path]:
    """All files that are in git or are about to be."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    files = (ROOT / name for name in listed.split("\0") if name)
    return sorted(file for file in files if file.is_file())
