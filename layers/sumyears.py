"""Describe two years of a sum of areas: its change, or why there is none.

The rules are those of `layers.twoyears`; a sum has no shape, so it has no class either.
"""

from collections.abc import Mapping

from geodata.figures.derived import months_differ
from layers.shown import Places, Shown, cut
from layers.twoyears import Difference, Refusal
from layers.view import SeriesView

Held = Difference | Refusal


def sum_changes(series: SeriesView, figures: Places, years: tuple[int, int]) -> Mapping[str, Held]:
    """Return, by place, what stands between two clock years of every sum of a series."""
    found: dict[str, Held] = {}
    for place, own in figures.items():
        if any(figure.is_computed for figure in own):
            by_year = {figure.year: figure for figure in own}
            found[place] = _held(series, by_year.get(years[0]), by_year.get(years[1]))
    return found


def _held(series: SeriesView, earlier: Shown | None, later: Shown | None) -> Held:
    if earlier is None or later is None:
        if later is not None:
            return Refusal.NO_EARLIER
        return Refusal.NO_FIGURES if earlier is None else Refusal.NO_LATER
    if cut(series.breaks, earlier, later):
        return Refusal.BREAK
    severities = [s for s in (earlier.severity, later.severity) if s is not None]
    value = round(later.value - earlier.value, series.indicator.decimals)
    differ = months_differ(later.members[0], earlier.members[0])
    return Difference(value, max(severities, default=None), differ)
