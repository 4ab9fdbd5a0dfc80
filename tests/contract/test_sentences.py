"""Every sentence that a staff page takes from further down is known in the language of the page."""

import ast
import re
from string import Formatter

import pytest

from dashboard.catalogue import LANGUAGES, catalogue
from dashboard.sentences import entries, said_in
from tests.contract.code import ROOT, named, python_files, tree

#: What is read when a file is handed in or a draft is published, and whose errors are told there.
FOLDERS = ("geodata/intake", "geodata/reading", "geodata/package")
FILES = (
    "geodata/tables/days.py", "geodata/tables/periods.py", "geodata/tables/validity.py",
    "geodata/network_import/archive.py", "geodata/network_import/filekinds.py",
    "geodata/network_import/gdal.py", "geodata/network_import/geojson.py",
    "geodata/network_import/layerfile.py", "geodata/disclosure/told.py",
    "dashboard/archive/archive.py", "dashboard/archive/proposals.py",
    "dashboard/publishing/approving.py", "dashboard/publishing/publish.py",
    "dashboard/publishing/signing.py", "dashboard/publishing/taking.py",
    "dashboard/release/manifest.py", "dashboard/release/reading.py",
)  # fmt: skip
SAID = [*python_files(*FOLDERS), *(ROOT / file for file in FILES)]
#: What has letters and blanks and is said to nobody: patterns, questions to a database, what an
#: answer counts (the page adds it up), and words that stand for both languages of a package.
UNSAID = {
    r"([0-9]{1,2})[-./ ]+([0-9]{1,2})[-./ ]+([0-9]{4})",
    r"(?:<|>|≤|≥|under |over )\s*[0-9].*",
    r"\+?\d[\d ]{2,18}\d",
    r'for "(.+?)": values "(.*?)" not found .* "(.+?)" as',
    "(the same as in the row at position )([0-9]+)",
    "SELECT type, sql FROM sqlite_master WHERE lower(name) = lower('{}')",
    "CREATE TABLE",
    "without a figure",
    "that hold from {}",
    "shapes of {} {}",
    "new {}",
    "row ",
}
#: What nobody says in one piece: it is put together of parts, or a library's or the system's.
COMPOSED = {
    "{}, row {}, column {}: {}",
    "{}, row {}, column {} ({}): {}",
    "{} and {} more",
    "{}, which is not known",
    "{}, which is made of this one itself (a circle)",
    "{}, which has no outline the day before {}",
    "unexpected end of data",
    "{}: line {} column {} (char {})",
    "Expecting value",
    "Expecting property name enclosed in double quotes",
    "Expecting ',' delimiter",
    "Expecting ':' delimiter",
    "Extra data",
    "Unterminated string starting at",
    "Permission denied",
    "No space left on device",
    "Read-only file system",
    "Is a directory",
    "Self-intersection[{}]",
    "Ring Self-intersection[{}]",
    "Hole lies outside shell[{}]",
    "Interior is disconnected[{}]",
    "Nested shells[{}]",
}
NUMBERS = ("figure", "count", "most", "row", "number")
LETTERS = re.compile(r"[^\W\d_]{2,}")
ENTRIES = [(language, entry) for language in LANGUAGES for entry in entries(language)]
KNOWN = [str(entry.id) for _, entry in ENTRIES if not entry.context]


def names(text):
    return [name for _, name, _, _ in Formatter().parse(text) if name]


def bare(text):
    """A sentence without what its gaps are called."""
    return "".join(part + ("{}" if name else "") for part, name, _, _ in Formatter().parse(text))


BARE = [*map(bare, KNOWN)]


def texts(module):
    """The texts of a module but for docstrings, with gaps where something is put in.

    Each comes with whether it may be a part: one of two that are chosen between.
    """
    unsaid = {id(n.value) for n in ast.walk(module) if isinstance(n, ast.Expr)}
    chosen = {id(part) for n in ast.walk(module) if isinstance(n, ast.IfExp | ast.BoolOp)
              for part in ast.walk(n)}  # fmt: skip
    for node in ast.walk(module):
        if isinstance(node, ast.JoinedStr):
            unsaid |= {id(part) for part in node.values}
            text = "".join(p.value if isinstance(p, ast.Constant) else "{}" for p in node.values)
            yield text, id(node) in chosen
        elif isinstance(node, ast.FormattedValue):
            unsaid.add(id(node.format_spec))
        elif isinstance(getattr(node, "value", None), str) and id(node) not in unsaid:
            yield node.value, id(node) in chosen


def is_said(text):
    """Whether a person reads it: words with blanks between; keys and names of files have none."""
    return " " in text.strip() and LETTERS.search(text.replace("{}", "")) and text not in UNSAID


def gaps(text, holds):
    return holds.join(map(re.escape, text.split("{}")))


def is_known(text, *, part):
    """Whether a sentence is known: as it is, with each of the words that fill its gaps, or as a
    part of others. What begins with a blank or a comma is a part anyway.
    """
    if part or text[0] in " ,":
        return any(re.search(gaps(text, ".+"), one) for one in BARE)
    return any(re.fullmatch(gaps(text, ".+"), one) or _fits(text, one) for one in BARE)


def _fits(text, one):
    """Whether a known sentence has gaps for all in which a text differs: for single words."""
    found = re.fullmatch(gaps(one, "(.+?)"), text)
    return found is not None and not any(map(is_said, found.groups()))


@pytest.mark.parametrize("file", SAID, ids=named)
def test_every_sentence_of_a_module_is_known(file):
    said = {(text, part) for text, part in texts(tree(file)) if is_said(text)}
    assert sorted(text for text, part in said if not is_known(text, part=part)) == []


def test_what_is_said_to_nobody_is_still_there():
    there = {text for file in SAID for text, _ in texts(tree(file))}
    assert sorted(UNSAID - there) == []


def filled(entry):
    """Something for each gap of a sentence: a number where only that can stand there."""
    for place, name in enumerate(names(entry.id)):
        kind = name.partition("_")[0]
        others = {"letters": "Q", "quoted": "'Q'"} | dict.fromkeys(NUMBERS, "7")
        yield name, others.get(kind, f"Q{place}")


def test_a_sentence_is_said_by_its_own_words_and_not_by_anothers():
    others = []
    for language, entry in ENTRIES:
        values = dict(filled(entry))
        assert set(names(entry.string)) <= set(values)
        said = said_in(catalogue(language), str(entry.id).format(**values))
        if not entry.context and said != str(entry.string).format(**values):
            others.append((entry.id, said))
    assert others == []


def test_no_sentence_stands_twice():
    keys = [(language, entry.context, entry.id) for language, entry in ENTRIES]
    assert len(set(keys)) == len(keys)


def test_no_sentence_is_known_that_nobody_says():
    said = {text for file in SAID for text, _ in texts(tree(file)) if LETTERS.search(text)}
    whole = {text for text in said if LETTERS.search(text.replace("{}", ""))}
    unsaid = {one for one in BARE if not any(_is_of(text, one) for text in whole)}
    assert unsaid <= COMPOSED <= set(BARE)


def _is_of(text, one):
    return re.fullmatch(gaps(text, ".+"), one) is not None or _fits(text, one)
