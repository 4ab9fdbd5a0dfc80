"""Tell the sites where a link is shared what it leads to: a title, a sentence and a picture."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from urllib.parse import urlencode

from dashboard.catalogue import LANGUAGES, LOCALES, catalogue
from dashboard.release.facts import Told

#: The pages whose address names a series that they show; the map also shows its year.
_OF_SERIES = ("map", "compare")
#: What each page is, in a sentence.
_SENTENCES = {
    "map": "share.map",
    "compare": "compare.intro",
    "places": "share.places",
    "data": "data.intro",
    "about": "share.about",
}


@dataclass(frozen=True)
class Link:
    """What an address leads to: the series and the year that it names, where they exist."""

    page: str
    path: str
    indicator: str | None
    year: int | None


def read_link(told: Told, page: str, path: str, query: Mapping[str, str]) -> Link:
    """Return what an address leads to; what is not known in it counts as not there."""
    indicator = query.get("indikator", "")
    if page not in _OF_SERIES or indicator not in told.names:
        return Link(page, path, None, None)
    years = {str(year): year for year in told.years[indicator]}
    return Link(page, path, indicator, years.get(query.get("aar", "")) if page == "map" else None)


def head_tags(told: Told, link: Link, page_title: str, public_url: str) -> str:
    """Return the tags; addresses only where the site knows its own."""
    title, sentence = _title(told, link, page_title), _sentence(told, link)
    named = [
        ("name", "description", sentence),
        ("property", "og:type", "website"),
        ("property", "og:site_name", told.title),
        ("property", "og:locale", LOCALES[told.language]),
        ("property", "og:title", title),
        ("property", "og:description", sentence),
    ]
    picture = _picture(told, link) if public_url else None
    if public_url:
        named.append(("property", "og:url", public_url + _address(link, told.language)))
    if picture:
        named += [("property", "og:image", public_url + picture),
                  ("property", "og:image:alt", _title(told, _pictured(told, link), told.title))]  # fmt: skip
    named.append(("name", "twitter:card", "summary_large_image" if picture else "summary"))
    tags = [f'<meta {kind}="{name}" content="{escape(text)}">' for kind, name, text in named]
    return "\n".join([*tags, *(_alternates(link, told.language, public_url) if public_url else ())])


def _title(told: Told, link: Link, page_title: str) -> str:
    if link.indicator is None:
        return page_title
    series = told.names[link.indicator]
    year = f", {link.year}" if link.year is not None else ""
    return f"{series}{year} \u2013 {told.title}"


def _sentence(told: Told, link: Link) -> str:
    said = catalogue(told.language).text(_SENTENCES[link.page])
    if link.indicator is None:
        return said
    return f"{told.definitions[link.indicator]} {said}"


def _pictured(told: Told, link: Link) -> Link:
    """The series and year of the picture: those of the link, or what the site begins with."""
    indicator = link.indicator or told.start
    return Link("map", "/", indicator, link.year or max(told.years[indicator], default=None))


def _picture(told: Told, link: Link) -> str | None:
    shown = _pictured(told, link)
    if shown.year is None:
        return None
    asked = {"indikator": shown.indicator, "aar": shown.year, "sprog": told.language}
    return f"/download/map.png?{urlencode(asked)}"


def _address(link: Link, language: str) -> str:
    asked = {"aar": link.year, "indikator": link.indicator,
             "sprog": None if language == LANGUAGES[0] else language}  # fmt: skip
    query = urlencode({key: value for key, value in asked.items() if value is not None})
    return f"{link.path}?{query}" if query else link.path


def _alternates(link: Link, language: str, public_url: str) -> list[str]:
    addresses = {one: escape(public_url + _address(link, one)) for one in LANGUAGES}
    others = [
        f'<link rel="alternate" hreflang="{one}" href="{at}">' for one, at in addresses.items()
    ]
    return [
        f'<link rel="canonical" href="{addresses[language]}">',
        *others,
        f'<link rel="alternate" hreflang="x-default" href="{addresses[LANGUAGES[0]]}">',
    ]
