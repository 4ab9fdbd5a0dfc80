"""Read what a file, or whoever hands it in, states of a shape: how exact it is, and when it holds."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from geodata.intake.entries import Reported
from geodata.intake.feature_columns import FOLLOWING, SINCE, STATED
from geodata.intake.outlines import Outline
from geodata.intake.readings import read_cell
from geodata.intake.sheets import Cell
from geodata.intake.words import words
from geodata.reading.outline_times import TIMES, said_time
from geodata.tables.validity import validity

#: The shape is what these speak of: a new one has them anew.
_NEEDED = ("confidence", "error_m")


@dataclass(frozen=True, slots=True)
class Exactness:
    """What is known of shapes where their file does not say: how exact, and since when.

    That is a word, an error in metres, and a year, a month or a day; nothing means that they take
    the place of those that are there.
    """

    confidence: str = ""
    error_m: float | None = None
    since: str = ""


def since_of(outline: Outline, exact: Exactness) -> str:
    """Return since when a shape holds; nothing where nobody says."""
    return _as_time(outline.stated.get(SINCE)) or exact.since


def fresh(outline: Outline, exact: Exactness, said: Reported) -> dict[str, Any]:
    """Return the properties that a shape has anew: its exactness and basis, and its times."""
    return _exactness(outline, exact, said) | _times(outline, exact)


def day_before(since: str) -> str | None:
    """Return the last time before another one, as exact as that: 2025 for 2026, 2026-06 for 2026-07."""
    try:
        last = validity(since, "").first - timedelta(days=1)
    except (ValueError, OverflowError):
        return None
    return last.isoformat()[: len(since)]


def _times(outline: Outline, exact: Exactness) -> dict[str, Any]:
    """Since when a shape holds, and what is said of it beside the one before."""
    own = {name: outline.stated.get(name) for name in FOLLOWING}
    own = {name: _as_time(value) if name in TIMES else value for name, value in own.items()}
    own[SINCE] = since_of(outline, exact)
    return {name: value for name, value in own.items() if value not in (None, "")}


def _as_time(value: Any) -> str:
    """A time as a file has it: a number, a day of its own kind, or text."""
    if isinstance(value, date):
        return value.isoformat()[:10]
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return said_time(value)


def _exactness(outline: Outline, exact: Exactness, said: Reported) -> dict[str, Any]:
    given = {name: outline.stated.get(name) for name in STATED}
    given["error_m"] = _number(given["error_m"])
    usual: dict[str, Any] = {"confidence": exact.confidence or None, "error_m": exact.error_m}
    basis = words()["basis"]
    usual |= {name: basis[name].format(file=outline.file) for name in ("basis_da", "basis_en")}
    stated = {
        name: usual.get(name) if value in (None, "") else value for name, value in given.items()
    }
    for name in _NEEDED:
        if stated[name] is None:
            option = {"error_m": "--error METRES", "confidence": "--confidence WORD"}[name]
            said.faults.append(outline.fault(name, "nothing", f"a column {name}, or {option}"))
    return {name: value for name, value in stated.items() if name != "url" or value}


def _number(value: Any) -> Any:
    """A number that a file holds as text; what is none stays, and is a fault of the package."""
    number = read_cell(Cell(value)).number if isinstance(value, str) else None
    return value if number is None else number
