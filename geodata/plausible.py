"""Tell whether a series can have a value at all."""

from geodata.records import Indicator


def out_of_bounds(series: Indicator, value: float) -> bool:
    """Return whether a value lies outside what the package calls plausible for a series."""
    low, high = series.plausible_min, series.plausible_max
    return (low is not None and value < low) or (high is not None and value > high)
