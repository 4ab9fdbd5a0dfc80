"""Take layers of shapes into a draft: read every file, match every feature, write the layer."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from geodata.intake.asked import Asked, OriginOf
from geodata.intake.drafts import Input
from geodata.intake.entries import Reported
from geodata.intake.feature_names import FeatureNames
from geodata.intake.layer_files import read_shapes
from geodata.intake.layer_writing import merge_shapes
from geodata.intake.names import features_of, ids_of
from geodata.intake.naming import Suggestion
from geodata.intake.new_features import add_places
from geodata.intake.outlines import Outline, outlines_of
from geodata.intake.whereabouts import check_places
from geodata.package.package import Package
from geodata.reading.fingerprint import sha256_of
from geodata.reading.text import collect, name_of
from geodata.tables.findings import Finding


class Shapes:
    """Layers of shapes on their way into a draft."""

    def __init__(
        self, asked: Asked, base: Package, confirmed: Mapping[str, str], said: Reported
    ) -> None:
        self._asked, self._base, self._said = asked, base, said
        known = features_of(base, asked.taken_as).with_confirmed(confirmed)
        names = FeatureNames(known, asked.new, ids_of(base))
        self._outlines: list[Outline] = []
        self.suggestions: list[Suggestion] = []
        self.inputs: tuple[Input, ...] = ()
        for file in asked.files:
            self._read(file, names)
        said.faults += names.unused()
        check_places(self._outlines, base, asked.taken_as, said)

    @property
    def _new(self) -> list[Outline]:
        return [one for one in self._outlines if one.is_new]

    def _read(self, file: Path, names: FeatureNames) -> None:
        frame = collect(self._said.faults, partial(read_shapes, file, self._asked.taken_as))
        if frame is None:
            return
        found, near = outlines_of(name_of(file), frame, names, self._said)
        self._outlines += found
        self.suggestions += near
        self.inputs += (Input(name_of(file), sha256_of(file), self._asked.taken_as, len(found)),)

    def write(self, aside: Path) -> OriginOf:
        """Write the shapes; return how faults of the draft are told by the feature they are from."""
        layer, exact = self._asked.taken_as, self._asked.exact
        if not self._outlines:
            return lambda fault: fault
        origins = merge_shapes(aside, layer, self._outlines, exact, self._said)
        if layer == "areas" and self._new:
            origins |= add_places(aside, self._base, self._new, self._said)
        return lambda fault: (
            origins[fault.file, fault.where].fault(fault.field, fault.found, fault.allowed)
            if (fault.file, fault.where) in origins
            else fault
        )

    def findings(self, _: Package) -> tuple[Finding, ...]:
        """Return nothing: rules look at figures."""
        return ()

    def counts(self) -> dict[str, int]:
        """Return how many shapes were replaced, follow those that were there, or are new."""
        layer, since, new = self._asked.taken_as, self._asked.exact.since, len(self._new)
        what = f"that hold from {since}" if since else "replaced"
        counts = {f"shapes of {layer} {what}": len(self._outlines) - new, f"new {layer}": new}
        return {words: count for words, count in counts.items() if count}
