"""Read the settings from environment variables; each has a default that works."""

import hashlib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

PREFIX = "BLOKTILBY_"
_ROOT = Path(__file__).parent.parent
SHIPPED_PACKAGE = _ROOT / "geodata" / "randers"
#: Releases lie here unless a setting names a folder: one for each package.
RELEASES = _ROOT / "build" / "release"

#: A host and its port and nothing else: it stands in the content policy and in links.
_HOST = re.compile(r"(?:[A-Za-z0-9.-]*[A-Za-z0-9]|\[[0-9a-fA-F:]+\])(?::\d+)?")

#: The 42 bytes of a public key of minisign.
_KEY = re.compile(r"RW[A-Za-z0-9+/]{54}")


class SettingsError(ValueError):
    """A setting that cannot be used; the message names it and what is allowed."""


@dataclass(frozen=True)
class Settings:
    """Where to serve, which data package, a tile server, and the address that visitors use.

    `release` is the folder that the package is compiled to. With an `archive` the edition that
    was published in it is served, and not the package. `staff` is the folder of those who sign in
    to publish in it; without one there is no staff area. `proxies` is how many stand in front that
    say in `X-Forwarded-For` whose request they hand on. `approval` asks for a second person before
    anything new is shown, and `signers` for a signature by one of these keys of minisign.

    The tile server is optional; without `public_url`, links in what visitors take away are
    paths only. `embed_origins` are the sites that may show a view in a frame of theirs.
    """

    host: str = "127.0.0.1"
    port: int = 8050
    package: Path = SHIPPED_PACKAGE
    tiles_url: str = ""
    tiles_attribution: str = ""
    public_url: str = ""
    embed_origins: tuple[str, ...] = ()
    release: Path | None = None
    archive: Path | None = None
    staff: Path | None = None
    proxies: int = 0
    approval: bool = False
    signers: tuple[str, ...] = ()

    @property
    def release_folder(self) -> Path:
        """The folder of the release: the one that is set, or one of the package's own."""
        if self.release:
            return self.release
        at = self.package.resolve()
        own = hashlib.sha256(str(at).encode()).hexdigest()[:8]
        return RELEASES / f"{at.name}-{own}"

    @property
    def tiles_origin(self) -> str:
        """The tile server as a Content-Security-Policy source, empty where none is set."""
        if not self.tiles_url:
            return ""
        parts = urlsplit(self.tiles_url)
        return f"{parts.scheme}://{parts.netloc.replace('{s}', '*')}"


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings; raise `SettingsError` for a value that cannot be used."""
    port = environment.get(f"{PREFIX}PORT", str(Settings.port))
    if not port.isdecimal() or not 0 < int(port) < 65536:
        raise SettingsError(f"{PREFIX}PORT: found '{port}'; allowed: a port from 1 to 65535")
    tiles = environment.get(f"{PREFIX}TILES_URL", "")
    if tiles and not _is_tiles(tiles):
        raise SettingsError(f"{PREFIX}TILES_URL: found '{tiles}'; allowed: an https address")
    public = environment.get(f"{PREFIX}PUBLIC_URL", "").rstrip("/")
    if public and not _is_address(public):
        raise SettingsError(
            f"{PREFIX}PUBLIC_URL: found '{public}'; allowed: an http or https address"
        )
    origins = tuple(environment.get(f"{PREFIX}EMBED_ORIGINS", "").split())
    for origin in origins:
        if not _is_origin(origin):
            raise SettingsError(
                f"{PREFIX}EMBED_ORIGINS: found '{origin}'; allowed: https origins such as "
                "https://example.org, with spaces between"
            )
    release = environment.get(f"{PREFIX}RELEASE", "")
    archive = environment.get(f"{PREFIX}ARCHIVE", "")
    staff = environment.get(f"{PREFIX}STAFF", "")
    if staff and not archive:
        raise SettingsError(
            f"{PREFIX}STAFF: found '{staff}', but no archive to publish in; allowed: a folder, "
            f"beside {PREFIX}ARCHIVE"
        )
    proxies = environment.get(f"{PREFIX}PROXIES", "0")
    if proxies not in ("0", "1", "2", "3"):
        raise SettingsError(f"{PREFIX}PROXIES: found '{proxies}'; allowed: a number from 0 to 3")
    approval = environment.get(f"{PREFIX}APPROVAL", "0")
    if approval not in ("0", "1"):
        raise SettingsError(f"{PREFIX}APPROVAL: found '{approval}'; allowed: 0 or 1")
    signers = tuple(environment.get(f"{PREFIX}SIGNERS", "").split())
    for key in signers:
        if not _KEY.fullmatch(key):
            raise SettingsError(f"{PREFIX}SIGNERS: found '{key}'; allowed: public keys of minisign, "
                                "which begin with RW, with spaces between")  # fmt: skip
    return Settings(
        host=environment.get(f"{PREFIX}HOST", Settings.host),
        port=int(port),
        package=Path(environment.get(f"{PREFIX}PACKAGE", str(SHIPPED_PACKAGE))),
        release=Path(release) if release else None,
        archive=Path(archive) if archive else None,
        staff=Path(staff) if staff else None,
        proxies=int(proxies),
        approval=approval == "1",
        signers=signers,
        tiles_url=tiles,
        tiles_attribution=environment.get(f"{PREFIX}TILES_ATTRIBUTION", ""),
        public_url=public,
        embed_origins=origins,
    )


def _is_tiles(text: str) -> bool:
    parts = urlsplit(text)
    return parts.scheme == "https" and bool(_HOST.fullmatch(parts.netloc.replace("{s}.", "")))


def _is_origin(text: str) -> bool:
    parts = urlsplit(text)
    return text == f"https://{parts.netloc}" and bool(_HOST.fullmatch(parts.netloc))


def _is_address(text: str) -> bool:
    parts = urlsplit(text)
    bare = not parts.query and not parts.fragment
    return parts.scheme in ("http", "https") and bool(_HOST.fullmatch(parts.netloc)) and bare
