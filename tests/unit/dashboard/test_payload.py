"""The document holds every printed value as it was printed, in whole sentences."""

import csv
import json
import re
from collections import Counter

import pytest

from dashboard.catalogue import LANGUAGES, catalogue
from layers.layer import SWITCHABLE
from tests.packages_editing import RANDERS

NBSP = "\N{NO-BREAK SPACE}"
DANISH = re.compile("[æøåÆØÅ]")
UNFILLED = re.compile(r"[{}]|\(\s*\)|\s{2}|\bNone\b|\bnan\b")


def rows(table):
    with (RANDERS / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def danish(printed):
    whole, _, decimals = printed.partition(".")
    return f"{int(whole):,}".replace(",", ".") + (f",{decimals}" if decimals else "")


def cells(document):
    """Every cell with its series, clock year (or none) and place."""
    for name, series in document["indicators"].items():
        for year, places in series["cells"].items():
            for place, cell in places.items():
                yield (name, int(year), place), cell
        for cell in series["unplaced"]:
            yield (name, None, cell["geography"]), cell


def sentences(document):
    """Everything that is written for people, wherever it stands."""
    if isinstance(document, dict):
        document = list(document.values())
    if isinstance(document, list):
        return [text for part in document for text in sentences(part)]
    return [document] if isinstance(document, str) else []


def without_quotes(document):
    """The document without texts that have places to fill and without cells of the report."""
    series = {
        name: {
            **one,
            "cells": [{**cell, "source": None} for year in one["cells"].values()
                      for cell in year.values()],
            "unplaced": [{**cell, "source": None} for cell in one["unplaced"]],
        }
        for name, one in document["indicators"].items()
    }  # fmt: skip
    return {**document, "indicators": series, "texts": None}


def test_every_printed_value_of_randers_is_there_once(randers_documents):
    found = [cell for _, cell in cells(randers_documents["da"])]
    assert len(found) == len(rows("observations")) == 344


def test_every_text_is_the_number_of_the_table_in_danish(randers_documents):
    units = {row["id"]: row["unit"] for row in rows("indicators")}
    wanted = Counter()
    for row in rows("observations"):
        period = row["period"]
        year = int(period[:4]) + ("/" in period) if period else None
        sign = f"{NBSP}%" if units[row["indicator"]] == "percent" else ""
        wanted[(row["indicator"], year, row["geography"], danish(row["value"]) + sign)] += 1
    found = Counter((*key, cell["text"]) for key, cell in cells(randers_documents["da"]))
    assert found == wanted


def test_start_measurements_are_marked(randers_documents):
    found = sum(cell["baseline"] for _, cell in cells(randers_documents["da"]))
    assert found == sum(row["role"] == "baseline" for row in rows("observations"))
    assert not randers_documents["da"]["indicators"]["skolefravaer"]["cells"]["2024"]["vangdalen"][
        "baseline"
    ]


def test_a_change_of_definition_names_the_places_it_concerns(tinytown_documents):
    breaks = tinytown_documents["da"]["indicators"]["naboklager"]["breaks"]
    assert [(b["year"], b["geographies"]) for b in breaks] == [(2023, ["bakkegaarden"])]


def test_every_cell_quotes_its_source(randers_documents):
    columns = ("source_table", "source_row", "source_column", "source_text")
    wanted = Counter(tuple(row[c] for c in columns) for row in rows("observations"))
    assert Counter(tuple(cell["source"]) for _, cell in cells(randers_documents["en"])) == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_has_a_place_unfilled(language, randers_documents, tinytown_documents):
    for document in (randers_documents[language], tinytown_documents[language]):
        written = sentences(without_quotes(document))
        assert [text for text in written if UNFILLED.search(text)] == []


def test_nothing_of_the_danish_catalogue_is_in_the_english_document(tinytown_documents):
    words = catalogue("da").messages
    only_danish = {m for k, m in words.items() if m != catalogue("en").messages[k]}
    english = tinytown_documents["en"]
    written = sentences([without_quotes(english), english["texts"]])
    assert only_danish & set(written) == set()


def test_the_words_of_the_english_document_have_no_danish_letters(tinytown_documents):
    document = tinytown_documents["en"]
    series = [(s["unit"], s["polarity"]) for s in document["indicators"].values()]
    words = [document[key] for key in ("texts", "reasons", "statuses")]
    words += [[layer["name"] for layer in document["layers"]], *map(list, series)]
    assert [text for text in sentences(words) if DANISH.search(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_document_is_strict_json(language, randers_documents):
    text = json.dumps(randers_documents[language], allow_nan=False)
    assert json.loads(text)["language"] == language


def test_both_languages_have_the_same_shape(randers_documents):
    def shape(part):
        if isinstance(part, dict):
            return {str(key): shape(value) for key, value in part.items()}
        return [shape(value) for value in part] if isinstance(part, list) else type(part).__name__

    assert shape(randers_documents["da"]) == shape(randers_documents["en"])


def test_a_year_without_figures_names_the_nearest_with(randers_documents):
    first = {}
    for (name, year, _), _ in cells(randers_documents["da"]):
        if year is not None:
            first[name] = min(year, first.get(name, year))
    for language, document in randers_documents.items():
        for name, year in first.items():
            series = document["indicators"][name]
            assert series["nearest"]["2017"] == year
            if year != 2017:
                words = catalogue(language).text(
                    "sentence.none", name=series["name"], year=2017, nearest=year
                )
                assert series["sentences"]["2017"] == words


def test_parks_name_the_areas_around_them_nearest_first(tinytown, tinytown_documents):
    parks, areas = tinytown.layers["parks"], tinytown.layers["areas"]
    for park, row in parks.iterrows():
        apart = {area: round(areas.geometry[area].distance(row.geometry)) for area in areas.index}
        near = tinytown_documents["da"]["features"][park]["near"]
        within = [area for area in sorted(apart, key=apart.get) if apart[area] <= 1000]
        assert [apart[n["area"]] for n in near] == [apart[area] for area in within]
        for neighbour in near:
            metres = int(neighbour["distance"].split(NBSP)[0])
            assert abs(metres - apart[neighbour["area"]]) <= 5
            assert neighbour["within"] == (300 if apart[neighbour["area"]] <= 300 else 1000)


def test_a_distance_says_how_wrong_it_can_be(tinytown, tinytown_documents):
    near = tinytown_documents["da"]["features"]["engparken"]["near"]
    for neighbour in near:
        area = tinytown.layers["areas"].loc[neighbour["area"]]
        error = tinytown.layers["parks"].loc["engparken"]["error_m"] + area["error_m"]
        assert f"±{error:.0f} m" in neighbour["distance"]


def test_a_park_of_randers_inside_an_area_says_so(randers_documents):
    near = randers_documents["da"]["features"]["falken"]["near"]
    assert near[0]["area"] == "glarbjergvej"
    assert near[0]["distance"].startswith("grænser op til eller ligger i")


def test_the_first_view_is_the_latest_year_of_the_start_indicator(randers_documents):
    start = randers_documents["da"]["start"]
    assert start == {"indicator": "skolefravaer", "area": "jennumparken", "year": 2024}


def test_every_series_stands_under_one_theme(randers_documents):
    document = randers_documents["da"]
    listed = [name for theme in document["themes"] for name in theme["indicators"]]
    assert sorted(listed) == sorted(document["indicators"])


def test_layers_can_be_switched_by_name(tinytown_documents):
    layers = tinytown_documents["da"]["layers"]
    assert tuple(layer["id"] for layer in layers) == SWITCHABLE
    assert all(layer["name"] for layer in layers)


def test_every_class_has_a_label_and_a_colour(randers_documents):
    for series in randers_documents["da"]["indicators"].values():
        indices = {c["cls"] for year in series["cells"].values() for c in year.values()}
        assert indices - {None} == set(range(len(series["classes"])))
        assert all(one["label"] and one["colour"] for one in series["classes"])


def test_a_class_of_one_value_has_one_number(tinytown_documents):
    labels = [c["label"] for c in tinytown_documents["da"]["indicators"]["laesegrupper"]["classes"]]
    assert labels[0] == f"9,3\N{EN DASH}10,2{NBSP}%"
    assert labels[-1].endswith(f"21,4{NBSP}%")


def test_pins_are_in_the_order_of_the_clock(randers_documents):
    years = [pin["year"] for pin in randers_documents["da"]["pins"]]
    assert years == sorted(years) == [2022, 2023, 2024, 2025, 2027]


def test_memberships_are_said_in_words(tinytown_documents):
    said = tinytown_documents["da"]["memberships"]
    assert said["soegade"] == [
        "Planen 2020 (to områder samlet): udvalgte aktiviteter",
        "Planen 2023 (tre områder samlet): alle aktiviteter",
    ]
    assert said["bakkegaarden"] == ["Planen 2023 (tre områder samlet): omfang ikke oplyst"]


def test_a_feature_says_its_outlines_error_and_kind(tinytown_documents):
    features = tinytown_documents["da"]["features"]
    assert features["engparken"]["outline"] == "Vejledende afgrænsning, ±30 m"
    assert features["engstien"]["outline"] == "Vejledende forløb, ±30 m"
    assert features["tinby-bibliotek"]["outline"] == "Vejledende placering, ±5 m"
    assert features["spejlsoeen"]["kind"] == "Badesø"


def test_figures_keep_what_the_source_says_of_them(tinytown_documents):
    values = [f["value"] for f in tinytown_documents["da"]["features"]["engparken"]["figures"]]
    assert values == [f"ca. 3,5{NBSP}ha", f"over 400{NBSP}personer"]


def test_what_is_counted_of_a_plan_as_a_whole_names_its_areas(
    tinytown_documents, randers_documents
):
    [plan] = tinytown_documents["da"]["planFigures"]
    assert plan["areas"] == ["moelleparken", "soegade"]
    assert [f["value"] for f in plan["figures"]] == [f"ca. 210{NBSP}boliger"]
    [plan] = randers_documents["da"]["planFigures"]
    assert [f["value"] for f in plan["figures"]] == [f"2.982{NBSP}boliger", f"5.758{NBSP}personer"]


def test_millions_are_said_as_millions(randers_documents):
    figures = randers_documents["da"]["features"]["falken"]["figures"]
    assert f"30{NBSP}mio. kr." in [figure["value"] for figure in figures]


def test_a_target_on_two_series_together_stands_with_both(randers_documents):
    series = randers_documents["en"]["indicators"]
    both = [t["text"] for t in series["sprog-fokuseret"]["targets"]]
    assert ["two shares together" in text for text in both] == [True]
    assert [t["text"] for t in series["sprog-saerlig"]["targets"]] == both
    assert series["sprog-generel"]["targets"] == []


def test_a_place_that_is_described_rather_than_named_has_an_english_name(randers_documents):
    english, danish = (randers_documents[one]["features"] for one in ("en", "da"))
    assert english["badesoe"]["name"] == "Bathing lake on Nordre Fælled"
    assert danish["badesoe"]["name"] == "Badesø på Nordre Fælled"
    assert english["myretuen"]["name"] == danish["myretuen"]["name"] == "Myretuen"
