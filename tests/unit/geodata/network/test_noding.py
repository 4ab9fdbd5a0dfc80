"""Drawn lines meet where the drawing says so, and nowhere else."""

import numpy as np
import pytest

from geodata.network.network import edge_table, islands
from tests.drawn_network import network, on, road


def lengths(net):
    return sorted(float(m) for m in edge_table(net, 2020)["length_m"])


def test_a_shared_vertex_joins_two_lines(tinytown):
    net = network(tinytown, roads=[road("a", (0, 0), (100, 0), (200, 0)),
                                   road("b", (100, 0), (100, 50))])  # fmt: skip
    assert lengths(net) == [50, 100, 100]
    assert islands(net, 2020).parts == 1


def test_a_vertex_that_no_other_line_has_is_no_node(tinytown):
    assert lengths(network(tinytown, roads=[road("a", (0, 0), (30, 40), (60, 80))])) == [100]


def test_lines_that_cross_without_a_shared_vertex_do_not_meet(tinytown):
    bridge = road("bridge", (50, -50), (50, 50), error_m=30)
    net = network(tinytown, roads=[road("a", (0, 0), (100, 0), error_m=30), bridge])
    assert lengths(net) == [100, 100]
    assert islands(net, 2020).parts == 2


def test_an_end_that_lies_on_a_line_meets_it(tinytown):
    net = network(tinytown, roads=[road("a", (0, 0), (100, 0)), road("b", (40, 0), (40, 70))])
    assert lengths(net) == [40, 60, 70]
    assert net.bridged_m == ()


@pytest.mark.parametrize(("gap", "errors", "parts"), [
    (8, (0, 0), 2),  # exact drawings: a gap is a gap
    (8, (5, 3), 1),  # the errors explain it
    (8, (5, 2), 2),
    (19, (50, 50), 1),
    (21, (50, 50), 2),  # never more than the stated longest gap
])  # fmt: skip
def test_a_gap_is_bridged_only_where_the_errors_explain_it(tinytown, gap, errors, parts):
    roads = [road("a", (0, 0), (100, 0), error_m=errors[0]),
             road("b", (40, gap), (40, 90), error_m=errors[1])]  # fmt: skip
    net = network(tinytown, roads=roads)
    assert islands(net, 2020).parts == parts
    assert net.bridged_m == (() if parts == 2 else (gap,))


def test_a_bridged_gap_is_walked_and_counted(tinytown):
    roads = [road("a", (0, 0), (100, 0), error_m=10), road("b", (40, 8), (40, 90), error_m=10)]
    assert lengths(network(tinytown, roads=roads)) == [8, 40, 60, 82]


def test_an_end_meets_the_nearest_street_and_every_dated_path(tinytown):
    """Were the path the only one it met, the end would hang in the air before the path."""
    roads = [road("a", (0, 0), (100, 0), error_m=10), road("far", (0, -4), (100, -4), error_m=10),
             road("b", (40, 8), (40, 90), error_m=10)]  # fmt: skip
    paths = [road("new", (0, 5), (100, 5), kind="path", error_m=10)]
    net = network(tinytown, roads=roads, paths=paths, milestones=[on("new", "2022-01-01", "open")])
    table = edge_table(net, 2023)
    of_b = table[table["line"] == "b"]
    assert sorted(of_b["length_m"]) == [3, 8, 82]


def test_edges_know_their_dates_status_and_error(tinytown):
    paths = [road("p", (0, 0), (10, 0), kind="steps", error_m=7)]
    dates = [on("p", "2020-05-01", "planned"), on("p", "2021-06-01", "open"),
             on("p", "2024-02-03", "closed")]  # fmt: skip
    net = network(tinytown, paths=paths, milestones=dates)
    table = edge_table(net, 2022).iloc[0]
    assert (table["kind"], table["error_m"], table["status"]) == ("steps", 7, "open")
    assert (str(table["from"]), str(table["to"])) == ("2021-06-01", "2024-02-03")
    assert [net.at(y).walked[0] for y in (2019, 2020, 2021, 2023, 2024)] == [0, 0, 1, 1, 0]


def test_what_is_no_way_to_walk_is_left_out(tinytown):
    kinds = ["motorway", "road_works", "railway"]
    paths = [road(kind, (0, 0), (10, 0), kind=kind) for kind in kinds]
    assert len(network(tinytown, paths=paths).edges.u) == 0


def test_lengths_are_whole_millimetres_and_parts_sum_to_the_whole(tinytown):
    roads = [road("a", (0, 0), (100 / 3, 70 / 3), (91.7, 44.4)), road("b", (20, 14), (20, 90)),
             road("c", (60, 31.9), (60, 90))]  # fmt: skip
    whole = network(tinytown, roads=roads[:1]).edges.length_mm
    parts = network(tinytown, roads=[{**r, "error_m": 20} for r in roads]).edges
    of_a = [i for i in range(len(parts.u)) if parts.lines[parts.line[i]].id == "a"]
    assert len(of_a) == 3
    assert parts.length_mm[of_a].sum() == whole.sum()
    assert parts.length_mm.dtype == np.int64


def test_islands_say_how_much_cannot_be_reached(tinytown):
    roads = [road("a", (0, 0), (300, 0)), road("b", (0, 50), (100, 50))]
    found = islands(network(tinytown, roads=roads), 2020)
    assert (found.parts, found.total_m, found.unreachable_m) == (2, 400, 100)


def test_the_shipped_drawing_is_in_parts_and_says_so(randers):
    from geodata.network.network import read_network  # noqa: PLC0415

    found = islands(read_network(randers), 2023)
    assert found.parts > 1
    assert 0 < found.unreachable_m < found.total_m
