"""Read XML that was handed in; what declares a document type of its own is refused.

A document type may name entities that grow without end, or files elsewhere.
"""

import re
from xml.etree import ElementTree

from geodata.intake.errors import IntakeError
from geodata.reading.faults import shown

_ENCODING = re.compile(rb"""\s*<\?xml[^>]*encoding\s*=\s*["']([^"']*)""")


class _Builder(ElementTree.TreeBuilder):
    """Builds the tree of a file, unless it begins with a document type."""

    def __init__(self, file: str) -> None:
        super().__init__()
        self._file = file

    def doctype(self, _name: str, _public: str | None, _system: str | None) -> None:
        """Refuse a document type before anything in it is read."""
        raise with_doctype(self._file)


def root_of(file: str, content: bytes) -> ElementTree.Element:
    """Return the root of an XML text; raise `IntakeError` for what is none, or is a trap."""
    # It refuses what could declare an entity.
    parser = ElementTree.XMLParser(target=_Builder(file))  # noqa: S314
    try:
        return ElementTree.fromstring(content, parser)  # noqa: S314
    except (ElementTree.ParseError, LookupError, ValueError) as error:
        raise damaged(file, error) from error


def damaged(file: str, error: Exception) -> IntakeError:
    """Say that a file cannot be read as what it is."""
    return IntakeError(file, f"a damaged file ({shown(error)})", "a file that is whole")


def with_doctype(file: str) -> IntakeError:
    """Say that a file has a document type."""
    return IntakeError(file, "a document type of its own", "a file without one")


def is_utf8(begin: bytes) -> bool:
    """Whether XML that begins so is UTF-8: words can be sought in it as they are written."""
    said = _ENCODING.match(begin.removeprefix(b"\xef\xbb\xbf"))
    return b"\x00" not in begin and (said is None or said[1].lower() in (b"utf-8", b"us-ascii"))
