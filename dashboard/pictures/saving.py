"""Write figures as SVG or PNG: the same figure is the same file."""

import io

from matplotlib.figure import Figure
from matplotlib.text import Text

from dashboard.pictures.legible import legible

_DPI = 160


def as_svg(figure: Figure, title: str) -> str:
    """Return a figure as SVG text; type is drawn as outlines, so it looks alike everywhere."""
    _keep_legible(figure)
    buffer = io.StringIO()
    metadata = {"Title": title, "Date": None, "Creator": None}
    figure.savefig(buffer, format="svg", metadata=metadata)
    return buffer.getvalue()


def as_png(figure: Figure, title: str) -> bytes:
    """Return a figure as PNG at 160 dots an inch."""
    _keep_legible(figure)
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", dpi=_DPI, metadata={"Title": title, "Software": None})
    return buffer.getvalue()


def as_picture(figure: Figure, kind: str, title: str) -> bytes:
    """Return a figure as `svg` or `png`."""
    return as_svg(figure, title).encode() if kind == "svg" else as_png(figure, title)


def _keep_legible(figure: Figure) -> None:
    for text in figure.findobj(Text):
        text.set_text(legible(text.get_text()))
