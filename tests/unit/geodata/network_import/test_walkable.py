"""Who may walk where, by OpenStreetMap's tags."""

import pytest

from geodata.network_import.walkable import may_walk


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
])  # fmt: skip
def test_people_may_walk_here(text):
    assert may_walk(tags(text))


@pytest.mark.parametrize("text", [
    "highway=motorway", "highway=motorway_link", "highway=motorway foot=yes", "highway=trunk",
    "highway=primary motorroad=yes", "highway=cycleway foot=no", "highway=residential foot=no",
    "highway=service access=private", "highway=footway access=no", "highway=path foot=private",
    "highway=track access=forestry", "highway=cycleway foot=use_sidepath", "highway=bridleway",
    "highway=construction", "highway=proposed", "highway=raceway", "highway=pedestrian area=yes",
    "building=yes", "railway=rail", "highway=busway",
])  # fmt: skip
def test_people_may_not_walk_here(text):
    assert not may_walk(tags(text))
