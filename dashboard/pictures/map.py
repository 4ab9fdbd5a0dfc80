"""Draw a series on a map, at a year or its change: fills, circles, plans, and reasons."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from geopandas import GeoDataFrame
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from shapely.geometry.base import BaseGeometry

from dashboard import numbers
from dashboard.payload.comparisons import is_judged, judgement_in, judgement_of
from dashboard.pictures import style
from dashboard.pictures.map_labels import Paper, draw_labels
from dashboard.pictures.shapes import path_of
from dashboard.pictures.subject import Subject
from geodata.figures.join import geography_shapes
from geodata.package.package import Package
from geodata.tables.findings import Severity
from layers.comparisons import DerivedCell, Mode
from layers.reasons import Reason
from layers.twoyears import Change, Refusal, two_years
from layers.view import Cell, SeriesView

#: Artists carry what they show in their gid, so that a figure can be read back.
AREA, PLAN, COUNT = "area", "plan", "count"
#: One texture for each reason; the glyph and the words say the same.
HATCHES: Mapping[str, str] = {
    "invalid": "////",
    "not_there": "",
    "hidden": "xx",
    "not_in_plan": "...",
    "plan_invalid": "--",
    "plan_only": "---",
    "not_comparable": "\\\\\\\\",
    "break": "||",
    "no_earlier": "\\\\\\\\",
    "no_later": "\\\\\\\\",
    "no_figures": "",
}
_HATCH_COLOURS: Mapping[str, str] = {
    "invalid": "#8a5a44",
    "plan_invalid": "#8a5a44",
    "not_in_plan": "#8b9499",
    "break": "#b3400f",
}
_HATCH = "#bcc6c8"
_MARGIN_M, _BELOW_M = 350.0, 200.0
_CASING = 1.6


#: Why a place has no colour: at a year, or between two.
Why = Reason | Refusal


def hatch_colour(why: Why) -> str:
    """Return the colour of a reason's texture."""
    return _HATCH_COLOURS.get(why, _HATCH)


@dataclass(frozen=True, slots=True)
class Shown:
    """What is drawn of a geography: its colour, what its label says, a circle's radius."""

    colour: str
    label: str
    radius_px: float | None
    severity: Severity | None


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a map shows, by geography: the figures, or for areas why there is none.

    Outlines are those of a `year`; where they were others in the year `before`, these are dashed.
    """

    shown: Mapping[str, Shown]
    reasons: Mapping[str, Why]
    year: int
    before: int | None = None


def drawing_of(subject: Subject, indicator: str, year: int, mode: Mode) -> Drawing:
    """Return what the map of a series at a year shows."""
    reasons = reasons_of(subject.series(indicator), year, mode)
    return Drawing(shown_of(subject, indicator, year, mode), dict(reasons), year)


def change_of(subject: Subject, indicator: str, years: tuple[int, int]) -> Drawing:
    """Return what the map of the change between two years shows, the earlier year first."""
    series = subject.series(indicator)
    found = two_years(subject.package, series)
    pair = found.pairs[years]
    shown = {
        place: Shown(
            _changed(series, change, found.colours[change.class_index]),
            numbers.signed(change.derived.value, series.indicator.decimals, subject.words),
            change.radius_px,
            change.severity,
        )
        for place, change in pair.changes.items()
        if change.class_index is not None
    }
    areas = (area.id for area in subject.package.areas)
    refused = {area: pair.refused[area] for area in areas if area in pair.refused}
    before, year = years
    return Drawing(shown, refused, year, before)


def _changed(series: SeriesView, change: Change, colour: str) -> str:
    judgement = judgement_of(change.difference, series.indicator.polarity)
    return colour if is_judged(judgement) else style.UNSURE


def shown_of(subject: Subject, indicator: str, year: int, mode: Mode) -> dict[str, Shown]:
    """Return what is drawn, by geography: looked up in the view, never computed."""
    series = subject.series(indicator)
    if mode == Mode.VALUE:
        found = {g: _value(series, c, subject) for g, c in series.cells.get(year, {}).items()}
    else:
        derived = series.comparisons[mode].cells.get(year, {})
        found = {g: _difference(series, mode, c, series.cells[year][g], subject)
                 for g, c in derived.items()}  # fmt: skip
    return {g: s for g, s in found.items() if s is not None}


def reasons_of(series: SeriesView, year: int, mode: Mode) -> dict[str, Reason]:
    """Return why areas have no colour, by area."""
    by_year = series.reasons if mode == Mode.VALUE else series.comparison_reasons[mode]
    return by_year[year]


def _value(series: SeriesView, cell: Cell, subject: Subject) -> Shown | None:
    label = subject.cells.value(cell.observation)
    if cell.radius_px is not None:
        return Shown(series.colours[0], label, cell.radius_px, cell.severity)
    if cell.class_index is None:
        return None
    return Shown(series.colours[cell.class_index], label, None, cell.severity)


def _difference(
    series: SeriesView, mode: Mode, cell: DerivedCell, printed: Cell, subject: Subject
) -> Shown:
    label = numbers.signed(cell.derived.value, series.indicator.decimals, subject.words)
    judged = is_judged(judgement_in(mode, cell, printed, series.indicator.polarity))
    colour = series.comparisons[mode].colours[cell.class_index] if judged else style.UNSURE
    return Shown(colour, label, cell.radius_px, printed.severity)


def draw_map(axes: Axes, subject: Subject, drawing: Drawing, scale: style.Scale) -> None:
    """Draw a map; the axes take the shape of the ground, in metres."""
    package = subject.package.at(drawing.year)
    shapes = geography_shapes(package)
    _ground(axes, package, shapes)
    shown, reasons = drawing.shown, drawing.reasons
    areas = [area.id for area in package.areas if area.id in shapes.index]
    for area in areas:
        _draw_area(axes, area, path_of(shapes.geometry[area]), shown.get(area), reasons.get(area))
    _draw_before(axes, subject, drawing)
    for plan in shapes.index[shapes["kind"] == "plan"]:
        if plan in shown:
            path = path_of(shapes.geometry[plan])
            _draw(axes, path, f"casing:{plan}", facecolor="none", edgecolor=style.INK,
                  linewidth=3 + _CASING, zorder=3.5)  # fmt: skip
            _draw(axes, path, f"{PLAN}:{plan}", facecolor="none", edgecolor=shown[plan].colour,
                  linewidth=3, zorder=4)  # fmt: skip
    _draw_parks(axes, package)
    for area in areas:
        own = shown.get(area)
        if own and own.radius_px is not None:
            point = shapes.geometry[area].representative_point()
            _draw_count(axes, area, (point.x, point.y), own, scale)
    _draw_labels(axes, subject, drawing, scale, shapes)


def outlines_before(package: Package, drawing: Drawing) -> list[BaseGeometry]:
    """Return the outlines of areas in the year before where they are others in the year drawn."""
    if drawing.before is None or not package.outlines:
        return []
    before, year = drawing.before, drawing.year
    was = package.at(before).layers["areas"].geometry
    return [shape for area, shape in was.items()
            if package.outline_in(str(area), before) != package.outline_in(str(area), year)]  # fmt: skip


def _draw_before(axes: Axes, subject: Subject, drawing: Drawing) -> None:
    for shape in outlines_before(subject.package, drawing):
        _draw(axes, path_of(shape), "before", facecolor="none", edgecolor=style.INK,
              linewidth=1.1, linestyle=(0, (4, 3)), zorder=3.2)  # fmt: skip


def _draw_labels(
    axes: Axes, subject: Subject, drawing: Drawing, scale: style.Scale, shapes: GeoDataFrame
) -> None:
    shown = drawing.shown
    areas = [area.id for area in subject.package.areas if area.id in shapes.index]
    texts = {
        area: (subject.cells.places[area],
               label_of(subject, shown.get(area), drawing.reasons.get(area)))
        for area in areas
    }  # fmt: skip
    radii = {area: own.radius_px for area, own in shown.items() if own.radius_px}
    own = {area: shapes.geometry[area] for area in areas}
    parks = subject.package.at(drawing.year).layers["parks"]
    lakes = list(parks[parks["kind"] == "lake"].geometry)
    draw_labels(Paper(axes, scale), own, texts, radii, lakes)


def _ground(axes: Axes, package: Package, shapes: GeoDataFrame) -> None:
    layers = package.layers
    for shape in layers["water"].geometry:
        filled = style.WATER if "Polygon" in shape.geom_type else "none"
        _draw(axes, path_of(shape), "water", facecolor=filled, edgecolor=style.SHORE, linewidth=2.5)
    for shape in layers["roads"].geometry:
        _draw(axes, path_of(shape), "roads", facecolor="none", edgecolor=style.ROAD, linewidth=1.2)
    lakes = layers["parks"][layers["parks"]["kind"] == "lake"].geometry
    bounds = [shapes.total_bounds, *([lakes.total_bounds] if len(lakes) else [])]
    west, south = (min(b[i] for b in bounds) - _MARGIN_M for i in (0, 1))
    east, north = (max(b[i] for b in bounds) + _MARGIN_M for i in (2, 3))
    axes.set_xlim(west, east)
    axes.set_ylim(south - _BELOW_M, north)
    axes.set_aspect("equal", anchor="NW")
    axes.set_xticks([])
    axes.set_yticks([])
    for spine in axes.spines.values():
        spine.set_color(style.FAINT)


def _draw_area(axes: Axes, area: str, path: Path, shown: Shown | None, reason: Why | None) -> None:
    filled = shown.colour if shown and shown.radius_px is None and not reason else style.NEUTRAL
    _draw(axes, path, f"{AREA}:{area}", facecolor=filled, edgecolor="none", alpha=0.92, zorder=2)
    if reason and HATCHES[reason]:
        _draw(axes, path, f"reason:{area}", facecolor="none", hatch=HATCHES[reason], linewidth=0,
              edgecolor=hatch_colour(reason), zorder=2.5)  # fmt: skip
    _draw(axes, path, f"outline:{area}", facecolor="none", edgecolor=style.INK, linewidth=0.9,
          zorder=3)  # fmt: skip


def _draw_parks(axes: Axes, package: Package) -> None:
    for identifier, park in package.layers["parks"].iterrows():
        colour = style.BLUE if park["kind"] == "lake" else style.GREEN
        _draw(axes, path_of(park.geometry), f"park:{identifier}", facecolor="none",
              edgecolor=colour, linewidth=1.1, zorder=5)  # fmt: skip


def _draw_count(
    axes: Axes, area: str, at: tuple[float, float], shown: Shown, scale: style.Scale
) -> None:
    axes.plot(*at, marker="o", markersize=2 * (shown.radius_px or 0) * scale.px,
              color=shown.colour, alpha=0.85, markeredgecolor=style.INK, markeredgewidth=0.7,
              linestyle="none", gid=f"{COUNT}:{area}", zorder=6)  # fmt: skip


def glyph_of(subject: Subject, why: Why) -> str:
    """Return the glyph of a reason."""
    return subject.words.text(f"{kind_of(why)}.{why}.glyph")


def kind_of(why: Why) -> str:
    """Return where the words of a reason are found."""
    return "refusal" if isinstance(why, Refusal) else "reason"


def label_of(subject: Subject, shown: Shown | None, reason: Why | None) -> str:
    """Return what stands on an area: the figure with its mark, or the reason's glyph."""
    words = subject.words
    if reason or shown is None:
        return glyph_of(subject, reason or Reason.NO_FIGURES)
    severity = shown.severity
    mark = words.text(f"ui.mark.{severity.name.lower()}") if severity else ""
    return f"{shown.label} ({mark})" if mark else shown.label


def _draw(axes: Axes, path: Path, gid: str, **looks: Any) -> None:
    axes.add_patch(PathPatch(path, gid=gid, **looks))
