"""Compare or write observations.csv: python -m tools.report_parser REPORT [--write]."""

import argparse
import sys
from pathlib import Path

from .build import counts, read_observations, read_report
from .errors import ReportError
from .model import Observation
from .package import differences, read_observations_file, text_problems, write_observations
from .places import read_places


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 1 means that something differs or cannot be read."""
    options = _parser().parse_args(arguments)
    try:
        problems = _run(options.report, options.package, options.write)
    except ReportError as error:
        problems = [str(error)]
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.report_parser")
    parser.add_argument("report", type=Path, help="text of the report")
    parser.add_argument("--package", type=Path, default=Path("geodata/randers"))
    parser.add_argument("--write", action="store_true", help="write observations.csv")
    return parser


def _run(report_path: Path, package: Path, write: bool) -> list[str]:
    """Parse the report, write or compare, and return the problems as sentences."""
    report = read_report(report_path)
    places = read_places(package / "aliases.csv")
    parsed = read_observations(report, places, report_path.name)
    path = package / "observations.csv"
    _print_counts(parsed)
    if write:
        problems = list(text_problems(report, parsed))
        if not problems:
            write_observations(path, parsed)
            print(f"{path}: {len(parsed)} observations written.")
        return problems
    stored = read_observations_file(path)
    problems = [*differences(parsed, stored), *text_problems(report, stored)]
    print(f"{path}: {len(stored)} observations compared, {len(problems)} differences.")
    return problems


def _print_counts(observations: list[Observation]) -> None:
    for series, count in counts(observations).items():
        print(f"{count:4} {series}")
    print(f"{len(observations):4} in all")


if __name__ == "__main__":
    sys.exit(main())
