"""Check where shapes that were handed in lie: near what they replace, and not on each other."""

from collections.abc import Mapping
from typing import Any

import geopandas as gpd
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.intake.entries import Reported
from geodata.intake.outlines import Outline
from geodata.package.overlaps import overlaps
from geodata.package.package import Package
from geodata.reading.faults import shown
from geodata.reading.places import METRES, WGS84

#: Farther than this from where it is drawn, a feature is another one, or its CRS is wrong.
FARTHEST_M = 5_000
#: Farther than this from every area there is, a new feature is in another town, or its CRS is wrong.
FARTHEST_NEW_M = 50_000
#: Areas that share more of the smaller one than this are not two.
MOST_SHARED = 0.3


def check_places(outlines: list[Outline], package: Package, layer: str, said: Reported) -> None:
    """Find shapes that lie far from what they replace, and areas that lie on each other."""
    shapes = gpd.GeoSeries([one.shape for one in outlines], crs=WGS84).to_crs(METRES)
    new = dict(zip([one.feature for one in outlines], shapes, strict=True))
    for one in outlines:
        if not one.has_shape:
            said.faults.append(one.fault("geometry", "no shape", "a shape"))
        elif one.is_new:
            _check_new(one, new[one.feature], package, said)
        else:
            _check_moved(one, new[one.feature], package.layers[layer].geometry[one.feature], said)
    if layer == "areas":
        here = package.at(package.descriptor.last_year).layers[layer].geometry
        gone = {name for one in outlines for name in one.predecessors}
        stay = {name: shape for name, shape in here.items() if name not in gone}
        _overlaps(outlines, {**stay, **new}, said)


def _check_moved(one: Outline, new: BaseGeometry, old: BaseGeometry, said: Reported) -> None:
    far = _middle(new).distance(_middle(old))
    if far <= FARTHEST_M:
        said.told.append(f"{one.file}, {one.feature}: its middle moves {far:.0f} m")
    else:
        _too_far(one, f"{far / 1000:.1f} km from where it is now", FARTHEST_M, said)


def _check_new(one: Outline, new: BaseGeometry, package: Package, said: Reported) -> None:
    far = float(package.layers["areas"].distance(_middle(new)).min())
    if far <= FARTHEST_NEW_M:
        said.told.append(f"{one.file}, {one.feature}: {one.name} is new")
    else:
        _too_far(one, f"{far / 1000:.1f} km from every area", FARTHEST_NEW_M, said)


def _too_far(one: Outline, found: str, most: int, said: Reported) -> None:
    allowed = f"at most {most / 1000:.0f} km: is the CRS of the file true?"
    said.faults.append(one.fault("geometry", found, allowed))


def _middle(shape: BaseGeometry) -> BaseGeometry:
    """The middle of what it reaches over: one that crosses itself has one, too."""
    return shapely.centroid(shapely.envelope(shape))


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
