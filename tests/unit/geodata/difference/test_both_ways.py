"""The difference from one package to another is that of the way back, turned round."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shapely.affinity import translate

from geodata.difference.changes import FieldChange, Move
from geodata.difference.classes import changed_classes
from geodata.difference.difference import difference
from geodata.difference.verdicts import changed_verdicts


def turned(found):
    """The same difference, told from the other side."""
    return replace(
        found, old=found.new, new=found.old, about=fields(found.about),
        values=tuple(map(row, found.values)), rows=tuple(map(row, found.rows)),
        features=tuple(map(feature, found.features)),
        findings=tuple(replace(one, came=not one.came) for one in found.findings),
        verdicts=tuple(replace(one, old=one.new, new=one.old) for one in found.verdicts),
        classes=tuple(replace(one, old=one.new, new=one.old) for one in found.classes),
    )  # fmt: skip


def fields(changes):
    return tuple(FieldChange(one.field, one.new, one.old) for one in changes)


def row(change):
    return replace(change, old=change.new, new=change.old, old_row=change.new_row,
                   new_row=change.old_row, fields=fields(change.fields))  # fmt: skip


def feature(change):
    move = change.move and Move(change.move.lost_ha, change.move.gained_ha,
                                change.move.farthest_m, change.move.shift_m)  # fmt: skip
    return replace(change, old=change.new, new=change.old, fields=fields(change.fields), move=move)


@st.composite
def edits(draw, package):
    """A package with some values, rows and outlines changed, added or taken out by chance."""
    values = list(package.observations)
    for _ in range(draw(st.integers(0, 4))):
        number = draw(st.integers(0, len(values) - 1))
        changed = replace(values[number], value=float(draw(st.integers(0, 99))),
                          note=draw(st.sampled_from(["", "year_from_row"])))  # fmt: skip
        values[number : number + 1] = [changed] if draw(st.booleans()) else []
    name = draw(st.sampled_from(["areas", "parks", "places", "paths", "water"]))
    frame = package.layers[name].copy()
    first = frame.index[0]
    frame.at[first, "geometry"] = translate(frame.at[first, "geometry"],
                                            draw(st.sampled_from([0, 7, 250.5])))  # fmt: skip
    frame.at[first, "error_m"] = draw(st.sampled_from([20.0, 80.0]))
    return replace(
        package, observations=draw(st.permutations(values)) if draw(st.booleans()) else values,
        layers={**package.layers, name: frame},
        targets=package.targets[draw(st.integers(0, 1)) :],
        milestones=package.milestones[: draw(st.integers(3, 9))],
        descriptor=replace(package.descriptor, version=draw(st.sampled_from(["1.0.0", "2.0.0"]))),
    )  # fmt: skip


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_a_difference_turned_round_is_the_difference_back(tinytown, data):
    one, other = data.draw(edits(tinytown)), data.draw(edits(tinytown))
    found = difference(one, other)
    assert turned(found) == difference(other, one)
    assert found.verdicts == changed_verdicts(one, other)
    assert found.classes == changed_classes(one, other)
    assert difference(one, one).is_empty
