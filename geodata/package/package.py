"""Hold a data package: every table as frozen records, every layer as a frame."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby
from pathlib import Path
from types import MappingProxyType

import geopandas as gpd
import pandas as pd

from geodata.package.outline_breaks import outline_breaks
from geodata.package.outlines import holding, layers_of, position_in, positions
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
from geodata.tables.statuses import Status, status_at
from geodata.tables.validity import Validity


@dataclass(frozen=True)
class Package:
    """A data package in memory: rows as frozen records, layers as frames in EPSG:25832.

    The printed numbers are records for whoever asks for one, and columns inside.

    `layers` have one row a feature, its latest outline. `outlines` have all outlines of features
    with times, by layer; a layer without is not among them, see `at`.

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
    outlines: Mapping[str, gpd.GeoDataFrame] = field(default_factory=lambda: MappingProxyType({}))
    findings: tuple[Finding, ...] | None = None

    @cached_property
    def facts(self) -> Facts:
        """The printed numbers as arrays, for what looks at all of them."""
        columns = in_columns(self.observations)
        return Facts(columns, self.indicators, self.geographies, self.all_breaks)

    @cached_property
    def all_breaks(self) -> tuple[Break, ...]:
        """The changes that the table of breaks names, and those that follow from other outlines."""
        if "areas" not in self.outlines:
            return self.breaks
        found = outline_breaks(self.outlines["areas"], self.geographies, self.indicators)
        return (*self.breaks, *found)

    def at(self, year: int) -> "Package":
        """Return the package with the outlines that hold at the end of a year.

        Features that are not there then are in no layer; those without times always are. It is
        the package itself where nothing has a time, and the same for years of the same outlines.
        """
        if not self.outlines:
            return self
        holds = holding(self.outlines, year)
        key = tuple(found.tobytes() for found in holds.values())
        if key not in self._moments:
            layers = layers_of(self.layers, self.outlines, holds)
            self._moments[key] = replace(self, layers=layers, outlines={})
        return self._moments[key]

    @cached_property
    def _moments(self) -> dict[tuple[bytes, ...], "Package"]:
        return {}

    @cached_property
    def epochs(self) -> tuple[tuple[int, int, "Package"], ...]:
        """The clock's years with the same outlines in a row: first and last year, and `at` these."""
        clock = self.descriptor
        years = range(clock.first_year, clock.last_year + 1)
        runs = [[*run] for _, run in groupby(years, lambda year: id(self.at(year)))]
        return tuple((run[0], run[-1], self.at(run[0])) for run in runs)

    def every_outline(self, layer: str) -> gpd.GeoDataFrame:
        """Return all outlines of a layer, those of features with times last."""
        latest, timed = self.layers[layer], self.outlines.get(layer)
        if timed is None:
            return latest
        return pd.concat([latest[~latest.index.isin(timed.index)], timed])

    def outline_in(self, feature: str, year: int) -> int | None:
        """Return which of a feature's outlines is that of a year, `None` where it is not there.

        They are counted from 0 in the order of time; a feature without times has one.
        """
        times = self.times.get(feature)
        return 0 if times is None else position_in(times, year)

    def areas_in(self, year: int) -> frozenset[str]:
        """Return the ids of the areas that are there at the end of a year; all without times."""
        if "areas" not in self.outlines:
            return self._area_ids
        there = self.at(year).layers["areas"].index
        return frozenset(area for area in self._area_ids if area in there)

    @cached_property
    def _area_ids(self) -> frozenset[str]:
        return frozenset(area.id for area in self.areas)

    @cached_property
    def times(self) -> Mapping[str, list[Validity]]:
        """When each outline of the features that have times holds, by feature."""
        return {feature: times for frame in self.outlines.values()
                for feature, times in positions(frame).items()}  # fmt: skip

    def status_in(self, feature: str, year: int) -> Status:
        """Return a feature's status at the end of a year.

        Without an outline then it is absent before its first one, and closed after that.
        """
        if self.outline_in(feature, year) is None:
            begun = self.times[feature][0].first.year <= year
            return Status.CLOSED if begun else Status.ABSENT
        return status_at(self.milestones_of(feature), year)

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
