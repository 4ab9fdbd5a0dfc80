"""Run the measurement and write it down: raw figures as JSON, and a table.

`python -m tools.reach_bench [--side 274] [--repeats 5] [--patience 300]`; the peers need
`requirements-bench.txt`.
"""

import argparse
import json
import os
import platform
import tempfile
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tools.reach_bench import ours, peers, town
from tools.reach_bench.patience import within
from tools.reach_bench.report import table

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
LIBRARIES = ("scipy", "networkx", "pandana", "numpy", "shapely", "pyogrio", "osmium")
#: The generated streets carry a day of their own: the file must name one.
_DAY = date(2026, 1, 1)


def main() -> None:
    """Measure and write `docs/benchmarks-reach.json` and `docs/benchmarks-reach.md`."""
    parser = argparse.ArgumentParser(prog="python -m tools.reach_bench", description=__doc__)
    parser.add_argument("--side", type=int, default=274, help="crossings a side of the grid")
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument(
        "--patience", type=float, default=300.0, help="seconds that a peer may take"
    )
    parser.add_argument("--like", type=Path, default=ROOT / "tests" / "packages" / "tinytown",
                        help="the package whose tables the invented town has")  # fmt: skip
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="blok-") as folder:
        figures = measure(Path(folder), options)
    text = json.dumps(figures, indent=1) + "\n"
    (DOCS / "benchmarks-reach.json").write_text(text, "utf-8")
    (DOCS / "benchmarks-reach.md").write_text(table(figures), "utf-8")
    print(table(figures))


def measure(folder: Path, options: argparse.Namespace) -> dict[str, Any]:
    """Return the figures of one run in seconds; a peer that ran out of patience says so."""
    side, repeats = options.side, options.repeats
    streets = folder / "streets.osm.pbf"
    package = folder / "town"
    town.write_streets(streets, side)
    town.make_package(options.like, package, side)
    load = os.getloadavg()[0]
    once, network = ours.import_and_prepare(package, streets, _DAY)
    year = network.package.descriptor.as_of.year
    alone, reached = ours.searches(network, year, repeats)
    return {
        "machine": {"cpus": os.cpu_count(), "load": round(load, 1),
                    "python": platform.python_version(),
                    **{name: version(name) for name in LIBRARIES}},
        "streets": {"edges": len(network.edges.u), "nodes": len(network.edges.points),
                    "pbf_bytes": streets.stat().st_size, "repeats": repeats},
        "ours": {**once, **ours.grounds(network, year, repeats), "search_15": alone,
                 **ours.answers(network, year, town.shortcut(side)), "reached": reached},
        **{
            name: within(options.patience, work, network, year, repeats)
            for name, work in (("networkx", peers.networkx_times), ("pandana", peers.pandana_times))
        },
    }  # fmt: skip


if __name__ == "__main__":
    main()
