"""Keep to the letters that the shipped typefaces have: what none has would stop a memo."""

import unicodedata
from functools import cache
from pathlib import Path

import matplotlib as mpl
from matplotlib.ft2font import FT2Font

FONTS = Path(__file__).parent.parent / "fonts"
#: The typeface behind ours; matplotlib and typst each bring it along.
_BEHIND = Path(mpl.get_data_path()) / "fonts" / "ttf" / "DejaVuSansMono.ttf"
#: What stands for a letter that no typeface has.
MISSING = "\u25a1"


def legible(text: str) -> str:
    """Return a text with a box for each letter that cannot be drawn; marks join their letters."""
    whole = unicodedata.normalize("NFC", text)
    return whole if whole.isascii() else "".join(map(_drawn, whole))


def _drawn(letter: str) -> str:
    if letter.isascii() or ord(letter) in _letters():
        return letter
    return "" if unicodedata.category(letter) in ("Cf", "Mn") else MISSING


@cache
def _letters() -> frozenset[int]:
    """The letters of all typefaces; those of one weight of ours are those of the other."""
    fonts = (*sorted(FONTS.glob("*.ttf"))[:1], _BEHIND)
    return frozenset(code for font in fonts for code in FT2Font(str(font)).get_charmap())
