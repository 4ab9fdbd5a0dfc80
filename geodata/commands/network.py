"""The commands under `network`: what import and remove ask for and what they say."""

import argparse
import sys
from pathlib import Path
from typing import Any

from geodata.commands import network_export
from geodata.commands.options import day, metres, one_line
from geodata.network_import.about import ERROR_M, About
from geodata.network_import.errors import NetworkImportError
from geodata.network_import.importing import Report, import_network
from geodata.network_import.writing import Old, remove_network
from geodata.package.package import Package
from geodata.walking.settings import KM, WALKING


def add_parser(commands: Any, shipped: Path) -> None:
    """Add `network import FILE`, `network export OUT` and `network remove` to the commands."""
    network = commands.add_parser("network", help="bring in a walking network, or write it")
    actions = network.add_subparsers(required=True, metavar="ACTION")
    parser = actions.add_parser("import", help="read an OpenStreetMap extract or a path layer")
    parser.add_argument("file", type=Path, metavar="FILE",
                        help=".osm, .osm.pbf, .gpkg, .geojson or a zipped shapefile")  # fmt: skip
    parser.add_argument("--package", type=Path, default=shipped)
    parser.add_argument(
        "--licence",
        type=one_line,
        default="",
        help="needed where the file is not from OpenStreetMap",
    )
    parser.add_argument("--title", type=one_line, default="", help="who the network is from")
    parser.add_argument("--date", type=day, default=None, metavar="YYYY-MM-DD")
    parser.add_argument("--error", type=metres, default=ERROR_M, metavar="METRES",
                        help="how far ways may lie from where they are drawn (default: %(default)s)")  # fmt: skip
    parser.set_defaults(run=run)
    network_export.add_parser(actions, shipped)
    remove = actions.add_parser("remove", help="go back to the drawn roads and paths")
    remove.add_argument("--package", type=Path, default=shipped)
    # The network may be what is wrong with the package: it is not read first.
    remove.set_defaults(run_alone=run_remove)


def run_remove(options: argparse.Namespace) -> int:
    """Take the imported network out; return 0, or 1 where that cannot be written."""
    folder: Path = options.package
    try:
        old = remove_network(folder)
    except OSError as error:
        return _unwritten(folder, error)
    if old is None:
        print(f"{folder}: there is no imported network")
        return 0
    print(f"{old.file or 'the imported network'}: taken out")
    for sentence in _left(old):
        print(sentence)
    return 0


def _left(old: Old) -> list[str]:
    problem = f"{old.file}: no longer used, but it cannot be deleted: {old.problem}"
    return [problem] if old.problem else []


def run(package: Package, options: argparse.Namespace) -> int:
    """Import one file; return 0, or 1 with a sentence where it cannot be used."""
    about = About(options.title, options.licence, options.date, options.error)
    try:
        report = import_network(package, options.file, about)
    except NetworkImportError as error:
        print(f"{options.file}: {error}. Nothing was changed.", file=sys.stderr)
        return 1
    except OSError as error:
        return _unwritten(package.path, error)
    for sentence in sentences(report):
        print(sentence)
    return 0


def _unwritten(folder: Path, error: OSError) -> int:
    print(f"{folder}: cannot be written: {error.strerror}. Nothing was changed.",
          file=sys.stderr)  # fmt: skip
    return 1


def sentences(report: Report) -> list[str]:
    """Return what came of an import, in words."""
    source, found, dropped, dates = report.source, report.islands, report.dropped, report.dates
    share = found.unreachable_m / found.total_m * 100 if found.total_m else 0.0
    told = [
        f"{source.path}: {report.edges} stretches, {found.total_m / KM:.1f} km, from "
        f"{source.title}, {source.date}, {source.licence}",
        f"left out: {dropped.outside} outside the town, {dropped.doubled} doubled, "
        f"{dropped.zero_length} of no length, {dropped.unreadable} without a line; "
        f"cut at the edge of the town: {dropped.cut}",
        f"connected: {found.parts} parts; {found.unreachable_m / KM:.1f} km ({share:.1f} %) "
        f"cannot be reached from the largest",
    ]
    if report.without_way:
        told.append(f"no way within {WALKING.last_m:g} m of: {', '.join(report.without_way)}")
    if report.joined:
        told.append(f"joined to it, with their dates: {', '.join(report.joined)}")
    if report.apart:
        told.append(f"dated paths that meet none of its ways: {', '.join(report.apart)}")
    told.append(
        f"dates: {dates.dated} stretches have some, {dates.coming} are planned or being built, "
        f"{dates.unread} have some that cannot be read"
    )
    return told + _left(report.old)
