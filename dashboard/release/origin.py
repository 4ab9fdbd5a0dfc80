"""Name what a release is made from: the files of the package, and the program itself."""

import hashlib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path

from geodata.reading.fingerprint import sha256_of

_ROOT = Path(__file__).parent.parent.parent
_PROGRAM = ("callbacks", "dashboard", "geodata", "layers")
#: What of a folder with code makes a release what it is.
_CODE = (".py", ".js", ".css", ".po", ".json", ".typ", ".woff2")
#: Libraries whose files, or whose writing, go into a release.
_LIBRARIES = ("Babel", "Brotli", "dash", "dash-leaflet", "geopandas", "plotly", "scipy", "shapely")
_LETTERS = 16


@cache
def code_version() -> str:
    """Return sixteen digits that name the program: another program makes other releases."""
    whole = hashlib.sha256()
    for name in _LIBRARIES:
        whole.update(f"{name} {version(name)}\n".encode())
    for file in _code():
        whole.update(f"{file.relative_to(_ROOT).as_posix()}\n".encode() + file.read_bytes())
    return whole.hexdigest()[:_LETTERS]


def _code() -> Iterator[Path]:
    """The program's files in one order; folders with a data package are no program."""
    packages = {file.parent for file in (_ROOT / "geodata").glob("*/datapackage.json")}
    for part in _PROGRAM:
        for file in sorted((_ROOT / part).rglob("*")):
            if file.suffix in _CODE and not packages.intersection(file.parents):
                yield file


def package_files(folder: Path) -> list[Path]:
    """Return the files of a data package, in one order; hidden ones are none of it."""
    found = (file for file in folder.rglob("*") if file.is_file())
    return sorted(f for f in found if not any(part.startswith((".", "__")) for part in f.relative_to(folder).parts))  # fmt: skip


def made_from(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of each file of a data package, by its path in it."""
    return {file.relative_to(folder).as_posix(): sha256_of(file) for file in package_files(folder)}


def package_list(files: Mapping[str, str]) -> str:
    """Return the files of a package with their SHA-256, one a line: this is what is signed."""
    return "".join(f"{path} {digest}\n" for path, digest in sorted(files.items()))


def package_version(files: Mapping[str, str]) -> str:
    """Return sixteen digits that name the content of a package."""
    return hashlib.sha256(package_list(files).encode()).hexdigest()[:_LETTERS]
