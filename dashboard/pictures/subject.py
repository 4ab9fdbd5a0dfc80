"""Hold what pictures and memos are made from: a package, its view and the words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard import numbers
from dashboard.catalogue import LANGUAGES, Catalogue, catalogue
from dashboard.payload.cells import CellWriter
from dashboard.payload.compare.verdicts import write_verdicts
from geodata.package.package import Package
from geodata.tables.records import Indicator
from layers.lines import Lines, build_lines
from layers.shown import Places, Shown, shown_figures
from layers.view import SeriesView, View


@dataclass(frozen=True)
class Subject:
    """A package as it is shown in one language.

    `figures` are by series and place; `verdicts` are the goals with the judgements on them.
    """

    package: Package
    view: View
    figures: Mapping[str, Places]
    cells: CellWriter
    verdicts: list[dict[str, Any]]

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

    def lines(self, indicator: str, geographies: Sequence[str], against: str | None) -> Lines:
        """Return the chart of a series."""
        series, figures = self.series(indicator), self.figures[indicator]
        return build_lines(self.package, series, figures, geographies, against)

    def position(self, geography: str) -> int:
        """Return where a place stands among all that have lines; its colour hangs on that."""
        own = [g.id for g in self.package.geographies if g.kind != "comparison"]
        return own.index(geography)

    def value(self, figure: Shown) -> str:
        """Write a figure."""
        return numbers.printed(figure.value, self._indicator(figure), self.words)

    def marked(self, figure: Shown) -> str:
        """Write a figure with the mark of what was found in it."""
        if figure.severity is None:
            return self.value(figure)
        mark = self.words.text(f"ui.mark.{figure.severity.name.lower()}")
        return f"{self.value(figure)} ({mark})"

    def period(self, figure: Shown) -> str:
        """Name the period of a figure."""
        return numbers.period(figure, self._indicator(figure), self.words)

    def place(self, geography: str, indicator: str) -> str:
        """Name a place, and say so where its figures of a series are sums made here."""
        name = self.cells.places[geography]
        computed = any(f.is_computed for f in self.figures[indicator].get(geography, ()))
        return self.words.text("picture.computed", name=name) if computed else name

    def _indicator(self, figure: Shown) -> Indicator:
        return self.cells.series[figure.members[0].indicator]


def subjects_of(package: Package, view: View) -> dict[str, Subject]:
    """Return the subject in every language."""
    figures = shown_figures(package, view)
    writers = [CellWriter(package, catalogue(language)) for language in LANGUAGES]
    return {
        cells.words.language: Subject(package, view, figures, cells, write_verdicts(package, cells))
        for cells in writers
    }
