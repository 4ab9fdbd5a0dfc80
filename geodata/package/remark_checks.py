"""Check what no table schema can say of cells without a figure and of remarks."""

from collections.abc import Iterator, Sequence

from geodata.package.blanks import years_of
from geodata.package.package import Package
from geodata.reading.faults import Fault, shown
from geodata.tables.observations import in_columns
from geodata.tables.periods import PERIOD_FORMS, PeriodError, clock_year
from geodata.tables.records import Blank, Remark, split_list

Found = tuple[str, str, str]


def blank_faults(rows: Sequence[tuple[str, Blank]], package: Package) -> Iterator[Fault]:
    """Return the faults of the table of blanks; each row comes with its place in the file."""
    for where, blank in rows:
        for field, found, allowed in _blank(blank, package):
            yield Fault("blanks.csv", where, field, found, allowed)


def _blank(blank: Blank, package: Package) -> Iterator[Found]:
    if blank.kind == "hidden" and blank.source_text:
        yield "source_text", shown(blank.source_text), "nothing (for hidden)"
    if blank.kind in ("no_later", "no_comparison") and not blank.source_text:
        yield "source_text", "nothing", f"the words that stand in the cell (for {blank.kind})"
    if blank.kind == "no_comparison" and blank.period:
        yield "period", shown(blank.period), "nothing (for no_comparison)"
        return
    if blank.kind in ("empty", "no_later") and not blank.period:
        yield "period", "nothing", f"{PERIOD_FORMS.removesuffix(' or empty')} (for {blank.kind})"
        return
    try:
        without = years_of(blank, package.descriptor)
    except PeriodError:
        yield "period", shown(blank.period), PERIOD_FORMS
        return
    yield from _contradictions(blank, without, package)


def _contradictions(blank: Blank, without: Sequence[int], package: Package) -> Iterator[Found]:
    """A cell has a figure or none: the table of figures must not have one for its years."""
    for o in in_columns(package.observations).of(blank.indicator, blank.geography):
        if blank.kind == "no_comparison" or _year(o.period) in without:
            found = f"{shown(blank.kind)}, but a figure of {o.period or 'no year'}"
            yield "kind", found, f"a cell without a figure in observations.csv (for {o.geography})"
            return


def _year(period: str) -> int | None:
    try:
        return clock_year(period)
    except PeriodError:
        return None


def remark_faults(rows: Sequence[tuple[str, Remark]], package: Package) -> Iterator[Fault]:
    """Return the faults of the table of remarks; each row comes with its place in the file."""
    known = _known(package)
    for where, remark in rows:
        for field, found, allowed in _remark(remark, known):
            yield Fault("remarks.csv", where, field, found, allowed)


def _known(package: Package) -> dict[str, set[str]]:
    return {
        "indicators": {i.id for i in package.indicators},
        "activities": {a.id for a in package.activities},
        "goals": {g.id for g in package.goals},
        "geographies": {g.id for g in package.geographies},
        "features": {i for frame in package.layers.values() for i in frame.index},
    }


def _remark(remark: Remark, known: dict[str, set[str]]) -> Iterator[Found]:
    for part in split_list(remark.about):
        if part not in known[remark.table]:
            yield "about", shown(part), f"an id of {remark.table}"
    for part in split_list(remark.geographies):
        if part not in known["geographies"]:
            yield "geographies", shown(part), "an id of geographies.csv"
    for field in ("geographies", "period"):
        if getattr(remark, field) and remark.table != "indicators":
            yield field, shown(getattr(remark, field)), f"nothing (for {remark.table})"
    try:
        clock_year(remark.period)
    except PeriodError:
        yield "period", shown(remark.period), PERIOD_FORMS
