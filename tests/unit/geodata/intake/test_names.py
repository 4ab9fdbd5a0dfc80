"""Names mean what they certainly mean; what is near is suggested, and two alike are never chosen."""

from dataclasses import replace

import pytest

from geodata.intake.names import features_of, places_of, series_of
from geodata.tables.records import Alias
from tests.packages_editing import RANDERS, read_table
from tests.unit.geodata.intake.books import NEIGHBOURS, long_csv, one_fault, taken, values


@pytest.mark.parametrize(
    "text", ["moelleparken", "Mølleparken", "MØLLEPARKEN", " Mølle\u00adparken "]
)
def test_id_name_and_another_case_mean_one_thing(tinytown, text):
    assert places_of(tinytown).match(text).id == "moelleparken"


@pytest.mark.parametrize(
    ("text", "near"),
    [("Møleparken", ("moelleparken",)), ("Molleparken", ("moelleparken",)),
     ("Bakkegaarden kvarter", ("bakkegaarden",)), ("Tinby", ("tinby-kommune",)), ("Xyz", ()),
     ("by", ()), ("år", ())],
)  # fmt: skip
def test_what_is_near_is_suggested_only(tinytown, text, near):
    match = places_of(tinytown).match(text)
    assert (match.id, match.near) == ("", near)


def test_the_shipped_towns_own_slips_are_known_and_new_ones_are_near(randers):
    places = places_of(randers)
    assert places.match("Jenumparken").id == "jennumparken"
    assert places.match("Jennumpakken").near == ("jennumparken",)
    assert series_of(randers).match("SSP bekymring").near == ("ssp-bekymringer",)


def test_two_areas_of_nearly_one_name_are_both_named(tinytown):
    north = replace(tinytown.geographies[1], id="soegade-nord", name_da="Søgade Nord")
    south = replace(tinytown.geographies[1], id="soegade-syd", name_da="Søgade Syd")
    package = replace(tinytown, geographies=(north, south), aliases=())
    match = places_of(package).match("Søgade")
    assert (match.id, set(match.near)) == ("", {"soegade-nord", "soegade-syd"})
    assert "or" in places_of(package).allowed(match.near)
    assert places_of(package).allowed(match.near).endswith("say which")


def test_a_name_of_two_things_means_neither(tinytown):
    twice = replace(tinytown, aliases=(*tinytown.aliases, Alias("Byen", "soegade"),
                                       Alias("byen", "moelleparken")))  # fmt: skip
    assert places_of(twice).match("Byen").near == ("moelleparken", "soegade")


def test_features_are_known_by_id_and_name_and_areas_by_aliases(tinytown):
    assert features_of(tinytown, "areas").match("Søgade").id == "soegade"
    park = tinytown.layers["parks"].iloc[0]
    assert features_of(tinytown, "parks").match(park["name"]).id == park.name


def test_a_confirmed_name_is_kept_as_an_alias_and_never_asked_again(tmp_path):
    file = long_csv(tmp_path, f"{NEIGHBOURS};Møleparken;2025;14")
    assert "Mølleparken (moelleparken)? Then confirm it" in one_fault(taken(file))
    answer = taken(file, Møleparken="moelleparken")
    assert values(answer, "naboklager", "2025") == {"moelleparken": 14}
    assert ["Møleparken", "moelleparken"] in read_table(answer.new.path, "aliases")
    again = taken(long_csv(tmp_path, f"{NEIGHBOURS};Møleparken;2026;13"))
    assert values(again, "naboklager", "2026") == {"moelleparken": 13}


def test_a_confirmed_name_of_a_series_is_kept_in_the_draft(tmp_path):
    file = long_csv(tmp_path, "Klager fra naboer;Søgade;2025;14")
    taken(file, **{"Klager fra naboer": "naboklager"})
    again = taken(long_csv(tmp_path, "Klager fra naboer;Søgade;2026;13"))
    assert values(again, "naboklager", "2026") == {"soegade": 13}


def test_what_is_confirmed_must_be_there(tmp_path):
    answer = taken(long_csv(tmp_path, f"{NEIGHBOURS};Søgade;2025;14"), Søgade="nowhere")
    assert "--confirm, Søgade: found nowhere; allowed: an id of geographies.csv" in one_fault(
        answer
    )


def test_a_name_in_a_thousand_rows_is_one_fault(tmp_path):
    rows = [f"{NEIGHBOURS};Månebyen;{2018 + n % 9};{n}" for n in range(1000)]
    assert "'Månebyen', which is not known" in one_fault(taken(long_csv(tmp_path, *rows)))


def test_the_shipped_package_takes_its_own_words_for_places(tmp_path):
    file = long_csv(tmp_path, "Antal SSP-bekymringer;Jenumparken;2026;1")
    answer = taken(file, package=RANDERS, **{"Antal SSP-bekymringer": "ssp-bekymringer"})
    assert values(answer, "ssp-bekymringer", "2026") == {"jennumparken": 1}
