"""A word on the trend stands only where the exact test carries it, with its p."""

from dataclasses import replace

import pytest

from dashboard import numbers
from dashboard.catalogue import LANGUAGES, catalogue
from dashboard.payload.compare.trends import write_trends
from dashboard.pictures.subject import subjects_of
from geodata.figures.trends import LEAST_POINTS
from layers.view import build_view

YOUTH = "ungdomsuddannelse-15-mdr"


def trends(package, language="da"):
    return write_trends(subjects_of(package, build_view(package))[language])


def with_values(package, indicator, place, values):
    """The package with other values, in the order of the periods, for one place of a series."""
    own = [o for o in package.observations if (o.indicator, o.geography) == (indicator, place)]
    other = dict(zip(sorted(own, key=lambda o: o.period), values, strict=True))
    observations = (replace(o, value=other[o]) if o in other else o for o in package.observations)
    return replace(package, observations=tuple(observations))


@pytest.fixture(scope="module")
def written(randers):
    return trends(randers)


def test_five_figures_that_swing_have_no_certain_direction(written):
    # 25, 0, 80, 70, 100: 14 of the 120 orders have at most two pairs that fall, p = 2 * 14 / 120
    said = written["series"][YOUTH]["energivej"]
    assert said == {
        "word": "unclear",
        "few": False,
        "text": "Energivej-området: ingen sikker retning fra 2020 til 2025 (5 tal, p = 0,233).",
    }


@pytest.mark.parametrize(
    ("values", "word", "told"),
    [((70, 71, 72, 73, 74), "rising", "stigende"), ((74, 73, 72, 71, 70), "falling", "faldende")],
)
def test_five_figures_in_one_direction_have_a_word(randers, values, word, told):
    said = trends(with_values(randers, YOUTH, "jennumparken", values))["series"][YOUTH]
    assert said["jennumparken"]["word"] == word
    assert f": {told} fra 2020 til 2025 (5 tal, p = 0,017)." in said["jennumparken"]["text"]


def test_a_sum_has_the_trend_of_its_figures_and_too_few_are_counted(written):
    # 956, 864, 919, 964; 2025 is a part of a year
    said = written["series"]["uden-for-arbejdsmarkedet"]["tre-boligomraader"]
    assert said == {"word": None, "few": True, "text": "Tre boligområder lagt sammen (4)"}


def test_places_without_enough_figures_are_told_with_their_number(written):
    places = [one for series in written["series"].values() for one in series.values()]
    few = [one for one in places if one["few"]]
    assert few
    for one in few:
        number = one["text"].rsplit("(", 1)[1].rstrip(")")
        assert (one["word"], int(number) < LEAST_POINTS) == (None, True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_method_names_its_limits(randers, language):
    method = trends(randers, language)["method"]
    assert "5" in method
    assert {"da": "0,05", "en": "0.05"}[language] in method


def test_a_p_is_written_as_the_language_does():
    assert numbers.probability(2 / 120, catalogue("da")) == "= 0,017"
    assert numbers.probability(2 / 120, catalogue("en")) == "= 0.017"
    assert numbers.probability(0.0001, catalogue("da")) == "< 0,001"
