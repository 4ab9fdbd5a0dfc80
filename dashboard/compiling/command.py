"""Compile from the command line: `python -m dashboard compile [PACKAGE] [OUT]`."""

import argparse
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from rich.console import Console

from dashboard.compiling.progress import progress
from dashboard.compiling.whole import compile_release
from dashboard.settings import Settings, SettingsError, read_settings
from geodata.reading.faults import PackageError


def run(arguments: Sequence[str]) -> int:
    """Compile what is asked for; return 0, or 1 with a sentence and the old release whole."""
    options = _parser().parse_args(arguments[1:])
    try:
        settings = _settings(options)
    except SettingsError as error:
        print(error, file=sys.stderr)
        return 1
    return compile_settings(settings, options.processes)


def compile_settings(settings: Settings, processes: int | None = None) -> int:
    """Compile the package of the settings and say what was made; return as `run` does."""
    folder, began = settings.release_folder, time.monotonic()
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    try:
        with progress(console) as say:
            made = compile_release(settings, folder, processes=processes, say=say)
    except PackageError as error:
        print(f"{settings.package} has errors and is not compiled:\n{error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{error.filename or folder} cannot be written ({error.strerror}). The release is "
              "what it was.", file=sys.stderr)  # fmt: skip
        return 1
    size = sum(file.bytes for file in made.files.values())
    print(f"{folder}: {len(made.files)} files, {size / 1e6:.1f} MB, "
          f"{time.monotonic() - began:.1f} s", file=sys.stderr)  # fmt: skip
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m dashboard compile", description=__doc__)
    parser.add_argument("package", type=Path, nargs="?", metavar="PACKAGE",
                        help="the folder of a data package (default: BLOKTILBY_PACKAGE)")  # fmt: skip
    parser.add_argument("out", type=Path, nargs="?", metavar="OUT",
                        help="the folder of the release (default: BLOKTILBY_RELEASE)")  # fmt: skip
    parser.add_argument("--processes", type=_count, metavar="N",
                        help="how many work at once (default: one for each processor)")  # fmt: skip
    return parser


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"found '{text}'; allowed: a number from 1")
    return int(text)


def _settings(options: argparse.Namespace) -> Settings:
    settings = read_settings()
    if options.package:
        settings = replace(settings, package=options.package)
    return replace(settings, release=options.out) if options.out else settings
