"""Outlines in time: which is that of a year, what cannot be so, and which figures break off."""

import pytest

from geodata.figures.join import geography_shapes, join_observations, neighbours
from geodata.package.loading import read_package
from geodata.package.outline_checks import gap_words
from geodata.rules.quality import breaks_of
from geodata.tables.statuses import Status
from tests.packages_editing import append_row, edit_feature, edit_json, faults_of, only_fault

YEARS = range(2020, 2026)
#: The places of features in areas.geojson, as faults count them.
OESTERLED_NEW, VESTERLED_NEW, NOERREMARK, MARKERNE, STORGAARDEN, LILLEGAARDEN = 2, 4, 5, 7, 8, 9


@pytest.fixture
def skel(copy_of):
    return copy_of("skelby")


def set_properties(package, number, **properties):
    edit_feature(package, "areas", number, lambda f: f["properties"].update(properties))


def areas_in(package, year):
    return set(package.at(year).layers["areas"].index)


def hectares(package, area, year):
    return round(package.at(year).layers["areas"].geometry[area].area / 10_000, 1)


def test_a_package_without_times_is_itself_in_every_year(randers):
    assert all(randers.at(year) is randers for year in (2018, 2030))
    assert randers.all_breaks is randers.breaks


def test_each_year_has_its_own_outlines(skelby):
    assert [skelby.outline_in("oesterled", year) for year in YEARS] == [0, 0, 0, 1, 1, 1]
    assert hectares(skelby, "oesterled", 2022) == 16.0
    assert hectares(skelby, "oesterled", 2023) == 22.0


def test_what_is_merged_or_divided_is_there_in_its_own_years_only(skelby):
    assert areas_in(skelby, 2022) == {"oesterled", "vesterled", "noerremark", "soendermark", "storgaarden"}  # fmt: skip
    assert areas_in(skelby, 2023) == {"oesterled", "vesterled", "noerremark", "soendermark", "lillegaarden", "nygaarden"}  # fmt: skip
    assert areas_in(skelby, 2024) == {"oesterled", "vesterled", "markerne", "lillegaarden", "nygaarden"}  # fmt: skip


def test_years_with_the_same_outlines_are_the_same_package(skelby):
    assert [(first, last) for first, last, _ in skelby.epochs] == [(2020, 2022), (2023, 2023), (2024, 2025)]  # fmt: skip
    assert skelby.at(2020) is skelby.at(2022)


def test_a_plan_is_made_of_the_outlines_of_its_year(skelby):
    then, now = (geography_shapes(skelby.at(year)).geometry["skelplan"] for year in (2022, 2023))
    assert round((now.area - then.area) / 10_000, 1) == 6.0


def test_each_figure_lies_on_the_outline_of_its_year(skelby):
    joined = join_observations(skelby)
    own = joined[(joined["indicator"] == "i-job") & (joined["geography"] == "oesterled")]
    found = {row["period"]: round(row.geometry.area / 10_000) for _, row in own.iterrows()}
    assert found == {"2021": 16, "2022": 16, "2023": 22, "2024": 22, "2025": 22}


def test_a_park_is_near_the_areas_that_are_there(skelby):
    near = {year: {n.area: n.distance_m for n in neighbours(skelby.at(year))} for year in (2022, 2024)}  # fmt: skip
    assert "markerne" not in near[2022]
    assert "noerremark" not in near[2024]
    assert near[2024]["markerne"] == pytest.approx(100, abs=2)
    assert near[2022]["noerremark"] == pytest.approx(425, abs=25)


def test_a_park_without_an_outline_is_not_yet_there_or_closed(skel):
    edit_feature(skel, "parks", 1, lambda f: f["properties"].update(valid_from="2021"))
    edit_feature(skel, "parks", 2, lambda f: f["properties"].update(valid_to="2024"))
    package = read_package(skel)
    found = [package.status_in("engen", year) for year in (2020, 2021, 2024, 2025)]
    assert found == [Status.ABSENT, Status.UNDATED, Status.UNDATED, Status.CLOSED]


def test_another_outline_breaks_every_series_of_the_area_and_its_plan(skelby):
    for series in ("i-job", "boliger"):
        (change,) = breaks_of(skelby, series)
        assert change.date.isoformat() == "2023-01-01"
        assert change.geographies == "oesterled;skelplan"
        assert change.text_da == "Østerled har et andet omrids fra 2023. Boligerne ved Ny Allé hører med."  # fmt: skip


def test_figures_stay_comparable_where_the_planner_says_why(skel):
    both = read_package(skel)
    assert not any(b.concerns("vesterled") for b in both.all_breaks)
    set_properties(skel, VESTERLED_NEW, comparable_da=None, comparable_en=None)
    (found,) = (b for b in breaks_of(read_package(skel), "i-job") if b.concerns("vesterled"))
    assert found.text_en == "Vesterled has another outline from 2024."


def test_the_same_outline_from_another_source_is_no_break(skel):
    def same(content):
        content["features"][OESTERLED_NEW - 1]["geometry"] = content["features"][0]["geometry"]

    edit_json(skel / "areas.geojson", same)
    assert read_package(skel).all_breaks == ()


def test_years_may_be_numbers_as_programs_write_them(skel):
    edit_feature(skel, "areas", 1, lambda f: f["properties"].update(valid_to=2022))
    assert read_package(skel).outline_in("oesterled", 2022) == 0


@pytest.mark.parametrize("value", ["ved årsskiftet", "2023/24", True, 2023.5, "2023-13"])
def test_what_is_no_time_is_a_fault(skel, value):
    set_properties(skel, OESTERLED_NEW, valid_from=value)
    fault = only_fault(skel)
    assert (fault.file, fault.where, fault.field) == ("areas.geojson", "feature 2 ('oesterled')", "valid_from")  # fmt: skip
    assert fault.allowed == "a year, a month or a day: 2026, 2026-07 or 2026-07-01"


def test_two_outlines_at_one_time_are_a_fault(skel):
    set_properties(skel, OESTERLED_NEW, valid_from="2022-12-31")
    fault = only_fault(skel)
    assert (fault.where, fault.field) == ("feature 2 ('oesterled')", "valid_from")
    assert fault.found == "an outline that holds while that of feature 1 does"


def test_an_end_before_the_beginning_is_a_fault(skel):
    set_properties(skel, OESTERLED_NEW, valid_to="2022")
    fault = only_fault(skel)
    assert (fault.field, fault.found) == ("valid_to", "'2022', before '2023'")


def test_an_outline_that_no_year_of_the_clock_shows_is_a_fault(skel):
    set_properties(skel, OESTERLED_NEW, valid_from="2026")
    first, *_ = faults_of(skel)
    assert (first.where, first.field) == ("'oesterled' from 2026", "valid_from")
    assert first.found == "no outline of any year of the clock (2020 to 2025)"


def test_figures_of_a_year_in_which_the_area_is_not_there_are_a_fault(skel):
    append_row(skel, "observations", 2, geography="markerne", period="2023", role="status")
    fault = only_fault(skel)
    assert (fault.file, fault.where, fault.field) == ("observations.csv", "row 48", "period")
    assert fault.found == "'2023', at whose end 'markerne' has no outline"


@pytest.mark.parametrize(
    ("predecessors", "found"),
    [
        ("noerremark;ingensteds", "'ingensteds'"),
        ("markerne", "'markerne'"),
        ("storgaarden", "'storgaarden', which has no outline the day before 2024-01-01"),
        ("lillegaarden", "'lillegaarden', which lives on in 2024 with the same outline"),
    ],
)
def test_predecessors_were_there_before_and_are_gone(skel, predecessors, found):
    set_properties(skel, MARKERNE, predecessors=predecessors)
    fault = only_fault(skel)
    assert (fault.where, fault.field) == ("'markerne' from 2024", "predecessors")
    assert fault.found == found


def test_areas_that_are_made_of_each_other_are_a_circle(skel):
    set_properties(skel, STORGAARDEN, predecessors="lillegaarden", valid_from="2020")
    fault = only_fault(skel)
    assert fault.found == "'lillegaarden', which is made of this one itself (a circle)"


def test_predecessors_need_a_beginning(skel):
    set_properties(skel, NOERREMARK, predecessors="storgaarden")
    assert only_fault(skel).allowed == "since when (for an outline with predecessors)"


def test_what_is_carved_out_leaves_its_area_with_another_outline(skel):
    set_properties(skel, LILLEGAARDEN, predecessors="oesterled")
    assert read_package(skel).outline_in("lillegaarden", 2023) == 0


def test_a_first_outline_has_nothing_to_be_compared_with(skel):
    set_properties(skel, NOERREMARK, comparable_da="Samme boliger.", comparable_en="The same.")
    assert (only_fault(skel).field, only_fault(skel).allowed) == ("comparable_da", "nothing on a feature's first outline")  # fmt: skip


def test_a_statement_is_made_in_both_languages(skel):
    set_properties(skel, VESTERLED_NEW, comparable_en=None)
    assert (only_fault(skel).field, only_fault(skel).found) == ("comparable_en", "nothing")


def test_a_gap_is_told_and_no_fault(skel):
    edit_feature(skel, "parks", 2, lambda f: f["properties"].update(valid_from="2024"))
    told = gap_words(read_package(skel))
    assert told == ["no outline: engen, 2023-07-01 to 2023-12-31, between two of its own"]


@pytest.mark.parametrize(
    ("since", "da", "en"),
    [
        ("2024-07-15", "fra 15. juli 2024.", "from 15 July 2024."),
        ("2024-07", "fra juli 2024.", "from July 2024."),
    ],
)
def test_a_break_names_its_time_as_exactly_as_it_is_stated(skel, since, da, en):
    set_properties(skel, VESTERLED_NEW, valid_from=since, comparable_da=None, comparable_en=None)
    (found,) = (b for b in breaks_of(read_package(skel), "i-job") if b.concerns("vesterled"))
    assert (found.text_da, found.text_en) == (f"Vesterled har et andet omrids {da}", f"Vesterled has another outline {en}")  # fmt: skip
