"""The shipped figures are those of the report: as many, in the right places, as printed."""

import re
from collections import Counter

import pytest

from geodata.tables.periods import clock_year

COUNTS = {
    "dagtilbud-1-5": 4, "karakterer-9-klasse": 10, "grundskole-ikke-i-uddannelse-18-29": 10,
    "restgruppen-15-29": 10, "uden-tilknytning-18-64": 10, "sigtede-15-29": 10,
    "trygge-beboere": 8, "frivilligt-arbejde": 8, "valgdeltagelse-kommunalvalg": 4,
    "valgdeltagelse-folketingsvalg": 4, "valgdeltagelse-europaparlamentsvalg": 2,
    "sprog-generel": 16, "sprog-fokuseret": 16, "sprog-saerlig": 16, "skolefravaer": 23,
    "ungdomsuddannelse-15-mdr": 30, "ungdomsuddannelse-samme-aar": 26, "grundskole-30-59": 12,
    "voksenlaerling": 15, "uden-for-arbejdsmarkedet": 15, "jobparate": 15,
    "ungdomsskolen-14-18": 15, "ssp-bekymringer": 14, "udsaettelser": 25,
    "effektive-udsaettelser": 26,
}  # fmt: skip
NEUTRAL = {"sprog-fokuseret", "jobparate", "ssp-bekymringer"}
FIVE = "jennumparken;glarbjergvej;vangdalen;hermann-stillings-vej;energivej"
THREE = "jennumparken;glarbjergvej;hermann-stillings-vej"

#: Words and, where one is printed, the year (`2019`, `2019/20`) before the number.
LEADING_YEAR = re.compile(r"^\D*\b20\d\d(/\d\d)?\b(?=.*\d)")
DANISH_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")


def printed_number(text):
    """The first Danish number of a cell after its year: `2022 89,7%` is 89.7."""
    match = DANISH_NUMBER.search(LEADING_YEAR.sub("", text))
    return None if match is None else float(match[0].replace(".", "").replace(",", "."))


@pytest.mark.parametrize(
    ("text", "number"),
    [("92,5%", 92.5), ("2022 89,7%", 89.7), ("2019/20 4,5%", 4.5), ("Folketingsvalg 2019 68,9%", 68.9),
     ("2021 7", 7), ("1.234,5", 1234.5), ("167 (Randers Retskreds)", 167), ("2019", 2019), ("-", None)],
)  # fmt: skip
def test_the_small_parser_of_this_test_reads_danish_numbers(text, number):
    assert printed_number(text) == number


def test_there_are_25_series_with_the_counts_of_the_counting_rule(randers):
    assert [i.id for i in randers.indicators] == list(COUNTS)
    assert Counter(o.indicator for o in randers.observations) == COUNTS
    assert len(randers.observations) == sum(COUNTS.values()) == 344


def test_values_split_into_areas_the_plan_and_comparison_groups(randers):
    kinds = {g.id: g.kind for g in randers.geographies}
    split = Counter(kinds[o.geography] for o in randers.observations)
    assert split == {"area": 248, "plan": 32, "comparison": 64}


@pytest.mark.parametrize("package", ["randers", "tinytown"])
def test_every_source_text_holds_its_value(request, package):
    observations = request.getfixturevalue(package).observations
    wrong = [(o.key, o.value, o.source_text)
             for o in observations if printed_number(o.source_text) != o.value]  # fmt: skip
    assert wrong == []


def test_a_year_that_is_printed_with_the_value_is_its_period(randers):
    years = {
        o.key: (o.period, match[0])
        for o in randers.observations
        if (match := re.search(r"\b20\d\d(/\d\d)?\b", o.source_text))
    }
    assert len(years) > 50
    assert {key: pair for key, pair in years.items() if pair[0] != pair[1]} == {}


def test_every_source_cell_is_named_and_holds_one_value_a_geography(randers):
    cells = Counter(
        (o.indicator, o.geography, o.period, o.source_table, o.source_row, o.source_column)
        for o in randers.observations
    )
    assert max(cells.values()) == 1


def test_only_four_values_have_no_year_and_years_lie_in_the_report(randers):
    years = [clock_year(o.period) for o in randers.observations]
    assert years.count(None) == 4
    assert {year for year in years if year} == {
        2017,
        2018,
        2019,
        2020,
        2021,
        2022,
        2023,
        2024,
        2025,
    }


def test_no_value_speaks_of_days_after_the_report_closed(randers):
    ends = [o.period_end for o in randers.observations if o.period_end]
    assert ends
    assert max(ends) <= randers.descriptor.as_of


def test_full_year_persons_are_called_so_and_not_full_time_persons(randers):
    units = Counter(
        i.unit for o in randers.observations for i in randers.indicators if i.id == o.indicator
    )
    assert units["full_year_persons"] == 30
    assert {i.id for i in randers.indicators if i.unit == "full_year_persons"} == {
        "uden-for-arbejdsmarkedet",
        "jobparate",
    }
    assert "full_time_persons" not in units


def test_only_three_series_have_no_direction(randers):
    assert {i.id for i in randers.indicators if i.polarity == "neutral"} == NEUTRAL


def test_the_language_shares_are_parts_of_one_whole_and_evictions_of_another(randers):
    parts = {i.id for i in randers.indicators if i.whole_of}
    assert parts == {"sprog-generel", "sprog-fokuseret", "sprog-saerlig"}
    assert {i.id: i.subset_of for i in randers.indicators if i.subset_of} == {
        "effektive-udsaettelser": "udsaettelser"
    }


def test_the_clock_runs_from_2017_to_2029(randers):
    assert (randers.descriptor.first_year, randers.descriptor.last_year) == (2017, 2029)
    assert re.fullmatch("[0-9a-f]{64}", randers.descriptor.source_sha256)


def test_four_strategic_goals_and_eight_sub_goals(randers):
    assert Counter(goal.level for goal in randers.goals) == {"strategic": 4, "sub": 8}


def test_fifteen_of_sixteen_activities_met_their_milestones(randers):
    counted = [a for a in randers.activities if a.listed == "result_table"]
    assert len(counted) == 16
    assert Counter(a.milestones_met for a in counted) == {"yes": 15, "not stated": 1}
    assert {a.id for a in counted if a.milestones_met != "yes"} == {"familiedage"}


def test_five_pins_stand_on_the_clock(randers):
    pins = [(m.date.isoformat()[:7], m.feature, m.status) for m in randers.milestones if m.pin]
    assert pins == [
        ("2022-09", "", "approved"), ("2023-04", "jennumparken", "event"),
        ("2024-01", "glarbjergvej", "off_state_list"), ("2025-01", "", "event"),
        ("2027-01", "badesoe", "expected"),
    ]  # fmt: skip


def test_nothing_after_the_report_is_told_as_done(randers):
    later = [m for m in randers.milestones if m.date > randers.descriptor.as_of]
    assert later
    assert {m.status for m in later} == {"expected"}


def test_the_lake_never_opened(randers):
    assert "open" not in {m.status for m in randers.milestones if m.feature == "badesoe"}


def test_the_targets_of_the_plan_exist(randers):
    told = {(t.indicator, t.geographies, t.scope, t.kind, t.value) for t in randers.targets}
    together = "together"
    assert {
        ("skolefravaer", FIVE, "each", "parity_with_municipality", None),
        ("ungdomsuddannelse-15-mdr", FIVE, "each", "parity_with_municipality", None),
        ("ungdomsuddannelse-samme-aar", FIVE, "each", "parity_with_municipality", None),
        (
            "ungdomsskolen-14-18",
            "jennumparken;glarbjergvej",
            "each",
            "parity_with_municipality",
            None,
        ),
        ("grundskole-30-59", THREE, together, "change_per_year", -14),
        ("grundskole-30-59", "glarbjergvej", "each", "change_per_year", -8),
        ("uden-for-arbejdsmarkedet", THREE, together, "change_per_year", -20),
        ("voksenlaerling", THREE, together, "direction", 1),
        ("voksenlaerling", "glarbjergvej", "each", "at_least", 8),
        ("udsaettelser", FIVE, together, "direction", -1),
        ("effektive-udsaettelser", FIVE, together, "direction", -1),
        ("sprog-fokuseret;sprog-saerlig", THREE, "each", "direction", -1),
        ("", "glarbjergvej", "each", "off_state_list_by", 2023),
        ("", "jennumparken", "each", "off_state_list_by", 2030),
    } <= told


def test_every_kind_of_target_is_used_and_series_without_a_target_are_neutral(randers):
    assert {t.kind for t in randers.targets} == {
        "parity_with_municipality", "change_per_year", "at_least", "direction", "off_state_list_by",
    }  # fmt: skip
    without = {i.id for i in randers.indicators} - {
        series for target in randers.targets for series in target.indicator.split(";")
    }
    assert without == NEUTRAL - {"sprog-fokuseret"} | {"sprog-generel"}


def test_two_areas_join_with_the_second_plan(randers):
    first = {m.geography for m in randers.memberships if m.plan == "helhedsplan"}
    second = {m.geography for m in randers.memberships if m.plan == "helhedsplan-2025-29"}
    assert ";".join(g.id for g in randers.areas if g.id in first) == FIVE
    assert second - first == {"sjaellandsgade", "centrum"}
    assert first < second


def test_members_of_a_plan_are_its_memberships(randers, tinytown):
    for package in (randers, tinytown):
        for plan in (g for g in package.geographies if g.kind == "plan"):
            members = {m.geography for m in package.memberships if m.plan == plan.id}
            assert set(plan.members.split(";")) == members


def test_periods_keep_the_form_in_which_the_report_prints_them(randers):
    printed = Counter((o.period, o.source_period) for o in randers.observations if o.source_period)
    assert printed == {
        ("2018/19", "2018-2019"): 10,
        ("2019/20", "Første halvår af skoleåret 2019/2020"): 6,
        ("2021/22", "2021-2022"): 10,
        ("2022/23", "2022-2023"): 10,
        ("2022/23", "2022/2023"): 6,
        ("2023/24", "2023-2024"): 5,
        ("2024/25", "2024- 2025"): 5,
        ("2024/25", "2024-2025"): 5,
        ("2025", "2025 (frem til 1. juli)"): 3,
        ("2025", "2025 (frem til juli)"): 3,
        ("2025", "2025 (januar-juli)"): 6,
    }
    words = {o.source_period for o in randers.observations if o.source_period_en}
    assert words == {p for _, p in printed if re.search("[a-z]", p)}


def test_breaks_are_those_of_the_design(randers):
    assert {(b.indicator, b.date.year) for b in randers.breaks} == {
        ("grundskole-30-59", 2025), ("sprog-generel", 2025), ("sprog-fokuseret", 2025),
        ("sprog-saerlig", 2025), ("trygge-beboere", 2023), ("frivilligt-arbejde", 2023),
    }  # fmt: skip


def test_the_offers_that_the_report_names_are_there(randers):
    offers = {o.id: o for o in randers.offers}
    assert Counter(o.status for o in randers.offers) == {"running": 10, "held": 13, "planned": 1}
    assert {o.id for o in randers.offers if o.features} == {
        "uddannelsesvejledning", "fodboldtraening", "paaskejagt", "sankt-hans", "naturens-dag",
        "graeskarskaering", "lysfest", "nissejagt", "familieklub",
    }  # fmt: skip
    assert next(iter(offers)) == "social-vicevaert"
    assert offers["faedregruppe"].rhythm == "fortnightly"
    assert offers["lektiecafe"].when_da == "Mandag og onsdag eftermiddag"
    assert offers["noerklecafe"].rhythm == offers["tal-dansk-cafe"].rhythm == "weekly"
    assert offers["aaben-traening"].status == "held"
    assert offers["familieklub"].status == "planned"
    assert offers["sankt-hans"].features == "noerrevangsparken;nordre-faelled"


def test_no_offer_holds_a_telephone_number_or_an_address_of_mail(randers):
    texts = [t for o in randers.offers for t in (o.text_da, o.text_en, o.when_da, o.when_en)]
    assert [t for t in texts if "@" in t or sum(c.isdigit() for c in t) >= 8] == []
