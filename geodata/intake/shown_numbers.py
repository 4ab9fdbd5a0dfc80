"""Write a stored number as a spreadsheet shows it, in Danish."""

import re

_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')
_FIXED = re.compile(r"(?:#,##0|#,#0|0|#+)(?:\.(0+))?%?")
#: What a stored number is exact to: more are traces of reckoning with binary fractions.
_EXACT = 10


def decimals_of(number_format: str) -> int | None:
    """Return how many decimals a number format shows; `None` where it does not fix them."""
    plain = _QUOTED.sub("", number_format.split(";", maxsplit=1)[0]).replace(" ", "")
    found = _FIXED.fullmatch(plain)
    return len(found[1] or "") if found else None


def is_percent(number_format: str) -> bool:
    """Whether a number format shows shares as per cent."""
    return "%" in _QUOTED.sub("", number_format.split(";", maxsplit=1)[0])


def shown_number(number: float, number_format: str) -> str:
    """Return a number as its cell shows it: 0.092 with the format `0.0%` is `9,2 %`."""
    percent = is_percent(number_format)
    scaled = round(number * 100, _EXACT) if percent else number
    decimals = decimals_of(number_format)
    text = plain_number(scaled) if decimals is None else f"{scaled:.{decimals}f}"
    return text.replace(".", ",") + (" %" if percent else "")


def plain_number(number: float) -> str:
    """Return a number with a decimal point and no more decimals than it has."""
    text = f"{round(number, _EXACT):.{_EXACT}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
