"""Check that targets and what is added together fit the series that they speak of."""

from collections.abc import Iterator, Sequence

from geodata.package.draft import Draft, kept_rows, unknown_parts
from geodata.reading.faults import Fault, shown
from geodata.tables.records import Indicator, Target, split_list


def target_series(draft: Draft) -> Iterator[Fault]:
    """Find targets on series that there are not."""
    known = {indicator.id for indicator in draft.package.indicators}
    yield from unknown_parts(draft, "targets", "indicator", known, "an id of indicators.csv")


def added_series(draft: Draft) -> Iterator[Fault]:
    """Series that a target adds up must be parts of one whole or counts of one unit."""
    series = {indicator.id: indicator for indicator in draft.package.indicators}
    for where, record in kept_rows(draft, "targets"):
        parts = [
            series[part] for part in split_list(getattr(record, "indicator", "")) if part in series
        ]
        if len(parts) > 1 and not _addable(parts):
            found = shown(";".join(part.id for part in parts))
            allowed = "different series to add up: shares of one whole, or counts of one unit"
            yield Fault("targets.csv", where, "indicator", found, allowed)


def _addable(parts: Sequence[Indicator]) -> bool:
    kinds = {(part.unit, part.whole_of) for part in parts}
    whole_or_count = parts[0].is_count or bool(parts[0].is_share and parts[0].whole_of)
    return len({part.id for part in parts}) == len(parts) and len(kinds) == 1 and whole_or_count


def target_values(draft: Draft) -> Iterator[Fault]:
    """Each kind of target needs what it is judged by."""
    polarity = {indicator.id: indicator.polarity for indicator in draft.package.indicators}
    for where, record in kept_rows(draft, "targets"):
        assert isinstance(record, Target)
        directions = {polarity.get(part, "") for part in split_list(record.indicator)}
        for field, found, allowed in _target_faults(record, directions - {"neutral", ""}):
            yield Fault("targets.csv", where, field, found, f"{allowed} (for {record.kind})")


def _target_faults(target: Target, directions: set[str]) -> Iterator[tuple[str, str, str]]:
    value = shown("" if target.value is None else f"{target.value:g}")
    if target.kind != "off_state_list_by" and not target.indicator:
        yield "indicator", "nothing", "a series"
    if target.kind == "parity_with_municipality" and target.indicator and len(directions) != 1:
        yield "indicator", shown(target.indicator), "a series of which higher or lower is better"
    if target.kind == "direction" and target.value not in (1, -1):
        yield "value", value, "1 or -1"
    if target.kind in ("change_per_year", "at_least") and not target.value:
        yield "value", value, "a number other than 0"
    if target.kind == "off_state_list_by" and target.value != int(target.value or 0):
        yield "value", value, "a year"
