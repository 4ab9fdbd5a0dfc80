"""Tell whether a series can have a value at all, and how exactly a value is printed."""

from geodata.tables.records import Indicator

#: Slack in comparisons of decimal numbers.
EPSILON = 1e-9


def out_of_bounds(series: Indicator, value: float) -> bool:
    """Return whether a value lies outside what the package calls plausible for a series."""
    low, high = series.plausible_min, series.plausible_max
    return (low is not None and value < low) or (high is not None and value > high)


def decimals_of(value: float) -> int:
    """Return how many decimals a printed value has; trailing zeros are not kept."""
    _, _, decimals = f"{value:.10f}".rstrip("0").partition(".")
    return len(decimals)


def whole_count(share: float, n: int, decimals: int) -> int | None:
    """Return how many of `n` persons a share in percent is; `None` where it is no whole number.

    The share was rounded to `decimals`; it must lie within that rounding of the count.
    """
    nearest = round(share * n / 100)
    rounding = 0.5 * 10.0**-decimals
    return nearest if abs(100 * nearest / n - share) <= rounding + EPSILON else None
