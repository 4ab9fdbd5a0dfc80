"""Whose a network is and from when: what cannot be is refused in words."""

from datetime import date

import pytest

from geodata.__main__ import main
from geodata.network_import.about import About, source_of
from geodata.network_import.errors import NetworkImportError
from geodata.network_import.filekinds import FileKind
from geodata.network_import.importing import import_network
from tests.packages_editing import NETWORKS

FIXTURE = NETWORKS / "tinby.osm"
TODAY = date(2026, 3, 1)


@pytest.mark.parametrize(("kind", "day"), [
    (FileKind.OSM_XML, "2004-08-09"), (FileKind.OSM_PBF, "2026-03-01"),
    (FileKind.GEOPACKAGE, "1900-01-01"), (FileKind.GEOJSON, "2026-03-01"),
])  # fmt: skip
def test_a_day_from_the_beginning_to_today_may_be_said(kind, day):
    about = About("Tinby", "CC0-1.0", date.fromisoformat(day))
    assert source_of(kind, about, None, TODAY).date == about.day


@pytest.mark.parametrize(("kind", "day", "words"), [
    (FileKind.OSM_XML, "2004-08-08", "2004-08-08; allowed: a --date from 2004-08-09 to today, 2026"),
    (FileKind.OSM_PBF, "2026-03-02", "--date says 2026-03-02; allowed"),
    (FileKind.GEOPACKAGE, "1899-12-31", "1899-12-31; allowed: a --date from 1900-01-01"),
    (FileKind.SHAPEFILE, "2026-03-02", "to today, 2026-03-01"),
])  # fmt: skip
def test_a_day_that_cannot_be_is_refused(kind, day, words):
    with pytest.raises(NetworkImportError, match=words):
        source_of(kind, About("Tinby", "CC0-1.0", date.fromisoformat(day)), None, TODAY)


def test_a_file_from_the_future_needs_a_date(tinytown):
    """The streets of the fixture were last changed the day after."""
    with pytest.raises(NetworkImportError, match="the file says that it is of 2026-03-02; allowed"):
        import_network(tinytown, FIXTURE, About(), TODAY)


@pytest.mark.parametrize(("option", "value", "words"), [
    ("--date", "20260301", "'20260301' is no day; allowed: YYYY-MM-DD"),
    ("--date", "2026-W10-1", "'2026-W10-1' is no day"),
    ("--date", "2026-02-30", "'2026-02-30' is no day"),
    ("--date", "abc", "'abc' is no day"),
    ("--error", "abc", "'abc' is no length; allowed: metres, 0 or more and less than 1000"),
    ("--error", "1000", "'1000' is no length"),
    ("--title", "T" * 201, "(201 characters) cannot stand here; allowed: one line of at most 200"),
    ("--title", "\udce6\udcf8", "cannot stand here"),
    ("--licence", "a\nb", "cannot stand here"),
    ("--licence", "\x1b[31mred", "cannot stand here"),
])  # fmt: skip
def test_what_is_said_wrongly_is_refused_in_words(town, capsys, option, value, words):
    with pytest.raises(SystemExit) as ended:
        main(["network", "import", str(FIXTURE), "--package", str(town), option, value])
    assert ended.value.code == 2
    assert words in capsys.readouterr().err


@pytest.mark.parametrize("year", ["abc", "2024.5", "-1", "99999999999999999999"])
def test_reach_asks_for_a_year(town, capsys, year):
    with pytest.raises(SystemExit):
        main(["reach", "--package", str(town), f"--year={year}"])
    assert f"'{year}' is no year; allowed: such as 2024" in capsys.readouterr().err
