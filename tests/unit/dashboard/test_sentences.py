"""Each year of a series is one neutral sentence, and each finding says what it rests on."""

from dataclasses import replace

import pytest

from tests.packages_editing import with_value
from tests.unit.dashboard.conftest import documents_of

NBSP = "\N{NO-BREAK SPACE}"


def series(package, indicator="laesegrupper", language="da"):
    return documents_of(package)[language]["indicators"][indicator]


def sentence(package, year, indicator="laesegrupper"):
    return series(package, indicator)["sentences"][str(year)]


def without_periods(package):
    """The town with all complaints printed without a year."""
    unplaced = [replace(o, period="") for o in package.observations if o.indicator == "naboklager"]
    kept = [o for o in package.observations if o.indicator != "naboklager"]
    last = {o.geography: o for o in unplaced}
    return replace(package, observations=(*kept, *last.values()))


def test_lowest_and_highest_area_are_named(tinytown):
    assert sentence(tinytown, 2021) == (
        "Elever i læsegrupper, skoleåret 2020/21. 2 af 3 områder har et tal: "
        f"fra 11,8{NBSP}% (Søgade-kvarteret) til 14,2{NBSP}% (Mølleparken). "
        f"Tinby Kommune: 15,4{NBSP}%."
    )


def test_one_area_alone_is_named(tinytown):
    said = sentence(tinytown, 2020, "naboklager")
    assert "Kun Bakkegården af de 3 områder har et tal, der kan vises: 9." in said


def test_equal_areas_have_no_lowest_and_highest(tinytown):
    same = with_value(tinytown, "naboklager", "soegade", "2024", value=15.0)
    assert "2 af 3 områder har et tal, alle 15." in sentence(same, 2024, "naboklager")


def test_values_that_cannot_be_used_are_counted_and_left_out(tinytown):
    wrong = with_value(tinytown, "laesegrupper", "moelleparken", "2022/23", value=61.0)
    said = sentence(wrong, 2023)
    assert "1 trykte tal kan ikke bruges." in said
    assert "61" not in said


def test_a_value_of_the_plan_alone_is_said(tinytown):
    said = sentence(tinytown, 2019)
    assert said.endswith(f"Planen 2020 (to områder samlet): 12,5{NBSP}%.")


def test_a_year_without_figures_offers_the_nearest(tinytown):
    assert sentence(tinytown, 2026).endswith("Nærmeste år med tal er 2024.")


def test_a_series_without_any_year_says_so(tinytown):
    found = series(without_periods(tinytown), "naboklager")
    assert set(found["nearest"].values()) == {None}
    assert set(found["sentences"].values()) == {"Der er ingen tal for »Naboklager« på tidslinjen."}


def test_a_series_without_any_year_has_its_values_and_no_circle_in_the_legend(tinytown):
    found = series(without_periods(tinytown), "naboklager")
    assert {cell["text"] for cell in found["unplaced"]} == {"15", "16", "8"}
    assert found["sizes"] == []


def test_the_legend_has_the_smallest_and_the_largest_circle(tinytown):
    sizes = series(tinytown, "naboklager")["sizes"]
    assert (sizes[0]["label"], sizes[-1]["label"]) == ("8", "24")
    assert [size["radius"] for size in sizes] == sorted(size["radius"] for size in sizes)


def test_a_finding_says_its_bounds(tinytown):
    wrong = with_value(tinytown, "laesegrupper", "soegade", "2023/24", value=61.0)
    cell = series(wrong)["cells"]["2024"]["soegade"]
    assert cell["severity"] == "invalid"
    assert any("(0 til 60)" in said for said in cell["findings"])


def test_a_finding_names_the_neighbour_it_rests_on(tinytown):
    far = with_value(tinytown, "laesegrupper", "soegade", "2023/24", value=59.5)
    found = series(far)["cells"]
    assert f"46 procentpoint fra et nabotal (skoleåret 2022/23: 13,5{NBSP}%)" in " ".join(
        found["2024"]["soegade"]["findings"]
    ).replace("46,0", "46")
    assert found["2023"]["soegade"]["severity"] == "note"


def test_a_first_value_after_a_change_tells_the_change(tinytown):
    after = with_value(tinytown, "naboklager", "bakkegaarden", "2021", period="2023")
    said = series(after, "naboklager")["cells"]["2023"]["bakkegaarden"]["findings"]
    assert "Fra 2023 tæller Bakkegården kun skriftlige klager." in " ".join(said)


def test_a_known_note_is_a_sentence_and_an_unknown_one_stands_for_itself(tinytown):
    noted = with_value(tinytown, "naboklager", "soegade", "2024", note="year_from_row;sic")
    notes = series(noted, "naboklager")["cells"]["2024"]["soegade"]["notes"]
    assert notes == ["Årstallet står kun ved sammenligningstallet i samme række.", "sic"]


@pytest.mark.parametrize(
    ("language", "text"), [("da", "\N{MINUS SIGN}3,6"), ("en", "\N{MINUS SIGN}3.6")]
)
def test_a_gap_is_said_with_what_it_is_held_against(tinytown, language, text):
    gap = series(tinytown, language=language)["modes"]["gap"]["cells"]["2021"]["soegade"]
    assert gap["label"] == text
    assert "15" in gap["against"]


def test_better_and_worse_follow_the_polarity(tinytown):
    fewer = series(tinytown, "naboklager")["modes"]["change"]["cells"]["2024"]["soegade"]
    more = series(tinytown)["modes"]["change"]["cells"]["2024"]["soegade"]
    assert (fewer["label"], fewer["verdict"]) == ("\N{MINUS SIGN}2", "bedre")
    assert (more["label"], more["verdict"]) == ("+3,3", "bedre")


def test_a_mode_that_can_never_be_says_why(tinytown, da):
    modes = series(tinytown, "naboklager")["modes"]
    assert modes["gap"]["disabled"] == da.text("disabled.no_benchmark")
    assert modes["change"]["disabled"] is None


def test_a_year_without_a_pair_says_so(tinytown, da):
    said = series(tinytown)["modes"]["gap"]["sentences"]["2024"]
    assert said.endswith(da.text("sentence.no_pair"))
