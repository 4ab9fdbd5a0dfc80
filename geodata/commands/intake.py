"""The command `import`: what it asks for and what it says."""

import argparse
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from geodata.commands.intake_answer import sentences
from geodata.commands.options import metres
from geodata.files.writing import write_whole
from geodata.intake.asked import OBSERVATIONS, Answer, Asked
from geodata.intake.layer_files import SHAPES
from geodata.intake.naming import Suggestion
from geodata.intake.rows_in import TABLES
from geodata.intake.stated import Exactness
from geodata.intake.taking import take
from geodata.intake.template import template
from geodata.package.loading import read_package
from geodata.package.slugs import slug
from geodata.reading.faults import PackageError, shown
from geodata.reading.outline_times import ALLOWED_TIME
from geodata.reading.places import CONFIDENCES
from geodata.tables.validity import is_time

#: What can be imported, in words.
_TAKEN = (OBSERVATIONS, *SHAPES, *TABLES)
_KNOWN = ", ".join(_TAKEN)


def add_parser(commands: Any, shipped: Path) -> None:
    """Add `import FILE… --into DRAFT` and `import --template OUT` to the commands."""
    parser = commands.add_parser("import", help="read a planner's files into a draft of a package")
    parser.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="FILE",
        help=".csv, .xlsx, .ods; of shapes .gpkg, .geojson, .parquet, .kml, .kmz or a zipped shapefile",
    )
    parser.add_argument("--as", dest="taken_as", type=_taken_as, default=OBSERVATIONS,
                        metavar="WHAT", help=f"what they hold: {_KNOWN} (default: %(default)s)")  # fmt: skip
    parser.add_argument("--error", type=metres, default=None, metavar="METRES",
                        help="how far shapes may lie from where they are, if the file does not say")  # fmt: skip
    parser.add_argument("--confidence", choices=CONFIDENCES, default="",
                        help="how exact shapes are, if the file does not say")  # fmt: skip
    parser.add_argument("--from", dest="since", type=_time, default="", metavar="TIME",
                        help="since when shapes hold (2026, 2026-07 or 2026-07-01): those that are "
                             "there end the day before, and stay")  # fmt: skip
    parser.add_argument("--package", type=Path, default=shipped, help="what is published")
    parser.add_argument("--into", type=Path, metavar="DRAFT", help="the folder to write")
    parser.add_argument("--confirm", type=_pair, action="append", default=[], metavar="NAME=ID",
                        help="say what a name means; it is kept")  # fmt: skip
    parser.add_argument("--new", type=_new, action="append", default=[], metavar="NAME[=ID]",
                        help="say that a feature of the files is a new one")  # fmt: skip
    parser.add_argument("--yes", action="store_true",
                        help="confirm every name that has one suggestion")  # fmt: skip
    parser.add_argument("--report", type=Path, metavar="OUT.txt", help="write the answer here, too")
    parser.add_argument("--template", type=Path, metavar="OUT.xlsx",
                        help="write a workbook to fill in instead")  # fmt: skip
    parser.mixed = True
    # The draft, not the package alone, is what is read; both are told of together.
    parser.set_defaults(run_alone=run)


def _taken_as(text: str) -> str:
    if text not in _TAKEN:
        raise argparse.ArgumentTypeError(f"{shown(text)} cannot be imported; allowed: {_KNOWN}")
    return text


def _time(text: str) -> str:
    if text and not is_time(text):
        raise argparse.ArgumentTypeError(f"{shown(text)} is not {ALLOWED_TIME}")
    return text


def _pair(text: str) -> tuple[str, str]:
    name, mark, identifier = text.rpartition("=")
    if not (mark and name.strip() and identifier.strip()):
        raise argparse.ArgumentTypeError(f"{shown(text)} is no NAME=ID")
    return name.strip(), identifier.strip()


def _new(text: str) -> tuple[str, str]:
    if "=" in text:
        return _pair(text)
    own = slug(text)
    if not own:
        raise argparse.ArgumentTypeError(f"{shown(text)} makes no id; allowed: NAME=ID")
    return text.strip(), own


def run(options: argparse.Namespace) -> int:
    """Write a template or take files in; return 0, or 1 where anything must be mended."""
    try:
        if options.template:
            return _write_template(options.package, options.template)
        if not (options.files and options.into):
            print("import: name the files and --into DRAFT, or --template OUT", file=sys.stderr)
            return 2
        asked = _asked(options)
        answer = _take(asked, yes=options.yes)
    except PackageError as error:
        told = (*(f"error: {fault}" for fault in error.faults), "Nothing was changed.")
        print("\n".join(told), file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{options.into or options.template}: cannot be written: {error.strerror}. "
              f"Nothing was changed.", file=sys.stderr)  # fmt: skip
        return 1
    return _say(answer, asked.draft, options.report)


def _asked(options: argparse.Namespace) -> Asked:
    exact = Exactness(options.confidence, options.error, options.since)
    confirmed = dict(options.confirm)
    files = tuple(options.files)
    new = dict(options.new)
    return Asked(options.package, files, options.into, confirmed, options.taken_as, exact, new)


def _write_template(package: Path, out: Path) -> int:
    write_whole(out, template(read_package(package)))
    print(f"{out}: fill in the values, then: python -m geodata import {out} --into DRAFT")
    return 0


def _take(asked: Asked, *, yes: bool) -> Answer:
    """Take the files in; names that are near to one that is known are asked for once."""
    answer = take(asked)
    meant = _meant(answer.suggestions, yes=yes)
    if not meant:
        return answer
    confirmed = {one.text: one.id for one in meant.values() if not one.is_new}
    new = {one.text: one.id for one in meant.values() if one.is_new}
    more = take(replace(asked, confirmed={**asked.confirmed, **confirmed},
                        new={**asked.new, **new}))  # fmt: skip
    said = tuple(f"{one.text} was taken as {'new, ' if one.is_new else ''}{one.id}"
                 for one in meant.values())  # fmt: skip
    return replace(more, told=said + more.told)


def _meant(suggestions: tuple[Suggestion, ...], *, yes: bool) -> Mapping[str, Suggestion]:
    """What each name means, by the name; `yes` never makes anything new."""
    meant: dict[str, Suggestion] = {}
    if yes:
        return {one.text: one for one in suggestions if not one.is_new}
    for one in suggestions if sys.stdin.isatty() else ():
        if one.text not in meant and _is_meant(one):
            meant[one.text] = one
    return meant


def _is_meant(one: Suggestion) -> bool:
    what = "a new one" if one.is_new else one.name
    question = f"{one.text} -> {what} ({one.id})? [y/N] "
    try:
        return input(question).strip().lower() in ("y", "yes", "j", "ja")
    except EOFError:
        return False


def _say(answer: Answer, draft: Path, report: Path | None) -> int:
    text = "\n".join(sentences(answer, draft)) + "\n"
    print(text, end="", file=sys.stderr if answer.faults else sys.stdout)
    try:
        if report:
            write_whole(report, text.encode("utf-8", "replace"))
    except OSError as error:
        print(f"{report}: cannot be written: {error.strerror}", file=sys.stderr)
        return 1
    return 1 if answer.faults else 0
