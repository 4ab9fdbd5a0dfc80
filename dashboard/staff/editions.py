"""The page of editions: who published what, and the way back to an older one."""

from collections.abc import Mapping

from dash import dcc, html, no_update
from dash.development.base_component import Component

from dashboard import ids
from dashboard.archive.archive import Switch
from dashboard.archive.pages import PATH as PUBLIC
from dashboard.archive.pages import moment
from dashboard.catalogue import Catalogue
from dashboard.drafting.errors import DraftingError
from dashboard.drafting.jobs import SWITCHING, job_folder
from dashboard.drafting.state import is_running, read_state
from dashboard.identity.person import Person, Role
from dashboard.identity.settings import AREA
from dashboard.staff.asked import to, words_of
from dashboard.staff.beginning import Said, Wanted, begin_job
from dashboard.staff.desk import Desk
from dashboard.staff.handing import choice
from dashboard.staff.progress import CLOCK_MS, job_bar
from dashboard.staff.proposals import proposed
from dashboard.staff.tables import Row, table
from dashboard.staff.texts import LONGEST_WHY, text_of

PATH = f"{AREA}udgaver"


def layout(
    desk: Desk, person: Person, words: Catalogue, asked: Mapping[str, str]
) -> list[Component]:
    """Return what is on the page."""
    state = read_state(job_folder(desk.archive, SWITCHING))
    works = is_running(state)
    return [
        html.H1(words.text("staff.nav.editions")),
        html.Div(_list(desk, words), id=ids.STAFF_EDITIONS),
        *proposed(desk, person, words, PATH, asked),
        html.Div(job_bar(state, words) if works else [], id=ids.STAFF_BACK_JOB, role="status"),
        html.Div(id=ids.STAFF_BACK_SAID, role="status"),
        dcc.Interval(id=ids.STAFF_BACK_CLOCK, interval=CLOCK_MS, disabled=not works),
        _back(desk, words, may=person.role >= Role.PUBLISHER),
    ]


def _list(desk: Desk, words: Catalogue) -> list[Component]:
    switches = desk.archive.switches()
    heads = [
        words.text(f"update.head.{head}") for head in ("when", "edition", "who", "why", "change")
    ]
    rows = [_row(one, words) for one in reversed(switches)]
    return table(words.text("update.editions"), heads, rows, words, top=True)


def _row(switch: Switch, words: Catalogue) -> Row:
    back = f" ({words.text('editions.rollback')})" if switch.kind == "rollback" else ""
    changed: str | Component = words.text("editions.first")
    if switch.before:
        address = to(PUBLIC, words, fra=switch.before, til=switch.edition)
        changed = html.A(words.text("editions.see"), href=address)
    return [
        moment(switch.by.when, words),
        switch.edition,
        switch.by.who,
        switch.by.why + back,
        changed,
    ]


def _back(desk: Desk, words: Catalogue, *, may: bool) -> Component:
    """The way back, to every edition that is there and was shown before."""
    there, current = set(desk.archive.editions()), desk.archive.current()
    options = {one.edition: f"{moment(one.by.when, words)}: {one.by.why}"
               for one in desk.archive.switches()
               if one.edition in there and one.edition != current}  # fmt: skip
    return html.Section(
        [
            html.H2(words.text("update.back_heading")),
            html.P(words.text("update.back_intro")),
            choice(words.text("update.back_which"), dcc.RadioItems(options, id=ids.STAFF_BACK_TO)),
            html.Label(words.text("update.why"), htmlFor=ids.STAFF_BACK_WHY),
            dcc.Input(id=ids.STAFF_BACK_WHY, type="text", maxLength=LONGEST_WHY),
            html.Button(words.text("update.back"), id=ids.STAFF_BACK, className="main"),
        ],
        hidden=not (may and options),
        className="asked",
    )


def go_back(desk: Desk, edition: object, why: object, search: object) -> Said:
    """Let a job show an older edition again."""

    def wanted() -> Wanted:
        if edition not in desk.archive.editions():
            raise DraftingError("no_edition")
        task = {"edition": edition, "why": text_of(why, LONGEST_WHY, "no_why")}
        return Wanted(SWITCHING, task, {"edition": str(edition)})

    return begin_job(desk, "go_back", Role.PUBLISHER, search, wanted)


def follow_back(desk: Desk, _ticks: object, search: object) -> Said:
    """Return the bar of the job, the list anew once it is over, and whether the clock rests."""
    words = words_of(search)
    state = read_state(job_folder(desk.archive, SWITCHING))
    is_over = not is_running(state)
    return job_bar(state, words), _list(desk, words) if is_over else no_update, is_over
