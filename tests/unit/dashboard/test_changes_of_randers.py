"""What the map says of changes since the start is what its colours say."""

import pytest

from dashboard.catalogue import catalogue


def change(documents, language, indicator):
    return documents[language]["indicators"][indicator]["modes"]["change"]


@pytest.mark.parametrize("indicator", ["grundskole-30-59", "sprog-generel"])
@pytest.mark.parametrize(
    ("language", "said"),
    [("da", "opgjort på en ny måde siden startmålingen"),
     ("en", "counted in a new way since the start measurement")],
)  # fmt: skip
def test_a_start_counted_in_another_way_is_not_called_missing(
    randers_documents, indicator, language, said
):
    reasons = change(randers_documents, language, indicator)["reasons"]["2025"]
    own = {reasons[place] for place in ("jennumparken", "glarbjergvej", "hermann-stillings-vej")}
    assert own <= {"break", "invalid"}
    assert "break" in own
    assert said in catalogue(language).text("reason.break.text")


def test_a_change_says_that_its_start_covers_half_a_year(randers_documents):
    cell = change(randers_documents, "da", "skolefravaer")["cells"]["2024"]["jennumparken"]
    assert cell["label"] == "+4,2"
    assert cell["cls"] is None
    assert cell["caveat"].startswith("startmålingen dækker kun ")


def test_a_change_says_that_its_start_has_no_year(randers_documents):
    cell = change(randers_documents, "en", "jobparate")["cells"]["2024"]["jennumparken"]
    assert cell["caveat"] == "the report gives no year for the start measurement"


def test_a_change_between_whole_years_needs_no_caveat(randers_documents):
    cells = change(randers_documents, "da", "restgruppen-15-29")["cells"]
    assert {cell["caveat"] for year in cells.values() for cell in year.values()} == {""}


def test_no_difference_is_finer_than_its_series_prints(randers_documents):
    """45.52 stands among figures with one decimal: +0.1 and -1.5, never +0.08 and -1.52."""
    series = randers_documents["da"]["indicators"]["uden-tilknytning-18-64"]
    assert series["cells"]["2019"]["helhedsplan"]["text"].startswith("45,52")
    changes = {year: cells["helhedsplan"]["label"]
               for year, cells in series["modes"]["change"]["cells"].items()}  # fmt: skip
    assert changes == {
        "2021": "+0,1",
        "2022": "\u22121,9",
        "2023": "\u22123,2",
        "2024": "\u22121,5",
    }
    gap = series["modes"]["gap"]["cells"]["2019"]["helhedsplan"]["label"]
    assert gap == "+28,9"
    labels = [one["label"].replace("\u00a0", " ") for one in series["classes"]]
    assert labels == ["42,3 %", "42,4\u201343,6 %", "43,7\u201344 %", "44,1\u201345,5 %", "45,6 %"]


def test_points_are_written_in_one_way(randers_documents):
    cells = randers_documents["da"]["indicators"]["ungdomsuddannelse-samme-aar"]["cells"]
    (swing,) = [
        f for f in cells["2020"]["hermann-stillings-vej"]["findings"] if "procentpoint" in f
    ]
    assert swing.startswith("42 procentpoint fra et nabotal")
