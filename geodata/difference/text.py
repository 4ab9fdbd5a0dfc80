"""Write a difference as text for a person at a command line."""

from collections import Counter
from collections.abc import Iterator, Sequence

from geodata.difference.changes import (
    ClassesChange,
    Difference,
    FeatureChange,
    FindingChange,
    RowChange,
    VerdictChange,
    What,
)
from geodata.difference.words import (
    bounds_words,
    cell_words,
    feature_words,
    field_words,
    fields_words,
    finding_words,
    move_words,
    outline_words,
    verdict_words,
)
from geodata.reading.descriptor import Descriptor
from geodata.tables.records import Observation


def as_text(difference: Difference) -> str:
    """Return a line for all that differs, each part under a line that counts it."""
    return "\n".join(_lines(difference)) + "\n"


def _lines(difference: Difference) -> Iterator[str]:
    yield f"{_package(difference.old)} -> {_package(difference.new)}"
    if difference.is_empty:
        yield "no difference"
    yield from _part("package", [fields_words([one]) for one in difference.about])
    yield from _part(f"values{_counts(difference.values)}", [*map(_value, difference.values)])
    yield from _part(f"rows{_counts(difference.rows)}", [*map(_row, difference.rows)])
    yield from _part(
        f"features{_counts(difference.features)}", [*map(_feature, difference.features)]
    )
    yield from _part("findings", [*map(_finding, difference.findings)])
    yield from _part("verdicts", [*map(_verdict, difference.verdicts)])
    yield from _part("classes", [*map(_classes, difference.classes)])


def _package(descriptor: Descriptor) -> str:
    return f"{descriptor.name} {descriptor.version} ({descriptor.as_of})"


def _part(head: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield f"{head}:"
        yield from (f"  {line}" for line in lines)


def _counts(changes: Sequence[RowChange] | Sequence[FeatureChange]) -> str:
    found = Counter(change.what for change in changes)
    told = ", ".join(f"{found[what]} {what}" for what in What if found[what])
    return f", {told}"


def _value(change: RowChange) -> str:
    indicator, geography, period, role = change.key
    name = f"{indicator}, {geography}, {period or 'no period'}, {role}"
    cell = next(o for o in (change.new, change.old) if isinstance(o, Observation))
    place = f"[{cell_words(cell)}; {_rows(change)}]"
    return f"{change.what}: {name}: {_numbers(change)} {place}"


def _numbers(change: RowChange) -> str:
    was, now = (o.value if isinstance(o, Observation) else None for o in (change.old, change.new))
    if was is None or now is None:
        return field_words(now if was is None else was)
    others = [c for c in change.fields if c.field != "value"]
    numbers = [f"{was:g} -> {now:g}" if was != now else f"{now:g} as before"]
    return "; ".join(numbers + ([fields_words(others)] if others else []))


def _rows(change: RowChange) -> str:
    old, new = (f"row {row}" for row in (change.old_row, change.new_row))
    if change.what == What.CHANGED:
        return new if old == new else f"{old} -> {new}"
    return new if change.what == What.ADDED else f"old {old}"


def _row(change: RowChange) -> str:
    told = f": {fields_words(change.fields)}" if change.fields else ""
    key = ", ".join(part for part in change.key if part)
    return f"{change.what}: {change.table}.csv, {_rows(change)} ({key}){told}"


def _feature(change: FeatureChange) -> str:
    either = change.new or change.old
    name = f"{change.layer}, {change.id}" + (f" ({either.name})" if either else "")
    sizes = [outline_words(o) for o in (change.old, change.new) if o]
    told = [" -> ".join(sizes)] if any(sizes) and (change.move or not change.fields) else []
    told += [move_words(change.move)] if change.move else []
    told += [fields_words(change.fields)] if change.fields else []
    what = feature_words(change)
    return f"{what}: {name}" + (f": {'; '.join(told)}" if told else "")


def _finding(change: FindingChange) -> str:
    return f"{'came' if change.came else 'went'}: {finding_words(change.finding)}"


def _verdict(change: VerdictChange) -> str:
    name = ", ".join([change.goal, change.indicator or "no series", *change.places, change.kind])
    return f"{name}: {verdict_words(change.old)} -> {verdict_words(change.new)}"


def _classes(change: ClassesChange) -> str:
    return f"{change.indicator}: {bounds_words(change.old)} -> {bounds_words(change.new)}"
