"""Read an archive: editions by their content, and the switches from one to another.

An archive is a folder. `editions/ID/package` is a package as it was published, `about.json`
beside it says by whom, when and why; ID names its content, so the same package is the same
edition. `editions/ID/compiled/CODE` is its release by one version of the program.
`switches/NNNNNN.json` says which edition is shown from then on: the one with the highest
number counts. A switch is one new file, so that it is there or not, and never half.
"""

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from dashboard.release.origin import code_version
from dashboard.settings import Settings

EDITIONS, SWITCHES, DIFFERENCES = "editions", "switches", "differences"
ABOUT, PACKAGE, COMPILED = "about.json", "package", "compiled"
_ID = re.compile(r"[0-9a-f]{16}")
_SWITCH = re.compile(r"\d{6}\.json")


class ArchiveError(Exception):
    """Something that an archive cannot do or does not have; the message says what."""


@dataclass(frozen=True, slots=True)
class By:
    """Who publishes, when (ISO 8601, with zone) and why."""

    who: str
    when: str
    why: str


@dataclass(frozen=True, slots=True)
class Switch:
    """A change of what is shown: `kind` is `publish` or `rollback`, `before` what was shown.

    Where a second person approved it, `approved` says who and when, and `proposal` of what.
    """

    number: int
    edition: str
    before: str | None
    kind: str
    by: By
    approved: By | None = None
    proposal: int | None = None

    def text(self) -> str:
        """Return the switch as it is written: without approval as it always was."""
        told = {name: one for name, one in asdict(self).items()
                if one is not None or name not in ("approved", "proposal")}  # fmt: skip
        return json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


@dataclass(frozen=True, slots=True)
class About:
    """What is known of an edition: who made it, and the SHA-256 of each file of its package.

    `inputs` are the files that its figures came from, as far as the draft says, and `source` the
    fingerprint of the package before what nobody may see was hidden in it.
    """

    edition: str
    by: By
    files: Mapping[str, str]
    inputs: tuple[Mapping[str, Any], ...] = field(default=())
    source: str = ""

    def text(self) -> str:
        """Return it as it is written."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


@dataclass(frozen=True)
class Archive:
    """An archive in a folder; what is read of it is read anew, as others may write it."""

    folder: Path

    def numbers(self) -> list[int]:
        """Return the numbers of all switches, in their order."""
        try:
            names = [file.name for file in (self.folder / SWITCHES).iterdir()]
        except OSError:
            return []
        return sorted(int(name[:6]) for name in names if _SWITCH.fullmatch(name))

    def switch(self, number: int) -> Switch:
        """Return a switch; raise `ArchiveError` where it cannot be read."""
        found = _read(self.folder / SWITCHES / f"{number:06}.json")
        try:
            by = {key: By(**found[key]) for key in ("by", "approved") if key in found}
            told: dict[str, Any] = found | by
            return Switch(**told)
        except (TypeError, KeyError) as error:
            raise ArchiveError(
                f"Switch {number} of {self.folder} is not whole ({error})."
            ) from error

    def shown(self) -> set[str]:
        """Return the editions that were ever shown; others are only proposed, and for staff.

        A switch that cannot be read counts for none here: visitors get what is left.
        """
        found = set()
        for number in self.numbers():
            with suppress(ArchiveError):
                found.add(self.switch(number).edition)
        return found

    def switches(self) -> list[Switch]:
        """Return all switches, in their order."""
        return [self.switch(number) for number in self.numbers()]

    def current(self) -> str | None:
        """Return the edition that is shown; none where nothing was published yet."""
        numbers = self.numbers()
        return self.switch(numbers[-1]).edition if numbers else None

    def since(self, edition: str) -> str:
        """Return when an edition was last switched to; nothing where it never was."""
        found = [switch.by.when for switch in self.switches() if switch.edition == edition]
        return found[-1] if found else ""

    def editions(self) -> list[str]:
        """Return the ids of all editions that are there."""
        try:
            names = sorted(file.name for file in (self.folder / EDITIONS).iterdir())
        except OSError:
            return []
        return [name for name in names if _ID.fullmatch(name)]

    def at(self, edition: str) -> Path:
        """Return the folder of an edition; raise `ArchiveError` where there is none."""
        folder = self.folder / EDITIONS / edition
        if not _ID.fullmatch(edition) or not (folder / ABOUT).is_file():
            raise ArchiveError(f"{self.folder} has no edition '{edition}'.")
        return folder

    def named(self, start: str) -> str:
        """Return the one edition whose id begins so; raise `ArchiveError` for none or several."""
        found = [one for one in self.editions() if start and one.startswith(start)]
        if len(found) != 1:
            many = f"{len(found)} editions begin so" if found else "no edition begins so"
            raise ArchiveError(f"{self.folder}: found '{start}', {many}.")
        return found[0]

    def about(self, edition: str) -> About:
        """Return what is known of an edition; raise `ArchiveError` where there is none."""
        found = _read(self.at(edition) / ABOUT)
        try:
            return About(**found | {"by": By(**found["by"]), "inputs": tuple(found["inputs"])})
        except (TypeError, KeyError) as error:
            raise ArchiveError(f"Edition {edition} is not whole ({error}).") from error

    def package(self, edition: str) -> Path:
        """Return the folder of an edition's package."""
        return self.at(edition) / PACKAGE

    def release(self, edition: str) -> Path:
        """Return the folder of an edition's release by this program, which may not be there yet."""
        return self.folder / EDITIONS / edition / COMPILED / code_version()

    def settings(self, edition: str, settings: Settings) -> Settings:
        """Return settings that serve an edition as this program compiles it."""
        return replace(settings, package=self.package(edition), release=self.release(edition))

    def difference(self, before: str, after: str) -> Mapping[str, Any] | None:
        """Return what a switch changed, as it was kept; none where it was not."""
        try:
            return _read(self.folder / DIFFERENCES / f"{before}-{after}.json")
        except ArchiveError:
            return None


def _read(file: Path) -> dict[str, Any]:
    try:
        found = json.loads(file.read_text("utf-8"))
    except OSError as error:
        raise ArchiveError(f"{file} cannot be read ({error.strerror}).") from error
    except ValueError as error:
        raise ArchiveError(f"{file} is no JSON: it was cut short or changed.") from error
    if not isinstance(found, dict):
        raise ArchiveError(f"{file} does not hold one object.")
    return found
