"""Lines join what may be joined, mark what must be marked, and know whose targets are whose."""

import pytest

from geodata.figures.sums import sums
from layers.lines import Mark, build_lines
from layers.shown import refusal, shown_figures
from layers.view import build_view
from tests.packages_editing import with_value


@pytest.fixture(scope="module")
def chart(randers, randers_view):
    figures = shown_figures(randers, randers_view)

    def build(indicator, *places, against=None):
        series = randers_view.series[indicator]
        return build_lines(randers, series, figures[indicator], places, against)

    return build


def values(line):
    return [(p.year, p.value) for p in line.points]


def joined(line):
    return [(a.year, b.year) for a, b in line.joined]


def test_the_sum_of_three_areas_is_worked_out_by_hand(chart):
    (line,) = chart("uden-for-arbejdsmarkedet", "tre-boligomraader").lines
    assert values(line) == [(2021, 956), (2022, 864), (2023, 919), (2024, 964), (2025, 889)]
    assert all(p.shown.is_computed and len(p.shown.members) == 3 for p in line.points)


def test_a_figure_that_cannot_be_used_leaves_the_line_open(chart):
    (line,) = chart("skolefravaer", "vangdalen").lines
    assert [(p.year, p.mark) for p in line.points] == [
        (2020, Mark.OPEN_START), (2022, Mark.INVALID), (2023, Mark.PLAIN), (2024, Mark.PLAIN),
    ]  # fmt: skip
    assert joined(line) == [(2023, 2024)]


def test_a_year_without_a_figure_leaves_the_line_open(chart):
    (line,) = chart("skolefravaer", "jennumparken").lines
    assert joined(line) == [(2022, 2023), (2023, 2024)]


def test_a_break_cuts_the_line_of_those_it_concerns(chart):
    (line,) = chart("grundskole-30-59", "glarbjergvej").lines
    assert joined(line) == []
    drawn = chart("sprog-generel", "glarbjergvej")
    assert [b.date.year for b in drawn.breaks] == [2025]
    assert (2024, 2025) not in joined(drawn.lines[0])
    assert (2023, 2024) in joined(drawn.lines[0])


def test_a_break_of_other_places_is_not_shown(tinytown, tinytown_view):
    figures = shown_figures(tinytown, tinytown_view)["naboklager"]
    series = tinytown_view.series["naboklager"]

    def breaks(*places):
        return [b.date.year for b in build_lines(tinytown, series, figures, places, None).breaks]

    assert breaks("soegade", "moelleparken") == []
    assert breaks("soegade", "bakkegaarden") == [2023]
    assert breaks("bakkegaarden") == []  # its figures end before


def test_part_years_and_doubtful_figures_are_open(chart):
    (line,) = chart("uden-for-arbejdsmarkedet", "glarbjergvej").lines
    assert line.points[-1].mark == Mark.OPEN
    (line,) = chart("udsaettelser", "glarbjergvej").lines
    assert [(p.year, p.mark) for p in line.points][-1] == (2025, Mark.OPEN)


def test_a_benchmark_is_drawn_for_shares_only(chart):
    drawn = chart("skolefravaer", "vangdalen", against="randers-kommune")
    assert values(drawn.benchmark) == [(2020, 4.5), (2022, 7.1), (2023, 5.9)]
    assert chart("ssp-bekymringer", "jennumparken", against="randers-kommune").benchmark is None
    assert chart("skolefravaer", "vangdalen", against="danmark").benchmark is None


def test_a_target_of_areas_together_belongs_to_their_sum(chart):
    drawn = chart("uden-for-arbejdsmarkedet", "jennumparken", "tre-boligomraader")
    (target,) = drawn.targets
    assert (target.geography, target.start, target.end) == (
        "tre-boligomraader", (2021, 956), (2025, 876),
    )  # fmt: skip
    assert chart("uden-for-arbejdsmarkedet", "jennumparken").targets == ()


def test_a_promised_change_ends_before_a_break(chart):
    targets = chart("grundskole-30-59", "glarbjergvej", "tre-boligomraader").targets
    assert {t.geography: (t.start, t.end) for t in targets} == {
        "tre-boligomraader": ((2020, 939), (2024, 883)),
        "glarbjergvej": ((2020, 348), (2024, 316)),
    }


def test_a_least_number_is_a_level(chart):
    (target,) = chart("voksenlaerling", "glarbjergvej", "jennumparken").targets
    assert (target.geography, target.start, target.end) == ("glarbjergvej", (2021, 8), (2025, 8))


def test_figures_without_a_year_are_kept_apart(chart):
    drawn = chart("jobparate", "jennumparken")
    assert [f.period for f in drawn.unplaced] == [""]
    assert all(p.year for line in drawn.lines for p in line.points)


def test_the_scale_holds_all_that_can_be_used_and_nothing_else(chart):
    drawn = chart("skolefravaer", "vangdalen", "glarbjergvej", against="randers-kommune")
    assert (drawn.low, drawn.high) == (4.5, 10.1)
    assert chart("udsaettelser", "energivej").low == 0


@pytest.mark.parametrize("name", ["randers", "tinytown", "kystby"])
def test_every_printed_figure_and_every_sum_is_shown_once(request, name):
    package = request.getfixturevalue(name)
    figures = shown_figures(package, build_view(package))
    shown = [f for places in figures.values() for own in places.values() for f in own]
    printed = [f.members[0].key for f in shown if not f.is_computed]
    assert sorted(printed) == sorted(o.key for o in package.observations)
    assert sum(f.is_computed for f in shown) == sum(bool(s.geography) for s in sums(package))


@pytest.mark.parametrize(
    ("indicator", "place", "years", "why"),
    [
        ("skolefravaer", "vangdalen", (2022, 2023), "invalid"),
        ("udsaettelser", "glarbjergvej", (2022, 2025), "doubtful"),
        ("uden-for-arbejdsmarkedet", "glarbjergvej", (2021, 2025), "part_year"),
        ("sprog-generel", "hermann-stillings-vej", (2024, 2025), "break"),
        ("uden-for-arbejdsmarkedet", "glarbjergvej", (2021, 2024), ""),
        ("skolefravaer", "vangdalen", (2020, 2024), ""),
    ],
)
def test_what_no_difference_is_computed_of(chart, randers_view, indicator, place, years, why):
    (line,) = chart(indicator, place).lines
    by_year = {p.year: p.shown for p in line.points}
    first, last = (by_year[year] for year in years)
    assert refusal(randers_view.series[indicator], first, last) == why


def test_no_figures_give_an_empty_chart(chart):
    drawn = chart("dagtilbud-1-5", "vangdalen", against=None)
    assert (drawn.years, drawn.low, drawn.high) == (None, 0, 0)


def test_a_value_that_changes_in_the_package_changes_in_the_chart(tinytown):
    package = with_value(tinytown, "naboklager", "soegade", "2024", value=77)
    view = build_view(package)
    figures = shown_figures(package, view)["naboklager"]
    drawn = build_lines(package, view.series["naboklager"], figures, ["soegade"], None)
    assert values(drawn.lines[0])[-1] == (2024, 77)
