"""Say what lies between two packages as plain data, with the names and drawings it is told with."""

from typing import Any

from dashboard.publishing.drawing import drawings
from dashboard.publishing.naming import names_of
from geodata.difference.changes import Difference
from geodata.difference.difference import difference
from geodata.difference.plain import as_plain
from geodata.package.package import Package


def plain_difference(old: Package, new: Package) -> dict[str, Any]:
    """Return the difference as `geodata.difference.plain` has it, with `names` and `drawn`."""
    return plain_of(difference(old, new), old, new)


def plain_of(changes: Difference, old: Package, new: Package) -> dict[str, Any]:
    """Return the same of a difference that is known already."""
    return as_plain(changes) | {"names": names_of(old, new), "drawn": drawings(changes, old, new)}
