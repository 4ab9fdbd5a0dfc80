"""Say in words what a package is without, where a page would otherwise show an empty box."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.catalogue import Catalogue
from geodata.package.package import Package


def lacking(package: Package, names: Sequence[str], words: Catalogue) -> list[Component]:
    """Return a sentence that names those of the tables and layers that are empty, if any."""
    missing = [words.text(f"lacking.{name}") for name in names if name in package.lacking]
    if not missing:
        return []
    last = words.text("lacking.or", first=", ".join(missing[:-1]), last=missing[-1])
    things = last if len(missing) > 1 else missing[0]
    return [html.P(words.text("lacking.sentence", things=things), className="lacking")]


def walks_lacking(package: Package, words: Catalogue) -> list[Component]:
    """Return what the page of paths and places is without, and that no minutes can be told."""
    said = lacking(package, ("places", "parks", "paths", "roads"), words)
    ways = package.descriptor.network or not {"paths", "roads"} <= set(package.lacking)
    return said if ways else [*said, html.P(words.text("lacking.minutes"), className="lacking")]
