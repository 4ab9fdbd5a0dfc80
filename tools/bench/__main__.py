"""Run the benchmark: `make bench`, or `python -m tools.bench [PAGE ...]`.

All pages write `docs/benchmarks/latest.json` and `docs/benchmarks.md`; named pages are only
printed.
"""

import json
import os
import sys
from dataclasses import replace
from datetime import UTC, datetime

from playwright.sync_api import sync_playwright

from tools.bench.machine import commit, machine, versions, wait_for_quiet
from tools.bench.measure import ROUNDS, measure
from tools.bench.pages import PAGES, ROOT
from tools.bench.records import Measured, Run, merged
from tools.bench.table import document, results
from tools.browser import installed

DOCS = ROOT / "docs"
#: Others may work on the machine: wait this long for it to be quiet, then measure anyway.
QUIET_WAIT_S = 120
_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--enable-unsafe-swiftshader",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


def run(names: set[str]) -> Run:
    """Measure the named pages in rounds."""
    pages = [page for page in PAGES if page.name in names]
    rounds: dict[str, list[Measured]] = {page.name: [] for page in pages}
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM") or next(installed(), None)
        browser = playwright.chromium.launch(executable_path=path, args=list(_ARGUMENTS))
        for page in pages * ROUNDS:
            busy = wait_for_quiet(QUIET_WAIT_S)
            rounds[page.name].append(replace(measure(browser, page), busy=(busy,)))
            print(results(rounds[page.name][-1:])[-1], flush=True)
        return Run(
            date=datetime.now(UTC).date().isoformat(),
            commit=commit(),
            machine=machine(),
            versions=versions(browser.version),
            pages=tuple(merged(rounds[page.name]) for page in pages),
        )


def main(arguments: list[str]) -> int:
    """Run, and write the files when all pages were asked for."""
    known = {page.name for page in PAGES}
    if unknown := set(arguments) - known:
        print(f"no page {', '.join(unknown)}; there are {', '.join(known)}", file=sys.stderr)
        return 1
    done = run(set(arguments) or known)
    if not arguments:
        (DOCS / "benchmarks").mkdir(parents=True, exist_ok=True)
        text = json.dumps(done.to_json(), ensure_ascii=False, indent=1)
        (DOCS / "benchmarks" / "latest.json").write_text(f"{text}\n", "utf-8")
        (DOCS / "benchmarks.md").write_text(document(done), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
