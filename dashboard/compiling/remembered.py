"""Remember what was made from what, so that only what changed is made again."""

import contextlib
import hashlib
import json
from collections.abc import Callable, Collection
from dataclasses import asdict, astuple, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from dashboard.compiling.documents import Documents, Maker
from dashboard.compiling.made import Made
from dashboard.compiling.materials import Materials
from dashboard.release.folder import KNOWN
from dashboard.release.manifest import File
from dashboard.release.shelf import Shelf
from geodata.package.part import part_of
from geodata.tables.findings import Finding
from geodata.tables.observations import in_columns

#: The table that changes most often; makers say which part of it they look at.
_FIGURES = "observations.csv"


@dataclass(frozen=True, slots=True)
class Remembered:
    """A maker with its name, and a name for all that it looks at.

    What has both in common is the same documents.
    """

    name: str
    make: Maker
    inputs: Callable[[Materials], str]

    def key(self, materials: Materials) -> str:
        """Name what it makes of some materials."""
        return f"{self.name} {self.inputs(materials)}"

    def __call__(self, materials: Materials) -> Documents:
        """Make the documents."""
        return self.make(materials)


def without_figures(materials: Materials) -> str:
    """Name what a maker looks at that has no use for printed figures."""
    sources = [one for one in sorted(materials.sources.items()) if one[0] != _FIGURES]
    return _digest(sources)


def everything(materials: Materials) -> str:
    """Name the whole package."""
    return _digest(sorted(materials.sources.items()))


def figures_of(
    indicators: Collection[str] | None = None, places: Collection[str] | None = None
) -> Callable[[Materials], str]:
    """Name some figures with what was found in them, and all that is no figure."""

    def inputs(materials: Materials) -> str:
        part = part_of(materials.package, indicators, places)
        columns = in_columns(part.observations).columns
        figures = {name: _values(column.distinct, column.codes) for name, column in columns.items()}
        found = [_told(one) for one in part.findings or ()]
        return _digest([without_figures(materials), figures, found])

    return inputs


def _values(distinct: Any, codes: Any) -> list[Any]:
    """Each different value that stands in a column once, and where."""
    used, positions = np.unique(codes, return_inverse=True)
    return [[str(distinct[code]) for code in used.tolist()], positions.tolist()]


def _told(finding: Finding) -> list[Any]:
    related = [[str(cell) for cell in astuple(other)] for other in finding.related]
    return [finding.observation.key, finding.rule, finding.severity, finding.detail, related]


def _digest(told: Any) -> str:
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()


@dataclass
class Memory:
    """What the makers of a folder's releases made, by a name for what they were made from.

    `code` names the program: another one remembers nothing.
    """

    folder: Path
    code: str

    def __post_init__(self) -> None:
        self._known: dict[str, Any] = {}
        self._now: dict[str, Any] = {}
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            read = json.loads((self.folder / KNOWN).read_text("utf-8"))
            self._known = dict(read["made"]) if read["code"] == self.code else {}

    def find(self, key: str) -> Made | None:
        """Return what was made under a key, where all its files are still there."""
        known = self._known.get(key)
        if known is None:
            return None
        files = {path: File(**one) for path, one in known["files"].items()}
        if not all(_is_there(self.folder / path, file.bytes) for path, file in files.items()):
            return None
        self._now[key] = known
        briefs = {(language, series): brief for language, series, brief in known["briefs"]}
        return Made(known["paths"], files, set(known["shades"]), briefs)

    def note(self, key: str, made: Made) -> None:
        """Remember what was made under a key."""
        self._now[key] = {
            "paths": made.paths,
            "files": {path: asdict(file) for path, file in made.files.items()},
            "shades": sorted(made.shades),
            "briefs": [[*key, brief] for key, brief in made.briefs.items()],
        }

    def keep(self, shelf: Shelf) -> None:
        """Write what is remembered of this release."""
        # only the keys are sorted: the order inside is that of what was made
        told = {"code": self.code, "made": dict(sorted(self._now.items()))}
        shelf.write(KNOWN, json.dumps(told, ensure_ascii=False).encode())


def _is_there(file: Path, size: int) -> bool:
    try:
        return file.stat().st_size == size
    except OSError:
        return False
