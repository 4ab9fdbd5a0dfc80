"""Match shapes that were handed in with the features of a package, or take them as new ones."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import geopandas as gpd
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.intake.entries import Reported
from geodata.intake.feature_columns import COLUMNS, CUT, NAMING
from geodata.intake.feature_names import FeatureNames
from geodata.intake.names import found_name
from geodata.intake.naming import Suggestion
from geodata.intake.words import plain
from geodata.reading.faults import Fault
from geodata.tables.records import split_list


@dataclass(frozen=True)
class Outline:
    """A shape in WGS 84 for a feature, the row of the file that it is from, and what that says.

    `name` is what a new feature is called; one that the package has is called what it was.
    """

    feature: str
    shape: BaseGeometry
    file: str
    row: int
    stated: Mapping[str, Any]
    name: str = ""

    @property
    def is_new(self) -> bool:
        """Whether the package has no such feature yet."""
        return self.name != ""

    @property
    def has_shape(self) -> bool:
        """Whether there is a shape that could be read."""
        return not (shapely.is_missing(self.shape) or shapely.is_empty(self.shape))

    @property
    def predecessors(self) -> tuple[str, ...]:
        """The features that it was made of, by their ids."""
        return split_list(self.stated.get("predecessors") or "")

    def fault(self, field: str, found: str, allowed: str) -> Fault:
        """Say that something of it must be mended."""
        return Fault(self.file, f"feature {self.row + 1} ({self.feature})", field, found, allowed)


def outlines_of(
    file: str, frame: gpd.GeoDataFrame, names: FeatureNames, said: Reported
) -> tuple[list[Outline], list[Suggestion]]:
    """Return the shapes of a file whose names mean a feature, or a new one; others are faults."""
    found: dict[str, Outline] = {}
    reader = _Reader(file, _columns(frame), names, said)
    for row, (record, shape) in enumerate(_rows(frame)):
        outline = reader.outline(row, record, shape)
        if outline and found.setdefault(outline.feature, outline) is not outline:
            first = f"one (the first is feature {found[outline.feature].row + 1})"
            said.faults.append(outline.fault("id", "a second shape", first))
    return list(found.values()), reader.suggestions


def _columns(frame: gpd.GeoDataFrame) -> dict[str, Any]:
    """The columns of a file by the names that they are known by."""
    columns = {plain(str(column)): column for column in frame.columns}
    return {CUT[name]: column for name, column in columns.items() if name in CUT} | columns


def _rows(frame: gpd.GeoDataFrame) -> Iterator[tuple[dict[str, Any], BaseGeometry]]:
    texts = frame.drop(columns=frame.geometry.name).astype(object)
    records = texts.where(texts.notna(), None).to_dict("records")
    yield from zip(records, frame.geometry.to_numpy(), strict=True)


@dataclass
class _Reader:
    """Reads the rows of one file; `suggestions` are for names that mean nothing for certain."""

    file: str
    columns: Mapping[str, Any]
    names: FeatureNames
    said: Reported
    suggestions: list[Suggestion] = field(default_factory=list)

    def outline(self, row: int, record: Mapping[str, Any], shape: BaseGeometry) -> Outline | None:
        """Return what a row holds; nothing where nobody knows of what it is the shape."""
        given = [record[self.columns[name]] for name in NAMING if name in self.columns]
        texts = [str(text).strip() for text in given if text is not None]
        feature, name = self.names.meant(texts)
        where = f"feature {row + 1}"
        if not feature:
            self._unknown(where, texts)
            return None
        stated = {one: record[self.columns[one]] for one in COLUMNS if one in self.columns}
        if stated.get("predecessors") is not None:
            stated["predecessors"] = self._known(where, str(stated["predecessors"]))
        outline = Outline(feature, shape, self.file, row, stated, name)
        self.said.faults += self.names.refused(outline.fault, texts, feature)
        return outline

    def _unknown(self, where: str, texts: list[str]) -> None:
        """Tell of a name that means nothing; suggest what it is near to, and that it is new."""
        if not texts or not texts[-1]:
            self._fault(where, "", "no name", f"a column {' or '.join(NAMING[:3])}")
            return
        near = self._near(texts[-1])
        allowed = f"{self.names.known.allowed(near)}; or say that it is new"
        self._fault(where, "", found_name(texts[-1], near), allowed)
        self.suggestions += self.names.as_new(texts)

    def _known(self, where: str, cell: str) -> str:
        """The ids of features that a cell names, joined by `;`; a name that is not known is a fault."""
        found: list[str] = []
        for text in (part.strip() for part in split_list(cell)):
            match = self.names.known.match(text)
            if match.id:
                found.append(match.id)
                continue
            allowed = f"{self.names.known.allowed(self._near(text))} (several are joined by ;)"
            self._fault(where, "predecessors", found_name(text, match.near), allowed)
        return ";".join(found)

    def _near(self, text: str) -> tuple[str, ...]:
        """What a name is near to; one alone is suggested."""
        known = self.names.known
        near = known.match(text).near
        if len(near) == 1:
            self.suggestions.append(Suggestion(text, near[0], known.named[near[0]]))
        return near

    def _fault(self, where: str, column: str, found: str, allowed: str) -> None:
        self.said.faults.append(Fault(self.file, where, column, found, allowed))
