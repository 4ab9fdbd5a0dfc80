"""Show how far a job is: a bar that moves while it runs, and a sentence when it is over."""

from dash import html
from dash.development.base_component import Component

from dashboard.catalogue import Catalogue
from dashboard.drafting.state import WHY, Stage, State
from dashboard.sentences import said_in
from dashboard.staff.tables import said

#: So often a page asks how far its job is, in milliseconds.
CLOCK_MS = 500


def job_bar(state: State | None, words: Catalogue) -> list[Component]:
    """Return what is shown of a job; nothing where there was none."""
    if state is None:
        return []
    if state.is_over:
        return [_ended(state, words)]
    name = words.text(f"update.job.{state.kind}")
    far = {"value": str(state.done), "max": str(state.of)} if state.of > 1 else {}
    return [html.Label([name, html.Progress(**far)], className="job")]


def _ended(state: State, words: Catalogue) -> Component:
    if state.stage == Stage.LOST:
        return said(words.text("drafting.lost"), wrong=True)
    wrong = state.stage != Stage.DONE or state.key == "drafting.has_faults"
    values = {name: said_in(words, value) if name == WHY else value
              for name, value in state.values.items()}  # fmt: skip
    return said(words.text(state.key, **values), wrong=wrong)
