"""Text files are read strictly; nothing is guessed."""

import pytest

from geodata.reading import text as reading
from geodata.reading.faults import Fault, PackageError
from geodata.reading.text import collect, read_cells, read_json, read_text


def refusal(read, path):
    """The one fault for which a file is refused."""
    with pytest.raises(PackageError) as refused:
        read(path)
    (fault,) = refused.value.faults
    assert fault.file == path.name
    return fault


@pytest.fixture
def file(tmp_path):
    return tmp_path / "table.csv"


@pytest.mark.parametrize(
    ("data", "found", "allowed"),
    [
        (b"", "an empty file", "a file with content"),
        (b" \r\n\t", "an empty file", "a file with content"),
        (b"\xef\xbb\xbfid,name\n", "byte order mark", "UTF-8 without BOM"),
        ("id\nSøgade\n".encode("latin-1"), "0xf8 (latin-1?) in line 2", "UTF-8"),
        ("id\n".encode("utf-16"), "0xff", "UTF-8"),
        (b"id\n\xed\xa0\x80\n", "0xed", "UTF-8"),
    ],
    ids=["empty", "blank", "bom", "latin-1", "utf-16", "surrogate"],
)
def test_files_that_are_no_plain_utf8_are_refused(file, data, found, allowed):
    file.write_bytes(data)
    fault = refusal(read_text, file)
    assert found in fault.found
    assert allowed in fault.allowed


def test_a_missing_file_and_a_folder_in_its_place_are_refused(tmp_path):
    (tmp_path / "folder.csv").mkdir()
    assert refusal(read_text, tmp_path / "none.csv").found == "no such file"
    assert refusal(read_text, tmp_path / "folder.csv").found == "no ordinary file"


def test_a_file_that_is_too_large_is_refused(file, monkeypatch):
    monkeypatch.setattr(reading, "MAX_BYTES", 10)
    file.write_bytes(b"a" * 11)
    assert refusal(read_text, file).found == "11 bytes"
    file.write_bytes(b"a" * 10)
    assert read_text(file) == "a" * 10


def test_danish_letters_quotes_and_line_ends_are_kept(file):
    file.write_bytes('id,text\r\n1,"Søgade, ""ny""\nÆ"\r\n'.encode())
    found = read_cells(file)
    assert (found.header, found.row(0), len(found)) == (("id", "text"), ["1", 'Søgade, "ny"\nÆ'], 1)


@pytest.mark.parametrize(
    ("data", "found"),
    [(b'id\n"open\n', "end of data"), (b'id\n"a"b\n', "expected"), (b"id\na\x00b\n", "NUL")],
    ids=["open quote", "text after quote", "nul"],
)
def test_broken_csv_is_refused(file, data, found):
    file.write_bytes(data)
    assert found in refusal(read_cells, file).found


@pytest.mark.parametrize("text", ["{", '{"a": 1} x', "[" * 100_000, '{"a": 1, "a": 2}', "'a'"])
def test_broken_json_is_refused(file, text):
    file.write_text(text)
    fault = refusal(read_json, file)
    assert fault.allowed == "JSON"
    assert "begins with" in fault.found


def test_a_key_that_stands_twice_is_named(file):
    file.write_text('{"outer": {"kind": 1, "kind": 2}}')
    assert "stands twice among 'kind, kind'" in refusal(read_json, file).found


def test_collect_keeps_what_was_read_and_gathers_what_was_refused(file):
    faults: list[Fault] = []
    file.write_text("[1]")
    assert collect(faults, lambda: read_json(file)) == [1]
    assert collect(faults, lambda: read_json(file.with_name("none.json"))) is None
    assert [fault.file for fault in faults] == ["none.json"]
