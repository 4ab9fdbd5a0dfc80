"""Who may walk where, by OpenStreetMap's tags."""

import pytest

from geodata.network_import.tags import has_tags, tags_of
from geodata.network_import.walkable import walked_as


def tags(text):
    return dict(pair.split("=") for pair in text.split())


@pytest.mark.parametrize("text", [
    "highway=footway", "highway=path", "highway=pedestrian", "highway=steps",
    "highway=residential", "highway=service", "highway=track", "highway=living_street",
    "highway=unclassified", "highway=tertiary", "highway=primary",
    "highway=cycleway", "highway=cycleway foot=yes", "highway=cycleway foot=designated",
    "highway=residential oneway=yes", "highway=residential oneway=-1",
    "highway=service access=private foot=yes", "highway=track access=agricultural foot=permissive",
    "highway=trunk sidewalk=both", "highway=trunk foot=yes", "highway=bridleway foot=yes",
    "highway=footway bridge=yes layer=1", "highway=path tunnel=yes", "highway=service access=yes",
    "highway=bridleway access=yes", "highway=path foot=discouraged",
    "highway=path foot=yes;permissive", "highway=path access=private foot=no;yes",
    "highway=residential access=residents", "highway=living_street access=destination",
    "highway=pedestrian access=delivery", "highway=service access=private;residents",
    "highway=footway access=delivery;destination", "highway=path access=permissive",
    "highway=footway disused=no", "highway=residential construction=minor",
    "highway=pedestrian area=yes", "highway=footway area=yes", "highway=platform",
    "highway=platform area=yes", "highway=corridor indoor=yes", "highway=elevator",
])  # fmt: skip
def test_people_may_walk_here(text):
    assert walked_as(tags(text)) == tags(text)["highway"]


@pytest.mark.parametrize("text", [
    "highway=motorway", "highway=motorway_link", "highway=motorway foot=yes", "highway=trunk",
    "highway=primary motorroad=yes", "highway=cycleway foot=no", "highway=residential foot=no",
    "highway=service access=private", "highway=footway access=no", "highway=path foot=private",
    "highway=track access=forestry", "highway=cycleway foot=use_sidepath", "highway=bridleway",
    "highway=construction", "highway=proposed", "highway=raceway", "highway=service area=yes",
    "building=yes", "railway=rail", "highway=busway", "route=ferry", "route=ferry foot=yes",
    "highway=path foot=customers", "highway=path foot=permit", "highway=path foot=residents",
    "highway=path foot=employees", "highway=path foot=military", "highway=path foot=delivery",
    "highway=path foot=members", "highway=service access=members", "highway=service access=staff",
    "highway=service access=customers", "highway=service access=military",
    "highway=service access=no;private", "highway=path foot=no;private",
    "highway=path disused=yes", "highway=path abandoned=yes", "highway=path construction=yes",
    "highway=trunk access=yes", "highway=busway access=yes", "railway=platform access=private",
])  # fmt: skip
def test_people_may_not_walk_here(text):
    assert walked_as(tags(text)) == ""


@pytest.mark.parametrize(("text", "kind"), [
    ("railway=platform", "platform"), ("railway=platform area=yes", "platform"),
    ("man_made=pier", "pier"), ("man_made=pier highway=footway", "footway"),
])  # fmt: skip
def test_platforms_and_piers_are_walked_along(text, kind):
    assert walked_as(tags(text)) == kind


@pytest.mark.parametrize(("row", "kind"), [
    ({"highway": "path", "other_tags": '"foot"=>"yes","access"=>"private"'}, "path"),
    ({"highway": "path", "other_tags": '"name"=>"a \\"b\\" => c","access"=>"private"'}, ""),
    ({"highway": "path", "foot": "yes", "other_tags": '"foot"=>"no"'}, "path"),
    ({"highway": "", "other_tags": '"railway"=>"platform"'}, "platform"),
    ({"fclass": "footway"}, "footway"), ({"fclass": "track_grade3"}, "track"),
    ({"fclass": "motorway"}, ""), ({"fclass": "unknown"}, ""),
    ({"fclass": "footway", "highway": ""}, "footway"),
])  # fmt: skip
def test_exports_from_openstreetmap_are_read_by_the_same_rules(row, kind):
    assert has_tags(row)
    assert walked_as(tags_of(row)) == kind


def test_other_columns_are_no_tags():
    assert not has_tags(["kind", "name"])
