"""Short words for what is found, and series added to the invented town."""

from dataclasses import replace

from geodata.rules.quality import find
from geodata.tables.findings import Severity
from geodata.tables.records import Break

NOTE, DOUBTFUL, INVALID = Severity.NOTE, Severity.DOUBTFUL, Severity.INVALID
SHARE = "laesegrupper"
COUNT = "naboklager"


def found(package):
    """What was found, in short: rule, severity, geography, period."""
    return [
        (f.rule, f.severity, f.observation.geography, f.observation.period) for f in find(package)
    ]


def second_series(package, name, values, **changes):
    """Add a series that is like the share, with values given by (geography, period)."""
    share = next(i for i in package.indicators if i.id == SHARE)
    one = package.observations[1]
    series = replace(share, id=name, split_years="", **changes)
    new = (
        replace(one, indicator=name, geography=geography, period=period, value=value)
        for (geography, period), value in values.items()
    )
    return replace(
        package,
        indicators=(*package.indicators, series),
        observations=(*package.observations, *new),
    )


def with_break(package, indicator, day, geographies=""):
    change = Break(indicator, geographies, day, "ny", "new")
    return replace(package, breaks=(*package.breaks, change))
