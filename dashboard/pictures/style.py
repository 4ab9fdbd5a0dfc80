"""Set how pictures look: typeface, colours and sizes; and make figures without pyplot.

Figures are made of objects of their own and share no state, so threads may draw at once.
"""

from dataclasses import dataclass

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import fontManager

from dashboard.pictures.legible import FONTS
from dashboard.pictures.subject import Subject
from layers.colours import PLACES
from layers.lines import Line, Lines

FAMILY = "Blok Sans"
#: The typefaces, the second for letters that the first has not.
FAMILIES = [FAMILY, "DejaVu Sans"]

INK = "#1d2b30"
SOFT = "#4a5a60"
FAINT = "#d8d6cd"
PAPER = "#ffffff"
NEUTRAL = "#f4f3ee"
#: What is drawn though nothing may be said of better or worse; the browser has the same.
UNSURE = "#c3cbce"
WATER, SHORE = "#cfe4ef", "#b9d7e6"
ROAD = "#d9d5c9"
GREEN, BLUE = "#3d7a44", "#2a6f9e"
TARGET = "#8a3b12"

#: Markers of places, in the order of their colours.
MARKERS = ("o", "s", "^", "v", "P", "X", "p", "h", "8", ">")

#: Sizes of type in points.
TITLE, BODY, SMALL = 12.5, 9.0, 7.5

for _font in sorted(FONTS.glob("*.ttf")):
    fontManager.addfont(_font)
mpl.rcParams.update(
    {
        "font.family": FAMILIES,
        "font.size": BODY,
        "text.color": INK,
        "text.parse_math": False,
        "axes.unicode_minus": True,
        "hatch.linewidth": 0.7,
        "svg.fonttype": "path",
        "svg.hashsalt": FAMILY,
    }
)


@dataclass(frozen=True, slots=True)
class Scale:
    """How large a map is drawn: type in points, and points of paper for a pixel of the page."""

    size: float
    px: float


def new_figure(width_in: float, height_in: float) -> Figure:
    """Return an empty figure of a size in inches, with a canvas of its own."""
    figure = Figure(figsize=(width_in, height_in), facecolor=PAPER)
    FigureCanvasAgg(figure)
    return figure


def height_pt(axes: Axes) -> float:
    """Return how high axes are, in points."""
    return float(axes.get_window_extent().height * 72 / axes.figure.dpi)


def width_pt(axes: Axes) -> float:
    """Return how wide axes are, in points."""
    return float(axes.get_window_extent().width * 72 / axes.figure.dpi)


def line_style(line: Line, chart: Lines, subject: Subject) -> tuple[str, str]:
    """Return the colour and the marker of a line: its place's own; the benchmark's are grey."""
    if line is chart.benchmark:
        return SOFT, "D"
    position = subject.position(line.geography)
    return PLACES[position % len(PLACES)], MARKERS[position % len(MARKERS)]
