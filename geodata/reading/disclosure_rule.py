"""Read what a descriptor says of figures that few persons are behind: from how few they are hidden."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from geodata.reading.faults import Fault, shown

#: What figures are without a word in the column `note`.
PRINTED, UNPRINTED = "printed", "unprinted"
_FIELD = "disclosure"
_WHOLE = {"minimum_count": 3, "minimum_base": 2, "minimum_certain": 2}
_APPLIED = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class DisclosureRule:
    """From how few persons on a figure that its owner has not printed is shown.

    Counts below `minimum_count` and above 0 are hidden, and shares that such a count is behind;
    shares and means of fewer than `minimum_base`; 0 and 100 % of fewer than `minimum_certain`.
    `unmarked` is what figures are whose note says neither `printed` nor `unprinted`. `applied`
    names the tables in which this was done already, see `geodata.disclosure.gate`.
    """

    minimum_count: int = 5
    minimum_base: int = 20
    minimum_certain: int = 50
    unmarked: str = UNPRINTED
    applied: str = field(default="", compare=False)

    @property
    def width(self) -> int:
        """How far apart the least and the most must be that a hidden count could be."""
        return self.minimum_count - 2

    @property
    def points(self) -> float:
        """The same for a hidden share, in percentage points."""
        return 100 * self.width / self.minimum_base


def read_disclosure(found: Any, file: str, faults: list[Fault]) -> DisclosureRule | None:
    """Return the rule, `None` where there is none; add a fault for each wrong field."""
    if found is None:
        return None
    if not isinstance(found, dict):
        faults.append(Fault(file, "", _FIELD, shown(found), "an object"))
        return None
    wrong = [Fault(file, "", f"{_FIELD}.{name}", shown(found[name]), allowed)
             for name, allowed in _wrong(found)]  # fmt: skip
    faults += wrong
    return None if wrong else DisclosureRule(**found)


def _wrong(found: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in found.items():
        if name in _WHOLE:
            if not isinstance(value, int) or isinstance(value, bool) or value < _WHOLE[name]:
                yield name, f"a whole number of {_WHOLE[name]} or more"
        elif name == "unmarked":
            if value not in (PRINTED, UNPRINTED):
                yield name, f"{PRINTED} or {UNPRINTED}"
        elif name == "applied":
            if not isinstance(value, str) or not _APPLIED.fullmatch(value):
                yield name, "what was written here when figures were hidden, or nothing"
        else:
            yield name, f"one of {', '.join((*_WHOLE, 'unmarked', 'applied'))}"
