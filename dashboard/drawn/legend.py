"""Say what the colours, circles, textures and lines of a drawing mean, as `assets/map/legend.js`."""

from markupsafe import Markup

from dashboard.drawn.looks import NOT_DRAWN, UNSURE, Shown
from dashboard.drawn.picture import plan_values
from dashboard.drawn.state import VALUE

_FEATURES = ("parks", "paths", "places")
_STATUSES = (("there", "open"), ("coming", "coming"), ("vague", "expected"))
_CURRENT = Markup(' class="current"')


def legend(one: Shown) -> Markup:
    """Return the title and the rows."""
    texts, shown = one.doc["texts"], one.legend
    mode = one.state.mode
    of_mode = Markup('<span class="legend-mode">{}</span>').format(texts[f"mode.{mode}"])
    rows = [*_classes(one), *_circles(one), *_unsure(one), *_plans(one), *_reasons(one)]
    return Markup(
        '<p class="legend-title">{}<span class="unit">, {}</span>{}</p><ul>{}</ul>'
        '<ul class="legend-statuses">{}</ul>'
    ).format(one.series["name"], shown["unit"], "" if mode == VALUE else of_mode,
             Markup("").join(rows), Markup("").join(_statuses(one)))  # fmt: skip


def _text(one: Shown, key: str) -> str:
    said: str = one.doc["texts"][f"legend.{key}"]
    return said


def _swatch(colour: str) -> Markup:
    return Markup('<span class="swatch" style="background:{}" aria-hidden="true"></span>').format(
        colour
    )


def _classes(one: Shown) -> list[Markup]:
    current = _current(one)
    return [Markup("<li data-colour{}>{}{}</li>").format(_CURRENT if number == current else "",
                                                         _swatch(row["colour"]), row["label"])
            for number, row in enumerate(one.legend["classes"])]  # fmt: skip


def _current(one: Shown) -> int | str | None:
    """The class, or the reason, of the chosen area."""
    if not one.state.areas:
        return None
    area = one.state.areas[0]
    if why := one.reasons.get(area):
        return why
    found: int | None = one.drawn[area]["cls"] if area in one.drawn else None
    return found


def _words(said: str) -> Markup:
    return Markup('<li class="words">{}</li>').format(said)


def _circles(one: Shown) -> list[Markup]:
    if not one.series["circles"]:
        return []
    if one.state.mode != VALUE:
        return [_words(_text(one, "circlesChange"))]
    disc = Markup('<li><span class="disc" style="width:{0}px;height:{0}px;background:{1}" aria-hidden="true"></span>{2}</li>')  # fmt: skip
    rows = [disc.format(f"{2 * size['radius']:g}", one.series["circle"], size["label"])
            for size in one.series["sizes"]]  # fmt: skip
    return [_words(_text(one, "circles")), *rows]


def _unsure(one: Shown) -> list[Markup]:
    """What is drawn though nothing may be said of better or worse."""
    kinds = one.doc["geographies"]
    drawn = (cell for place, cell in one.drawn.items() if kinds[place]["kind"] in ("area", "plan"))
    if one.state.mode == VALUE or all(cell["cls"] is not None for cell in drawn):
        return []
    return [Markup("<li>{}{}</li>").format(_swatch(UNSURE), _text(one, "unsure"))]


def _plans(one: Shown) -> list[Markup]:
    if not plan_values(one):
        return []
    line = Markup('<span class="line-sample plan" aria-hidden="true"></span>')
    return [Markup('<li class="words">{}{}</li>').format(line, _text(one, "plan"))]


def _reasons(one: Shown) -> list[Markup]:
    now, current = set(one.reasons.values()) - {NOT_DRAWN}, _current(one)
    row = Markup('<li{}><span class="swatch pattern-{}" aria-hidden="true">{}</span>{}</li>')
    return [row.format(_CURRENT if reason == current else "", reason, told["glyph"], told["text"])
            for reason, told in one.doc["reasons"].items() if reason in now]  # fmt: skip


def _statuses(one: Shown) -> list[Markup]:
    if not set(_FEATURES) & set(one.state.layers):
        return []
    row = Markup('<li><span class="line-sample {}" aria-hidden="true"></span>{}</li>')
    return [_words(_text(one, "statuses")),
            *(row.format(seen, _text(one, key)) for seen, key in _STATUSES)]  # fmt: skip
