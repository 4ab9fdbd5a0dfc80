"""Nothing of the shipped town is in the code: another package is served by the same code."""

import re

import pytest

from tests.contract.code import ROOT, named, python_files, scripts, sheets

TRANSLATIONS = sorted((ROOT / "dashboard" / "translations").rglob("*.po"))
FILES = [
    *python_files("geodata", "layers", "dashboard", "callbacks"),
    *scripts(),
    *sheets(),
    *TRANSLATIONS,
]


@pytest.fixture(scope="module")
def names(randers):
    """Ids and names of series, places and features; a whole country may be named."""
    found = {part for i in randers.indicators for part in (i.id, i.name_da, i.name_en)}
    found |= {g.id for g in randers.geographies if g.kind != "plan"}
    own = [g for g in randers.geographies if g.kind != "comparison"]
    found |= {part for g in own for part in (g.name_da, g.name_en)}
    found |= {alias.alias for alias in randers.aliases}
    for frame in randers.layers.values():
        found |= {part for i, row in frame.iterrows() for part in (i, row["name"])}
    return found


@pytest.mark.parametrize("file", FILES, ids=named)
def test_no_name_of_the_shipped_town_is_in_the_code(file, names):
    text = file.read_text(encoding="utf-8")
    found = [n for n in names if re.search(rf"(?<![\w-]){re.escape(n)}(?![\w-])", text)]
    assert found == []


@pytest.mark.parametrize("file", FILES, ids=named)
def test_the_town_itself_is_not_named(file):
    text = file.read_text(encoding="utf-8")
    assert re.findall(r"\bRanders\b", text) == []


def test_the_shipped_package_is_named_where_the_default_is_set():
    found = {named(file) for file in FILES if '"randers"' in file.read_text(encoding="utf-8")}
    assert found == {"dashboard/settings.py", "geodata/__main__.py"}
