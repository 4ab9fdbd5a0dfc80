"""The first page of the staff area: what is shown just now, and since when."""

from collections.abc import Mapping

from dash import html
from dash.development.base_component import Component

from dashboard.archive.pages import moment
from dashboard.catalogue import Catalogue
from dashboard.identity.person import Person
from dashboard.staff.desk import Desk


def layout(
    desk: Desk, person: Person, words: Catalogue, _asked: Mapping[str, str]
) -> list[Component]:
    """Return what is on the page."""
    return [
        html.H1(words.text("staff.start.heading", name=person.name)),
        html.P(words.text(f"staff.may.{person.role.word}")),
        html.H2(words.text("staff.start.shown")),
        *_shown(desk, words),
        html.P(html.A(words.text("staff.start.see"), href=f"/?sprog={words.language}")),
    ]


def _shown(desk: Desk, words: Catalogue) -> list[Component]:
    switches = desk.archive.switches()
    if not switches:
        return [html.P(words.text("staff.start.nothing"))]
    last = switches[-1]
    pairs = [
        ("staff.start.edition", last.edition),
        ("staff.start.since", moment(last.by.when, words)),
        ("staff.start.who", last.by.who),
        ("staff.start.why", last.by.why),
    ]
    if last.approved is not None:
        pairs.append(("staff.start.approved", last.approved.who))
    return [
        html.Dl([part for key, text in pairs for part in (html.Dt(words.text(key)), html.Dd(text))])
    ]
