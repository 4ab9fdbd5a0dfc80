"""Serve the files of a release that never change, as they were compressed when they were made."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any
from wsgiref.headers import Headers

from whitenoise import WhiteNoise
from whitenoise.responders import StaticFile

from dashboard.release.manifest import ReleaseError
from dashboard.release.reading import Release
from dashboard.release.shelf import SITE, TWINS

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
_YEAR_S = 31_536_000
_READING = frozenset({"GET", "HEAD"})
#: Where the environment says which file is not as it was made.
BROKEN = "blok.broken"
#: What Dash's renderer begins with has no ending that says what it is.
_OF_DASH = ("_dash-layout", "_dash-dependencies")


class ReleaseFiles:
    """Answers for the files of a release, and lets the application answer for the rest.

    A file is held against its hash when it is first asked for, or was written since. One that
    is not as it was made is not sent: the application is asked, with the reason in the
    environment under `BROKEN`.
    """

    def __init__(
        self, application: Application, release: Release, headers: Mapping[str, str]
    ) -> None:
        self._application = application
        self._release = release
        self._headers = dict(headers)
        self._held: dict[str, tuple[int, int]] = {}
        self._files = WhiteNoise(application, allow_all_origins=False, immutable_file_test="",
                                 add_headers_function=self._add_headers)  # fmt: skip
        self._files.FOREVER = _YEAR_S
        self._addresses = {
            path.removeprefix(SITE)
            for path in release.manifest.files
            if path.startswith(f"{SITE}/") and not path.endswith(TWINS)
        }

    def _add_headers(self, headers: Headers, path: str, _url: str) -> None:
        if path.endswith(_OF_DASH):
            headers["Content-Type"] = "application/json"
        for name, value in self._headers.items():
            headers[name] = value

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        """Answer for a file, or let the application answer."""
        address = environ.get("PATH_INFO", "")
        if address not in self._addresses or environ["REQUEST_METHOD"] not in _READING:
            return self._application(environ, start_response)
        try:
            file = self._found(address)
            sent, _ = file.get_path_and_headers(environ)
            self._hold(sent)
        except ReleaseError as error:
            return self._application({**environ, BROKEN: str(error)}, start_response)
        answer: Iterable[bytes] = self._files.serve(file, environ, start_response)
        return answer

    def _found(self, address: str) -> StaticFile:
        """The file at an address, taken up when it is first asked for: a country has thousands.

        Raises `ReleaseError` where it or a twin of it is missing.
        """
        if address not in self._files.files:
            path = f"{SITE}{address}"
            for one in (path, *(f"{path}{ending}" for ending in TWINS)):
                if (
                    one in self._release.manifest.files
                    and not (self._release.folder / one).is_file()
                ):
                    raise ReleaseError(f"{one} is missing.")
            self._files.add_file_to_dictionary(address, str(self._release.folder / path))
        found: StaticFile = self._files.files[address]
        return found

    def _hold(self, sent: str) -> None:
        """Raise `ReleaseError` unless a file is as it was made; look again when it was written."""
        path = Path(sent).relative_to(self._release.folder).as_posix()
        try:
            found = Path(sent).stat()
        except OSError as error:
            raise ReleaseError(f"{path} is missing ({error.strerror}).") from error
        state = (found.st_mtime_ns, found.st_size)
        if self._held.get(path) != state:
            self._release.content(path)
            self._held[path] = state
