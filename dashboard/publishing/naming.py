"""Keep what places and series are called beside a difference, which has only their ids."""

from collections.abc import Iterable

from geodata.package.package import Package
from geodata.tables.records import Geography, Indicator


def names_of(*packages: Package) -> dict[str, dict[str, dict[str, str]]]:
    """Return names by kind, id and language; those of a later package count."""
    return {
        "places": _names(one for package in packages for one in package.geographies),
        "series": _names(one for package in packages for one in package.indicators),
    }


def _names(found: Iterable[Geography | Indicator]) -> dict[str, dict[str, str]]:
    return {one.id: {"da": one.name_da, "en": one.name_en} for one in found}
