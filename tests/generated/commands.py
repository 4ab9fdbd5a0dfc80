"""Run the commands of `python -m geodata` on a package that was read."""

import json
from pathlib import Path
from unittest.mock import patch

from geodata.__main__ import main
from geodata.figures.join import geography_shapes, join_observations, neighbours
from geodata.files.export import WRITERS
from geodata.package.package import Package
from geodata.reading.places import LAYERS
from tests.generated.shapes import at

#: A drawn path over the middle of the town.
PROPOSAL = {"type": "LineString", "coordinates": [at(0, 0), at(3, 3), at(6, 2)]}
#: Needs pyarrow, which is not among the libraries that everybody has.
_EXTRA = ("parquet",)


def refused(package: Package, folder: Path) -> list[str]:
    """Return the commands that end with an error."""
    return [" ".join(one) for one in _commands(package, folder) if _run(package, one)]


def _run(package: Package, arguments: list[str]) -> int:
    with patch("geodata.__main__.read_package", return_value=package):
        return main(arguments)


def _commands(package: Package, folder: Path) -> list[list[str]]:
    at_package = ["--package", str(package.path)]
    first, last = package.descriptor.first_year, package.descriptor.last_year
    reach = ["reach", *at_package]
    proposal = folder / "proposal.geojson"
    proposal.write_text(json.dumps(PROPOSAL), encoding="utf-8")
    found = [["check", str(package.path)], ["info", str(package.path)], reach,
             [*reach, "--planned"], [*reach, "--with", str(proposal)]]  # fmt: skip
    if first < last:
        found.append([*reach, "--year", str(last), "--since", str(first)])
    for ending in ("gpkg", "geojson"):
        out = str(folder / f"network.{ending}")
        found.append(["network", "export", out, *at_package])
    found += [["export", "--format", kind, *at_package, str(folder / f"values-{kind}")]
              for kind in WRITERS if kind not in _EXTRA]  # fmt: skip
    return found


def joined(package: Package) -> int:
    """Join figures to shapes and areas to every layer; return how many figures have a shape."""
    shapes = geography_shapes(package)
    assert set(shapes.index) >= {area.id for area in package.areas}
    assert bool(shapes.geometry.is_valid.all())
    for layer in LAYERS:
        assert all(n.distance_m >= 0 for n in neighbours(package, layer))
    rows = join_observations(package)
    assert len(rows) == len(package.observations)
    return int(rows.geometry.notna().sum())
