"""What a server must know of a package to answer for an address, without its figures."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Told:
    """A package in one language: its title, and of each series name, definition and years.

    `files` are the addresses of the series, `titles` are the pages' own; `start` is the series that a visit begins with.
    """

    language: str
    title: str
    titles: Mapping[str, str]
    start: str
    names: Mapping[str, str]
    definitions: Mapping[str, str]
    years: Mapping[str, list[int]]
    files: Mapping[str, str]


@dataclass(frozen=True)
class SiteFacts:
    """The package's short name, what is told of it by language, and hashes of inline scripts."""

    name: str
    told: Mapping[str, Told]
    hashes: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return what is written as JSON."""
        return asdict(self)


def read_facts(found: Mapping[str, Any]) -> SiteFacts:
    """Return the facts that `SiteFacts.as_dict` wrote."""
    told = {language: Told(**one) for language, one in found["told"].items()}
    return SiteFacts(found["name"], told, tuple(found["hashes"]))
