"""Write a memo from the command line: `python -m dashboard memo ... OUT.pdf`."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from dashboard.asked import RefusedError
from dashboard.catalogue import LANGUAGES, catalogue
from dashboard.memo.document import write_memo
from dashboard.memo.request import Asked, plan_memo
from dashboard.memo.typesetting import typeset
from dashboard.pictures.subject import subjects_of
from dashboard.settings import Settings, SettingsError, read_settings
from geodata.disclosure.gate import read_public
from geodata.files.writing import write_whole
from geodata.reading.faults import PackageError
from layers.comparisons import Mode
from layers.view import build_view


def run(arguments: Sequence[str]) -> int:
    """Write the memo that is asked for; return 0, or 1 or 2 with a sentence and no file.

    2 is for what cannot be shown, 1 for settings, packages and files that cannot be used.
    """
    options = _parser().parse_args(arguments)
    try:
        pdf = _make(options, read_settings())
    except RefusedError as error:
        print(error.said(catalogue(options.lang)), file=sys.stderr)
        return 2
    except (PackageError, SettingsError) as error:
        print(error, file=sys.stderr)
        return 1
    try:
        write_whole(options.out, pdf)
    except OSError as error:
        print(f"{options.out} cannot be written ({error.strerror}).", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m dashboard", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    memo = commands.add_parser("memo", help="write a memo as PDF")
    memo.add_argument("--lang", choices=LANGUAGES, default=LANGUAGES[0])
    memo.add_argument("--areas", type=_listed, default=(), metavar="A,B",
                      help="ids of areas, sums or plans (default: all areas)")  # fmt: skip
    memo.add_argument("--indicators", type=_listed, required=True, metavar="X,Y",
                      help="ids of series; the first one is mapped")  # fmt: skip
    memo.add_argument("--year", type=int, help="the later year (default: the latest with figures)")
    memo.add_argument("--from", type=int, dest="earlier", metavar="YEAR",
                      help="the earlier year (default: the first with figures)")  # fmt: skip
    memo.add_argument("--against", metavar="GROUP",
                      help="a comparison group (default: the municipality; '' for none)")  # fmt: skip
    memo.add_argument("--mode", type=Mode, choices=list(Mode), default=Mode.VALUE)
    memo.add_argument("out", type=Path, metavar="OUT.pdf", help="the file to write")
    return parser


def _listed(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for part in text.split(",") if part))


def _make(options: argparse.Namespace, settings: Settings) -> bytes:
    package = read_public(settings.package)
    subject = subjects_of(package, build_view(package))[options.lang]
    asked = Asked(options.indicators, options.areas, options.year, options.earlier,
                  options.against, options.mode)  # fmt: skip
    memo = plan_memo(subject, asked)
    return typeset(
        write_memo(memo, subject, made=date.today(),
                   public_url=settings.public_url)
    )  # fmt: skip
