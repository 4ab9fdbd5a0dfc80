"""Let the staff area answer for its addresses, and the public application for all others.

It stands beside the public application, not within: that one is exchanged at every switch.
"""

from collections.abc import Callable, Iterable
from typing import Any

from dashboard.archive.switching import Answering
from dashboard.identity.settings import AREA, read_staff
from dashboard.release.static import Application
from dashboard.settings import PREFIX, Settings, SettingsError
from dashboard.staff.app import staff_application

_BARE = AREA.rstrip("/")


class Beside:
    """A WSGI application made of two."""

    def __init__(self, public: Answering, staff: Application) -> None:
        self._public = public
        self._staff = staff

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        """See `Answering`."""
        path = environ.get("PATH_INFO", "")
        own = path == _BARE or path.startswith(AREA)
        return (self._staff if own else self._public)(environ, start_response)

    def warm(self) -> None:
        """See `Answering`."""
        self._public.warm()

    def stop(self) -> None:
        """See `Answering`."""
        self._public.stop()


def with_staff(public: Answering, settings: Settings) -> Answering:
    """Return both; raise `SettingsError` where staff could not sign in safely, or at all."""
    staff = read_staff(settings)
    if staff is None:
        return public
    try:
        return Beside(public, staff_application(settings, staff))
    except OSError as error:
        raise SettingsError(
            f"{PREFIX}STAFF: {staff.folder} cannot be used ({error.strerror})"
        ) from error
