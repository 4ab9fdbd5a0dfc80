"""Say what is asked for, and what was made or why it was not; both go between processes."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from werkzeug.datastructures import MultiDict

from dashboard.settings import Settings


@dataclass(frozen=True, slots=True)
class Ground:
    """What files are made from: a package, its numbers in columns, and the settings."""

    package: Path
    columns: Path
    settings: Settings


@dataclass(frozen=True, slots=True)
class Job:
    """What is asked for, in which format: a file of `values`, a `chart`, `map` or `memo`.

    Pages also ask for a `path` and for a document to `compare` places by.

    `query` is what the address says, `length` its bytes.
    """

    what: str
    kind: str
    query: MultiDict[str, str]
    length: int


@dataclass(frozen=True, slots=True)
class Product:
    """A file with the type and the name that it is sent with."""

    body: bytes
    content_type: str
    name: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no file: a message of the catalogue with its values."""

    key: str
    values: dict[str, Any]
