"""What is proposed: who wants which edition shown, what it would change, and a second person's word."""

from collections.abc import Mapping

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.archive.archive import ArchiveError
from dashboard.archive.pages import moment
from dashboard.archive.proposals import Proposal, State, proposals, state_of
from dashboard.catalogue import Catalogue
from dashboard.drafting.errors import DraftingError
from dashboard.drafting.jobs import SWITCHING
from dashboard.identity.guard import demand
from dashboard.identity.person import Person, Role
from dashboard.staff.asked import to
from dashboard.staff.beginning import Said, Wanted, begin_job
from dashboard.staff.desk import Desk
from dashboard.staff.handing import choice
from dashboard.staff.report import changes
from dashboard.staff.tables import table

#: The part of an address that names the proposal whose difference is looked at.
LOOKED_AT = "forslag"


def open_proposals(desk: Desk) -> list[Proposal]:
    """Return what waits for a second person."""
    archive = desk.archive
    return [one for one in proposals(archive) if state_of(archive, one) is State.OPEN]


def proposed(
    desk: Desk, person: Person, words: Catalogue, path: str, asked: Mapping[str, str]
) -> list[Component]:
    """Return what waits, the form that lets it through, and the difference that is asked for."""
    waiting = open_proposals(desk)
    if not waiting:
        return []
    heads = [
        words.text(f"update.head.{head}") for head in ("when", "edition", "who", "why", "change")
    ]
    rows = [[moment(one.by.when, words), one.edition, one.by.who, one.by.why,
             html.A(words.text("editions.see"), href=to(path, words, **{LOOKED_AT: str(one.number)}))]
            for one in waiting]  # fmt: skip
    looked_at = [one for one in waiting if str(one.number) == asked.get(LOOKED_AT)]
    return [
        *table(words.text("update.proposals"), heads, rows, words, top=True),
        *(part for one in looked_at for part in _difference(desk, one, words)),
        _form(waiting, person, words),
    ]


def _difference(desk: Desk, proposal: Proposal, words: Catalogue) -> list[Component]:
    found = desk.archive.difference(str(proposal.before), proposal.edition)
    return [] if found is None else list(changes(found, words))


def _form(waiting: list[Proposal], person: Person, words: Catalogue) -> Component:
    options = {str(one.number): f"{one.edition}: {one.by.why} ({one.by.who})" for one in waiting}
    return html.Section(
        [
            html.H2(words.text("update.approve_heading")),
            html.P(words.text("update.approve_intro")),
            choice(words.text("update.back_which"), dcc.RadioItems(options, id=ids.STAFF_PROPOSAL)),
            html.Button(words.text("update.approve"), id=ids.STAFF_APPROVE, className="main"),
            html.Button(words.text("update.withdraw"), id=ids.STAFF_WITHDRAW),
        ],
        hidden=person.role < Role.PUBLISHER,
        className="asked",
    )


def approve(desk: Desk, number: object, search: object) -> Said:
    """Let a job show what somebody else proposed."""

    def wanted() -> Wanted:
        chosen = _chosen(desk, number)
        if chosen.by.who == demand(Role.PUBLISHER).id:
            raise DraftingError("own_proposal")
        return _of(chosen)

    return begin_job(desk, "approve", Role.PUBLISHER, search, wanted)


def withdraw(desk: Desk, number: object, search: object) -> Said:
    """Let a job take a proposal back."""
    return begin_job(desk, "withdraw", Role.PUBLISHER, search, lambda: _of(_chosen(desk, number)))


def _of(proposal: Proposal) -> Wanted:
    return Wanted(
        SWITCHING,
        {"number": proposal.number},
        {"proposal": proposal.number, "edition": proposal.edition},
    )


def _chosen(desk: Desk, number: object) -> Proposal:
    try:
        found = [one for one in open_proposals(desk) if str(one.number) == number]
    except ArchiveError as error:
        raise DraftingError("no_proposal") from error
    if not found:
        raise DraftingError("no_proposal")
    return found[0]
