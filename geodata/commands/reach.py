"""The command `reach`: minutes on foot as a table, and what a drawn path would change."""

import argparse
import math
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from geodata.commands.options import year as year_option
from geodata.network.network import Network, islands, read_network
from geodata.package.package import Package
from geodata.reach.changes import Change, Verdict, change, ground_change
from geodata.reach.proposal_file import ProposalError, read_proposal
from geodata.reach.proposals import Scenario, reach_with
from geodata.reach.reach import Minutes, Reason, Walk, minutes, tenths
from geodata.reading.faults import PackageError
from geodata.walking.settings import KM, WALKING

#: The minutes for which the ground that is gained or lost is told.
GROUND_MIN = 15
_REASONS = {
    Reason.NO_ENTRANCE: "cannot be decided: no road or path near the area's outline",
    Reason.NO_ARRIVAL: "cannot be decided: no road or path near the place",
    Reason.NOT_CONNECTED: "cannot be decided: no connection in the network",
    Reason.TOO_SPARSE: "cannot be decided: streets are missing from the drawn roads",
    Reason.UNPLACED: "cannot be decided: the position is not known well enough",
    Reason.ABSENT: "not there yet",
    Reason.CLOSED: "closed",
    Reason.NO_AREA: "the area is not there in that year",
}


def add_parser(commands: Any, shipped: Path) -> None:
    """Add `reach` to the commands."""
    parser = commands.add_parser("reach", help="minutes on foot from areas to places")
    parser.add_argument("--package", type=Path, default=shipped)
    parser.add_argument(
        "--year", type=year_option, help="a clock year (default: that of the package)"
    )
    asked = parser.add_mutually_exclusive_group()
    asked.add_argument("--with", dest="proposal", type=Path, metavar="PROPOSAL.geojson",
                       help="a drawn path: say which areas gain how many minutes")  # fmt: skip
    asked.add_argument("--since", type=year_option, metavar="YEAR",
                       help="an earlier clock year: say what has changed since then")  # fmt: skip
    parser.add_argument(
        "--planned", action="store_true", help="count what is only planned as built"
    )
    parser.set_defaults(run=run)


def run(package: Package, options: argparse.Namespace) -> int:
    """Print the table; return 0, or 1 with a sentence where that cannot be done."""
    first, last = package.descriptor.first_year, package.descriptor.last_year
    year = options.year if options.year is not None else package.descriptor.year
    for asked in (year, year if options.since is None else options.since):
        if not first <= asked <= last:
            print(f"{asked} is not on the clock, {first} to {last}", file=sys.stderr)
            return 1
    if options.since is not None and options.since >= year:
        print(f"{options.since} is not before {year}: nothing to compare", file=sys.stderr)
        return 1
    try:
        network = read_network(package)
        lines = _lines(network, year, options)
    except PackageError as error:
        print(error, file=sys.stderr)
        return 1
    except ProposalError as error:
        print(f"{options.proposal.name}: {error}", file=sys.stderr)
        return 1
    for line in lines:
        print(line)
    return 0


def _lines(network: Network, year: int, options: argparse.Namespace) -> list[str]:
    lines = list(_head(network, year, planned=options.planned))
    if options.since is not None:
        return [*lines, *since_lines(network, options.since, year, planned=options.planned)]
    if options.proposal is None:
        walks = minutes(network, year, planned=options.planned)
        return [*lines, *map(walk_line, walks)]
    proposal = read_proposal(options.proposal)
    scenario = reach_with(network, year, proposal, planned=options.planned)
    return [*lines, *scenario_lines(scenario)]


def _head(network: Network, year: int, *, planned: bool) -> Iterator[str]:
    source = network.source
    if source is None:
        yield "schematic walking network: drawn roads and paths, whole minutes with their range"
    else:
        yield f"walking network from {source.title}, {source.date}, {source.licence}"
    found = islands(network, year, planned=planned)
    yield (f"{year}{', plans counted as built' if planned else ''}: "
           f"{network.walking.speed_kmh:g} km/h; {found.total_m / KM:.1f} km in {found.parts} parts, "
           f"{found.unreachable_m / KM:.1f} km cannot be reached from the largest")  # fmt: skip


def walk_line(walk: Walk) -> str:
    """Return one row of the table: from, to, status, minutes, metres."""
    place = walk.destination
    told = f"{walk.start}\t{place.id}\t{place.status}\t"
    if walk.minutes is None or walk.length_m is None:
        return told + (_REASONS[walk.reason] + _bounds(walk) if walk.reason else "")
    inside = "\tin the area" if walk.is_inside else ""
    return f"{told}{minutes_words(walk.minutes)}\t{walk.length_m:.0f} m{inside}"


def _bounds(walk: Walk) -> str:
    least = f", at least {walk.at_least_min} min" if walk.at_least_min else ""
    return least + (f", at most {walk.at_most_min} min" if walk.at_most_min else "")


def minutes_words(told: Minutes) -> str:
    """Return minutes in words: exact on surveyed streets, else with their range."""
    if told.exact is not None:
        return f"{told.exact:.1f} min ({told.low}-{told.high})"
    return f"{told.mid} min ({told.low}-{told.high})"


def scenario_lines(scenario: Scenario) -> Iterator[str]:
    """Return what a drawn path changes, in words."""
    yield (f"the drawn path is {scenario.length_m:.0f} m long, {scenario.meets} of its ends meet "
           f"the network; it crosses {scenario.crossings} ways without meeting them")  # fmt: skip
    if not scenario.meets:
        yield f"nobody can get onto it: lay an end within {WALKING.join_m:g} m of a way"
    yield from _change_lines(scenario.changes)


def since_lines(
    network: Network, before: int, year: int, *, planned: bool = False
) -> Iterator[str]:
    """Return what has changed between the ends of two years: ways, and the ground reached."""
    yield f"since {before}:"
    yield from _change_lines(change(network, before, year, planned=planned))
    for area in map(str, network.package.layers["areas"].index):
        ground = ground_change(network, area, before, year, GROUND_MIN, planned=planned)
        for verb, part in (("gained", ground.gained), ("lost", ground.lost)):
            if not part.is_empty:
                yield f"{area}\tground within {GROUND_MIN} min {verb}: {_hectares(network, part.area)}"


def _hectares(network: Network, area_m2: float) -> str:
    if network.is_schematic:
        return "how much cannot be decided on drawn roads"
    return f"{area_m2 / 10_000:.1f} ha"


def _change_lines(changes: Sequence[Change]) -> Iterator[str]:
    told = [change_line(c) for c in changes if c.verdict not in (Verdict.SAME, Verdict.UNKNOWN)]
    yield from told or ["no area gains or loses anything"]
    yield f"{_count(changes, Verdict.SAME)} ways stay as they are"


def change_line(one: Change) -> str:
    """Return what changes between one area and one destination."""
    told = f"{one.area}\t{one.destination.id}\t"
    if one.verdict is Verdict.UNDECIDED:
        known = "" if one.saved_m is None else f": {one.saved_m:.0f} m ± {one.error_m:.0f} m"
        return f"{told}cannot be decided{known}"
    if one.saved_min is None:
        minutes_there = f": {minutes_words(one.after.minutes)}" if one.after.minutes else ""
        return f"{told}{one.verdict}{minutes_there}"
    more = "saves" if one.saved_min > 0 else "costs"
    return f"{told}{more} {_saved(one)} ({abs(one.saved_m or 0):.0f} m)"


def _saved(one: Change) -> str:
    """Minutes saved with their range: whole ones on drawn roads, to a tenth on a survey."""
    minutes, error_m = abs(one.saved_min or 0), one.error_m or 0
    off = error_m * minutes / abs(one.saved_m or 1)
    exact = one.after.minutes is not None and one.after.minutes.exact is not None
    middle = f"{tenths(minutes):.1f}" if exact else f"{math.floor(minutes + 0.5)}"
    low, high = math.floor(round(max(0, minutes - off), 9)), math.ceil(round(minutes + off, 9))
    return f"{middle} min ({low}-{high})"


def _count(changes: Iterable[Change], verdict: Verdict) -> int:
    return sum(change.verdict is verdict for change in changes)
