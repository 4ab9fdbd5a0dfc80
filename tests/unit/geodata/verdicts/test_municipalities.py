"""Each place is held against its own municipality, or against the one that the package has for all."""

import pytest

from geodata.verdicts import judge
from tests.packages_editing import edit_cell, only_fault

OWN = "municipality"


def test_a_place_has_its_own_municipality_or_the_common_one(neighbours):
    assert neighbours.municipality_of("soegade").id == "nabo-kommune"
    assert neighbours.municipality_of("moelleparken").id == "tinby-kommune"
    assert neighbours.municipality_of("moelleparken", "bakkegaarden").id == "tinby-kommune"


def test_places_of_two_municipalities_have_none_together(neighbours):
    assert neighbours.municipality_of("moelleparken", "soegade") is None


def test_a_verdict_rests_on_the_municipality_of_the_place(neighbours):
    parity = {
        j.geography: j for j in judge(neighbours) if j.target.kind == "parity_with_municipality"
    }
    held = {place: {year.against.geography for year in one.years if year.against}
            for place, one in parity.items()}  # fmt: skip
    assert held["moelleparken"] == {"tinby-kommune"}
    assert held["soegade"] == set()
    assert parity["soegade"].start_against.value == 20


@pytest.mark.parametrize(
    ("row", "text", "found", "allowed"),
    [
        (2, "noget", "'noget' in municipality", "an id of geographies.csv"),
        (2, "soegade", "'soegade', which is a area", "a geography of kind comparison"),
        (7, "tinby-kommune", "'tinby-kommune'", "nothing (for comparison)"),
    ],
)
def test_a_municipality_that_is_none_is_told(town, row, text, found, allowed):
    edit_cell(town, "geographies", row, OWN, text)
    fault = only_fault(town)
    assert (fault.file, fault.where) == ("geographies.csv", f"row {row}")
    assert (fault.found, fault.allowed) == (found, allowed)
