"""Outlines lose what no map shows, and neighbours keep one border."""

from dataclasses import replace

import numpy as np
import pytest
import shapely
import shapely.affinity
from shapely.geometry import Polygon

from layers.layer import LAYERS, all_features
from layers.outlines import tolerance_m, with_fewer_vertices

#: Two areas of 100 m with one border, which a vertex in the middle leaves by the given metres.
BORDER = [(100, 0), (100, 50), (100, 100)]


def neighbours(off_m):
    bent = [(x + (off_m if y == 50 else 0), y) for x, y in BORDER]
    west = Polygon([(0, 0), *bent, (0, 100)])
    return west, Polygon([*bent, (200, 100), (200, 0)])


def with_areas(package, outlines):
    areas = package.layers["areas"].iloc[: len(outlines)].set_geometry(np.array(outlines))
    return replace(package, layers={**package.layers, "areas": areas})


def outlines(package):
    return package.layers["areas"].geometry.to_numpy()


def vertices(package):
    return shapely.get_num_coordinates(outlines(package)).tolist()


@pytest.mark.parametrize(("off_m", "left"), [(0.00001, [5, 5]), (5, [6, 6])])
def test_a_border_is_simplified_once_for_both_neighbours(tinytown, off_m, left):
    fewer = with_fewer_vertices(with_areas(tinytown, neighbours(off_m)))
    assert vertices(fewer) == left
    assert shapely.coverage_is_valid(outlines(fewer))


def test_areas_that_overlap_stay_as_they_are(tinytown):
    west, east = neighbours(0.00001)
    found = with_fewer_vertices(with_areas(tinytown, (west, shapely.affinity.translate(east, -9))))
    assert vertices(found) == [6, 6]


def test_what_goes_is_less_than_a_point_of_the_smallest_area():
    west, _ = neighbours(0)
    far = shapely.affinity.translate(west, 400_000)
    assert tolerance_m(np.array([west, far])) == 100 / 400


def test_the_shipped_outlines_stay_where_they_are(randers):
    before, after = outlines(randers), outlines(with_fewer_vertices(randers))
    assert sum(vertices(randers)) - shapely.get_num_coordinates(after).sum() == 1
    assert shapely.hausdorff_distance(before, after).max() < 0.002


def test_all_layers_stand_in_one_file_from_the_ground_up(randers):
    features = all_features(randers)["features"]
    named = list(dict.fromkeys(one["properties"]["layer"] for one in features))
    assert named == [layer.id for layer in LAYERS]
    assert sum(one["properties"]["layer"] == "areas" for one in features) == 7
