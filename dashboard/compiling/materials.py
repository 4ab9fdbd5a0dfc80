"""Hold what the parts of a release are made from, each made once."""

from dataclasses import dataclass
from functools import cached_property

from dashboard.pictures.subject import Subject, subjects_of
from dashboard.settings import Settings
from geodata.network.network import Network, read_network
from geodata.package.package import Package
from layers.view import View, build_view


@dataclass(frozen=True)
class Materials:
    """A package with its view, its words and its ways; of the settings only the tiles count."""

    package: Package
    settings: Settings

    @cached_property
    def view(self) -> View:
        """The view of the package."""
        return build_view(self.package)

    @cached_property
    def subjects(self) -> dict[str, Subject]:
        """The package as it is shown in each language."""
        return subjects_of(self.package, self.view)

    @cached_property
    def network(self) -> Network:
        """What can be walked on."""
        return read_network(self.package)

    def prepare(self) -> None:
        """Make what most parts need."""
        _ = self.subjects
