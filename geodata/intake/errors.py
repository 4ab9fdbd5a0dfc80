"""Say in words why a file that was handed in cannot be read at all."""

from geodata.reading.faults import Fault, PackageError


class IntakeError(PackageError):
    """A file cannot be used; nothing was written. Its one fault is for the planner."""

    def __init__(self, file: str, found: str, allowed: str, where: str = "") -> None:
        super().__init__((Fault(file, where, "", found, allowed),))
