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


def natural_classes(
    values: Iterable[float], decimals: int, most: int = MAX_CLASSES
) -> tuple[ClassRange, ...]:
    """Return at most `most` natural (Jenks) classes, never more than distinct values.

    Bounds are printed values, rounded to the `decimals` of the series; a class begins one last decimal above the class before it,
    so that every value that `decimals` can print falls into exactly one class.
    """
    distinct = sorted({round(value, decimals) for value in values})
    if not distinct:
        return ()
    count = min(most, len(distinct))
    uppers = distinct[:1] if count == 1 else _upper_bounds(distinct, count)
    step = 10.0**-decimals
    lows = [distinct[0], *(round(upper + step, decimals) for upper in uppers[:-1])]
    return tuple(ClassRange(low, high) for low, high in zip(lows, uppers, strict=True))


def _upper_bounds(distinct: list[float], count: int) -> list[float]:
    if count == len(distinct):
        return distinct
    bounds = jenkspy.jenks_breaks(distinct, n_classes=count)
    return [float(bound) for bound in bounds[1:]]


def class_of(value: float, classes: tuple[ClassRange, ...]) -> int | None:
    """Return the number of the class that holds a value, `None` outside all of them."""
    if not classes or not math.isfinite(value) or value < classes[0].low:
        return None
    return next((i for i, bounds in enumerate(classes) if value <= bounds.high), None)


def diverging_classes(values: Iterable[float], decimals: int) -> tuple[ClassRange, ...]:
    """Return at most five classes centred on zero, the same bounds on both sides.

    Zero has a class of its own; a class that no value falls into is left out, so that there
    are never more classes than distinct values.
    """
    distinct = set(values)
    above = natural_classes({abs(v) for v in distinct if v}, decimals, most=2)
    below = [ClassRange(-bounds.high, -bounds.low) for bounds in reversed(above)]
    classes = (*below, ClassRange(0.0, 0.0), *above)
    return tuple(c for c in classes if any(c.low <= v <= c.high for v in distinct))
