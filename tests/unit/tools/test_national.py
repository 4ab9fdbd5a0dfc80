"""The made-up country is the same each time, is accepted, and has in it what rules look for."""

from collections import Counter
from pathlib import Path

import pytest

from geodata.package.loading import read_package
from geodata.rules.quality import find
from tools.national.__main__ import main
from tools.national.size import Size
from tools.national.writing import write

SMALL = Size(areas=10, series=5, years=5)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("national")
    write(folder, SMALL)
    return folder


@pytest.fixture(scope="module")
def country(folder):
    return read_package(folder)


def content(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def test_the_same_size_gives_the_same_bytes(folder, tmp_path):
    size = ["--areas", "10", "--series", "5", "--years", "5"]
    assert main([*size, str(tmp_path)]) == 0
    assert content(tmp_path) == content(folder)
    assert len(content(folder)) == 16


def test_it_says_that_it_is_made_up(country):
    assert country.descriptor.title_da == "Opdigtet land, kun til målinger"
    assert "made-up" in country.descriptor.title_en
    assert (len(country.areas), len(country.indicators)) == (10, 5)
    assert {i.unit for i in country.indicators} == {"percent", "count", "grade"}


def test_each_area_is_held_against_its_own_municipality(country):
    own = [country.municipality_of(area.id).id for area in country.areas]
    assert own == ["kommune-01"] * 5 + ["kommune-02"] * 5
    assert country.municipality_of("kommune-01").id == "hele-landet"


def test_areas_of_a_block_share_their_borders_exactly(country):
    shapes = country.layers["areas"].geometry
    first, second = shapes["omraade-0001"], shapes["omraade-0002"]
    assert first.intersection(second).length > 200
    assert first.intersection(second).area == 0
    assert first.distance(shapes["omraade-0006"]) > 10_000


def test_some_areas_have_a_yard_or_an_annex(country):
    shapes = country.layers["areas"].geometry
    assert len(shapes["omraade-0006"].interiors) == 1
    assert len(shapes["omraade-0008"].geoms) == 2


def test_it_has_gaps_breaks_and_odd_figures(country):
    places, years = 10 + 2 + 1, 5
    assert 0.8 * places * years * 5 < len(country.observations) < places * years * 5
    rules = Counter(f.rule for f in find(country))
    expected = {"copied_column", "implausible", "after_break", "part_year", "odd_precision"}
    assert expected <= set(rules)
    assert rules["copied_column"] >= 5


def test_a_tenth_has_every_kind_of_series_and_of_finding(tmp_path):
    write(tmp_path, Size(areas=100, series=10, years=10))
    country = read_package(tmp_path)
    rules = {f.rule for f in find(country)}
    assert rules >= {
        "shares_do_not_sum", "part_exceeds_whole", "small_base_stated", "small_base_suspected",
        "large_swing", "extreme_share", "no_period",
    }  # fmt: skip
    assert len({g.id for g in country.geographies if g.kind == "comparison"}) == 21


@pytest.mark.parametrize(("areas", "municipalities"), [(1, 1), (10, 2), (100, 20), (3000, 98)])
def test_municipalities_have_some_areas_each(areas, municipalities):
    size = Size(areas, 1, 1)
    counts = Counter(size.municipality(area) for area in range(areas))
    assert len(counts) == size.municipalities == municipalities
    assert max(counts.values()) - min(counts.values()) <= 1


def test_nothing_is_made_of_no_areas(capsys):
    with pytest.raises(SystemExit):
        main(["--areas", "0"])
    assert "at least 1 is needed" in capsys.readouterr().err
