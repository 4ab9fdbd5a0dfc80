"""Hold what files are made from: a package, its words, and its rows."""

from dataclasses import dataclass
from functools import cached_property

from dashboard.compiling.materials import Materials
from dashboard.payload.cells import CellWriter
from dashboard.payload.rows import search_texts
from dashboard.pictures.subject import Subject
from geodata.files.printed import Key, Row, rows
from geodata.package.package import Package


@dataclass(frozen=True)
class Stock:
    """A package with everything made of it once; `public_url` is where links lead."""

    materials: Materials

    @property
    def package(self) -> Package:
        """The package itself."""
        return self.materials.package

    @property
    def subjects(self) -> dict[str, Subject]:
        """The package in each language."""
        return self.materials.subjects

    @property
    def public_url(self) -> str:
        """The address that visitors use, empty where it is not known."""
        return self.materials.settings.public_url

    @cached_property
    def rows(self) -> list[Row]:
        """All printed figures as rows."""
        return rows(self.package)

    @cached_property
    def _texts(self) -> dict[str, dict[Key, str]]:
        return {}

    def texts(self, language: str) -> dict[Key, str]:
        """What stands in each row of the table of figures."""
        if language not in self._texts:
            cells: CellWriter = self.subjects[language].cells
            self._texts[language] = search_texts(self.materials.view, cells)
        return self._texts[language]
