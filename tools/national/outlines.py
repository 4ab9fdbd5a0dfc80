"""Draw blocks of four areas that meet along common borders, in metres from the block's corner."""

import numpy as np
import numpy.typing as npt
from shapely import MultiPolygon, Polygon, box

Floats = npt.NDArray[np.float64]

SIDE = 2
CELL_M = 420.0
#: How far a corner and a point of a border may lie off the grid.
_CORNER_OFF_M = 60.0
_BORDER_OFF_M = 12.0
_POINTS = (2, 14)
_YARD_M = 60.0
_ANNEX_M = 90.0


class Block:
    """Four areas in a square: each border is drawn once and used by both sides."""

    def __init__(self, rng: np.random.Generator) -> None:
        grid = np.stack(np.meshgrid(range(SIDE + 1), range(SIDE + 1), indexing="ij"), axis=-1)
        off = rng.uniform(-_CORNER_OFF_M, _CORNER_OFF_M, grid.shape)
        self._corners = grid * CELL_M + off
        count = int(rng.integers(*_POINTS))
        self._across = rng.uniform(-_BORDER_OFF_M, _BORDER_OFF_M, (2, SIDE + 1, SIDE + 1, count))

    def outline(self, cell: int) -> Floats:
        """Return the ring of one of the four areas, without the closing point."""
        x, y = divmod(cell, SIDE)
        right, left = self._border(1, x + 1, y), self._border(1, x, y)
        low, high = self._border(0, x, y), self._border(0, x, y + 1)
        return np.concatenate((low[:-1], right[:-1], high[:0:-1], left[:0:-1]))

    def _border(self, direction: int, x: int, y: int) -> Floats:
        """The points of a border, both corners included."""
        start = self._corners[x, y]
        end = self._corners[x + 1, y] if direction == 0 else self._corners[x, y + 1]
        across = self._across[direction, x, y]
        along = np.linspace(0, 1, len(across) + 2)[1:-1, None]
        points = start + (end - start) * along
        points[:, 1 - direction] += across
        return np.concatenate(([start], points, [end]))


def area_shape(block: Block, cell: int, yard: bool, annex: bool) -> Polygon | MultiPolygon:
    """Return an area: with a yard (a hole) or an annex (a second part) where asked for."""
    ring = block.outline(cell)
    middle = ring.mean(axis=0)
    holes = [box(*(middle - _YARD_M), *(middle + _YARD_M)).exterior] if yard else []
    own = Polygon(ring, holes)
    if not annex:
        return own
    below = np.array([middle[0], -3 * _ANNEX_M])
    return MultiPolygon([own, box(*(below - _ANNEX_M / 2), *(below + _ANNEX_M / 2))])
