"""Keep account of what makers wrote."""

from dataclasses import dataclass, field
from typing import Any

from dashboard.release.manifest import File


@dataclass(frozen=True, slots=True)
class Made:
    """What a maker wrote: paths by file name, the files themselves, the shades they name.

    `briefs` are what is known of each series before it is chosen, by language and series.
    """

    paths: dict[str, str] = field(default_factory=dict)
    files: dict[str, File] = field(default_factory=dict)
    shades: set[str] = field(default_factory=set)
    briefs: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)

    def version(self, name: str) -> str:
        """Return the hash in the address of a file; raise `KeyError` for one that was not made."""
        return self.paths[name].split("/")[-2]

    def take(self, other: "Made") -> None:
        """Add what another maker wrote."""
        self.paths.update(other.paths)
        self.files.update(other.files)
        self.shades.update(other.shades)
        self.briefs.update(other.briefs)

    def briefs_in(self, language: str) -> dict[str, dict[str, Any]]:
        """Return the briefs of a language by series."""
        return {series: brief for (of, series), brief in self.briefs.items() if of == language}
