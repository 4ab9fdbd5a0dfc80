"""Say what is wrong with a data package, so that the person who must mend it can."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that must be mended: where it is, what was found, what is allowed."""

    file: str
    where: str
    field: str
    found: str
    allowed: str

    def __str__(self) -> str:
        place = ", ".join(part for part in (self.file, self.where, self.field) if part)
        return f"{place}: found {self.found}; allowed: {self.allowed}"


class PackageError(Exception):
    """A data package cannot be used; `faults` holds every reason found."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = faults
        super().__init__("\n".join(str(fault) for fault in faults))


def shown(value: object, limit: int = 80) -> str:
    """Quote a found value for a message, without control characters and not too long."""
    text = "".join(c if c.isprintable() else "\ufffd" for c in str(value))
    return f"'{text}'" if len(text) <= limit else f"'{text[:limit]}…' ({len(text)} characters)"
