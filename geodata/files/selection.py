"""Choose among the printed values: by series, place, remark and text; pure functions."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from geodata.files.printed import Row, key_of
from geodata.tables.records import Key

#: What can be asked for by remark: `note` is any remark at all, the others their severity.
REMARKS = ("note", "doubtful", "invalid")
#: Spaces of every kind count as one; `assets/rows.js` has the same rule.
_SPACES = re.compile("[ \t\r\n\u00a0\u202f]+")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for; an empty part asks for everything."""

    indicators: frozenset[str] = frozenset()
    geographies: frozenset[str] = frozenset()
    remark: str = ""
    text: str = ""


def select(rows: Iterable[Row], wanted: Wanted, texts: Mapping[Key, str]) -> list[Row]:
    """Return the rows asked for, in their order; `texts` is what `wanted.text` is sought in."""
    sought = plain(wanted.text)
    return [
        row
        for row in rows
        if (not wanted.indicators or row["indicator"] in wanted.indicators)
        and (not wanted.geographies or row["geography"] in wanted.geographies)
        and remarked(row, wanted.remark)
        and (not sought or sought in texts[key_of(row)])
    ]


def remarked(row: Row, remark: str) -> bool:
    """Tell whether a row has the remark; a word in the note column is a remark, too."""
    if not remark:
        return True
    if remark == "note":
        return bool(row["severity"] or row["note"])
    return row["severity"] == remark


def plain(text: str) -> str:
    """Return text as it is sought: lower case, one space for many."""
    return _SPACES.sub(" ", text).strip(" ").lower()


def searchable(parts: Iterable[str]) -> str:
    """Join what stands in a row so that nothing is found across two cells."""
    return "\n".join(plain(part) for part in parts)
