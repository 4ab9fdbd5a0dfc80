"""Ways are cut at the rectangle around the town, and meet there no more than before."""

import geopandas as gpd
import pytest
from shapely.geometry import LineString, box

from geodata.network.dates import DATED
from geodata.network_import.cleaning import clean
from geodata.network_import.clipping import clip
from geodata.network_import.errors import NetworkImportError
from geodata.reading.places import METRES

TOWN = box(0, 0, 100, 100)


def edges(*rows):
    columns = {
        "u": [r[0] for r in rows],
        "v": [r[1] for r in rows],
        "kind": "path",
        **dict.fromkeys(DATED, ""),
    }
    return gpd.GeoDataFrame(columns, geometry=[LineString(r[2]) for r in rows], crs=METRES)


def ends(frame):
    return list(zip(frame["u"], frame["v"], frame.length, strict=True))


def test_what_lies_inside_is_kept_as_it_is():
    frame = edges((1, 2, [(0, 0), (100, 100)]), (2, 3, [(100, 100), (50, 50), (0, 100)]))
    kept, cut = clip(frame, TOWN)
    assert cut == 0
    assert kept.equals(frame)


def test_a_long_way_is_cut_and_ends_at_a_node_of_its_own():
    kept, cut = clip(
        edges((1, 2, [(50, 50), (50, 334_000)]), (2, 3, [(50, 334_000), (0, 9)])), TOWN
    )
    assert cut == 2
    one, two = ends(kept)
    assert (one[0], one[2], two[1]) == (1, 50, 3)
    assert len({1, 2, 3, one[1], two[0]}) == 5


def test_a_way_that_leaves_and_comes_back_becomes_two():
    kept, cut = clip(edges((1, 2, [(90, 10), (150, 10), (150, 60), (60, 60)])), TOWN)
    assert cut == 1
    (u, end, out), (begin, v, back) = ends(kept)
    assert (u, v, out, back) == (1, 2, 10, 40)
    assert len({u, end, begin, v}) == 4


def test_a_ring_keeps_the_node_where_it_begins():
    kept, _ = clip(edges((7, 7, [(90, 10), (150, 10), (150, 60), (90, 60), (90, 10)])), TOWN)
    first, second = ends(kept)
    assert (first[0], first[2]) == (7, 10)
    assert (second[1], second[2]) == (7, 60)


def test_a_way_that_crosses_itself_stays_one():
    loop = [(10, 10), (50, 50), (50, 10), (10, 50), (10, 150)]
    kept, _ = clip(edges((1, 2, loop)), TOWN)
    assert len(kept) == 1


def test_what_only_touches_the_edge_is_outside():
    frame = edges((1, 2, [(100, 50), (150, 50)]), (3, 4, [(90, 0), (90, 20)]))
    kept, dropped = clean(frame, TOWN)
    assert list(kept["u"]) == [3]
    assert (dropped.outside, dropped.cut) == (1, 0)


def test_what_passes_around_the_town_is_not_in_it():
    with pytest.raises(NetworkImportError, match="they lie around it, not in it"):
        clean(edges((1, 2, [(-50, 50), (50, 190), (190, 50)])), TOWN)
