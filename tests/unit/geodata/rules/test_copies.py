"""A pasted column is found at any size, and chance is not called a copy."""

import time
from dataclasses import replace

import numpy as np
import pytest

from geodata.rules.copies import copies
from geodata.tables.findings import Severity
from tests.packages_editing import value_of

SHARE = "laesegrupper"


def told_by_rule(package):
    return [finding for _, finding in copies(package.facts)]


def generated(package, columns, decimals=1, **changes):
    """A package of series `s0`, `s1`, ... with `columns[series, year, area]`, 2001 onwards."""
    series, years, places = columns.shape
    area, one = package.areas[0], package.observations[1]
    share = next(i for i in package.indicators if i.id == SHARE)
    cells = (
        replace(one, indicator=f"s{s}", geography=f"area-{p}", period=str(2001 + y),
                value=float(columns[s, y, p]))
        for s in range(series) for y in range(years) for p in range(places)
    )  # fmt: skip
    made = (replace(share, id=f"s{s}", decimals=decimals, split_years="", plausible_min=None,
                    plausible_max=None, **changes) for s in range(series))  # fmt: skip
    return replace(
        package,
        indicators=tuple(made),
        geographies=tuple(replace(area, id=f"area-{p}") for p in range(places)),
        observations=tuple(cells),
        breaks=(),
    )


def independent(seed, shape, decimals=1):
    """Shares of series that have nothing to do with each other, as printed."""
    random = np.random.default_rng(seed)
    means = random.uniform(15, 85, (shape[0], 1, 1))
    return np.clip(random.normal(means, random.uniform(2, 20), shape), 0, 100).round(decimals)


def following(seed, shape):
    """Series that follow each other: each area is good or bad in all of them."""
    random = np.random.default_rng(seed)
    level = random.normal(50, 15, (1, 1, shape[2]))
    return np.clip(level + random.normal(0, 3, shape), 0, 100).round(1)


def of_few_persons(seed, shape):
    """Shares of three to twelve persons: all, none and halves come again and again."""
    random = np.random.default_rng(seed)
    persons = random.integers(3, 13, shape)
    return (100 * random.binomial(persons, 0.7) / persons).round(1)


def found(package):
    return {(f.observation.indicator, f.observation.period, f.observation.geography)
            for f in told_by_rule(package) if f.rule == "copied_column"}  # fmt: skip


@pytest.mark.parametrize("shape", [(12, 6, 5), (15, 5, 40), (12, 3, 200)], ids=str)
@pytest.mark.parametrize("kind", [independent, following, of_few_persons])
def test_nothing_copied_is_nothing_found(tinytown, kind, shape):
    for seed in range(4):
        assert found(generated(tinytown, kind(seed, shape))) == set(), seed


@pytest.mark.parametrize("decimals", [0, 2])
def test_nothing_is_found_however_exactly_shares_are_printed(tinytown, decimals):
    for seed in range(4):
        columns = independent(seed, (12, 4, 100), decimals)
        assert found(generated(tinytown, columns, decimals)) == set(), seed


def test_two_hundred_areas_fifty_series_and_twenty_years_take_seconds(tinytown):
    columns = independent(1, (50, 20, 200))
    columns[7, 3, 40:52] = columns[31, 3, 40:52]
    package = generated(tinytown, columns)
    before = time.process_time()
    copied = found(package)
    assert time.process_time() - before < 5
    pasted = {(s, "2004", f"area-{p}") for s in ("s7", "s31") for p in range(40, 52)}
    assert pasted <= copied
    # Beside what was pasted, two columns of 200 areas may be equal in an area or two by chance.
    assert {key[:2] for key in copied} == {("s7", "2004"), ("s31", "2004")}
    assert len(copied) <= len(pasted) + 6


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize(
    ("count", "in_a_row"), [(8, True), (20, False), (200, True)], ids=["block", "subset", "whole"]
)
def test_a_pasted_part_is_found(tinytown, count, in_a_row, seed):
    columns = independent(seed, (20, 4, 200))
    random = np.random.default_rng(seed)
    start = int(random.integers(0, 201 - count))
    where = np.arange(start, start + count) if in_a_row else random.choice(200, count, False)
    columns[4, 2, where] = columns[11, 2, where]
    pasted = {(s, "2003", f"area-{p}") for s in ("s4", "s11") for p in where}
    assert pasted <= found(generated(tinytown, columns))


def test_places_without_a_figure_are_no_agreement(tinytown):
    columns = independent(3, (6, 3, 40))
    package = generated(tinytown, columns)
    kept = tuple(o for o in package.observations if o.indicator != "s2" or o.period != "2002")
    assert found(replace(package, observations=kept)) == set()


def test_what_stands_beside_copies_is_doubtful_and_names_them(randers):
    (left_over,) = [f for f in told_by_rule(randers) if f.rule == "beside_copies"]
    assert left_over.severity == Severity.DOUBTFUL
    assert left_over.observation == value_of(randers, "skolefravaer", "jennumparken", "2021/22")
    assert left_over.observation.source_text.endswith("9,2%")
    assert sorted(o.value for o in left_over.related) == [25, 69, 83, 94]


def test_a_third_copied_to_two_series_leaves_the_rest_alone(tinytown):
    """What stands twice elsewhere is still a third of its column."""
    columns = independent(7, (6, 3, 12))
    columns[0, 1, :4] = [88.1, 91.7, 86.3, 95.9]
    columns[1, 1, :4] = columns[2, 1, :4] = columns[0, 1, :4]
    package = generated(tinytown, columns)
    bounded = (replace(i, plausible_max=60.0) if i.id == "s0" else i for i in package.indicators)
    rules = [f.rule for f in told_by_rule(replace(package, indicators=tuple(bounded)))
             if f.observation.indicator == "s0"]  # fmt: skip
    assert rules.count("copied_column") >= 4
    assert "beside_copies" not in rules
