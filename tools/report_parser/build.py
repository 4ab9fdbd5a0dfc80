"""Turn the rows of the report's tables into observations."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from .cells import Cell, read_cell
from .errors import ReportError
from .model import Observation, Period, Reading
from .places import Places
from .rules import COMPARISONS, FORMER_PLAN, MUNICIPALITY, RULES, SERIES, RowRule
from .tables import BASELINE_AREA, BASELINE_OTHER, DATA_SOURCE, STATUS, Row, read_rows
from .values import danish_number, value_in


@dataclass
class _Indicator:
    """The rule and heading of the row being read, and the years left alone in its columns."""

    rule: RowRule
    heading: str
    waiting: dict[int, Period] = field(default_factory=dict)


def read_observations(report: str, places: Places, name: str) -> list[Observation]:
    """Return all observations of the report in the order of the series."""
    found: dict[tuple[str, str, str, str], Observation] = {}
    indicator: _Indicator | None = None
    for row in read_rows(report, name):
        if row.heading:
            indicator = _Indicator(_rule_of(row, name), row.heading)
        if indicator is None:
            raise ReportError(f"{name}: the first row of {row.table!r} must name an indicator.")
        try:
            for observation in _row_observations(row, indicator, places):
                _keep_first(found, observation)
        except ReportError as error:
            raise ReportError(
                f"{name}: in {row.table!r}, {indicator.heading!r}: {error}"
            ) from error
    return sorted(found.values(), key=_order)


def counts(observations: list[Observation]) -> Counter[str]:
    """Count the observations of each series."""
    return Counter(observation.indicator for observation in observations)


def read_report(path: Path) -> str:
    """Read the text of the report."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ReportError(
            f"{path}: the report cannot be read ({error}); a text file in UTF-8 is needed."
        ) from error


def _rule_of(row: Row, name: str) -> RowRule:
    """Return the one rule whose words stand in the heading of the row."""
    rules = [rule for rule in RULES if rule.words in row.heading]
    if len(rules) != 1:
        raise ReportError(
            f"{name}: the row {row.heading!r} of {row.table!r} fits {len(rules)} rules; the words "
            "of exactly one rule of tools/report_parser/rules.py must stand in it."
        )
    return rules[0]


def _row_observations(row: Row, indicator: _Indicator, places: Places) -> Iterator[Observation]:
    """Yield the observations of a row, the baselines first."""
    cells = {
        column: _cell(row, column, indicator, places)
        for column in range(0 if row.repeats_status else BASELINE_AREA, len(row.cells))
        if column != DATA_SOURCE or row.repeats_status
    }
    if not row.repeats_status:
        _share_period(cells[BASELINE_AREA], cells[BASELINE_OTHER])
    for column, cell in cells.items():
        printed = max(column, STATUS) if row.repeats_status else column
        for reading in cell.readings:
            yield _observation(row, printed, indicator, reading)


def _cell(row: Row, column: int, indicator: _Indicator, places: Places) -> Cell:
    """Read a cell under the year that stands alone in the cell above; note a new lone year."""
    cell = read_cell(row.cells[column], places, indicator.waiting.pop(column, Period()))
    if cell.period.label and not cell.readings:
        indicator.waiting[column] = cell.period
    return cell


def _share_period(area: Cell, other: Cell) -> None:
    """Give the pair of baselines the period that is printed once for both."""
    if area.half_year:
        period = area.half_year
        other.readings = [reading.dated(period, "half_year_from_row") for reading in other.readings]
    periods = {reading.period for reading in other.readings}
    if len(periods) != 1:
        return
    shared = periods.pop()
    area.readings = [
        reading if reading.period.label else reading.dated(shared, _from_row(shared))
        for reading in area.readings
    ]


def _from_row(period: Period) -> str:
    return "year_from_row" if period.label else ""


def _observation(row: Row, column: int, indicator: _Indicator, reading: Reading) -> Observation:
    """Build the row of observations.csv for one number."""
    rule = indicator.rule
    if reading.series not in rule.series:
        raise ReportError(f"{reading.text!r} has the label {reading.series!r}; " + _allowed(rule))
    reading = _placed(reading, column, row, rule)
    column, reading = _own_column(column, reading)
    period = reading.period
    notes = [*reading.notes, period.note]
    value = danish_number(reading.number)
    if value_in(reading.text) != value:
        raise ReportError(f"{reading.text!r} must give the value {value:g} on its own.")
    return Observation(
        indicator=rule.series[reading.series],
        geography=reading.geography,
        period=period.label,
        period_start=period.start,
        period_end=period.end,
        role="status" if column >= STATUS else "baseline",
        value=f"{value:g}",
        n="" if reading.n is None else str(reading.n),
        note=";".join(note for note in notes if note),
        source_table=row.table,
        source_row=indicator.heading,
        source_column=row.columns[column],
        source_text=reading.text,
        source_period=period.printed,
        source_period_en=period.in_english,
    )


def _allowed(rule: RowRule) -> str:
    return f"allowed are {', '.join(repr(label) for label in rule.series)}."


def _placed(reading: Reading, column: int, row: Row, rule: RowRule) -> Reading:
    """Give a number without a place name the geography of its column."""
    if reading.geography:
        return reading
    if column not in {BASELINE_AREA, STATUS}:
        return replace(reading, geography=MUNICIPALITY)
    if not rule.whole:
        raise ReportError(
            f"{reading.text!r} stands in {row.columns[column]!r} without a place name; a name of "
            "aliases.csv must stand before it."
        )
    note = "former_plan_area" if rule.whole == FORMER_PLAN else ""
    return replace(reading.noted(note), geography=rule.whole)


def _own_column(column: int, reading: Reading) -> tuple[int, Reading]:
    """Move an area's baseline out of the column for the municipality."""
    if column != BASELINE_OTHER or reading.geography in COMPARISONS:
        return column, reading
    return BASELINE_AREA, reading.noted("column_corrected")


def _keep_first(
    found: dict[tuple[str, str, str, str], Observation], observation: Observation
) -> None:
    """Keep the first printing of a value; a second one must agree with it."""
    first = found.setdefault(observation.key, observation)
    if first.value != observation.value:
        raise ReportError(
            f"{observation.source_text!r} contradicts {first.source_text!r} for the same series, "
            "geography and period; a repeated value must be the same."
        )


def _order(observation: Observation) -> tuple[int, bool, str]:
    """Sort by series, baseline first, then period; the printed order decides within."""
    return (
        SERIES.index(observation.indicator),
        observation.role != "baseline",
        observation.period,
    )
