"""Tables and lists of what a package knows about itself, for the page about the figures."""

from collections.abc import Iterable
from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard import numbers
from dashboard.catalogue import Catalogue
from dashboard.parts.sources import are_own
from dashboard.parts.tables import table
from dashboard.payload.cells import CellWriter
from dashboard.payload.features import feature_name
from dashboard.payload.outlines import span_words
from dashboard.payload.told import write_remark, write_told
from geodata.package.package import Package
from geodata.rules.quality import find
from geodata.tables.findings import Finding, Severity
from geodata.tables.records import Remark, split_list

#: The most rows that a remark names; of more it says how many.
_NAMED = 3
#: The most findings of a kind that are listed; a country has tens of thousands.
_LISTED = 300


def outlines(package: Package, words: Catalogue) -> list[Component]:
    """Return the outlines with their error and what they rest on."""
    names = {g.id: getattr(g, f"name_{words.language}") for g in package.geographies}
    rows = [
        [_outlined(names.get(str(identifier)) or feature_name(row, words), row, words), f"±{numbers.number(row['error_m'], 0, words)}{numbers.NBSP}m",
         words.text(f"confidence.{row['confidence']}"), row[f"basis_{words.language}"]]
        for layer in ("areas", "parks", "paths")
        for identifier, row in package.every_outline(layer).iterrows()
    ]  # fmt: skip
    heads = ("name", "error", "confidence", "basis")
    text = words.text("about.outlines.own" if are_own(package) else "about.outlines.given")
    return [html.P(text), table("outlines", heads, rows, words)]


def _outlined(name: str, row: "pd.Series[Any]", words: Catalogue) -> str:
    """A feature with the time of its outline, where it has one."""
    times = span_words(row["valid_from"], row["valid_to"], words)
    return f"{name}, {times}" if times else name


def findings(package: Package, cells: CellWriter) -> list[Component]:
    """Return what the rules found, gravest first, with the cells of the report."""
    words = cells.words
    found = find(package)
    parts: list[Component] = [html.P(words.text("about.findings.text"))]
    for severity in sorted(Severity, reverse=True):
        own = [f for f in found if f.severity == severity]
        if not own:
            continue
        heading = words.text(f"about.findings.{severity.name.lower()}", count=len(own))
        heads = ("value", "finding", "cell")
        listed = table(
            "findings", heads, [_finding(f, cells) for f in own[:_LISTED]], words, heading
        )
        left = len(own) - _LISTED
        more = [html.P(words.text("about.findings.more", count=left))] if left > 0 else []
        body = html.Details([html.Summary(heading), listed, *more], open=severity != Severity.NOTE)
        parts.append(body)
    return parts


def told(package: Package, words: Catalogue) -> list[Component]:
    """Return what the source leaves out or says in two ways, with what it concerns."""
    names = {i.id: getattr(i, f"name_{words.language}") for i in package.indicators}
    cells = [(names[i.id], one) for i in package.indicators
             for one in write_told(package, i.id, words) if one["kind"] not in ("remark", "rule")]  # fmt: skip
    remarks = [(_about(r, package, words), write_remark(r, words)) for r in package.remarks]
    rows = [[name, _told(one), html.Span(one["place"], lang="da")] for name, one in cells + remarks]
    if not rows:
        return []
    heads = ("told_about", "told_said", "told_place")
    return [html.P(words.text("about.told.text")), table("told", heads, rows, words)]


def _about(remark: Remark, package: Package, words: Catalogue) -> str:
    """Name what a remark is about; more rows than a line holds are counted."""
    about = split_list(remark.about)
    if len(about) > _NAMED:
        return words.text(f"about.told.{remark.table}", count=len(about))
    names = _names(package, remark.table, words)
    return ", ".join(names[part] for part in about)


def _names(package: Package, kind: str, words: Catalogue) -> dict[str, str]:
    """What the rows of a table are called: a goal by its text, a feature by its layer's name."""
    if kind == "features":
        return {str(i): feature_name(row, words)
                for frame in package.layers.values() for i, row in frame.iterrows()}  # fmt: skip
    column = "text" if kind == "goals" else "name"
    return {row.id: getattr(row, f"{column}_{words.language}") for row in getattr(package, kind)}


def _told(one: dict[str, Any]) -> Component:
    return html.Span(
        [one["text"], *([" ", html.Q(one["quote"], lang="da")] if one["quote"] else [])]
    )


def _finding(finding: Finding, cells: CellWriter) -> list[Component | str]:
    o = finding.observation
    value = f"{cells.names[o.indicator]}, {cells.places[o.geography]}, {cells.period(o)}: "
    cell = " / ".join((o.source_table, o.source_row, o.source_column))
    quote = html.Span(f"{cell}: \u201d{o.source_text}\u201d", lang="da")
    return [value + cells.value(o), cells.finding(finding), quote]


def goals(package: Package, words: Catalogue) -> list[Component]:
    """Return the plan's goals with their targets, strategic goals first."""
    text = f"text_{words.language}"
    names = {g.id: getattr(g, f"name_{words.language}") for g in package.geographies}

    def target_items(goal: str) -> Iterable[Component]:
        for target in package.targets:
            if target.goal == goal:
                places = ", ".join(names[g] for g in split_list(target.geographies))
                yield html.Li([getattr(target, text), html.Span(f" {places}", className="places")])

    return [
        html.Section(
            [html.H3(getattr(goal, text)), html.Ul(list(target_items(goal.id)))],
        )
        for goal in package.goals
    ]
