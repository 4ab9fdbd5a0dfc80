"""Choose colours that tell values apart for colour-blind eyes, in print and on a projector.

The scales are ColorBrewer's, as plotly ships them; the darkest step is left out so that
the dark outline of an area stays visible on every class.
"""

from plotly import colors

from geodata.figures.classes import ClassRange

_SEQUENTIAL = "YlGnBu"
_LIGHTEST, _DARKEST = 0.12, 0.86
_JUDGING_SCALE, _NEUTRAL_SCALE = "BrBG", "PuOr_r"
#: How far from the pale middle the strongest class lies, of 0.5.
_REACH = 0.36
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


def diverging(classes: tuple[ClassRange, ...], polarity: str) -> tuple[str, ...]:
    """Return a colour for each class of differences: pale at zero, strong far from it.

    Teal is better and brown is worse, by the series' polarity; a neutral series has violet
    and orange, which stand for less and more only.
    """
    scale = _NEUTRAL_SCALE if polarity == "neutral" else _JUDGING_SCALE
    turned = -1 if polarity == "lower" else 1
    largest = max((max(abs(c.low), abs(c.high)) for c in classes), default=0.0)
    points = [0.5 + turned * _REACH * _middle(c) / largest if largest else 0.5 for c in classes]
    return tuple(
        _hex(rgb) for rgb in colors.sample_colorscale(colors.get_colorscale(scale), points)
    )


def _middle(bounds: ClassRange) -> float:
    """Stand for a class by the end that is farther from zero."""
    return bounds.low if abs(bounds.low) > abs(bounds.high) else bounds.high


def _hex(rgb: str) -> str:
    return "#{:02x}{:02x}{:02x}".format(*(round(c) for c in colors.unlabel_rgb(rgb)))


#: Colours of places, each dark enough to be read as text on white, and told apart by
#: colour-blind eyes together with the marker beside it.
PLACES = ("#0b5f8a", "#b3400f", "#2e6b3a", "#7a3b8f", "#7d6200", "#a3195b", "#00706f",
          "#5d4037", "#3f51b5", "#1d2b30")  # fmt: skip
