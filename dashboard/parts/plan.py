"""What the page about the figures tells of the plan: visions, the office to ask, efforts."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.catalogue import Catalogue
from dashboard.parts.tables import table
from dashboard.payload.activities import write_activities, write_evaluation
from dashboard.payload.contact import write_contact
from geodata.package import Package

#: So few persons behind a count are told of.
FEW = 4
#: The answers of a group of activities that stand as columns of their own.
_ANSWERS = ("met", "continues")


def visions(package: Package, words: Catalogue) -> list[Component]:
    """Return the plan's visions in our own words, each with words of the report."""
    items = [
        html.Li([getattr(v, f"text_{words.language}"), " ", html.Q(v.quote, lang="da")])
        for v in package.descriptor.visions
    ]
    return [html.P(words.text("about.visions.text")), html.Ul(items)]


def office(package: Package, words: Catalogue) -> list[Component]:
    """Return the office that residents may ask, with its public number and address."""
    found = write_contact(package, words)
    if found is None:
        return []
    links = [
        html.A(found["phone"], href=found["call"]),
        html.A(found["site"], href=found["url"], rel="noopener"),
    ]
    return [html.P([found["ask"], " ", found["address"], " · ", links[0], " · ", links[1]])]


def privacy(package: Package, words: Catalogue) -> list[Component]:
    """Say which series have so small counts that they concern few persons, and what is left out."""
    names = {i.id: getattr(i, f"name_{words.language}") for i in package.indicators if i.is_count}
    areas = {area.id for area in package.areas}
    small = [o for o in package.observations
             if o.indicator in names and o.geography in areas and o.value <= FEW]  # fmt: skip
    series = ", ".join(dict.fromkeys(names[o.indicator] for o in small))
    said = words.text("about.privacy.small", count=len(small), few=FEW, series=series)
    return [*([html.P(said)] if small else []), html.P(words.text("about.privacy.persons"))]


def activities(package: Package, words: Catalogue) -> list[Component]:
    """Return the plan's activities with their results, a table for each place in the report."""
    return [_group(group, words) for group in write_activities(package, words)]


def _group(group: dict[str, Any], words: Catalogue) -> Component:
    asked = [key for key in _ANSWERS if any(a[key] for a in group["activities"])]
    rows = [
        [a["name"], _result(a, words), *(a[key] for key in asked), _place(a)]
        for a in group["activities"]
    ]
    return table(
        "activities", ("activity", "result", *asked, "heading"), rows, words, group["heading"]
    )


def _result(activity: dict[str, Any], words: Catalogue) -> Component:
    link = html.A(words.text("ui.readMore"), href=activity["url"], rel="noopener")
    return html.Span([activity["result"], *([" ", link] if activity["url"] else [])])


def _place(activity: dict[str, Any]) -> Component:
    """Where it stands in the report: the heading, and its own name there if it has another here."""
    quotes = [activity["heading"], *filter(None, [activity["printed"]])]
    return html.Span([part for quote in quotes for part in (html.Q(quote, lang="da"), " ")][:-1])


def evaluation(package: Package, words: Catalogue) -> list[Component]:
    """Return the evaluation's figures with the words of the report."""
    rows = [[e["text"], e["group"], html.Span(e["project"], lang="da"), html.Q(e["printed"], lang="da")]
            for e in write_evaluation(package, words)]  # fmt: skip
    return [table("evaluation", ("figure", "group", "project", "printed"), rows, words)]
