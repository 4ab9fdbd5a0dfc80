"""Say where an imported walking network comes from, as `datapackage.json` registers it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from geodata.reading.faults import Fault, shown

#: The name of the resource in `datapackage.json`.
RESOURCE = "network"
#: How an imported network is named: after its content.
FILE = re.compile(r"network-[0-9a-f]{12}\.gpkg")
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class NetworkSource:
    """An imported network: its file, whose it is, from when, and how exact, in metres."""

    path: str
    sha256: str
    title: str
    licence: str
    date: date
    error_m: float


def network_source(resources: Any, file: str, faults: list[Fault]) -> NetworkSource | None:
    """Return what a package says of its imported network, `None` where it has none.

    What is wrong with it is added to `faults`.
    """
    listed = resources if isinstance(resources, list) else []
    ours = [r for r in listed if isinstance(r, dict) and r.get("name") == RESOURCE]
    if not ours:
        return None
    wrong = list(_faults(ours[0], file))
    if wrong:
        faults += wrong
        return None
    return _source(ours[0])


def resource_of(source: NetworkSource) -> dict[str, Any]:
    """Return the resource that registers a network."""
    return {
        "name": RESOURCE,
        "path": source.path,
        "format": "gpkg",
        "mediatype": "application/geopackage+sqlite3",
        "crs": "EPSG:25832",
        "title": source.title,
        "licenses": [{"name": source.licence}],
        "date": source.date.isoformat(),
        "error_m": source.error_m,
        "hash": f"sha256:{source.sha256}",
    }


def _source(resource: dict[str, Any]) -> NetworkSource:
    return NetworkSource(
        resource["path"], _hash(resource), resource["title"], _licence(resource),
        date.fromisoformat(resource["date"]), float(resource["error_m"]),
    )  # fmt: skip


def _faults(resource: dict[str, Any], file: str) -> Iterator[Fault]:
    checks = (
        ("path", _matches(FILE, resource.get("path")), f"a file named {FILE.pattern}"),
        ("title", _is_said(resource.get("title")), "who the network is from"),
        ("licenses", _is_said(_licence(resource)), "a licence with a name"),
        ("date", _is_day(resource.get("date")), "a date as YYYY-MM-DD"),
        ("error_m", _is_error(resource.get("error_m")), "metres, 0 or more"),
        ("hash", _matches(_SHA256, _hash(resource)), "sha256: and 64 hexadecimal digits"),
        ("crs", resource.get("crs") == "EPSG:25832", "EPSG:25832"),
    )
    for field, is_right, allowed in checks:
        if not is_right:
            found = shown(resource[field]) if field in resource else "nothing"
            yield Fault(file, RESOURCE, field, found, allowed)


def _matches(form: re.Pattern[str], value: Any) -> bool:
    return isinstance(value, str) and form.fullmatch(value) is not None


def _is_said(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _hash(resource: dict[str, Any]) -> str:
    return str(resource.get("hash", "")).removeprefix("sha256:")


def _licence(resource: dict[str, Any]) -> str:
    licences = resource.get("licenses")
    first = licences[0] if isinstance(licences, list) and licences else None
    name = first.get("name") if isinstance(first, dict) else None
    return name if isinstance(name, str) else ""


def _is_error(value: Any) -> bool:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return number and 0 <= value < 1000


def _is_day(value: Any) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
