"""Pairs of years reach the browser with the same figures, in words of both languages."""

import json

import pytest

from dashboard.catalogue import catalogue
from dashboard.payload.cells import CellWriter
from dashboard.payload.compare.twoyears import write_two_years
from layers.twoyears import Refusal
from layers.view import build_view


def written(package, language="da"):
    words = catalogue(language)
    return write_two_years(package, build_view(package), CellWriter(package, words))


@pytest.fixture(scope="module")
def danish(randers):
    return written(randers)


@pytest.fixture(scope="module")
def absence(danish):
    return danish["series"]["skolefravaer"]


def test_a_change_has_label_class_verdict_and_marks(absence):
    shown = absence["pairs"]["2020-2023"]["changes"]["hermann-stillings-vej"]
    assert shown == ["+2,8", 3, None, "dårligere", "note", 1]
    assert absence["classes"][3]["label"] == "+1,5 til +5,9"
    assert absence["unit"] == "procentpoint"


def test_a_refusal_is_a_word_that_has_glyph_and_text(danish, absence):
    assert absence["pairs"]["2022-2023"]["refused"]["energivej"] == "invalid"
    assert set(danish["refusals"]) == set(Refusal)
    glyphs = [one["glyph"] for one in danish["refusals"].values()]
    assert len(set(glyphs)) == len(glyphs)


def test_a_pair_without_any_change_says_so(danish):
    language = danish["series"]["sprog-generel"]["pairs"]["2024-2025"]
    assert language["changes"] == {}
    assert language["said"] == "Intet område kan sammenlignes mellem de to år."


def test_a_sentence_names_the_extremes_of_the_areas_only(absence):
    said = absence["pairs"]["2022-2023"]["said"]
    assert said == "Gl. Jennumparken: −2,6 procentpoint."


def test_no_verdict_is_given_on_a_doubtful_value(danish):
    evictions = danish["series"]["udsaettelser"]["pairs"]["2023-2024"]["changes"]
    assert evictions["jennumparken"][3:5] == ["kan ikke siges", "doubtful"]
    assert evictions["vangdalen"][3] == "bedre"


def test_english_has_english_numbers(randers):
    english = written(randers, "en")["series"]["skolefravaer"]["pairs"]["2020-2023"]
    assert english["changes"]["vangdalen"][:1] == ["+0.5"]
    assert english["changes"]["vangdalen"][3] == "worse"


def test_it_stays_small(danish):
    assert len(json.dumps(danish, ensure_ascii=False, separators=(",", ":"))) < 120_000
