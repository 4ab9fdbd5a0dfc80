"""What the page about the figures says of where things come from: report, others, ourselves."""

from collections import Counter

from dash import html
from dash.development.base_component import Component

from dashboard import numbers
from dashboard.catalogue import Catalogue
from dashboard.parts.tables import table
from dashboard.payload.places.walks import imported_words
from dashboard.payload.sources import uses, write_source
from geodata.disclosure.primary import unprinted_count
from geodata.package.package import Package
from geodata.tables.records import Source, split_list

#: What may rest on a source, in the order in which it is said.
USES = ("values", "figures", "milestones", "offers", "remarks", "features")


def are_own(package: Package) -> bool:
    """Whether all outlines of areas are drawings of those who made the package.

    A drawing may follow what others say of a place: then it names those sources, too.
    """
    own = {source.id for source in package.sources if source.kind == "own"}
    named = [split_list(str(cell)) for cell in package.every_outline("areas")["source"]]
    return all(own.intersection(ids) for ids in named)


def report_name(package: Package, words: Catalogue) -> str:
    """Return what the report is called in a sentence, or its title; empty where there is none."""
    title = next((source.title for source in package.sources if source.kind == "report"), "")
    called: str = getattr(package.descriptor, f"report_{words.language}")
    return called or (words.text("about.report", title=title) if title else "")


def sources(package: Package, words: Catalogue) -> list[Component]:
    """Return what is printed and what is not, every source with its uses, version and licences."""
    counts = uses(package)
    printed = sum(counts[s.id]["figures"] for s in package.sources if s.kind == "report")
    unprinted = unprinted_count(package)
    text = words.text(_said(package, unprinted, words), values=len(package.observations), unprinted=unprinted,
                      printed=printed, figures=len(package.figures))  # fmt: skip
    rows = [[_named(s, words), _used(counts[s.id], words)] for s in package.sources]
    listed = table("sources", ("source", "use"), rows, words, words.text("about.sources.table"))
    drawn = [words.text("about.sources.drawn")] if are_own(package) else []
    derived = words.text("about.sources.derived")
    said: list[Component] = [html.P(" ".join([text, *drawn])), html.P(derived)]
    return [*said, *([listed] if rows else []), _facts(package, words)]


def _said(package: Package, unprinted: int, words: Catalogue) -> str:
    if unprinted:
        return "about.sources.text.unprinted"
    return "about.sources.text" if report_name(package, words) else "about.sources.text.plain"


def _named(source: Source, words: Catalogue) -> Component:
    said = write_source(source, words)
    language = {"lang": said["lang"]} if said["lang"] else {}
    title = (
        html.A(said["title"], href=said["url"], rel="noopener", **language)
        if said["url"]
        else html.Span(said["title"], **language)
    )
    publisher = html.Span(f"{said['publisher']}: ", **language) if said["publisher"] else ""
    date = f" ({said['date']})" if said["date"] else ""
    about = f" {getattr(source, f'text_{words.language}')}" if source.title else ""
    return html.Span([publisher, title, date, html.Small(about)])


def _used(counts: Counter[str], words: Catalogue) -> str:
    found = [words.text(f"about.use.{use}", count=counts[use]) for use in USES if counts[use]]
    return ", ".join(found) or words.text("about.use.none")


def _facts(package: Package, words: Catalogue) -> Component:
    d = package.descriptor
    rows: tuple[tuple[str, Component | str], ...] = (
        ("report", html.Span(d.source, lang="da")),
        ("as_of", numbers.day(d.as_of, words)),
        ("count", words.text("about.count", values=len(package.observations),
                             series=len(package.indicators))),
        ("version", f"{d.name} {d.version} ({package.fingerprint})"),
        ("sha256", d.source_sha256),
        *([("network", imported_words(d.network, words))] if d.network else []),
        ("licence_data", ", ".join(d.licences)),
        ("licence_code", "MIT"),
    )  # fmt: skip
    return html.Dl(
        [part for key, text in rows
         if text
         for part in (html.Dt(words.text(f"about.source.{key}")), html.Dd(text))]
    )  # fmt: skip
