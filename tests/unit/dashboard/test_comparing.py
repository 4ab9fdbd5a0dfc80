"""A comparison of some places says nothing of those that were not asked for."""

from dashboard.making.comparing import only
from geodata.tables.records import split_list


def test_a_target_of_more_places_is_held_for_those_asked_for(tinytown):
    part = only(tinytown, ["moelleparken"])
    assert [(t.goal, split_list(t.geographies)) for t in part.targets] == [
        ("flere-laesere", ("moelleparken",))
    ]


def test_a_target_together_stays_where_all_its_places_are_asked_for(tinytown):
    part = only(tinytown, ["soegade", "moelleparken"])
    assert [t.scope for t in part.targets] == ["each", "together"]
    assert part.targets == tinytown.targets
