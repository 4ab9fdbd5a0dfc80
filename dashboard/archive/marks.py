"""Tell a page which edition it shows, and whether another one is shown by now."""

from collections.abc import Mapping
from typing import Any

#: The key of an address that names an edition.
KEY = "udgave"
#: Where the environment of a request says which edition answers, since when it was shown where another
#: one is shown now, and which edition was asked for and cannot be shown.
EDITION, OLDER, UNKNOWN = "blok.edition", "blok.older", "blok.unknown-edition"


def edition_marks(environ: Mapping[str, Any]) -> str:
    """Return attributes for the body of a page; none where nothing is published in editions."""
    edition = environ.get(EDITION)
    if edition is None:
        return ""
    marks = f' data-edition="{edition}"'
    if older := environ.get(OLDER):
        marks += f' data-edition-since="{older}"'
    return marks + (' data-edition-unknown="1"' if environ.get(UNKNOWN) else "")
