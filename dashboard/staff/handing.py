"""The forms of a draft: what is handed in, as what, and with which words it is published."""

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.catalogue import Catalogue
from dashboard.drafting.bench import Draft
from dashboard.staff.texts import LONGEST_WHY

#: What can be handed in, see `geodata.intake`, and how exact a shape can be said to be: both are
#: written here, as a worker that shows pages reads no package.
OBSERVATIONS = "observations"
KINDS = (OBSERVATIONS, "areas", "parks", "paths", "places", "milestones", "offers", "sources")
CONFIDENCES = ("exact", "high", "medium", "low")


def handing(draft: Draft, words: Catalogue, *, may: bool) -> list[Component]:
    """Return the form that takes files; hidden from whoever may only look."""
    return [
        html.Section(
            [
                html.H2(words.text("update.files")),
                dcc.Upload(
                    html.Button(words.text("update.choose"), type="button"),
                    id=ids.STAFF_UPLOAD,
                    multiple=True,
                    className="drop",
                ),
                html.Div(files_of(draft, words), id=ids.STAFF_FILES_BOX),
                *_kind(words),
                html.Button(words.text("update.take"), id=ids.STAFF_TAKE, className="main"),
            ],
            hidden=not may,
        )
    ]


def files_of(draft: Draft, words: Catalogue, chosen: tuple[str, ...] = ()) -> list[Component]:
    """Return the files of a draft to choose from: those that came last are chosen."""
    names = sorted(file.name for file in draft.files.iterdir() if not file.name.startswith("."))
    if not names:
        return [dcc.Checklist([], [], id=ids.STAFF_FILES), html.P(words.text("update.no_files"))]
    picked = [name for name in names if name in chosen]
    return [choice(words.text("update.which"), dcc.Checklist(names, picked, id=ids.STAFF_FILES))]


def _kind(words: Catalogue) -> list[Component]:
    options = {one: words.text(f"update.kind.{one}") for one in KINDS}
    exact = {"": words.text("update.exact.file")} | {
        one: words.text(f"update.exact.{one}") for one in CONFIDENCES
    }
    return [
        choice(words.text("update.kind"), dcc.RadioItems(options, OBSERVATIONS, id=ids.STAFF_KIND)),
        html.Details(
            [
                html.Summary(words.text("update.exact")),
                html.P(words.text("update.exact_intro")),
                choice(
                    words.text("update.exact"), dcc.RadioItems(exact, "", id=ids.STAFF_CONFIDENCE)
                ),
                html.Label(words.text("update.since"), htmlFor=ids.STAFF_SINCE),
                dcc.Input(id=ids.STAFF_SINCE, type="text", maxLength=10),
                html.Label(words.text("update.error"), htmlFor=ids.STAFF_ERROR),
                dcc.Input(id=ids.STAFF_ERROR, type="number", min=0, max=100_000, step=1),
            ]
        ),
    ]


def choice(name: str, boxes: Component) -> Component:
    """Return things to choose from with what they are called."""
    return html.Fieldset([html.Legend(name), boxes])


def publishing(draft: Draft, words: Catalogue, *, may: bool, second: bool) -> Component:
    """Return the form that shows a draft to all, or proposes it to a second person."""
    form = "propose" if second else "publish"
    return html.Section(
        [
            html.H2(words.text(f"update.{form}_heading")),
            html.P(words.text(f"update.{form}_intro")),
            html.Label(words.text("update.why"), htmlFor=ids.STAFF_WHY),
            dcc.Input(id=ids.STAFF_WHY, type="text", maxLength=LONGEST_WHY, value=draft.title),
            html.Button(words.text(f"update.{form}"), id=ids.STAFF_PUBLISH, className="main"),
        ],
        hidden=not may,
        className="asked",
    )


def discarding(words: Catalogue, *, may: bool) -> Component:
    """Return the way to remove a draft, in two steps."""
    return html.Details(
        [
            html.Summary(words.text("update.discard")),
            html.P(words.text("update.discard_sure")),
            html.Button(words.text("update.discard_go"), id=ids.STAFF_DISCARD),
        ],
        hidden=not may,
    )
