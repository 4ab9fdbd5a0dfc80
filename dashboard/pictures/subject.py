"""Hold what pictures and memos are made from: a package, its view and the words."""

from dataclasses import dataclass

from dashboard.catalogue import Catalogue
from dashboard.payload.cells import CellWriter
from geodata.package import Package
from layers.view import SeriesView, View


@dataclass(frozen=True)
class Subject:
    """A package as it is shown in one language."""

    package: Package
    view: View
    cells: CellWriter

    @property
    def words(self) -> Catalogue:
        """The wording."""
        return self.cells.words

    @property
    def title(self) -> str:
        """The package's title."""
        return str(getattr(self.package.descriptor, f"title_{self.words.language}"))

    def series(self, indicator: str) -> SeriesView:
        """Return a series of the view."""
        return self.view.series[indicator]

    def position(self, geography: str) -> int:
        """Return where a geography stands in the package; its colour hangs on that."""
        return [g.id for g in self.package.geographies].index(geography)


def subject_of(package: Package, view: View, words: Catalogue) -> Subject:
    """Return the subject in a language."""
    return Subject(package, view, CellWriter(package, words))
