"""Do what somebody asks for on the page of drafts, and say what came of it.

Each function is what a callback calls; who may call it is said where it is put in.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from dash import no_update
from dash.development.base_component import Component

from dashboard.catalogue import Catalogue
from dashboard.drafting import jobs
from dashboard.drafting.bench import Bench, Draft
from dashboard.drafting.errors import DraftingError
from dashboard.drafting.state import State, is_running, read_state
from dashboard.drafting.uploads import content_of, keep
from dashboard.identity.guard import audit, demand
from dashboard.identity.person import Role
from dashboard.staff.asked import DRAFT, asked_in, words_of
from dashboard.staff.beginning import Said, Wanted, begin_job
from dashboard.staff.desk import Desk
from dashboard.staff.handing import files_of
from dashboard.staff.names_meant import names_meant
from dashboard.staff.progress import job_bar
from dashboard.staff.report import report
from dashboard.staff.tables import refused, said
from dashboard.staff.texts import LONGEST_TITLE, LONGEST_WHY, text_of, texts_of


def now() -> str:
    """Return this moment, with its zone."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def begin(desk: Desk, title: object, search: object) -> tuple[Any, Any]:
    """Begin a draft; return the address of its page, or why there is none."""
    words = words_of(search)
    try:
        name = text_of(title, LONGEST_TITLE, "no_title")
        draft = Bench(desk.archive).begin(name, demand(Role.EDITOR).id, now())
    except DraftingError as error:
        return no_update, refused(error, words)
    audit("draft begun", draft=draft.id)
    return _search(draft, words), no_update


def renew(desk: Desk, search: object) -> tuple[Any, Any]:
    """Begin again from what is shown now, with the same files; return the address of it."""
    words, bench = words_of(search), Bench(desk.archive)
    try:
        old = _draft(desk, search)
        new = bench.begin(old.title, demand(Role.EDITOR).id, now())
        for file in old.files.iterdir():
            keep(new, file.name, file.read_bytes())
    except DraftingError as error:
        return no_update, refused(error, words)
    audit("draft begun", draft=new.id, after=old.id)
    return _search(new, words), no_update


def discard(desk: Desk, search: object) -> tuple[Any, Any]:
    """Remove a draft; return the address of the list of drafts."""
    words = words_of(search)
    try:
        draft = _draft(desk, search)
        if is_running(read_state(draft.folder)):
            raise DraftingError("running")
        Bench(desk.archive).discard(draft)
    except DraftingError as error:
        return no_update, refused(error, words)
    audit("draft discarded", draft=draft.id)
    return _search(None, words), no_update


def upload(
    desk: Desk, names: object, contents: object, search: object
) -> tuple[list[Component], list[Component]]:
    """Keep files that were handed in; return the list of files and what is said."""
    words = words_of(search)
    try:
        draft = _draft(desk, search)
    except DraftingError as error:
        return [], [refused(error, words)]
    kept: list[str] = []
    told: list[Component] = []
    for name, content in zip(texts_of(names), texts_of(contents), strict=False):
        try:
            kept.append(keep(draft, name, content_of(content)))
        except DraftingError as error:
            told.append(refused(error, words))
    if kept:
        audit("files handed in", draft=draft.id, files=", ".join(kept))
        told.append(said(words.text("update.kept", names=", ".join(kept))))
    return files_of(draft, words, tuple(kept)), told


def take_in(
    desk: Desk, files: object, kind: object, confidence: object, error: object,
    since: object, search: object,
) -> Said:  # fmt: skip
    """Let a job take the chosen files into the draft."""
    task = {"files": texts_of(files), "taken_as": str(kind), "confidence": str(confidence or ""),
            "error_m": float(error) if isinstance(error, int | float) else None,
            "since": since.strip() if isinstance(since, str) else ""}  # fmt: skip

    def wanted() -> Wanted:
        if not task["files"]:
            raise DraftingError("no_files")
        return _of(desk, search, task)

    return begin_job(desk, "take_in", Role.EDITOR, search, wanted)


def confirm(desk: Desk, chosen: object, search: object) -> Said:
    """Take the files of the last import in again, with names that a person confirmed, or said to be new."""

    def wanted() -> Wanted:
        last = _last(desk, search)
        confirmed, new = names_meant(texts_of(chosen))
        if last is None or "files" not in last.task:
            raise DraftingError("no_names")
        said = {"confirmed": {**last.task.get("confirmed", {}), **confirmed},
                "new": {**last.task.get("new", {}), **new}}  # fmt: skip
        return _of(desk, search, {**last.task, **said})

    return begin_job(desk, "take_in", Role.EDITOR, search, wanted)


def publish(desk: Desk, why: object, search: object) -> Said:
    """Let a job publish the draft."""

    def wanted() -> Wanted:
        return _of(desk, search, {"why": text_of(why, LONGEST_WHY, "no_why")})

    return begin_job(desk, "publish", Role.EDITOR, search, wanted)


def stop(desk: Desk, search: object) -> None:
    """Ask the job of a draft to end."""
    if _last(desk, search) is not None:
        draft = _draft(desk, search)
        audit("job stopped", draft=draft.id)
        jobs.stop(desk.archive, draft.id)


def follow(
    desk: Desk, _ticks: object, search: object
) -> tuple[list[Component], Any, bool, bool, Any]:
    """Return a job's bar, the answer once it is over, twice whether nothing runs, and where to go.

    A draft that was published has another page.
    """
    words = words_of(search)
    try:
        draft = _draft(desk, search)
    except DraftingError as error:
        return [refused(error, words)], no_update, True, True, no_update
    state = read_state(draft.folder)
    is_over = not is_running(state)
    answer = report(draft, words) if is_over else no_update
    to = _search(draft, words, draft.published) if is_over and draft.published else no_update
    return job_bar(state, words), answer, is_over, is_over, to


def _of(desk: Desk, search: object, task: Mapping[str, Any]) -> Wanted:
    """A job of the draft that the address names."""
    own = _draft(desk, search).id
    return Wanted(own, task, {"draft": own})


def _draft(desk: Desk, search: object) -> Draft:
    return Bench(desk.archive).draft(asked_in(search).get(DRAFT, ""))


def _last(desk: Desk, search: object) -> State | None:
    """The last job of a draft; none where there is no such draft."""
    try:
        return read_state(_draft(desk, search).folder)
    except DraftingError:
        return None


def _search(draft: Draft | None, words: Catalogue, edition: str = "") -> str:
    parts = {"sprog": words.language, DRAFT: draft.id if draft else "", "udgave": edition}
    return f"?{urlencode({name: part for name, part in parts.items() if part})}"
