"""A memo shows what is asked for, or says in a sentence why it cannot."""

import pytest

from dashboard.asked import RefusedError
from dashboard.catalogue import LANGUAGES
from dashboard.memo.request import MAX_INDICATORS, MAX_PLACES, Asked, plan_map, plan_memo
from layers.comparisons import Mode


def test_what_is_left_out_gets_a_default(subjects):
    memo = plan_memo(subjects["da"], Asked(("skolefravaer",)))
    assert memo.places == tuple(area.id for area in subjects["da"].package.areas)
    assert (memo.earlier, memo.year, memo.against) == (2020, 2024, "randers-kommune")


def test_the_default_year_has_a_whole_figure(subjects):
    assert plan_memo(subjects["da"], Asked(("uden-for-arbejdsmarkedet",))).year == 2024


def test_one_year_of_figures_is_one_map(subjects):
    memo = plan_memo(
        subjects["da"], Asked(("valgdeltagelse-europaparlamentsvalg",), ("helhedsplan",))
    )
    assert (memo.earlier, memo.year, memo.years) == (None, 2019, (2019,))


def test_places_stand_in_the_order_of_the_package_each_once(subjects):
    asked = Asked(("skolefravaer",), ("vangdalen", "jennumparken", "vangdalen"))
    assert plan_memo(subjects["da"], asked).places == ("jennumparken", "vangdalen")


def test_a_sum_can_be_chosen_alone(subjects):
    asked = Asked(("uden-for-arbejdsmarkedet",), ("tre-boligomraader",))
    assert plan_memo(subjects["da"], asked).places == ("tre-boligomraader",)


def test_no_benchmark_can_be_asked_for(subjects):
    assert plan_memo(subjects["da"], Asked(("skolefravaer",), against="")).against is None


@pytest.mark.parametrize(
    ("year", "earlier", "shown", "moved"),
    [
        (2024, 2017, (2024, 2020), ((2017, 2020),)),
        (2029, 2020, (2024, 2020), ((2029, 2024),)),
        (2021, 2018, (2022, 2020), ((2018, 2020), (2021, 2022))),
        (2020, 2017, (2020, None), ((2017, None),)),
        (2024, 2022, (2024, 2022), ()),
        (None, 2023, (2024, 2023), ()),
    ],
)
def test_a_year_without_figures_gives_way_to_the_nearest(subjects, year, earlier, shown, moved):
    memo = plan_memo(subjects["da"], Asked(("skolefravaer",), year=year, earlier=earlier))
    assert ((memo.year, memo.earlier), memo.moved) == (shown, moved)


REFUSED = [
    (Asked(()), "error.memo.no_indicator", ()),
    (Asked(tuple(f"i{n}" for n in range(200))), "error.memo.too_many_indicators", ("200",)),
    (Asked(("skolefravaer",), tuple(f"a{n}" for n in range(MAX_PLACES + 1))),
     "error.memo.too_many_areas", (str(MAX_PLACES + 1), str(MAX_PLACES))),
    (Asked(("findes-ikke",)), "error.download.indikator", ("findes-ikke",)),
    (Asked(("skolefravaer",), ("andeby",)), "error.download.omraader", ("andeby",)),
    (Asked(("skolefravaer",), ("danmark",)), "error.memo.comparison", ()),
    (Asked(("skolefravaer",), against="vangdalen"), "error.memo.against", ("vangdalen",)),
    (Asked(("skolefravaer",), year=2023, earlier=2023), "error.memo.equal_years", ("2023",)),
    (Asked(("skolefravaer",), year=2022, earlier=2024), "error.memo.order", ("2022", "2024")),
    (Asked(("skolefravaer",), year=2040), "error.memo.year", ("2040", "2029")),
    (Asked(("skolefravaer",), year=2024, earlier=1900), "error.memo.year", ("1900", "2017")),
    (Asked(("skolefravaer", "dagtilbud-1-5"), ("vangdalen",)), "error.memo.no_figures", ()),
    (Asked(("udsaettelser",), mode=Mode.GAP), "disabled.no_benchmark", ()),
    (Asked(("ssp-bekymringer",), mode=Mode.GAP), "disabled.counts", ()),
]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("asked", "key", "named"), REFUSED, ids=[key for _, key, _ in REFUSED])
def test_what_cannot_be_shown_is_refused_in_words(subjects, language, asked, key, named):
    with pytest.raises(RefusedError) as refused:
        plan_memo(subjects[language], asked)
    assert refused.value.key == key
    said = refused.value.said(subjects[language].words)
    assert all(word in said for word in named)
    assert "{" not in said


def test_a_series_of_the_plan_names_who_has_figures(subjects):
    with pytest.raises(RefusedError) as refused:
        plan_memo(subjects["en"], Asked(("dagtilbud-1-5",), ("vangdalen",)))
    assert "The plan 2021-25" in refused.value.said(subjects["en"].words)


def test_a_map_needs_no_figure_of_an_area_but_one_of_the_year(subjects):
    assert plan_map(subjects["da"], Asked(("dagtilbud-1-5",))).year == 2022
    with pytest.raises(RefusedError) as refused:
        plan_map(subjects["da"], Asked(("dagtilbud-1-5",), year=2021))
    assert refused.value.key == "error.map.year"


def test_the_limits_are_what_four_pages_hold():
    assert (MAX_INDICATORS, MAX_PLACES) == (5, 9)
