"""Hold what files are made from: a package and its words, whole or in parts."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cached_property, lru_cache

from dashboard.compiling.materials import Materials
from dashboard.payload.rows import search_texts
from geodata.package.package import Package
from geodata.package.part import part_of
from geodata.tables.records import Key

#: Parts of a large package that are kept at hand.
_PARTS = 4


@dataclass(frozen=True)
class Stock:
    """A package with everything made of it once; of a large one the parts that are asked for."""

    materials: Materials

    @property
    def package(self) -> Package:
        """The package itself."""
        return self.materials.package

    @property
    def public_url(self) -> str:
        """The address that visitors use, empty where it is not known."""
        return self.materials.settings.public_url

    def of(self, indicators: Collection[str], places: Collection[str] = ()) -> Materials:
        """Return what some series and places are made from; none asked for are all.

        A package that is not large is always whole.
        """
        if not self.materials.is_large:
            return self.materials
        return self._part(frozenset(indicators), frozenset(places))

    @cached_property
    def _part(self) -> Callable[[frozenset[str], frozenset[str]], Materials]:
        @lru_cache(_PARTS)
        def part(indicators: frozenset[str], places: frozenset[str]) -> Materials:
            taken = part_of(self.package, indicators or None, places or None)
            return Materials(taken, self.materials.settings)

        return part

    def texts(self, materials: Materials, language: str) -> dict[Key, str]:
        """What stands in each row of the table of figures."""
        return search_texts(materials.view, materials.cells[language])
