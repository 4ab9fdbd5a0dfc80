"""List all printed values as rows of text: what every export and download is made of."""

from typing import Any

from geodata.package.package import Package
from geodata.rules.quality import by_observation, find, severity_of
from geodata.tables.findings import Finding
from geodata.tables.records import Key, Observation

COLUMNS = (
    "indicator", "geography", "period", "period_start", "period_end", "role", "value", "unit", "n",
    "severity", "flags", "note", "source_table", "source_row", "source_column", "source_text",
    "source_period", "source_period_en",
)  # fmt: skip
#: The columns that are numbers wherever a format knows numbers.
NUMBERS = ("value", "n")

Row = dict[str, str]


def rows(package: Package) -> list[Row]:
    """Return one row a printed value, in the order of `COLUMNS`, as text with dot decimals.

    `flags` are the rules that found something, joined by `;`; `severity` is empty, note,
    doubtful or invalid.
    """
    units = {indicator.id: indicator.unit for indicator in package.indicators}
    findings = by_observation(find(package))
    return [_row(o, units[o.indicator], findings.get(o.key, [])) for o in package.observations]


def _row(o: Observation, unit: str, findings: list[Finding]) -> Row:
    severity = severity_of(findings)
    cells: dict[str, Any] = {name: getattr(o, name, "") for name in COLUMNS}
    cells |= {
        "value": number(o.value),
        "unit": unit,
        "severity": severity.name.lower() if severity else "",
        "flags": ";".join(dict.fromkeys(finding.rule for finding in findings)),
    }
    return {name: "" if cell is None else str(cell) for name, cell in cells.items()}


def key_of(row: Row) -> Key:
    """Return what names a row: the key of its observation."""
    return (row["indicator"], row["geography"], row["period"], row["role"])


def number(value: float) -> str:
    """Write a number as it was printed: no decimals that are not there, dot decimals."""
    return str(int(value)) if value == int(value) else repr(float(value))
