"""Imports go one way: facts, view description, pages; only the root puts them together."""

import ast
import subprocess
import sys

import pytest

from tests.contract.code import PACKAGES, ROOT, named, python_files, tree

#: What the modules of a package may import of ours.
ALLOWED = {
    "geodata": {"geodata"},
    "layers": {"layers", "geodata"},
    "dashboard": {"dashboard", "layers", "geodata"},
    "callbacks": {"callbacks", "dashboard.ids"},
    "tools": {"tools", "geodata", "layers", "dashboard"},
}
#: The rooms of geodata by the data's way, and which rooms above it each may import.
ROOMS: dict[str, tuple[str, ...]] = {
    "tables": (),
    "reading": ("tables",),
    "package": ("tables", "reading"),
    "rules": ("tables", "package"),
    "figures": ("tables", "reading", "package", "rules"),
    "verdicts": ("tables", "package", "rules", "figures"),
    "files": ("tables", "reading", "package", "rules", "figures"),
    "disclosure": ("tables", "reading", "package", "files"),
    "difference": ("tables", "reading", "package", "rules", "figures", "verdicts", "files"),
    "walking": ("tables",),
    "network": ("tables", "reading", "package", "files", "walking"),
    "reach": ("tables", "reading", "package", "walking", "network"),
    "network_import": ("tables", "reading", "package", "files", "walking", "network", "reach"),
    "intake": ("tables", "reading", "package", "rules", "files", "network_import"),
    "founding": ("tables", "reading", "package", "files", "network_import"),
    "commands": (
        "tables", "reading", "package", "files", "disclosure", "difference", "walking", "network", "reach",
        "network_import", "intake", "founding",
    ),
}  # fmt: skip
COMPOSITION_ROOT = "dashboard/dash_app.py"
#: The one of the staff area, which is an application of its own.
STAFF_ROOT = "dashboard/staff/dash_staff.py"
ROOTS = {COMPOSITION_ROOT, STAFF_ROOT}
OURS = (*PACKAGES, "tests")
PRODUCT = [package for package in PACKAGES if package != "tools"]


def imported(file):
    """The full names of all modules that a file imports, inside functions too."""
    package = list(file.relative_to(ROOT).with_suffix("").parts)
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield from (f"{base}.{alias.name}" for alias in node.names)


def within(name, allowed):
    return any(name == module or name.startswith(f"{module}.") for module in allowed)


def own_imports(file):
    return [name for name in imported(file) if within(name, OURS)]


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_imports_only_what_is_below_it(package):
    wrong = [
        f"{named(file)} imports {name}"
        for file in python_files(package)
        for name in own_imports(file)
        if not within(name, ALLOWED[package])
        and not (named(file) in ROOTS and within(name, {"callbacks"}))
    ]
    assert wrong == []


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_of_geodata_imports_only_the_rooms_that_it_may(room):
    allowed = [f"geodata.{name}" for name in (room, *ROOMS[room])]
    wrong = [
        f"{named(file)} imports {name}"
        for file in python_files(f"geodata/{room}")
        for name in own_imports(file)
        if not within(name, allowed)
    ]
    assert wrong == []


def test_the_rooms_stand_in_the_order_of_their_imports():
    order = list(ROOMS)
    upwards = {
        room: above
        for room, allowed in ROOMS.items()
        if (above := [name for name in allowed if order.index(name) >= order.index(room)])
    }
    assert upwards == {}


def test_every_module_of_geodata_lies_in_a_room():
    lie = {named(file).split("/")[1] for file in python_files("geodata")}
    assert lie == {*ROOMS, "__init__.py", "__main__.py"}


def test_each_room_of_geodata_says_in_a_line_what_lies_there():
    said = {
        room: ast.get_docstring(tree(ROOT / "geodata" / room / "__init__.py")) for room in ROOMS
    }
    assert [room for room, words in said.items() if not words or "\n" in words] == []


def test_only_the_composition_roots_import_the_callbacks():
    files = [f for f in python_files(*PACKAGES) if not named(f).startswith("callbacks/")]
    found = {named(f) for f in files for name in own_imports(f) if within(name, {"callbacks"})}
    assert found == ROOTS


def test_the_facts_know_neither_dash_nor_leaflet():
    web = {"dash", "dash_leaflet", "flask", "plotly"}
    found = [
        f"{named(file)} imports {name}"
        for file in python_files("geodata")
        for name in imported(file)
        if within(name, web)
    ]
    assert found == []


def test_two_modules_know_dash_leaflet():
    found = {named(f) for f in python_files(*PRODUCT) for name in imported(f)
             if within(name, {"dash_leaflet"})}  # fmt: skip
    assert found == {"dashboard/parts/map_panel.py", "dashboard/staff/moved.py"}


def test_no_product_code_imports_a_test_or_a_tool():
    found = [
        f"{named(file)} imports {name}"
        for file in python_files(*PRODUCT)
        for name in own_imports(file)
        if within(name, {"tests", "tools"})
    ]
    assert found == []


def test_every_package_is_looked_at():
    assert all(python_files(package) for package in PACKAGES)
    assert "callbacks.page" in set(imported(ROOT / COMPOSITION_ROOT))


#: What makes figures, pictures and memos; a server that answers pages needs none of it.
HEAVY = ("geopandas", "pandas", "shapely", "pyproj", "pyogrio", "matplotlib", "scipy", "typst",
         "frictionless", "jenkspy", "xlsxwriter", "rich", "openpyxl", "rapidfuzz")  # fmt: skip


def test_a_server_imports_only_what_answering_takes():
    """In an interpreter of its own: this one has imported everything."""
    said = "import sys, dashboard.app; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", said], cwd=ROOT, capture_output=True, text=True,
                            check=True).stdout.split()  # fmt: skip
    assert [name for name in loaded if name in HEAVY] == []
    assert "dash" in loaded
    # without a staff area a server knows nothing of people
    own = ("dashboard.identity", "dashboard.staff")
    assert [
        name for name in loaded if name.startswith((*own, "argon2", "authlib", "sqlite3"))
    ] == []
