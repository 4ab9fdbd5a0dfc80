"""Tell whether a series can have a value at all, and how exactly a value is printed."""

from geodata.records import Indicator


def out_of_bounds(series: Indicator, value: float) -> bool:
    """Return whether a value lies outside what the package calls plausible for a series."""
    low, high = series.plausible_min, series.plausible_max
    return (low is not None and value < low) or (high is not None and value > high)


def decimals_of(value: float) -> int:
    """Return how many decimals a printed value has; trailing zeros are not kept."""
    _, _, decimals = f"{value:.10f}".rstrip("0").partition(".")
    return len(decimals)
