"""Tell the sites where a link is shared what it leads to: a title, a sentence and a picture."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from urllib.parse import urlencode

from dashboard.catalogue import LANGUAGES, LOCALES, Catalogue
from dashboard.pictures.subject import Subject

#: The pages whose address names a series that they show; the map also shows its year.
_OF_SERIES = ("map", "compare")
#: What each page is, in a sentence.
_SENTENCES = {
    "map": "share.map",
    "compare": "compare.intro",
    "places": "share.places",
    "data": "data.intro",
    "about": "about.intro",
}


@dataclass(frozen=True)
class Link:
    """What an address leads to: the series and the year that it names, where they exist."""

    page: str
    path: str
    indicator: str | None
    year: int | None


def read_link(subject: Subject, page: str, path: str, query: Mapping[str, str]) -> Link:
    """Return what an address leads to; what is not known in it counts as not there."""
    indicator = query.get("indikator", "")
    if page not in _OF_SERIES or indicator not in subject.view.series:
        return Link(page, path, None, None)
    years = {str(year): year for year in subject.series(indicator).years}
    return Link(page, path, indicator, years.get(query.get("aar", "")) if page == "map" else None)


def head_tags(subject: Subject, link: Link, page_title: str, public_url: str) -> str:
    """Return the tags; addresses only where the site knows its own."""
    words = subject.words
    title, sentence = _title(subject, link, page_title), _sentence(subject, link)
    named = [
        ("name", "description", sentence),
        ("property", "og:type", "website"),
        ("property", "og:site_name", subject.title),
        ("property", "og:locale", LOCALES[words.language]),
        ("property", "og:title", title),
        ("property", "og:description", sentence),
    ]
    picture = _picture(subject, link) if public_url else None
    if public_url:
        named.append(("property", "og:url", public_url + _address(link, words.language)))
    if picture:
        named += [("property", "og:image", public_url + picture),
                  ("property", "og:image:alt", _title(subject, _pictured(subject, link), subject.title))]  # fmt: skip
    named.append(("name", "twitter:card", "summary_large_image" if picture else "summary"))
    tags = [f'<meta {kind}="{name}" content="{escape(text)}">' for kind, name, text in named]
    return "\n".join([*tags, *(_alternates(link, words, public_url) if public_url else ())])


def _title(subject: Subject, link: Link, page_title: str) -> str:
    if link.indicator is None:
        return page_title
    series = subject.cells.names[link.indicator]
    year = f", {link.year}" if link.year is not None else ""
    return f"{series}{year} \u2013 {subject.title}"


def _sentence(subject: Subject, link: Link) -> str:
    said = subject.words.text(_SENTENCES[link.page])
    if link.indicator is None:
        return said
    indicator = subject.series(link.indicator).indicator
    definition: str = getattr(indicator, f"definition_{subject.words.language}")
    return f"{definition} {said}"


def _pictured(subject: Subject, link: Link) -> Link:
    """The series and year of the picture: those of the link, or what the site begins with."""
    indicator = link.indicator or subject.package.descriptor.start_indicator
    years = subject.series(indicator).years
    return Link("map", "/", indicator, link.year or max(years, default=None))


def _picture(subject: Subject, link: Link) -> str | None:
    shown = _pictured(subject, link)
    if shown.year is None:
        return None
    asked = {"indikator": shown.indicator, "aar": shown.year, "sprog": subject.words.language}
    return f"/download/map.png?{urlencode(asked)}"


def _address(link: Link, language: str) -> str:
    asked = {"aar": link.year, "indikator": link.indicator,
             "sprog": None if language == LANGUAGES[0] else language}  # fmt: skip
    query = urlencode({key: value for key, value in asked.items() if value is not None})
    return f"{link.path}?{query}" if query else link.path


def _alternates(link: Link, words: Catalogue, public_url: str) -> list[str]:
    addresses = {one: escape(public_url + _address(link, one)) for one in LANGUAGES}
    others = [
        f'<link rel="alternate" hreflang="{one}" href="{at}">' for one, at in addresses.items()
    ]
    return [
        f'<link rel="canonical" href="{addresses[words.language]}">',
        *others,
        f'<link rel="alternate" hreflang="x-default" href="{addresses[LANGUAGES[0]]}">',
    ]
