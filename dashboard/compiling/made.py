"""Keep account of what makers wrote."""

from dataclasses import dataclass, field

from dashboard.release.manifest import File


@dataclass(frozen=True, slots=True)
class Made:
    """What a maker wrote: paths by file name, the files themselves, the shades they name."""

    paths: dict[str, str] = field(default_factory=dict)
    files: dict[str, File] = field(default_factory=dict)
    shades: set[str] = field(default_factory=set)

    def version(self, name: str) -> str:
        """Return the hash in the address of a file; raise `KeyError` for one that was not made."""
        return self.paths[name].split("/")[-2]

    def take(self, other: "Made") -> None:
        """Add what another maker wrote."""
        self.paths.update(other.paths)
        self.files.update(other.files)
        self.shades.update(other.shades)
