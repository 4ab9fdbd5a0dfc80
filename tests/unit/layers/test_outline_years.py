"""What maps draw of outlines in time: each once, and which of them in which year."""

import pytest
from shapely.geometry import shape

from layers.layer import all_features
from layers.outline_years import outline_years
from layers.reasons import Reason
from layers.twoyears import Refusal, two_years
from layers.view import build_view


def test_nothing_is_said_of_outlines_that_hold_at_all_times(randers):
    assert outline_years(randers) == {}
    assert not any("outlines" in one["properties"] for one in all_features(randers)["features"])


def test_the_years_of_every_outline_are_said(skelby):
    found = outline_years(skelby)
    assert found["areas"]["oesterled"] == [0, 0, 0, 1, 1, 1]
    assert found["areas"]["markerne"] == [None, None, None, None, 0, 0]
    assert found["parks"] == {"engen": [0, 0, 0, 1, 1, 1]}
    assert found["plans"] == {"skelplan": [0, 0, 0, 1, 2, 2]}


@pytest.mark.parametrize("layer", ["areas", "counts", "plans", "parks", "paths"])
def test_every_outline_is_there_once_and_every_year_finds_its_own(skelby, layer):
    own = [one for one in all_features(skelby)["features"] if one["properties"]["layer"] == layer]
    years = outline_years(skelby)["areas" if layer == "counts" else layer]
    assert len({one["properties"]["id"] for one in own}) == len(own)
    for feature in own:
        earlier = [one["geometry"] for one in feature["properties"].get("outlines", [])]
        shapes = [shape(one).wkb for one in (*earlier, feature["geometry"])]
        wanted = years[feature["properties"]["id"]]
        assert len(set(shapes)) == len(shapes)
        assert {n for n in wanted if n is not None} == set(range(len(shapes)))


def test_a_circle_stands_in_the_outline_of_its_year(skelby):
    found = {(one["properties"]["layer"], one["properties"]["id"]): one
             for one in all_features(skelby)["features"]}  # fmt: skip
    area, count = found["areas", "oesterled"], found["counts", "oesterled"]
    for drawn, point in (
        (area["properties"]["outlines"][0], count["properties"]["outlines"][0]),
        (area, count),
    ):
        assert shape(drawn["geometry"]).contains(shape(point["geometry"]))


def test_an_area_that_is_not_there_says_so_and_not_that_nothing_is_known(skelby):
    reasons = build_view(skelby).series["i-job"].reasons
    assert reasons[2022]["markerne"] == Reason.NOT_THERE
    assert reasons[2024]["noerremark"] == Reason.NOT_THERE
    assert reasons[2020]["noerremark"] == Reason.NO_FIGURES


def test_two_years_say_why_there_is_no_change(skelby):
    pair = two_years(skelby, build_view(skelby).series["i-job"]).pairs[2022, 2024]
    assert pair.refused["markerne"] == pair.refused["storgaarden"] == Refusal.NOT_THERE
    assert pair.refused["oesterled"] == pair.refused["skelplan"] == Refusal.BREAK
    assert pair.changes["vesterled"].derived.value == 2.5
