"""What the page about the figures tells of the plan: visions, the office to ask, efforts."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.catalogue import Catalogue
from dashboard.parts.tables import table
from dashboard.payload.activities import LISTED, write_activities, write_evaluation
from dashboard.payload.contact import write_contact
from dashboard.payload.told import write_rule
from geodata.disclosure.primary import is_unprinted
from geodata.package.package import Package

#: So few persons behind a count are told of.
FEW = 4


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
    rule = package.descriptor.disclosure
    small = [o for o in package.observations
             if o.indicator in names and o.geography in areas and o.value <= FEW
             and not (rule and is_unprinted(o, rule))]  # fmt: skip
    series = ", ".join(dict.fromkeys(names[o.indicator] for o in small))
    said = words.text("about.privacy.small", count=len(small), few=FEW, series=series)
    hiding = [html.P(text) for text in write_rule(package, words)]
    return [
        *([html.P(said)] if small else []),
        *hiding,
        html.P(words.text("about.privacy.persons")),
    ]


def activities(package: Package, words: Catalogue) -> list[Component]:
    """Return the activities of the report's table of results, and where the others are told."""
    groups = {group["listed"]: group for group in write_activities(package, words)}
    counted = groups.pop(LISTED[0], None)
    others = sum(len(group["activities"]) for group in groups.values())
    return [
        *([_results(counted, words)] if counted else []),
        *([_more(others, words)] if others else []),
    ]


def _results(group: dict[str, Any], words: Catalogue) -> Component:
    rows = [[a["name"], a["result"], a["met"], a["continues"]] for a in group["activities"]]
    heads = ("activity", "result", "met", "continues")
    return table("activities", heads, rows, words, group["heading"])


def _more(count: int, words: Catalogue) -> Component:
    """The page is built by React part by part: what Sammenlign shows is not built here again."""
    address = f"/sammenlign?fane=indsatser&sprog={words.language}"
    return html.P([html.A(words.text("about.activities.more", count=count), href=address)])


def evaluation(package: Package, words: Catalogue) -> list[Component]:
    """Return the evaluation's figures with the words of the report."""
    rows = [[e["text"], html.Span(e["project"], lang="da"), html.Q(e["printed"], lang="da")]
            for e in write_evaluation(package, words)]  # fmt: skip
    return [table("evaluation", ("figure", "project", "printed"), rows, words)]
