"""Keep what was made beside the release, by what was asked for, as long as there is room."""

import contextlib
import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

from dashboard.making.product import Job, Product

#: Bytes that all kept files may take together.
ROOM = 200_000_000


@dataclass(frozen=True)
class Kept:
    """Files in a folder that is one release's own; a folder that cannot be written keeps none."""

    folder: Path
    room: int = ROOM

    def find(self, key: str) -> Product | None:
        """Return what was kept under a key; what is not whole counts as not there."""
        try:
            head, _, body = (self.folder / key).read_bytes().partition(b"\n")
            told = json.loads(head)
        except (OSError, ValueError):
            return None
        if told.get("sha256") != hashlib.sha256(body).hexdigest():
            return None
        return Product(body, told["type"], told["name"])

    def keep(self, key: str, made: Product) -> None:
        """Keep a product under a key, and let the oldest go where there is no room."""
        told = {"type": made.content_type, "name": made.name,
                "sha256": hashlib.sha256(made.body).hexdigest()}  # fmt: skip
        aside = self.folder / f".{key}.{os.getpid()}"
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            try:
                aside.write_bytes(json.dumps(told).encode() + b"\n" + made.body)
                aside.replace(self.folder / key)
            finally:
                aside.unlink(missing_ok=True)
            self._make_room()

    def _make_room(self) -> None:
        files = [(file.stat(), file) for file in self.folder.iterdir()]
        files.sort(key=lambda one: one[0].st_mtime_ns, reverse=True)
        taken = 0
        for found, file in files:
            taken += found.st_size
            if taken > self.room:
                file.unlink(missing_ok=True)


def key_of(job: Job, *more: str) -> str:
    """Return the name that a job's product is kept under; `more` is what else it hangs on."""
    asked = sorted(job.query.items(multi=True))
    return hashlib.sha256(json.dumps([job.what, job.kind, asked, more]).encode()).hexdigest()[:32]
