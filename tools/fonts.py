"""Make the typeface of pictures and memos from the one that the pages use.

Drawing and typesetting read neither compressed nor variable fonts, so each weight becomes
a file of its own. The licence reserves the original's name for the original; ours differs.
"""

import sys
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ROOT = Path(__file__).parent.parent
ORIGINAL = ROOT / "dashboard" / "assets" / "fonts" / "source-sans-3.woff2"
OUT = ROOT / "dashboard" / "fonts"
FAMILY = "Blok Sans"
#: How heavy each style is drawn, and how heavy it says it is.
STYLES = {"Regular": (400, 400), "Bold": (600, 700)}
_FAMILY_IDS, _STYLE_IDS, _FULL, _POSTSCRIPT = (1, 16), (2, 17), 4, 6


def main() -> int:
    """Write one file a style; return 0."""
    OUT.mkdir(exist_ok=True)
    for style, (drawn, said) in STYLES.items():
        font = instantiateVariableFont(TTFont(ORIGINAL), {"wght": drawn})
        font.flavor = None
        font["OS/2"].usWeightClass = said
        _rename(font, style)
        font.save(OUT / f"blok-sans-{style.lower()}.ttf")
    return 0


def _rename(font: TTFont, style: str) -> None:
    names = dict.fromkeys(_FAMILY_IDS, FAMILY) | dict.fromkeys(_STYLE_IDS, style)
    names |= {_FULL: f"{FAMILY} {style}", _POSTSCRIPT: f"{FAMILY}-{style}".replace(" ", "")}
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]
    font["name"].removeNames(nameID=3)
    font["name"].removeNames(nameID=25)


if __name__ == "__main__":
    sys.exit(main())
