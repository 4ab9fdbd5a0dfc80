"""The textures of areas without a colour, one for each reason, as `assets/shapes/kept.js` has them."""

from collections.abc import Iterable

from markupsafe import Markup

_HATCH, _BAD = "var(--hatch)", "var(--hatch-bad)"
_SLANTED = "M0 0L8 8M-2 6L2 10M6 -2L10 2"
#: Line, colour and width of each; what is not here is plain.
_LINES = {
    "invalid": ("M0 8L8 0M-2 2L2 -2M6 10L10 6", _BAD, 1.6),
    "hidden": ("M0 0L8 8M0 8L8 0", _HATCH, 1.2),
    "not_in_plan": ("M4 4h0", "var(--edge)", 2.2),
    "plan_invalid": ("M0 4H8M0 8L8 0", _BAD, 1),
    "plan_only": ("M0 4H8", _HATCH, 1.2),
    "not_comparable": (_SLANTED, _HATCH, 1.2),
    "break": ("M4 0V5", "var(--chosen)", 1.2),
    "no_earlier": (_SLANTED, _HATCH, 1.2),
    "no_later": (_SLANTED, _HATCH, 1.2),
}
#: About as large on a large screen as those of the living map.
_SCALE = 2


def textures(reasons: Iterable[str]) -> Markup:
    """Return the textures of some reasons, to be named `#drawn-` and the reason."""
    found = Markup("").join(_texture(reason) for reason in sorted(reasons))
    return Markup("<defs>{}</defs>").format(found) if found else Markup("")


def _texture(reason: str) -> Markup:
    line, colour, width = _LINES.get(reason, ("", "none", 0))
    return Markup(
        '<pattern id="drawn-{}" width="8" height="8" patternUnits="userSpaceOnUse" '
        'patternTransform="scale({})"><path fill="var(--neutral)" d="M0 0h8v8H0z"/>'
        '<path d="{}" stroke="{}" stroke-width="{}" stroke-linecap="round"/></pattern>'
    ).format(reason, _SCALE, line, colour, width)
