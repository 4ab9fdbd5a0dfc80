"""Make the country: `python -m tools.national [--areas N] [--series N] [--years N] [OUT]`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from tools.national.size import Size
from tools.national.writing import write

DEFAULT = Path(__file__).resolve().parents[2] / "build" / "national"


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the package; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.national", description=__doc__)
    for name, most in (("areas", 1_000), ("series", 100), ("years", 20)):
        parser.add_argument(f"--{name}", type=_some, default=most, metavar="N",
                            help=f"how many (default: {most})")  # fmt: skip
    parser.add_argument("out", nargs="?", type=Path, default=DEFAULT, metavar="OUT",
                        help="the folder to write (default: build/national)")  # fmt: skip
    options = parser.parse_args(arguments)
    write(options.out, Size(options.areas, options.series, options.years))
    print(f"{options.out}: {options.areas} areas, {options.series} series, {options.years} years")
    return 0


def _some(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{number}, and at least 1 is needed")
    return number


if __name__ == "__main__":
    sys.exit(main())
