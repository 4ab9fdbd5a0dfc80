"""What is drawn of an address shows the printed values, in the colours of the page's own map."""

import re
from html import unescape

import pytest
from werkzeug.datastructures import MultiDict

from dashboard.drawn.page import page
from dashboard.drawn.state import initial, parse


def drawn(atlas, language="da", **asked):
    state = parse(MultiDict(asked), atlas.doc(language))
    return page(atlas, state, "A title")


def rows(html):
    """The table's rows: area, value, period, remarks."""
    body = html.split("<tbody>")[1].split("</tbody>")[0]
    cells = (re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in body.split("</tr>")[:-1])
    found = [[unescape(re.sub("<[^>]+>", "", cell)) for cell in row] for row in cells]
    return {row[0]: row[1:] for row in found}


def areas(html):
    """Each drawn area: its colour or texture by what its title says of it."""
    found = re.findall(r'<path class="area[^"]*" fill="([^"]+)" d="[^"]+"><title>([^<]+)', html)
    return {unescape(told): fill for fill, told in found}


def test_absence_in_randers_in_2023_is_as_it_was_printed(randers_atlas):
    html = drawn(randers_atlas, aar="2023", indikator="skolefravaer")
    assert {area: row[0].replace("\xa0", " ") for area, row in rows(html).items()} == {
        "Gl. Jennumparken": "6,6 %", "Glarbjergvej-området": "7,2 %", "Vangdalen": "6,2 %",
        "Hermann Stillings Vej-området": "8,6 %", "Energivej-området": "6,4 %",
        "Sjællandsgade-kvarteret": "Endnu ikke med i helhedsplanen",
        "Dele af det centrale Randers": "Endnu ikke med i helhedsplanen",
        "Randers Kommune": "5,9 %"}  # fmt: skip
    assert rows(html)["Vangdalen"][1] == "skoleåret 2022/23"


def test_an_area_has_the_colour_of_its_class_in_the_legend(randers_atlas):
    html = drawn(randers_atlas, aar="2024", indikator="skolefravaer")
    legend = html.split('class="legend"')[1].split("</ul>")[0]
    colour = areas(html)["Vangdalen: 10,1\xa0%"]
    assert re.search(f'background:{re.escape(colour)}" aria-hidden="true"></span>9,3–10,1', legend)


def test_what_has_no_colour_has_the_texture_of_its_reason(randers_atlas):
    html = drawn(randers_atlas, aar="2022", indikator="skolefravaer")
    (said,) = (told for told in areas(html) if told.startswith("Vangdalen"))
    assert areas(html)[said] == "url(#drawn-invalid)"
    assert "(94\xa0%)" in said
    assert '<pattern id="drawn-invalid"' in html


def test_a_count_is_a_circle_that_the_legend_explains(randers_atlas):
    html = drawn(randers_atlas, aar="2024", indikator="udsaettelser")
    assert html.count('class="dot disc"') == html.count('class="dot rim"') > 0
    assert "Cirklens areal viser antallet" in html


def test_a_remark_is_raised_behind_its_value_and_no_part_of_it(randers_atlas):
    html = drawn(randers_atlas, aar="2024", indikator="udsaettelser")
    assert '>4<tspan class="mark" dy="-0.35em">i</tspan></text>' in html
    assert "Energivej-området: 4" in areas(html)


def test_a_difference_is_shown_with_the_printed_values_beside_it(randers_atlas):
    html = drawn(randers_atlas, aar="2023", indikator="skolefravaer", vis="gap")
    assert "Vangdalen: +0,3\xa0procentpoint" in areas(html)
    assert "procentpoint</span>" in html.split('class="legend"')[1]


def test_every_area_is_named_with_its_value_on_both_sheets(randers_atlas):
    html = drawn(randers_atlas, aar="2023", indikator="skolefravaer")
    for sheet in ("wide", "narrow"):
        names = html.split(f'class="drawn-names {sheet}"')[1].split("</g></g>")[0]
        assert re.findall(r">([^<>]*%)</text>", names).count("6,6\xa0%") == 1
        assert "Vangdalen" in names


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_drawing_says_what_it_is(randers_atlas, language):
    html = drawn(randers_atlas, language, aar="2023")
    name = randers_atlas.series("skolefravaer", language)["name"]
    assert f'<title id="drawn-title">{name}, 2023</title>' in html
    assert f'<p class="sentence">{name}' in unescape(html)


def test_a_year_without_figures_says_so(tinytown_atlas):
    doc = tinytown_atlas.doc("da")
    without = next(
        y for y in doc["years"] if y not in doc["indicators"][initial(doc).indicator]["years"]
    )
    html = drawn(tinytown_atlas, aar=str(without))
    assert f"Ingen tal i {without}" in html


def test_links_lead_to_each_year_series_area_and_language(tinytown_atlas):
    doc = tinytown_atlas.doc("da")
    html = unescape(drawn(tinytown_atlas))
    for year in doc["years"]:
        assert f'href="/?aar={year}&' in html
    for key, wanted in (("indikator", doc["indicators"]), ("omraader", doc["areas"]),
                        ("sprog", ("da", "en"))):  # fmt: skip
        for one in wanted:
            assert re.search(f'href="/[?][^"]*{key}={re.escape(one)}[&"]', html), (key, one)


def test_a_park_can_be_chosen(tinytown_atlas):
    html = drawn(tinytown_atlas, omraader="engparken")
    assert "Engparken" in html.split('class="panel-head"')[1].split("</h2>")[0]


def test_words_of_a_package_stay_words(tinytown_atlas):
    doc, series = tinytown_atlas.doc("da"), tinytown_atlas.series
    state = initial(doc)
    sharp = "<img src=x onerror=alert(1)>"
    geographies = {one: {**told, "name": sharp} for one, told in doc["geographies"].items()}

    class Sharp:
        box, shapes = tinytown_atlas.box, tinytown_atlas.shapes

        def doc(self, _):
            return {**doc, "geographies": geographies}

        def series(self, indicator, language):
            return {**series(indicator, language), "name": sharp}

    html = page(Sharp(), state, sharp)
    assert "<img" not in html
    assert "&lt;img" in html
