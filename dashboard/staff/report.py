"""Show what an import said: faults by their cells, names to confirm, remarks, and the difference."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import ids, numbers
from dashboard.archive.told import told
from dashboard.catalogue import Catalogue
from dashboard.drafting.bench import TEXT, WORKBOOK, Draft
from dashboard.sentences import all_said
from dashboard.staff.files import KEPT
from dashboard.staff.handing import choice
from dashboard.staff.moved import moved_map
from dashboard.staff.names_meant import name_choices
from dashboard.staff.tables import said, table
from geodata.tables.plausible import decimals_of

Found = Mapping[str, Any]


def report(draft: Draft, words: Catalogue) -> list[Component]:
    """Return what a person sees of a draft's last answer, see `dashboard.drafting.answers`."""
    answer = draft.answer()
    if answer is None:
        return []
    return [
        html.H2(words.text("update.answer")),
        _to_take_away(draft, words),
        *_faults(answer["faults"], words),
        *_names(answer["suggestions"], words),
        *_told(answer["told"], words),
        *map(said, all_said(words, answer.get("hidden", ()))),
        *(changes(answer["difference"], words) if "difference" in answer else ()),
    ]


def _to_take_away(draft: Draft, words: Catalogue) -> Component:
    names = [name for name in (TEXT, WORKBOOK) if (draft.folder / name).is_file()]
    links = [html.Li(html.A(words.text(f"update.file.{name.partition('.')[2]}"),
                            href=f"{KEPT}/{draft.id}/{name}")) for name in names]  # fmt: skip
    return html.Ul(links, className="files")


def _faults(faults: Sequence[Found], words: Catalogue) -> Iterator[Component]:
    if faults:
        heads = ("file", "where", "field", "found", "allowed")
        rows = [all_said(words, [fault[head] for head in heads]) for fault in faults]
        named = [words.text(f"update.head.{head}") for head in heads]
        yield from table(words.text("update.faults"), named, rows, words)


def _names(suggestions: Sequence[Found], words: Catalogue) -> Iterator[Component]:
    """What is near to a name that is known, or may be new: a person says what is meant."""
    options = name_choices(suggestions, words)
    hidden = not suggestions
    title = words.text("update.names")
    yield html.Div(
        [
            html.P(words.text("update.names_intro")),
            choice(title, dcc.Checklist(options, [], id=ids.STAFF_NAMES)),
            html.Button(words.text("update.confirm"), id=ids.STAFF_CONFIRM, className="main"),
        ],
        hidden=hidden,
    )


def _told(lines: Sequence[str], words: Catalogue) -> Iterator[Component]:
    if lines:
        title = words.text("update.told", count=len(lines))
        told_here = [html.Li(line) for line in all_said(words, lines)]
        yield html.Details([html.Summary(title), html.Ul(told_here)])


def changes(found: Found, words: Catalogue) -> Iterator[Component]:
    """Yield what a draft changes of what is published: tables, and old and new on one map.

    A difference that was kept for the public has no shapes.
    """
    step = told("", "", found, words)
    yield html.H2(words.text("update.changes"))
    if step.empty:
        yield html.P(words.text("editions.nothing"))
    for part in step.parts:
        yield from table(part.title, part.heads, part.rows, words)
    yield from _classes(found, words)
    if found.get("shapes"):
        yield from moved_map(found["shapes"], words)


def _classes(found: Found, words: Catalogue) -> Iterator[Component]:
    """Where the bounds of classes are others: there a colour means another value from now on."""
    names = found["names"]["series"]
    rows = [
        [names.get(one["series"], {}).get(words.language, one["series"]),
         _bounds(one["old"], words), _bounds(one["new"], words)]
        for one in found.get("classes", ())
    ]  # fmt: skip
    if rows:
        heads = [words.text(f"editions.head.{head}") for head in ("series", "before", "now")]
        yield from table(words.text("update.classes"), heads, rows, words)


def _bounds(classes: Sequence[Sequence[float]], words: Catalogue) -> str:
    def number(value: float) -> str:
        return numbers.number(value, decimals_of(value), words)

    return "; ".join(f"{number(low)} – {number(high)}" for low, high in classes)
