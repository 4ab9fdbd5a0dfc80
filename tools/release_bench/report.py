"""Write what was measured of releases as a table."""

from collections.abc import Sequence

from tools.release_bench.measure import Result

_HEAD = """# Releases

Written by `make bench` from `benchmarks/releases.json`; do not edit.

- Date: {date}
- Product: {commit}
- Machine: {machine}, {busy:.0%} of its cores at other work just before

| what | {names} |
| --- |{lines}
"""
_ROWS = (
    ("printed figures", "figures", "{:,.0f}"),
    ("`geodata check`, s", "check_s", "{:.1f}"),
    ("… its memory, MiB", "check_mib", "{:.0f}"),
    ("compile, s", "compile_s", "{:.1f}"),
    ("… its largest process, MiB", "compile_mib", "{:.0f}"),
    ("compile after one corrected value, s", "again_s", "{:.1f}"),
    ("ready after start, compiled, s", "ready_s", "{:.2f}"),
    ("memory of a worker at first, MiB", "worker_mib", "{:.0f}"),
    ("… after 10,000 requests, MiB", "worker_mib_after", "{:.0f}"),
    ("first pages a second (gunicorn, 2 workers)", "pages_per_s", "{:,.0f}"),
    ("… a plain dash-leaflet page in the same run", "peer_per_s", "{:,.0f}"),
    ("slowest of 60 pages, ms", "page_ms", "{:.0f}"),
    ("… while a memo is made, ms", "page_ms_while_made", "{:.0f}"),
)


def document(found: Sequence[Result], **told: object) -> str:
    """Return the report."""
    head = _HEAD.format(
        names=" | ".join(one.name for one in found), lines=" --- |" * len(found), **told
    )
    rows = (f"| {label} | {' | '.join(form.format(getattr(one, name)) for one in found)} |"
            for label, name, form in _ROWS)  # fmt: skip
    return head + "\n".join(rows) + "\n"
