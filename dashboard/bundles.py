"""Join the asset files of each page into one script and one style sheet.

The files stay apart in `assets/`, where they are read and tested. A page gets those that lie
in `assets/` itself and those of its groups, which are the folders in it. One file at an
address that names its content is asked for once and kept; thirty small ones are not.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from dashboard.shades import dark_rules

ASSETS = Path(__file__).with_name("assets")
#: The folders of `assets/` that each page needs, beside the files in `assets/` itself.
GROUPS = {
    "map": ("shapes", "map"),
    "compare": ("shapes", "compare"),
    "places": ("shapes", "map", "places"),
    "data": ("data",),
    "about": ("about",),
}
#: Libraries of others, each served as it came, and the pages that load it.
VENDOR = Path(__file__).with_name("vendor")
LIBRARIES = {"compare": ("plotly-basic.min.js",)}
#: The pages that draw a map.
WITH_MAP = tuple(page for page, groups in GROUPS.items() if "shapes" in groups)
KINDS = ("js", "css")


@dataclass(frozen=True)
class Bundle:
    """One file as it is served: `name` is that of its page with the kind as ending."""

    name: str
    text: str


def bundles(shades: Iterable[str] = ()) -> dict[str, Bundle]:
    """Return the bundles of all pages by their name, such as `map.js`, and the libraries.

    `shades` are the digits of colours that stand in documents: their twins in the dark are
    style rules of every page.
    """
    after = {"css": dark_rules(shades), "js": ""}
    made = [Bundle(f"{page}.{kind}", _joined(groups, kind) + after[kind])
            for page, groups in GROUPS.items() for kind in KINDS]  # fmt: skip
    made += [Bundle(name, (VENDOR / name).read_text("utf-8"))
             for name in sorted({name for names in LIBRARIES.values() for name in names})]  # fmt: skip
    return {bundle.name: bundle for bundle in made}


def _joined(groups: tuple[str, ...], kind: str) -> str:
    folders = [*(ASSETS / group for group in groups), ASSETS]
    files = [file for folder in folders for file in sorted(folder.glob(f"*.{kind}"))]
    return "\n".join(file.read_text("utf-8") for file in files)
