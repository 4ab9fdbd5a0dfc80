"""A word on the trend stands only where the exact test carries it, with its p."""

from itertools import product

import pytest

from dashboard import numbers
from dashboard.catalogue import LANGUAGES, catalogue
from dashboard.payload.compare.trends import write_trends
from dashboard.pictures.subject import subjects_of
from geodata.sums import printed
from geodata.trends import LEAST_POINTS, NoTrend, trend
from layers.view import build_view


@pytest.fixture(scope="module")
def written(randers):
    subjects = subjects_of(randers, build_view(randers))
    return {language: write_trends(subject) for language, subject in subjects.items()}


def test_each_printed_place_is_told_as_the_test_says(randers, written):
    facts = printed(randers)
    areas = [g.id for g in randers.geographies if g.kind == "area"]
    told = written["da"]["series"]
    for indicator, area in product(told, areas):
        found = trend(randers, facts, [indicator], [area])
        if not found.used and not found.left_out:
            assert area not in told[indicator]
            continue
        said = told[indicator][area]
        assert said["word"] == found.word
        assert said["few"] == (found.why_not == NoTrend.FEW_POINTS)
        if found.p is not None:
            assert f"p {numbers.probability(found.p, catalogue('da'))}" in said["text"]


def test_places_without_enough_figures_are_told_with_their_number(written):
    few = [
        one for places in written["da"]["series"].values() for one in places.values() if one["few"]
    ]
    assert few
    for one in few:
        assert one["word"] is None
        number = one["text"].rsplit("(", 1)[1].rstrip(")")
        assert int(number) < LEAST_POINTS


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_method_names_its_limits(written, language):
    method = written[language]["method"]
    assert "5" in method
    assert {"da": "0,05", "en": "0.05"}[language] in method


def test_a_p_is_written_as_the_language_does():
    assert numbers.probability(2 / 120, catalogue("da")) == "= 0,017"
    assert numbers.probability(2 / 120, catalogue("en")) == "= 0.017"
    assert numbers.probability(0.0001, catalogue("da")) == "< 0,001"
