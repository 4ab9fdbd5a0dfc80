"""Read figures against the series that they are of: what is meant, what is not, what to ask."""

from geodata.intake.entries import Place, Reported
from geodata.intake.readings import Reading, read_cell
from geodata.intake.shown_numbers import plain_number
from geodata.reading.faults import shown
from geodata.tables.records import Indicator

_ALLOWED = "a number such as 12, 9,2 or 9,2 %; nothing where there is none"
_MAX_SHARE_AS_NUMBER = 1


def figure_of(at: Place, series: Indicator, said: Reported, *, printed: bool) -> Reading | None:
    """Return what a cell says of a series, or nothing where it cannot be taken.

    What is wrong with it is added to the faults. A figure that is `printed` comes with the cell
    of another source and may have as many decimals as that.
    """
    reading = read_cell(at.cell)
    if reading.absence:
        return reading
    for check in (_unreadable, _unit, _thousands, _rounded):
        problem = check(at, reading, series)
        if problem:
            said.faults.append(at.fault(*problem))
            return None
    if reading.decimals > series.decimals and not printed:
        allowed = f"at most {series.decimals} decimals, as {series.id} states"
        said.faults.append(at.fault(shown(at.cell.text), allowed))
        return None
    _tell(at, reading, said)
    return reading


_Problem = tuple[str, str] | None


def _unreadable(at: Place, reading: Reading, _: Indicator) -> _Problem:
    if reading.wrong == "words":
        return shown(at.cell.text), _ALLOWED
    return (reading.wrong, _ALLOWED) if reading.wrong else None


def _unit(at: Place, reading: Reading, series: Indicator) -> _Problem:
    if reading.percent and not series.is_share:
        return (
            f"{shown(at.cell.text)}, a percentage",
            f"a figure in {series.unit}, as {series.id} states",
        )
    return None


def _thousands(at: Place, reading: Reading, series: Indicator) -> _Problem:
    if reading.dotted and not series.is_count:
        return (f"{shown(at.cell.text)}, a thousand and more or a little over one",
                "a decimal comma, and no dot between thousands")  # fmt: skip
    return None


def _rounded(at: Place, reading: Reading, series: Indicator) -> _Problem:
    """A cell may show less than it holds: what is shown counts, if it shows enough."""
    stored = stored_of(at)
    if stored is None or reading.number is None or reading.decimals >= series.decimals:
        return None
    kept = round(stored, series.decimals)
    if kept == reading.number:
        return None
    return (f"{shown(at.cell.text)}, which shows {plain_number(stored)} with too few decimals",
            f"a cell that shows {series.decimals} decimals, as {series.id} states")  # fmt: skip


def stored_of(at: Place) -> float | None:
    """Return the stored number of a cell as percentages and others are written."""
    number = at.cell.number
    return number * 100 if number is not None and at.cell.percent else number


def _tell(at: Place, reading: Reading, said: Reported) -> None:
    stored, number = stored_of(at), reading.number
    if reading.mark:
        said.told.append(at.told(f"{shown(at.cell.text)}: the mark {reading.mark} was left out"))
    if reading.dotted and number is not None:
        said.told.append(at.told(f"{shown(at.cell.text)}: read as {plain_number(number)}"))
    if stored is not None and number is not None and abs(stored - number) > 1e-9:
        words = f"stored as {plain_number(stored)}, taken as shown: {shown(at.cell.text)}"
        said.told.append(at.told(words))


def ask_of_shares(found: list[tuple[Place, Reading]], series: Indicator, said: Reported) -> None:
    """Percentages that are all at most 1 may be shares: nobody is to guess.

    `found` are the figures of a series in a sheet; those with a sign or a format are certain.
    """
    bare = [(at, one.number) for at, one in found if not one.percent and one.number is not None]
    if not series.is_share or not bare:
        return
    if 0 < max(number for _, number in bare) <= _MAX_SHARE_AS_NUMBER:
        at = next(at for at, number in bare if number)
        rows = f"{len(bare)} figures" if len(bare) > 1 else "a figure"
        found_ = f"{shown(at.cell.text)}; {rows} of {series.id} here, none above 1"
        allowed = (
            "percentages: 9,2 for a share of 0,092; where so few are meant, with a sign: 0,8 %"
        )
        said.faults.append(at.fault(found_, allowed))
