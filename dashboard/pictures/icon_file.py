"""Draw the icon as a file, for all who ask a site for one by name."""

import io
import struct

from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch, Polygon

from dashboard.icon import CORNER, GROUND, HOUSES, INK, SIDE

#: The sides of the pictures in the file, in pixels.
SIZES = (16, 32, 48)
_DOTS_PER_INCH = 16


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
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, SIDE), ylim=(SIDE, 0), frame_on=False)
    axes.set_axis_off()
    inner = SIDE - 2 * CORNER
    rounded = f"round,pad={CORNER},rounding_size={CORNER}"
    axes.add_patch(FancyBboxPatch((CORNER, CORNER), inner, inner, rounded, fc=GROUND, lw=0))
    for house in HOUSES:
        axes.add_patch(Polygon(house, fc=INK, lw=0))
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", transparent=True, metadata={"Software": None})
    return buffer.getvalue()
