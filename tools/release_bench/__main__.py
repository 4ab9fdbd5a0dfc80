"""Measure releases: `python -m tools.release_bench [PACKAGE ...]`; without one, the shipped package.

Without arguments the report is written to `docs/benchmarks-releases.md`; with them it is printed.
"""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from dashboard.settings import SHIPPED_PACKAGE
from tools.bench.machine import commit, machine, wait_for_quiet
from tools.bench.pages import ROOT
from tools.release_bench.measure import measure
from tools.release_bench.report import document

_DOCS = ROOT / "docs"
_QUIET_WAIT_S = 120


def main(arguments: list[str]) -> int:
    """Measure and report."""
    busy = wait_for_quiet(_QUIET_WAIT_S)
    packages = [Path(one) for one in arguments] or [SHIPPED_PACKAGE]
    found = [measure(package.name, package) for package in packages]
    date = datetime.now(UTC).date().isoformat()
    text = document(found, date=date, commit=commit(), machine=machine(), busy=busy)
    if arguments:
        print(text)
        return 0
    kept = json.dumps([one.to_json() for one in found], indent=1)
    (_DOCS / "benchmarks" / "releases.json").write_text(f"{kept}\n", "utf-8")
    (_DOCS / "benchmarks-releases.md").write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
