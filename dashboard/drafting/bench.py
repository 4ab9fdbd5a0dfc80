"""Keep drafts in an archive, each in a folder of its own, until they are published or discarded.

`drafts/ID/draft.json` says whose it is, from which edition it began and what was handed in;
`files/` are the files as they were handed in, `package/` is the draft itself once an import was
whole, `answer.json` what the last import said. Nothing here is shown to visitors.
"""

import json
import re
import secrets
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from dashboard.archive.archive import Archive, ArchiveError
from dashboard.drafting.errors import DraftingError
from geodata.files.writing import write_whole

DRAFTS = "drafts"
#: Packages that editions were made from lie here, for the drafts that come after.
BASES = ".bases"
ABOUT, FILES, PACKAGE, ANSWER = "draft.json", "files", "package", "answer.json"
#: What an import said, to take away: as text, and what it changes as a workbook.
TEXT, WORKBOOK = "svar.txt", "forskel.xlsx"
_ID = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True)
class Handed:
    """What was handed in at once: files by name, as what, how exact, since when, names confirmed, what is new."""

    files: tuple[str, ...]
    taken_as: str
    confidence: str = ""
    error_m: float | None = None
    since: str = ""
    confirmed: Mapping[str, str] = field(default_factory=dict)
    new: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Draft:
    """A draft: `edition` is what was shown when it began, `when` is ISO 8601 with a zone.

    `published` is the edition that it became, `proposed` the number of the proposal.
    """

    id: str
    title: str
    who: str
    when: str
    edition: str
    folder: Path
    handed: tuple[Handed, ...] = ()
    published: str = ""
    proposed: int = 0

    @property
    def package(self) -> Path:
        """Where the draft's data package is, once there is one."""
        return self.folder / PACKAGE

    @property
    def files(self) -> Path:
        """Where files lie as they were handed in."""
        return self.folder / FILES

    @property
    def is_whole(self) -> bool:
        """Whether an import was whole, so that there is something to publish."""
        return self.package.is_dir()

    def answer(self) -> Mapping[str, Any] | None:
        """Return what the last import said, see `dashboard.drafting.answers`; none yet is none."""
        try:
            found: Mapping[str, Any] = json.loads((self.folder / ANSWER).read_text("utf-8"))
        except (OSError, ValueError):
            return None
        return found


@dataclass(frozen=True)
class Bench:
    """The drafts of an archive; each is read anew, as another worker may have changed it."""

    archive: Archive

    @property
    def folder(self) -> Path:
        """Where all drafts lie."""
        return self.archive.folder / DRAFTS

    def begin(self, title: str, who: str, when: str) -> Draft:
        """Begin a draft from what is shown; raise `DraftingError` where nothing is."""
        current = self.archive.current()
        if current is None:
            raise DraftingError("nothing_shown")
        own = secrets.token_hex(8)
        draft = Draft(own, title, who, when, current, self.folder / own)
        draft.files.mkdir(parents=True)
        self._write(draft)
        return draft

    def drafts(self) -> list[Draft]:
        """Return all drafts, the latest first; one that cannot be read is left out."""
        try:
            names = [one.name for one in self.folder.iterdir() if _ID.fullmatch(one.name)]
        except OSError:
            return []
        found = [self._read(name) for name in names]
        return sorted((one for one in found if one), key=lambda one: one.when, reverse=True)

    def draft(self, own: str) -> Draft:
        """Return a draft; raise `DraftingError` where there is none of this id."""
        found = self._read(own) if _ID.fullmatch(own) else None
        if found is None:
            raise DraftingError("unknown")
        return found

    def note(self, draft: Draft, handed: Handed) -> None:
        """Keep that an import took something in."""
        self._write(replace(draft, handed=(*draft.handed, handed)))

    def note_published(self, draft: Draft, edition: str) -> None:
        """Keep which edition a draft became."""
        self._write(replace(draft, published=edition))

    def note_proposed(self, draft: Draft, number: int) -> None:
        """Keep by which number a draft is proposed."""
        self._write(replace(draft, proposed=number))

    def discard(self, draft: Draft) -> None:
        """Remove a draft; its name goes first, so that nobody sees half of it."""
        gone = draft.folder.with_name(f".gone-{draft.id}")
        draft.folder.rename(gone)
        shutil.rmtree(gone, ignore_errors=True)

    def base(self, draft: Draft) -> Path:
        """Return the package that a draft begins from: with what is hidden, where it is known."""
        kept = self._kept(draft.edition)
        return kept if kept.is_dir() else self.archive.package(draft.edition)

    def keep_base(self, draft: Draft, edition: str) -> None:
        """Keep what an edition was made from: in what is published, figures may be hidden."""
        kept = self._kept(edition)
        aside = kept.with_name(f".{edition}")
        shutil.rmtree(aside, ignore_errors=True)
        shutil.copytree(draft.package, aside, ignore=shutil.ignore_patterns(".*", ABOUT))
        shutil.rmtree(kept, ignore_errors=True)
        aside.rename(kept)

    def _kept(self, edition: str) -> Path:
        return self.folder / BASES / edition

    def is_outdated(self, draft: Draft) -> bool:
        """Whether something else is shown by now than what the draft began from."""
        try:
            return self.archive.current() != draft.edition
        except ArchiveError:
            return True

    def _write(self, draft: Draft) -> None:
        said = asdict(draft)
        del said["folder"]
        write_whole(draft.folder / ABOUT, json.dumps(said, ensure_ascii=False, indent=1).encode())

    def _read(self, own: str) -> Draft | None:
        folder = self.folder / own
        try:
            said: dict[str, Any] = json.loads((folder / ABOUT).read_text("utf-8"))
            handed = tuple(Handed(**one | {"files": tuple(one["files"])}) for one in said["handed"])
            return Draft(**said | {"folder": folder, "handed": handed})
        except (OSError, ValueError, TypeError, KeyError):
            return None
