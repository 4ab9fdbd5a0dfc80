"""Put parts of a difference into short English words, for text and sheets."""

import json
from collections.abc import Iterable, Sequence

from geodata.difference.changes import FeatureChange, FieldChange, Move, Outline
from geodata.difference.plain import plain_value
from geodata.figures.classes import ClassRange
from geodata.reading.faults import shown
from geodata.tables.findings import Finding
from geodata.tables.records import Observation
from geodata.verdicts import Judgement

_LONGEST = 80
#: Where drawings lie apart by less than this, in metres, they only have other points.
_SAME_M = 0.05


def field_words(value: object) -> str:
    """Return a value of a field in quotes where it is text, as JSON has it where it is a list."""
    plain = plain_value(value)
    if plain in (None, ""):
        return "nothing"
    if isinstance(plain, str):
        return shown(plain, _LONGEST)
    return f"{plain:g}" if isinstance(plain, float) else json.dumps(plain, ensure_ascii=False)


def fields_words(changes: Iterable[FieldChange], joint: str = "; ") -> str:
    """Return changed fields, each with what was and what is."""
    return joint.join(f"{c.field}: {field_words(c.old)} -> {field_words(c.new)}" for c in changes)


def cell_words(observation: Observation | None) -> str:
    """Return where a value is printed in its source."""
    if observation is None:
        return ""
    o = observation
    return " / ".join((o.source_table, o.source_row, o.source_column))


def outline_words(outline: Outline) -> str:
    """Return how large something is drawn; nothing for a point."""
    if outline.area_ha is not None:
        return f"{outline.area_ha:.2f} ha"
    return "" if outline.length_m is None else f"{outline.length_m:.0f} m"


def feature_words(change: FeatureChange) -> str:
    """Return what became of a feature, or of one of its outlines."""
    if change.follows:
        return f"new outline from {change.since}"
    if change.ends:
        return "ended"
    what = "moved" if change.move else str(change.what)
    return f"{what} (outline from {change.since})" if change.since else what


def move_words(move: Move) -> str:
    """Return how something was drawn anew."""
    if move.farthest_m < _SAME_M:
        return "drawn with other points in the same place"
    ground = (f"gained {move.gained_ha:.2f} ha, lost {move.lost_ha:.2f} ha; "
              if move.gained_ha or move.lost_ha else "")  # fmt: skip
    return f"{ground}up to {move.farthest_m:.1f} m apart, centre moved {move.shift_m:.1f} m"


def finding_words(finding: Finding) -> str:
    """Return what a rule found, of which value."""
    o = finding.observation
    detail = f" ({finding.detail})" if finding.detail else ""
    return (f"{finding.severity.name.lower()} {finding.rule}: {o.indicator}, {o.geography}, "
            f"{o.period or 'no period'}, {o.role}: {o.value:g}{detail}")  # fmt: skip


def verdict_words(judgement: Judgement | None) -> str:
    """Return a verdict with the word for its reason, and what held before where later years are open."""
    if judgement is None:
        return "not judged"
    before = f", before: {judgement.before}" if judgement.before else ""
    return f"{judgement.verdict} ({judgement.reason}{before})"


def bounds_words(classes: Sequence[ClassRange]) -> str:
    """Return the lowest and the highest value of each class."""
    return "; ".join(f"{one.low:g} to {one.high:g}" for one in classes) or "no classes"
