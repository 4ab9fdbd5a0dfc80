"""Match shapes that were handed in with the features of a package, and check where they lie."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.intake.entries import Reported
from geodata.intake.names import Names, found_name
from geodata.intake.naming import Suggestion
from geodata.intake.words import plain
from geodata.package.overlaps import overlaps
from geodata.package.package import Package
from geodata.reading.faults import Fault, shown
from geodata.reading.places import METRES, WGS84

#: Farther than this from where it is drawn, a feature is another one, or its CRS is wrong.
FARTHEST_M = 5_000
#: Areas that share more of the smaller one than this are not two.
MOST_SHARED = 0.3
#: Columns that name a feature, the surest first.
NAMING = ("id", "navn", "name", "omraade", "boligomr", "titel")
#: What may be said of a feature beside its shape.
STATED = ("confidence", "error_m", "basis_da", "basis_en", "source", "url")
#: Since when a shape holds: it then follows the one that is there, and does not take its place.
SINCE = "valid_from"
#: What may be said of a shape that follows another one.
FOLLOWING = ("valid_to", "change_da", "change_en", "comparable_da", "comparable_en")


@dataclass(frozen=True)
class Outline:
    """A shape in WGS 84 for a feature, the row of the file that it is from, and what that says."""

    feature: str
    shape: BaseGeometry
    file: str
    row: int
    stated: Mapping[str, Any]

    @property
    def has_shape(self) -> bool:
        """Whether there is a shape that could be read."""
        return not (shapely.is_missing(self.shape) or shapely.is_empty(self.shape))

    def fault(self, field: str, found: str, allowed: str) -> Fault:
        """Say that something of it must be mended."""
        return Fault(self.file, f"feature {self.row + 1} ({self.feature})", field, found, allowed)


def outlines_of(
    file: str, frame: gpd.GeoDataFrame, names: Names, said: Reported
) -> tuple[list[Outline], list[Suggestion]]:
    """Return the shapes of a file whose names mean a feature; other names are faults."""
    found: dict[str, Outline] = {}
    suggestions: list[Suggestion] = []
    columns = {plain(str(column)): column for column in frame.columns}
    naming = [columns[name] for name in NAMING if name in columns]
    for row, (record, shape) in enumerate(_rows(frame)):
        texts = [str(record[column]) for column in naming if record[column] is not None]
        feature = next((m.id for m in map(names.match, texts) if m.id), "")
        if not feature:
            suggestions += _unknown(file, row, texts, names, said)
            continue
        said_of = (*STATED, SINCE, *FOLLOWING)
        stated = {name: record[columns[name]] for name in said_of if name in columns}
        outline = Outline(feature, shape, file, row, stated)
        if found.setdefault(feature, outline) is not outline:
            first = f"one (the first is feature {found[feature].row + 1})"
            said.faults.append(outline.fault("id", "a second shape", first))
    return list(found.values()), suggestions


def _rows(frame: gpd.GeoDataFrame) -> Iterator[tuple[dict[str, Any], BaseGeometry]]:
    texts = frame.drop(columns=frame.geometry.name).astype(object)
    records = texts.where(texts.notna(), None).to_dict("records")
    yield from zip(records, frame.geometry.to_numpy(), strict=True)


def _unknown(
    file: str, row: int, texts: list[str], names: Names, said: Reported
) -> list[Suggestion]:
    name = texts[-1] if texts else ""
    near = names.match(name).near if name else ()
    found = found_name(name, near) if name else "no name"
    allowed = names.allowed(near) if name else f"a column {' or '.join(NAMING[:3])}"
    said.faults.append(Fault(file, f"feature {row + 1}", "", found, allowed))
    return [Suggestion(name, near[0], names.named[near[0]])] if len(near) == 1 else []


def check_places(outlines: list[Outline], package: Package, layer: str, said: Reported) -> None:
    """Find shapes that lie far from what they replace, and areas that lie on each other."""
    old = package.layers[layer].geometry
    shapes = gpd.GeoSeries([one.shape for one in outlines], crs=WGS84).to_crs(METRES)
    new = dict(zip([one.feature for one in outlines], shapes, strict=True))
    for one in outlines:
        if not one.has_shape:
            said.faults.append(one.fault("geometry", "no shape", "a shape"))
            continue
        far = _middle(new[one.feature]).distance(_middle(old[one.feature]))
        if not far <= FARTHEST_M:
            found = f"{far / 1000:.1f} km from where it is now"
            allowed = f"at most {FARTHEST_M / 1000:.0f} km: is the CRS of the file true?"
            said.faults.append(one.fault("geometry", found, allowed))
        else:
            said.told.append(f"{one.file}, {one.feature}: its middle moves {far:.0f} m")
    if layer == "areas":
        here = package.at(package.descriptor.last_year).layers[layer].geometry
        _overlaps(outlines, {**dict(here.items()), **new}, said)


def _middle(shape: BaseGeometry) -> BaseGeometry:
    """The middle of what it reaches over: one that crosses itself has one, too."""
    return shape.envelope.centroid


def _overlaps(outlines: list[Outline], every: Mapping[Any, BaseGeometry], said: Reported) -> None:
    """Tell of new areas that lie on another, each pair once."""
    new, names = {one.feature: one for one in outlines}, list(every)
    for one, other, share in overlaps(list(every.values())):
        pair = [names[one], names[other]]
        own = next((new[name] for name in pair if name in new), None)
        if own is not None and share > MOST_SHARED:
            (beside,) = (name for name in pair if name != own.feature)
            found = f"{share:.0%} shared with {shown(beside)}"
            allowed = f"areas that share at most {MOST_SHARED:.0%} of the smaller one"
            said.faults.append(own.fault("geometry", found, allowed))
