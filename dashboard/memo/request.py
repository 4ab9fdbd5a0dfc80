"""Decide what a memo shows, and refuse in words what cannot be shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.asked import RefusedError, known
from dashboard.pictures.subject import Subject
from layers.comparisons import Mode
from layers.shown import Shown
from layers.view import SeriesView, nearest_year

#: More do not fit on four pages.
MAX_INDICATORS = 6
MAX_PLACES = 9
#: Kinds of geography that a memo can be about; the others are what these are held against.
PLACE_KINDS = ("area", "sum", "plan")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a visitor asks for; what is left out gets a default."""

    indicators: tuple[str, ...]
    places: tuple[str, ...] = ()
    year: int | None = None
    earlier: int | None = None
    against: str | None = None
    mode: Mode = Mode.VALUE


@dataclass(frozen=True, slots=True)
class Memo:
    """What a memo shows; the first indicator is the one on the maps.

    `earlier` is `None` where the first indicator has figures for one year only.
    """

    indicators: tuple[str, ...]
    places: tuple[str, ...]
    year: int
    earlier: int | None
    against: str | None
    mode: Mode

    @property
    def years(self) -> tuple[int, ...]:
        """The years of the maps, the earlier one first."""
        return (self.year,) if self.earlier is None else (self.earlier, self.year)


def plan_memo(subject: Subject, asked: Asked) -> Memo:
    """Return the memo that is asked for; raise `RefusedError` where it would show nothing."""
    indicators = _indicators(subject, asked.indicators)
    places = _places(subject, asked.places)
    for indicator in indicators:
        _require_figures(subject, indicator, places)
    against = _against(subject, asked.against)
    first = subject.series(indicators[0])
    _require_mode(first, asked.mode)
    year, earlier = _years(subject, first, places, asked)
    return Memo(indicators, places, year, earlier, against, asked.mode)


def _sorted_years(figures: Sequence[Shown]) -> tuple[int, ...]:
    return tuple(sorted({f.year for f in figures if f.year is not None}))


def plan_chart(subject: Subject, asked: Asked) -> Memo:
    """Return what one chart shows; raise `RefusedError` where it would show nothing."""
    _only_one(asked)
    return plan_memo(subject, asked)


def plan_map(subject: Subject, asked: Asked) -> Memo:
    """Return what one map shows: any year of the series, all places of the package."""
    _only_one(asked)
    (indicator,) = _indicators(subject, asked.indicators)
    series = subject.series(indicator)
    _require_mode(series, asked.mode)
    name = subject.cells.names[indicator]
    if not series.years:
        raise RefusedError("error.memo.without_year", name=name)
    year = asked.year if asked.year is not None else series.years[-1]
    if year not in series.years:
        nearest = nearest_year(series.years, year)
        raise RefusedError("error.map.year", name=name, year=year, nearest=nearest)
    return Memo((indicator,), (), year, None, None, asked.mode)


def _only_one(asked: Asked) -> None:
    if len(asked.indicators) > 1:
        raise RefusedError("error.picture.one_indicator", count=len(asked.indicators))


def _indicators(subject: Subject, asked: Sequence[str]) -> tuple[str, ...]:
    if not asked:
        raise RefusedError("error.memo.no_indicator")
    _at_most(asked, MAX_INDICATORS, "error.memo.too_many_indicators")
    every = subject.view.series
    return tuple(known(i, every, "error.download.indikator") for i in dict.fromkeys(asked))


def _places(subject: Subject, asked: Sequence[str]) -> tuple[str, ...]:
    _at_most(asked, MAX_PLACES, "error.memo.too_many_areas")
    if not asked:
        return tuple(area.id for area in subject.package.areas)[:MAX_PLACES]
    kinds = {g.id: g.kind for g in subject.package.geographies}
    for place in asked:
        if kinds[known(place, kinds, "error.download.omraader")] not in PLACE_KINDS:
            raise RefusedError("error.memo.comparison", name=subject.cells.places[place])
    return tuple(g for g in kinds if g in asked)


def _at_most(asked: Sequence[str], limit: int, message: str) -> None:
    if len(asked) > limit:
        raise RefusedError(message, count=len(asked), limit=limit)


def _require_figures(subject: Subject, indicator: str, places: Sequence[str]) -> None:
    figures = subject.figures[indicator]
    if any(figures.get(place) for place in places):
        return
    kinds = {g.id: g.kind for g in subject.package.geographies}
    having = [g for g, own in figures.items() if own and kinds[g] in PLACE_KINDS]
    names = ", ".join(subject.cells.places[g] for g in having)
    key = "error.memo.no_figures" if having else "error.memo.never_figures"
    raise RefusedError(key, name=subject.cells.names[indicator], places=names)


def _against(subject: Subject, asked: str | None) -> str | None:
    municipality = subject.package.municipality
    if asked is None:
        return municipality.id if municipality else None
    if not asked:
        return None
    groups = [g.id for g in subject.package.geographies if g.kind == "comparison"]
    return known(asked, groups, "error.memo.against")


def _require_mode(series: SeriesView, mode: Mode) -> None:
    if mode != Mode.VALUE and (disabled := series.comparisons[mode].disabled):
        raise RefusedError(f"disabled.{disabled}")


def _years(
    subject: Subject, series: SeriesView, places: Sequence[str], asked: Asked
) -> tuple[int, int | None]:
    figures = subject.figures[series.indicator.id]
    found = [f for place in places for f in figures.get(place, ()) if f.year is not None]
    with_figures = _sorted_years(found)
    if not with_figures:
        name = subject.cells.names[series.indicator.id]
        raise RefusedError("error.memo.without_year", name=name)
    if asked.year is not None and asked.year == asked.earlier:
        raise RefusedError("error.memo.equal_years", year=asked.year)
    for year in (asked.year, asked.earlier):
        if year is not None and year not in with_figures:
            raise RefusedError("error.memo.year", name=subject.cells.names[series.indicator.id],
                               year=year, nearest=nearest_year(with_figures, year))  # fmt: skip
    whole = _sorted_years([f for f in found if f.usable and not f.is_part])
    year = asked.year if asked.year is not None else (whole or with_figures)[-1]
    if asked.earlier is not None and asked.earlier >= year:
        raise RefusedError("error.memo.order", earlier=asked.earlier, year=year)
    before = [y for y in with_figures if y < year]
    return year, asked.earlier if asked.earlier is not None else (before[0] if before else None)
