"""Say how large a made-up country is, and which random numbers each part of it draws."""

from dataclasses import dataclass

import numpy as np

#: As many as Denmark has.
MOST_MUNICIPALITIES = 98
#: A small country has fewer, so that areas still have neighbours.
_AREAS_EACH = 5
_SEED = 2021
_LAST_YEAR = 2024


@dataclass(frozen=True)
class Size:
    """How many areas, series and years; the years end with 2024."""

    areas: int
    series: int
    years: int

    @property
    def municipalities(self) -> int:
        """How many municipalities the areas lie in."""
        return min(MOST_MUNICIPALITIES, max(1, self.areas // _AREAS_EACH))

    @property
    def clock(self) -> range:
        """The years that figures are of."""
        return range(_LAST_YEAR - self.years + 1, _LAST_YEAR + 1)

    def municipality(self, area: int) -> int:
        """Return the number of the municipality that an area lies in; they stand in order."""
        return area * self.municipalities // self.areas


def drawing(*part: int) -> np.random.Generator:
    """Return the random numbers of one part: no other part changes them."""
    return np.random.default_rng((_SEED, *part))
