"""The document of a browser that has fetched everything."""

from typing import Any

from dashboard.catalogue import Catalogue
from dashboard.payload.cells import CellWriter
from dashboard.payload.document import write_frame
from dashboard.payload.series import write_series
from geodata.package.package import Package
from layers.view import View


def write_document(package: Package, view: View, words: Catalogue) -> dict[str, Any]:
    """Return the frame with every series."""
    cells = CellWriter(package, words)
    series = {i: write_series(package, s, view.years, cells) for i, s in view.series.items()}
    return {**write_frame(package, series, words), "indicators": series}
