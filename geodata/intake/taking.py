"""Take files into a draft of a package: read, match, check as a whole, and write, or tell why not."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from geodata.intake.asked import OBSERVATIONS, Answer, Asked, OriginOf
from geodata.intake.draft_folder import copy_aside, held, put_in_place
from geodata.intake.drafts import About, about, write_about
from geodata.intake.entries import Reported
from geodata.intake.errors import IntakeError
from geodata.intake.figures_in import Figures
from geodata.intake.layer_files import SHAPES
from geodata.intake.merging import add_aliases
from geodata.intake.names import ids_of
from geodata.intake.rows_in import Rows
from geodata.intake.shapes_in import Shapes
from geodata.package.loading import read_package
from geodata.package.package import Package
from geodata.reading.faults import Fault
from geodata.reading.text import collect
from geodata.rules.quality import find


def take(asked: Asked) -> Answer:
    """Take files into a draft; raise `PackageError` where that cannot begin.

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
    said.faults += _unknown(asked, base)
    confirmed = {**begun.confirmed, **asked.confirmed}
    job = _job(asked.taken_as)(asked, base, confirmed, said)
    with copy_aside(base.path, asked.draft) as aside:
        origin_of = job.write(aside)
        said.told += add_aliases(aside, base, asked.confirmed)
        new = _checked(aside, origin_of, said)
        if said.faults or new is None:
            return Answer(tuple(said.faults), tuple(said.told), tuple(job.suggestions), old)
        places = {g.id for g in base.geographies}
        kept = {name: one for name, one in confirmed.items() if one not in places}
        write_about(aside, replace(begun, inputs=begun.inputs + job.inputs, confirmed=kept))
        put_in_place(aside, asked.draft)
    # Found once, for the answer and for the difference.
    new = replace(new, path=asked.draft, findings=find(new))
    return Answer((), tuple(said.told), (), old, new, job.findings(new), job.counts())


def _job(taken_as: str) -> type[Figures | Shapes | Rows]:
    if taken_as == OBSERVATIONS:
        return Figures
    return Shapes if taken_as in SHAPES else Rows


def _checked(aside: Path, origin_of: OriginOf, said: Reported) -> Package | None:
    """Read the whole draft as any package is read; what is wrong is told by the cell it is from."""
    faults: list[Fault] = []
    package = collect(faults, partial(read_package, aside))
    said.faults += map(origin_of, faults)
    return package


def _unknown(asked: Asked, base: Package) -> list[Fault]:
    """Confirmed names of what the package does not have, and new features in a table."""
    known, allowed = ids_of(base), "an id of geographies.csv, indicators.csv or a layer"
    faults = [Fault("--confirm", "", name, one, allowed)
              for name, one in asked.confirmed.items() if one not in known]  # fmt: skip
    if asked.taken_as not in SHAPES:
        allowed = f"features of {', '.join(SHAPES)}"
        faults += [Fault("--new", "", name, one, allowed) for name, one in asked.new.items()]
    return faults
