"""Draw the icon: two houses on a square, as data for the page and as a file for all who ask."""

import io
import struct
from functools import cache
from urllib.parse import quote

from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch, Polygon

_SIDE, _CORNER = 16, 3
_GROUND, _INK = "#0b5563", "#ffffff"
_HOUSES = (
    ((3, 12), (3, 6), (6, 4), (9, 6), (9, 12)),
    ((10, 12), (10, 8), (13, 9), (13, 12)),
)
#: The sides of the pictures in the file, in pixels.
SIZES = (16, 32, 48)
_DOTS_PER_INCH = 16


def as_address() -> str:
    """Return the drawing as a `data:` address."""
    path = "".join("M" + "L".join(f"{x} {y}" for x, y in house) + "z" for house in _HOUSES)
    drawing = (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {_SIDE} {_SIDE}'>"
        f"<rect width='{_SIDE}' height='{_SIDE}' rx='{_CORNER}' fill='{_GROUND}'/>"
        f"<path d='{path}' fill='{_INK}'/></svg>"
    )
    return "data:image/svg+xml," + quote(drawing, safe=" ='/:")


@cache
def as_file() -> bytes:
    """Return the drawing as a Windows icon: one PNG of each size."""
    pictures = [_as_png(size) for size in SIZES]
    at = 6 + 16 * len(pictures)
    entries = b""
    for size, picture in zip(SIZES, pictures, strict=True):
        entries += struct.pack("<BBBBHHII", size, size, 0, 0, 1, 32, len(picture), at)
        at += len(picture)
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + b"".join(pictures)


def _as_png(size: int) -> bytes:
    inches = size / _DOTS_PER_INCH
    figure = Figure(figsize=(inches, inches), dpi=_DOTS_PER_INCH)
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, _SIDE), ylim=(_SIDE, 0), frame_on=False)
    axes.set_axis_off()
    inner = _SIDE - 2 * _CORNER
    rounded = f"round,pad={_CORNER},rounding_size={_CORNER}"
    axes.add_patch(FancyBboxPatch((_CORNER, _CORNER), inner, inner, rounded, fc=_GROUND, lw=0))
    for house in _HOUSES:
        axes.add_patch(Polygon(house, fc=_INK, lw=0))
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", transparent=True, metadata={"Software": None})
    return buffer.getvalue()
