"""All wording is in the catalogues, in both languages, and all that is asked for is there."""

import ast
import re
from string import Formatter

import pytest

from dashboard.catalogue import (
    BROWSER_PREFIX,
    LANGUAGES,
    PAGES_WITH_WORDS,
    TRANSLATIONS,
    catalogue,
)
from dashboard.compiling.layouts import LAYOUTS
from dashboard.pages.about import GLOSSARY
from dashboard.payload.places.cards import CARD_LAYERS
from geodata.figures.points import Block
from geodata.reading.places import CONFIDENCES
from geodata.reading.schema import table_schemas
from geodata.tables.findings import Severity
from geodata.tables.statuses import Status
from geodata.verdicts import CaveatCode, Verdict, judgement
from layers.comparisons import Disabled, Mode
from layers.layer import SWITCHABLE
from layers.reasons import Reason
from tests.contract.code import ROOT, named, python_files, script_code, scripts, strings, tree

KEYS = set(catalogue(LANGUAGES[0]).messages)
NAMESPACES = {key.split(".")[0] for key in KEYS}
KEY = re.compile(r"[a-z_]+(\.[\w-]+)+")
#: Suffixes of files and the like, which look like keys of a namespace.
FILES = re.compile(r".*\.(json|csv|po|js|css|geojson|py|gpkg|xlsx)")
DANISH = re.compile("[æøåÆØÅ]")


def places(text):
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def is_key(text):
    return KEY.fullmatch(text) and text.split(".")[0] in NAMESPACES and not FILES.fullmatch(text)


def patterns(file):
    """The f-strings of a module that build keys, as expressions that match those keys."""
    for node in ast.walk(tree(file)):
        if not isinstance(node, ast.JoinedStr):
            continue
        parts = [p.value if isinstance(p, ast.Constant) else None for p in node.values]
        begins = isinstance(parts[0], str) and parts[0].split(".")[0] in NAMESPACES
        if begins and "." in parts[0]:
            pattern = "".join(r"[\w-]+" if p is None else re.escape(p) for p in parts)
            if not FILES.fullmatch(parts[-1] or ""):
                yield re.compile(pattern)


def enum(table, field):
    fields = table_schemas()[table]["fields"]
    return next(f["constraints"]["enum"] for f in fields if f["name"] == field)


def rules():
    """The names of all rules that find something."""
    for node in (n for file in python_files("geodata") for n in ast.walk(tree(file))):
        is_call = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        if is_call and node.func.id in ("Finding", "findings_of"):
            yield from (a.value for a in node.args[:1] if isinstance(a, ast.Constant))


def test_every_language_has_a_file_and_no_file_is_left_over():
    assert {file.stem for file in TRANSLATIONS.glob("*.po")} == set(LANGUAGES)


def test_all_languages_have_the_same_texts():
    assert [set(catalogue(language).messages) for language in LANGUAGES] == [KEYS] * len(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_stands_twice_in_a_file(language):
    source = (TRANSLATIONS / f"{language}.po").read_text(encoding="utf-8")
    found = re.findall(r'^msgid "(.+)"$', source, re.MULTILINE)
    assert sorted(set(found)) == sorted(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_empty(language):
    assert [k for k, text in catalogue(language).messages.items() if not text.strip()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_holds_markup(language):
    texts = catalogue(language).messages.items()
    assert [key for key, text in texts if re.search(r"<\s*/?\w|&\w+;", text)] == []


def test_all_languages_have_the_same_places_to_fill():
    first, *others = (catalogue(language).messages for language in LANGUAGES)
    for other in others:
        assert [k for k in KEYS if places(first[k]) != places(other[k])] == []


def test_the_english_texts_have_no_danish_letters():
    texts = catalogue("en").messages.items()
    assert [key for key, text in texts if DANISH.search(text)] == []


@pytest.mark.parametrize("file", python_files("dashboard", "callbacks"), ids=named)
def test_every_text_that_python_asks_for_is_there(file):
    assert [text for text in strings(file) if is_key(text) and text not in KEYS] == []
    assert [p.pattern for p in patterns(file) if not any(map(p.fullmatch, KEYS))] == []


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("unit.{}", enum("indicators", "unit")),
        ("unit.difference.{}", enum("indicators", "unit")),
        ("unit.{}", enum("figures", "unit")),
        ("qualifier.{}", enum("figures", "qualifier")),
        ("polarity.{}", enum("indicators", "polarity")),
        ("period.{}", enum("indicators", "split_years")),
        ("extent.{}", [e.replace(" ", "_") for e in enum("memberships", "extent")]),
        ("activity.{}", [e.replace(" ", "_") for e in enum("activities", "milestones_met")]),
        ("activity.{}", [e.replace(" ", "_") for e in enum("activities", "continues_2025_29")]),
        ("status.{}", list(Status)),
        ("reason.{}.text", list(Reason)),
        ("reason.{}.glyph", list(Reason)),
        ("disabled.{}", list(Disabled)),
        ("ui.mode.{}", list(Mode)),
        ("sentence.{}", [mode for mode in Mode if mode != Mode.VALUE]),
        ("against.{}", [mode for mode in Mode if mode != Mode.VALUE]),
        ("ui.severity.{}", [severity.name.lower() for severity in Severity]),
        ("ui.mark.{}", [severity.name.lower() for severity in Severity]),
        ("about.findings.{}", [severity.name.lower() for severity in Severity]),
        ("judged.verdict.{}", list(Verdict)),
        ("judged.glyph.{}", list(Verdict)),
        ("judged.reason.{}", list(judgement.Reason)),
        ("judged.block.{}", list(Block)),
        ("judged.caveat.{}", list(CaveatCode)),
        ("confidence.{}", CONFIDENCES),
        ("finding.{}", sorted(set(rules()))),
        ("rule.{}", sorted(set(rules()))),
        ("layer.{}", SWITCHABLE),
        ("nav.{}", list(LAYOUTS)),
        ("language.{}", LANGUAGES),
        ("glossary.{}.term", GLOSSARY),
        ("glossary.{}.text", GLOSSARY),
        ("outline.{}", ["polygon", "linestring", "point"]),
        ("offer.{}", enum("offers", "rhythm") + enum("offers", "status")),
        ("activities.{}", enum("activities", "listed")),
        ("evaluation.{}", enum("evaluation", "moment")),
        ("group.{}", CARD_LAYERS),
        ("season.{}", ["winter", "spring", "summer", "autumn"]),
    ],
)
def test_every_word_that_can_come_has_a_text(pattern, words):
    assert words
    assert [word for word in words if pattern.format(word) not in KEYS] == []


def asked_for(file):
    """The browser texts that a script names: as they stand, and as patterns."""
    code = script_code(file)
    plain = re.findall(r"\bdoc\.texts\.(\w+)", code)
    plain += [word for inner in re.findall(r"\bdoc\.texts\[((?:[^\[\]`])*)\]", code)
              for word in re.findall(r'"([^"]+)"', inner)]  # fmt: skip
    templates = re.findall(r"\bdoc\.texts\[`([^`]*)`\]", code)
    return plain, [_pattern(template) for template in templates]


def _pattern(template):
    parts = re.split(r"\$\{[^}]*\}", template)
    return re.compile(r"[\w-]+".join(map(re.escape, parts)))


def browser_keys():
    """The texts of the browser: of all pages, and of those that have their own."""
    pages = ("", *PAGES_WITH_WORDS)
    return {key for page in pages for key in catalogue(LANGUAGES[0]).browser_messages(page)}


@pytest.mark.parametrize("file", scripts(), ids=lambda file: file.name)
def test_every_text_that_a_script_asks_for_is_there(file):
    plain, templates = asked_for(file)
    assert [key for key in plain if key not in browser_keys()] == []
    assert [t.pattern for t in templates if not any(map(t.fullmatch, browser_keys()))] == []


def test_every_key_of_the_address_has_a_name():
    source = script_code(ROOT / "dashboard" / "assets" / "state.js")
    readers = source[source.index("READERS = {") : source.index("function parse")]
    keys = re.findall(r"^    (\w+)\(text", readers, re.MULTILINE)
    assert {"aar", "sprog"} < set(keys)
    assert [key for key in keys if f"key.{key}" not in browser_keys()] == []


def texts_of_templates():
    """What templates ask for by its whole name."""
    files = (ROOT / "dashboard").rglob("templates/*.html")
    asked = re.compile(r"""\bsay\(["']([\w.]+)["'][,)]""")
    return {key for file in files for key in asked.findall(file.read_text(encoding="utf-8"))}


def test_every_text_that_a_template_asks_for_is_there():
    assert texts_of_templates()
    assert texts_of_templates() - KEYS == set()


def test_every_text_of_the_pages_is_used():
    literal = {text for file in python_files("dashboard") for text in strings(file)}
    literal |= texts_of_templates()
    built = [p for file in python_files("dashboard") for p in patterns(file)]
    unused = [
        key
        for key in KEYS
        if not key.startswith(BROWSER_PREFIX)
        and key not in literal
        and not any(p.fullmatch(key) for p in built)
    ]
    assert sorted(unused) == []


def test_every_text_of_the_browser_is_used():
    """By name, by a pattern, or as a word that a script looks up in a list."""
    code = "\n".join(script_code(file) for file in scripts())
    words = set(re.findall(r'"([\w.-]+)"', code))
    words |= {key for file in scripts() for key in asked_for(file)[0]}
    templates = [t for file in scripts() for t in asked_for(file)[1]]
    python = {text for file in python_files("dashboard") for text in strings(file)}
    unused = [
        key
        for key in browser_keys()
        if key not in words
        and f"{BROWSER_PREFIX}{key}" not in python
        and not any(t.fullmatch(key) for t in templates)
    ]
    assert sorted(unused) == []


@pytest.mark.parametrize("file", python_files("geodata", "layers", "dashboard"), ids=named)
def test_no_danish_is_written_in_python(file):
    assert [text for text in strings(file) if DANISH.search(text)] == []


@pytest.mark.parametrize("file", scripts(), ids=lambda file: file.name)
def test_no_danish_is_written_in_a_script(file):
    assert [line.strip() for line in script_code(file).splitlines() if DANISH.search(line)] == []
