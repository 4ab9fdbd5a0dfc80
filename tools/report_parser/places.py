"""Find place names of the report and say which geography they mean."""

import csv
import re
from dataclasses import dataclass
from pathlib import Path

from .errors import ReportError

_CHILDREN = r"\s+(?P<n>\d+) børn"


@dataclass(frozen=True)
class Places:
    """The names as printed, each with its geography id."""

    geographies: dict[str, str]

    @property
    def pattern(self) -> str:
        """Return the alternatives of a regular expression, the longest names first."""
        return "|".join(re.escape(name) for name in sorted(self.geographies, key=_shortness))

    def named_in(self, text: str) -> set[str]:
        """Return the geographies that a note names."""
        return {self.geographies[name] for name in re.findall(self.pattern, text)}

    def children_in(self, text: str) -> dict[str, int]:
        """Return the numbers of children that a note gives, by geography."""
        found = re.finditer(rf"(?P<place>{self.pattern}){_CHILDREN}", text)
        return {self.geographies[match["place"]]: int(match["n"]) for match in found}


def read_places(path: Path) -> Places:
    """Read the aliases of the data package."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return Places({row["alias"]: row["geography"] for row in csv.DictReader(file)})
    except (OSError, UnicodeDecodeError, KeyError) as error:
        raise ReportError(
            f"{path}: the aliases cannot be read ({error}); a UTF-8 file with the columns alias "
            "and geography is needed."
        ) from error


def _shortness(name: str) -> int:
    return -len(name)
