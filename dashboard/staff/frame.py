"""What stands around every page of the staff area: name, navigation, who is signed in."""

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.catalogue import LANGUAGES, Catalogue, catalogue
from dashboard.identity.guard import SIGN_IN, demand
from dashboard.identity.own_forms import FIELD, own_mark
from dashboard.identity.person import Person, Role
from dashboard.identity.settings import AREA
from dashboard.identity.signing import SIGN_OUT
from dashboard.staff.asked import asked_in, to, words_of
from dashboard.staff.desk import Desk
from dashboard.staff.language import language_of_page
from dashboard.staff.pages import PAGES, StaffPage, page_at


def frame() -> Component:
    """Return what every address begins with; the address then says what is put in.

    It is made when a document asks for it, in the language of that.
    """
    words = catalogue(language_of_page())
    return html.Div(
        [
            dcc.Location(id=ids.STAFF_ADDRESS, refresh=False),
            # `assets/answers.js` says here what an answer refuses
            html.Div(
                [html.Span(), html.A(words.text("staff.sign_in.title"), href=SIGN_IN)],
                id=ids.STAFF_SAID,
                role="alert",
                className="refused",
                hidden=True,
            ),
            html.Div(id=ids.STAFF_PAGE),
        ]
    )


def shown(desk: Desk, path: object, search: object) -> Component:
    """Return the page at an address, for whoever asks; 401 or 403 where they may not."""
    page = page_at(path) if isinstance(path, str) else None
    words = words_of(search)
    person = demand(page.role if page else Role.VIEWER)
    body = (
        page.layout(desk, person, words, asked_in(search))
        if page
        else [html.H1(words.text("app.not_found"))]
    )
    return html.Div(
        [
            _header(page, person, words),
            html.Main(body, id=ids.MAIN, tabIndex="-1", className="prose"),
        ],
        className="page page-staff",
    )


def _header(page: StaffPage | None, person: Person, words: Catalogue) -> Component:
    may = [one for one in PAGES if one.role <= person.role]
    return html.Header(
        [
            html.A(words.text("app.skip"), href=f"#{ids.MAIN}", className="skip"),
            html.A(words.text("staff.brand"), href=to(AREA, words), className="brand"),
            html.Nav(
                [_link(one, one == page, words) for one in may],
                **{"aria-label": words.text("staff.nav.label")},
            ),
            _who(person, words),
            html.Nav(
                [_language(one, page, words) for one in LANGUAGES],
                className="languages",
                **{"aria-label": words.text("language.label")},
            ),
        ],
        id=ids.HEADER,
    )


def _who(person: Person, words: Catalogue) -> Component:
    """Who is signed in, as what, and the way out."""
    role = words.text(f"staff.role.{person.role.word}")
    return html.Form(
        [
            html.Span(words.text("staff.who", name=person.name, role=role)),
            dcc.Input(type="hidden", name=FIELD, value=own_mark()),
            html.Button(words.text("staff.sign_out"), type="submit"),
        ],
        method="post",
        action=to(SIGN_OUT, words),
        className="who",
    )


def _link(page: StaffPage, here: bool, words: Catalogue) -> Component:
    current = {"aria-current": "page"} if here else {}
    return html.A(words.text(f"staff.nav.{page.key}"), href=to(page.path, words), **current)


def _language(language: str, page: StaffPage | None, words: Catalogue) -> Component:
    current = {"aria-current": "true"} if language == words.language else {}
    return html.A(
        language.upper(),
        href=f"{page.path if page else AREA}?sprog={language}",
        lang=language,
        title=words.text(f"language.{language}"),
        **current,
    )
