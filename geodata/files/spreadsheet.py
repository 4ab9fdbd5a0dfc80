"""Write printed values as an Excel workbook: values, findings, sources and metadata."""

import io
from collections.abc import Iterable, Sequence
from datetime import datetime, time

import xlsxwriter

from geodata.files.printed import COLUMNS, NUMBERS, Row, key_of
from geodata.files.sheets import Cell, fill
from geodata.package.package import Package
from geodata.reading.schema import columns
from geodata.rules.quality import find
from geodata.tables.findings import Finding
from geodata.tables.records import Blank, Observation, Remark

FINDING_COLUMNS = (
    "rule", "severity", "indicator", "geography", "period", "role", "value", "cell", "detail",
    "related",
)  # fmt: skip
SOURCE_COLUMNS = ("what", "value")
BLANK_COLUMNS = columns("blanks")
REMARK_COLUMNS = columns("remarks")
METADATA_COLUMNS = (
    "id", "name_da", "name_en", "theme", "goal", "definition_da", "definition_en",
    "population_da", "population_en", "unit", "decimals", "polarity", "source", "update_da",
    "update_en", "plausible_min", "plausible_max",
)  # fmt: skip


def as_xlsx(package: Package, chosen: Sequence[Row]) -> bytes:
    """Return the rows as a workbook; numbers are numbers, all else is text, never a formula."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        as_of = datetime.combine(package.descriptor.as_of, time())
        book.set_properties({"title": package.descriptor.title_da, "created": as_of})
        bold = book.add_format({"bold": True, "bottom": 1})
        for name, columns, cells in _sheets(package, chosen):
            fill(book.add_worksheet(name), columns, list(cells), bold)
    return buffer.getvalue()


def _sheets(
    package: Package, chosen: Sequence[Row]
) -> list[tuple[str, tuple[str, ...], Iterable[list[Cell]]]]:
    return [
        ("values", COLUMNS, (_value_cells(row) for row in chosen)),
        ("findings", FINDING_COLUMNS, _finding_cells(package, chosen)),
        ("blanks", BLANK_COLUMNS, _cells(package.blanks, BLANK_COLUMNS)),
        ("remarks", REMARK_COLUMNS, _cells(package.remarks, REMARK_COLUMNS)),
        ("sources", SOURCE_COLUMNS, _source_cells(package)),
        ("metadata", METADATA_COLUMNS, _metadata_cells(package, chosen)),
    ]


def _cells(
    records: Sequence[Blank] | Sequence[Remark], names: Sequence[str]
) -> Iterable[list[Cell]]:
    return ([getattr(record, name) for name in names] for record in records)


def _value_cells(row: Row) -> list[Cell]:
    return [float(row[c]) if c in NUMBERS and row[c] else row[c] for c in COLUMNS]


def _finding_cells(package: Package, chosen: Sequence[Row]) -> Iterable[list[Cell]]:
    keys = {key_of(row) for row in chosen}
    return (_finding(f) for f in find(package) if f.observation.key in keys)


def _finding(finding: Finding) -> list[Cell]:
    o = finding.observation
    related = "; ".join(_named(other) for other in finding.related if other is not o)
    cell = " / ".join((o.source_table, o.source_row, o.source_column))
    severity = finding.severity.name.lower()
    return [finding.rule, severity, *o.key, o.value, cell, finding.detail, related]


def _named(o: Observation) -> str:
    return f"{o.indicator}, {o.geography}, {o.period or 'no period'}, {o.role}: {o.value:g}"


def _source_cells(package: Package) -> list[list[Cell]]:
    d = package.descriptor
    licences: list[list[Cell]] = [["licence", name] for name in d.licences]
    return [
        ["title_da", d.title_da],
        ["title_en", d.title_en],
        ["package", d.name],
        ["version", d.version],
        ["as_of", d.as_of.isoformat()],
        ["source", d.source],
        ["source_sha256", d.source_sha256],
        *licences,
    ]


def _metadata_cells(package: Package, chosen: Sequence[Row]) -> Iterable[list[Cell]]:
    used = {row["indicator"] for row in chosen}
    return (
        [getattr(i, column) for column in METADATA_COLUMNS]
        for i in package.indicators
        if i.id in used
    )
