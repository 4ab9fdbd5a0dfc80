"""Choose colours that tell values apart for colour-blind eyes, in print and on a projector.

The scales are ColorBrewer's, as plotly ships them; the darkest step is left out so that
the dark outline of an area stays visible on every class.
"""

from plotly import colors

_SEQUENTIAL = "YlGnBu"
_LIGHTEST, _DARKEST = 0.12, 0.86
#: The fill of a single class, and of circles.
SINGLE = "#41a3c4"


def sequential(count: int) -> tuple[str, ...]:
    """Return `count` colours as `#rrggbb`, light for low values and dark for high ones."""
    if count == 1:
        return (SINGLE,)
    step = (_DARKEST - _LIGHTEST) / max(count - 1, 1)
    points = [_LIGHTEST + i * step for i in range(count)]
    scale = colors.get_colorscale(_SEQUENTIAL)
    return tuple(_hex(rgb) for rgb in colors.sample_colorscale(scale, points)) if count else ()


def _hex(rgb: str) -> str:
    return "#{:02x}{:02x}{:02x}".format(*(round(c) for c in colors.unlabel_rgb(rgb)))
