"""Check outlines against the clock, against each other and against the figures of their areas."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

import geopandas as gpd
import numpy as np

from geodata.package.draft import Draft
from geodata.package.outlines import gaps, validities
from geodata.package.package import Package
from geodata.reading.faults import Fault, shown
from geodata.reading.outline_times import FOLLOWING
from geodata.tables.observations import in_columns
from geodata.tables.periods import PeriodError, clock_year
from geodata.tables.records import split_list
from geodata.tables.validity import Validity

#: A feature's outlines, each with when it holds and its row.
Outlines = Mapping[str, list[tuple[Validity, Any]]]
#: What can be said of an outline only beside an earlier one.
_OF_LATER = ("change_da", "comparable_da")


def outline_faults(draft: Draft) -> Iterator[Fault]:
    """Find outlines that no year shows, and what is said of them that cannot be so."""
    package = draft.package
    for layer in package.layers:
        frame = package.every_outline(layer)
        if layer not in package.outlines and not (frame[list(FOLLOWING)] != "").any(axis=None):
            continue
        own = _by_feature(frame)
        for feature, outlines in own.items():
            for place, (span, row) in enumerate(outlines):
                for field, found, allowed in (
                    *_unseen(span, package), *_not_first(place, row), *_predecessors(own, feature, span, row),
                ):  # fmt: skip
                    yield Fault(f"{layer}.geojson", _where(feature, row), field, found, allowed)


def _by_feature(frame: gpd.GeoDataFrame) -> Outlines:
    found: dict[str, list[tuple[Validity, Any]]] = {}
    for (feature, row), span in zip(frame.iterrows(), validities(frame), strict=True):
        found.setdefault(str(feature), []).append((span, row))
    return found


def _where(feature: str, row: Any) -> str:
    return f"{shown(feature)} from {row['valid_from']}" if row["valid_from"] else shown(feature)


def _unseen(span: Validity, package: Package) -> Iterator[tuple[str, str, str]]:
    first, last = package.descriptor.first_year, package.descriptor.last_year
    if not any(span.holds_in(year) for year in range(first, last + 1)):
        found = f"no outline of any year of the clock ({first} to {last})"
        yield "valid_from", found, "times that hold at the end of one of its years"


def _not_first(place: int, row: Any) -> Iterator[tuple[str, str, str]]:
    for field in _OF_LATER:
        if place == 0 and row[field]:
            yield field, shown(row[field]), "nothing on a feature's first outline"


def _predecessors(
    own: Outlines, feature: str, span: Validity, row: Any
) -> Iterator[tuple[str, str, str]]:
    """What an outline is made of was there until the day before, and is not there as it was."""
    named = split_list(row["predecessors"])
    if named and not row["valid_from"]:
        yield "valid_from", "nothing", "since when (for an outline with predecessors)"
        return
    for one in named:
        if problem := _problem(own, feature, one, span):
            yield "predecessors", f"{shown(one)}{problem[0]}", problem[1]


def _problem(own: Outlines, feature: str, one: str, span: Validity) -> tuple[str, str] | None:
    if one == feature or one not in own:
        return "", "ids of other features of the same layer, joined by ;"
    before = _at(own[one], span.first - timedelta(days=1))
    now = _at(own[one], span.first)
    if before is None:
        if feature in _leading(own, one):
            return ", which is made of this one itself (a circle)", "what was there before it"
        return f", which has no outline the day before {span.first}", "what was there before it"
    if now is not None and now is before:
        allowed = "one that ends before, or has another outline from that day"
        return f", which lives on in {span.first.year} with the same outline", allowed
    return None


def _at(outlines: list[tuple[Validity, Any]], day: Any) -> Any:
    return next((row for span, row in outlines if span.holds(day)), None)


def _leading(own: Outlines, feature: str) -> set[str]:
    """All that a feature is made of, and what that is made of."""
    found, new = set(), {feature}
    while new:
        found |= new
        named = (split_list(row["predecessors"]) for one in new for _, row in own.get(one, ()))
        new = {one for part in named for one in part} - found
    return found


def figures_without_area(draft: Draft) -> Iterator[Fault]:
    """Find figures of years at whose end their area has no outline."""
    package = draft.package
    limited = {area: times for area, times in package.times.items()
               if area in {one.id for one in package.areas}}  # fmt: skip
    if not limited:
        return
    columns = in_columns(package.observations).columns
    places, periods = columns["geography"], columns["period"]
    rows = np.flatnonzero(places.where(place in limited for place in places.distinct))
    for row in rows.tolist():
        place, period = places[row], periods[row]
        year = _year(period)
        if year is not None and package.outline_in(place, year) is None:
            found = f"{shown(period)}, at whose end {shown(place)} has no outline"
            yield Fault("observations.csv", f"row {draft.numbers['observations'][row]}", "period",
                        found, "a year that one of its outlines holds in")  # fmt: skip


def _year(period: str) -> int | None:
    try:
        return clock_year(period)
    except PeriodError:
        return None


def gap_words(package: Package) -> list[str]:
    """Say where a feature has no outline between two of its own: it may be a slip."""
    return [
        f"no outline: {feature}, {first} to {last}, between two of its own"
        for feature, times in package.times.items()
        for first, last in gaps(times)
    ]
