"""A page asks about a drawn path at Dash's address: whatever is sent, the answer is in words."""

import json

import pytest

from dashboard.app import create_app
from dashboard.asked import BusyError
from dashboard.asking import MAX_BODY
from dashboard.catalogue import catalogue
from dashboard.compiled import have_release
from dashboard.making.product import Product
from dashboard.settings import Settings
from tests.integration.conftest import Site, prefix_of
from tests.packages_editing import TINYTOWN

SETTINGS = Settings(package=TINYTOWN)
OUTPUT = {"id": "path-answer", "property": "data-answer"}
#: Two points at a street of the invented town.
PATH = "sti=950300_5610150_500_-100&aar=2024&sprog=da&nr=1"


class Remembering:
    """Makers that keep what they are asked for."""

    def __init__(self):
        self.jobs = []

    def make(self, job):
        self.jobs.append(job)
        return Product(b'{"rows": []}', "application/json", "")


class Full:
    """Makers that have too much to do."""

    def make(self, _job):
        raise BusyError("error.busy")


def question(text=PATH, **changed):
    """What Dash's renderer posts when the question is set."""
    body = {
        "output": "path-answer.data-answer",
        "outputs": OUTPUT,
        "inputs": [{"id": "path-asked", "property": "data-question", "value": text}],
        "changedPropIds": ["path-asked.data-question"],
        "parsedChangedPropsIds": ["path-asked.data-question"],
    }
    return {key: value for key, value in (body | changed).items() if value is not None}


def ask(site, body=None, **options):
    address = f"{prefix_of(site, '/steder')}_dash-update-component"
    sent = {"json": question() if body is None else body} if "data" not in options else {}
    return site.ask(address, "POST", **sent, **options)


def told(answer):
    assert (answer.status, answer.headers["Content-Type"]) == (200, "application/json")
    return json.loads(json.loads(answer.body)["response"]["path-answer"]["data-answer"])


def served(makers):
    return Site(create_app(SETTINGS, have_release(SETTINGS), makers, makers).server)


@pytest.fixture(scope="module")
def remembering():
    return Remembering()


@pytest.fixture(scope="module")
def site(remembering):
    return served(remembering)


def test_a_path_is_reckoned_by_a_child_process(tinytown_site):
    found = told(ask(tinytown_site))
    assert found["asked"] == PATH
    assert found["path"] == [[9.503, 56.1015], [9.508, 56.1005]]
    pairs = {(row["area"], row["place"]) for row in found["rows"]}
    assert len(pairs) == len(found["rows"]) > 1
    assert {"metres", "meets", "crossings"} <= set(found)


def test_what_is_no_path_is_told_with_its_reason(tinytown_site):
    assert told(ask(tinytown_site, question("sti=950300_5610150&aar=2024")))["why"] == [
        "onePoint",
        {},
    ]


@pytest.mark.parametrize(("text", "key", "values"), [
    ("sti=a_b&aar=2024", "error.path.points", {}),
    ("sti=1_2_3&aar=2024", "error.path.points", {}),
    ("sti=950300_5610150&aar=1800", "error.path.year", {"word": "1800"}),
    ("sti=950300_5610150&aar=2024&planer=nej", "error.path.plans", {"word": "nej"}),
    ("sti=950300_5610150&aar=2024&hvem=mig", "error.path.key", {"word": "hvem"}),
    ("sti=" + "1_" * 5000 + "1&aar=2024", "error.path.too_long", {"limit": 8000}),
    ("", "error.path.points", {}),
    (None, "error.path.points", {}),
    (["sti"], "error.path.points", {}),
    ({"sti": 1}, "error.path.points", {}),
])  # fmt: skip
def test_what_cannot_be_asked_is_told_in_words(tinytown_site, text, key, values):
    found = told(ask(tinytown_site, question(text)))
    assert found["error"] == catalogue("da").text(key, **values)
    assert "rows" not in found


def test_words_are_in_the_language_of_the_question(tinytown_site):
    found = told(ask(tinytown_site, question("sti=x&sprog=en")))
    assert found["error"] == catalogue("en").text("error.path.points")


def test_makers_with_too_much_to_do_say_so_for_this_question():
    found = told(ask(served(Full())))
    assert found["error"] == catalogue("da").text("error.path.busy")
    assert found["asked"] == PATH


@pytest.mark.parametrize("changed", [
    {"output": "page.children"}, {"output": 3}, {"output": None}, {"output": ["x"]},
    {"outputs": None}, {"outputs": {"id": "page", "property": "children"}}, {"outputs": [OUTPUT]},
    {"inputs": None}, {"inputs": []}, {"inputs": "x"}, {"inputs": [3]},
    {"inputs": [{"id": "page", "property": "id", "value": PATH}]},
    {"inputs": [{"id": {"a": 1}, "property": "data-question"}]},
    {"inputs": question()["inputs"] * 2},
    {"state": [{"id": "page", "property": "id", "value": 1}]},
    {"changedPropIds": ["page.id"]}, {"changedPropIds": "x"}, {"changedPropIds": [{}]},
    {"cancelJob": "x"}, {"more": 1},
])  # fmt: skip
def test_what_is_not_wired_is_refused(site, remembering, changed):
    before = len(remembering.jobs)
    answer = ask(site, question(**changed))
    assert answer.status == 400
    assert catalogue("da").text("error.question") in answer.text
    assert len(remembering.jobs) == before


@pytest.mark.parametrize("sent", [
    b"", b"{", b"null", b"3", b"[]", b'"x"', b"\xff\xfe", b"[" * 60_000, b'{"output": 1e999}',
])  # fmt: skip
def test_what_is_no_question_is_refused(site, sent):
    answer = ask(site, data=sent, content_type="application/json")
    assert answer.status == 400
    assert catalogue("da").text("error.question") in answer.text


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_only_json_is_read(site, kind):
    """Another page's form can send anything but JSON."""
    answer = ask(site, data=json.dumps(question()), content_type=kind)
    assert answer.status == 415


def test_too_much_is_not_read(site):
    answer = ask(site, question("x" * MAX_BODY))
    assert answer.status == 413
    assert catalogue("da").text("error.question_too_large") in answer.text


@pytest.mark.parametrize("address", [
    "/pages/0123456789abcdef/da/steder/_dash-update-component",
    "/pages/0123456789abcdef/da/places/_dash-update-component",
])  # fmt: skip
def test_a_page_of_an_older_release_is_told_to_reload(site, address):
    answer = site.ask(address, "POST", json=question())
    assert answer.status == 404
    assert catalogue("da").text("error.page_of_before") in answer.text


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "PATCH", "DELETE", "TRACE"])
def test_a_question_is_posted_and_nothing_else(site, method):
    address = f"{prefix_of(site, '/steder')}_dash-update-component"
    assert site.ask(address, method, json=question()).status in (404, 405)


def test_an_answer_is_kept_by_nobody_and_has_the_usual_headers(site):
    answer = ask(site)
    assert answer.headers["Cache-Control"] == "no-store"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "Set-Cookie" not in answer.headers


def test_a_job_says_what_was_asked(site, remembering):
    ask(site)
    job = remembering.jobs[-1]
    assert (job.what, job.length, job.query["sti"]) == (
        "path",
        len(PATH),
        "950300_5610150_500_-100",
    )
