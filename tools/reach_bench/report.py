"""Write measured figures as a table that a person can read."""

from collections.abc import Sequence
from statistics import median
from typing import Any

_ONCE = ("import", "read_package", "read_network", "index", "page")


def table(figures: dict[str, Any]) -> str:
    """Return the whole page: what was measured, on what, and how the peers did."""
    machine, streets, ours = figures["machine"], figures["streets"], figures["ours"]
    libraries = ", ".join(
        f"{name} {v}" for name, v in machine.items() if name not in ("cpus", "load")
    )
    once = [sum(parts) for parts in zip(*(ours[name] for name in _ONCE), strict=True)]
    rows = [
        ("import a PBF into the package", *_both(ours["import"])),
        ("read the package", *_both(ours["read_package"])),
        ("read and node the network", *_both(ours["read_network"])),
        ("graph and index of one year", *_both(ours["index"])),
        ("all walks and ground of the clock's years, for the page", *_both(ours["page"])),
        ("**import and prepare, together**", *(f"**{text}**" for text in _both(once))),
        *((f"ground within {m} minutes, one area", *_spread(ours[f"isochrone_{m}"])) for m in (5, 10, 15)),
        ("minutes of all areas to all destinations", *_both(ours["minutes_table"])),
        ("a first drawn path: all of that before and after", *_both(ours["first_path"])),
        ("another drawn path: what was before is kept", *_both(ours["drawn_path"])),
    ]  # fmt: skip
    peers = [_peer(figures, name) for name in ("ours", "networkx", "pandana")]
    return "\n".join([
        "# Walking reach, measured", "",
        f"A generated street grid of {streets['edges']:,} stretches and {streets['nodes']:,} "
        f"crossings ({streets['pbf_bytes'] / 1e3:,.0f} kB as PBF, as a regular grid packs well), {streets['repeats']} repeats "
        f"for each area; {machine['cpus']} processor cores, shared: {machine['load']} jobs wanted "
        f"one as it began; {libraries}.",
        "", "Written by `python -m tools.reach_bench`; raw figures: `benchmarks-reach.json`.", "",
        *_rows(("step", "time", "of the processor"), rows), "",
        "## The same search, beside others", "",
        "All nodes within 15 minutes of an area's entrances; no outline is drawn. *Build* is from "
        "edges in memory, ours from the file. A median is given with the slowest in brackets. "
        "pandana rounds distances, so a node at exactly 15 minutes may fall out.", "",
        *_rows(("engine", "build", "of the processor", "search", "of the processor", "nodes reached"), peers), "",
    ])  # fmt: skip


def _peer(figures: dict[str, Any], name: str) -> tuple[str, ...]:
    engine = figures[name]
    if "not_run" in engine:
        return name, f"not run: {engine['not_run']}", *("",) * 4
    steps = [engine["build"]] if "build" in engine else [engine["read_network"], engine["index"]]
    build = [sum(parts) for parts in zip(*steps, strict=True)]
    label = "ours (SciPy)" if name == "ours" else name
    return label, *_both(build), *_spread(engine["search_15"]), _agree(figures, name)


def _rows(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    lines = [f"| {' | '.join(row)} |" for row in (head, *rows)]
    return [lines[0], f"|{'---|' * len(head)}", *lines[1:]]


def _s(seconds: float) -> str:
    return f"{seconds:.1f} s" if seconds >= 1 else f"{seconds * 1000:.0f} ms"


def _both(took: Sequence[float]) -> tuple[str, str]:
    return _s(took[0]), _s(took[1])


def _spread(took: Sequence[Sequence[float]]) -> tuple[str, str]:
    wall, cpu = zip(*took, strict=True)
    return f"{_s(median(wall))} ({_s(max(wall))})", f"{_s(median(cpu))} ({_s(max(cpu))})"


def _agree(figures: dict[str, Any], key: str) -> str:
    reached, mine = figures[key]["reached"], figures["ours"]["reached"]
    total = sum(reached.values())
    return f"{total:,}" if reached == mine else f"{total:,} (ours: {sum(mine.values()):,})"
