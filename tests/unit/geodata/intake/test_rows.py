"""Rows of other tables take the place of those of the same key; what is wrong is told by its cell."""

import datetime

import pytest

from geodata.__main__ import main
from geodata.intake.asked import Asked
from geodata.intake.rows_in import TABLES
from geodata.intake.taking import take
from geodata.reading.schema import columns, table_schemas
from tests.packages_editing import RANDERS, read_table
from tests.unit.geodata.intake.books import csv_of, one_fault, xlsx_of

HEADS = "feature;date;date_precision;status;text_da;text_en;source"
NEW = "Nørrevangsparken;1.7.2026;day;open;Parken er udvidet.;The park is larger.;rapport"


def given(*files, as_="milestones", **confirmed):
    draft = files[0].parent / "k" / "draft"
    return take(Asked(RANDERS, files, draft, confirmed, as_))


def rows(answer, table="milestones"):
    assert answer.faults == (), answer.faults
    names = columns(table)
    return [dict(zip(names, row, strict=True)) for row in read_table(answer.new.path, table)[1:]]


def test_a_milestone_is_added_by_the_name_and_the_day_that_a_planner_writes(tmp_path):
    answer = given(csv_of(tmp_path, HEADS, NEW))
    *old, last = rows(answer)
    assert len(old) == len(read_table(RANDERS, "milestones")) - 1
    assert (last["feature"], last["date"], last["pin"]) == ("noerrevangsparken", "2026-07-01", "")
    assert answer.counts == {"added": 1, "changed": 0, "same": 0}
    assert [m.text_en for m in answer.new.milestones if m.date.year == 2026] == [
        "The park is larger."
    ]


def test_a_row_of_the_same_key_keeps_what_the_file_has_no_column_for(tmp_path):
    names = columns("milestones")
    first = dict(zip(names, read_table(RANDERS, "milestones")[1], strict=True))
    key = [first[name] for name in ("feature", "date", "status", "text_da")]
    file = csv_of(tmp_path, "feature;date;status;text_da;text_en", ";".join([*key, "Another."]))
    answer = given(file)
    assert rows(answer)[0] == first | {"text_en": "Another."}
    assert answer.counts == {"added": 0, "changed": 1, "same": 0}
    assert given(file, as_="milestones").counts == {"added": 0, "changed": 0, "same": 1}


def test_days_and_amounts_of_a_workbook_are_read_as_they_are(tmp_path):
    heads = ["feature", "date", "status", "text_da", "text_en", "amount_dkk", "source"]
    row = ["noerrevangsparken", datetime.date(2026, 7, 1), "open", "Ny.", "New.", 15000, "rapport"]
    answer = given(xlsx_of(tmp_path, ("Ark", [["Milepæle 2026"], [*heads, "date_precision"],
                                              [*row, "day"]])))  # fmt: skip
    assert (rows(answer)[-1]["date"], rows(answer)[-1]["amount_dkk"]) == ("2026-07-01", "15000")


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ((HEADS, NEW.replace("1.7.2026", "snart")), "row 2, column B (date): found 'snart'"),
        ((HEADS, NEW.replace("open", "åben")), "row 2, column D (status): found 'åben'"),
        ((HEADS, NEW.replace("rapport", "avisen")), "row 2, column G (source): found 'avisen'"),
        ((HEADS, NEW.replace("parken;", "parkn;")),
         "row 2, column A (feature): found 'Nørrevangsparkn', near to a known name"),
        ((HEADS + ";farve", NEW + ";rød"), "row 1, column H: found 'farve'; allowed: feature or date"),
        ((HEADS + ";status", NEW + ";open"), "row 1, column H: found a second column for status"),
        ((HEADS, NEW, NEW), "row 3, column A (feature): found a second row of the same key; "
                            "allowed: one (the first is row 2)"),
        (("navn;dag", "a;b"), "found no heads of this table; allowed: a row of heads with feature"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_by_its_cell_and_nothing_is_written(tmp_path, lines, told):
    answer = given(csv_of(tmp_path, *lines))
    assert told in one_fault(answer)
    assert not (tmp_path / "k" / "draft").exists()


def test_a_name_that_is_near_is_confirmed(tmp_path):
    file = csv_of(tmp_path, HEADS, NEW.replace("parken;", "parkn;"))
    (one,) = given(file).suggestions
    assert (one.text, one.id) == ("Nørrevangsparkn", "noerrevangsparken")
    assert rows(given(file, **{one.text: one.id}))[-1]["feature"] == "noerrevangsparken"


@pytest.mark.parametrize("table", TABLES)
def test_every_table_of_the_package_can_be_taken_in_as_it_is(tmp_path, table):
    """Its own rows change nothing."""
    own = (RANDERS / f"{table}.csv").read_text("utf-8")
    (tmp_path / f"{table}.csv").write_text(own, "utf-8")
    before = read_table(RANDERS, table)
    answer = given(tmp_path / f"{table}.csv", as_=table)
    assert answer.faults == ()
    assert answer.counts == {"added": 0, "changed": 0, "same": len(before) - 1}
    assert read_table(answer.new.path, table) == before


def test_the_command_takes_every_table(tmp_path, capsys):
    assert set(TABLES) == set(table_schemas()) - {"observations"}
    draft = tmp_path / "draft"
    file = csv_of(tmp_path, HEADS, NEW)
    assert main(["import", str(file), "--as", "milestones", "--into", str(draft)]) == 0
    assert "a draft was written: 1 added, 0 changed, 0 same" in capsys.readouterr().out
