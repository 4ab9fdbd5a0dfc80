"""Class bounds are those of the map, and are told where they change."""

import pytest

from geodata.difference.classes import ClassesChange, changed_classes, classes_of
from geodata.figures.classes import ClassRange
from layers.view import build_view
from tests.packages_editing import with_indicator, with_value


@pytest.mark.parametrize("name", ["tinytown", "randers", "kystby"])
def test_classes_are_those_of_the_map(request, name):
    package = request.getfixturevalue(name)
    view = build_view(package)
    assert classes_of(package) == {one: series.classes for one, series in view.series.items()}


def test_a_changed_value_moves_the_bounds_of_its_series_only(tinytown):
    new = with_value(tinytown, "laesegrupper", "moelleparken", "2023/24", value=30.5)
    (change,) = changed_classes(tinytown, new)
    assert change.indicator == "laesegrupper"
    assert (change.old[-1].high, change.new[-1].high) == (21.4, 30.5)
    assert changed_classes(new, tinytown) == (
        ClassesChange("laesegrupper", change.new, change.old),
    )


def test_an_impossible_value_moves_no_bound_but_by_being_gone(tinytown):
    new = with_value(tinytown, "laesegrupper", "moelleparken", "2023/24", value=61.0)
    (change,) = changed_classes(tinytown, new)
    assert change.new[-1].high == 18


def test_a_count_has_no_classes_and_nothing_changes_by_itself(tinytown):
    assert changed_classes(tinytown, tinytown) == ()
    counted = with_indicator(tinytown, "laesegrupper", unit="full_year_persons")
    (change,) = changed_classes(counted, tinytown)
    assert change.old == ()
    assert isinstance(change.new[0], ClassRange)
