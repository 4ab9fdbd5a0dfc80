"""The memo, opened again in two readers, holds the figures of the package and can be read aloud."""

import io
import re
from datetime import date
from itertools import pairwise

import pdfua
import pypdf
import pypdfium2
import pytest

from dashboard.__main__ import main
from dashboard.memo.document import write_memo
from dashboard.memo.figures import shown_in
from dashboard.memo.request import Asked, plan_memo
from dashboard.memo.typesetting import MAX_PAGES, typeset
from dashboard.pictures.subject import subjects_of
from layers.view import build_view

FIVE = ("skolefravaer", "ungdomsuddannelse-15-mdr", "ungdomsuddannelse-samme-aar",
        "udsaettelser", "uden-for-arbejdsmarkedet")  # fmt: skip
MOST = ("jennumparken", "glarbjergvej", "vangdalen", "hermann-stillings-vej", "energivej",
        "sjaellandsgade", "centrum", "helhedsplan", "tre-boligomraader")  # fmt: skip
LINK = "https://tal.example.dk"


@pytest.fixture(scope="module")
def subjects(randers):
    return subjects_of(randers, build_view(randers))


def make(subject, asked):
    memo = plan_memo(subject, asked)
    content = write_memo(memo, subject, made=date(2026, 3, 4), public_url=LINK)
    return memo, content, typeset(content)


@pytest.fixture(scope="module", params=["da", "en"])
def made(request, subjects):
    subject = subjects[request.param]
    return subject, *make(subject, Asked(FIVE, MOST))


def with_pypdf(pdf):
    return " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def with_pdfium(pdf):
    document = pypdfium2.PdfDocument(pdf)
    try:
        return " ".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def plain(text):
    """Text without what readers do differently: spaces, ends of lines, hyphens of all kinds."""
    return re.sub(r"[\s\u00a0\u00ad\u0002\ufffe-]+", "", text)


READERS = pytest.mark.parametrize("read", [with_pypdf, with_pdfium])


@READERS
def test_every_figure_shown_is_in_the_text(made, read):
    subject, memo, content, pdf = made
    text = plain(read(pdf))
    compared = 0
    for one in content["values"]:
        for row in one["rows"]:
            assert plain("".join(row)) in text
            compared += len(row) - 1
    printed = sum(len(shown_in(memo, subject, i)) for i in memo.indicators)
    assert compared >= printed > 100


@READERS
def test_every_other_part_is_in_the_text(made, read):
    content, pdf = made[2:]
    text = plain(read(pdf))
    verdicts = [j for g in content["verdicts"] for t in g["targets"] for j in t["judgements"]]
    caveats = [item["text"] for group in content["caveats"] for item in group["items"]]
    parts = [content["question"], content["source"], content["version"], content["made"],
             content["link"], *(cell for row in content["change"]["rows"] for cell in row),
             *(sentence for _, _, sentence in verdicts), *caveats,
             *(address for one in content["values"] for address in one["cells"])]  # fmt: skip
    assert len(verdicts) > 10
    assert [part for part in parts if plain(part) not in text] == []


@READERS
def test_no_share_is_in_the_text_that_the_report_does_not_print(subjects, randers, read):
    asked = Asked(("skolefravaer",), ("jennumparken", "energivej"))
    _, _, pdf = make(subjects["da"], asked)
    found = set(re.findall(r"(\d+(?:,\d+)?)[\s\u00a0]%", read(pdf)))
    places = ("jennumparken", "energivej", "randers-kommune")
    printed = {f"{o.value:g}".replace(".", ",") for o in randers.observations
               if o.indicator == "skolefravaer" and o.geography in places}  # fmt: skip
    assert found == printed


def test_a_memo_has_two_to_four_pages_in_a4(subjects, made):
    sizes = [(round(p.mediabox.width), round(p.mediabox.height))
             for p in pypdf.PdfReader(io.BytesIO(made[-1])).pages]  # fmt: skip
    assert sizes == [(595, 842)] * MAX_PAGES
    _, _, small = make(subjects["da"], Asked(("dagtilbud-1-5",), ("helhedsplan",)))
    assert len(pypdf.PdfReader(io.BytesIO(small)).pages) == 2


def test_what_a_machine_can_check_of_pdf_ua_is_in_order(made):
    assert list(pdfua.validate(io.BytesIO(made[-1])).findings) == []


def structure(pdf):
    """All elements of the structure tree, in reading order."""

    def walk(node):
        node = node.get_object() if hasattr(node, "get_object") else node
        if not isinstance(node, dict):
            return
        if "/S" in node:
            yield node
        kids = node.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            yield from walk(kid)

    return list(walk(pypdf.PdfReader(io.BytesIO(pdf)).trailer["/Root"]["/StructTreeRoot"]))


def test_title_language_and_tags_are_set(made):
    subject, _, content, pdf = made
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    root = reader.trailer["/Root"]
    assert reader.metadata.title == content["heading"]
    assert str(root["/Lang"]).startswith(subject.words.language)
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid" in root["/Metadata"].get_data()


def test_every_picture_has_its_words(made):
    content, pdf = made[2], made[3]
    spoken = [str(e.get("/Alt", "")) for e in structure(pdf) if e["/S"] == "/Figure"]
    wanted = [content["map"]["alt"], *(c["alt"] for c in content["charts"]),
              content["words"]["qr_alt"]]  # fmt: skip
    assert sorted(spoken) == sorted(wanted)


def test_headings_leave_out_no_level_and_tables_have_heads(made):
    elements = structure(made[-1])
    levels = [int(e["/S"][2:]) for e in elements if re.fullmatch(r"/H\d", e["/S"])]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    tables = [e for e in elements if e["/S"] == "/Table"]
    heads = [e for e in elements if e["/S"] == "/THead"]
    assert len(tables) == len(heads) > 5


def test_every_font_is_within_and_the_text_is_in_the_shipped_one(made):
    fonts = {}
    for page in pypdf.PdfReader(io.BytesIO(made[-1])).pages:
        for font in page["/Resources"]["/Font"].values():
            (inner,) = font.get_object()["/DescendantFonts"]
            fonts[str(inner.get_object()["/BaseFont"])] = inner.get_object()["/FontDescriptor"]
    assert any("BlokSans" in name for name in fonts)
    assert all({"/FontFile2", "/FontFile3"} & set(d.get_object()) for d in fonts.values())


def test_the_link_can_be_followed(made):
    content, pdf = made[2], made[3]
    links = [a.get_object()["/A"]["/URI"] for p in pypdf.PdfReader(io.BytesIO(pdf)).pages
             for a in p.get("/Annots", [])]  # fmt: skip
    assert set(links) == {content["link"]}


def test_the_same_content_is_the_same_file(made):
    assert typeset(made[2]) == made[3]


def test_another_town_has_a_memo_too(tinytown):
    subject = subjects_of(tinytown, build_view(tinytown))["da"]
    _, content, pdf = make(subject, Asked(("naboklager", "laesegrupper")))
    assert plain(content["question"]) in plain(with_pypdf(pdf))
    assert len(pypdf.PdfReader(io.BytesIO(pdf)).pages) in range(2, MAX_PAGES + 1)


def test_the_command_writes_a_memo(tmp_path, capsys):
    out = tmp_path / "notat.pdf"
    asked = ["memo", "--lang", "en", "--areas", "vangdalen,energivej", "--indicators",
             "skolefravaer", "--year", "2023", "--from", "2022", str(out)]  # fmt: skip
    assert main(asked) == 0
    assert capsys.readouterr().err == ""
    text = with_pypdf(out.read_bytes())
    assert "school year 2021/22" in text
    assert "94%" in text


REFUSED = [
    (["--indicators", "skolefravaer", "--areas", "andeby"], "andeby"),
    (["--indicators", ",".join(f"i{n}" for n in range(200))], "200"),
    (["--indicators", "skolefravaer", "--year", "2023", "--from", "2023"], "2023"),
    (["--indicators", "dagtilbud-1-5", "--areas", "vangdalen"], "Helhedsplanen 2021-25"),
    (["--indicators", ""], "mindst"),
]


@pytest.mark.parametrize(("asked", "named"), REFUSED)
def test_the_command_says_what_it_cannot_show_and_leaves_no_file(tmp_path, capsys, asked, named):
    out = tmp_path / "notat.pdf"
    assert main(["memo", *asked, str(out)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert named in said.err
    assert said.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_package_that_cannot_be_read_is_no_fault_of_the_file_to_write(
    tmp_path, capsys, monkeypatch
):
    monkeypatch.setenv("BLOKTILBY_PACKAGE", str(tmp_path / "nowhere"))
    assert main(["memo", "--indicators", "skolefravaer", str(tmp_path / "notat.pdf")]) == 1
    said = capsys.readouterr().err
    assert "no such folder" in said
    assert "cannot be written" not in said


def test_a_folder_that_is_not_there_is_told(tmp_path, capsys):
    out = tmp_path / "none" / "notat.pdf"
    assert main(["memo", "--indicators", "skolefravaer", str(out)]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_words_that_no_command_knows_are_told(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["memo", "--indicators", "skolefravaer", "--year", "soon", "x.pdf"])
    assert stopped.value.code == 2
    assert "--year" in capsys.readouterr().err
