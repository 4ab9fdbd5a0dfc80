"""Say what all maps of a package stand on."""

from dataclasses import dataclass

Corner = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Ground:
    """The first view's corners, the address of the shapes, and of tiles under them, if any.

    Corners are south-west and north-east, as latitude and longitude in WGS 84.
    """

    bounds: tuple[Corner, Corner]
    shapes: str
    tiles_url: str = ""
    tiles_attribution: str = ""
