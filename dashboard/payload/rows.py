"""Say what stands in each row of the table of all figures, for searching in it."""

from collections.abc import Iterator

from dashboard.payload.cells import CellWriter
from geodata.files.selection import searchable
from geodata.tables.records import Key
from layers.view import Cell, View


def search_texts(view: View, cells: CellWriter) -> dict[Key, str]:
    """Return the text of every row in one language; `assets/rows.js` makes the same."""
    return {cell.observation.key: _text(cell, cells) for cell in _all_cells(view)}


def _all_cells(view: View) -> Iterator[Cell]:
    for series in view.series.values():
        for in_year in series.cells.values():
            yield from in_year.values()
        yield from series.unplaced


def _text(cell: Cell, cells: CellWriter) -> str:
    o, shown = cell.observation, cells.write(cell)
    severity = cells.words.text(f"ui.severity.{shown['severity']}") if shown["severity"] else ""
    return searchable(
        [
            cells.names[o.indicator],
            cells.places[o.geography],
            shown["period"],
            cells.words.text(f"ui.role.{o.role}"),
            shown["text"],
            severity,
            *shown["findings"],
            *shown["notes"],
            *shown["source"],
        ]
    )
