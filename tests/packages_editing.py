"""Edit a copy of a data package: one cell, one feature or one word at a time."""

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from geodata.package.loading import read_package
from geodata.package.package import Package
from geodata.reading.faults import Fault, PackageError
from geodata.tables.records import Observation

TINYTOWN = Path(__file__).parent / "packages" / "tinytown"
#: A second invented town: no plan, no lake, nothing to compare with; quarters in one series.
KYSTBY = TINYTOWN.with_name("kystby")
#: A third one: areas that are drawn anew, merged and divided, a park and a path that change.
SKELBY = TINYTOWN.with_name("skelby")
#: A fourth one, with figures that few persons are behind and that nobody has printed.
SMAABY = TINYTOWN.with_name("smaaby")
RANDERS = Path(__file__).parents[1] / "geodata" / "randers"
NETWORKS = Path(__file__).parent / "networks"


def edit_cell(package: Path, table: str, row: int, column: str, text: str) -> None:
    """Set one cell; rows are counted as faults count them: the header is row 1."""
    rows = read_table(package, table)
    rows[row - 1][rows[0].index(column)] = text
    write_table(package, table, rows)


def append_row(package: Path, table: str, like: int, **cells: str) -> None:
    """Add a row that equals row `like` but for the named cells."""
    rows = read_table(package, table)
    row = [*rows[like - 1]]
    for column, text in cells.items():
        row[rows[0].index(column)] = text
    write_table(package, table, [*rows, row])


def read_table(package: Path, table: str) -> list[list[str]]:
    with (package / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def write_table(package: Path, table: str, rows: list[list[str]]) -> None:
    with (package / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def edit_json(file: Path, change: Callable[[Any], object]) -> None:
    """Change the content of a JSON file; NaN and Infinity are written as such."""
    content = json.loads(file.read_text(encoding="utf-8"))
    change(content)
    file.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def edit_feature(
    package: Path, layer: str, number: int, change: Callable[[dict[str, Any]], object]
) -> None:
    """Change one feature of a layer; the first is 1, as in faults."""
    edit_json(package / f"{layer}.geojson", lambda content: change(content["features"][number - 1]))


def replace_text(file: Path, old: str, new: str) -> None:
    """Replace words that stand in a file."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def faults_of(package: Path) -> tuple[Fault, ...]:
    """Read a package that must be refused and return the reasons."""
    with pytest.raises(PackageError) as refused:
        read_package(package)
    return refused.value.faults


def only_fault(package: Path) -> Fault:
    faults = faults_of(package)
    assert len(faults) == 1, "\n".join(map(str, faults))
    return faults[0]


def value_of(package: Package, indicator: str, geography: str, period: str) -> Observation:
    """Return the one value of a series in a place and period."""
    wanted = (indicator, geography, period)
    found = [o for o in package.observations if (o.indicator, o.geography, o.period) == wanted]
    assert len(found) == 1, wanted
    return found[0]


def with_value(package: Package, indicator: str, geography: str, period: str, /,
               **changes: Any) -> Package:  # fmt: skip
    """Return a package in memory in which one observation is changed."""
    old = value_of(package, indicator, geography, period)
    new = replace(old, **changes)
    return replace(
        package, observations=tuple(new if o is old else o for o in package.observations)
    )


def with_indicator(package: Package, indicator: str, **changes: Any) -> Package:
    """Return a package in memory in which one series is described differently."""
    changed = (replace(i, **changes) if i.id == indicator else i for i in package.indicators)
    return replace(package, indicators=tuple(changed))
