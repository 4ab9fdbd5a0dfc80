"""The sentences of the shipped package say neither more nor less than the report."""

import re
from dataclasses import fields

import pytest

from dashboard.catalogue import catalogue
from dashboard.payload.activities import write_activities, write_evaluation


def by_id(records):
    return {record.id: record for record in records}


def test_the_youth_school_tells_both_the_fall_of_the_footnote_and_the_rise_of_the_table(randers):
    series = by_id(randers.indicators)["ungdomsskolen-14-18"]
    printed = {
        (o.geography, o.period): o.value for o in randers.observations if o.indicator == series.id
    }
    assert [printed["jennumparken", y] for y in ("2020", "2025")] == [20, 31]
    assert [printed["glarbjergvej", y] for y in ("2020", "2025")] == [22, 23]
    for words in ("fald", "stigning", "20 % til 31 %", "22 % til 23 %"):
        assert words in series.population_da
    for words in ("fall", "rise", "20% to 31%", "22% to 23%"):
        assert words in series.population_en


def test_hfu_is_told_in_the_words_of_the_report(randers):
    series = by_id(randers.indicators)["grundskole-ikke-i-uddannelse-18-29"]
    assert "HFU (højest færdiggjorte uddannelse)" in series.definition_da
    assert catalogue("da").text("glossary.hfu.text") == "Højest færdiggjorte uddannelse."


def test_a_start_measurement_is_not_said_to_be_from_before_the_plan(randers):
    years = {o.period for o in randers.observations if o.role == "baseline"}
    assert {"", "2021"} < years
    assert "dens første år eller stå uden årstal" in catalogue("da").text("glossary.baseline.text")
    assert "its first year or stand without a year" in catalogue("en").text(
        "glossary.baseline.text"
    )


def test_only_the_easter_hunt_is_said_to_be_held_for_several_years(randers):
    held = {o.id for o in randers.offers if "flere år" in o.text_da}
    assert held == {o.id for o in randers.offers if "several years" in o.text_en} == {"paaskejagt"}


def test_who_pays_is_told_with_the_sum_that_says_so(randers):
    figure = next(f for f in randers.figures if f.measure == "infrastruktur-2021")
    assert "støttet af Landsbyggefonden" in figure.text_da
    assert "supported by Landsbyggefonden" in figure.text_en


def test_the_barracks_are_not_called_former_and_have_a_size_with_its_source(randers):
    assert [catalogue(c).text("kind.barracks") for c in ("da", "en")] == ["Kaserne", "Barracks"]
    sizes = [(f.value, f.qualifier, f.source) for f in randers.figures if f.feature == "kasernen"]
    assert sizes == [(20, "about", "kommuneplan-2017")]
    told = randers.layers["parks"].loc["kasernen"]
    assert "idligere" not in told["description_da"]
    assert "ormer" not in told["description_en"]


def test_65_is_the_number_of_courses_not_of_young_people(randers):
    guidance = by_id(randers.activities)["familieorienteret-uddannelsesvejledning"]
    assert "65 individuelle forløb" in guidance.result_da
    assert "65 individual courses" in guidance.result_en
    assert "65 unge" not in guidance.result_da


@pytest.mark.parametrize(
    ("activity", "danish", "english"),
    [
        ("fritidsaktiviteter", "endagsarrangementer", "one-day events"),
        ("brandkadet", "flere fortsatte", "several went on"),
        ("trivselsforloeb", "mindre konfliktpræget forhold mellem forældre og børn", "less conflict between parents and children"),
        ("npu", "arbejdede med metoden", "worked with the method"),
        ("fremmoede", "alle skoler i kommunen", "all schools of the municipality"),
        ("sprogindsats", "Seks daginstitutioner", "Six institutions"),
        ("koordinationsplatformen", "2-3 møder om året, dens tekst tre", "2-3 meetings a year, its text three"),
        ("al-verdens-kunst", "Slots- og Kulturstyrelsen", "Agency for Culture and Palaces"),
        ("beredskabet-banker-paa", "gratis røgalarm", "free smoke alarm"),
        ("camp-i-viborg", "10 børn og unge", "10 children and young people"),
        ("udvidet-indsats-en-ny-start", "CareLink Gruppen", "CareLink Gruppen"),
    ],
)  # fmt: skip
def test_an_activity_says_what_the_report_says(randers, activity, danish, english):
    found = by_id(randers.activities)[activity]
    assert danish in found.result_da
    assert english in found.result_en


def test_only_what_the_report_says_goes_on_is_said_to_go_on(randers):
    told = {a.id for a in randers.activities if a.listed == "text" and a.continues_2025_29 == "yes"}
    assert told == {
        "koordinationsplatformen",
        "randers-nord-if",
        "tryghedsvandringer",
        "nordbyen-kalder",
    }
    coming = [a.id for a in randers.activities if a.listed == "next_plan"]
    assert {"job-til-mor", "fremskudt-beskaeftigelse", "klar-parat-leg"} < set(coming)


def test_what_the_next_plan_brings_has_no_answers_and_only_the_table_says_milestones(randers):
    groups = {g["listed"]: g["activities"] for g in write_activities(randers, catalogue("da"))}
    assert all(a["met"] and a["continues"] for a in groups["result_table"])
    assert all(a["continues"] and not a["met"] for a in groups["text"])
    assert not any(a["met"] or a["continues"] for a in groups["next_plan"])


def test_the_report_of_the_project_is_linked(randers):
    urls = {a.id: a.url for a in randers.activities if a.url}
    assert urls == {"udvidet-indsats-en-ny-start": "https://sus.dk/product/en-ny-start-for-flere/"}


def test_four_visions_have_words_of_the_report(randers):
    assert [v.quote for v in randers.descriptor.visions] == [
        "en by i balance", "sammenhængskraft mellem boligområderne og den øvrige by",
        "en blandet beboersammensætning", "Fremtiden lever her!",
    ]  # fmt: skip


def test_the_office_is_public_and_the_only_number_of_the_package(randers):
    office = randers.descriptor.contact
    assert (office.address, office.phone) == ("Flyvervej 5, st., 8930 Randers", "6464 5400")
    told = [str(getattr(r, f.name)) for r in (*randers.activities, *randers.offers)
            for f in fields(r)]  # fmt: skip
    assert [t for t in told if "@" in t or re.search(r"\d[\d ]{6,}\d", t)] == []


def test_the_evaluation_is_told_in_the_language_of_the_page(randers):
    danish, english = (write_evaluation(randers, catalogue(c)) for c in ("da", "en"))
    pairs = list(zip(danish, english, strict=True))
    assert {(d["period"], e["period"]) for d, e in pairs if d["period"] != e["period"]} == {
        ("før", "before"), ("efter", "after"),
    }  # fmt: skip
    names = {"Den Sociale Kapitalfond", "Landsbyggefonden"}
    assert {d["group"] for d, e in pairs if d["group"] == e["group"]} == names
    assert all(bool(d["comparison"]) == bool(e["comparison"]) for d, e in pairs)
