"""What drawings are made from, written from a package without compiling a release."""

import json
from types import SimpleNamespace

from dashboard.catalogue import LANGUAGES, catalogue
from dashboard.drawn.atlas import Atlas
from dashboard.payload.cells import CellWriter
from dashboard.payload.document import write_frame
from dashboard.payload.series import packed, write_series
from layers.layer import all_features
from layers.view import build_view


class Parts:
    """Stands for a release: its parts by name."""

    def __init__(self, package):
        view = build_view(package)
        self.parts = {"shapes.json": all_features(package)}
        for language in LANGUAGES:
            words = catalogue(language)
            cells = CellWriter(package, words)
            every = {one: write_series(package, series, view.years, cells)
                     for one, series in view.series.items()}  # fmt: skip
            self.parts[f"{language}.json"] = write_frame(package, every, words)
            for one, written in every.items():
                self.parts[f"series-{one}-{language}.json"] = packed(written)
        self.facts = SimpleNamespace(told=dict.fromkeys(LANGUAGES))

    def part(self, name):
        return json.dumps(self.parts[name]).encode()


def atlas_of(package):
    return Atlas(Parts(package))
