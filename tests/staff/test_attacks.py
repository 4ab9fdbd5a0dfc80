"""Whoever is not meant to gets nowhere in the staff area, and is told so without a trace."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from werkzeug.test import TestResponse

from dashboard.identity.guard import SIGN_IN, requires
from dashboard.identity.own_forms import FIELD, HEADER
from dashboard.identity.person import ROLES, Role
from dashboard.identity.settings import AREA
from dashboard.identity.signing import SIGN_OUT, own_address
from dashboard.settings import Settings
from dashboard.staff.app import staff_server
from dashboard.staff.pages import PAGES
from tests.staff.area import PASSWORD, Area, Browser, page_question

#: What anybody may ask for: the form, and how it looks.
OPEN = {SIGN_IN, f"{AREA}stil.css"}
ASK = f"{AREA}_dash-update-component"


def addresses(area: Area) -> Iterator[tuple[str, str]]:
    """Every method and address that the area's server knows."""
    for rule in area.server.url_map.iter_rules():
        values = dict.fromkeys(rule.arguments, "x")
        with area.server.test_request_context():
            path = rule.build(values)[1]  # type: ignore[index]
        yield from ((method, path) for method in (rule.methods or ()) & {"GET", "POST"})


def quiet(answer: TestResponse) -> str:
    """The text of an answer, which shows nothing of the program."""
    text = answer.get_data(as_text=True)
    assert "Traceback" not in text
    assert ".py" not in text
    return text


def test_nobody_gets_anything_without_a_sign_in(area: Area) -> None:
    got = {}
    for method, path in addresses(area):
        answer = area.server.test_client().open(path, method=method)
        quiet(answer)
        got[method, path] = answer.status_code
    open_ = {path for (method, path), status in got.items() if method == "GET" and status == 200}
    assert open_ == OPEN
    led = {status for (method, path), status in got.items() if method == "GET" and path not in OPEN}
    assert led <= {302, 401}
    assert {status for (method, _), status in got.items() if method == "POST"} <= {401, 403}
    assert len(got) > 10


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_are_refused(area: Area, method: str) -> None:
    browser = area.signed_in("publisher")
    assert browser.client.open(AREA, method=method).status_code == 405


@pytest.mark.parametrize("role", ROLES)
def test_a_page_opens_for_its_roles_and_no_lesser_one(area: Area, role: str) -> None:
    browser = area.signed_in(role)
    for page in PAGES:
        answer = browser.ask(page_question(page.path))
        quiet(answer)
        assert (answer.status_code == 200) == (ROLES[role] >= page.role), page.path


@pytest.mark.parametrize("role", ROLES)
def test_a_guard_lets_its_role_and_higher_ones_through(area: Area, role: str) -> None:
    for needed in Role:
        server = staff_server(Settings(archive=area.archive, staff=area.staff.folder), area.staff)
        server.add_url_rule(f"{AREA}prøve", "try", requires(needed)(lambda: "done"))
        browser = Browser(server.test_client(), Area(server, area.staff, area.archive))
        browser.sign_in(role)
        answer = browser.get(f"{AREA}prøve")
        assert answer.status_code == (200 if ROLES[role] >= needed else 403)
        if ROLES[role] < needed:
            assert "Det må din rolle ikke." in quiet(answer)
    refused = [e for e in area.events() if e["event"] == "refused"]
    assert len(refused) == 3 - ROLES[role]


# what another site, or another sign-in, sends


@pytest.mark.parametrize("mark", ["", "x", "0" * 64, "é"])
def test_a_callback_without_the_mark_is_refused(area: Area, mark: str) -> None:
    answer = area.signed_in("publisher").ask(page_question(), mark.encode().decode("latin-1"))
    assert answer.status_code == 403
    assert "ikke fra en side af denne adresse" in quiet(answer)


def test_the_mark_of_another_sign_in_is_refused(area: Area) -> None:
    mine, theirs = area.signed_in("publisher"), area.signed_in("publisher")
    assert mine.ask(page_question(), theirs.mark()).status_code == 403
    assert mine.post(SIGN_OUT, {FIELD: theirs.mark()}).status_code == 403
    assert mine.ask(page_question(), mine.mark()).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost.evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_what_another_site_sends_is_refused_even_with_the_mark(
    area: Area, headers: dict[str, str]
) -> None:
    browser = area.signed_in("publisher")
    mark = browser.mark()
    assert browser.ask(page_question(), mark, **headers).status_code == 403
    assert browser.post(SIGN_OUT, {FIELD: mark}, **headers).status_code == 403
    assert browser.post(SIGN_IN, {FIELD: mark}, **headers).status_code == 403
    own = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}
    assert browser.ask(page_question(), mark, **own).status_code == 200


def test_the_form_of_another_browser_signs_nobody_in(area: Area) -> None:
    theirs, mine = area.browser(), area.browser()
    form = {FIELD: theirs.form_mark(), "navn": "editor", "kode": PASSWORD}
    mine.form_mark()
    assert mine.post(SIGN_IN, form).status_code == 403
    assert area.browser().post(SIGN_IN, form).status_code == 403
    assert theirs.post(SIGN_IN, form).status_code == 302


# sign-ins that were planted, changed or guessed


def test_a_sign_in_is_never_the_one_that_a_browser_brought_along(area: Area) -> None:
    browser = area.browser()
    browser.client.set_cookie("blok-staff", "planted", path="/medarbejder")
    browser.sign_in("editor")
    assert browser.cookie("blok-staff") != "planted"


def test_signing_in_again_ends_the_sign_in_that_somebody_else_may_know(area: Area) -> None:
    browser, other = area.signed_in("editor"), area.browser()
    other.client.set_cookie("blok-staff", str(browser.cookie("blok-staff")), path="/medarbejder")
    assert other.get(AREA).status_code == 200
    form = area.browser()
    mark, token = form.form_mark(), str(form.cookie("blok-form"))
    browser.client.set_cookie("blok-form", token, path="/medarbejder")
    assert (
        browser.post(SIGN_IN, {FIELD: mark, "navn": "viewer", "kode": PASSWORD}).status_code == 302
    )
    assert other.get(AREA).status_code == 302


@pytest.mark.parametrize(
    "cookie",
    ["", "x", "a" * 4000, "../../accounts", "' or 1=1 --", "\x7f", "editor", "é",
     "0123456789-_abcdefghijklmnopqrstuvwxyzABCDE"],
)  # fmt: skip
def test_a_sign_in_that_is_none_is_nobody(area: Area, cookie: str) -> None:
    browser = area.browser()
    browser.client.set_cookie("blok-staff", cookie, path="/medarbejder")
    answer = browser.get(AREA)
    assert answer.status_code == 302
    quiet(answer)


def test_each_letter_of_a_sign_in_counts(area: Area) -> None:
    browser = area.signed_in("editor")
    name = str(browser.cookie("blok-staff"))
    for at in range(0, len(name), 7):
        changed = name[:at] + ("A" if name[at] != "A" else "B") + name[at + 1 :]
        browser.client.set_cookie("blok-staff", changed, path="/medarbejder")
        assert browser.get(AREA).status_code == 302


def test_a_sign_in_brings_the_mark_whichever_page_is_first(area: Area) -> None:
    browser = area.browser()
    browser.sign_in("editor", to=f"{AREA}?sprog=en")
    assert browser.ask(page_question(), str(browser.cookie("blok-mark"))).status_code == 200


def test_the_bare_address_leads_to_the_first_page(area: Area) -> None:
    led = area.signed_in("viewer").get(AREA.rstrip("/"))
    assert (led.status_code, led.headers["Location"]) == (308, f"http://localhost{AREA}")


def test_nobody_raises_their_role_by_what_they_send(area: Area) -> None:
    browser = area.browser()
    more = {"role": "publisher", "rolle": "publisher", "stamp": "x", "person": "publisher"}
    browser.sign_in("viewer", **more)
    browser.client.set_cookie("role", "publisher", path="/medarbejder")
    said = str(browser.ask(page_question() | {"role": "publisher"}).get_json())
    assert "A viewer (læser)" in said


def test_cookies_are_hidden_and_bound_to_https(area: Area, tmp_path: Any) -> None:
    for https, prefix in ((False, ""), (True, "__Host-")):
        staff = type(area.staff)(area.staff.folder, https=https, origin="https://localhost" * https)
        server = staff_server(Settings(archive=area.archive, staff=staff.folder), staff)
        browser = Area(server, staff, area.archive).browser()
        came = browser.sign_in("editor")
        (cookie,) = [c for c in came.headers.getlist("Set-Cookie")
                     if c.startswith(f"{prefix}blok-staff=") and "Max-Age=0" not in c]  # fmt: skip
        parts = {part.strip().lower() for part in cookie.split(";")[1:]}
        assert {"httponly", "samesite=lax"} <= parts
        assert ("secure" in parts, "path=/" in parts) == (https, https)
        assert browser.ask(page_question()).status_code == 200


# where one is led


@pytest.mark.parametrize(
    "to",
    ["https://evil.example/", "//evil.example/", "/\\evil.example", "\\\\evil.example",
     "javascript:alert(1)", "/medarbejder/../data", "/medarbejder//evil.example", "/data",
     "medarbejder/", "/medarbejder/\r\nSet-Cookie: a=b", "/medarbejder/\tx", "", " /medarbejder/",
     "http:/medarbejder/", "/medarbejder/log-ind", "/medarbejder@evil.example"],
)  # fmt: skip
def test_nobody_is_led_out_of_the_area(area: Area, to: str) -> None:
    assert own_address(to) == AREA
    came = area.browser().sign_in("viewer", to=to)
    assert (came.status_code, came.headers["Location"]) == (302, AREA)
    assert len(came.headers.getlist("Location")) == 1


def test_what_somebody_wrote_is_shown_as_text(area: Area) -> None:
    browser = area.browser()
    said = browser.sign_in('"><script>alert(1)</script>', "x").get_data(as_text=True)
    said += browser.get(f'{SIGN_IN}?til="><script>&sprog="><script>').get_data(as_text=True)
    assert "<script" not in said


# questions that no page asks

FORGED: list[object] = [
    None, 1, "x", [], {}, {"output": 1}, {"output": "staff-page.children"},
    {"output": "nothing.children"}, {"output": "..staff-page.children.."},
    page_question() | {"inputs": []}, page_question() | {"inputs": None},
    page_question() | {"inputs": [1, 2]}, page_question() | {"inputs": {"id": 1}},
    page_question() | {"inputs": [{"id": "x", "property": "y"}] * 2},
    page_question() | {"state": [{"id": "x", "property": "y"}]}, page_question() | {"state": 3},
    page_question() | {"changedPropIds": 3}, page_question() | {"changedPropIds": [1]},
    page_question() | {"changedPropIds": ["x"]}, page_question() | {"outputs": None},
    page_question() | {"outputs": "x"}, page_question() | {"outputs": []},
    page_question() | {"outputs": {}},
]  # fmt: skip


@pytest.mark.parametrize("body", FORGED, ids=lambda body: json.dumps(body)[-60:])
def test_a_question_that_no_page_asks_is_refused_in_words(area: Area, body: object) -> None:
    answer = area.signed_in("publisher").ask(body)
    assert answer.status_code == 400
    assert quiet(answer)


@pytest.mark.parametrize("value", [None, 1, [], {}, "x", "/medarbejder/../x", "é" * 9999])
def test_any_value_of_an_address_is_answered(area: Area, value: Any) -> None:
    answer = area.signed_in("viewer").ask(page_question(value, value))
    assert answer.status_code == 200
    assert "findes ikke" in str(answer.get_json())


@pytest.mark.parametrize("raw", [b"", b"{", b"\xff", b"[" * 100_000, b'{"a":' * 50_000])
def test_what_is_no_question_at_all_is_refused(area: Area, raw: bytes) -> None:
    browser = area.signed_in("publisher")
    answer = browser.client.post(ASK, data=raw, content_type="application/json",
                                 headers={HEADER: browser.mark()})  # fmt: skip
    assert answer.status_code == 400
    quiet(answer)


def test_more_than_a_file_is_not_taken(area: Area) -> None:
    browser = area.signed_in("publisher")
    answer = browser.client.post(ASK, content_type="application/json",
                                 headers={HEADER: browser.mark()},
                                 environ_overrides={"CONTENT_LENGTH": "1000000000"})  # fmt: skip
    assert answer.status_code == 413
    assert quiet(answer) == "Det er for meget på én gang."
    # whoever is not signed in may send a name and a password, and no more
    nobody = area.browser()
    nobody.form_mark()
    answer = nobody.client.post(SIGN_IN, content_type="application/x-www-form-urlencoded",
                                        environ_overrides={"CONTENT_LENGTH": "200000"})  # fmt: skip
    assert answer.status_code == 413


def test_every_answer_has_the_headers_and_is_kept_nowhere(area: Area) -> None:
    browser = area.signed_in("viewer")
    for answer in (browser.get(AREA), browser.get(SIGN_IN), browser.get(f"{AREA}x"),
                   browser.ask(page_question()), area.browser().get(AREA)):  # fmt: skip
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
        assert "'unsafe-eval'" not in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Cache-Control"] == "no-store"


def test_the_document_says_nothing_of_the_server(area: Area) -> None:
    text = area.signed_in("viewer").get(AREA).get_data(as_text=True)
    assert "python_version" not in text
    assert "dash_version" not in text
