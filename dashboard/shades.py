"""Name the colours of figures so that a screen in the dark can show their twins."""

import re
from collections.abc import Iterable

from layers.dark import dark

_NAMED = re.compile(r"var\(--k-([0-9a-f]{6}),")


def shade(colour: str) -> str:
    """Return a colour as the browser paints it: by day itself, in the dark its twin."""
    return f"var(--k-{colour[1:]},{colour})"


def shades_in(document: str) -> set[str]:
    """Return the digits of all shades that a document names."""
    return set(_NAMED.findall(document))


def dark_rules(shades: Iterable[str]) -> str:
    """Return the style rules with the twins of shades, given by their digits."""
    twins = "".join(f"--k-{digits}:{dark(f'#{digits}')};" for digits in sorted(set(shades)))
    return f"@media screen and (prefers-color-scheme: dark){{:root{{{twins}}}}}"
