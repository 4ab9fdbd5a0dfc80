"""A difference says exactly what was changed in a package, and nothing else."""

from dataclasses import replace

import numpy as np
import pytest
from shapely import LineString, Point, Polygon
from shapely.affinity import translate

from geodata.difference.changes import FieldChange, Move, What
from geodata.difference.difference import difference
from geodata.difference.features import shapes_of
from geodata.difference.plain import as_plain
from geodata.difference.rows import changed_values
from geodata.difference.shapes import move_of
from geodata.difference.text import as_text
from geodata.package.loading import read_package
from geodata.tables.columns import Column
from geodata.tables.findings import Severity
from geodata.tables.observations import Observations
from tests.packages_editing import append_row, edit_feature, edit_json, with_value

READERS = ("laesegrupper", "moelleparken", "2023/24")


def parts(found):
    """Which parts of a difference are not empty."""
    return [name for name in ("about", "values", "rows", "features", "findings", "verdicts")
            if getattr(found, name)]  # fmt: skip


def with_shape(package, layer, identifier, change):
    """Return a package in memory in which one feature is drawn otherwise, in metres."""
    frame = package.layers[layer].copy()
    frame.at[identifier, "geometry"] = change(frame.at[identifier, "geometry"])
    return replace(package, layers={**package.layers, layer: frame})


@pytest.mark.parametrize("name", ["tinytown", "randers", "kystby", "skelby"])
def test_a_package_read_twice_does_not_differ(request, copy_of, name):
    assert difference(request.getfixturevalue(name), read_package(copy_of(name))).is_empty


def test_a_changed_value_is_told_with_its_cell_and_each_field(tinytown):
    new = with_value(tinytown, *READERS, value=22.4, source_text="Mølleparken: 22,4 %")
    found = difference(tinytown, new)
    (change,) = found.values
    assert parts(found) == ["values"]
    assert change.key == (*READERS, "status")
    assert (change.what, change.old_row, change.new_row) == (What.CHANGED, 10, 10)
    assert change.fields == (
        FieldChange("value", 21.4, 22.4),
        FieldChange("source_text", "Mølleparken: 21,4 %", "Mølleparken: 22,4 %"),
    )
    assert (change.new.source_table, change.new.source_column) == ("Læsning", "Status")


def test_an_added_and_a_removed_value_stand_by_their_keys(tinytown):
    kept = tinytown.observations[1:]
    later = replace(kept[-1], geography="bakkegaarden", value=7.0, source_text="Bakkegården: 7")
    found = difference(tinytown, replace(tinytown, observations=(*kept, later)))
    told = [(c.what, c.key, c.old_row, c.new_row) for c in found.values]
    assert told == [
        (What.REMOVED, ("laesegrupper", "plan-2020", "2018/19", "baseline"), 2, None),
        (What.ADDED, ("naboklager", "bakkegaarden", "2024", "status"), None, 20),
    ]


def test_values_in_another_order_do_not_differ(randers):
    assert not difference(
        randers, replace(randers, observations=tuple(reversed(randers.observations)))
    ).values


def test_rows_of_other_tables_are_told_by_table_and_row(tinytown, town):
    append_row(town, "milestones", 5, date="2025-01-01", status="open")
    append_row(town, "goals", 2, id="nyt-maal")
    found = difference(tinytown, read_package(town))
    assert [(c.table, c.key[0], c.what, c.new_row) for c in found.rows] == [
        ("goals", "nyt-maal", What.ADDED, len(tinytown.goals) + 2),
        ("milestones", "spejlsoeen", What.ADDED, len(tinytown.milestones) + 2),
    ]


def test_what_a_package_says_of_itself_is_compared(tinytown, town):
    edit_json(town / "datapackage.json", lambda d: d.update(version="1.1.0", title_en="Tinby"))
    assert difference(tinytown, read_package(town)).about == (
        FieldChange("version", "1.0.0", "1.1.0"),
        FieldChange("title_en", "Tinby: an invented town", "Tinby"),
    )


def test_an_outline_moved_by_40_m_is_measured(tinytown):
    new = with_shape(tinytown, "areas", "soegade", lambda s: translate(s, xoff=40))
    (change,) = difference(tinytown, new).features
    width, height = 373, 334  # metres, within 1: the area is drawn along degrees
    assert (change.layer, change.id, change.what) == ("areas", "soegade", What.CHANGED)
    assert change.move.shift_m == pytest.approx(40)
    assert change.move.farthest_m == pytest.approx(40, abs=0.5)
    assert change.move.gained_ha == pytest.approx(40 * height / 10_000, rel=0.02)
    assert change.move.lost_ha == pytest.approx(change.move.gained_ha)
    assert change.old.area_ha == pytest.approx(width * height / 10_000, rel=0.01)
    assert change.new.area_ha == pytest.approx(change.old.area_ha)


def test_lines_and_points_move_without_hectares(tinytown):
    moved = with_shape(tinytown, "paths", "engstien", lambda s: translate(s, yoff=12))
    place = tinytown.layers["places"].index[0]
    moved = with_shape(moved, "places", place, lambda s: translate(s, xoff=3, yoff=4))
    places, paths = difference(tinytown, moved).features
    assert places.move.shift_m == pytest.approx(5)
    assert (places.old.area_ha, places.old.length_m) == (None, None)
    assert paths.move.farthest_m == pytest.approx(12, abs=0.1)
    assert (paths.move.gained_ha, paths.old.area_ha) == (0, None)
    assert paths.old.length_m == pytest.approx(paths.new.length_m)


def test_the_greatest_distance_is_found_between_corners_too():
    """The middle of the long side is 30 m from the new outline; all corners are the same."""
    old = Polygon([(0, 0), (100, 0), (100, 50), (0, 50)])
    new = Polygon([(0, 0), (100, 0), (100, 50), (50, 20), (0, 50)])
    move = move_of(old, new)
    assert move.farthest_m == pytest.approx(LineString([(0, 50), (50, 20)]).distance(Point(50, 50)))
    assert (move.gained_ha, move.lost_ha) == (0, pytest.approx(0.15))


def test_a_ring_that_begins_elsewhere_is_the_same_outline(tinytown, town):
    def turn(feature):
        ring = feature["geometry"]["coordinates"][0]
        feature["geometry"]["coordinates"][0] = [*ring[2:], ring[1], ring[2]][::-1]

    edit_feature(town, "areas", 1, turn)
    assert difference(tinytown, read_package(town)).is_empty


def test_a_feature_that_is_new_gone_or_renamed_is_told(tinytown, town):
    edit_feature(town, "parks", 1, lambda f: f["properties"].update(id="nyparken"))
    edit_feature(town, "areas", 2, lambda f: f["properties"].update(error_m=15))
    for table in ("milestones", "figures", "offers", "remarks"):
        (town / f"{table}.csv").write_text(
            (town / f"{table}.csv").read_text("utf-8").replace("engparken", "nyparken"), "utf-8"
        )
    found = difference(tinytown, read_package(town)).features
    assert [(c.layer, c.id, c.what) for c in found] == [
        ("areas", "soegade", What.CHANGED),
        ("parks", "engparken", What.REMOVED),
        ("parks", "nyparken", What.ADDED),
    ]
    assert found[0].fields == (FieldChange("error_m", 40.0, 15.0),)
    assert found[0].move is None


def test_a_value_that_cannot_be_brings_a_finding_and_takes_a_verdict(tinytown):
    series, place, period = "naboklager", "moelleparken", "2024"
    new = with_value(tinytown, series, place, period, value=26.0)
    (verdict,) = difference(tinytown, new).verdicts
    assert (verdict.goal, verdict.places) == ("godt-naboskab", ("moelleparken", "soegade"))
    assert (verdict.old.verdict, verdict.old.reason) == ("reached", "enough")
    assert (verdict.new.verdict, verdict.new.reason) == ("not_reached", "too_little")
    beyond = with_value(tinytown, *READERS, value=61.0)
    (finding,) = difference(tinytown, beyond).findings
    assert finding.came
    assert (finding.finding.rule, finding.finding.severity) == ("implausible", Severity.INVALID)
    assert not difference(beyond, tinytown).findings[0].came


def test_a_move_is_the_same_either_way_but_for_what_is_gained():
    old, new = Polygon([(0, 0), (9, 0), (0, 9)]), Polygon([(0, 0), (30, 0), (0, 5)])
    there, back = move_of(old, new), move_of(new, old)
    assert back == Move(there.lost_ha, there.gained_ha, there.farthest_m, there.shift_m)
    assert there.gained_ha > there.lost_ha > 0


def test_records_are_made_only_of_rows_that_differ(randers):
    untouched = randers.observations.only(np.arange(len(randers.observations)))
    old, changed = replace(randers, observations=untouched), untouched.columns["value"]
    values = [*changed.distinct, 1234.5]
    codes = changed.codes.copy()
    codes[7] = len(values) - 1
    columns = {**untouched.columns, "value": Column(values, codes)}
    other = replace(randers, observations=Observations(columns))
    (change,) = changed_values(old, other)
    assert (change.new.value, change.new_row) == (1234.5, 9)
    assert [row for row, _ in old.observations.made()] == [7]


def outline_changes(old, new):
    found = difference(old, new)
    return [(c.layer, c.id, c.since, c.follows, str(c.what)) for c in found.features], found


def test_an_outline_that_follows_is_held_against_the_one_before(skelby, copy_of):
    """Østerled before and after it was drawn anew: the old outline has ended, the new one is told."""
    town = copy_of("skelby")

    def without(content):
        kept = [f for f in content["features"] if f["properties"].get("change_da") is None]
        kept[0]["properties"].pop("valid_to")
        content["features"] = kept

    edit_json(town / "areas.geojson", without)
    told, found = outline_changes(read_package(town), skelby)
    assert told == [
        ("areas", "oesterled", "", False, "changed"),
        ("areas", "oesterled", "2023", True, "changed"),
    ]
    ended, follows = found.features
    assert ended.fields == (FieldChange("valid_to", "", "2022"),)
    assert ended.move is None
    assert follows.move.gained_ha == pytest.approx(6.0, abs=0.05)
    assert follows.move.lost_ha == pytest.approx(0, abs=0.01)
    assert "new outline from 2023: areas, oesterled (Østerled): 15.99 ha -> " in as_text(found)
    old, new = shapes_of(follows, read_package(town), skelby)
    assert new.area - old.area == pytest.approx(60_000, rel=0.01)
    assert as_plain(found)["features"][1]["since"] == "2023"


def test_an_outline_that_is_gone_or_moved_is_told_by_its_time(skelby, copy_of):
    town = copy_of("skelby")
    edit_feature(town, "areas", 2, lambda f: f["geometry"]["coordinates"][0][1].__setitem__(0, 10.0256))  # fmt: skip
    told, found = outline_changes(skelby, read_package(town))
    assert told == [("areas", "oesterled", "2023", False, "changed")]
    assert "moved (outline from 2023): areas, oesterled" in as_text(found)
    edit_json(town / "parks.geojson", lambda content: content["features"].pop())
    told, _ = outline_changes(skelby, read_package(town))
    assert ("parks", "engen", "2023-07-01", False, "removed") in told


def test_a_break_that_comes_with_an_outline_is_judged_anew(skelby, copy_of):
    town = copy_of("skelby")
    edit_feature(town, "areas", 4, lambda f: f["properties"].update(comparable_da=None, comparable_en=None))  # fmt: skip
    new = read_package(town)
    came = [c.finding.observation.geography for c in difference(skelby, new).findings if c.came]
    assert sorted(came) == ["skelplan", "vesterled", "vesterled"]
