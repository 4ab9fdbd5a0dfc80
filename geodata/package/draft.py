"""Hold a package as far as it could be read, for what checks its parts against each other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from geodata.package.package import Package
from geodata.reading.faults import Fault, shown
from geodata.tables.records import split_list


@dataclass(frozen=True)
class Draft:
    """A package as far as it can be read: rows and layers with faults of their own left out.

    `numbers` holds each kept row's place in its file, `broken` the names of the tables and
    layers that something was left out of.
    """

    package: Package
    numbers: Mapping[str, Sequence[int]]
    broken: frozenset[str]


def kept_rows(draft: Draft, table: str) -> Iterator[tuple[str, object]]:
    """Yield a table's kept rows, each with where it stands in its file."""
    records = getattr(draft.package, table)
    for number, record in zip(draft.numbers[table], records, strict=True):
        yield f"row {number}", record


def unknown_parts(
    draft: Draft, table: str, field: str, known: set[str], allowed: str
) -> Iterator[Fault]:
    """Find the parts of a field's lists that are not known; `allowed` says what would be."""
    for where, record in kept_rows(draft, table):
        for part in split_list(getattr(record, field)):
            if part not in known:
                yield Fault(f"{table}.csv", where, field, shown(part), allowed)
