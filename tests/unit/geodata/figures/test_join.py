"""Figures meet shapes once; distances are metres between nearest edges."""

from dataclasses import replace

import geopandas as gpd
import pytest
from shapely.geometry import box

from geodata.figures.join import geography_shapes, join_observations, neighbours
from geodata.reading.places import METRES

WEST, SOUTH = 500_000, 6_200_000


def layer(**shapes):
    """A layer in EPSG:25832: name=(west, east, error), metres east of a corner in Denmark."""
    rows = [
        {"id": name, "error_m": error, "geometry": box(WEST + west, SOUTH, WEST + east, SOUTH + 100)}
        for name, (west, east, error) in shapes.items()
    ]  # fmt: skip
    return gpd.GeoDataFrame(rows, geometry="geometry", crs=METRES).set_index("id")


def with_layers(package, **layers):
    return replace(package, layers={**package.layers, **layers})


def one_park(package, distance, area_error=0.0, park_error=0.0):
    """What is found between a park and an area so many metres apart."""
    areas = layer(omraade=(0, 100, area_error))
    parks = layer(park=(100 + distance, 300 + distance, park_error))
    return neighbours(with_layers(package, areas=areas, parks=parks))


def test_a_plan_is_the_union_of_its_members(tinytown):
    shapes = geography_shapes(tinytown)
    members = {"plan-2020": ["moelleparken", "soegade"],
               "plan-2023": ["moelleparken", "soegade", "bakkegaarden"]}  # fmt: skip
    for plan, areas in members.items():
        inside = shapes.loc[areas]
        assert shapes.loc[plan, "kind"] == "plan"
        assert shapes.loc[plan].geometry.area == pytest.approx(inside.area.sum(), rel=1e-9)
        assert inside.covered_by(shapes.loc[plan].geometry.buffer(1e-6)).all()
        assert shapes.loc[plan, "error_m"] == inside["error_m"].max()


def test_overlapping_members_count_once(tinytown):
    areas = layer(moelleparken=(0, 100, 1), soegade=(50, 150, 2), bakkegaarden=(900, 950, 3))
    shapes = geography_shapes(with_layers(tinytown, areas=areas))
    assert shapes.loc["plan-2020"].geometry.area == pytest.approx(150 * 100)


def test_randers_plans_cover_their_five_and_seven_areas(randers):
    shapes = geography_shapes(randers)
    for plan in (g for g in randers.geographies if g.kind == "plan"):
        members = plan.members.split(";")
        union = shapes.loc[members].union_all()
        assert len(members) in (5, 7)
        assert shapes.loc[plan.id].geometry.symmetric_difference(union).area < 1e-6


def test_comparison_groups_and_sums_have_no_shape(randers):
    shapes = geography_shapes(randers)
    assert set(shapes.index) == {g.id for g in randers.geographies if g.kind in ("area", "plan")}
    assert shapes.crs == METRES


def test_every_value_is_joined_to_its_own_shape_in_order(randers):
    joined = join_observations(randers)
    shapes = geography_shapes(randers)
    assert [tuple(row) for row in joined[["indicator", "geography", "period", "role"]].to_numpy()] == [
        o.key for o in randers.observations
    ]  # fmt: skip
    assert list(joined["value"]) == [o.value for o in randers.observations]
    for geography, shape in zip(joined["geography"], joined.geometry, strict=True):
        if geography in shapes.index:
            assert shape.equals(shapes.loc[geography].geometry)
        else:
            assert shape is None


def test_only_comparison_groups_are_joined_to_nothing(tinytown):
    joined = join_observations(tinytown)
    assert set(joined[joined.geometry.isna()]["geography"]) == {"tinby-kommune"}


def test_a_package_without_shaped_values_is_joined_to_nothing(tinytown):
    kept = tuple(o for o in tinytown.observations if o.geography == "tinby-kommune")
    joined = join_observations(replace(tinytown, observations=kept))
    assert len(joined) == len(kept) > 0
    assert joined.geometry.isna().all()


@pytest.mark.parametrize(
    ("distance", "within"),
    [(0, 300), (299, 300), (300, 300), (301, 1000), (1000, 1000)],
)
def test_a_park_is_near_or_within_reach(tinytown, distance, within):
    (found,) = one_park(tinytown, distance)
    assert (found.feature, found.area, found.within_m) == ("park", "omraade", within)
    assert found.distance_m == pytest.approx(distance, abs=1e-6)


def test_a_park_farther_than_a_kilometre_is_left_out(tinytown):
    assert one_park(tinytown, 1001) == ()


@pytest.mark.parametrize(
    ("distance", "errors", "certain"),
    [
        (200, (60, 39), True), (200, (60, 40), False), (400, (50, 49), True), (400, (50, 50), False),
        (950, (20, 29), True), (950, (20, 30), False), (0, (100, 100), True),
    ],
)  # fmt: skip
def test_a_park_is_certain_unless_errors_could_move_it_across_a_limit(
    tinytown, distance, errors, certain
):
    (found,) = one_park(tinytown, distance, *errors)
    assert found.certain is certain
    assert found.error_m == sum(errors)


def test_neighbours_come_feature_by_feature_nearest_first(tinytown):
    areas = layer(langt=(900, 1000, 0), kort=(0, 100, 0), inde=(250, 260, 0))
    parks = layer(b=(200, 300, 0), a=(0, 50, 0))
    found = neighbours(with_layers(tinytown, areas=areas, parks=parks))
    assert [(n.feature, n.area) for n in found] == [
        ("a", "kort"), ("a", "inde"), ("a", "langt"), ("b", "inde"), ("b", "kort"), ("b", "langt"),
    ]  # fmt: skip


def test_neighbours_of_another_layer(tinytown):
    assert {n.feature for n in neighbours(tinytown, "places")} == {"tinby-bibliotek"}


def test_the_town_park_lies_beside_two_areas(tinytown):
    near = {n.area for n in neighbours(tinytown) if n.feature == "engparken" and n.within_m == 300}
    assert near == {"moelleparken", "soegade"}


def test_falken_touches_glarbjergvej(randers):
    falken = next(n for n in neighbours(randers) if n.feature == "falken")
    assert (falken.area, falken.distance_m, falken.within_m) == ("glarbjergvej", 0.0, 300)
    area = randers.layers["areas"].loc["glarbjergvej"].geometry
    assert randers.layers["parks"].loc["falken"].geometry.within(area)
