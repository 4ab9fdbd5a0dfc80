"""Take files into a draft of a package: read, match, check as a whole, and write, or tell why not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from geodata.intake.drafts import About, Input, about, copy_aside, held, put_in_place, write_about
from geodata.intake.entries import Reported
from geodata.intake.errors import IntakeError
from geodata.intake.merging import Origins, add_aliases, merge_rows
from geodata.intake.names import places_of, series_of
from geodata.intake.naming import Naming, Suggestion
from geodata.intake.new_rows import NewRows, Reader
from geodata.intake.opening import read_book
from geodata.intake.tables_in import entries_of
from geodata.intake.wide import Known
from geodata.package.loading import read_package
from geodata.package.package import Package
from geodata.reading.faults import Fault, PackageError
from geodata.reading.fingerprint import sha256_of
from geodata.rules.quality import find
from geodata.tables.findings import Finding


@dataclass(frozen=True)
class Asked:
    """What is asked for: files into a draft of a package, with names that a person confirmed."""

    package: Path
    files: tuple[Path, ...]
    draft: Path
    confirmed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Answer:
    """What came of it: with any fault nothing was written.

    `old` is the package as published, `new` the draft; `findings` are those of its new figures.
    """

    faults: tuple[Fault, ...]
    told: tuple[str, ...]
    suggestions: tuple[Suggestion, ...]
    old: Package
    new: Package | None = None
    findings: tuple[Finding, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)


def take(asked: Asked) -> Answer:
    """Take files into a draft; raise `PackageError` or `IntakeError` where that cannot begin.

    The package and the files are only read. The draft is the one that was until the new one is
    whole.
    """
    _refuse_mixed(asked)
    old = read_package(asked.package)
    with held(asked.draft):
        said = about(asked.draft)
        begun = said or About(old.descriptor.name, old.fingerprint)
        base = read_package(asked.draft) if said else old
        return _take(asked, old, base, begun)


def _refuse_mixed(asked: Asked) -> None:
    """A draft is a place of its own: not the package, nor in it, nor around what is read."""
    draft = asked.draft.resolve()
    for other in (asked.package, *asked.files):
        found = other.resolve()
        if draft == found or found in draft.parents or draft in found.parents:
            raise IntakeError(
                str(asked.draft), f"a place that {other} has", "a folder beside package and files"
            )


def _take(asked: Asked, old: Package, base: Package, begun: About) -> Answer:
    said = Reported()
    confirmed = {**begun.confirmed, **asked.confirmed}
    naming = _naming(base, confirmed, said)
    rows, inputs = _read(asked.files, base, naming, said)
    with copy_aside(base.path, asked.draft) as aside:
        origins, told = merge_rows(aside, base, rows)
        said.told += told + add_aliases(aside, base, asked.confirmed)
        new = _checked(aside, origins, said)
        suggestions = tuple(naming.suggestions.values())
        if said.faults or new is None:
            return Answer(tuple(said.faults), tuple(said.told), suggestions, old)
        series = {i.id for i in base.indicators}
        kept = {name: one for name, one in confirmed.items() if one in series}
        write_about(aside, replace(begun, inputs=begun.inputs + inputs, confirmed=kept))
        put_in_place(aside, asked.draft)
    findings = tuple(f for f in find(new) if f.observation.key[:3] in rows.figures)
    new = replace(new, path=asked.draft)
    return Answer((), tuple(said.told), (), old, new, findings, _counts(base, rows))


def _naming(base: Package, confirmed: Mapping[str, str], said: Reported) -> Naming:
    series = series_of(base).with_confirmed(confirmed)
    places = places_of(base).with_confirmed(confirmed)
    for name, one in confirmed.items():
        if one not in series.named and one not in places.named:
            allowed = "an id of geographies.csv or indicators.csv"
            said.faults.append(Fault("--confirm", "", name, one, allowed))
    return Naming(series, places, said)


def _read(
    files: Sequence[Path], base: Package, naming: Naming, said: Reported
) -> tuple[NewRows, tuple[Input, ...]]:
    reader = Reader(base, naming, said)
    known = Known(naming.series, naming.places)
    inputs = []
    for file in files:
        try:
            book = read_book(file)
        except IntakeError as error:
            said.faults.append(error.fault)
            continue
        said.told += [f"{file.name}: {words}" for words in book.told]
        rows = sum(reader.read(entries) for entries in entries_of(book, known, said))
        inputs.append(Input(file.name, sha256_of(file), "observations", rows))
    if reader.rows.empty:
        said.told.append(f"{reader.rows.empty} empty cells were left out")
    return reader.rows, tuple(inputs)


def _checked(aside: Path, origins: Origins, said: Reported) -> Package | None:
    """Read the whole draft as any package is read; what is wrong is told by the cell it is from."""
    try:
        return read_package(aside)
    except PackageError as error:
        said.faults += [_of_cell(fault, origins) for fault in error.faults]
        return None


def _of_cell(fault: Fault, origins: Origins) -> Fault:
    origin = origins.get((fault.file, fault.where))
    return origin.fault(fault.found, fault.allowed) if origin else fault


def _counts(base: Package, rows: NewRows) -> dict[str, int]:
    before = {o.key[:3]: o.value for o in base.observations}
    new = {where: float(row.cells["value"]) for where, row in rows.figures.items()}
    return {
        "added": sum(where not in before for where in new),
        "changed": sum(where in before and before[where] != value for where, value in new.items()),
        "same": sum(before.get(where) == value for where, value in new.items()),
        "without a figure": len(rows.blanks),
    }
