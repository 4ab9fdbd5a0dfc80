"""Name the pages of the staff area: a page is a line in `PAGES`.

A layout is made anew each time that the page is opened, for whoever opens it. The functions
of its callbacks are put in by `dash_staff.py`, each within `requires(role)`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dash.development.base_component import Component

from dashboard.catalogue import Catalogue
from dashboard.identity.person import Person, Role
from dashboard.identity.settings import AREA
from dashboard.staff import editions, start, update
from dashboard.staff.desk import Desk


@dataclass(frozen=True)
class StaffPage:
    """A page: its address, the end of its words' keys, who may open it, and what is on it.

    `staff.nav.KEY` is its name in the navigation. A layout is told, too, what the address asks for.
    """

    path: str
    key: str
    role: Role
    layout: Callable[[Desk, Person, Catalogue, Mapping[str, str]], list[Component]]


PAGES = (
    StaffPage(AREA, "start", Role.VIEWER, start.layout),
    StaffPage(update.PATH, "update", Role.VIEWER, update.layout),
    StaffPage(editions.PATH, "editions", Role.VIEWER, editions.layout),
)


def page_at(path: str) -> StaffPage | None:
    """Return the page at an address."""
    return next((page for page in PAGES if page.path.rstrip("/") == path.rstrip("/")), None)
