"""Nobody works out a hidden figure from what is published; a solver tries."""

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from geodata.disclosure import hiding
from geodata.disclosure.gate import as_public
from geodata.disclosure.hiding import hidden_in
from geodata.disclosure.primary import small_figures
from geodata.disclosure.written import blank_of
from geodata.files.printed import rows
from geodata.files.spreadsheet import as_xlsx
from geodata.reading.disclosure_rule import DisclosureRule
from tests.disclosure_attack import Attacker, knowledge_of

RULE = DisclosureRule()


def attacker_of(package):
    return Attacker.reading(as_xlsx(package, rows(package)), knowledge_of(package))


def published(package, hidden):
    """A package with some rows hidden, whether or not that is enough."""
    kept = [o for row, o in enumerate(package.observations) if row not in hidden]
    blanks = tuple(blank_of(package.observations[row]) for row in hidden)
    return replace(package, observations=tuple(kept), blanks=blanks, findings=())


def truth_of(package):
    return {o.key[:3]: o for o in package.observations}


def worked_out(attacker, truth):
    """The hidden figures that the attacker knows too well: the count, or the share."""
    found = []
    for key in attacker.hidden:
        least, most = attacker.count(key)
        if most - least < 1 - 1e-6 or (
            small(truth[key])
            and not (most - least >= RULE.width - 1e-6 and share_is_open(attacker, key, truth[key]))
        ):
            found.append(key)
    return found


def small(o):
    """Whether a figure is hidden for its own sake, by the words of the rule."""
    if o.n is None:
        return 0 < o.value < 5
    if o.value in (0, 100):
        return o.n < 50
    part = round(o.value * o.n / 100)
    return o.n < 20 or part < 5 or o.n - part < 5


def share_is_open(attacker, key, o):
    """A share could be on both sides of the true one, 15 points apart."""
    if o.n is None:
        return True
    low = min(max(o.value - 7.5, 0), 85)
    return attacker.can_share_be(key, at_most=low) and attacker.can_share_be(key, at_least=low + 15)


def test_of_a_town_with_small_figures_nothing_hidden_is_worked_out(smaaby):
    public = as_public(smaaby)
    attacker = attacker_of(public.package)
    assert len(attacker.hidden) == len(public.hidden) == 11
    assert worked_out(attacker, truth_of(smaaby)) == []


def test_what_few_are_behind_is_worked_out_where_nothing_else_is_hidden(smaaby):
    """The attack can succeed: sums and complements give back all that has one."""
    alone = published(smaaby, small_figures(smaaby, RULE))
    found = worked_out(attacker_of(alone), truth_of(smaaby))
    assert ("raadgivning", "nord", "2023") in found
    assert ("aktive", "nord", "2024") in found
    assert ("hverken", "nord", "2024") in found
    assert ("job", "oest", "2024") in found
    assert ("raadgivning", "vest", "2024") not in found  # of the town, but of no plan


@st.composite
def counts(draw):
    """Counts of four places and their plan, of which some are not there."""
    values = draw(st.lists(st.integers(0, 12), min_size=4, max_size=4))
    dropped = draw(st.sets(st.integers(0, 3), max_size=1))
    return values, dropped, draw(st.booleans()), draw(st.integers(0, 3))


@settings(max_examples=40, deadline=None)
@example(([0, 0, 5, 1], {0}, True, 0))
@given(counts())
def test_random_counts_with_a_plan_and_a_town_stay_hidden(smaaby, made):
    values, dropped, has_town, more = made
    one = next(o for o in smaaby.observations if o.indicator == "raadgivning")
    areas = ["nord", "syd", "oest", "vest"]
    figures = dict(zip(areas, values, strict=True)) | {"planen": sum(values[:3])}
    if has_town:
        figures["smaaby-kommune"] = sum(values) + more
    told = tuple(
        replace(one, geography=place, value=float(value), source_text=str(value))
        for place, value in figures.items()
        if place not in {areas[n] for n in dropped}
    )
    check(replace(smaaby, observations=told))


@st.composite
def parts(draw):
    """Persons by what they do, in each of three places of a plan."""
    person = st.sampled_from([0, 1, 3, 6, 9, 15, 30, 60])
    return draw(st.lists(st.tuples(person, person, person).filter(any), min_size=3, max_size=3))


@settings(max_examples=15, deadline=None)
@given(parts())
def test_random_shares_of_one_whole_stay_hidden(smaaby, made):
    one = next(o for o in smaaby.observations if o.indicator == "job")
    together = tuple(map(sum, zip(*made, strict=True)))
    told = tuple(
        replace(
            one,
            indicator=series,
            geography=place,
            n=sum(own),
            value=round(100 * own[n] / sum(own), 1),
        )
        for place, own in zip(("nord", "syd", "oest", "planen"), [*made, together], strict=True)
        for n, series in enumerate(("job", "uddannelse", "hverken"))
    )
    check(replace(smaaby, observations=told))


def check(package):
    hidden = hidden_in(package, RULE)
    exposed = {key[:3] for key in hidden.exposed}
    attacker = attacker_of(published(package, hidden.rows))
    assert set(worked_out(attacker, truth_of(package))) <= exposed


def test_a_printed_total_gives_away_what_nothing_protects(smaaby):
    """Then it is said, and not passed over."""
    marked = tuple(
        replace(o, note="printed") if o.key[:3] in GIVES_AWAY else o for o in smaaby.observations
    )
    hidden = hidden_in(replace(smaaby, observations=marked), RULE)
    assert [key[:3] for key in hidden.exposed] == [("raadgivning", "nord", "2023")]


GIVES_AWAY = {("raadgivning", place, "2023") for place in ("syd", "oest", "planen")}


def test_a_group_too_large_to_work_out_is_hidden_as_a_whole(smaaby, monkeypatch):
    monkeypatch.setattr(hiding, "MOST_TOGETHER", 4)
    hidden = hidden_in(smaaby, RULE)
    keys = {smaaby.observations[row].key[:3] for row in hidden.rows}
    assert {
        ("raadgivning", place, "2023") for place in ("nord", "syd", "oest", "vest", "planen")
    } <= keys
    assert not any(key[0] == "klager" for key in keys)


@pytest.mark.parametrize("place", ["syd", "oest"])
def test_what_was_published_before_protects_nothing(smaaby, place):
    """One of the two that could be hidden with a small count is known: the other one must go."""
    known = {o.key for o in smaaby.observations if o.key[:3] == ("raadgivning", place, "2023")}
    hidden = hidden_in(smaaby, RULE, frozenset(known))
    keys = {smaaby.observations[row].key[:3] for row in hidden.rows}
    other = {"syd": "oest", "oest": "syd"}[place]
    assert ("raadgivning", other, "2023") in keys
    assert hidden.known == ()
    assert hidden.exposed == ()
