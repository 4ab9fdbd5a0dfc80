"""Open a release for serving: its manifest, its facts and its pages, each held against its hash."""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from dashboard.release.facts import SiteFacts, read_facts
from dashboard.release.manifest import File, Manifest, ReleaseError, read_manifest
from dashboard.release.shelf import digest_of

#: The parts that a server reads, by their names in the manifest.
FACTS, ICON, PACKAGE, COLUMNS = "facts", "icon", "package", "columns"
#: The shapes of all maps.
SHAPES = "shapes.json"


def page_part(language: str, page: str) -> str:
    """Name the HTML of a page in the manifest."""
    return f"{page}.{language}.html"


@dataclass(frozen=True)
class Release:
    """A release in a folder; nothing of it is handed out that is not as it was made."""

    folder: Path
    manifest: Manifest

    def content(self, path: str) -> bytes:
        """Return a file; raise `ReleaseError` where it is missing, cut short or changed."""
        file = self.folder / path
        try:
            content = file.read_bytes()
        except OSError as error:
            raise ReleaseError(f"{file} is missing ({error.strerror}). Compile again.") from error
        self.hold(path, content)
        return content

    def hold(self, path: str, content: bytes) -> None:
        """Raise `ReleaseError` where content is not that of a file of this release."""
        made = self.manifest.files.get(path)
        if made is None:
            raise ReleaseError(f"{self.folder / path} is no part of this release.")
        _require_size(self.folder / path, len(content), made)
        if digest_of(content) != made.sha256:
            raise ReleaseError(
                f"{self.folder / path} was changed after it was made. Compile again."
            )

    def part(self, name: str) -> bytes:
        """Return a part by its name in the manifest; raise `ReleaseError` as `content` does."""
        path = self.manifest.parts.get(name)
        if path is None:
            raise ReleaseError(f"{self.folder}: this release has no part '{name}'. Compile again.")
        return self.content(path)

    @cached_property
    def facts(self) -> SiteFacts:
        """What is told of the package."""
        return read_facts(json.loads(self.part(FACTS)))

    def page(self, language: str, page: str) -> str:
        """Return the HTML of a page, with marks for what depends on the address."""
        return self.part(page_part(language, page)).decode()

    def check(self) -> None:
        """Raise `ReleaseError` for the first file that is missing or has another size."""
        for path, made in self.manifest.files.items():
            file = self.folder / path
            try:
                size = file.stat().st_size
            except OSError as error:
                raise ReleaseError(
                    f"{file} is missing ({error.strerror}). Compile again."
                ) from error
            _require_size(file, size, made)


def _require_size(file: Path, size: int, made: File) -> None:
    if size != made.bytes:
        raise ReleaseError(
            f"{file} has {size} bytes instead of {made.bytes}: it was cut short or changed. "
            "Compile again."
        )


def open_release(folder: Path) -> Release:
    """Return the release in a folder; raise `ReleaseError` where it is none or not whole."""
    release = Release(folder, read_manifest(folder))
    release.check()
    return release
