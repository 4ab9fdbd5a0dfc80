"""Lead from a drawing to every other one by ordinary links: series, modes, years, areas, pages."""

from collections.abc import Iterable

from markupsafe import Markup

from dashboard import ids
from dashboard.catalogue import LANGUAGES, Catalogue
from dashboard.drawn.looks import Shown
from dashboard.drawn.state import VALUE, State, address, offers
from dashboard.sitemap import PAGES

_MODES = (VALUE, "gap", "change")


def link(to: str, said: object, *, current: str = "", classes: str = "", **more: str) -> Markup:
    """Return a link; `current` is the kind of place that it names, if one is there already."""
    named = {"class": classes, "aria-current": current, **more}
    told = Markup("").join(Markup(' {}="{}"').format(name.replace("_", "-"), value)
                           for name, value in named.items() if value)  # fmt: skip
    return Markup('<a href="{}"{}>{}</a>').format(to, told, said)


def header(title: str, state: State, words: Catalogue) -> Markup:
    """Return the head of the page; it takes the room of the one that comes after it."""
    pages = [link(address(state, path), words.text(f"nav.{name}"), current="page" if path == "/" else "")
             for path, name in PAGES.items()]  # fmt: skip
    others = [link(address(state, language=one), one.upper(), lang=one,
                   title=words.text(f"language.{one}"),
                   current="true" if one == state.language else "") for one in LANGUAGES]  # fmt: skip
    return Markup(
        '<header>{}{}<nav aria-label="{}">{}</nav>'
        '<nav class="languages" aria-label="{}">{}</nav></header>'
    ).format(link(f"#{ids.DRAWN_MAIN}", words.text("app.skip"), classes="skip"),
             link(address(state), title, classes="brand"),
             words.text("nav.label"), Markup("").join(pages),
             words.text("language.label"), Markup("").join(others))  # fmt: skip


def series(one: Shown, words: Catalogue) -> Markup:
    """Return the choice of a series, by theme: its name until it is opened."""
    doc, state = one.doc, one.state
    groups = (
        Markup("<li>{}<ul>{}</ul></li>").format(theme["name"], _items(
            link(address(state, indicator=other, mode=state.mode if offers(doc, other, state.mode) else VALUE),
                 doc["indicators"][other]["name"], current="true" if other == state.indicator else "")
            for other in theme["indicators"]))
        for theme in doc["themes"]
    )  # fmt: skip
    return Markup(
        '<div class="control"><span class="label" id="{0}">{1}</span>'
        '<details class="drawn-choice"><summary aria-describedby="{0}">{2}</summary><ul>{3}</ul></details></div>'
    ).format(
        ids.DRAWN_SERIES, words.text("ui.indicator"), one.series["name"], Markup("").join(groups)
    )


def modes(one: Shown, words: Catalogue) -> Markup:
    """Return what else the map can show of the series; what it cannot is left out."""
    state = one.state
    found = [link(address(state, mode=mode), words.text(f"ui.mode.{mode}"),
                  current="true" if mode == state.mode else "")
             for mode in _MODES if offers(one.doc, state.indicator, mode)]  # fmt: skip
    return Markup('<p class="drawn-links">{}: {}</p>').format(
        words.text("ui.mode"), Markup(" ").join(found)
    )


def areas(one: Shown, words: Catalogue) -> Markup:
    """Return a link to each area's own figures."""
    state, names = one.state, one.doc["geographies"]
    found = [link(address(state, areas=(area,)), names[area]["name"],
                  current="true" if area in state.areas else "") for area in one.doc["areas"]]  # fmt: skip
    return Markup('<nav aria-label="{}"><ul class="drawn-areas">{}</ul></nav>').format(
        words.text("drawn.areas"), _items(found)
    )


def _items(found: Iterable[Markup]) -> Markup:
    return Markup("").join(Markup("<li>{}</li>").format(one) for one in found)


def clock(one: Shown, words: Catalogue) -> Markup:
    """Return the years as links on a line, with those before and after and what the year is."""
    state, years = one.state, one.doc["years"]
    period = one.series["periods"][str(state.year)] or words.text("ui.noFigures", year=state.year)
    told = (words.text("ui.pin", **pin) for pin in one.doc["pins"] if pin["year"] == state.year)
    return Markup(
        '<nav class="clock" aria-label="{}"><div class="player">{}{}</div>'
        '<div class="line">{}<div class="ticks">{}</div></div>'
        '<div class="now"><strong class="year">{}</strong> <span class="period">{}</span>'
        '<span class="pin-words">{}</span></div></nav>'
    ).format(
        words.text("map.clock"),
        _step(one, -1, "◀", words.text("drawn.before")),
        _step(one, 1, "▶", words.text("drawn.after")),
        _after(one, words),
        Markup("").join(_tick(one, year) for year in years),
        state.year,
        "" if period == str(state.year) else period,
        " ".join(told),
    )


def _position(one: Shown, year: float) -> str:
    years = one.doc["years"]
    return f"--at:{(year - years[0]) / max(len(years) - 1, 1):.4g}"


def _after(one: Shown, words: Catalogue) -> Markup:
    """The years that come after the report."""
    if one.doc["asOf"] >= one.doc["years"][-1]:
        return Markup("")
    return Markup(
        '<div class="after-report" style="{}" aria-hidden="true"><span>{}</span></div>'
    ).format(_position(one, one.doc["asOf"] + 0.5), words.text("ui.afterReport"))


def _step(one: Shown, by: int, sign: str, said: str) -> Markup:
    year = one.state.year + by
    if not one.doc["years"][0] <= year <= one.doc["years"][-1]:
        return Markup('<span class="drawn-step" aria-hidden="true">{}</span>').format(sign)
    to = address(one.state, year=year)
    return link(
        to, sign, classes="drawn-step", aria_label=f"{said}, {year}", title=f"{said}, {year}"
    )


def _tick(one: Shown, year: int) -> Markup:
    filled = year in one.series["years"]
    inside = Markup('<span class="mark" aria-hidden="true">{}</span><span class="label">{}</span>')
    return link(
        address(one.state, year=year),
        inside.format("●" if filled else "○", year),
        classes="tick filled" if filled else "tick",
        style=_position(one, year),
        aria_label=str(year),
        current="true" if year == one.state.year else "",
    )


def welcome(state: State, words: Catalogue) -> Markup:
    """Return the line that offers a phone the residents' page on a first visit."""
    return Markup('<aside class="welcome" aria-label="{}">{}{}</aside>').format(
        words.text("ui.welcome.label"),
        link(address(state, "/steder"), words.text("ui.welcome.places")),
        link(f"#{ids.DRAWN_MAIN}", words.text("ui.welcome.map"), classes="numbers"),
    )
