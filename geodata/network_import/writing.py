"""Write an imported network into a package: whole, or not at all."""

import json
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import geopandas as gpd
import pyogrio

from geodata.fingerprint import sha256_of
from geodata.network_file import write_edges
from geodata.network_source import RESOURCE, NetworkSource, resource_of
from geodata.reading import read_json

_DESCRIPTOR = "datapackage.json"


def write_network(folder: Path, edges: gpd.GeoDataFrame, source: NetworkSource) -> NetworkSource:
    """Write edges into a package and register them; return the source with path and hash.

    The file is named after its content and written aside first. The package changes in one
    step, when its descriptor is replaced: before that, it is the old package, unharmed.
    Raises `OSError` where nothing can be written.
    """
    # GDAL would write the hour; the same edges are the same file.
    pyogrio.set_gdal_config_options(
        {"OGR_CURRENT_DATE": f"{source.date.isoformat()}T00:00:00.000Z"}
    )
    with tempfile.TemporaryDirectory(prefix=".network-", dir=folder) as aside:
        written = Path(aside) / "network.gpkg"
        write_edges(edges, written)
        digest = sha256_of(written)
        final = replace(source, path=f"network-{digest[:12]}.gpkg", sha256=digest)
        old = _registered(folder)
        descriptor = Path(aside) / _DESCRIPTOR
        resources = [*_others(folder), resource_of(final)]
        descriptor.write_text(_with_resources(folder, resources), encoding="utf-8")
        _put(written, folder / final.path, descriptor, folder / _DESCRIPTOR)
    if old not in ("", final.path):
        (folder / old).unlink(missing_ok=True)
    return final


def _put(network: Path, to: Path, descriptor: Path, registered: Path) -> None:
    """Put both files in place; without the second, the first is taken away again."""
    was_there = to.exists()
    network.replace(to)
    try:
        descriptor.replace(registered)
    except OSError:
        if not was_there:
            to.unlink()
        raise


def _registered(folder: Path) -> str:
    """The file of the network that is replaced, if there is one."""
    ours = [r for r in _resources(folder) if r.get("name") == RESOURCE]
    return Path(str(ours[0].get("path", ""))).name if ours else ""


def remove_network(folder: Path) -> str:
    """Take the imported network out of a package; return its file, "" where there is none.

    Raises `OSError` where nothing can be written.
    """
    file = _registered(folder)
    if file:
        with tempfile.TemporaryDirectory(prefix=".network-", dir=folder) as aside:
            descriptor = Path(aside) / _DESCRIPTOR
            descriptor.write_text(_with_resources(folder, _others(folder)), encoding="utf-8")
            descriptor.replace(folder / _DESCRIPTOR)
        (folder / file).unlink(missing_ok=True)
    return file


def _with_resources(folder: Path, resources: list[dict[str, Any]]) -> str:
    changed = {**read_json(folder / _DESCRIPTOR), "resources": resources}
    return json.dumps(changed, ensure_ascii=False, indent=2) + "\n"


def _others(folder: Path) -> list[dict[str, Any]]:
    return [r for r in _resources(folder) if r.get("name") != RESOURCE]


def _resources(folder: Path) -> list[dict[str, Any]]:
    resources: list[dict[str, Any]] = read_json(folder / _DESCRIPTOR)["resources"]
    return resources
