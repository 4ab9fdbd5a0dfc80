"""Put sentences of what lies below the pages, which are English, into the language of a page.

`translations/sentences/LANGUAGE.po` has each of them, with names where something is put in. What
such a name holds is put in as it is, but for `words` and what ends in `_words`, which is said in
the same way; for `figure…`, `count…` and `most…`, which are written as numbers of the language; and
for names that are a context of the file, whose words stand there.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from string import Formatter

from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from dashboard import numbers
from dashboard.catalogue import LOCALES, TRANSLATIONS, Catalogue, catalogue

SENTENCES = TRANSLATIONS / "sentences"
#: What stands between parts that are sentences of their own, and the words of it.
BETWEEN = "between"
_PUNCTUATION = (": ", ", ")
_FIGURE = re.compile(r"(?P<number>-?[0-9]+(?:\.(?P<decimals>[0-9]+))?)(?P<share>%?)")
_COUNTED = ("figure", "count", "most")
#: What a name holds, where that is not just anything.
_HOLDS = dict.fromkeys((*_COUNTED, "row", "number"), r"-?[0-9][-+0-9.,e]*%?") | {
    "letters": "[A-Z]+",
    # as `geodata.reading.faults.shown` writes what somebody wrote
    "quoted": r"'.*'(?: \([0-9]+ characters\))?",
    "sheet": "[^:]+?",
    "edition": r"\S+?",
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with something put in: how it is known, and how it is said."""

    pattern: re.Pattern[str]
    mark: str
    weight: int
    said: str


@dataclass(frozen=True)
class Sentences:
    """All sentences of a language: whole ones, those with names in them, and words by context."""

    whole: Mapping[str, str]
    filled: tuple[Sentence, ...]
    contexts: Mapping[str, Mapping[str, str]]


def said_in(words: Catalogue, text: str) -> str:
    """Return a sentence in the language of a page; what is not known is returned as it is."""
    return "\n".join(_said(line, words.language) for line in text.split("\n"))


def all_said(words: Catalogue, texts: Iterable[str]) -> list[str]:
    """Return sentences in the language of a page."""
    return [said_in(words, text) for text in texts]


def entries(language: str) -> list[Message]:
    """Return what the file of a language holds; nothing where there is none."""
    path = SENTENCES / f"{language}.po"
    if not path.is_file():
        return []
    with path.open("rb") as file:
        return [entry for entry in read_po(file, locale=LOCALES[language]) if entry.id]


@cache
def sentences(language: str) -> Sentences | None:
    """Return the sentences of a language; none where they are said in it already."""
    contexts: dict[str, dict[str, str]] = {}
    for entry in entries(language):
        contexts.setdefault(entry.context or "", {})[str(entry.id)] = str(entry.string)
    if not contexts:
        return None
    texts = contexts.pop("")
    filled = (_sentence(text, said) for text, said in texts.items() if "{" in text)
    return Sentences(texts, tuple(sorted(filled, key=_rank)), contexts)


def _rank(sentence: Sentence) -> tuple[bool, int]:
    """What stands before another sentence comes first, then what says most."""
    return not sentence.said.endswith("{words}"), -sentence.weight


def _sentence(text: str, said: str) -> Sentence:
    parts = [(literal, name) for literal, name, _, _ in Formatter().parse(text)]
    literals = [literal for literal, _ in parts]
    pattern = "".join(
        re.escape(literal) + (f"(?P<{name}>{_held(name)})" if name else "")
        for literal, name in parts
    )
    return Sentence(re.compile(pattern), max(literals, key=len), sum(map(len, literals)), said)


def _held(name: str) -> str:
    return _HOLDS.get(name.partition("_")[0], ".+?")


@lru_cache(maxsize=20_000)
def _said(text: str, language: str) -> str:
    known = sentences(language)
    if known is None or not text or (text[0] == "'" == text[-1]):  # quoted: somebody's own
        return text
    if text in known.whole:
        return known.whole[text]
    for one in known.filled:
        if one.mark in text and (match := one.pattern.fullmatch(text)):
            return one.said.format(**dict(_values(match.groupdict(), known, language)))
    return _parts(text, known, language)


def _values(found: Mapping[str, str], known: Sentences, language: str) -> Iterator[tuple[str, str]]:
    for name, value in found.items():
        if name.endswith("words"):
            yield name, _said(value, language)
        elif name.startswith(_COUNTED):
            yield name, _number(value, catalogue(language))
        else:
            yield name, known.contexts.get(name, {}).get(value, value)


def _number(text: str, words: Catalogue) -> str:
    found = _FIGURE.fullmatch(text)
    if found is None:
        return text
    decimals = len(found["decimals"] or "")
    share = f"{numbers.NBSP}%" if found["share"] else ""
    return numbers.number(float(found["number"]), decimals, words) + share


def _parts(text: str, known: Sentences, language: str) -> str:
    """Say what is no sentence part by part: the name of a file stands beside a row, say."""
    between = {one: one for one in _PUNCTUATION} | dict(known.contexts[BETWEEN])
    for one, said in between.items():
        before, mark, after = text.partition(one)
        if mark:
            return _said(before, language) + said + _said(after, language)
    return text
