"""Make tables and notices of the staff pages."""

from collections.abc import Iterable, Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.catalogue import Catalogue
from dashboard.drafting.errors import DraftingError

#: So many rows of a table are shown; all of them are in the workbook.
MOST_ROWS = 200
Row = Sequence[str | Component]


def table(
    title: str, heads: Iterable[str], rows: Sequence[Row], words: Catalogue, *, top: bool = False
) -> list[Component]:
    """Return a table with its heading, which scrolls by itself where it is wide.

    `top` says that nothing but the page's own heading is above it.
    """
    head = html.Thead(html.Tr([html.Th(one, scope="col") for one in heads]))
    body = html.Tbody([_row(row) for row in rows[:MOST_ROWS]])
    label = {"aria-label": title}
    shown: list[Component] = [
        html.H2(title) if top else html.H3(title),
        html.Div(
            html.Table([head, body]), className="scroll", role="region", tabIndex="0", **label
        ),
    ]
    if len(rows) > MOST_ROWS:
        shown.append(html.P(words.text("update.more", count=len(rows) - MOST_ROWS)))
    return shown


def _row(row: Row) -> Component:
    first, *others = row
    return html.Tr([html.Th(first, scope="row"), *(html.Td(one) for one in others)])


def said(text: str, *, wrong: bool = False) -> Component:
    """Return a notice."""
    return html.P(text, className="wrong" if wrong else "said")


def refused(error: DraftingError, words: Catalogue) -> Component:
    """Return why something was not done."""
    return said(words.text(error.key, **error.values), wrong=True)
