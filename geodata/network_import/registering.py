"""Say in a package's descriptor which network it has, whatever it said before."""

from pathlib import Path
from typing import Any

from geodata.files.package_files import json_text
from geodata.files.writing import write_whole
from geodata.reading.faults import Fault, PackageError, shown
from geodata.reading.network_source import FILE, RESOURCE, NetworkSource, resource_of
from geodata.reading.text import read_json

_DESCRIPTOR = "datapackage.json"


def register(folder: Path, source: NetworkSource | None) -> None:
    """Register a network in place of any other, or none; raise `OSError` where unwritable."""
    others = [r for r in _resources(folder) if not _is_network(r)]
    resources = [*others, resource_of(source)] if source else others
    changed = {**read_json(folder / _DESCRIPTOR), "resources": resources}
    write_whole(folder / _DESCRIPTOR, json_text(changed).encode("utf-8"))


def is_registered(folder: Path) -> bool:
    """Tell whether a package says that it has a network, rightly or not."""
    return any(map(_is_network, _resources(folder)))


def registered_file(folder: Path) -> str:
    """Return the file of the registered network, "" where there is none that import wrote."""
    named = (str(r.get("path", "")) for r in _resources(folder) if _is_network(r))
    return next((name for name in named if FILE.fullmatch(name)), "")


def _is_network(resource: Any) -> bool:
    return isinstance(resource, dict) and resource.get("name") == RESOURCE


def _resources(folder: Path) -> list[Any]:
    content = read_json(folder / _DESCRIPTOR)
    resources = content.get("resources") if isinstance(content, dict) else None
    if isinstance(resources, list):
        return resources
    found = "nothing" if resources is None else shown(resources)
    raise PackageError((Fault(_DESCRIPTOR, "", "resources", found, "a list of files"),))
