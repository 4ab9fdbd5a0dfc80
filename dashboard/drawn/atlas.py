"""Hold what drawings of a release are made from, read when first asked for and kept."""

import json
from collections.abc import Mapping
from functools import cached_property, lru_cache
from typing import Any

from dashboard.drawn.ground import Box, Shape, box_of, shapes_of
from dashboard.release.reading import SHAPES, Release

#: So many series are kept ready in each language; another one is read again.
_KEPT = 4
#: What a drawing needs of the frame.
_NEEDED = ("language", "years", "firstView", "start", "themes", "areas", "geographies",
           "indicators", "layers", "pins", "asOf", "reasons", "statuses", "texts")  # fmt: skip
#: What only a package has whose features change their outlines.
_IN_TIME = ("outlines",)
_OF_FEATURES = ("layer", "name", "kind", "status")


class Atlas:
    """A release as drawings need it; what is not whole raises `ReleaseError` when it is read."""

    def __init__(self, release: Release) -> None:
        """Take a release; nothing of it is read yet."""
        self._release = release
        self.doc = lru_cache(maxsize=None)(self._doc)
        self.series = lru_cache(_KEPT)(self._series)

    def _doc(self, language: str) -> Mapping[str, Any]:
        frame = self._read(f"{language}.json")
        features = {feature: {key: one[key] for key in _OF_FEATURES}
                    for feature, one in frame["features"].items()}  # fmt: skip
        needed = {key: frame[key] for key in (*_NEEDED, *_IN_TIME) if key in frame}
        return {**needed, "features": features}

    def _series(self, indicator: str, language: str) -> Mapping[str, Any]:
        return self._read(f"series-{indicator}-{language}.json")

    @cached_property
    def box(self) -> Box:
        """The box of all drawings."""
        return box_of(self.doc(next(iter(self._release.facts.told)))["firstView"])

    @cached_property
    def shapes(self) -> list[Shape]:
        """The shapes in drawing order, projected on the box."""
        return shapes_of(self._read(SHAPES), self.box)

    def _read(self, part: str) -> Mapping[str, Any]:
        found: Mapping[str, Any] = json.loads(self._release.part(part))
        return found
