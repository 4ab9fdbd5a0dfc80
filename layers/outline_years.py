"""Say which outline is that of which year, for all that is drawn otherwise in some year."""

from dataclasses import dataclass
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from geodata.figures.join import geography_shapes
from geodata.package.package import Package

#: For each year of the clock a position among a feature's outlines, `None` where it is not there.
Years = list[int | None]


@dataclass(frozen=True, slots=True)
class PlanShapes:
    """The different shapes of a plan in the order of the years, in EPSG:25832, and `years`."""

    shapes: tuple[BaseGeometry, ...]
    error_m: float
    years: Years


def outline_years(package: Package) -> dict[str, dict[str, Years]]:
    """Return the years of all outlines by layer and id; of plans those that are made of them.

    Features that have one outline at all times are not among them.
    """
    if not package.outlines:
        return {}
    clock = package.descriptor
    years = range(clock.first_year, clock.last_year + 1)
    found = {layer: {str(one): [package.outline_in(str(one), year) for year in years]
                     for one in dict.fromkeys(frame.index)}
             for layer, frame in package.outlines.items()}  # fmt: skip
    plans = {plan: own.years for plan, own in plan_shapes(package).items() if any(own.years)
             or None in own.years}  # fmt: skip
    return found | ({"plans": plans} if plans else {})


def plan_shapes(package: Package) -> dict[str, PlanShapes]:
    """Return the shapes of each plan over the years: the dissolve of the members that are there."""
    kept: dict[str, tuple[list[BaseGeometry], list[float], Years]] = {}
    plans = [g.id for g in package.geographies if g.kind == "plan"]
    for first, last, moment in package.epochs:
        shapes = geography_shapes(moment)
        for plan in plans:
            own = kept.setdefault(plan, ([], [], []))
            there = plan in shapes.index
            at = _place(own[0], shapes.geometry[plan]) if there else None
            own[1].extend([float(shapes["error_m"][plan])] if there else [])
            own[2].extend([at] * (last - first + 1))
    return {plan: PlanShapes(tuple(shapes), max(errors), years)
            for plan, (shapes, errors, years) in kept.items() if shapes}  # fmt: skip


def _place(shapes: list[BaseGeometry], shape: BaseGeometry) -> int:
    """Where a shape is among some; one that is not yet among them comes last."""
    for place, other in enumerate(shapes):
        if shapely.equals_exact(other, shape, 0):
            return place
    shapes.append(shape)
    return len(shapes) - 1


def earlier_of(package: Package, layer: str) -> dict[str, Any]:
    """Return a layer's outlines before the latest, by feature: frames of one row an outline."""
    frame = package.outlines.get(layer)
    if frame is None:
        return {}
    earlier = frame[frame.index.duplicated(keep="last")]
    return {str(one): earlier.loc[[one]] for one in dict.fromkeys(earlier.index)}
