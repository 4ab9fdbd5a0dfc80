"""Begin a job that somebody asks for on a page, and say that it was begun, or why not."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from dash import no_update
from dash.development.base_component import Component

from dashboard.drafting import jobs
from dashboard.drafting.errors import DraftingError
from dashboard.drafting.jobs import job_folder
from dashboard.drafting.state import read_state
from dashboard.identity.guard import audit, demand
from dashboard.identity.log import Fact
from dashboard.identity.person import Role
from dashboard.staff.asked import words_of
from dashboard.staff.desk import Desk
from dashboard.staff.progress import job_bar
from dashboard.staff.tables import refused

#: What is said, the bar of the job that was begun, and whether the clock rests.
Said = tuple[list[Component], Any, bool]


@dataclass(frozen=True)
class Wanted:
    """A job that is asked for: in which folder, with which task, and what the log says of it."""

    own: str
    task: Mapping[str, Any]
    facts: Mapping[str, Fact] = field(default_factory=dict)


def begin_job(
    desk: Desk, kind: str, role: Role, search: object, wanted: Callable[[], Wanted]
) -> Said:
    """Begin what is wanted for whoever asks; a `DraftingError` in any of it is said."""
    words, person = words_of(search), demand(role)
    try:
        job = wanted()
        jobs.begin(desk.archive, job.own, kind, person.id, job.task)
    except DraftingError as error:
        return [refused(error, words)], no_update, True
    audit("job begun", kind=kind, **job.facts)
    return [], job_bar(read_state(job_folder(desk.archive, job.own)), words), False
