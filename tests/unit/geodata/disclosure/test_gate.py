"""One door: what comes through it has no hidden figure, in memory and on disk, however often."""

import csv
import json
from dataclasses import replace

import pytest

from geodata.__main__ import main
from geodata.disclosure.gate import as_public, figures_in, hide_in, read_public, shows
from geodata.disclosure.primary import Why
from geodata.package.loading import read_package
from geodata.package.stored import store
from geodata.rules.quality import find
from tests.packages_editing import SMAABY, append_row, edit_json, faults_of, read_table

SMALL = {
    ("raadgivning", "nord", "2023"): Why.SMALL_COUNT,
    ("raadgivning", "vest", "2024"): Why.SMALL_COUNT,
    ("aktive", "nord", "2024"): Why.SMALL_COUNT,
    ("hverken", "nord", "2024"): Why.SMALL_PART,
    ("job", "oest", "2024"): Why.SMALL_BASE,
    ("uddannelse", "oest", "2024"): Why.SMALL_BASE,
    ("hverken", "oest", "2024"): Why.SMALL_BASE,
}


def test_what_few_are_behind_goes_with_what_would_give_it_back(smaaby):
    public = as_public(smaaby)
    why = {one.key[:3]: one.why for one in public.hidden}
    assert {key: why[key] for key in SMALL} == SMALL
    others = {key for key in why if key not in SMALL}
    assert {why[key] for key in others} == {Why.PROTECTS}
    assert ("raadgivning", "oest", "2023") in others
    assert not {o.key[:3] for o in public.package.observations} & set(why)


def test_each_hidden_figure_leaves_its_cell_without_a_word_of_it(smaaby):
    public = as_public(smaaby)
    assert len(public.package.blanks) == len(public.hidden)
    assert {b.kind for b in public.package.blanks} == {"hidden"}
    assert {b.source_text for b in public.package.blanks} == {""}
    one = next(b for b in public.package.blanks if b.geography == "vest")
    assert (one.source_table, one.source_row) == ("udtraek.xlsx", "række 15")


def test_what_is_printed_stays_however_small(smaaby):
    package = as_public(smaaby).package
    shown = {o.geography: o.value for o in package.observations if o.indicator == "klager"}
    assert shown == {"nord": 2, "syd": 1, "oest": 4, "vest": 13}


@pytest.mark.parametrize("name", ["randers", "tinytown", "kystby"])
def test_a_package_without_a_rule_stays_the_very_same(name, request):
    package = request.getfixturevalue(name)
    assert as_public(package).package is package


def test_on_disk_stands_what_is_in_memory(smaaby, copy_of):
    folder = copy_of("smaaby")
    hide_in(folder)
    read = read_package(folder)
    made = as_public(smaaby).package
    assert read.observations == made.observations
    assert read.blanks == made.blanks
    assert read.descriptor.disclosure.applied == made.descriptor.disclosure.applied != ""
    assert read.fingerprint == made.fingerprint != smaaby.fingerprint


def test_a_package_in_which_all_was_hidden_stays_as_it_is(copy_of):
    folder = copy_of("smaaby")
    hide_in(folder)
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    again = hide_in(folder)
    assert again.hidden == ()
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


def test_a_new_figure_in_it_is_looked_at_with_what_was_hidden_before(copy_of):
    """The figures of before are gone: what hides them is kept, and the new small one goes."""
    folder = copy_of("smaaby")
    hide_in(folder)
    append_row(
        folder, "observations", 2, period="2025", geography="syd", value="1", source_text="1"
    )
    again = hide_in(folder)
    assert [one.key[:3] for one in again.hidden] == [("raadgivning", "syd", "2025")]
    assert ("raadgivning", "nord", "2023") in {b[:3] for b in map(tuple, blanks(folder))}


def blanks(folder):
    return [row[:3] for row in read_table(folder, "blanks")[1:]]


def test_the_same_package_is_hidden_in_the_same_way(smaaby):
    assert as_public(smaaby).hidden == as_public(read_package(SMAABY)).hidden


def test_not_even_the_columns_keep_a_hidden_value(smaaby):
    package = as_public(smaaby).package
    stored = store(replace(package, findings=find(package)))["distinct.json"].decode()
    values = json.loads(stored)
    assert 3.73 not in values["value"]
    assert "3,73" not in values["source_text"]
    assert 61.37 in values["value"]


def test_a_release_of_before_shows_what_is_hidden_now(smaaby, copy_of):
    public = as_public(smaaby)
    folder = copy_of("smaaby")
    assert shows(SMAABY, public)
    hide_in(folder)
    assert not shows(folder, public)


def test_what_was_published_before_is_told(smaaby):
    public = as_public(smaaby, lambda: figures_in(SMAABY))
    assert {key[:3] for key in public.known} == set(SMALL)
    assert public.hidden == as_public(smaaby).hidden


def test_the_check_tells_planners_what_is_hidden_and_no_value(capsys):
    assert main(["check", str(SMAABY)]) == 0
    said = capsys.readouterr().out
    assert "hidden: raadgivning, nord, 2023: a count of fewer than 5" in said
    assert "hidden: raadgivning, oest, 2023: it would give another one away" in said
    assert "hidden: job, oest, 2024: of fewer than 20 persons" in said
    assert "3.73" not in said
    assert "0 errors, 0 findings on 0 of 33 values" in said


def test_the_check_tells_what_is_given_away_all_the_same(copy_of, capsys):
    folder = copy_of("smaaby")
    rows = read_table(folder, "observations")
    note = rows[0].index("note")
    for row in rows:
        if row[0] == "raadgivning" and row[1] in ("syd", "oest", "planen") and row[2] == "2023":
            row[note] = "printed"
    with (folder / "observations.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
    assert main(["check", str(folder)]) == 0
    assert (
        "hidden in vain: raadgivning, nord, 2023: others that are printed"
        in capsys.readouterr().out
    )


def test_an_export_has_no_hidden_figure(tmp_path):
    out = tmp_path / "values.csv"
    assert main(["export", "--package", str(SMAABY), str(out)]) == 0
    text = out.read_text("utf-8-sig")
    assert "61.37" in text
    assert "3.73" not in text
    assert "48.19" not in text


BAD = {
    "no object": ([], "disclosure", "an object"),
    "a word that is none": ({"least": 5}, "disclosure.least", "minimum_count"),
    "too few": ({"minimum_count": 1}, "disclosure.minimum_count", "3 or more"),
    "a truth": ({"minimum_base": True}, "disclosure.minimum_base", "a whole number"),
    "no kind of figure": ({"unmarked": "maybe"}, "disclosure.unmarked", "printed or unprinted"),
    "a made-up name": ({"applied": "yes"}, "disclosure.applied", "or nothing"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_rule_that_cannot_be_is_named(copy_of, case):
    rule, field, allowed = BAD[case]
    folder = copy_of("smaaby")
    edit_json(folder / "datapackage.json", lambda content: content.update(disclosure=rule))
    (fault,) = faults_of(folder)
    assert (fault.file, fault.field) == ("datapackage.json", field)
    assert allowed in fault.allowed


def test_a_rule_without_a_word_has_its_usual_bounds(copy_of):
    folder = copy_of("smaaby")
    edit_json(folder / "datapackage.json", lambda content: content.update(disclosure={}))
    rule = read_public(folder).descriptor.disclosure
    assert (rule.minimum_count, rule.minimum_base, rule.minimum_certain) == (5, 20, 50)
