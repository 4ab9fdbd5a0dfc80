"""Turn a difference into plain data, as JSON has it: for pages and programs."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, is_dataclass
from datetime import date
from typing import Any

from geodata.difference.changes import (
    ClassesChange,
    Difference,
    FeatureChange,
    FieldChange,
    FindingChange,
    RowChange,
    VerdictChange,
)
from geodata.reading.descriptor import Descriptor
from geodata.verdicts import Judgement

Plain = dict[str, Any]


def as_plain(difference: Difference) -> Plain:
    """Return a difference as dictionaries, lists, texts and numbers; days are ISO texts."""
    return {
        "old": _package(difference.old),
        "new": _package(difference.new),
        "about": _fields(difference.about),
        "values": [_row(change) for change in difference.values],
        "rows": [_row(change) for change in difference.rows],
        "features": [_feature(change) for change in difference.features],
        "findings": [_finding(change) for change in difference.findings],
        "verdicts": [_verdict_change(change) for change in difference.verdicts],
        "classes": [_classes(change) for change in difference.classes],
    }


def _package(descriptor: Descriptor) -> Plain:
    return {"name": descriptor.name, "version": descriptor.version,
            "as_of": descriptor.as_of.isoformat()}  # fmt: skip


def plain_value(value: object) -> Any:
    """Return a value of a field as JSON has it."""
    if is_dataclass(value) and not isinstance(value, type):
        return plain_value(asdict(value))
    if isinstance(value, Mapping):
        return {str(key).rstrip("_"): plain_value(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain_value(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def _fields(changes: Iterable[FieldChange]) -> list[Plain]:
    return [{"field": c.field, "old": plain_value(c.old), "new": plain_value(c.new)}
            for c in changes]  # fmt: skip


def _row(change: RowChange) -> Plain:
    return {"what": str(change.what), "table": change.table, "key": list(change.key),
            "old": plain_value(change.old), "new": plain_value(change.new),
            "old_row": change.old_row, "new_row": change.new_row,
            "fields": _fields(change.fields)}  # fmt: skip


def _feature(change: FeatureChange) -> Plain:
    times = {"since": change.since, "follows": change.follows} if change.since else {}
    return {**times, "what": str(change.what), "layer": change.layer, "id": change.id,
            "old": plain_value(change.old), "new": plain_value(change.new),
            "fields": _fields(change.fields), "move": plain_value(change.move)}  # fmt: skip


def _finding(change: FindingChange) -> Plain:
    finding = change.finding
    return {"what": "came" if change.came else "went", "rule": finding.rule, "severity": finding.severity.name.lower(),
            "key": list(finding.observation.key), "value": finding.observation.value,
            "detail": finding.detail, "related": [list(o.key) for o in finding.related]}  # fmt: skip


def _verdict_change(change: VerdictChange) -> Plain:
    return {"what": str(change.what), "goal": change.goal, "indicator": change.indicator,
            "kind": change.kind, "places": list(change.places),
            "old": _judgement(change.old), "new": _judgement(change.new)}  # fmt: skip


def _classes(change: ClassesChange) -> Plain:
    """The bounds of each class, lowest and highest."""
    was, now = ([[one.low, one.high] for one in side] for side in (change.old, change.new))
    return {"series": change.indicator, "old": was, "new": now}


def _judgement(judgement: Judgement | None) -> Plain | None:
    if judgement is None:
        return None
    before = str(judgement.before) if judgement.before else None
    return {"verdict": str(judgement.verdict), "reason": str(judgement.reason),
            "before": before, "until": judgement.until}  # fmt: skip
