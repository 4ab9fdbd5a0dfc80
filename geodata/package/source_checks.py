"""Check what a table schema cannot say of sources: can a reader follow them, is each one known."""

from collections.abc import Iterable, Iterator, Sequence

from geodata.reading.faults import Fault, shown
from geodata.tables.days import known_day
from geodata.tables.records import Source, split_list

#: Kinds of which nobody can look anything up: what was made here, and what nobody wrote down.
UNPUBLISHED = ("own", "unregistered")
_FILE = "sources.csv"


def source_faults(rows: Sequence[tuple[str, Source]]) -> Iterator[Fault]:
    """Return the faults of the table of sources; each row comes with its place in the file."""
    for where, source in rows:
        for field, found, allowed in _row_faults(source):
            yield Fault(_FILE, where, field, found, allowed)
    reports = sum(source.kind == "report" for _, source in rows)
    if reports > 1:
        allowed = "one: what the printed values stand in"
        yield Fault(_FILE, "", "kind", f"{reports} sources of kind report", allowed)


def _row_faults(source: Source) -> Iterator[tuple[str, str, str]]:
    if source.kind in UNPUBLISHED:
        for field in ("publisher", "title", "date", "url"):
            if getattr(source, field):
                yield field, shown(getattr(source, field)), f"nothing (for {source.kind})"
        return
    if not source.publisher:
        yield "publisher", "nothing", f"who published it (for {source.kind})"
    if not (source.title or source.url):
        yield "title", "nothing", f"a title or an address (for {source.kind})"
    if source.date and not _is_day(source.date):
        yield "date", shown(source.date), "a day, a month or a year that there is"


def _is_day(text: str) -> bool:
    try:
        known_day(text)
    except ValueError:
        return False
    return True


def unknown_sources(
    cells: Iterable[tuple[str, str, str]], sources: Iterable[Source]
) -> Iterator[Fault]:
    """Return a fault for each id that no source has; cells are file, place and text."""
    known = {source.id for source in sources}
    for file, where, cell in cells:
        for part in split_list(cell):
            if part not in known:
                yield Fault(file, where, "source", shown(part), "an id of sources.csv")
