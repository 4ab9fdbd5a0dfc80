"""Check printed numbers against their series and the clock: all at once, words only for the faulty."""

import math
from collections.abc import Callable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from geodata.reading.faults import Fault, shown
from geodata.tables.columns import Mask, combined, doubled_keys
from geodata.tables.observations import Observations
from geodata.tables.periods import PERIOD_FORMS, PeriodError, clock_year
from geodata.tables.records import Indicator, Observation

_FILE = "observations.csv"
#: More decimals than any series has.
_MANY = 99


def unplain_cells(
    rows: Observations, is_unplain: Callable[[str, str], bool]
) -> list[tuple[int, str]]:
    """Return row and field of the cells of text that are not plain, row by row."""
    found = [
        (row, name)
        for name, column in rows.columns.items()
        for row in np.flatnonzero(
            column.where(isinstance(v, str) and is_unplain(name, v) for v in column.distinct)
        ).tolist()
    ]
    return sorted(found, key=lambda one: one[0])


def observation_faults(
    rows: Observations, numbers: Sequence[int], indicators: Sequence[Indicator], clock: range
) -> Iterator[Fault]:
    """Return what is wrong with each row; `numbers` are the rows' places in the file."""
    series = {indicator.id: indicator for indicator in indicators}
    suspected = _odd_values(rows, series) | _odd_periods(rows, clock) | _dated(rows)
    for row in np.flatnonzero(suspected).tolist():
        record = rows[row]
        known = series.get(record.indicator)
        for field, found, allowed in (*(_value_faults(known, record) if known else ()),
                                      *_period_faults(record, clock)):  # fmt: skip
            yield Fault(_FILE, f"row {numbers[row]}", field, found, allowed)


def _odd_values(rows: Observations, series: dict[str, Indicator]) -> Mask:
    """Rows whose value the series may not have; all that have one are among them."""
    values, names = rows.columns["value"], rows.columns["indicator"]
    own = [series.get(name) for name in names.distinct]
    printed = np.array(values.distinct, float)[values.codes]
    needed = np.array([_needed(value) for value in values.distinct])[values.codes]
    share = names.where(one is not None and one.is_share for one in own)
    count = names.where(one is not None and one.is_count for one in own)
    decimals = np.array([_MANY if one is None else one.decimals for one in own])[names.codes]
    whole = names.where(one is not None and one.unit == "count" for one in own)
    off = (share & (printed > 100)) | ((share | count) & (printed < 0)) | (whole & (needed > 0))
    found: Mask = off | (needed > decimals) | ~np.isfinite(printed)
    return found


def _needed(value: float) -> int:
    """How many decimals keep a value as it is; many for one that is not finite."""
    if not math.isfinite(value):
        return _MANY + 1
    return next((places for places in range(5) if round(value, places) == value), _MANY - 1)


def _odd_periods(rows: Observations, clock: range) -> Mask:
    periods = rows.columns["period"]
    return periods.where(not _on_clock(period, clock) for period in periods.distinct)


def _on_clock(period: str, clock: range) -> bool:
    try:
        year = clock_year(period)
    except PeriodError:
        return False
    return year is None or year in clock


def _dated(rows: Observations) -> Mask:
    """Rows whose last day is before their first."""
    first, last = rows.columns["period_start"], rows.columns["period_end"]
    days = [np.array([0 if day is None else day.toordinal() for day in column.distinct], np.int64)[
        column.codes] for column in (first, last)]  # fmt: skip
    found: Mask = (days[0] > days[1]) & (days[1] > 0)
    return found


def _period_faults(record: Observation, clock: range) -> Iterator[tuple[str, str, str]]:
    try:
        year = clock_year(record.period)
    except PeriodError:
        yield "period", shown(record.period), PERIOD_FORMS
        return
    if year is not None and year not in clock:
        allowed = f"a period on the clock, {clock[0]} to {clock[-1]}"
        yield "period", shown(record.period), allowed
    if record.period_start and record.period_end and record.period_start > record.period_end:
        yield (
            "period_end",
            f"{record.period_end}, before {record.period_start}",
            "a day after the start",
        )


def _value_faults(series: Indicator, record: Observation) -> Iterator[tuple[str, str, str]]:
    value = record.value
    if not math.isfinite(value):
        yield "value", shown(value), "a finite number"
    elif series.is_share and not 0 <= value <= 100:
        yield "value", f"{value:g} %", "a share from 0 to 100 %"
    elif series.is_count and value < 0:
        yield "value", f"{value:g}", "a count of 0 or more"
    elif series.unit == "count" and value != int(value):
        yield "value", f"{value:g}", "a whole number"
    elif round(value, series.decimals) != value and not _is_as_printed(record):
        yield "value", f"{value:g}", f"at most {series.decimals} decimals, as {series.id} states"


def _is_as_printed(record: Observation) -> bool:
    """Whether a value has the decimals that its cell prints: an odd print is kept."""
    return f"{record.value}" in record.source_text.replace(",", ".")


def collision_faults(rows: Observations, numbers: Sequence[int]) -> Iterator[Fault]:
    """Two values of a series in one place and one clock year cannot both be shown."""
    years = _years(rows)
    parts = [(rows.columns[name].codes, len(rows.columns[name].distinct))
             for name in ("indicator", "geography")]  # fmt: skip
    keys = combined([*parts, (np.maximum(years, 0), 10_000)])
    dated = np.flatnonzero(years > 0)
    seen: dict[int, int] = {}
    for row in dated[doubled_keys(keys[dated])].tolist():
        first = seen.setdefault(int(keys[row]), row)
        if first != row:
            record = rows[row]
            found = f"a second value of {record.indicator} for {record.geography} in {years[row]}"
            allowed = f"one value a clock year (the first is row {numbers[first]})"
            yield Fault(_FILE, f"row {numbers[row]}", "period", found, allowed)


def _years(rows: Observations) -> npt.NDArray[np.int64]:
    """The clock's year of each row; 0 where there is none, or no period that can be read."""
    column = rows.columns["period"]

    def year(period: str) -> int:
        try:
            return clock_year(period) or 0
        except PeriodError:
            return 0

    return np.array([year(period) for period in column.distinct], np.int64)[column.codes]
