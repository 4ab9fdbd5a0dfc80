"""The command `new`: a package for another town, from a file of its outlines."""

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from geodata.commands.options import day, metres, one_line
from geodata.founding.founding import found_town
from geodata.founding.outlines import Area
from geodata.founding.town import ERROR_M, Town
from geodata.founding.words import words
from geodata.package.overlaps import overlaps
from geodata.package.slugs import slug
from geodata.reading.faults import PackageError, shown
from geodata.reading.text import name_of

#: Areas that share more of the smaller one than this are told of.
_OVERLAP = 0.1
_YEARS = re.compile(r"([0-9]{4})-([0-9]{4})")


def add_parser(commands: Any) -> None:
    """Add `new` to the commands."""
    parser = commands.add_parser("new", help="begin the package of another town")
    parser.add_argument("town", type=one_line, metavar="TOWN", help="its name, such as Engby")
    parser.add_argument("--areas", type=Path, required=True, metavar="FILE",
                        help="its outlines with names: .geojson, .gpkg or a zipped shapefile")  # fmt: skip
    parser.add_argument("--name", type=one_line, default="",
                        help="the title of its pages (default: TOWN)")  # fmt: skip
    parser.add_argument("--into", type=Path, metavar="FOLDER",
                        help="the new folder (default: the town's name as an id)")  # fmt: skip
    parser.add_argument("--years", type=_years, metavar="FIRST-LAST",
                        help="the years of its clock (default: ten years back to one year on)")  # fmt: skip
    parser.add_argument("--source", type=one_line, default=words()["no_source"],
                        help="what the figures stand in, such as a report")  # fmt: skip
    parser.add_argument("--as-of", type=day, default=None, metavar="YYYY-MM-DD",
                        help="the last day that the figures cover (default: today)")  # fmt: skip
    parser.add_argument("--error", type=metres, default=ERROR_M, metavar="METRES",
                        help="how far outlines may be wrong (default: %(default)g)")  # fmt: skip
    parser.set_defaults(run_alone=run)


def _years(text: str) -> tuple[int, int]:
    found = _YEARS.fullmatch(text)
    years = (int(found[1]), int(found[2])) if found else (1, 0)
    if not 1900 <= years[0] <= years[1] <= 2100:
        raise argparse.ArgumentTypeError(f"{shown(text)} are no years; allowed: such as 2018-2026")
    return years


def run(options: argparse.Namespace) -> int:
    """Make the package; return 0, or 1 with every fault where that cannot be done."""
    identifier = slug(options.town)
    if not identifier:
        print(f"TOWN: found {shown(options.town)}; allowed: a name with letters or digits",
              file=sys.stderr)  # fmt: skip
        return 1
    folder = options.into or Path(identifier)
    town = _town(identifier, options)
    try:
        areas = found_town(town, options.areas, folder)
    except PackageError as error:
        for fault in error.faults:
            print(f"  error: {fault}", file=sys.stderr)
        print(f"{len(error.faults)} errors. Nothing was made.", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{folder}: cannot be written: {error.strerror}. Nothing was made.", file=sys.stderr)
        return 1
    for sentence in _sentences(town, areas, folder):
        print(sentence)
    return 0


def _town(identifier: str, options: argparse.Namespace) -> Town:
    as_of = options.as_of or date.today()
    years = options.years or (as_of.year - 10, as_of.year + 1)
    file = name_of(options.areas)
    return Town(identifier, options.name or options.town, file, years, as_of, options.source,
                options.error)  # fmt: skip


def _sentences(town: Town, areas: Sequence[Area], folder: Path) -> Iterator[str]:
    yield f"{folder}: a package of {len(areas)} areas"
    yield from (f"  {area.id}: {area.name}" for area in areas)
    yield f"outlines are marked as indicative, right to {town.error_m:g} m"
    yield from (f"{one.name} and {other.name} overlap by {share:.0%} of the smaller one"
                for one, other, share in _overlaps(areas))  # fmt: skip
    yield f"next: rows in {folder / 'indicators.csv'} and {folder / 'observations.csv'}; see docs/new-town.md"


def _overlaps(areas: Sequence[Area]) -> Iterator[tuple[Area, Area, float]]:
    """Areas that lie over each other, with the share of the smaller one."""
    for one, other, share in overlaps([area.outline for area in areas]):
        if share > _OVERLAP:
            yield areas[one], areas[other], share
