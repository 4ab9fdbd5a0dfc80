"""Name the colours of figures so that a screen in the dark can show their twins."""

import re

from layers.dark import dark

_NAMED = re.compile(r"var\(--k-([0-9a-f]{6}),")


def shade(colour: str) -> str:
    """Return a colour as the browser paints it: by day itself, in the dark its twin."""
    return f"var(--k-{colour[1:]},{colour})"


def dark_rules(documents: str) -> str:
    """Return the style rules with the twins of all shades that the documents name."""
    found = sorted(set(_NAMED.findall(documents)))
    twins = "".join(f"--k-{digits}:{dark(f'#{digits}')};" for digits in found)
    return f"@media screen and (prefers-color-scheme: dark){{:root{{{twins}}}}}"
