"""Read the value out of the words that the report prints."""

import re

NUMBER = r"(?<![\d,.])\d+(?:,\d+)?(?!\d)"
_YEAR = r"(?:19|20)\d\d(?:\s*[-/]\s*\d{2,4})?"
_LEADING_YEAR = re.compile(rf"^\s*(?:[^\W\d]+\s+)?{_YEAR}:?\s+(?=\D*\d)")
_BRACKETS = re.compile(r"\([^)]*\)?")


def danish_number(text: str) -> float:
    """Turn a number with a decimal comma into a float."""
    return float(text.replace(",", "."))


def value_in(source_text: str) -> float:
    """Return the value in a printed text such as '2019 91,4%' (91.4) or 'Vangdalsparken:2' (2.0).

    A year in front ('2021 7', 'Kommunalvalg 2017 56,4%') and numbers in brackets are no values.
    """
    rest = _LEADING_YEAR.sub("", _BRACKETS.sub(" ", source_text))
    found: list[str] = re.findall(NUMBER, rest)
    if len(found) != 1:
        raise ValueError(
            f"The source text {source_text!r} holds {len(found)} numbers besides a leading year; "
            "exactly one is allowed."
        )
    return danish_number(found[0])
