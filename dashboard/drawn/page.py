"""Put the drawn map page together: head, choices, map, place, clock, sentence and table."""

from markupsafe import Markup

from dashboard import ids
from dashboard.catalogue import catalogue
from dashboard.drawn import links, told
from dashboard.drawn.atlas import Atlas
from dashboard.drawn.legend import legend
from dashboard.drawn.looks import Shown, shown
from dashboard.drawn.picture import picture, plan_values
from dashboard.drawn.state import VALUE, State

#: What a compiled page has behind the drawing: it ends the elements that are open here.
END = "</main></div>"


def page(atlas: Atlas, state: State, title: str, *, first: bool = False) -> str:
    """Return the page for a state, open for what a visitor without scripts gets, see `END`.

    An address that asks for nothing, the `first` one, offers phones the residents' page.
    """
    series = atlas.series(state.indicator, state.language)
    one = shown(atlas.doc(state.language), state, series)
    words = catalogue(state.language)
    return Markup(
        '<div id="{drawn}" class="page page-map">{header}{welcome}<main id="{main}" tabindex="-1">'
        '<h1 class="visually-hidden">{heading}</h1>'
        '<div class="controls"><div class="controls-body">{series}</div></div>'
        '<div class="stage"><section class="map-region" aria-label="{region}">'
        '<div class="map">{picture}</div>{plans}<div class="legend">{legend}</div>'
        '<p class="outline-note">{note}</p></section>'
        '<aside class="panel" aria-label="{about}">{panel}</aside></div>'
        '{clock}<p class="sentence">{sentence}</p>{modes}'
        '<details class="table-twin" open><summary>{twin}</summary>{table}</details>'
    ).format(
        drawn=ids.DRAWN,
        main=ids.DRAWN_MAIN,
        header=links.header(title, state, words),
        welcome=links.welcome(state, words) if first else Markup(""),
        heading=words.text("map.heading"),
        series=links.series(one, words),
        region=words.text("map.region"),
        picture=picture(one, atlas.shapes, atlas.box, _name(one), sentence(one)),
        plans=_plans(one),
        legend=legend(one),
        note=words.text("map.attribution"),
        about=words.text("map.panel"),
        panel=told.panel(one, words),
        clock=links.clock(one, words),
        sentence=sentence(one),
        modes=links.modes(one, words),
        twin=words.text("map.table"),
        table=told.table(one),
    )  # fmt: skip


def _name(one: Shown) -> str:
    mode = one.state.mode
    of_mode = "" if mode == VALUE else f", {one.doc['texts'][f'mode.{mode}'].lower()}"
    return f"{one.series['name']}{of_mode}, {one.state.year}"


def sentence(one: Shown) -> str:
    """Return the year in a sentence."""
    year = str(one.state.year)
    own = None if one.state.mode == VALUE else one.legend["sentences"].get(year)
    return str(own or one.series["sentences"][year])


def _plans(one: Shown) -> Markup:
    drawn = Markup("").join(
        Markup('<span style="border-color:{}">{}: <strong>{}</strong></span>').format(
            colour, name, value) for name, value, colour in plan_values(one))  # fmt: skip
    return Markup('<div class="plan-label">{}</div>').format(drawn) if drawn else Markup("")
