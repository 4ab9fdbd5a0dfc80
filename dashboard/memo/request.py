"""Decide what a memo shows, and refuse in words what cannot be shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.asked import RefusedError, known
from dashboard.pictures.subject import Subject
from layers.comparisons import Mode
from layers.shown import Shown
from layers.twoyears import two_years
from layers.view import SeriesView, nearest_year

#: More do not fit on four pages.
MAX_INDICATORS = 5
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

    `earlier` is `None` where the first indicator has no figures before. `moved` are years
    that were asked for but have no figures, each with the year shown instead, if any.
    """

    indicators: tuple[str, ...]
    places: tuple[str, ...]
    year: int
    earlier: int | None
    against: str | None
    mode: Mode
    moved: tuple[tuple[int, int | None], ...] = ()

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
    against = _against(subject, asked.against, places)
    first = subject.series(indicators[0])
    _require_mode(first, asked.mode)
    year, earlier = _years(subject, first, places, asked)
    moved = tuple((wanted, shown) for wanted, shown in ((asked.earlier, earlier), (asked.year, year))
                  if wanted is not None and wanted != shown)  # fmt: skip
    return Memo(indicators, places, year, earlier, against, asked.mode, moved)


def _sorted_years(figures: Sequence[Shown]) -> tuple[int, ...]:
    return tuple(sorted({f.year for f in figures if f.year is not None}))


def plan_chart(subject: Subject, asked: Asked) -> Memo:
    """Return what one chart shows; raise `RefusedError` where it would show nothing."""
    _only_one(asked)
    return plan_memo(subject, asked)


def plan_map(subject: Subject, asked: Asked) -> Memo:
    """Return what one map shows: any year of the series or two, all places of the package."""
    _only_one(asked)
    (indicator,) = _indicators(subject, asked.indicators)
    series = subject.series(indicator)
    _require_mode(series, asked.mode)
    name = subject.cells.names[indicator]
    if not series.years:
        raise RefusedError("error.memo.without_year", name=name)
    year = asked.year if asked.year is not None else series.years[-1]
    if asked.earlier is None:
        _require_year(series.years, year, name)
        return Memo((indicator,), (), year, None, None, asked.mode)
    if asked.mode != Mode.VALUE:
        raise RefusedError("error.map.two_modes")
    _require_order(year, asked.earlier)
    years = two_years(subject.package, series).years
    for one in (asked.earlier, year):
        _require_year(years, one, name)
    return Memo((indicator,), (), year, asked.earlier, None, asked.mode)


def _require_year(years: tuple[int, ...], year: int, name: str) -> None:
    if year not in years:
        nearest = nearest_year(years, year)
        raise RefusedError("error.map.year", name=name, year=year, nearest=nearest)


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


def _against(subject: Subject, asked: str | None, places: Sequence[str]) -> str | None:
    municipality = subject.package.municipality_of(*places)
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
    _require_years(subject, asked)
    whole = _sorted_years([f for f in found if f.usable and not f.is_part])
    latest = (whole or with_figures)[-1]
    year = latest if asked.year is None else nearest_year(with_figures, asked.year)
    before = tuple(y for y in with_figures if y < (year or latest))
    earlier = before[:1] if asked.earlier is None else (nearest_year(before, asked.earlier),)
    return year or latest, next(iter(earlier), None)


def _require_years(subject: Subject, asked: Asked) -> None:
    for year in (asked.year, asked.earlier):
        if year is not None and year not in subject.view.years:
            first, last = subject.view.years[0], subject.view.years[-1]
            raise RefusedError("error.memo.year", year=year, first=first, last=last)
    if asked.year is not None and asked.earlier is not None:
        _require_order(asked.year, asked.earlier)


def _require_order(year: int, earlier: int) -> None:
    if year == earlier:
        raise RefusedError("error.memo.equal_years", year=year)
    if earlier > year:
        raise RefusedError("error.memo.order", earlier=earlier, year=year)
