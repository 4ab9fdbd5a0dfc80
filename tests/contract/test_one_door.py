"""What is published is made of packages that came through one door: nothing hidden goes round it."""

import ast

from tests.contract.code import PACKAGES, named, python_files, tree

#: Who reads a package with all that is in it, and why that reaches nobody else.
RAW = {
    "geodata/disclosure/gate.py": "the door itself",
    "geodata/package/stored.py": "reads the copy in a release, which was made by the door",
    "geodata/__main__.py": "tells planners what is hidden, of what came through the door",
    "geodata/commands/intake.py": "writes planners a workbook without a figure",
    "geodata/intake/taking.py": "writes planners a draft",
    "geodata/founding/founding.py": "looks whether a package that was just begun can be read",
    "tools/reach_bench/ours.py": "measures walks",
}
#: Who reads what lies in a release.
STORED = {"dashboard/making/workshop.py"}


def importing(module, name):
    found = set()
    for file in python_files(*PACKAGES):
        for node in ast.walk(tree(file)):
            if isinstance(node, ast.ImportFrom) and node.module == module:
                found |= {named(file) for alias in node.names if alias.name in (name, "*")}
            if isinstance(node, ast.ImportFrom) and node.module == module.rpartition(".")[0]:
                last = module.rpartition(".")[2]
                found |= {named(file) for alias in node.names if alias.name == last}
            if isinstance(node, ast.Import):
                found |= {named(file) for alias in node.names if alias.name == module}
    return found


def test_only_planners_and_the_door_read_a_package_with_all_that_is_in_it():
    assert importing("geodata.package.loading", "read_package") == set(RAW)


def test_what_is_stored_is_read_where_a_release_is_drawn_from():
    assert importing("geodata.package.stored", "restore") == STORED


def test_nothing_reads_the_table_of_figures_beside_the_door():
    """A file of the package that is sent as it is would be a way round."""
    names = {
        named(file)
        for file in python_files("dashboard", "layers", "callbacks")
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Constant) and node.value == "observations.csv"
    }
    assert names == {"dashboard/compiling/remembered.py"}
