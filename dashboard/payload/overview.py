"""Write what the panel says of a place beside the series that is chosen: its other figures."""

from typing import Any

from dashboard.payload.cells import CellWriter
from layers.view import View


def write_overview(view: View, geography: str, cells: CellWriter) -> dict[str, Any]:
    """Return the figures of a place in short, by year and series."""
    found: dict[str, dict[str, Any]] = {}
    for indicator, series in view.series.items():
        for year, own in series.cells.items():
            if (cell := own.get(geography)) is None:
                continue
            found.setdefault(str(year), {})[indicator] = {
                "text": cells.value(cell.observation),
                "period": cells.period(cell.observation),
                "severity": cell.severity.name.lower() if cell.severity else "",
            }
    return found
