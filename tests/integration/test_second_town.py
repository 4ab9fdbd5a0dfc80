"""A town with no plan, no lake and nothing to compare with, with quarters and two names, is served whole."""

import csv
import io

import pytest

from geodata.__main__ import main
from geodata.rules.quality import find
from tests.integration.conftest import Site, layout_of
from tests.packages_editing import KYSTBY, append_row, only_fault
from tests.serving import served_here

PAGES = ("/", "/sammenlign", "/steder", "/data", "/om")


@pytest.fixture(scope="module")
def site(kystby, tmp_path_factory):
    return Site(served_here(kystby, tmp_path_factory.mktemp("release")))


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_there_in_both_languages_with_nothing_of_a_plan(site, page):
    for address in (page, f"{page}?sprog=en"):
        assert site.ask(address).status == 200
        told = site.ask(address).text + layout_of(site, address).text
        for other in ("Randers", "Tinby", "Spejlsøen", "undefined"):
            assert other not in told


def test_the_first_map_has_the_names_and_figures_of_its_language(site):
    danish, english = site.ask("/?aar=2024").text, site.ask("/?aar=2024&sprog=en").text
    assert "Havnen" in danish
    assert "5,2" in danish
    assert "4. kvartal 2024" in danish
    assert "The Harbour" in english
    assert "4th quarter of 2024" in english
    assert "Coastville: an invented town" in english


def test_a_quarter_is_told_to_be_part_of_its_year(kystby):
    found = find(kystby)
    assert {finding.rule for finding in found} == {"part_year"}
    assert {f.observation.indicator for f in found} == {"ledige"}


def test_two_quarters_of_one_year_are_refused_in_a_sentence(copy_of):
    """The clock has one figure a year: which quarter it is, the row says."""
    town = copy_of("kystby")
    append_row(town, "observations", 6, period="2023/24", period_start="2024-01-01",
               period_end="2024-03-31", source_period="1. kvartal 2024")  # fmt: skip
    fault = only_fault(town)
    assert fault.found == "a second value of ledige for havnen in 2024"
    assert fault.allowed == "one value a clock year (the first is row 6)"


def test_all_figures_are_downloaded(site):
    rows = list(csv.DictReader(io.StringIO(site.ask("/download/values.csv").text)))
    assert [row["value"] for row in rows if row["indicator"] == "tomme-boliger"] == [
        "12",
        "31",
        "7",
        "28",
    ]
    assert {row["source_period_en"] for row in rows if row["period"] == "2023"} == {
        "4th quarter of 2023", "",
    }  # fmt: skip


def test_check_says_what_it_is_without(capsys):
    assert main(["check", str(KYSTBY)]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("without: goals, targets, breaks")
