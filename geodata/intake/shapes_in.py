"""Take layers of shapes into a draft: read every file, match every feature, write the layer."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from geodata.intake.asked import Asked, OriginOf
from geodata.intake.drafts import Input
from geodata.intake.entries import Reported
from geodata.intake.layer_files import read_shapes
from geodata.intake.layer_writing import merge_shapes
from geodata.intake.names import Names, features_of
from geodata.intake.naming import Suggestion
from geodata.intake.outlines import Outline, check_places, outlines_of
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
        names = features_of(base, asked.taken_as).with_confirmed(confirmed)
        self._outlines: list[Outline] = []
        self.suggestions: list[Suggestion] = []
        self.inputs: tuple[Input, ...] = ()
        for file in asked.files:
            self._read(file, names)
        check_places(self._outlines, base, asked.taken_as, said)

    def _read(self, file: Path, names: Names) -> None:
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
        places = merge_shapes(aside, layer, self._outlines, exact, self._said)
        return lambda fault: (
            places[fault.where].fault(fault.field, fault.found, fault.allowed)
            if fault.file == f"{layer}.geojson" and fault.where in places
            else fault
        )

    def findings(self, _: Package) -> tuple[Finding, ...]:
        """Return nothing: rules look at figures."""
        return ()

    def counts(self) -> dict[str, int]:
        """Return how many shapes were replaced, or follow those that were there."""
        since = self._asked.exact.since
        what = f"that hold from {since}" if since else "replaced"
        return {f"shapes of {self._asked.taken_as} {what}": len(self._outlines)}
