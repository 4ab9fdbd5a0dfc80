"""Read a package as everybody may see it: the one door between a package and what is published.

Whatever leaves the house (a release, an edition, a file, a picture, a memo, a difference) is made
of what comes through here. Only who works on a package itself reads it by `read_package`.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from geodata.disclosure.hiding import Hidden, hidden_in
from geodata.disclosure.primary import Why
from geodata.disclosure.written import DESCRIPTOR, FIGURES, blank_of, files_without, tables_name
from geodata.files.writing import write_whole
from geodata.package.loading import file_names, read_package
from geodata.package.package import Package
from geodata.reading.descriptor import read_descriptor
from geodata.reading.disclosure_rule import DisclosureRule
from geodata.reading.fingerprint import fingerprint
from geodata.reading.text import read_cells
from geodata.tables.columns import Column
from geodata.tables.observations import Observations, in_columns
from geodata.tables.records import Key

#: A figure: what names it, and its value.
Figure = tuple[Key, float]
#: Tells what was published before; only asked where anything may be hidden.
Published = Callable[[], Collection[Figure]]


def nothing() -> Collection[Figure]:
    """Tell that nothing was published before."""
    return ()


@dataclass(frozen=True)
class HiddenFigure:
    """A figure that is hidden: which one, and why; never what it is."""

    key: Key
    why: Why


@dataclass(frozen=True)
class Public:
    """A package as everybody may see it, and what of it is hidden.

    `exposed` are hidden figures that printed ones give away all the same, `known` those that
    were published before. `files` are those that are other than in the package's folder.
    """

    package: Package
    hidden: tuple[HiddenFigure, ...] = ()
    exposed: tuple[Key, ...] = ()
    known: tuple[Key, ...] = ()
    files: dict[str, bytes] | None = None


def read_public(folder: Path) -> Package:
    """Return the package in a folder as everybody may see it.

    Raises `geodata.reading.faults.PackageError` with every fault of the package.
    """
    return as_public(read_package(folder)).package


def as_public(package: Package, published: Published = nothing) -> Public:
    """Return a package as everybody may see it; `published` tells what they have seen before.

    A package without a rule, or one in which all was hidden before, stays as it is.
    """
    rule = package.descriptor.disclosure
    if rule is None or rule.applied == tables_name(package.path):
        return Public(package)
    seen = published()
    known = (
        frozenset(o.key for o in package.observations if (o.key, o.value) in seen)
        if seen
        else frozenset()
    )
    hidden = hidden_in(package, rule, known)
    if not hidden.rows:
        return Public(package, exposed=hidden.exposed)
    return _without(package, rule, hidden)


def hide_in(folder: Path, published: Published = nothing) -> Public:
    """Hide in a folder with a package what nobody may see; the folder is a copy of it.

    Raises as `read_public` does, and `OSError` where the folder cannot be written.
    """
    found = as_public(read_package(folder), published)
    for name, content in (found.files or {}).items():
        write_whole(folder / name, content)
    return found


def changed_files(folder: Path, published: Published = nothing) -> dict[str, bytes]:
    """Return the files of a package that are others where it is published; raise as `read_public`.

    There are none where the package has no rule.
    """
    if read_descriptor(folder / DESCRIPTOR).disclosure is None:
        return {}
    return as_public(read_package(folder), published).files or {}


def figures_in(folder: Path) -> set[Figure]:
    """Return the figures of a package that was published, by its table alone."""
    found = read_cells(folder / FIGURES)
    columns = [found.column(name) for name in ("indicator", "geography", "period", "role", "value")]
    return {((c[0], c[1], c[2], c[3]), float(c[4])) for c in zip(*columns, strict=True)}


def shows(folder: Path, public: Public) -> bool:
    """Tell whether a package that was published before has a figure which is hidden now."""
    if not public.hidden or not (folder / FIGURES).is_file():
        return False
    hidden = {one.key for one in public.hidden}
    return any(key in hidden for key, _ in figures_in(folder))


def _without(package: Package, rule: DisclosureRule, hidden: Hidden) -> Public:
    observations = in_columns(package.observations)
    rows = np.array(list(hidden.rows), np.intp)
    figures = observations.at(rows)
    blanks = tuple({(o.indicator, o.geography, o.period): blank_of(o) for o in figures}.values())
    files, applied = files_without(package.path, set(hidden.rows), blanks)
    public = replace(
        package,
        observations=_only(observations, np.delete(np.arange(len(observations)), rows)),
        blanks=package.blanks + blanks,
        descriptor=replace(package.descriptor, disclosure=replace(rule, applied=applied)),
        fingerprint=fingerprint(package.path, file_names(), files),
    )
    told = tuple(
        HiddenFigure(o.key, why) for o, why in zip(figures, hidden.rows.values(), strict=True)
    )
    return Public(public, told, hidden.exposed, hidden.known, files)


def _only(observations: Observations, rows: npt.NDArray[np.intp]) -> Observations:
    """Some rows, of whose columns not even the different values of the others are kept."""
    kept = observations.only(rows).columns
    return Observations({name: _compact(column) for name, column in kept.items()})


def _compact(column: Column[Any]) -> Column[Any]:
    """The values in the order of their first rows: not even that tells what stood between them."""
    used, first, of = np.unique(column.codes, return_index=True, return_inverse=True)
    order = np.argsort(first, kind="stable")
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    return Column(
        [column.distinct[code] for code in used[order].tolist()], place[of].astype(np.int32)
    )
