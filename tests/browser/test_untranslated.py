"""On every page and in every state, all that is said is in the page's own language."""

import re
from collections.abc import Callable, Iterable
from functools import cache

import pytest
from babel.messages.pofile import read_po

from .facts import Facts
from .serving import ROOT, Server
from .visiting import Visit

OTHER = {"da": "en", "en": "da"}

#: Words that Danish has and English has not, and words with its letters; names have capitals.
_DANISH = re.compile(
    r"(?<![\w-])(?:og|ikke|det|af|på|til|fra|med|som|et|har|ved|eller|blev|bliver|kan|skal|"
    r"siden|hvor|mellem|efter|alle|egen|hele|kommunen|beboere|unge|rapport\w*)(?![\w-])"
    r"|(?<![\w-])(?=[a-zæøå])\w*[æøå]\w*"
)

#: All that is said: text, names for screen readers, hints. What is marked as another language
#: (quotes of the report) is left out; what is folded away is not.
_SAID = """
() => {
  const own = document.documentElement.lang;
  const quoted = (node) => node.closest(`[lang]:not([lang=${own}])`) !== null;
  const said = new Set();
  const hear = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) {
        if (!node.parentElement.closest("script, style, noscript") && !quoted(node.parentElement)) said.add(node.textContent);
        continue;
      }
      if (quoted(node)) continue;
      for (const name of ["aria-label", "aria-valuetext", "title", "placeholder", "alt", "label"]) {
        if (node.hasAttribute(name)) said.add(node.getAttribute(name));
      }
    }
  };
  hear(document.body);
  // With scripts on, what stands in noscript is one text of markup: it is read as without them.
  for (const element of document.body.querySelectorAll("noscript")) {
    hear(new DOMParser().parseFromString(element.textContent, "text/html").body);
  }
  said.add(document.body.dataset.error || "");
  said.add(document.title);
  return [...said].map((text) => text.replace(/\\s+/g, " ").trim()).filter((text) => /\\p{L}/u.test(text));
}
"""


@cache
def _messages(language: str) -> dict[str, str]:
    with (ROOT / "dashboard" / "translations" / f"{language}.po").open("rb") as file:
        return {str(m.id): str(m.string) for m in read_po(file, locale=language) if m.id}


def _pattern(message: str) -> str:
    """A message with anything in its places."""
    parts = re.split(r"\{\w+\}", re.sub(r"\s+", " ", message))
    return ".+".join(map(re.escape, parts))


def _tells(message: str) -> bool:
    """Whether a message can be told by its words; one with places needs more than `to`."""
    words = re.sub(r"\{\w+\}", "", message)
    return re.search(r"[^\W\d]{4}" if words != message else r"[^\W\d]{2}", words) is not None


@cache
def _foreign(language: str) -> re.Pattern[str]:
    """What only the other language says."""
    ours, theirs = _messages(language), _messages(OTHER[language])
    own = {message.casefold() for message in ours.values()}
    told = [text for key, text in theirs.items()
            if text != ours[key] and text.casefold() not in own and _tells(text)]  # fmt: skip
    return re.compile("|".join(map(_pattern, told)), re.DOTALL)


def _foreign_of_package(facts: Facts, language: str) -> set[str]:
    """Texts of the package that it has in both languages, in the other one."""
    tables = ("goals", "indicators", "geographies", "targets", "breaks", "milestones",
              "figures", "activities", "evaluation", "offers")  # fmt: skip
    found, own = set(), set()
    for row in (row for table in tables for row in facts.table(table)):
        for column in row:
            if column.endswith(f"_{OTHER[language]}"):
                ours = row[column[:-2] + language]
                own.add(ours)
                found.add(row[column] if row[column] != ours else "")
    return found - own - {""}


def _names(facts: Facts) -> list[str]:
    """What is a name in English too, the longest first."""
    layers = ("areas", "parks", "places", "paths", "roads", "water")
    found = {facts.descriptor["title_en"].partition(":")[0]}
    for layer in layers:
        for feature in facts.feature_rows(layer):
            found |= {feature["name"], feature.get("name_en") or ""}
    found |= {
        row["name_en"] for table in ("geographies", "activities") for row in facts.table(table)
    }
    found |= {row["project"] for row in facts.table("evaluation")}
    return sorted(found - {""}, key=len, reverse=True)


def _is_danish(text: str, names: Iterable[str]) -> bool:
    """Whether something Danish is left without what stands in quotation marks, and names."""
    rest = re.sub(r"“[^“”]*”|»[^«»]*«|[A-ZÆØÅ][\w-]* og [A-ZÆØÅ]\w*", "", text)
    for name in names:
        rest = rest.replace(name, "")
    return _DANISH.search(rest) is not None


def _ids() -> set[str]:
    full = {key for key in _messages("da") if "." in key}
    return full | {short for key in full if "." in (short := key.removeprefix("ui."))}


def _faults(said: Iterable[str], facts: Facts, language: str) -> list[str]:
    foreign, of_package, ids = _foreign(language), _foreign_of_package(facts, language), _ids()
    names = _names(facts) if language == "en" else None
    return sorted(
        text
        for text in said
        if (foreign.fullmatch(text) and text not in (names or ()))
        or text in of_package
        or text in ids
        or (names is not None and _is_danish(text, names))
        or re.search(r"undefined|\[object|NaN|\{\w+\}", text)
    )


def _check(person: Visit, facts: Facts, language: str, where: object) -> None:
    said = person.page.evaluate(_SAID)
    assert len(said) > 5, where
    assert _faults(said, facts, language) == [], where


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_map_page_with_each_series_and_mode(
    server: Server, facts: Facts, visit: Callable[..., Visit], language: str
) -> None:
    person = visit(server, f"?sprog={language}&aar=1800&omraader=")
    assert person.page.is_visible("#notice p")
    _check(person, facts, language, "notice, nothing chosen")
    for indicator in facts.indicators:
        years = facts.years_of(indicator) or facts.years
        for mode, year in (("value", years[-1]), ("gap", years[-1]), ("change", years[-1]),
                           ("value", years[0]), ("value", facts.years[-1])):  # fmt: skip
            person.set(indicator=indicator, mode=mode, year=year, areas=[facts.areas[0]])
            _check(person, facts, language, (indicator, mode, year))


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_panel_of_every_area_park_place_and_path(
    server: Server, facts: Facts, visit: Callable[..., Visit], language: str
) -> None:
    person = visit(server, f"?sprog={language}")
    for layer in ("areas", "parks", "places", "paths"):
        for feature in facts.features(layer):
            for year in (facts.years[0], facts.years[-1]):
                person.set(areas=[feature], year=year)
                assert person.page.locator("#panel h2").count() == 1, feature
                _check(person, facts, language, (feature, year))


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_other_pages_and_refusals(
    server: Server, facts: Facts, visit: Callable[..., Visit], language: str
) -> None:
    person = visit(server, f"data?sprog={language}")
    _check(person, facts, language, "data")
    person.open(f"data?sprog={language}&soeg=qqqq&serie=unknown")
    _check(person, facts, language, "data with a notice and nothing found")
    person.open(f"om?sprog={language}")
    _check(person, facts, language, "about")
    person.open(f"steder?sprog={language}")
    _check(person, facts, language, "paths and places")


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_tables_of_the_comparing_page(
    server: Server, facts: Facts, visit: Callable[..., Visit], language: str
) -> None:
    person = visit(server, f"sammenlign?sprog={language}&fane=matrix&tema=&dom=none&celler=none")
    assert person.page.is_visible("#notice p")
    places = person.page.eval_on_selector_all(
        "input[data-place]", "(boxes) => boxes.map((box) => box.dataset.place)"
    )
    for cells in ("value", "gap", "change"):
        for year in (None, *facts.years):
            when = {"when": "year", "year": year} if year else {"when": "latest"}
            person.set(cells=cells, areas=places, **when)
            _check(person, facts, language, (cells, year))
    for tab in ("maal", "indsatser"):
        person.set(tab=tab)
        _check(person, facts, language, tab)
    for indicator in facts.indicators:
        person.set(tab="pas", indicator=indicator)
        _check(person, facts, language, indicator)


def test_a_word_of_the_other_language_would_be_found(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    """The net itself has no hole: put in by hand, each kind of fault is seen."""
    person = visit(server, "?sprog=en")
    for fault in ("Værdi", "Ingen tal i 2022", "ui.mode.value", "mode.value", "undefined",
                  "Egen gennemgang af kilder", "efter forløbet"):  # fmt: skip
        person.page.evaluate(
            "(words) => document.querySelector('#panel').setAttribute('title', words)", fault
        )
        assert _faults(person.page.evaluate(_SAID), facts, "en") == [fault]
