"""Hold what is asked of an import, and what is answered."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from geodata.intake.naming import Suggestion
from geodata.intake.stated import Exactness
from geodata.package.package import Package
from geodata.reading.faults import Fault
from geodata.tables.findings import Finding

#: What tables are taken as; shapes are taken as a layer.
OBSERVATIONS = "observations"
#: Tells a fault of the draft by what it comes from.
OriginOf = Callable[[Fault], Fault]


@dataclass(frozen=True)
class Asked:
    """What is asked for: files into a draft of a package, with names that a person confirmed, and ids of `new` features by name."""

    package: Path
    files: tuple[Path, ...]
    draft: Path
    confirmed: Mapping[str, str] = field(default_factory=dict)
    taken_as: str = OBSERVATIONS
    exact: Exactness = field(default_factory=Exactness)
    new: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Answer:
    """What came of it: with any fault nothing was written.

    `old` is the package as published, `new` the draft; `findings` are those of its new figures.
    """

    faults: tuple[Fault, ...]
    told: tuple[str, ...]
    suggestions: tuple[Suggestion, ...]
    old: Package
    new: Package | None = None
    findings: tuple[Finding, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
