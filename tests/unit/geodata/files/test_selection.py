"""What is asked for is what is given: every part narrows, none is guessed."""

import pytest

from geodata.files.printed import key_of, rows
from geodata.files.selection import REMARKS, Wanted, plain, searchable, select


@pytest.fixture
def all_rows(randers):
    return rows(randers)


@pytest.fixture
def texts(all_rows):
    return {key_of(row): searchable([row["geography"], row["source_text"]]) for row in all_rows}


def test_nothing_asked_for_is_everything(all_rows, texts):
    assert select(all_rows, Wanted(), texts) == all_rows


def test_keys_name_rows_once(all_rows):
    assert len({key_of(row) for row in all_rows}) == len(all_rows)


def test_series_and_places_narrow_together(all_rows, texts):
    wanted = Wanted(frozenset({"skolefravaer"}), frozenset({"vangdalen", "energivej"}))
    found = select(all_rows, wanted, texts)
    assert found
    assert {row["indicator"] for row in found} == {"skolefravaer"}
    assert {row["geography"] for row in found} == {"vangdalen", "energivej"}


def test_a_severity_is_that_severity_and_note_is_any_remark(all_rows, texts):
    counts = {r: len(select(all_rows, Wanted(remark=r), texts)) for r in REMARKS}
    severities = [row["severity"] for row in all_rows]
    assert counts["doubtful"] == severities.count("doubtful") > 0
    assert counts["invalid"] == severities.count("invalid") > 0
    assert counts["note"] == sum(bool(row["severity"] or row["note"]) for row in all_rows)


def test_text_is_sought_without_regard_to_case_and_spaces(all_rows, texts):
    found = select(all_rows, Wanted(text="  VANGDALEN "), texts)
    assert len(found) == sum("vangdalen" in t for t in texts.values()) > 0
    assert select(all_rows, Wanted(text="9,2 %\u00a0x"), texts) == []


def test_nothing_is_found_across_two_cells():
    assert "a b" not in searchable(["a", "b"])
    assert "\n" not in plain("a\nb")


@pytest.mark.parametrize("text", ["", " ", "\u00a0", "\n"])
def test_blank_text_asks_for_nothing(all_rows, texts, text):
    assert select(all_rows, Wanted(text=text), texts) == all_rows
