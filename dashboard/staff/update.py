"""The page where planners bring in figures and outlines: its drafts, or one of them."""

from collections.abc import Mapping

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.archive.pages import moment
from dashboard.catalogue import Catalogue
from dashboard.drafting.bench import Bench, Draft
from dashboard.drafting.errors import DraftingError
from dashboard.drafting.state import is_running, read_state
from dashboard.identity.person import Person, Role
from dashboard.identity.settings import AREA
from dashboard.staff.asked import DRAFT, to
from dashboard.staff.desk import Desk, publishing_role
from dashboard.staff.files import TEMPLATE
from dashboard.staff.handing import discarding, handing, publishing
from dashboard.staff.progress import CLOCK_MS, job_bar
from dashboard.staff.report import report
from dashboard.staff.tables import refused, said, table
from dashboard.staff.texts import LONGEST_TITLE

PATH = f"{AREA}opdater"


def layout(
    desk: Desk, person: Person, words: Catalogue, asked: Mapping[str, str]
) -> list[Component]:
    """Return what is on the page at an address."""
    if DRAFT not in asked:
        return _drafts(desk, person, words)
    try:
        draft = Bench(desk.archive).draft(asked[DRAFT])
    except DraftingError as error:
        return [html.H1(words.text("staff.nav.update")), refused(error, words)]
    return _draft(desk, draft, person, words)


def _drafts(desk: Desk, person: Person, words: Catalogue) -> list[Component]:
    found = Bench(desk.archive).drafts()
    rows = [[html.A(one.title, href=to(PATH, words, **{DRAFT: one.id})), one.who,
             moment(one.when, words), _stage(desk, one, words)] for one in found]  # fmt: skip
    heads = [words.text(f"update.head.{head}") for head in ("title", "who", "when", "stage")]
    return [
        html.H1(words.text("staff.nav.update")),
        html.P(words.text("update.intro")),
        *(_new(words) if person.role >= Role.EDITOR else ()),
        *(table(words.text("update.drafts"), heads, rows, words, top=True)
          if rows else [html.P(words.text("update.no_drafts"))]),
    ]  # fmt: skip


def _stage(desk: Desk, draft: Draft, words: Catalogue) -> str:
    if draft.published:
        return words.text("update.stage.published", edition=draft.published)
    if draft.proposed:
        return words.text("update.stage.proposed", number=draft.proposed)
    if Bench(desk.archive).is_outdated(draft):
        return words.text("update.stage.outdated")
    return words.text(f"update.stage.{'whole' if draft.is_whole else 'empty'}")


def _new(words: Catalogue) -> list[Component]:
    """Begin a draft; the template comes before it."""
    return [
        html.Ol(
            [
                html.Li(html.A(words.text("update.template"), href=TEMPLATE)),
                html.Li(words.text("update.step_begin")),
                html.Li(words.text("update.step_hand_in")),
                html.Li(words.text("update.step_publish")),
            ]
        ),
        html.Div(
            [
                html.Label(words.text("update.title"), htmlFor=ids.STAFF_TITLE),
                dcc.Input(id=ids.STAFF_TITLE, type="text", maxLength=LONGEST_TITLE),
                html.Button(words.text("update.begin"), id=ids.STAFF_BEGIN, className="main"),
            ],
            className="asked",
        ),
        html.Div(id=ids.STAFF_TOLD, role="status"),
    ]


def _draft(desk: Desk, draft: Draft, person: Person, words: Catalogue) -> list[Component]:
    state = read_state(draft.folder)
    works = is_running(state)
    return [
        html.P(html.A(words.text("update.all"), href=to(PATH, words))),
        html.H1(draft.title),
        html.P(words.text("update.began", who=draft.who, when=moment(draft.when, words),
                          edition=draft.edition)),
        *_told(desk, draft, words),
        *(handing(draft, words, may=person.role >= Role.EDITOR and not draft.published)),
        html.Div(job_bar(state, words), id=ids.STAFF_JOB, role="status"),
        html.Button(words.text("update.stop"), id=ids.STAFF_STOP, hidden=not works),
        dcc.Interval(id=ids.STAFF_CLOCK, interval=CLOCK_MS, disabled=not works),
        html.Div(id=ids.STAFF_TOLD, role="status"),
        html.Div(report(draft, words), id=ids.STAFF_ANSWER),
        publishing(draft, words, may=_may_publish(desk, draft, person),
                   second=desk.settings.approval),
        discarding(words, may=person.role >= Role.EDITOR),
    ]  # fmt: skip


def _may_publish(desk: Desk, draft: Draft, person: Person) -> bool:
    return person.role >= publishing_role(desk) and not draft.published and not draft.proposed


def _told(desk: Desk, draft: Draft, words: Catalogue) -> list[Component]:
    """What must be known of a draft before anything is done with it."""
    if draft.published:
        return [said(words.text("update.stage.published", edition=draft.published))]
    if draft.proposed:
        return [said(words.text("update.stage.proposed", number=draft.proposed))]
    if Bench(desk.archive).is_outdated(draft):
        return [
            said(words.text("drafting.outdated"), wrong=True),
            html.Button(words.text("update.renew"), id=ids.STAFF_RENEW, className="main"),
        ]
    return []
