"""Words that formats, markup, mathematics or file names could trip over, and rows made of them."""

from collections.abc import Iterable
from typing import Any

from hypothesis import strategies as st

Row = dict[str, Any]
NAMES = (
    "Ådalen", "Nord & Syd", "{place}", "100 %", "%s", "$x^2$ og $", "5 < 6", "*Fed* _skrå_",
    "#let", "\\n", "'\"`", "@ref", "[link](x)", "🙂", "東町", "e\u0301", "~" * 60, "x" * 120,
    "=1+1", "a;b", "En\u00a0halv\u00adpart", "ال",
)  # fmt: skip
names = st.sampled_from(NAMES) | st.text("abcæøå -", min_size=1, max_size=20).filter(str.strip)


def said(draw: st.DrawFn, *fields: str) -> Row:
    """Words for some fields of a row, in both languages; they may be the same."""
    return {f"{field}_{language}": draw(names) for field in fields for language in ("da", "en")}


def either(draw: st.DrawFn, *choices: Any) -> Any:
    """One of some choices."""
    return draw(st.sampled_from(choices))


def some_of(draw: st.DrawFn, of: Iterable[str], least: int = 0, most: int = 3) -> str:
    """A list cell: some of these ids, each once."""
    every = list(of)
    if not every:
        return ""
    found = draw(st.lists(st.sampled_from(every), min_size=least, max_size=most, unique=True))
    return ";".join(found)


def each_once(rows: list[Row], *key: str) -> list[Row]:
    """The rows whose key no earlier one has, as a table wants it."""
    return list({tuple(row.get(field) for field in key): row for row in reversed(rows)}.values())
