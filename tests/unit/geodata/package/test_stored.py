"""A package that is read from stored columns is the one that was stored."""

from dataclasses import replace

import pytest

from geodata.package.part import part_of
from geodata.package.stored import DISTINCT, restore, store
from geodata.rules.quality import find
from layers.view import build_view


@pytest.fixture
def stored(tmp_path):
    def write(package):
        for name, content in store(package).items():
            (tmp_path / name).write_bytes(content)
        return tmp_path

    return write


@pytest.mark.parametrize("name", ["randers", "tinytown", "kystby"])
def test_numbers_and_findings_are_the_same(request, name, stored):
    package = request.getfixturevalue(name)
    package = replace(package, findings=find(package))
    found = restore(package.path, stored(package))
    assert list(found.observations) == list(package.observations)
    assert found.findings == package.findings
    assert find(replace(found, findings=None)) == package.findings


def test_the_same_package_is_stored_in_the_same_bytes(randers):
    known = replace(randers, findings=find(randers))
    assert store(known) == store(known)


def test_findings_that_nobody_looked_for_cannot_be_stored(tinytown):
    with pytest.raises(ValueError, match="not known"):
        store(tinytown)


def test_columns_that_were_cut_short_are_an_error(tinytown, stored):
    folder = stored(replace(tinytown, findings=find(tinytown)))
    whole = (folder / "value.npy").read_bytes()
    (folder / "value.npy").write_bytes(whole[:-4])
    with pytest.raises(ValueError, match=r"value|mmap|length"):
        restore(tinytown.path, folder)
    (folder / "value.npy").write_bytes(whole)
    (folder / DISTINCT).write_text("{")
    with pytest.raises(ValueError, match="Expecting"):
        restore(tinytown.path, folder)


def test_a_part_of_a_package_looks_like_it_does_in_the_whole(randers):
    known = replace(randers, findings=find(randers))
    whole = build_view(known)
    for series in known.indicators:
        part = part_of(known, {series.id})
        assert [i.id for i in part.indicators] == [series.id]
        assert build_view(part).series == {series.id: whole.series[series.id]}


def test_a_part_of_some_places_has_their_numbers_and_what_was_found_in_them(randers):
    known = replace(randers, findings=find(randers))
    part = part_of(known, places={"vangdalen"})
    assert {o.geography for o in part.observations} == {"vangdalen"}
    assert {f.observation.geography for f in part.findings} == {"vangdalen"}
    assert part.indicators == known.indicators


def test_a_part_of_some_series_can_be_looked_at_as_a_whole(randers):
    """Its columns still know the names of all series; no number of it is of the others."""
    series = randers.indicators[3]
    facts = part_of(randers, {series.id}).facts
    assert facts.indicator.tolist() == [0] * len(facts.observations)
    assert facts.value.tolist() == [
        o.value for o in randers.observations if o.indicator == series.id
    ]
    place = [g.id for g in randers.geographies].index("vangdalen")
    assert set(part_of(randers, places={"vangdalen"}).facts.geography.tolist()) == {place}
