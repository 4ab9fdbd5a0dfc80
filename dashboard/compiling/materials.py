"""Hold what the parts of a release are made from, each made once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from dashboard.catalogue import LANGUAGES, catalogue
from dashboard.payload.cells import CellWriter
from dashboard.pictures.subject import Subject, subjects_of
from dashboard.settings import Settings
from geodata.network.network import Network, read_network
from geodata.package.package import Package
from geodata.package.part import part_of
from geodata.rules.quality import by_observation, find
from geodata.tables.findings import Severity
from geodata.tables.records import Key
from layers.view import View, build_view

#: Up to so many figures everything is at hand at once: a page may ask for all series in one
#: file. Above, parts are looked at one after the other, and a page fetches what it shows.
FEW = 20_000


@dataclass(frozen=True)
class Materials:
    """A package with its view, its words and its ways; of the settings only the tiles count.

    `sources` has the SHA-256 of each file of the package, by its path in it.
    """

    whole: Package
    settings: Settings
    sources: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def package(self) -> Package:
        """The package with what was found in it."""
        return replace(self.whole, findings=find(self.whole))

    @property
    def is_large(self) -> bool:
        """Whether the package has too many figures to look at all of them at once."""
        return len(self.whole.observations) > FEW

    @cached_property
    def view(self) -> View:
        """The view of the package."""
        return build_view(self.package)

    def view_of(self, series: Sequence[str]) -> View:
        """Return the view of some series; of a large package no more is made for it."""
        return build_view(part_of(self.package, series)) if self.is_large else self.view

    @cached_property
    def subjects(self) -> dict[str, Subject]:
        """The package as it is shown in each language."""
        return subjects_of(self.package, self.view)

    @cached_property
    def cells(self) -> dict[str, CellWriter]:
        """What writes figures, in each language."""
        return {language: CellWriter(self.package, catalogue(language)) for language in LANGUAGES}

    @cached_property
    def severities(self) -> dict[Key, Severity]:
        """The gravest that was found in each number, by its key."""
        grouped = by_observation(find(self.package))
        return {key: max(one.severity for one in found) for key, found in grouped.items()}

    @cached_property
    def network(self) -> Network:
        """What can be walked on."""
        return read_network(self.package)

    def prepare(self) -> None:
        """Make what most parts need."""
        _ = (self.cells, self.severities) if self.is_large else (self.subjects, self.severities)
