"""Turn what an import says into plain data, as it is kept beside a draft and shown on its page."""

from dataclasses import asdict
from typing import Any

import geopandas as gpd
from shapely.geometry import mapping

from dashboard.publishing.kept import plain_of
from geodata.difference.changes import Difference, FeatureChange, What
from geodata.difference.features import before_and_now
from geodata.difference.words import finding_words
from geodata.disclosure.told import told_of_draft
from geodata.intake.asked import Answer
from geodata.package.package import Package
from geodata.reading.places import METRES, WGS84
from geodata.tables.findings import Finding

Plain = dict[str, Any]


def plain_answer(answer: Answer, changes: Difference | None) -> Plain:
    """Return faults, what was told, suggestions and findings; of a whole draft its difference, too.

    That is `changes`, and `hidden` says what of the draft nobody will see. The difference has
    `shapes` beside what `plain_of` says: what was moved, is new or gone as GeoJSON
    geometries in WGS 84 (degrees, longitude first), before and after.
    """
    said: Plain = {
        "faults": [asdict(fault) for fault in answer.faults],
        "told": list(answer.told),
        "suggestions": [asdict(one) for one in answer.suggestions],
        "findings": [_finding(one) for one in answer.findings],
        "counts": dict(answer.counts),
    }
    if answer.new is not None and changes is not None:
        said["hidden"] = list(told_of_draft(answer.old, answer.new))
        said["difference"] = _difference(changes, answer.old, answer.new)
    return said


def _difference(changes: Difference, old: Package, new: Package) -> Plain:
    drawn = [one for one in changes.features if one.move or one.ends or one.what != What.CHANGED]
    return plain_of(changes, old, new) | {
        "shapes": [_shapes(one, old, new) for one in drawn],
    }


def _finding(finding: Finding) -> Plain:
    o = finding.observation
    return {"rule": finding.rule, "severity": finding.severity.name.lower(), "key": list(o.key),
            "at": [o.source_table, o.source_row], "words": finding_words(finding)}  # fmt: skip


def _shapes(change: FeatureChange, old: Package, new: Package) -> Plain:
    drawn: list[Any] = [*before_and_now(change, old, new)]
    shapes = gpd.GeoSeries(drawn, crs=METRES).to_crs(WGS84)
    was, now = (None if shape is None else mapping(shape) for shape in shapes)
    either = change.new or change.old
    return {"name": either.name if either else change.id, "old": was, "new": now}
