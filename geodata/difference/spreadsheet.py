"""Write a difference as a workbook: a sheet for each kind of thing that differs."""

import io
from collections.abc import Iterable
from datetime import datetime, time

import xlsxwriter

from geodata.difference.changes import (
    ClassesChange,
    Difference,
    FeatureChange,
    FindingChange,
    RowChange,
    VerdictChange,
)
from geodata.difference.words import (
    bounds_words,
    cell_words,
    feature_words,
    field_words,
    fields_words,
)
from geodata.files.sheets import MAX_ROWS, Cell, fill
from geodata.tables.records import Observation
from geodata.verdicts import Judgement

_Sheet = tuple[str, tuple[str, ...], list[list[Cell]]]
_VALUES = ("what", "indicator", "geography", "period", "role", "old_value", "new_value", "old_cell",
           "new_cell", "old_text", "new_text", "old_row", "new_row", "other_fields")  # fmt: skip
_OUTLINES = ("what", "layer", "id", "name", "old_ha", "new_ha", "gained_ha", "lost_ha", "old_m",
             "new_m", "farthest_m", "shift_m", "fields")  # fmt: skip
_FINDINGS = ("what", "severity", "rule", "indicator", "geography", "period", "role", "value",
             "detail")  # fmt: skip
_VERDICTS = ("what", "goal", "indicator", "kind", "places", "old_verdict", "old_reason",
             "old_until", "new_verdict", "new_reason", "new_until")  # fmt: skip
_CLASSES = ("indicator", "old_classes", "new_classes")
_ROWS = ("what", "table", "key", "old_row", "new_row", "fields")
_PACKAGE = ("field", "old", "new")


class TooLongError(Exception):
    """More differs than a sheet takes."""


def as_xlsx(difference: Difference) -> bytes:
    """Return a difference as a workbook; numbers are numbers, all else is text, never a formula.

    Raises `TooLongError` where more differs than a sheet has rows.
    """
    sheets = _sheets(difference)
    for name, _, cells in sheets:
        if len(cells) >= MAX_ROWS:
            raise TooLongError(f"{len(cells)} {name} differ; a sheet takes {MAX_ROWS - 1}")
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        # Not the time of writing: the same difference is the same file.
        created = datetime.combine(difference.new.as_of, time())
        book.set_properties({"title": difference.new.title_da, "created": created})
        bold = book.add_format({"bold": True, "bottom": 1})
        for name, columns, cells in sheets:
            fill(book.add_worksheet(name), columns, cells, bold)
    return buffer.getvalue()


def _sheets(difference: Difference) -> list[_Sheet]:
    about: Iterable[list[Cell]] = (
        [c.field, field_words(c.old), field_words(c.new)] for c in difference.about
    )
    return [
        ("values", _VALUES, [*map(_value, difference.values)]),
        ("outlines", _OUTLINES, [*map(_outline, difference.features)]),
        ("findings", _FINDINGS, [*map(_finding, difference.findings)]),
        ("verdicts", _VERDICTS, [*map(_verdict, difference.verdicts)]),
        ("classes", _CLASSES, [*map(_classes, difference.classes)]),
        ("rows", _ROWS, [*map(_row, difference.rows)]),
        ("package", _PACKAGE, [*about]),
    ]


def _cells(record: object, *names: str) -> list[Cell]:
    """Some fields of a record, empty where there is no record."""
    return [getattr(record, name, None) for name in names]


def _value(change: RowChange) -> list[Cell]:
    was, now = (o if isinstance(o, Observation) else None for o in (change.old, change.new))
    others = fields_words(c for c in change.fields if c.field not in ("value", "source_text"))
    return [str(change.what), *change.key, *_cells(was, "value"), *_cells(now, "value"),
            cell_words(was), cell_words(now), *_cells(was, "source_text"),
            *_cells(now, "source_text"), change.old_row, change.new_row, others]  # fmt: skip


def _outline(change: FeatureChange) -> list[Cell]:
    move, was, now = change.move, change.old, change.new
    return [feature_words(change), change.layer, change.id,
            *_cells(now or was, "name"), *_cells(was, "area_ha"), *_cells(now, "area_ha"),
            *_cells(move, "gained_ha", "lost_ha"), *_cells(was, "length_m"),
            *_cells(now, "length_m"), *_cells(move, "farthest_m", "shift_m"),
            fields_words(change.fields)]  # fmt: skip


def _finding(change: FindingChange) -> list[Cell]:
    found = change.finding
    return ["came" if change.came else "went", found.severity.name.lower(), found.rule,
            *found.observation.key, found.observation.value, found.detail]  # fmt: skip


def _verdict(change: VerdictChange) -> list[Cell]:
    return [str(change.what), change.goal, change.indicator, change.kind, "; ".join(change.places),
            *_judgement(change.old), *_judgement(change.new)]  # fmt: skip


def _classes(change: ClassesChange) -> list[Cell]:
    return [change.indicator, bounds_words(change.old), bounds_words(change.new)]


def _judgement(judgement: Judgement | None) -> list[Cell]:
    if judgement is None:
        return [None, None, None]
    return [str(judgement.verdict), str(judgement.reason), judgement.until]


def _row(change: RowChange) -> list[Cell]:
    key = ", ".join(part for part in change.key if part)
    return [str(change.what), f"{change.table}.csv", key, change.old_row, change.new_row,
            fields_words(change.fields)]  # fmt: skip
