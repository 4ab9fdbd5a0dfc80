"""Tables and lists of what a package knows about itself, for the page about the figures."""

from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component

from dashboard import numbers
from dashboard.catalogue import Catalogue
from dashboard.parts.tables import table
from dashboard.payload.cells import CellWriter
from dashboard.payload.features import feature_name
from geodata.findings import Finding, Severity
from geodata.package import Package
from geodata.quality import find
from geodata.records import split_list


def outlines(package: Package, words: Catalogue) -> list[Component]:
    """Return the outlines with their error and what they rest on."""
    names = {g.id: getattr(g, f"name_{words.language}") for g in package.geographies}
    rows = [
        [names.get(str(identifier)) or feature_name(row, words), f"±{numbers.number(row['error_m'], 0, words)}{numbers.NBSP}m",
         words.text(f"confidence.{row['confidence']}"), row[f"basis_{words.language}"]]
        for layer in ("areas", "parks", "paths")
        for identifier, row in package.layers[layer].iterrows()
    ]  # fmt: skip
    heads = ("name", "error", "confidence", "basis")
    text = words.text("about.outlines.text")
    return [html.P(text), table("outlines", heads, rows, words)]


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
        listed = table("findings", heads, [_finding(f, cells) for f in own], words, heading)
        body = html.Details([html.Summary(heading), listed], open=severity != Severity.NOTE)
        parts.append(body)
    return parts


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
