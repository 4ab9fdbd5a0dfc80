"""Read a wide table: places or series down, years or series across, under one to three rows of heads."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from geodata.intake.entries import Entry, Place, Reported
from geodata.intake.names import Names
from geodata.intake.periods import is_dated, period_of
from geodata.intake.readings import read_cell
from geodata.intake.sheets import Cell, Sheet
from geodata.intake.words import head, is_total

#: So many rows may stand over the heads, and so many rows of heads there may be.
_TOP, _HEADS = 20, 3
#: Longer text is prose, not a name that was spelled another way.
_LONGEST_NAME = 80
_AXES = ("period", "series", "place")
_WORDS = {"period": "period", "series": "indicator", "place": "geography"}


@dataclass(frozen=True)
class Known:
    """What names may mean: series and places."""

    series: Names
    places: Names

    def exact(self, axis: str, cell: Cell) -> bool:
        """Whether a cell certainly names something of an axis."""
        if axis == "period":
            return period_of(cell) != ""
        return self._of(axis).match(cell.text).id != ""

    def near(self, axis: str, cell: Cell) -> bool:
        """Whether a cell may name something of an axis, in other words."""
        if axis == "period":
            return is_dated(cell)
        return len(cell.text) <= _LONGEST_NAME and self._of(axis).match(cell.text).near != ()

    def _of(self, axis: str) -> Names:
        return self.series if axis == "series" else self.places


@dataclass(frozen=True)
class _Heads:
    """The rows with heads by axis, and the first column that they stand over."""

    rows: Mapping[int, str]
    first: int

    @property
    def body(self) -> int:
        """The first row under them."""
        return max(self.rows) + 1


def wide_entries(sheet: Sheet, known: Known, said: Reported) -> Iterator[Entry] | None:
    """Yield the figures of a wide table; `None` where the sheet has no heads that are known."""
    heads = _heads(sheet, known, known.exact)
    if heads is None:
        heads = _heads(sheet, known, known.near)
        if heads is None or not _has_figures(sheet, heads):
            return None
    return _entries(sheet, known, heads, said)


def _has_figures(sheet: Sheet, heads: _Heads) -> bool:
    """Whether any number stands under heads that are only near to known ones."""
    return any(
        read_cell(sheet.cell(row, column)).number is not None
        for row in range(heads.body, len(sheet.rows))
        for column in range(heads.first, sheet.width)
    )


def _heads(sheet: Sheet, known: Known, knows: Callable[[str, Cell], bool]) -> _Heads | None:
    """The first rows in which most cells right of the first column name one kind of things."""
    rows: dict[int, str] = {}
    firsts: list[int] = []
    for row in range(min(_TOP, len(sheet.rows))):
        axis, first = _axis(sheet, row, known, knows)
        if not axis or (rows and not _may_go_on(sheet, row, rows)):
            if rows:
                break
            continue
        rows[row] = axis
        firsts.append(first)
    return _Heads(rows, min(firsts)) if rows else None


def _may_go_on(sheet: Sheet, row: int, rows: Mapping[int, str]) -> bool:
    """Whether a row may be a further one of heads: figures can look like years."""
    label = sheet.cell(row, 0)
    return len(rows) < _HEADS and (label.is_empty or head(label.text) != "")


def _axis(
    sheet: Sheet, row: int, known: Known, knows: Callable[[str, Cell], bool]
) -> tuple[str, int]:
    cells = [(n, cell) for n, cell in enumerate(sheet.rows[row])
             if n and not cell.is_empty and not _is_aside(cell.text)]  # fmt: skip
    for axis in _AXES:
        found = [column for column, cell in cells if knows(axis, cell)]
        # A row that names the same kind of things on its left is a row of a list.
        label = sheet.cell(row, 0)
        is_list = known.exact(axis, label) or known.near(axis, label)
        if found and 2 * len(found) >= len(cells) and not is_list:
            return axis, cells[0][0]
    return "", 0


def _is_aside(text: str) -> bool:
    """Whether a head stands over no figures: a total, or a column for words."""
    return is_total(text) or head(text) in ("note", "source", "indicator", "geography", "period")


def _entries(sheet: Sheet, known: Known, heads: _Heads, said: Reported) -> Iterator[Entry]:
    columns = {
        column: keys
        for column in range(heads.first, sheet.width)
        if (keys := _column_keys(sheet, heads, column))
    }
    labels = _labels(sheet, known, heads)
    above = _titles(sheet, known, min(heads.rows))
    above = {axis: at for axis, at in above.items() if axis not in {*heads.rows.values(), *labels}}
    _tell_aside(sheet, heads, columns, said)
    for row in range(heads.body, len(sheet.rows)):
        if all(cell.is_empty for cell in sheet.rows[row][heads.first :]):
            _tell_words(sheet, row, heads, said)
            continue
        beside = {axis: _label(sheet, row, column, heads) for axis, column in labels.items()}
        for column, keys in columns.items():
            value = Place(sheet, row, column, _words(beside), _words(keys))
            named = {**above, **beside, **keys}
            series, place, period = map(named.get, ("series", "place", "period"))
            yield Entry(value, series, place, period, sheet.name)


def _words(named: Mapping[str, Place]) -> str:
    return ", ".join(at.cell.text for at in named.values() if at.cell.text)


def _column_keys(sheet: Sheet, heads: _Heads, column: int) -> dict[str, Place]:
    """What stands over a column, by axis; upper heads reach to the right until the next one."""
    keys: dict[str, Place] = {}
    last = max(heads.rows)
    for row, axis in heads.rows.items():
        at = column
        if row != last:
            while at > heads.first and sheet.cell(row, at).is_empty:
                at -= 1
        at = _first_of_span(sheet, row, at)[1]
        cell = sheet.cell(row, at)
        if cell.is_empty or _is_aside(cell.text):
            return {}
        keys[axis] = Place(sheet, row, at)
    return keys


def _labels(sheet: Sheet, known: Known, heads: _Heads) -> dict[str, int]:
    """The columns left of the figures that name something, by axis."""
    labels: dict[str, int] = {}
    for column in range(heads.first):
        axis = _label_axis(sheet, known, heads, column)
        if axis and axis not in heads.rows.values():
            labels.setdefault(axis, column)
    return labels


def _label_axis(sheet: Sheet, known: Known, heads: _Heads, column: int) -> str:
    cells = [cell for row in range(heads.body, len(sheet.rows))
             if not (cell := sheet.cell(row, column)).is_empty]  # fmt: skip
    named = {head(sheet.cell(row, column).text) for row in heads.rows}
    stated = [axis for axis in _AXES if _WORDS[axis] in named]
    counts = {axis: (sum(known.exact(axis, c) for c in cells), sum(known.near(axis, c) for c in cells))
              for axis in ("place", "series", "period")}  # fmt: skip
    best = max(counts, key=lambda axis: counts[axis])
    return best if any(counts[best]) else (stated[0] if stated else "")


def _label(sheet: Sheet, row: int, column: int, heads: _Heads) -> Place:
    """The name beside a row; one that is merged down, or outside of others, reaches down."""
    at = _first_of_span(sheet, row, column)[0]
    is_outer = column + 1 < heads.first
    while is_outer and at > heads.body and sheet.cell(at, column).is_empty:
        at -= 1
    return Place(sheet, at, column)


def _first_of_span(sheet: Sheet, row: int, column: int) -> tuple[int, int]:
    span = sheet.covered.get((row, column))
    return (span.first_row, span.first_column) if span else (row, column)


def _titles(sheet: Sheet, known: Known, first: int) -> dict[str, Place]:
    """What the rows over the heads name, by axis."""
    found: dict[str, Place] = {}
    for row in range(first):
        for column, cell in enumerate(sheet.rows[row]):
            for axis in _AXES:
                if not cell.is_empty and known.exact(axis, cell):
                    found.setdefault(axis, Place(sheet, row, column))
    return found


def _tell_aside(
    sheet: Sheet, heads: _Heads, columns: Mapping[int, dict[str, Place]], said: Reported
) -> None:
    last = max(heads.rows)
    for column in range(heads.first, sheet.width):
        if column not in columns and any(_filled(sheet, column, heads.body)):
            text = sheet.cell(last, column).text
            at = Place(sheet, last, column)
            if text:
                said.told.append(at.told(f"{text}: no figures of a place, left out"))
            else:
                said.faults.append(at.fault("nothing over figures", "a head for each column"))


def _filled(sheet: Sheet, column: int, first: int) -> Sequence[bool]:
    return [not sheet.cell(row, column).is_empty for row in range(first, len(sheet.rows))]


def _tell_words(sheet: Sheet, row: int, heads: _Heads, said: Reported) -> None:
    text = " ".join(c.text for c in sheet.rows[row][: heads.first] if not c.is_empty)
    if text and sheet.cell(row, 0).text:
        said.told.append(f"{sheet.file}, {sheet.where(row)}: no figures beside {text!r}")
