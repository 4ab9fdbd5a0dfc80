"""Name what can differ between two packages; no words, only what was there and what is."""

from dataclasses import dataclass
from enum import StrEnum

from geodata.figures.classes import ClassRange
from geodata.reading.descriptor import Descriptor
from geodata.tables.findings import Finding
from geodata.verdicts import Judgement


class What(StrEnum):
    """What became of something from the old package to the new one."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


def what_became(old: object, new: object) -> What:
    """Return what became of something; `None` is where it is not there."""
    if old is None:
        return What.ADDED
    return What.REMOVED if new is None else What.CHANGED


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of something that both packages have."""

    field: str
    old: object
    new: object


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row of a table, by its key: a record of `geodata.tables.records` on each side.

    `old_row` and `new_row` are its places in the two files as people count them, the header
    being row 1. `fields` are those that differ, empty where the row is added or removed.
    """

    table: str
    key: tuple[str, ...]
    old: object
    new: object
    old_row: int | None
    new_row: int | None
    fields: tuple[FieldChange, ...] = ()

    @property
    def what(self) -> What:
        """Whether it is added, changed or removed."""
        return what_became(self.old, self.new)


@dataclass(frozen=True, slots=True)
class Outline:
    """How large a feature is drawn: hectares for ground, metres for lines, neither for points."""

    name: str
    area_ha: float | None
    length_m: float | None


@dataclass(frozen=True, slots=True)
class Move:
    """How a feature was drawn anew, measured in EPSG:25832.

    `gained_ha` and `lost_ha` are hectares that only the new or only the old outline covers, 0
    for lines and points. `farthest_m` is how far apart the two drawings lie at most (Hausdorff
    distance of what is drawn: rings, lines, points), `shift_m` how far the centroid moved.
    """

    gained_ha: float
    lost_ha: float
    farthest_m: float
    shift_m: float


@dataclass(frozen=True, slots=True)
class FeatureChange:
    """A feature of a layer: its properties that differ, and how its shape moved if it did.

    Of a feature with several outlines each is told by itself: `since` is when it begins, as the
    package states it. One that follows an outline which stays has that as its `old`: it `follows`.
    """

    layer: str
    id: str
    old: Outline | None
    new: Outline | None
    fields: tuple[FieldChange, ...] = ()
    move: Move | None = None
    since: str = ""
    follows: bool = False

    @property
    def ends(self) -> str:
        """Until when a feature holds that is drawn as it was and had no end, or another one."""
        told = (str(one.new) for one in self.fields if one.field == "valid_to" and one.new)
        return "" if self.move else next(told, "")

    @property
    def what(self) -> What:
        """Whether it is added, changed or removed."""
        return what_became(self.old, self.new)


@dataclass(frozen=True, slots=True)
class FindingChange:
    """What a rule finds in one package only: it came with the new one, or went with the old."""

    finding: Finding
    came: bool


@dataclass(frozen=True, slots=True)
class VerdictChange:
    """A target whose verdict or reason is another; `old` or `new` is none where it is not judged."""

    goal: str
    indicator: str
    kind: str
    places: tuple[str, ...]
    old: Judgement | None
    new: Judgement | None

    @property
    def what(self) -> What:
        """Whether it is added, changed or removed."""
        return what_became(self.old, self.new)


@dataclass(frozen=True, slots=True)
class ClassesChange:
    """The classes of a series in both packages; none where it has none, as a count, or is missing."""

    indicator: str
    old: tuple[ClassRange, ...]
    new: tuple[ClassRange, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs between two packages, each part in the order of what it is about.

    `about` are fields of the descriptors, `values` rows of the printed numbers and `rows` those
    of all other tables; `classes` are series whose colours mean other values now. The order of rows and features in their files is no difference.
    """

    old: Descriptor
    new: Descriptor
    about: tuple[FieldChange, ...]
    values: tuple[RowChange, ...]
    rows: tuple[RowChange, ...]
    features: tuple[FeatureChange, ...]
    findings: tuple[FindingChange, ...]
    verdicts: tuple[VerdictChange, ...]
    classes: tuple[ClassesChange, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not any((self.about, self.values, self.rows, self.features, self.findings,
                        self.verdicts, self.classes))  # fmt: skip
