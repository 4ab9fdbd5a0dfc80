"""What every page of the staff area works with."""

from dataclasses import dataclass

from dashboard.archive.archive import Archive
from dashboard.identity.person import Role
from dashboard.identity.settings import StaffSettings
from dashboard.settings import Settings


@dataclass(frozen=True)
class Desk:
    """The settings of the server and of the staff area, and the archive that is published in."""

    settings: Settings
    staff: StaffSettings
    archive: Archive


def publishing_role(desk: Desk) -> Role:
    """Return who may publish a draft: where a second person approves, that is only a proposal."""
    return Role.EDITOR if desk.settings.approval else Role.PUBLISHER
