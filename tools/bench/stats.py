"""Percentiles and shares of what was measured."""

from collections.abc import Sequence

from tools.bench.records import Load, Step

#: One frame at 60 Hz, with half a millisecond for the clock's grain.
NEXT_FRAME_MS = 1000 / 60 + 0.5


def percentile(values: Sequence[float], share: float) -> float:
    """Return the percentile by linear interpolation; `share` is from 0 to 1."""
    if not values:
        raise ValueError("a percentile of nothing")
    if not 0 <= share <= 1:
        raise ValueError(f"share: found {share}; allowed: 0 to 1")
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def median(values: Sequence[float]) -> float:
    """Return the median."""
    return percentile(values, 0.5)


def in_next_frame(step: Step) -> bool:
    """Say whether the first frame after the input held the change and began in time for 60 Hz."""
    return step.frames == 1 and step.first_frame <= NEXT_FRAME_MS


def next_frame_share(steps: Sequence[Step], lost: int) -> float:
    """Return the share painted by the next frame; a step that was never painted was not."""
    return sum(map(in_next_frame, steps)) / (len(steps) + lost)


def median_drawn(loads: Sequence[Load]) -> float:
    """Return the median time in seconds to the drawn map."""
    return median([load.drawn for load in loads]) / 1000
