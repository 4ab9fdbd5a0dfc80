"""Turn a colour of the light palette into its twin for dark screens: same hue, other lightness.

A class keeps its hue and its place in the order: what is pale by day is dim in the dark, what
is deep by day is bright. Lightness and hue are those of OKLab (Björn Ottosson, 2020).
"""

import math
from collections.abc import Sequence

from layers.colours import PLACES

Vector = tuple[float, float, float]

#: Twins of `PLACES`, chosen by hand: all are read as text, and the lightness alone would not
#: tell ten of them apart.
PLACES_IN_THE_DARK = ("#5db4ec", "#ff9c6e", "#74cf8a", "#cfa0ee", "#dcc04a", "#fb8fc0", "#3fd0c9",
                      "#cdaa98", "#a3adff", "#e6ebec")  # fmt: skip
_TWINS = dict(zip(PLACES, PLACES_IN_THE_DARK, strict=True))
#: The lightness of a twin, by that of its colour: palest by day, and deepest.
_BY_DAY, _IN_THE_DARK = (0.96, 0.45), (0.42, 0.9)
_TO_CONES = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_TO_ROOTS = (
    (1, 0.3963377774, 0.2158037573),
    (1, -0.1055613458, -0.0638541728),
    (1, -0.0894841775, -1.2914855480),
)
_TO_LIGHT = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)


def dark(colour: str) -> str:
    """Return the twin of a colour, both as `#rrggbb`."""
    if colour in _TWINS:
        return _TWINS[colour]
    lightness, a, b = _lab(colour)
    return _hex((_turned(lightness), a, b))


def _turned(lightness: float) -> float:
    share = (_BY_DAY[0] - lightness) / (_BY_DAY[0] - _BY_DAY[1])
    return _IN_THE_DARK[0] + min(max(share, 0), 1) * (_IN_THE_DARK[1] - _IN_THE_DARK[0])


def _lab(colour: str) -> Vector:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    light = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return _times(_TO_LAB, [math.cbrt(cone) for cone in _times(_TO_CONES, light)])


def _hex(lab: Vector) -> str:
    """Write a colour; one that no screen can show loses strength until one can."""
    lightness, a, b = lab
    light = _times(_TO_LIGHT, [root**3 for root in _times(_TO_ROOTS, lab)])
    if not all(-1e-3 <= part <= 1.001 for part in light):
        return _hex((lightness, a * 0.95, b * 0.95))
    return "#" + "".join(f"{round(255 * _encoded(min(max(c, 0), 1))):02x}" for c in light)


def _encoded(light: float) -> float:
    return float(12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055)


def _times(matrix: Sequence[Vector], vector: Sequence[float]) -> Vector:
    x, y, z = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return x, y, z
