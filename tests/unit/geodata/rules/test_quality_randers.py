"""What the rules find in the report of Randers, exactly."""

from collections import Counter

import pytest

from geodata.rules.quality import by_observation, find, severity_of
from geodata.tables.findings import Severity
from tests.packages_editing import (
    value_of,
)

NOTE, DOUBTFUL, INVALID = Severity.NOTE, Severity.DOUBTFUL, Severity.INVALID


def of_randers(randers, rule):
    return {
        (f.observation.indicator, f.observation.geography, f.observation.period, f.severity)
        for f in find(randers)
        if f.rule == rule
    }


ABSENCE = {("skolefravaer", place, "2021/22", INVALID)
           for place in ("glarbjergvej", "hermann-stillings-vej", "vangdalen", "energivej")}  # fmt: skip


@pytest.mark.parametrize("rule", ["copied_column", "implausible"])
def test_randers_absence_2021_22_is_invalid_in_four_areas(randers, rule):
    assert of_randers(randers, rule) == ABSENCE


def test_randers_absence_repeats_the_column_of_youth_education(randers):
    for finding in (f for f in find(randers) if f.rule == "copied_column"):
        (other,) = finding.related
        assert (other.indicator, other.period) == ("ungdomsuddannelse-samme-aar", "2022")
        assert other.geography == finding.observation.geography
        assert other.value == finding.observation.value


def test_randers_language_shares_of_2025_do_not_sum(randers):
    areas = ("jennumparken", "glarbjergvej")
    doubtful = {(f"sprog-{kind}", area, "2025", DOUBTFUL)
                for kind in ("generel", "fokuseret") for area in areas}  # fmt: skip
    invalid = {("sprog-saerlig", area, "2025", INVALID) for area in areas}
    assert of_randers(randers, "shares_do_not_sum") == doubtful | invalid
    assert of_randers(randers, "repeats_previous") == invalid
    sums = {
        (f.observation.geography, f.detail) for f in find(randers) if f.rule == "shares_do_not_sum"
    }
    assert sums == {("jennumparken", "105.6"), ("glarbjergvej", "77.2")}


def test_randers_three_pairs_of_evictions_are_doubtful(randers):
    pairs = [("jennumparken", "2023/24"), ("jennumparken", "2024/25"), ("glarbjergvej", "2024/25")]
    assert of_randers(randers, "part_exceeds_whole") == {
        (series, *pair, DOUBTFUL)
        for series in ("udsaettelser", "effektive-udsaettelser")
        for pair in pairs
    }


def test_randers_only_these_values_are_more_than_noted(randers):
    graves = Counter(severity_of(group) for group in by_observation(find(randers)).values())
    assert graves[INVALID] == 4 + 2
    # The language shares, the evictions, and the one absence that stands beside four copies.
    assert graves[DOUBTFUL] == 4 + 6 + 1


def test_randers_what_stands_beside_the_copied_absence_is_doubtful(randers):
    assert of_randers(randers, "beside_copies") == {
        ("skolefravaer", "jennumparken", "2021/22", DOUBTFUL)
    }


def test_randers_equal_counts_are_noted(randers):
    assert of_randers(randers, "equal_counts") == {
        ("grundskole-30-59", area, year, NOTE)
        for area in ("jennumparken", "glarbjergvej")
        for year in ("2020", "2024")
    }
    values = {f.observation.value for f in find(randers) if f.rule == "equal_counts"}
    assert values == {348, 286}


def test_randers_four_values_have_no_period(randers):
    assert of_randers(randers, "no_period") == {
        ("jobparate", "jennumparken", "", NOTE),
        ("jobparate", "glarbjergvej", "", NOTE),
        ("jobparate", "hermann-stillings-vej", "", NOTE),
        ("effektive-udsaettelser", "randers-retskreds", "", NOTE),
    }


def test_randers_part_years(randers):
    found = Counter((series, period) for series, _, period, _ in of_randers(randers, "part_year"))
    assert found == {
        ("skolefravaer", "2019/20"): 6, ("voksenlaerling", "2025"): 3, ("jobparate", "2025"): 3,
        ("uden-for-arbejdsmarkedet", "2025"): 3, ("ssp-bekymringer", "2025"): 3,
    }  # fmt: skip


def test_randers_first_values_after_a_break(randers):
    found = Counter((series, period) for series, _, period, _ in of_randers(randers, "after_break"))
    language = {(f"sprog-{kind}", "2025"): 3 for kind in ("generel", "fokuseret", "saerlig")}
    # In the surveys no place has figures on both sides of the break.
    assert found == {**language, ("grundskole-30-59", "2025"): 3}


def test_randers_small_bases(randers):
    extreme = of_randers(randers, "extreme_share")
    values = {value_of(randers, *place[:3]).value for place in extreme}
    assert values == {0, 100}
    assert len(extreme) == 12
    counted = [f for f in find(randers) if f.rule == "extreme_share" and f.detail]
    assert {(f.observation.key[1:3], f.detail) for f in counted} == {
        (("hermann-stillings-vej", "2025"), "7")
    }
    swings = {place[:2] for place in of_randers(randers, "large_swing")}
    assert swings == {
        ("ungdomsuddannelse-15-mdr", "hermann-stillings-vej"),
        ("ungdomsuddannelse-15-mdr", "energivej"),
        ("ungdomsuddannelse-samme-aar", "hermann-stillings-vej"),
    }
    assert {place[1] for place in of_randers(randers, "small_base_stated")} == {
        "energivej", "hermann-stillings-vej",
    }  # fmt: skip


def test_randers_suspects_small_bases_in_the_three_smallest_areas_only(randers):
    found = Counter(place[:2] for place in of_randers(randers, "small_base_suspected"))
    assert found == {
        ("sprog-fokuseret", "hermann-stillings-vej"): 3,
        ("ungdomsuddannelse-15-mdr", "hermann-stillings-vej"): 1,
        ("ungdomsuddannelse-15-mdr", "vangdalen"): 4,
        ("ungdomsuddannelse-15-mdr", "energivej"): 2,
        ("ungdomsuddannelse-samme-aar", "hermann-stillings-vej"): 1,
        ("ungdomsuddannelse-samme-aar", "vangdalen"): 4,
        ("ungdomsuddannelse-samme-aar", "energivej"): 1,
    }


def test_randers_every_figure_of_a_swinging_series_is_marked(randers):
    """25, 0, 80, 70, 100 %: each of the five says that few persons are behind it."""
    about_bases = {"extreme_share", "large_swing", "small_base_stated", "small_base_suspected"}
    marked = {
        f.observation.period: f.observation.value
        for f in find(randers)
        if f.rule in about_bases
        and f.observation.key[:2] == ("ungdomsuddannelse-15-mdr", "energivej")
    }
    assert marked == {"2020": 25, "2022": 0, "2023": 80, "2024": 70, "2025": 100}


def test_randers_one_share_is_printed_more_exactly_than_its_row(randers):
    assert of_randers(randers, "odd_precision") == {
        ("uden-tilknytning-18-64", "helhedsplan", "2019", NOTE)
    }
    assert value_of(randers, "uden-tilknytning-18-64", "helhedsplan", "2019").value == 45.52
