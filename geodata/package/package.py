"""Hold a data package: every table as frozen records, every layer as a frame."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import geopandas as gpd

from geodata.reading.descriptor import Descriptor
from geodata.tables.facts import Facts
from geodata.tables.findings import Finding
from geodata.tables.observations import in_columns
from geodata.tables.records import (
    RECORDS,
    Activity,
    Alias,
    Blank,
    Break,
    Evaluation,
    Figure,
    Geography,
    Goal,
    Indicator,
    Membership,
    Milestone,
    Observation,
    Offer,
    Remark,
    Source,
    Target,
)


@dataclass(frozen=True)
class Package:
    """A data package in memory: rows as frozen records, layers as frames in EPSG:25832.

    The printed numbers are records for whoever asks for one, and columns inside.

    `findings` are those that are known already, see `geodata.rules.quality.find`.

    `fingerprint` names the files it was read from, see `geodata.reading.fingerprint`.
    """

    path: Path
    fingerprint: str
    descriptor: Descriptor
    goals: tuple[Goal, ...]
    indicators: tuple[Indicator, ...]
    observations: Sequence[Observation]
    targets: tuple[Target, ...]
    breaks: tuple[Break, ...]
    geographies: tuple[Geography, ...]
    aliases: tuple[Alias, ...]
    memberships: tuple[Membership, ...]
    milestones: tuple[Milestone, ...]
    figures: tuple[Figure, ...]
    activities: tuple[Activity, ...]
    evaluation: tuple[Evaluation, ...]
    offers: tuple[Offer, ...]
    sources: tuple[Source, ...]
    blanks: tuple[Blank, ...]
    remarks: tuple[Remark, ...]
    layers: Mapping[str, gpd.GeoDataFrame]
    findings: tuple[Finding, ...] | None = None

    @cached_property
    def facts(self) -> Facts:
        """The printed numbers as arrays, for what looks at all of them."""
        columns = in_columns(self.observations)
        return Facts(columns, self.indicators, self.geographies, self.breaks)

    @property
    def areas(self) -> tuple[Geography, ...]:
        """The geographies that have a polygon of their own, in the package's order."""
        return tuple(g for g in self.geographies if g.kind == "area")

    def milestones_of(self, feature: str) -> tuple[Milestone, ...]:
        """Return the milestones of a feature, in the package's order."""
        return self._milestones.get(feature, ())

    @cached_property
    def _milestones(self) -> dict[str, tuple[Milestone, ...]]:
        found: dict[str, list[Milestone]] = defaultdict(list)
        for milestone in self.milestones:
            found[milestone.feature].append(milestone)
        return {feature: tuple(own) for feature, own in found.items()}

    @property
    def lacking(self) -> tuple[str, ...]:
        """The names of the tables and layers without a row, which is no fault."""
        tables = tuple(name for name in RECORDS if not getattr(self, name))
        return tables + tuple(name for name, frame in self.layers.items() if frame.empty)

    @cached_property
    def municipality(self) -> Geography | None:
        """The comparison group that areas are held against, if the package names one for all."""
        return next((g for g in self.geographies if g.benchmark == "municipality"), None)

    def municipality_of(self, *places: str) -> Geography | None:
        """Return the comparison group that places together are held against.

        That is their own where they name one, otherwise the one of the package; places of
        several have none together.
        """
        found = {self._municipalities.get(place) for place in places}
        return found.pop() if len(found) == 1 else None

    @cached_property
    def _municipalities(self) -> dict[str, Geography | None]:
        by_id, common = {g.id: g for g in self.geographies}, self.municipality
        return {g.id: by_id[g.municipality] if g.municipality else common for g in self.geographies}
