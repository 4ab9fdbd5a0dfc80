"""What the source leaves out or says in two ways, as sentences of both languages."""

from dataclasses import replace

import pytest

from dashboard.catalogue import LANGUAGES, catalogue
from dashboard.pages import about
from dashboard.parts.ground import Ground
from dashboard.parts.knowledge import told
from dashboard.parts.plan import privacy
from dashboard.payload.told import write_remarks, write_told
from geodata.disclosure.gate import as_public

from .conftest import documents_of
from .layouts import plain, text

GROUND = Ground(((56.0, 10.0), (56.1, 10.2)), "/data/0123/shapes.json")


def test_an_empty_cell_is_said_with_its_place_in_the_source(randers):
    (one,) = write_told(randers, "skolefravaer", catalogue("da"))
    assert one["text"] == "Randers Kommune, 2023/24: feltet er tomt i rapporten."
    assert (one["geographies"], one["years"], one["quote"]) == (["randers-kommune"], [2024], "")
    assert one["place"].endswith("/ Fraværsprocenten for 0.-9. klasse / Status")


def test_words_in_place_of_a_figure_are_quoted(randers):
    danish, english = (write_told(randers, "dagtilbud-1-5", catalogue(x))[0] for x in ("da", "en"))
    assert danish["quote"] == english["quote"] == "Ikke nyere data"
    assert danish["text"] == "Randers Kommune: rapporten har intet tal efter 2022. Den skriver:"
    assert english["text"].endswith("the report has no figure after 2022. It writes:")
    assert danish["years"] == list(range(2023, 2030))


def test_a_remark_stands_at_every_series_that_it_is_about(randers):
    for series in ("udsaettelser", "effektive-udsaettelser"):
        said = [one["text"] for one in write_told(randers, series, catalogue("da"))]
        assert any("to kalenderår" in text for text in said), series


def test_a_remark_of_one_place_and_year_says_which(randers):
    found = [t for t in write_told(randers, "uden-for-arbejdsmarkedet", catalogue("da"))
             if t["years"] == [2024]]  # fmt: skip
    assert [t["geographies"] for t in found] == [["hermann-stillings-vej"]]
    assert "fra 296 i 2021 til 339 i 2024" in found[0]["text"]


def test_features_and_activities_have_theirs(randers):
    words = catalogue("en")
    (park,) = write_remarks(randers, "features", "noerrevangsparken", words)
    assert "1.9 in each" in park["text"]
    (meetings,) = write_remarks(randers, "activities", "opsoegende-gadeplansarbejde", words)
    assert "SSP Øst" in meetings["text"]


def test_a_remark_on_all_goals_says_how_many(randers):
    assert "12 mål" in text(plain(told(randers, catalogue("da"))))
    assert "12 goals" in text(plain(told(randers, catalogue("en"))))


def test_the_sentence_of_a_year_names_its_empty_cell(randers_documents):
    said = randers_documents["da"]["indicators"]["skolefravaer"]["sentences"]
    assert said["2024"].endswith("Randers Kommune, 2023/24: feltet er tomt i rapporten.")
    assert "feltet er tomt" not in said["2023"]


def test_an_area_has_the_remarks_on_its_geography(tinytown):
    remark = replace(
        tinytown.remarks[0], table="geographies", about="soegade", geographies="", period=""
    )
    features = documents_of(replace(tinytown, remarks=(remark,)))["da"]["features"]
    assert [r["text"] for r in features["soegade"]["remarks"]] == [remark.text_da]
    assert features["moelleparken"]["remarks"] == []


def test_the_page_about_the_figures_has_each_of_them_once(randers, tinytown):
    for package in (randers, tinytown):
        body = told(package, catalogue("da"))
        said = text(plain(body))
        assert said.count("tomt i rapporten") == sum(b.kind == "empty" for b in package.blanks)
        for remark in package.remarks:
            assert said.count(remark.text_da) == 1


def test_a_hidden_figure_is_said_with_its_cell_and_the_rule_once(smaaby):
    package = as_public(smaaby).package
    nord, oest, vest, rule = write_told(package, "raadgivning", catalogue("da"))
    assert nord["text"] == "Nordparken, 2023: tallet er skjult af hensyn til enkeltpersoner."
    assert (nord["kind"], nord["years"], nord["quote"]) == ("hidden", [2023], "")
    assert nord["place"] == "udtraek.xlsx / række 7 / kolonne D"
    assert [one["geographies"] for one in (oest, vest, rule)] == [["oest"], ["vest"], []]
    assert "antal fra 1 til 4" in rule["text"]
    assert "færre end 20 personer" in rule["text"]
    assert (rule["place"], rule["years"]) == ("", None)
    english = write_told(package, "raadgivning", catalogue("en"))
    assert (
        english[0]["text"] == "The North Park, 2023: the figure is hidden to protect individuals."
    )


def test_a_series_without_a_hidden_figure_says_nothing_of_the_rule(smaaby):
    assert write_told(as_public(smaaby).package, "klager", catalogue("da")) == []


def test_a_hidden_figure_without_a_year_is_told_all_the_same(smaaby):
    marked = [replace(o, period="") if o.key[:3] == ("raadgivning", "vest", "2024") else o
              for o in smaaby.observations]  # fmt: skip
    hidden = next(b for b in as_public(smaaby).package.blanks if b.geography == "vest")
    package = replace(smaaby, observations=tuple(marked), blanks=(replace(hidden, period=""),))
    one, _ = write_told(package, "raadgivning", catalogue("da"))
    assert one["text"] == "Vestbo: et tal uden år er skjult af hensyn til enkeltpersoner."
    assert one["years"] == []


def test_the_page_about_the_figures_says_from_how_few_on(smaaby):
    package = as_public(smaaby).package
    said = text(privacy(package, catalogue("da")))
    assert "antal fra 1 til 4" in said
    assert "I rapporten står 3 tal på højst 4" in said  # the printed ones
    assert text(privacy(replace(package, descriptor=replace(package.descriptor, disclosure=None)),
                        catalogue("da"))).count("Tal, som ejeren") == 0  # fmt: skip


def test_what_is_not_printed_is_not_called_printed(smaaby, randers):
    words = catalogue("da")
    small = text(plain(about.layout(as_public(smaaby).package, GROUND, words)))
    assert "Af de 33 tal i kort, tabeller og diagrammer er 29 leveret af dem, der ejer dem" in small
    assert "29 af dem er leveret af dem, der ejer dem, og ikke trykt" in small
    assert "trykt i planens afsluttende rapport" not in small
    assert "{" not in small
    assert "De 344 tal i kort, tabeller og diagrammer er trykt i planens" in text(
        plain(about.layout(randers, GROUND, words))
    )


@pytest.mark.parametrize(
    ("name", "language", "said"),
    [
        (
            "randers",
            "da",
            "tal i kort, tabeller og diagrammer er trykt i planens afsluttende rapport.",
        ),
        ("randers", "en", "in charts are printed in the plan’s closing report."),
        ("tinytown", "da", "er trykt i »Opdigtet rapport om Tinby«."),
        ("kystby", "da", "tal i kort, tabeller og diagrammer står hver med det sted, de er læst."),
        ("kystby", "en", "each stand with the place where they were read."),
    ],
)
def test_only_a_report_that_the_package_names_is_said_to_print_figures(
    request, name, language, said
):
    package = request.getfixturevalue(name)
    shown = text(plain(about.layout(package, GROUND, catalogue(language))))
    assert said in shown
    named = any(source.kind == "report" for source in package.sources)
    rests = {"da": "Rapporten er kilden til", "en": "The report is the source of"}[language]
    assert (rests in shown) == named


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_passport_counts_figures_whether_they_are_printed_or_not(language):
    said = catalogue(language).text("ui.compare.pas.counts")
    assert "{figure}" in said
    assert not {"trykte", "printed"} & set(said.split())
