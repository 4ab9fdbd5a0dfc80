"""Cells of the source without a figure, and remarks: what they say, and what refuses them."""

import pytest

from geodata.__main__ import main
from geodata.package.blanks import years_of
from tests.packages_editing import RANDERS, edit_cell, only_fault, read_table

#: table, row of the invented town's file, column, text -> field, found, allowed
BAD = {
    "no such series": (("blanks", 2, "indicator", "ukendt"), "", "'ukendt'", "indicators.csv"),
    "no such kind": (("blanks", 2, "kind", "lost"), "kind", "'lost'", "empty or no_later"),
    "a period that is none": (("blanks", 2, "period", "2023-24"), "period", "'2023-24'", "2022/23"),
    "an empty cell of no period": (("blanks", 2, "period", ""), "period", "nothing", "(for empty)"),
    "a figure after the last": (
        ("blanks", 4, "period", "2020"), "kind", "a figure of 2021", "without a figure"),
    "an empty cell with a figure": (
        ("blanks", 2, "period", "2022/23"), "kind", "a figure of 2022/23", "without a figure"),
    "nothing to compare with, since a year": (
        ("blanks", 3, "period", "2021"), "period", "'2021'", "nothing (for no_comparison)"),
    "nothing to compare with, but a figure": (
        ("blanks", 3, "geography", "soegade"), "kind", "a figure of 2019", "without a figure"),
    "a hidden figure of which a word stands there": (
        ("blanks", 2, "kind", "hidden"), "source_text", "'2023/24'", "nothing (for hidden)"),
    "words that are not quoted": (
        ("blanks", 3, "source_text", ""), "source_text", "nothing", "the words"),
    "about nothing known": (("remarks", 2, "about", "ukendt"), "about", "'ukendt'", "indicators"),
    "of no known place": (
        ("remarks", 2, "geographies", "ukendt"), "geographies", "'ukendt'", "geographies.csv"),
    "an activity with a place": (
        ("remarks", 3, "geographies", "soegade"), "geographies", "'soegade'", "nothing"),
    "a remark's period that is none": (
        ("remarks", 2, "period", "2022/24"), "period", "'2022/24'", "2022/23"),
    "of no known source": (("remarks", 2, "source", "avis"), "source", "'avis'", "sources.csv"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_a_row_that_cannot_be_is_named(town, case):
    (table, row, column, text), field, found, allowed = BAD[case]
    edit_cell(town, table, row, column, text)
    fault = only_fault(town)
    assert (fault.file, fault.where, fault.field) == (f"{table}.csv", f"row {row}", field)
    assert found in fault.found
    assert allowed in fault.allowed


def test_the_years_that_a_cell_leaves_without_a_figure(tinytown):
    clock = tinytown.descriptor
    years = {b.kind: years_of(b, clock) for b in tinytown.blanks}
    every = tuple(range(clock.first_year, clock.last_year + 1))
    assert years["empty"] == (2024,)
    assert years["no_comparison"] == every
    assert years["no_later"] == tuple(year for year in every if year > 2021)


def test_every_cell_of_the_report_without_a_figure_is_recorded():
    """Read a second time from the report: what stands in the cell, of whom and when."""
    rows = read_table(RANDERS, "blanks")[1:]
    assert {(row[0], row[2], row[7]) for row in rows} == {
        ("dagtilbud-1-5", "2022", "Ikke nyere data"),
        ("skolefravaer", "2023/24", "2023/24"),
        ("ssp-bekymringer", "2022", "2022"),
        ("grundskole-30-59", "", "Ingen baseline til sammenligning"),
        ("voksenlaerling", "", "Ingen baseline til sammenligning"),
        ("uden-for-arbejdsmarkedet", "", "Ingen baseline til sammenligning"),
        ("jobparate", "", "Ingen baseline til sammenligning"),
        ("udsaettelser", "", "Ingen data til sammenligning"),
    }
    assert {row[1] for row in rows} == {"randers-kommune"}


def test_check_names_them(capsys):
    assert main(["check", str(RANDERS)]) == 0
    said = capsys.readouterr().out
    assert "no figure: skolefravaer, randers-kommune, 2023/24: empty" in said
    assert "no figure: dagtilbud-1-5, randers-kommune, 2022: no_later (Ikke nyere data)" in said
    assert "remark: trivselsforloeb: The text under" in said
