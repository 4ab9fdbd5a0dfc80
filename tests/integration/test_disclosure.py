"""No hidden figure is in anything that is published: release, editions, downloads, pictures, memos."""

import gzip
import io
import json
import re
import shutil
import zipfile
from hashlib import sha256

import brotli
import pytest
from pypdf import PdfReader
from werkzeug.datastructures import MultiDict

from dashboard.archive.archive import Archive, By
from dashboard.compiling.whole import compile_release
from dashboard.making.makers import delivered
from dashboard.making.product import Ground, Job
from dashboard.making.workshop import made, stock
from dashboard.publishing.command import run
from dashboard.publishing.publish import publish
from dashboard.publishing.signing import manifest_of
from dashboard.release.ready import Stale, find_release
from dashboard.settings import Settings
from tests.packages_editing import SMAABY, edit_cell, edit_json

BY = By("a planner", "2026-11-28T12:00:00+00:00", "a test")
#: Each as no other number of the package is written, with a comma or a point.
HIDDEN = {"3.73", "48.19", "58.3", "16.7"}
SHOWN = {"61.37", "57.83", "113.29"}


def written(numbers):
    parts = "|".join(re.escape(one).replace(r"\.", "[.,]") for one in sorted(numbers))
    return re.compile(rf"(?<![\d.,])(?:{parts})(?!\d)".encode())


def found_in(numbers, contents):
    """The numbers that stand anywhere, with a file that has each."""
    seen = {}
    for name, content in contents:
        for hit in written(numbers).findall(content):
            seen.setdefault(hit.decode().replace(",", "."), name)
    return seen


def contents_of(folder):
    """Every file, unpacked where it is packed."""
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            yield file.relative_to(folder).as_posix(), unpacked(file.name, file.read_bytes())


def unpacked(name, content):
    if name.endswith(".br"):
        return brotli.decompress(content)
    if name.endswith(".gz"):
        return gzip.decompress(content)
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            return b"\n".join(parts.read(one) for one in parts.namelist())
    return content


def release_of(package, out, **options):
    settings = Settings(package=package, release=out)
    compile_release(settings, out, processes=1, **options)
    return settings


@pytest.fixture(scope="module")
def release(tmp_path_factory):
    return release_of(SMAABY, tmp_path_factory.mktemp("release"))


@pytest.fixture(scope="module")
def shelf(release):
    """What files are made from, as the processes beside a server have it."""
    opened = find_release(release, release.release_folder)
    assert not isinstance(opened, Stale)
    parts = opened.manifest.parts
    folder = release.release_folder
    return stock(Ground(folder / parts["package"], folder / parts["columns"], release))


def test_no_file_of_a_release_has_a_hidden_figure(release):
    assert found_in(HIDDEN, contents_of(release.release_folder)) == {}
    assert set(found_in(SHOWN, contents_of(release.release_folder))) == SHOWN


def test_each_of_them_is_found_where_nothing_is_hidden(copy_of, tmp_path):
    """Without the rule the same walk finds every one: it can fail."""
    package = copy_of("smaaby")
    edit_json(package / "datapackage.json", lambda content: content.pop("disclosure"))
    release_of(package, tmp_path / "release", packed=False)
    assert set(found_in(HIDDEN, contents_of(tmp_path / "release"))) == HIDDEN


def test_a_release_is_of_the_package_that_it_was_compiled_of(release, tmp_path):
    """It is known by what it was made of, though it says nothing of that."""
    assert not isinstance(find_release(release, release.release_folder), Stale)
    other = shutil.copytree(SMAABY, tmp_path / "smaaby")
    edit_cell(other, "observations", 7, "value", "4")
    edit_cell(other, "observations", 7, "source_text", "4")
    changed = Settings(package=other, release=release.release_folder)
    assert find_release(changed, release.release_folder) == Stale("the package was changed")


def test_another_small_value_gives_the_same_release(release, tmp_path):
    """Neither names nor hashes say which of 1 to 4 a hidden figure is."""
    other = shutil.copytree(SMAABY, tmp_path / "smaaby")
    for column in ("value", "source_text"):
        edit_cell(other, "observations", 15, column, "3")
    out = tmp_path / "release"
    release_of(other, out)
    mine, theirs = (dict(named(folder)) for folder in (release.release_folder, out))
    assert mine == theirs


def named(folder):
    """The files of a release that are its own, and not of the machine that holds it."""
    own = {"taken.json", "seen.json", ".lock"}
    return ((name, content) for name, content in contents_of(folder) if name not in own)


DOWNLOADS = ("csv", "csv-excel", "xlsx", "geojson", "gpkg")


@pytest.mark.parametrize("kind", DOWNLOADS)
def test_no_download_has_one(shelf, kind):
    body = product(shelf, "values", kind, {})
    assert found_in(HIDDEN, [(kind, unpacked(kind, body))]) == {}
    assert "61.37" in found_in(SHOWN, [(kind, unpacked(kind, body))]) or kind == "gpkg"


def test_no_search_for_one_finds_a_row(shelf):
    answer = made(job("values", "csv", {"soeg": "3,73"}), shelf)
    assert (answer.key, answer.values) == ("error.download.nothing", {})


PICTURES = [
    ("chart", {"indikator": "aktive", "omraader": "nord,syd,oest"}),
    ("map", {"indikator": "aktive", "aar": "2024"}),
    ("map", {"indikator": "job", "aar": "2024", "vis": "gap"}),
]


@pytest.mark.parametrize("case", PICTURES)
def test_no_picture_has_one(shelf, case):
    what, query = case
    body = product(shelf, what, "svg", query)
    assert found_in(HIDDEN, [(what, body)]) == {}


def test_no_memo_has_one_and_it_says_so(shelf):
    query = {"indikator": "aktive,job,hverken", "omraader": "nord,syd,oest"}
    text = "\n".join(page.extract_text() for page in PdfReader(
        io.BytesIO(product(shelf, "memo", "pdf", query))).pages)  # fmt: skip
    assert found_in(HIDDEN, [("memo", text.encode())]) == {}
    assert "61,37" in text
    assert "()" not in text
    assert "skjult af hensyn til enkeltpersoner" in " ".join(text.split())


def job(what, kind, query):
    return Job(what, kind, MultiDict(query), 0)


def product(shelf, what, kind, query):
    return delivered(made(job(what, kind, query), shelf)).body


@pytest.fixture
def archive(tmp_path):
    return Archive(tmp_path / "archive")


def published(archive, package):
    said = []
    settings = Settings(archive=archive.folder)
    return publish(archive, package, settings, BY, hidden=said.append).edition, said


def without_a_rule(folder):
    edit_json(folder / "datapackage.json", lambda content: content.pop("disclosure"))


def test_no_edition_has_one_and_who_publishes_is_told(archive):
    edition, said = published(archive, SMAABY)
    assert found_in(HIDDEN, contents_of(archive.folder)) == {}
    assert len(said) == 11
    assert "hidden: aktive, nord, 2024: a count of fewer than 5" in said
    assert archive.package(edition).joinpath("blanks.csv").read_text().count("hidden") == 11


def test_what_an_edition_showed_is_told_and_no_difference_repeats_it(archive, copy_of, capsys):
    package = copy_of("smaaby")
    without_a_rule(package)
    first, said = published(archive, package)
    assert said == []
    second, said = published(archive, SMAABY)
    before = [words for words in said if words.startswith("published before: ")]
    assert len(before) == 7
    assert any(words.startswith("published before: aktive, nord, 2024:") for words in before)
    kept = json.dumps(archive.difference(first, second)).encode()
    assert found_in(HIDDEN, [("difference", kept)]) == {}
    assert b"hidden" in kept
    assert run(["release", "--archive", str(archive.folder), "diff", first, second]) == 0
    assert found_in(HIDDEN, [("diff", capsys.readouterr().out.encode())]) == {}


def test_a_release_does_not_keep_one_that_shows_what_is_hidden_now(copy_of, tmp_path):
    package, out = copy_of("smaaby"), tmp_path / "release"
    rule = json.loads((package / "datapackage.json").read_text("utf-8"))["disclosure"]
    without_a_rule(package)
    release_of(package, out, packed=False)
    assert set(found_in(HIDDEN, contents_of(out))) == HIDDEN
    edit_json(package / "datapackage.json", lambda content: content.update(disclosure=rule))
    release_of(package, out, packed=False)
    assert found_in(HIDDEN, contents_of(out)) == {}


def test_what_is_signed_is_what_everybody_sees(archive):
    edition, _ = published(archive, SMAABY)
    signed = manifest_of(SMAABY)
    assert signed == manifest_of(archive.package(edition))
    figures = sha256((SMAABY / "observations.csv").read_bytes()).hexdigest()
    assert figures not in signed
