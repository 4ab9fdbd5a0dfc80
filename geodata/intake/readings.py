"""Read what stands in a cell for a figure: a number in Danish or plain, or words in its place."""

import re
from dataclasses import dataclass
from math import isfinite

from geodata.intake.sheets import Cell
from geodata.intake.words import absence

_BLANKS = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2212": "-", "\u2013": "-"})
_PERCENT = re.compile(r"\s*(?:%|pct\.?|procent)$", re.IGNORECASE)
_MARK = re.compile(r"(?P<number>.*[0-9%])(?P<mark>\s*[*†‡¹²³⁴⁵⁶⁷⁸⁹]+|\s+[0-9a-z]{1,2}\)|\s*\[[0-9a-z]{1,2}\]|"
                   r"\s*\([0-9a-z]{1,2}\)|\s+[a-z])$")  # fmt: skip
_FEWER = re.compile(r"(?:<|>|≤|≥|under |over )\s*[0-9].*", re.IGNORECASE)
_DOTTED = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_SPACED = re.compile(r"-?[0-9]{1,3}(?: [0-9]{3})+(?:,[0-9]+)?")
_ENGLISH = re.compile(r"-?[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+")
#: No thousands begin with 0.
_BELOW_ONE = re.compile(r"-?0\.[0-9]+")
_COMMA = re.compile(r"-?[0-9]+(?:,[0-9]+)?")
_POINT = re.compile(r"-?[0-9]+\.[0-9]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cell says: a `number` as shown, or its `absence`, or words of what is `wrong`.

    `percent` is whether a sign or the format says so, `dotted` whether one dot may be a
    thousands or a decimal point, `mark` a footnote mark that was left out.
    """

    number: float | None = None
    decimals: int = 0
    percent: bool = False
    dotted: bool = False
    mark: str = ""
    absence: str = ""
    wrong: str = ""


def read_cell(cell: Cell) -> Reading:
    """Return what a cell says of a figure; an empty one says nothing at all."""
    if cell.wrong:
        return Reading(wrong=cell.wrong)
    if cell.day is not None:
        return Reading(wrong=f"the day {cell.day} (spreadsheets make days of figures such as 1-2)")
    text = cell.text.translate(_BLANKS).strip()
    said = absence(cell.text)
    if said or _FEWER.fullmatch(text):
        return Reading(absence=said or "hidden")
    return _number(text)


def _number(text: str) -> Reading:
    marked = None if _form(_PERCENT.sub("", text)) else _MARK.fullmatch(text)
    mark = marked["mark"].strip() if marked else ""
    bare = marked["number"].strip() if marked else text
    percent = _PERCENT.search(bare) is not None
    digits = _PERCENT.sub("", bare).strip()
    form = _form(digits)
    if form is None or not isfinite(float(form)):
        return Reading(wrong="words")
    # One dot before three digits: 1.234 may be a thousand and more, or a little over one.
    dotted = digits.count(".") == 1 and _DOTTED.fullmatch(digits) is not None and "," not in digits
    dotted = dotted and not _BELOW_ONE.fullmatch(digits)
    return Reading(float(form), _decimals(form), percent, dotted, mark)


def _form(digits: str) -> str | None:
    """A number as Python writes it, `None` for what is none."""
    if _BELOW_ONE.fullmatch(digits):
        return digits
    if _DOTTED.fullmatch(digits) or _SPACED.fullmatch(digits):
        return digits.replace(".", "").replace(" ", "").replace(",", ".")
    if _ENGLISH.fullmatch(digits):
        return digits.replace(",", "")
    if _COMMA.fullmatch(digits):
        return digits.replace(",", ".")
    return digits if _POINT.fullmatch(digits) else None


def _decimals(form: str) -> int:
    return len(form.partition(".")[2].rstrip("0"))
