"""Downloads hold exactly what the address asks for, or say in one sentence why not."""

import csv
import io
import json
import re
import subprocess

import openpyxl
import pyogrio
import pytest

from dashboard.asked import MAX_QUERY
from dashboard.catalogue import LANGUAGES, catalogue
from dashboard.compiling.materials import Materials
from dashboard.making.formats import FORMATS
from dashboard.making.stock import Stock
from dashboard.settings import Settings
from geodata.files.endings import ending
from geodata.files.export import as_csv, as_csv_excel
from geodata.files.printed import key_of, rows
from geodata.files.selection import plain
from tests.contract.code import ASSETS
from tests.documents import write_document
from tests.unit.js.test_js import NODE


def asked(site, kind="csv", query="", **options):
    return site.ask(f"/download/values{ending(kind)}?{query}", **options)


def read_csv(answer):
    assert answer.status == 200, answer.text
    return list(csv.DictReader(io.StringIO(answer.text, newline="")))


def sentence(answer):
    """The heading of a page that refuses; it has nothing else but a way back."""
    found = re.search(r"<h1>(.*)</h1>", answer.text)
    assert found, answer.text
    return found[1]


def test_all_figures_are_the_csv_of_the_command(randers_site, randers):
    assert asked(randers_site).text == as_csv(randers)
    assert asked(randers_site, "csv-excel").body == as_csv_excel(randers).encode("utf-8")


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_holds_the_rows_asked_for(randers_site, tmp_path, kind):
    query = "indikator=skolefravaer,udsaettelser&omraader=vangdalen"
    wanted = len(read_csv(asked(randers_site, query=query)))
    answer = asked(randers_site, kind, query)
    assert answer.headers["Content-Type"] == FORMATS[kind]
    content = answer.body
    if kind == "xlsx":
        found = openpyxl.load_workbook(io.BytesIO(content))["values"].max_row - 1
    elif kind == "geojson":
        found = len(json.loads(content)["features"])
    elif kind == "gpkg":
        (tmp_path / "x.gpkg").write_bytes(content)
        found = pyogrio.read_info(tmp_path / "x.gpkg", layer="values")["features"]
    elif kind == "csv-excel":
        text = io.StringIO(content.decode("utf-8-sig"), newline="")
        found = len(list(csv.DictReader(text, delimiter=";")))
    else:
        found = len(read_csv(answer))
    assert found == wanted > 0


@pytest.mark.parametrize(
    ("query", "fits"),
    [
        ("indikator=skolefravaer", lambda r: r["indicator"] == "skolefravaer"),
        ("omraader=vangdalen,energivej", lambda r: r["geography"] in ("vangdalen", "energivej")),
        ("omraader=vangdalen&omraader=energivej",
         lambda r: r["geography"] in ("vangdalen", "energivej")),
        ("forbehold=doubtful", lambda r: r["severity"] == "doubtful"),
        ("forbehold=invalid&indikator=skolefravaer",
         lambda r: r["severity"] == "invalid" and r["indicator"] == "skolefravaer"),
        ("forbehold=note", lambda r: r["severity"] or r["note"]),
        ("indikator=&omraader=&forbehold=&soeg=", lambda _: True),
    ],
)  # fmt: skip
def test_the_address_narrows_and_nothing_is_lost(randers_site, randers, query, fits):
    found = read_csv(asked(randers_site, query=query))
    assert [key_of(row) for row in found] == [key_of(r) for r in rows(randers) if fits(r)]


def test_text_is_sought_in_the_words_of_the_language(randers_site):
    danish = read_csv(asked(randers_site, query="soeg=KAN IKKE BRUGES&forbehold=invalid"))
    english = read_csv(asked(randers_site, query="soeg=cannot be used&forbehold=invalid&sprog=en"))
    assert danish == english
    assert len(danish) > 1
    assert asked(randers_site, query="soeg=cannot be used").status == 400


def test_the_file_is_named_after_package_extent_and_day(randers_site):
    def name(address):
        return randers_site.ask(address).headers["Content-Disposition"]

    day = "2025-07-31"
    assert name("/download/values.xlsx") == (
        f'attachment; filename="fra-blok-til-by-randers-alle-tal-{day}.xlsx"'
    )
    assert name("/download/values.csv?forbehold=invalid&sprog=en") == (
        f'attachment; filename="fra-blok-til-by-randers-selection-{day}.csv"'
    )
    assert name("/download/values-excel.csv") == (
        f'attachment; filename="fra-blok-til-by-randers-alle-tal-{day}-excel.csv"'
    )


@pytest.mark.parametrize("kind", FORMATS)
def test_an_unchanged_file_is_not_sent_again(randers_site, kind):
    first = asked(randers_site, kind, "omraader=vangdalen")
    assert "no-cache" in first.headers["Cache-Control"]
    again = asked(randers_site, kind, "omraader=vangdalen",
                  headers={"If-None-Match": first.headers["ETag"]})  # fmt: skip
    assert (again.status, again.body) == (304, b"")


@pytest.mark.parametrize("kind", ["pdf", "CSV", "csv.exe", "parquet"])
def test_another_format_is_not_found(randers_site, kind):
    answer = asked(randers_site, kind)
    assert answer.status == 404
    assert "csv, xlsx, geojson" in sentence(answer)


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("indikator=skolefravaer,findes-ikke", "findes-ikke"),
        ("omraader=andeby", "andeby"),
        ("forbehold=alvorligt", "alvorligt"),
        ("indikatorer=skolefravaer", "indikatorer"),
        ("indikator=" + "x" * 300, "x" * 60 + "…"),
        ("omraader=<script>", "&lt;script&gt;"),
        ("soeg=" + "æ" * MAX_QUERY, str(MAX_QUERY)),
        ("omraader=" + ",".join(f"omraade-{i}" for i in range(50)), "omraade-0"),
        ("aar=2021.5", "aar"),
        ("vis=gap", "vis"),
        ("soeg=findes ingen steder", ""),
        ("indikator=jobparate&forbehold=invalid", ""),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_cannot_be_given_is_said_in_one_sentence(randers_site, query, named, language):
    answer = asked(randers_site, query=f"{query}&sprog={language}")
    assert answer.status == 400
    said = sentence(answer)
    assert named in said
    assert said.endswith((".", ")."))
    assert f'<html lang="{language}">' in answer.text
    assert "Content-Disposition" not in answer.headers


def test_a_language_that_there_is_none_of_is_refused(randers_site):
    answer = asked(randers_site, query="sprog=tlh")
    assert answer.status == 400
    assert "tlh" in sentence(answer)
    assert asked(randers_site, query="sprog=en").status == 200


def test_an_area_named_twice_or_fifty_times_counts_once(randers_site):
    once = read_csv(asked(randers_site, query="omraader=vangdalen"))
    assert read_csv(asked(randers_site, query="omraader=" + ",".join(["vangdalen"] * 50))) == once


def test_nothing_is_taken_but_get(randers_site):
    assert asked(randers_site, method="POST").status == 405
    assert asked(randers_site, method="HEAD").status == 200


def run_node(script, given):
    ran = subprocess.run([NODE, "-e", script], input=json.dumps(given), capture_output=True,
                         text=True, check=True)  # fmt: skip
    return json.loads(ran.stdout)


@pytest.mark.parametrize("package", ["randers", "tinytown", "kystby"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_browser_and_server_seek_in_the_same_text(request, package, language):
    """Equal text in every row, and so equal rows for whatever is sought."""
    stock = Stock(Materials(request.getfixturevalue(package), Settings()))
    written = write_document(stock.package, stock.materials.view, catalogue(language))
    script = f"""
      const rows = require({str(ASSETS / "data" / "rows.js")!r});
      const doc = JSON.parse(require("fs").readFileSync(0, "utf8"));
      console.log(JSON.stringify(rows.all(doc).map((one) => one.text)));
    """
    found = run_node(script, written)
    assert sorted(found) == sorted(stock.texts(stock.materials, language).values())


def test_browser_and_server_read_what_is_typed_alike():
    typed = ["  Ørsted  ", "9,2\u00a0%", "A\tB\r\nC", "ÆØÅ Éa", "\u202fx", "ΣΑΣ", "İ", "a  b"]
    script = f"""
      const rows = require({str(ASSETS / "data" / "rows.js")!r});
      console.log(JSON.stringify(JSON.parse(require("fs").readFileSync(0, "utf8")).map(rows.plain)));
    """
    assert run_node(script, typed) == [plain(text) for text in typed]
