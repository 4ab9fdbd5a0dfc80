"""Say in words why a file that was handed in cannot be read at all."""

from geodata.reading.faults import Fault


class IntakeError(Exception):
    """A file cannot be used; nothing was written. The fault is for the planner."""

    def __init__(self, file: str, found: str, allowed: str, where: str = "") -> None:
        self.fault = Fault(file, where, "", found, allowed)
        super().__init__(str(self.fault))
