"""Divide a series into classes whose bounds hold for all years: one colour is one value."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

import jenkspy

MAX_CLASSES = 5


@dataclass(frozen=True, slots=True)
class ClassRange:
    """A class from its lowest to its highest bound, both included, in the series' unit."""

    low: float
    high: float


def natural_classes(values: Iterable[float], decimals: int) -> tuple[ClassRange, ...]:
    """Return at most five natural (Jenks) classes, never more than distinct values.

    Bounds are printed values; a class begins one last decimal above the class before it,
    so that every value that `decimals` can print falls into exactly one class.
    """
    distinct = sorted(set(values))
    if not distinct:
        return ()
    count = min(MAX_CLASSES, len(distinct))
    uppers = distinct[:1] if count == 1 else _upper_bounds(distinct, count)
    step = 10.0**-decimals
    lows = [distinct[0], *(round(upper + step, decimals) for upper in uppers[:-1])]
    return tuple(ClassRange(low, high) for low, high in zip(lows, uppers, strict=True))


def _upper_bounds(distinct: list[float], count: int) -> list[float]:
    if count == len(distinct):
        return distinct
    bounds: list[float] = jenkspy.jenks_breaks(distinct, n_classes=count)
    return bounds[1:]


def class_of(value: float, classes: tuple[ClassRange, ...]) -> int | None:
    """Return the number of the class that holds a value, `None` outside all of them."""
    if not classes or not math.isfinite(value) or value < classes[0].low:
        return None
    return next((i for i, bounds in enumerate(classes) if value <= bounds.high), None)
