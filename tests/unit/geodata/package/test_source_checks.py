"""What a source must say, and that what names a source names one that there is."""

import pytest

from tests.packages_editing import append_row, edit_cell, edit_feature, only_fault

#: row of the invented town's sources.csv, column, text -> field, found, allowed
BAD_SOURCES = {
    "nobody published it": ((3, "publisher", ""), "publisher", "nothing", "who published it"),
    "a day that is none": ((3, "date", "2022-13"), "date", "'2022-13'", "a day, a month or a year"),
    "a link that is none": ((3, "url", "javascript:alert(1)"), "url", "'javascript:", "of the form"),
    "a drawing with an address": ((4, "url", "https://example.org"), "url", "'https://", "nothing (for own)"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD_SOURCES)
def test_a_source_that_nobody_can_follow_is_named(town, case):
    (row, column, text), field, found, allowed = BAD_SOURCES[case]
    edit_cell(town, "sources", row, column, text)
    fault = only_fault(town)
    assert (fault.file, fault.field) == ("sources.csv", field)
    assert found in fault.found
    assert allowed in fault.allowed


def test_two_reports_are_named(town):
    append_row(town, "sources", 2, id="anden-rapport")
    assert only_fault(town).found == "2 sources of kind report"


def test_a_news_item_with_neither_title_nor_address_is_named(town):
    edit_cell(town, "sources", 3, "title", "")
    edit_cell(town, "sources", 3, "url", "")
    assert (only_fault(town).where, only_fault(town).field) == ("row 3", "title")


@pytest.mark.parametrize("table", ["figures", "milestones", "offers", "remarks"])
def test_an_unknown_source_in_a_table_is_named_beside_a_known_one(town, table):
    edit_cell(town, table, 3, "source", "opdigtet-rapport;nyhed-2023")
    fault = only_fault(town)
    assert (fault.file, fault.where, fault.field) == (f"{table}.csv", "row 3", "source")
    assert (fault.found, fault.allowed) == ("'nyhed-2023'", "an id of sources.csv")


def test_an_unknown_source_of_an_outline_is_named(town):
    edit_feature(town, "areas", 1, lambda feature: feature["properties"].update(source="x"))
    fault = only_fault(town)
    assert (fault.file, fault.where, fault.field) == ("areas.geojson", "moelleparken", "source")
    assert (fault.found, fault.allowed) == ("'x'", "an id of sources.csv")
