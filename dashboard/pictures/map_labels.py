"""Write names and values on a drawn map, by the rules of the page's own maps."""

from collections.abc import Mapping
from functools import partial

from matplotlib.axes import Axes
from matplotlib.font_manager import FontProperties
from matplotlib.patheffects import withStroke
from matplotlib.textpath import text_to_path
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from dashboard.pictures import style
from dashboard.pictures.boxes import Box, Point, around, bounds
from dashboard.pictures.legible import legible
from dashboard.pictures.lettering import LINE, PADDING, Written, ways
from dashboard.pictures.placing import Need, Place, place

#: Artists carry what they show in their gid, so that a figure can be read back.
LABEL, NAME, LEADER = "label", "name", "leader"
#: A name, in sizes of its value's type; the edge of the map, in pixels of a page.
_NAME_SIZE, _EDGE_PX = 0.86, 3
_HALO = withStroke(linewidth=2.2, foreground=style.PAPER)
_POINTS_AN_INCH = 72

Texts = Mapping[str, tuple[str, str]]


class Paper:
    """A map on paper, measured in the pixels that the page's maps are placed in."""

    def __init__(self, axes: Axes, scale: style.Scale) -> None:
        """Take axes whose limits are set."""
        axes.apply_aspect()
        self.axes, self.scale = axes, scale
        self._dots = axes.figure.dpi / _POINTS_AN_INCH * scale.px
        self._inverse = axes.transData.inverted()

    def pixel(self, at: Point) -> Point:
        """Return where a point of the ground lies, with y downwards."""
        x, y = self.axes.transData.transform(at)
        return float(x) / self._dots, -float(y) / self._dots

    def ground(self, at: Point) -> Point:
        """Return the point of the ground that lies at a pixel."""
        x, y = self._inverse.transform((at[0] * self._dots, -at[1] * self._dots))
        return float(x), float(y)

    def frame(self) -> Box:
        """Return the map's box."""
        (west, east), (south, north) = self.axes.get_xlim(), self.axes.get_ylim()
        return bounds([[self.pixel((west, north)), self.pixel((east, south))]]).grown(-_EDGE_PX)

    def rings(self, shape: BaseGeometry) -> list[list[Point]]:
        """Return the outline of an area; holes are rings too."""
        parts = shape.geoms if isinstance(shape, MultiPolygon) else [shape]
        return [[self.pixel((x, y)) for x, y, *_ in ring.coords[:-1]]
                for part in parts if isinstance(part, Polygon) for ring in (part.exterior, *part.interiors)]  # fmt: skip

    def width(self, text: str, *, size: float, weight: str) -> float:
        """Measure a line of type of a size in points, with what stands for letters it lacks."""
        look = FontProperties(family=style.FAMILIES, size=size, weight=weight)
        wide, *_ = text_to_path.get_text_width_height_descent(legible(text), look, ismath=False)
        return float(wide) / self.scale.px


def draw_labels(
    paper: Paper, shapes: Mapping[str, BaseGeometry], texts: Texts, radii_px: Mapping[str, float],
    lakes: list[BaseGeometry],
) -> None:  # fmt: skip
    """Write the name and the value of each area, `texts`; `radii_px` are those of its circle."""
    written = {area: _ways(paper, *texts[area]) for area in texts}
    needs = [_need(paper, area, shapes[area], written[area], radii_px.get(area)) for area in texts]
    placed = place(needs, [paper.rings(lake) for lake in lakes], [], paper.frame())
    for need in needs:
        _write(paper, need, written[need.id], placed[need.id], texts[need.id][1])


def _ways(paper: Paper, name: str, value: str) -> list[Written]:
    px, size = _px(paper), paper.scale.size
    wide = paper.width(value, size=size, weight="bold")
    measure = partial(paper.width, size=size * _NAME_SIZE, weight="normal")
    return ways(name, px * _NAME_SIZE, measure, (wide, px * LINE))


def _px(paper: Paper) -> float:
    """How high the type of a value is, in pixels."""
    return paper.scale.size / paper.scale.px


def _need(
    paper: Paper, area: str, shape: BaseGeometry, written: list[Written], radius: float | None
) -> Need:
    point = shape.representative_point()
    at = paper.pixel((point.x, point.y))
    circle = around(at, 2 * radius, 2 * radius) if radius else None
    return Need(area, paper.rings(shape), at, circle, tuple(way.size for way in written))


def _write(
    paper: Paper, need: Need, written: list[Written], found: Place | None, value: str
) -> None:
    """Write a label; a value is never left out: without any room it stands on its area alone."""
    spot = found or Place(need.at, len(written) - 1, None)
    way, (x, y) = written[spot.index], spot.at
    text = partial(paper.axes.text, ha="center", va="center", path_effects=[_HALO])
    size, px = paper.scale.size, _px(paper)
    below = y + (way.size.height - px * LINE) / 2 - PADDING
    text(*paper.ground((x, below)), value, fontsize=size, fontweight="bold", zorder=8,
         gid=f"{LABEL}:{need.id}")  # fmt: skip
    top = y - way.size.height / 2 + PADDING
    for i, line in enumerate(way.lines):
        at = paper.ground((x, top + (i + 0.5) * px * _NAME_SIZE * LINE))
        text(*at, line, fontsize=size * _NAME_SIZE, zorder=7, gid=f"{NAME}:{need.id}")
    if spot.line:
        ends = [paper.ground(end) for end in spot.line]
        paper.axes.plot(*zip(*ends, strict=True), color=style.INK, linewidth=0.6, zorder=6.5,
                        gid=f"{LEADER}:{need.id}")  # fmt: skip
