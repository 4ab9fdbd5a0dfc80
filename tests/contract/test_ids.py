"""Every element that code reaches for is named in one place and is there."""

import ast
import re

import pytest

from dashboard import ids
from tests.contract.code import ROOT, named, python_files, script_code, scripts, sheets, tree

NAMED = {value for name, value in vars(ids).items() if name.isupper()}
REACHED = re.compile(r"""(?:byId|getElementById|whenPresent)\(\s*["'`]([\w-]+)["'`]""")
CREATED = re.compile(r"""\bid:\s*["'`]([\w-]+)["'`]""")
TOLD_TO_DASH = re.compile(r"""\btell\("([\w-]+)\"""")


def created_in_scripts():
    return {found for file in scripts() for found in CREATED.findall(script_code(file))}


def attributes_of_ids():
    """The names of `dashboard.ids` that modules use, with where."""
    for file in python_files("dashboard", "callbacks"):
        for node in ast.walk(tree(file)):
            of_ids = isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
            if of_ids and node.value.id == "ids":
                yield node.attr, named(file)


@pytest.mark.parametrize("script", scripts(), ids=lambda file: file.name)
def test_what_a_script_reaches_for_is_there(script):
    reached = set(REACHED.findall(script_code(script)) + TOLD_TO_DASH.findall(script_code(script)))
    assert reached - NAMED - created_in_scripts() == set()


def test_scripts_do_reach_for_elements():
    reached = {found for file in scripts() for found in REACHED.findall(script_code(file))}
    assert {ids.CLOCK, ids.LEGEND, ids.PANEL} <= reached


def test_no_script_creates_an_element_that_a_layout_has():
    assert created_in_scripts() & NAMED == set()


def test_every_id_is_used():
    used = {name for name, _ in attributes_of_ids()}
    defined = {name for name in vars(ids) if name.isupper()}
    assert defined - used == set()


def test_every_id_that_is_used_is_defined():
    missing = [f"{where}: ids.{name}" for name, where in attributes_of_ids()
               if not hasattr(ids, name)]  # fmt: skip
    assert missing == []


def test_ids_are_unique_and_plain():
    values = [value for name, value in vars(ids).items() if name.isupper()]
    assert len(set(values)) == len(values)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", value) for value in values)


def test_no_id_is_written_outside_ids():
    """Literals only: an f-string or a name must come from somewhere that is tested itself."""
    written = []
    for file in python_files("dashboard", "callbacks"):
        for node in ast.walk(tree(file)):
            if not isinstance(node, ast.Call):
                continue
            values = [k.value for k in node.keywords if k.arg == "id"]
            if isinstance(node.func, ast.Name) and node.func.id == "region":
                values += node.args[:1]
            written += [f"{named(file)}:{v.lineno}" for v in values if isinstance(v, ast.Constant)]
    assert written == []


def test_no_id_is_written_in_the_pages():
    source = (ROOT / "dashboard" / "compiling" / "pages.py").read_text(encoding="utf-8")
    assert re.findall(r'\bid="((?!_dash-)[\w-]+)"', source) == []


@pytest.mark.parametrize("sheet", sheets(), ids=lambda file: file.name)
def test_what_a_style_sheet_names_is_there(sheet):
    text = re.sub(r"/\*.*?\*/|\{[^{}]*\}", " ", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
    of_dash = {"react-entry-point"}
    named_here = set(re.findall(r"#([a-zA-Z][\w-]*)", text))
    assert named_here - NAMED - created_in_scripts() - of_dash == set()


def test_callbacks_are_wired_to_ids_only():
    """No callback names an element or a store by a literal."""
    wrong = []
    for file in python_files("callbacks"):
        for node in ast.walk(tree(file)):
            wire = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            if wire and node.func.id in ("Input", "Output", "State"):
                literal = isinstance(node.args[0], ast.Constant)
                wrong += [f"{named(file)}:{node.lineno}"] if literal else []
    assert wrong == []
