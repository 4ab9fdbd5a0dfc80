"""List where one may want to walk: the places and parks of a package, with their status."""

from dataclasses import dataclass

from shapely.geometry.base import BaseGeometry

from geodata.package import Package
from geodata.statuses import Status, status_at

#: Layers whose features are places to go to.
LAYERS = ("places", "parks")


@dataclass(frozen=True, slots=True)
class Destination:
    """A place or park as it stands at the end of a year; `shape` is in EPSG:25832.

    `error_m` is how far from its drawing it may lie, in metres.
    """

    id: str
    name: str
    kind: str
    layer: str
    error_m: float
    status: Status
    shape: BaseGeometry


def destinations(package: Package, year: int) -> tuple[Destination, ...]:
    """Return all places and parks with their status at the end of a year, in file order."""
    return tuple(
        Destination(
            str(identifier), row["name"], row["kind"], layer, float(row["error_m"]),
            status_at((m for m in package.milestones if m.feature == identifier), year),
            row["geometry"],
        )
        for layer in LAYERS
        for identifier, row in package.layers[layer].iterrows()
    )  # fmt: skip
