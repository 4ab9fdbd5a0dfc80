"""Zipped shapefiles that are damaged, cut short or hold more than one."""

import re
import struct
import zipfile

import geopandas as gpd
import pytest

from geodata.reading.places import WGS84
from tests.full_disk import files_up_to
from tests.unit.geodata.network_import.layers import STREET, import_file, refused


def zipped(tmp_path, packing=zipfile.ZIP_DEFLATED, **extra):
    frame = gpd.GeoDataFrame({"name": ["x" * 50] * 9}, geometry=[STREET] * 9, crs=WGS84)
    frame.to_file(tmp_path / "paths.shp")
    file = tmp_path / "paths.zip"
    with zipfile.ZipFile(file, "w", packing) as archive:
        for part in sorted(tmp_path.glob("paths.*")):
            if part.suffix != ".zip":
                archive.writestr(
                    part.name, extra.get(part.suffix[1:], lambda c: c)(part.read_bytes())
                )
    return file


@pytest.mark.parametrize(("packing", "into"), [
    (zipfile.ZIP_DEFLATED, 0), (zipfile.ZIP_LZMA, 9), (zipfile.ZIP_BZIP2, 9),
])  # fmt: skip
def test_a_damaged_archive_is_told(town, tmp_path, capsys, packing, into):
    file = zipped(tmp_path, packing)
    with zipfile.ZipFile(file) as archive:
        entry = archive.getinfo("paths.shp")
    content = bytearray(file.read_bytes())
    begin = entry.header_offset + 30 + len("paths.shp") + into
    for place in range(begin, begin + 20):
        content[place] ^= 0xA5
    file.write_bytes(bytes(content))
    assert "the archive is damaged or cut short" in refused(town, file, capsys)


@pytest.mark.parametrize(("place", "value", "words"), [
    (8, 1, "password required"), (10, 99, "compression method is not supported"),
])  # fmt: skip
def test_an_archive_that_nobody_here_can_unpack_is_told(
    town, tmp_path, capsys, place, value, words
):
    """Its list of parts says of each that it has a password, or a packing of another program."""
    file = zipped(tmp_path)
    content = bytearray(file.read_bytes())
    for entry in re.finditer(rb"PK\x01\x02", bytes(content)):
        content[entry.start() + place] = value
    file.write_bytes(content)
    told = refused(town, file, capsys)
    assert "the archive is damaged or cut short" in told
    assert words in told


@pytest.mark.parametrize("name", ["./", ".", "/", "..", "../x.shx"])
def test_odd_entries_of_an_archive_are_passed_over(town, tmp_path, name):
    file = zipped(tmp_path)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(name, "")
    assert import_file(town, file) == 0


def test_what_macos_adds_to_an_archive_is_passed_over(town, tmp_path):
    file = zipped(tmp_path)
    with zipfile.ZipFile(file, "a") as archive:
        for name in ("__MACOSX/._paths.shp", "__MACOSX/paths.shp", "._paths.shp", "._paths.dbf"):
            archive.writestr(name, b"\x00\x05\x16\x07")
    assert import_file(town, file) == 0


@pytest.mark.parametrize(("part", "change", "words"), [
    ("dbf", lambda c: c[:200], "rows of its .dbf are missing"),
    ("dbf", lambda c: c[:5], "rows of its .dbf are missing"),
    ("dbf", lambda c: c[:4] + struct.pack("<I", 2_000_000_000) + c[8:], "rows of its .dbf are"),
    ("shp", lambda c: c[:120], "the file is damaged or cut short"),
    ("shp", lambda c: b"PK" + c[2:], "its .shp is no shapefile"),
    ("shp", lambda c: c[:100] + b"\xff" * (len(c) - 100), "no line that can be read"),
])  # fmt: skip
def test_a_cut_part_of_a_shapefile_is_told(town, tmp_path, capsys, part, change, words):
    assert words in refused(town, zipped(tmp_path, **{part: change}), capsys)


def test_a_full_disk_while_unpacking_is_no_damage_of_the_archive(town, tmp_path, capsys):
    file = zipped(tmp_path)
    with files_up_to(100):
        code = import_file(town, file)
    assert code == 1
    assert "the archive cannot be unpacked: File too large" in capsys.readouterr().err
