"""Pairs of years reach the browser with the same figures, in words of both languages."""

import json

import pytest

from dashboard.catalogue import catalogue
from dashboard.payload.cells import CellWriter
from dashboard.payload.compare.twoyears import write_two_years
from layers.shown import shown_figures
from layers.twoyears import Refusal
from layers.view import build_view


def written(package, language="da"):
    words = catalogue(language)
    view = build_view(package)
    figures = shown_figures(package, view)
    return write_two_years(package, view, figures, CellWriter(package, words))


@pytest.fixture(scope="module")
def danish(randers):
    return written(randers)


@pytest.fixture(scope="module")
def absence(danish):
    return danish["series"]["skolefravaer"]


def test_a_change_has_label_class_verdict_and_marks(absence):
    shown = absence["pairs"]["2020-2023"]["changes"]["hermann-stillings-vej"]
    assert shown == [
        "+2,8",
        None,
        None,
        "kan ikke vurderes, da de to tal ikke dækker de samme måneder",
        "note",
        1,
    ]
    doubtful = absence["pairs"]["2022-2023"]["changes"]["jennumparken"]
    assert doubtful == [
        "−2,6",
        None,
        None,
        "kan ikke vurderes, da et af tallene er tvivlsomt",
        "doubtful",
        0,
    ]
    judged = absence["pairs"]["2023-2024"]["changes"]["jennumparken"]
    assert judged == ["+3,3", 3, None, "dårligere", "", 0]
    assert absence["classes"][3]["label"] == "+1,5 til +5,9"
    assert absence["unit"] == "procentpoint"


def test_a_refusal_is_a_word_that_has_glyph_and_text(danish, absence):
    assert absence["pairs"]["2022-2023"]["refused"]["energivej"] == "invalid"
    # only where outlines have times can an area not be there
    assert set(danish["refusals"]) == set(Refusal) - {Refusal.NOT_THERE}
    glyphs = [one["glyph"] for one in danish["refusals"].values()]
    assert len(set(glyphs)) == len(glyphs)


def test_a_pair_without_any_change_says_so(danish):
    language = danish["series"]["sprog-generel"]["pairs"]["2024-2025"]
    assert language["changes"] == {}
    assert language["said"] == "Intet område kan sammenlignes mellem de to år."


def test_a_sentence_names_the_extremes_of_the_areas_only(absence):
    said = absence["pairs"]["2022-2023"]["said"]
    assert said == "Gl. Jennumparken: −2,6\N{NO-BREAK SPACE}procentpoint."


def test_a_sentence_of_counts_says_how_many_more_or_fewer(danish):
    said = danish["series"]["udsaettelser"]["pairs"]["2019-2025"]["said"]
    assert said.startswith("5 områder kan sammenlignes: fra 11 færre (Gl. Jennumparken)")
    assert " i antal" not in said


def test_no_verdict_is_given_on_a_doubtful_value(danish):
    evictions = danish["series"]["udsaettelser"]["pairs"]["2023-2024"]["changes"]
    assert evictions["jennumparken"][3:5] == [
        "kan ikke vurderes, da et af tallene er tvivlsomt",
        "doubtful",
    ]
    assert evictions["jennumparken"][1] is None
    assert evictions["vangdalen"][3] == "bedre"


def test_the_sum_of_three_areas_has_its_change_or_why_not(danish):
    """Outside the labour market: 956 in 2021, 964 in 2024; 2025 covers half a year."""
    shown = danish["series"]["uden-for-arbejdsmarkedet"]["pairs"]
    label, colour, radius, verdict, *_ = shown["2021-2024"]["changes"]["tre-boligomraader"]
    assert (label, colour, radius, verdict) == ("+8", None, None, "dårligere")
    *_, months_differ = shown["2024-2025"]["changes"]["tre-boligomraader"]
    assert months_differ == 1
    part = shown["2024-2025"]["changes"]["tre-boligomraader"]
    assert part[3] == "kan ikke vurderes, da de to tal ikke dækker de samme måneder"
    school = danish["series"]["grundskole-30-59"]["pairs"]
    assert school["2020-2024"]["changes"]["tre-boligomraader"][0] == "−127"
    assert school["2024-2025"]["refused"]["tre-boligomraader"] == Refusal.BREAK


def test_english_has_english_numbers(randers):
    english = written(randers, "en")["series"]["skolefravaer"]["pairs"]["2023-2024"]
    assert english["changes"]["jennumparken"][:1] == ["+3.3"]
    assert english["changes"]["jennumparken"][3] == "worse"


def test_it_stays_small(danish):
    assert len(json.dumps(danish, ensure_ascii=False, separators=(",", ":"))) < 120_000
