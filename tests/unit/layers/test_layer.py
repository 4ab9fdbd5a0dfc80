"""Every layer is GeoJSON in WGS 84 that the browser can draw as it stands."""

import json

import pytest
from shapely.geometry import Point, shape

from geodata.reading.places import LAT_RANGE, LON_RANGE
from geodata.tables.statuses import Status
from layers.layer import LAYERS, SWITCHABLE, bounds, feature_collection, statuses

PACKAGES = ("tinytown", "randers", "kystby")
LISTED = {"id", "name", "kind", "confidence", "error_m"}
NAMES = [layer.id for layer in LAYERS]


@pytest.fixture(params=PACKAGES)
def package(request):
    return request.getfixturevalue(request.param)


def features(package, name):
    layer = next(layer for layer in LAYERS if layer.id == name)
    return feature_collection(package, layer)["features"]


def shapes(package, name):
    return {f["properties"]["id"]: shape(f["geometry"]) for f in features(package, name)}


@pytest.mark.parametrize("name", NAMES)
def test_every_feature_is_valid_and_in_denmark(package, name):
    for geometry in shapes(package, name).values():
        west, south, east, north = geometry.bounds
        assert geometry.is_valid
        assert LON_RANGE[0] <= west <= east <= LON_RANGE[1]
        assert LAT_RANGE[0] <= south <= north <= LAT_RANGE[1]


@pytest.mark.parametrize("name", NAMES)
def test_every_feature_has_an_id_of_its_own(package, name):
    ids = [feature["properties"]["id"] for feature in features(package, name)]
    assert bool(ids) is (name in ("areas", "counts") or package.descriptor.name != "kystby")
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_but_listed_properties_goes_along(package, name):
    for feature in features(package, name):
        assert set(feature) == {"type", "properties", "geometry"}
        assert set(feature["properties"]) <= LISTED


@pytest.mark.parametrize("name", NAMES)
def test_a_collection_is_strict_json(package, name):
    layer = next(layer for layer in LAYERS if layer.id == name)
    text = json.dumps(feature_collection(package, layer), allow_nan=False)
    assert json.loads(text)["type"] == "FeatureCollection"


@pytest.mark.parametrize("name", [layer.id for layer in LAYERS if layer.id == layer.source])
def test_a_layer_of_the_package_has_all_its_features(package, name):
    assert list(shapes(package, name)) == list(package.layers[name].index)


def test_plans_with_members_are_features(package):
    plans = [g.id for g in package.geographies if g.kind == "plan" and g.members]
    assert list(shapes(package, "plans")) == plans


def test_a_plan_covers_its_members_and_no_other_area(package):
    areas, plans = shapes(package, "areas"), shapes(package, "plans")
    members = {g.id: g.members.split(";") for g in package.geographies if g.kind == "plan"}
    for plan, geometry in plans.items():
        covered = [i for i, area in areas.items() if geometry.contains(area.representative_point())]
        assert set(covered) == set(members[plan])


def test_a_count_stands_inside_its_area(package):
    areas, counts = shapes(package, "areas"), shapes(package, "counts")
    assert set(counts) == set(areas)
    assert all(areas[i].contains(point) for i, point in counts.items())


def test_the_bounds_are_two_corners_round_all_areas(package):
    (south, west), (north, east) = bounds(package)
    for geometry in shapes(package, "areas").values():
        for lon, lat in zip(*geometry.envelope.exterior.xy, strict=True):
            assert west - 1e-5 <= lon <= east + 1e-5
            assert south - 1e-5 <= lat <= north + 1e-5


def test_layer_ids_are_unique_and_switchable_ones_are_among_them():
    assert len(set(NAMES)) == len(NAMES)
    assert set(SWITCHABLE) < set(NAMES)


def test_coordinates_are_longitude_first(tinytown):
    point = next(iter(shapes(tinytown, "places").values()))
    assert isinstance(point, Point)
    assert point.x < point.y


def test_every_feature_has_a_status_for_every_year_of_the_clock(package):
    clock = package.descriptor
    years = clock.last_year - clock.first_year + 1
    found = statuses(package)
    assert set(found) == {i for frame in package.layers.values() for i in frame.index}
    assert all(len(of_years) == years for of_years in found.values())


def test_statuses_follow_the_milestones_of_their_own_feature(tinytown):
    park = statuses(tinytown)["engparken"]
    assert park[:2] == [Status.ABSENT, Status.PLANNED]
    assert set(park[4:]) == {Status.OPEN}


def test_nothing_of_randers_is_open_that_is_only_expected(randers):
    assert set(statuses(randers)["badesoe"][-3:]) == {Status.EXPECTED}
