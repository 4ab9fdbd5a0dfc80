"""Files that are traps, damaged or too large get a sentence, and nothing is written."""

import os
import time
import zipfile

import pytest

from geodata.intake import csvfile, limits, odsfile, packed, xlsxfile
from tests.packages_editing import value_of
from tests.unit.geodata.intake.books import (
    HEADS,
    NEIGHBOURS,
    edited,
    long_csv,
    ods_of,
    ods_row,
    one_fault,
    repacked,
    taken,
    values,
    xlsx_of,
)

ROW = (NEIGHBOURS, "Søgade", "2025", "14")


def zipped(folder, name, **parts):
    with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part.replace("__", "/"), content)
    return folder / name


def book(folder):
    return xlsx_of(folder, ("Tal", [list(HEADS), list(ROW)]))


def with_part(file, name, content):
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return file


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("tal.xlsx", b"", "found 0 bytes"),
        ("tal.xlsx", b"a;b", "found no packed file, though its name ends in .xlsx"),
        ("tal.csv", b"PK\x03\x04rest", "found a packed file, though its name ends in .csv"),
        ("tal.csv", b"a;b\x00c\n", "found bytes that are no text"),
        ("tal.csv", b'a;"b\nc', "unexpected end of data"),
        ("tal.pdf", b"%PDF", "found '.pdf'; allowed: a table: .csv"),
        ("tal.xls", b"\xd0\xcf\x11\xe0 old", "found a workbook of Excel before 2007"),
        ("tal.xlsx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
         "found an encrypted workbook"),
        ("tal.xlsx", b"PK\x03\x04" + b"x" * 99, "found a damaged file"),
    ],
)  # fmt: skip
def test_what_is_no_table_is_told(tmp_path, name, content, words):
    (tmp_path / name).write_bytes(content)
    assert words in one_fault(taken(tmp_path / name))


def test_a_missing_file_a_folder_and_a_pipe_are_never_opened(tmp_path):
    (tmp_path / "mappe.csv").mkdir()
    os.mkfifo(tmp_path / "pipe.csv")
    names = ("ingen.csv", "mappe.csv", "pipe.csv")
    found = [fault.found for fault in taken(*(tmp_path / name for name in names)).faults]
    assert found == ["no such file", "no ordinary file", "no ordinary file"]


@pytest.mark.parametrize("content", ["<workbook/>", "<a", ""])
def test_a_packed_file_that_is_no_workbook_is_damaged(tmp_path, content):
    file = zipped(tmp_path, "tal.xlsx", xl__workbook=content)
    assert "found a damaged file" in one_fault(taken(file))


@pytest.mark.parametrize("name", ["../../ud.xml", "/etc/ud.xml", "xl\\..\\..\\ud.xml"])
def test_a_part_that_leaves_the_file_is_refused(tmp_path, name):
    fault = one_fault(taken(with_part(book(tmp_path), name, "x")))
    assert "outside the file; allowed: parts within the file" in fault


def test_a_document_type_is_refused(tmp_path):
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'
    fault = one_fault(taken(with_part(book(tmp_path), "xl/more.xml", bomb)))
    assert "found a document type of its own" in fault


def test_a_document_type_is_found_in_any_encoding(tmp_path):
    bomb = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'
    file = zipped(tmp_path, "tal.xlsx", xl__more=bomb.encode("utf-16"))
    repacked(file, lambda parts: parts.update({"xl/more.xml": parts.pop("xl/more")}))
    fault = one_fault(taken(file))
    assert fault == "tal.xlsx, xl/more.xml: found XML in another encoding; allowed: UTF-8"
    file = ods_of(tmp_path, "")
    repacked(file, lambda parts: parts.update({"content.xml": bomb.encode("utf-16")}))
    assert "found XML in another encoding" in one_fault(taken(file))


def test_queries_that_excel_keeps_in_a_workbook_are_no_trap(tmp_path):
    query = '<?xml version="1.0" encoding="utf-16"?><DataMashup/>'.encode("utf-16")
    answer = taken(with_part(book(tmp_path), "customXml/item1.xml", query))
    assert values(answer, "naboklager", "2025") == {"soegade": 14}


def test_a_bomb_is_refused_by_what_it_promises_and_by_what_it_holds(tmp_path, monkeypatch):
    file = with_part(book(tmp_path), "xl/media/bomb.bin", b"\x00" * 3_000_000)
    monkeypatch.setattr(packed, "MAX_UNPACKED", 2_000_000)
    assert "bytes unpacked; allowed: at most 2000000" in one_fault(taken(file))


def test_too_many_cells_and_ranges_are_refused_before_anything_is_built(tmp_path):
    cells = '<row r="1"><c r="A1"/></row>' * (limits.MAX_CELLS // 2 + 2)
    fault = one_fault(taken(with_part(book(tmp_path), "xl/worksheets/sheet9.xml", cells)))
    assert f"found more than {limits.MAX_CELLS} cells" in fault


def test_a_range_merged_over_the_whole_sheet_is_refused(tmp_path):
    def merge(sheet):
        sheet.merge_cells("A1:D2")

    def widen(parts):
        sheet = "xl/worksheets/sheet1.xml"
        parts[sheet] = parts[sheet].replace(b"A1:D2", b"A1:XFD1048576")

    file = repacked(edited(book(tmp_path), merge), widen)
    assert "found merged ranges over 17179869184 cells" in one_fault(taken(file))


def test_a_stray_cell_at_the_end_of_a_sheet_is_told(tmp_path):
    def stray(sheet):
        sheet["A1048576"] = "x"

    fault = one_fault(taken(edited(book(tmp_path), stray)))
    assert "found a sheet that reaches to row 1048576 and column 4" in fault
    assert "delete rows and columns beyond the table" in fault


def test_ten_million_rows_are_refused_quickly(tmp_path):
    file = tmp_path / "tal.csv"
    file.write_bytes(b"1\n" * 10_000_000)
    begun = time.monotonic()
    assert f"found 10000000 rows; allowed: at most {limits.MAX_ROWS} rows" in one_fault(taken(file))
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize(
    ("limit", "value", "words"),
    [("MAX_CELLS", 5, "2 rows, 8 cells"), ("MAX_COLUMNS", 3, "4 columns")],
)
def test_a_csv_file_has_limits(tmp_path, monkeypatch, limit, value, words):
    monkeypatch.setattr(csvfile, limit, value)
    assert words in one_fault(taken(long_csv(tmp_path, ";".join(ROW))))


@pytest.mark.parametrize(("limit", "value"), [("MAX_ROWS", 1), ("MAX_COLUMNS", 3)])
def test_sheets_have_the_same_limits(tmp_path, monkeypatch, limit, value):
    monkeypatch.setattr(xlsxfile, limit, value)
    monkeypatch.setattr(odsfile, limit, value)
    assert "a sheet that reaches to row 2" in one_fault(taken(book(tmp_path)))
    file = ods_of(tmp_path, ods_row(*HEADS) + ods_row(*ROW))
    assert "found a larger table" in one_fault(taken(file))


def test_macros_are_told_and_never_run(tmp_path):
    file = with_part(book(tmp_path), "xl/vbaProject.bin", b"macro")
    answer = taken(file)
    assert values(answer, "naboklager", "2025") == {"soegade": 14}
    assert "tal.xlsx: macros: none was run" in answer.told


def test_a_password_of_an_open_document_is_told(tmp_path):
    file = ods_of(tmp_path, "", **{"META-INF__manifest.xml": "<a><encryption-data/></a>"})
    assert "found a file with a password" in one_fault(taken(file))


def test_an_open_document_ends_in_a_million_empty_rows_and_hides_some(tmp_path):
    rows = (ods_row(*HEADS) + ods_row(*ROW, attributes='table:visibility="collapse"')
            + '<table:table-row table:number-rows-repeated="1048570"><table:table-cell '
              'table:number-columns-repeated="16384"/></table:table-row>')  # fmt: skip
    answer = taken(ods_of(tmp_path, rows))
    assert values(answer, "naboklager", "2025") == {"soegade": 14}
    assert "tal.ods, sheet Ark1: rows 2 are hidden, read all the same" in answer.told


def test_rows_repeated_without_end_are_refused(tmp_path):
    rows = ods_row(*ROW, attributes='table:number-rows-repeated="99999999"')
    assert "found a larger table" in one_fault(taken(ods_of(tmp_path, rows)))


def test_an_open_document_has_percentages_and_merged_heads(tmp_path):
    percent = ('<table:table-cell office:value-type="percentage" office:value="0.092"><text:p>9,2 %'
               '</text:p></table:table-cell>')  # fmt: skip
    wide = ('<table:table-row><table:table-cell/><table:table-cell office:value-type="string" '
            'table:number-columns-spanned="2"><text:p>Elever i læsegrupper</text:p>'
            "</table:table-cell><table:covered-table-cell/></table:table-row>")  # fmt: skip
    rows = wide + ods_row("Område", "2024/25", "2025/26") + ods_row("Søgade", more=percent * 2)
    answer = taken(ods_of(tmp_path, rows))
    assert values(answer, "laesegrupper", "2025/26") == {"soegade": 9.2}


@pytest.mark.parametrize("kind", ["date", "float"])
def test_a_number_or_a_day_of_an_open_document_that_is_none_is_told(tmp_path, kind):
    cell = f'<table:table-cell office:value-type="{kind}" office:{"date-" * (kind == "date")}value="x"/>'
    file = ods_of(tmp_path, ods_row(*HEADS) + ods_row(*ROW[:3], more=cell))
    assert "found a damaged file" in one_fault(taken(file))


def test_a_part_packed_in_another_way_and_damaged_is_told(tmp_path):
    file = tmp_path / "tal.xlsx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>" * 999)
    content = bytearray(file.read_bytes())
    content[60:90] = b"\xff" * 30
    file.write_bytes(content)
    assert "found a damaged file" in one_fault(taken(file))


def test_a_file_whose_name_is_no_text_is_read(tmp_path):
    file = long_csv(tmp_path, ";".join(ROW)).rename(tmp_path / os.fsdecode(b"\xe5ret.csv"))
    answer = taken(file)
    assert values(answer, "naboklager", "2025") == {"soegade": 14}
    assert value_of(answer.new, "naboklager", "soegade", "2025").source_table == "\ufffdret.csv"


def test_one_bad_file_does_not_hide_the_faults_of_another(tmp_path):
    good = long_csv(tmp_path, f"{NEIGHBOURS};Søgade;2025;mange")
    faults = taken(tmp_path / "ingen.csv", good).faults
    assert [fault.file for fault in faults] == ["ingen.csv", "tal.csv"]


def test_an_open_document_merged_without_end_is_refused(tmp_path):
    cell = ('<table:table-row><table:table-cell table:number-columns-spanned="500" '
            'table:number-rows-spanned="9999"/></table:table-row>')  # fmt: skip
    assert "merged ranges over too many cells" in one_fault(taken(ods_of(tmp_path, cell)))
