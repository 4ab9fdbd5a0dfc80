"""Write what the panel says of a place beside the series that is chosen: its other figures."""

from collections.abc import Iterable, Mapping
from typing import Any

from dashboard.payload.cells import CellWriter
from geodata.tables.findings import Severity
from geodata.tables.periods import clock_year
from geodata.tables.records import Key, Observation


def write_overview(
    observations: Iterable[Observation], found: Mapping[Key, Severity], cells: CellWriter
) -> dict[str, Any]:
    """Return the figures of a place in short, by year and series.

    `found` is the gravest that was found in each number, by its key.
    """
    years: dict[str, dict[str, Any]] = {}
    for o in observations:
        if (year := clock_year(o.period)) is not None:
            years.setdefault(str(year), {})[o.indicator] = _short(o, found.get(o.key), cells)
    return years


def _short(o: Observation, severity: Severity | None, cells: CellWriter) -> dict[str, Any]:
    return {
        "text": cells.value(o),
        "period": cells.period(o),
        "severity": severity.name.lower() if severity else "",
    }
