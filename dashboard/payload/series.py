"""Turn one series of the View into what the browser looks up for each year."""

from typing import Any

from dashboard import numbers
from dashboard.payload.cells import CellWriter
from dashboard.payload.columns import pack
from dashboard.payload.comparisons import write_modes
from dashboard.payload.told import write_told
from dashboard.shades import shade
from geodata.figures.sums import concerned
from geodata.package.blanks import years_of
from geodata.package.package import Package
from geodata.tables.records import Indicator, Observation, split_list
from layers.reasons import Reason
from layers.view import SeriesView, nearest_year

#: A sentence names so many groups at most.
MOST_NAMED = 5
#: Legend circles closer than this look alike.
_CLEARLY_LARGER_PX = 8


def write_series(
    package: Package, view: SeriesView, years: tuple[int, ...], cells: CellWriter
) -> dict[str, Any]:
    """Return a series with its legend, cells, reasons and one sentence for every year.

    Cells are records by year and place; `brief_of` is what is known of it before.
    """
    indicator, words = view.indicator, cells.words
    language = words.language
    areas = {area.id for area in package.areas}
    goals = {g.id: getattr(g, f"text_{language}") for g in package.goals}
    return {
        "name": cells.names[indicator.id],
        "unit": words.text(f"unit.{indicator.unit}"),
        "circles": view.circles,
        "years": list(view.years),
        "areaYears": [year for year in view.years if not areas.isdisjoint(view.cells[year])],
        "definition": getattr(indicator, f"definition_{language}"),
        "population": getattr(indicator, f"population_{language}"),
        "goal": goals.get(indicator.goal, ""),
        "targets": _targets(package, indicator, language),
        "polarity": cells.polarity(indicator),
        "source": indicator.source,
        "update": getattr(indicator, f"update_{language}"),
        "classes": [
            {"colour": shade(colour), "label": class_label(bounds.low, bounds.high, view, cells)}
            for bounds, colour in zip(view.classes, view.colours, strict=False)
        ],
        "circle": shade(view.colours[0]) if view.circles else None,
        "sizes": legend_sizes(view, cells),
        "breaks": [
            {
                "year": b.date.year,
                "geographies": list(concerned(package, b)),
                "text": getattr(b, f"text_{language}"),
            }
            for b in view.breaks
        ],
        "told": write_told(package, indicator.id, words),
        "cells": {
            str(year): {g: cells.write(c) for g, c in view.cells[year].items()}
            for year in view.years
        },
        "reasons": {str(year): dict(view.reasons[year]) for year in years},
        "unplaced": [
            {"geography": c.observation.geography, **cells.write(c)} for c in view.unplaced
        ],
        "nearest": {str(year): nearest_year(view.years, year) for year in years},
        "periods": {str(year): _period(view, year, cells) for year in years},
        "modes": write_modes(package, view, years, cells),
        "sentences": {str(year): _sentence(package, view, year, cells) for year in years},
    }


#: What is known of a series before it is chosen.
BRIEF = ("name", "unit", "circles", "years", "areaYears")


def brief_of(series: dict[str, Any]) -> dict[str, Any]:
    """Return of a whole series what is known before it is chosen."""
    modes = {mode: {"disabled": one["disabled"]} for mode, one in series["modes"].items()}
    return {**{name: series[name] for name in BRIEF}, "modes": modes}


def packed(series: dict[str, Any]) -> dict[str, Any]:
    """Return a series as it is sent: cells, of the modes too, in columns."""
    modes = {mode: {**one, "cells": pack(one["cells"])} for mode, one in series["modes"].items()}
    return {**series, "cells": pack(series["cells"]), "modes": modes}


def _targets(package: Package, indicator: Indicator, language: str) -> list[dict[str, Any]]:
    """The plan's targets for a series, with the places that own them."""
    return [
        {
            "geographies": list(split_list(t.geographies)),
            "together": t.scope == "together",
            "level": t.value if t.kind == "at_least" and t.indicator == indicator.id else None,
            "text": getattr(t, f"text_{language}"),
        }
        for t in package.targets
        if indicator.id in split_list(t.indicator)
    ]


def class_label(low: float, high: float, view: SeriesView, cells: CellWriter) -> str:
    """Name a class of values by its bounds."""
    upper = numbers.value(high, view.indicator, cells.words)
    if low == high:
        return upper
    return f"{numbers.number(low, view.indicator.decimals, cells.words)}\u2013{upper}"


def legend_sizes(view: SeriesView, cells: CellWriter) -> list[dict[str, Any]]:
    """The circles of the legend: the smallest and the largest, and one between if they differ."""
    if not view.circles or view.largest <= 0:
        return []
    drawn = {c.observation.value: c.radius_px for year in view.years for c in view.cells[year].values()
             if c.radius_px is not None and c.observation.value > 0}  # fmt: skip
    values = sorted(drawn)
    if not values:
        return []
    apart = (drawn[values[-1]] or 0) - (drawn[values[0]] or 0) > _CLEARLY_LARGER_PX
    middle = [values[len(values) // 2]] if apart else []
    chosen = sorted({values[0], *middle, values[-1]})
    return [{"label": cells.words.text("legend.count", value=numbers.number(v, 0, cells.words)),
             "radius": drawn[v]} for v in chosen]  # fmt: skip


def _period(view: SeriesView, year: int, cells: CellWriter) -> str:
    """Name the periods that a clock year stands for, each once, areas' own first."""
    named = dict.fromkeys(cells.period(c.observation) for c in view.cells[year].values())
    return "; ".join(named)


def _named(package: Package, others: list[Observation]) -> list[Observation]:
    """Return the groups that a sentence names: of many only those that are no place's own.

    The browser adds the own municipality of the area that is chosen.
    """
    if len(others) <= MOST_NAMED:
        return others
    owned = {g.municipality for g in package.geographies}
    return [o for o in others if o.geography not in owned][:MOST_NAMED]


def _sentence(package: Package, view: SeriesView, year: int, cells: CellWriter) -> str:
    """Say the year in one neutral sentence."""
    words, name = cells.words, cells.names[view.indicator.id]
    if not view.cells[year]:
        nearest = nearest_year(view.years, year)
        key = "sentence.none" if nearest is not None else "sentence.never"
        return words.text(key, name=name, year=year, nearest=nearest)
    areas = package.areas_in(year)
    usable = [c.observation for g, c in view.cells[year].items() if g in areas and c.usable]
    others = [c.observation for g, c in view.cells[year].items() if g not in areas and c.usable]
    parts = [words.text("sentence.start", name=name, period=_period(view, year, cells))]
    if len(usable) > 1:
        low, high = min(usable, key=lambda o: o.value), max(usable, key=lambda o: o.value)
        spread = "sentence.same" if low.value == high.value else "sentence.spread"
        parts.append(words.text(spread, count=len(usable), total=len(areas), low=cells.value(low),
                                low_area=cells.in_text[low.geography], high=cells.value(high),
                                high_area=cells.in_text[high.geography]))  # fmt: skip
    elif usable:
        key = "sentence.only" if len(areas) == 1 else "sentence.one"
        named = cells.places if len(areas) == 1 else cells.in_text
        parts.append(words.text(key, area=named[usable[0].geography],
                                value=cells.value(usable[0]), total=len(areas)))  # fmt: skip
    unusable = sum(g in areas and not c.usable for g, c in view.cells[year].items())
    if unusable:
        parts.append(words.text("sentence.unusable", count=unusable))
    hidden = sum(reason == Reason.HIDDEN for reason in view.reasons[year].values())
    if hidden:
        parts.append(words.text("sentence.hidden", count=hidden))
    parts += [f"{cells.places[o.geography]}: {cells.value(o)}." for o in _named(package, others)]
    if len(others) > MOST_NAMED:
        parts.append(words.text("sentence.groups", count=len(others)))
    parts += [words.text("blank.empty", place=cells.places[b.geography], period=b.period)
              for b in package.blanks if b.indicator == view.indicator.id and b.kind == "empty"
              and year in years_of(b, package.descriptor)]  # fmt: skip
    return " ".join(parts)
