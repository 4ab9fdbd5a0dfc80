"""Pictures and memos are what the address asks for, or a sentence says why not."""

import io
import re
import xml.etree.ElementTree as ET

import pypdf
import pytest
from PIL import Image

from dashboard.catalogue import LANGUAGES
from tests.integration.conftest import layout_of

NAME = "fra-blok-til-by-randers"


def sentence(answer):
    found = re.search(r"<h1>(.*)</h1>", answer.text)
    assert found, answer.text
    return found[1]


def name(answer):
    assert answer.status == 200, answer.text
    return answer.headers["Content-Disposition"]


@pytest.mark.parametrize("address", [
    "chart.{}?indikator=skolefravaer&omraader=vangdalen&mod=randers-kommune&sprog=da",
    "map.{}?indikator=skolefravaer&aar=2023&vis=gap&sprog=en",
])  # fmt: skip
def test_pictures_open_and_are_named(randers_site, address):
    svg = randers_site.ask(f"/download/{address.format('svg')}")
    png = randers_site.ask(f"/download/{address.format('png')}")
    assert svg.headers["Content-Type"].startswith("image/svg+xml")
    assert ET.fromstring(svg.text).tag.endswith("svg")
    assert png.headers["Content-Type"] == "image/png"
    image = Image.open(io.BytesIO(png.body))
    assert min(image.size) > 900
    assert len(image.convert("L").getcolors()) > 20


def test_names_say_what_a_file_is(randers_site):
    ask = randers_site.ask
    assert name(ask("/download/chart.png?indikator=skolefravaer")) == (
        f'attachment; filename="{NAME}-diagram-skolefravaer.png"'
    )
    assert name(ask("/download/map.svg?indikator=udsaettelser&aar=2024&sprog=en")) == (
        f'attachment; filename="{NAME}-map-udsaettelser-2024.svg"'
    )
    assert name(ask("/download/map.svg?indikator=skolefravaer&aar=2024&fra=2022")) == (
        f'attachment; filename="{NAME}-kort-skolefravaer-2022-2024.svg"'
    )
    assert name(ask("/download/memo.pdf?indikator=skolefravaer&aar=2023")) == (
        f'attachment; filename="{NAME}-notat-skolefravaer-2023.pdf"'
    )


def test_the_memo_names_the_data_as_the_page_on_sources_does(randers_site):
    about = layout_of(randers_site, "/om").text
    version = re.search(r"\(([0-9a-f]{16})\)", about)[1]
    answer = randers_site.ask("/download/memo.pdf?indikator=skolefravaer&omraader=vangdalen")
    assert answer.headers["Content-Type"] == "application/pdf"
    text = pypdf.PdfReader(io.BytesIO(answer.body)).pages[-1].extract_text()
    assert version in text
    assert "/sammenlign?indikator=skolefravaer" in text.replace("\n", "")
    assert "127.0.0.1" not in text


def test_an_unchanged_picture_is_not_sent_again(randers_site):
    address = "/download/map.svg?indikator=skolefravaer&aar=2023"
    first = randers_site.ask(address)
    again = randers_site.ask(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status, again.body) == (304, b"")


REFUSED = [
    ("chart.svg?indikator=findes-ikke", "findes-ikke"),
    ("chart.svg", ""),
    ("chart.svg?indikator=skolefravaer,udsaettelser", "2"),
    ("chart.svg?indikator=skolefravaer&omraader=andeby", "andeby"),
    ("chart.svg?indikator=skolefravaer&omraader=danmark", ""),
    ("chart.svg?indikator=skolefravaer&mod=andeby", "andeby"),
    ("chart.svg?indikator=dagtilbud-1-5&omraader=vangdalen", "2021-25"),
    ("chart.svg?indikator=skolefravaer&aar=2023", "aar"),
    ("map.png?indikator=skolefravaer&aar=2021", "2022"),
    ("map.png?indikator=skolefravaer&aar=2023&fra=2023", "2023"),
    ("map.png?indikator=skolefravaer&aar=2022&fra=2024", "2024"),
    ("map.png?indikator=skolefravaer&aar=2024&fra=2021", "2021"),
    ("map.png?indikator=skolefravaer&aar=2024&fra=2022&vis=change", ""),
    ("map.png?indikator=skolefravaer&aar=20%C2%B23", "20²3"),
    ("map.png?indikator=skolefravaer&aar=2023&vis=all", "all"),
    ("map.png?indikator=udsaettelser&vis=gap", ""),
    ("map.png?indikator=%3Cscript%3E", "&lt;script&gt;"),
    ("memo.pdf?indikator=" + ",".join(f"i{n}" for n in range(200)), "200"),
    ("memo.pdf?indikator=skolefravaer&omraader=" + "x," * 1200, "2000"),
    ("memo.pdf?indikator=skolefravaer&aar=2023&fra=2023", "2023"),
    ("memo.pdf?indikator=skolefravaer&aar=2022&fra=2024", "2024"),
    ("memo.pdf?indikator=skolefravaer,dagtilbud-1-5&omraader=vangdalen", "2021-25"),
    ("memo.pdf?indikator=skolefravaer&lag=paths", "lag"),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("address", "named"), REFUSED)
def test_what_cannot_be_made_is_said_in_one_sentence(randers_site, address, named, language):
    joint = "&" if "?" in address else "?"
    answer = randers_site.ask(f"/download/{address}{joint}sprog={language}")
    assert answer.status == 400
    said = sentence(answer)
    assert named in said
    assert said.endswith(".")
    assert f'<html lang="{language}">' in answer.text
    assert "Content-Disposition" not in answer.headers


@pytest.mark.parametrize("file", ["memo.pdf", "chart.svg", "map.png"])
def test_a_language_that_is_not_there_is_refused(randers_site, file):
    answer = randers_site.ask(f"/download/{file}?indikator=skolefravaer&sprog=tlh")
    assert answer.status == 400
    assert "tlh" in sentence(answer)


@pytest.mark.parametrize("file", ["chart.pdf", "map.gif", "chart.SVG"])
def test_another_format_is_not_found(randers_site, file):
    answer = randers_site.ask(f"/download/{file}?indikator=skolefravaer")
    assert answer.status == 404
    assert "svg" in sentence(answer)


def test_another_download_is_not_found(randers_site):
    assert randers_site.ask("/download/memo.docx?indikator=skolefravaer").status == 404


def test_another_town_is_drawn_too(tinytown_site):
    for address in ("chart.png?indikator=naboklager", "map.png?indikator=laesegrupper&vis=gap"):
        assert tinytown_site.ask(f"/download/{address}").status == 200


def test_nothing_is_taken_but_get(randers_site):
    assert randers_site.ask("/download/memo.pdf", method="POST").status == 405
