"""A layout becomes plain HTML: its words, its tables and its links, and nothing that needs a script."""

import json

import pytest
from dash import html

from dashboard.compiling.plain import as_html, found, opening

from .layouts import plain


def written(component):
    return as_html(plain(component))


def test_an_element_has_its_attributes_as_html_names_them():
    part = html.A("Vej & sti", href="/om?a=1&b=2", className="x", tabIndex="-1", title=None)
    assert written(part) == '<a class="x" href="/om?a=1&amp;b=2" tabindex="-1">Vej &amp; sti</a>'


def test_words_stay_words():
    assert (
        written(html.P(["<script>", html.B('"'), None, 3])) == "<p>&lt;script&gt;<b>&#34;</b>3</p>"
    )


def test_what_is_open_is_open_and_what_is_not_is_not():
    assert written(html.Details("x", open=True)) == "<details open>x</details>"
    assert written(html.Details("x", open=False)) == "<details>x</details>"


def test_a_table_that_is_held_as_text_is_written():
    table = json.dumps(plain(html.Table(html.Tr(html.Td("7")))))
    assert written(html.Div(**{"data-written": table})) == (
        "<div><table><tr><td>7</td></tr></table></div>"
    )


def test_what_only_a_script_can_answer_is_left_out():
    assert written(html.P(["a", html.Button("b"), html.Br()])) == "<p>a<br></p>"


def test_a_page_opens_with_its_head_and_heading_or_with_all_of_it():
    page = plain(
        html.Div([html.Header("H"), html.Main([html.H1("T"), html.P("x")], className="prose")])
    )
    start = '<div class="page"><header>H</header><main id="main" class="without-script'
    assert opening(page, whole=False).startswith(start)
    assert opening(page, whole=False).endswith("<h1>T</h1>")
    # what follows is joined to it as it is
    assert (opening(page, whole=False) + "<p>").endswith("<h1>T</h1><p>")
    assert opening(page, whole=True).endswith("<h1>T</h1><p>x</p>")


def test_what_is_not_there_is_not_found():
    with pytest.raises(LookupError):
        found(plain(html.P("x")), lambda part: part["type"] == "Main")
