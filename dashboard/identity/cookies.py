"""The cookies of a sign-in: its name, which no script sees, the mark for callbacks, and the way to it."""

from dataclasses import dataclass

from werkzeug.wrappers import Response

from dashboard.identity.settings import AREA, StaffSettings


@dataclass(frozen=True)
class Cookies:
    """How the cookies are called; `__Host-` binds them to https and to this host alone."""

    https: bool

    @property
    def session(self) -> str:
        """The name of a sign-in."""
        return self._called("blok-staff")

    @property
    def form(self) -> str:
        """What binds the form of signing in to one browser."""
        return self._called("blok-form")

    @property
    def way(self) -> str:
        """What binds the answer of a provider to the browser that was led there."""
        return self._called("blok-way")

    @property
    def mark(self) -> str:
        """The mark that Dash's renderer sends back in a header."""
        return self._called("blok-mark")

    def put(self, response: Response, name: str, value: str, *, hidden: bool = True) -> None:
        """Set a cookie until the browser ends; `hidden` from scripts."""
        response.set_cookie(name, value, secure=self.https, httponly=hidden, samesite="Lax",
                            path=self.path)  # fmt: skip

    def take(self, response: Response, *names: str) -> None:
        """Remove those that are named, or all of them; a browser takes none away that is not as it was put."""
        for name in names or (self.session, self.form, self.way, self.mark):
            response.delete_cookie(name, path=self.path, secure=self.https, samesite="Lax")

    @property
    def path(self) -> str:
        """Below which address they are sent."""
        return "/" if self.https else AREA.rstrip("/")

    def _called(self, name: str) -> str:
        return f"__Host-{name}" if self.https else name


def cookies_of(settings: StaffSettings) -> Cookies:
    """Return the cookies of a staff area."""
    return Cookies(settings.https)
