"""Lay out the made-up country: municipalities on a grid, blocks of housing areas in each."""

from dataclasses import dataclass

import numpy as np
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from tools.national.outlines import SIDE, Block, Floats, area_shape
from tools.national.size import Size, drawing

#: Where the first municipality begins, in EPSG:25832 metres, and how far apart they are.
_ORIGIN = (480_000.0, 6_080_000.0)
_APART_M = 22_000.0
_COLUMNS = 10
#: From one block of a municipality to the next, and how many stand in a row.
BLOCK_M = 1_500.0
_BLOCKS_IN_ROW = 8
_EVERY_YARD = 12
_EVERY_ANNEX = 15


@dataclass(frozen=True)
class Place:
    """An area: its number, its municipality's, its block (0 is the first) and its cell in that."""

    number: int
    municipality: int
    block: int
    cell: int


def places(size: Size) -> list[Place]:
    """Return all areas in order; four stand in a block."""
    lie_in = [size.municipality(number) for number in range(size.areas)]
    first = {lie_in[number]: number for number in reversed(range(size.areas))}
    return [
        Place(number, own, *divmod(number - first[own], SIDE * SIDE))
        for number, own in enumerate(lie_in)
    ]


def corner(municipality: int, block: int = 0) -> Floats:
    """Return where a block of a municipality begins, in EPSG:25832 metres."""
    column, row = municipality % _COLUMNS, municipality // _COLUMNS
    across, up = block % _BLOCKS_IN_ROW, block // _BLOCKS_IN_ROW
    start = np.array(_ORIGIN) + np.array([column, row]) * _APART_M
    return np.asarray(start + np.array([across, up]) * BLOCK_M, dtype=float)


def areas(size: Size) -> list[BaseGeometry]:
    """Return the outline of each area in EPSG:25832 metres, in their order."""
    blocks: dict[tuple[int, int], Block] = {}
    shapes: list[BaseGeometry] = []
    for place in places(size):
        key = (place.municipality, place.block)
        if key not in blocks:
            blocks[key] = Block(drawing(1, *key))
        yard = place.number % _EVERY_YARD == 5
        shape = area_shape(blocks[key], place.cell, yard, place.number % _EVERY_ANNEX == 7)
        shapes.append(translate(shape, *corner(*key)))
    return shapes
