"""Of many comparison groups a sentence names few, and says how many there are."""

import pytest

from geodata.package.loading import read_package
from tests.unit.dashboard.conftest import documents_of
from tools.national.size import Size
from tools.national.writing import write


@pytest.fixture(scope="module")
def country(tmp_path_factory):
    folder = tmp_path_factory.mktemp("country") / "package"
    write(folder, Size(areas=30, series=1, years=2))
    return read_package(folder)


def test_groups_that_are_no_places_own_are_named_and_all_are_counted(country):
    for year, said in documents_of(country)["da"]["indicators"]["serie-001"]["sentences"].items():
        counted = [o for o in country.observations if o.geography.startswith("kommune-")]
        assert len({o.geography for o in counted}) == 6
        if year in ("2023", "2024"):
            assert "Hele det opdigtede land: " in said
            assert "Opdigtet Kommune" not in said
            assert "Sammenligningsgrupper i alt: " in said


def test_other_names_of_places_are_known(tinytown):
    aliases = documents_of(tinytown)["da"]["aliases"]
    assert aliases["moelleparken"] == ["Mølleparken"]
    assert aliases["soegade"] == ["Søgade"]
