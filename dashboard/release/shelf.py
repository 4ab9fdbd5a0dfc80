"""Write the files of a release: aside first and then renamed, so that none is ever half there."""

import contextlib
import gzip
import hashlib
import os
from dataclasses import dataclass, field
from pathlib import Path

import brotli

from dashboard.release.manifest import File

#: What visitors are sent lies here, at the path that its address has.
SITE = "site"
#: Letters of a hash that stand in an address.
LETTERS = 16
#: Smaller files gain nothing by being compressed.
_WORTH_BYTES = 400
#: The best that brotli and gzip can do takes seconds for a large file and a third of one for
#: what is told of a place; a country has hundreds of the first and thousands of the second.
_LARGE_BYTES = 400_000
_BEST, _MANY, _LARGE = (11, 9), (9, 6), (6, 5)
#: What the compressed twins of a file end in.
TWINS = (".br", ".gz")
#: Kinds of files that are compressed already.
_DENSE = (".woff2", ".png", ".gz", ".sqlite")


def digest_of(content: bytes) -> str:
    """Return the SHA-256 of some bytes."""
    return hashlib.sha256(content).hexdigest()


@dataclass
class Shelf:
    """The folder that a release is written into; `files` are those that belong to it.

    A file that is there already is not written again. Where it is not `packed`, files have no
    compressed twins; where they are `many`, each is compressed quickly instead of best.
    """

    folder: Path
    packed: bool = True
    many: bool = False
    files: dict[str, File] = field(default_factory=dict)

    def put_named(self, kind: str, name: str, content: bytes) -> str:
        """Write a file for visitors at an address that names its content; return its path."""
        path = f"{SITE}/{kind}/{digest_of(content)[:LETTERS]}/{name}"
        return self.put(path, content)

    def put(self, path: str, content: bytes) -> str:
        """Write a file, and its compressed twins where visitors are sent it; return its path."""
        self.files[path] = File(len(content), digest_of(content))
        self.write(path, content)
        if self.packed and path.startswith(f"{SITE}/"):
            self._write_twins(path, content)
        return path

    def _write_twins(self, path: str, content: bytes) -> None:
        if len(content) < _WORTH_BYTES or path.endswith(_DENSE):
            return
        there = [f"{path}{ending}" for ending in TWINS]
        if not all((self.folder / one).is_file() for one in there):
            for one, packed in zip(there, _pack(content, self.many), strict=True):
                self.write(one, packed)
        for one in there:
            packed = (self.folder / one).read_bytes()
            self.files[one] = File(len(packed), digest_of(packed))

    def write(self, path: str, content: bytes) -> None:
        """Write a file whole; one that has this content already is left alone."""
        target = self.folder / path
        with contextlib.suppress(OSError):
            if target.stat().st_size == len(content) and target.read_bytes() == content:
                return
        target.parent.mkdir(parents=True, exist_ok=True)
        aside = target.with_name(f".{target.name}.{os.getpid()}")
        try:
            aside.write_bytes(content)
            aside.replace(target)
        finally:
            aside.unlink(missing_ok=True)


def _pack(content: bytes, many: bool) -> tuple[bytes, bytes]:
    """Return content as brotli and as gzip, the same on every machine."""
    small = _MANY if many else _BEST
    quality, level = small if len(content) <= _LARGE_BYTES else _LARGE
    return (brotli.compress(content, mode=brotli.MODE_TEXT, quality=quality),
            gzip.compress(content, level, mtime=0))  # fmt: skip
