"""List what is made of a package, and what each part is made from."""

from collections.abc import Iterator, Sequence

from dashboard.catalogue import LANGUAGES
from dashboard.compiling.documents import (
    Maker,
    all_series,
    compare,
    overviews,
    places,
    series,
    shapes,
)
from dashboard.compiling.materials import Materials
from dashboard.compiling.remembered import Remembered, everything, figures_of, without_figures

#: Series and places that one maker makes: enough that starting it costs nothing, few enough that
#: all processors have work to the end.
SERIES_AT_ONCE, PLACES_AT_ONCE = 2, 50


def first_makers(materials: Materials) -> list[Maker]:
    """Return the makers of everything but the frames, the longest work first."""
    package = materials.package
    ids = list(_parts([i.id for i in package.indicators], SERIES_AT_ONCE))
    areas = list(_parts([area.id for area in package.areas], PLACES_AT_ONCE))
    few = LANGUAGES if not materials.is_large else ()
    return [
        Remembered("places", places, without_figures),
        *(Remembered(f"compare {language}", compare(language), everything) for language in few),
        *(Remembered("series", series(part), figures_of(part)) for part in ids),
        *(Remembered(f"overviews {language}", overviews(language, part), figures_of(None, part))
          for language in LANGUAGES for part in areas),
        *(Remembered(f"all {language}", all_series(language), everything) for language in few),
        Remembered("shapes", shapes, without_figures),
    ]  # fmt: skip


def _parts(ids: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    return (ids[start : start + size] for start in range(0, len(ids), size))
