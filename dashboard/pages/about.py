"""The page about the figures: sources, method, outlines, findings, goals, words, licences."""

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.catalogue import Catalogue
from dashboard.parts import knowledge, plan
from dashboard.parts.ground import Ground
from dashboard.parts.header import header
from dashboard.parts.lacking import lacking
from dashboard.parts.sources import report_name, sources
from dashboard.payload.cells import CellWriter
from geodata.disclosure.primary import unprinted_count
from geodata.package.package import Package

#: Words that the tables use without explaining them.
GLOSSARY = ("restgruppen", "hfu", "ssp", "baseline", "full_year", "evictions", "points", "break")
#: The sections that say so where the package has nothing for them.
TOLD_LACKING = ("goals", "activities", "evaluation")


def layout(package: Package, _: Ground, words: Catalogue) -> Component:
    """Return the page; everything on it comes from the package and the catalogue."""
    title: str = getattr(package.descriptor, f"title_{words.language}")
    cells = CellWriter(package, words)
    sections = (
        ("sources", sources(package, words)),
        ("method", _paragraphs("method", 5, words)),
        ("outlines", knowledge.outlines(package, words)),
        ("findings", knowledge.findings(package, cells)),
        ("told", knowledge.told(package, words)),
        ("visions", plan.visions(package, words) if package.descriptor.visions else []),
        ("goals", knowledge.goals(package, words)),
        ("activities", plan.activities(package, words)),
        ("evaluation", plan.evaluation(package, words)),
        ("office", plan.office(package, words)),
        ("privacy", plan.privacy(package, words)),
        ("words", _glossary(words)),
    )
    lacks = {name: lacking(package, (name,), words) for name in TOLD_LACKING}
    shown = [(name, lacks.get(name) or body) for name, body in sections]
    shown = [(name, body) for name, body in shown if body]
    return html.Div(
        [
            header(title, "about", words),
            html.Div(id=ids.NOTICE, role="status", className="notice"),
            html.Main(
                [
                    html.H1(words.text("about.heading")),
                    html.P(
                        _intro(package, words),
                        className="lead",
                    ),
                    _contents([name for name, _ in shown], words),
                    *(_section(name, body, words) for name, body in shown),
                ],
                id=ids.MAIN,
                tabIndex="-1",
                className="prose",
            ),
        ],
        id=ids.PAGE,
        className="page page-about",
    )


def _intro(package: Package, words: Catalogue) -> str:
    values, unprinted = len(package.observations), unprinted_count(package)
    if unprinted:
        return words.text("about.intro.unprinted", values=values, unprinted=unprinted)
    report = report_name(package, words)
    if not report:
        return words.text("about.intro.plain", values=values)
    return words.text("about.intro", values=values, report=report)


def _contents(names: list[str], words: Catalogue) -> Component:
    links = [html.Li(html.A(words.text(f"about.{name}"), href=f"#om-{name}")) for name in names]
    return html.Nav(html.Ul(links), **{"aria-label": words.text("about.contents")})


def _section(name: str, body: list[Component], words: Catalogue) -> Component:
    return html.Section([html.H2(words.text(f"about.{name}")), *body], id=f"om-{name}")


def _paragraphs(name: str, count: int, words: Catalogue) -> list[Component]:
    return [html.P(words.text(f"about.{name}.{i}")) for i in range(1, count + 1)]


def _glossary(words: Catalogue) -> list[Component]:
    pairs = [
        part
        for word in GLOSSARY
        for part in (
            html.Dt(words.text(f"glossary.{word}.term")),
            html.Dd(words.text(f"glossary.{word}.text")),
        )
    ]
    return [html.Dl(pairs)]
