"""Long tables, in every form of CSV that comes: read alike, and told where something is odd."""

import time

import pytest

from tests.packages_editing import KYSTBY, value_of
from tests.unit.geodata.intake.books import (
    HEADS,
    NEIGHBOURS,
    READING,
    csv_of,
    long_csv,
    one_fault,
    taken,
    values,
)

ROWS = (f"{READING};Mølleparken;2024/25;19,2 %", f"{NEIGHBOURS};Søgade;2025;14")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
def test_a_file_is_read_in_any_encoding_that_spreadsheets_write(tmp_path, encoding):
    answer = taken(csv_of(tmp_path, ";".join(HEADS), *ROWS, encoding=encoding))
    assert values(answer, "laesegrupper", "2024/25") == {"moelleparken": 19.2}
    assert values(answer, "naboklager", "2025") == {"soegade": 14}


@pytest.mark.parametrize(
    "lines",
    [
        ("indikator,område,år,værdi", 'naboklager,moelleparken,2025,"1.204"'),
        ("sep=;", "indikator;område;år;værdi", "naboklager;MØLLEPARKEN;2025;1.204"),
        ("indikator\tområde\tår\tværdi", "naboklager\tMølleparken \t2025\t1 204"),
        ("Tal fra Tinby;;;", ";;;", "serie;sted;periode;værdi", "Naboklager;Mølleparken;2025;1204"),
    ],
)
def test_any_separator_and_the_heads_that_a_planner_writes(tmp_path, lines):
    answer = taken(csv_of(tmp_path, *lines))
    assert values(answer, "naboklager", "2025") == {"moelleparken": 1204}


def test_every_value_leads_back_to_its_cell(tmp_path):
    lines = ("Serie;Sted;Periode;Værdi;n;Kilde", f"{READING};Søgade;2024-25;12,5;200;Skolen")
    new = taken(csv_of(tmp_path, *lines)).new
    found = value_of(new, "laesegrupper", "soegade", "2024/25")
    assert (found.value, found.n, found.role) == (12.5, 200, "status")
    assert found.source_table == "tal.csv (kilde: Skolen)"
    assert found.source_row == f"række 2: {READING}, Søgade, 2024-25"
    assert found.source_column == "kolonne D: Værdi"
    assert found.source_text == "12,5"


def test_a_figure_that_is_there_is_replaced_and_all_others_stay(tmp_path, tinytown):
    answer = taken(long_csv(tmp_path, f"{NEIGHBOURS};Mølleparken;2019;25"))
    assert answer.counts == {"added": 0, "changed": 1, "same": 0, "without a figure": 0}
    assert value_of(answer.new, "naboklager", "moelleparken", "2019").value == 25
    assert value_of(answer.new, "naboklager", "moelleparken", "2019").role == "baseline"
    assert [o.key for o in answer.new.observations] == [o.key for o in tinytown.observations]


def test_a_packages_own_table_is_taken_as_it_is(tmp_path, tinytown):
    text = (tinytown.path / "observations.csv").read_text(encoding="utf-8")
    answer = taken(csv_of(tmp_path, *text.splitlines()))
    assert answer.counts["same"] == 19
    assert list(answer.new.observations) == list(tinytown.observations)


def test_every_mistake_is_told_at_once_by_row_and_column(tmp_path):
    rows = (f"{NEIGHBOURS};Mølleparken;2025;mange", f"{READING};Søgade;2024/25;112,5",
            f"{NEIGHBOURS};Bakkegården;25;9", f"{READING};Langtbortistan;2024/25;8")  # fmt: skip
    faults = [str(fault) for fault in taken(long_csv(tmp_path, *rows)).faults]
    assert faults == [
        "tal.csv, row 2, column D (Værdi): found 'mange'; allowed: a number such as 12, 9,2 or "
        "9,2 %; nothing where there is none",
        "tal.csv, row 4, column C (Periode): found '25'; allowed: a year such as 2026, or two in "
        "a row such as 2025/26",
        "tal.csv, row 5, column B (Sted): found 'Langtbortistan', which is not known; allowed: a "
        "name or id of geographies.csv",
        "tal.csv, row 3, column D (Værdi): found 112.5 %; allowed: a share from 0 to 100 %",
    ]


def test_the_packages_own_checks_name_the_cell(tmp_path):
    fault = one_fault(taken(long_csv(tmp_path, f"{NEIGHBOURS};Søgade;2031;14")))
    assert fault == ("tal.csv, row 2, column D (Værdi): found '2031'; allowed: a period on the "
                     "clock, 2018 to 2026")  # fmt: skip


def test_one_period_with_two_values_is_a_fault_and_twice_the_same_is_told(tmp_path):
    rows = [f"{NEIGHBOURS};Søgade;2025;14", f"{NEIGHBOURS};soegade;2025;14"]
    answer = taken(long_csv(tmp_path, *rows))
    assert [told for told in answer.told if "twice" in told] == [
        "tal.csv, row 3, column D (Værdi): stands twice (first in tal.csv, row 2)"
    ]
    fault = one_fault(taken(long_csv(tmp_path, *rows, f"{NEIGHBOURS};Søgade;2025;15")))
    assert "row 4" in fault
    assert "a second value of naboklager for soegade in 2025: 15" in fault
    assert "row 2 has 14" in fault


def test_heads_that_stand_twice_are_a_fault_and_unknown_ones_are_told(tmp_path):
    lines = ("Serie;Sted;Periode;Værdi;Værdi;Farve", f"{NEIGHBOURS};Søgade;2025;14;15;blå")
    answer = taken(csv_of(tmp_path, *lines))
    assert "column E (Værdi): found a second column for value" in one_fault(answer)
    assert any("column F (Farve): not known, left out" in told for told in answer.told)


def test_days_count_and_role_are_read_and_wrong_ones_are_faults(tmp_path):
    heads = "Serie;Sted;Periode;Fra;Til;Rolle;n;Værdi"
    good = taken(
        csv_of(tmp_path, heads, f"{READING};Søgade;2024/25;1.8.2024;2025-07-31;status;9;9")
    )
    found = value_of(good.new, "laesegrupper", "soegade", "2024/25")
    assert (str(found.period_start), str(found.period_end), found.n) == (
        "2024-08-01", "2025-07-31", 9,
    )  # fmt: skip
    bad = taken(csv_of(tmp_path, heads, f"{READING};Søgade;2024/25;i går;;start;0;9"))
    assert [fault.field for fault in bad.faults] == [
        "column F (Rolle)", "column G (n)", "column D (Fra)",
    ]  # fmt: skip


def test_a_figure_without_days_after_one_of_a_part_of_the_year_is_told(tmp_path):
    answer = taken(long_csv(tmp_path, "ledige;Havnen;2025;5,0"), package=KYSTBY)
    told = "tal.csv, row 2, column D (Værdi): taken as of all 2025; 2024 was of 2024-10-01 to 2024-12-31"
    assert told in answer.told
    lines = ("Serie;Sted;Periode;Værdi;Fra;Til", "ledige;Havnen;2025;5,0;1.10.2025;31.12.2025")
    answer = taken(csv_of(tmp_path, *lines), package=KYSTBY)
    assert answer.told == ()
    assert str(value_of(answer.new, "ledige", "havnen", "2025").period_start) == "2025-10-01"


def test_a_table_without_known_heads_says_what_is_needed(tmp_path):
    fault = one_fault(taken(csv_of(tmp_path, "a;b", "1;2")))
    assert "found no heads of a table that is known" in fault
    assert "take the template" in fault


@pytest.mark.parametrize("rows", [(), (";;;",)])
def test_heads_without_a_figure_under_them_are_told(tmp_path, rows):
    answer = taken(long_csv(tmp_path, *rows))
    assert (answer.faults, answer.told) == ((), ("tal.csv: no figures under the heads",))


def test_a_file_with_nothing_in_it_is_a_fault(tmp_path):
    assert "row 1, column A: found nothing; allowed: heads for" in one_fault(
        taken(csv_of(tmp_path, "", " ", ""))
    )


def test_a_decimal_comma_among_commas_is_no_figure_and_a_rest(tmp_path):
    """5,6 without quotes would be 5 and a number that nobody looks at."""
    lines = ("serie,sted,periode,værdi", f"{READING},Søgade,2024/25,5,6")
    fault = one_fault(taken(csv_of(tmp_path, *lines)))
    assert "row 2, column E: found a number under no head; allowed: a head for each" in fault
    words = taken(csv_of(tmp_path, lines[0], f'{READING},Søgade,2024/25,"5,6",tjek'))
    assert values(words, "laesegrupper", "2024/25") == {"soegade": 5.6}


def test_twenty_thousand_rows_take_seconds(tmp_path):
    rows = (f"{NEIGHBOURS};Søgade;{2018 + n % 9};{n % 9}" for n in range(20_000))
    begun = time.monotonic()
    answer = taken(long_csv(tmp_path, *rows))
    assert time.monotonic() - begun < 30
    assert answer.counts["added"] == 6
