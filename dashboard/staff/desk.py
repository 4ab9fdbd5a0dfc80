"""What every page of the staff area works with."""

from dataclasses import dataclass

from dashboard.archive.archive import Archive
from dashboard.identity.log import AuditLog
from dashboard.identity.settings import StaffSettings
from dashboard.settings import Settings


@dataclass(frozen=True)
class Desk:
    """The settings, the archive that is published in, and the log."""

    settings: Settings
    staff: StaffSettings
    archive: Archive
    log: AuditLog
