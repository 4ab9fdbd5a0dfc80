"""Staff sign in at a real OpenID Connect provider, and whatever is wrong with its answer is told."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from werkzeug.test import TestResponse

from dashboard.identity.oidc import BACK, role_in
from dashboard.identity.oidc_settings import OidcSettings, read_oidc
from dashboard.identity.person import Role
from dashboard.identity.provided import TO
from dashboard.identity.settings import AREA
from dashboard.settings import Settings, SettingsError
from dashboard.staff.app import staff_server
from tests.staff.area import Area, Browser, page_question
from tests.staff.provider import ANNA, CLIENT, SECRET, Running, running

ORIGIN = "http://localhost"
ROLES = (("Plan", Role.EDITOR), ("Plan udgiver", Role.PUBLISHER))


@pytest.fixture(scope="module")
def provider() -> Iterator[Running]:
    with running() as found:
        yield found


@pytest.fixture
def at(area: Area, provider: Running) -> Area:
    """A staff area where a provider says who somebody is."""
    provider.control(back=f"{ORIGIN}{BACK}")
    oidc = OidcSettings(provider.issuer, CLIENT, SECRET, ROLES)
    staff = replace(area.staff, oidc=oidc, origin=ORIGIN)
    settings = Settings(archive=area.archive, staff=staff.folder, public_url=ORIGIN)
    return replace(area, server=staff_server(settings, staff), staff=staff)


def led(browser: Browser, to: str = "") -> str:
    """Go to the provider and return the address that it leads back to."""
    away = browser.get(f"{TO}?til={to}")
    assert away.status_code == 302, away.get_data(as_text=True)
    back = requests.get(away.headers["Location"], allow_redirects=False, timeout=10)
    assert back.status_code == 302, back.text
    return back.headers["Location"].removeprefix(ORIGIN)


def told(answer: TestResponse, words: str, area: Area, reason: str = "") -> None:
    """Hold that somebody was not let in, in words, without a trace, and that it was noted."""
    page = answer.get_data(as_text=True)
    assert answer.status_code == 403
    assert words in page
    assert "Traceback" not in page
    assert not any(c.startswith("blok-staff=") for c in answer.headers.getlist("Set-Cookie"))
    last = area.events()[-1]
    assert last["event"] == "sign-in failed"
    assert reason in last["reason"]


def test_somebody_signs_in_at_the_provider_and_is_led_to_where_they_wanted(
    at: Area, provider: Running
) -> None:
    browser = at.browser()
    assert "127.0.0.1" in browser.get(f"{AREA}log-ind").get_data(as_text=True)
    came = browser.get(led(browser, f"{AREA}?sprog=en"))
    assert (came.status_code, came.headers["Location"]) == (302, f"{AREA}?sprog=en")
    assert "Anna A (redaktør)" in str(browser.ask(page_question()).get_json())
    asked = provider.control()["asked"][-1]
    assert (asked["code_challenge_method"], asked["response_type"]) == ("S256", "code")
    assert min(len(asked[name]) for name in ("state", "nonce", "code_challenge")) > 40
    (signed,) = [e for e in at.events() if e["event"] == "signed in"]
    assert (signed["who"], signed["role"]) == ("s-anna", "editor")


def test_passwords_of_local_accounts_open_nothing(at: Area, area: Area) -> None:
    before = area.signed_in("publisher")
    assert at.browser().post(f"{AREA}log-ind", {"navn": "editor"}).status_code == 404
    browser = at.browser()
    browser.client.set_cookie("blok-staff", str(before.cookie("blok-staff")), path="/medarbejder")
    assert browser.get(AREA).status_code == 302


def test_a_sign_in_of_the_provider_is_over_when_there_is_none_any_more(
    at: Area, area: Area
) -> None:
    before = at.browser()
    before.get(led(before))
    browser = area.browser()
    browser.client.set_cookie("blok-staff", str(before.cookie("blok-staff")), path="/medarbejder")
    assert before.get(AREA).status_code == 200
    assert browser.get(AREA).status_code == 302


def test_sign_ins_by_other_settings_of_the_provider_are_over(at: Area) -> None:
    browser = at.browser()
    browser.get(led(browser))
    assert browser.get(AREA).status_code == 200
    assert at.staff.oidc is not None
    staff = replace(at.staff, oidc=replace(at.staff.oidc, roles=(("Plan", Role.VIEWER),)))
    settings = Settings(archive=at.archive, staff=staff.folder, public_url=ORIGIN)
    later = replace(at, server=staff_server(settings, staff), staff=staff).browser()
    later.client.set_cookie("blok-staff", str(browser.cookie("blok-staff")), path="/medarbejder")
    assert later.get(AREA).status_code == 302


def test_a_refusal_is_told_in_the_language_of_the_page(at: Area, provider: Running) -> None:
    provider.control(fault="nonce")
    browser = at.browser()
    answer = browser.get(led(browser, "&sprog=en"))
    told(answer, "did not let you in", at)
    assert f'href="{AREA}log-ind?sprog=da' in answer.get_data(as_text=True)


def test_a_refusal_ends_the_way_by_a_cookie_that_https_lets_through(at: Area) -> None:
    """A browser heeds nothing of a `__Host-` cookie that is not secure, not even its end."""
    staff = replace(at.staff, https=True)
    settings = Settings(archive=at.archive, staff=staff.folder, public_url=ORIGIN)
    answer = replace(at, server=staff_server(settings, staff), staff=staff).browser().get(BACK)
    (gone,) = (c for c in answer.headers.getlist("Set-Cookie") if c.startswith("__Host-blok-way="))
    assert {"Secure", "Max-Age=0", "Path=/"} <= set(gone.split("; "))


def test_signing_out_offers_the_providers_own_way_out(at: Area, provider: Running) -> None:
    browser = at.browser()
    browser.get(led(browser))
    out = browser.post(f"{AREA}log-ud", {"mark": browser.mark()})
    page = browser.get(out.headers["Location"]).get_data(as_text=True)
    assert "Log også ud hos 127.0.0.1" in page
    away = urlsplit(browser.get(f"{AREA}log-ind/forlad").headers["Location"])
    assert f"{away.scheme}://{away.netloc}{away.path}" == f"{provider.issuer}/logout"
    assert parse_qs(away.query) == {
        "client_id": [CLIENT],
        "post_logout_redirect_uri": [f"{ORIGIN}{AREA}log-ind"],
    }


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        ("nonce", "InvalidClaimError nonce"),
        ("no nonce", "MissingClaimError nonce"),
        ("issuer", "InvalidClaimError iss"),
        ("audience", "InvalidClaimError aud"),
        ("audience and azp", "InvalidClaimError aud"),
        ("expired", "ExpiredTokenError"),
        ("from the future", "refused"),
        ("no subject", "MissingClaimError sub"),
        ("access token", "InvalidClaimError at_hash"),
        ("another key", "BadSignatureError"),
        ("shared key", "refused"),
        ("unsigned", "refused"),
        ("no token", "refused"),
    ],
)
def test_a_wrong_token_lets_nobody_in(at: Area, provider: Running, fault: str, reason: str) -> None:
    provider.control(fault=fault)
    browser = at.browser()
    told(browser.get(led(browser)), "lod dig ikke ind", at, "the token is refused")
    assert reason in at.events()[-1]["reason"]
    assert browser.get(AREA).status_code == 302


def test_clocks_may_differ_a_little(at: Area, provider: Running) -> None:
    provider.control(fault="a little late")
    browser = at.browser()
    assert browser.get(led(browser)).status_code == 302


@pytest.mark.parametrize("fault", ["endpoints elsewhere", "calls itself otherwise"])
def test_addresses_of_others_are_not_asked(at: Area, provider: Running, fault: str) -> None:
    provider.control(fault=fault)
    told(at.browser().get(TO), "svarer ikke, som det skal", at)


def test_a_code_is_good_once(at: Area) -> None:
    browser = at.browser()
    kept = browser.get(TO)
    way = browser.cookie("blok-way")
    back = requests.get(kept.headers["Location"], allow_redirects=False, timeout=10)
    address = back.headers["Location"].removeprefix(ORIGIN)
    assert browser.get(address).status_code == 302
    told(browser.get(address), "hører ikke til denne side", at)  # the way is used up
    browser.client.set_cookie("blok-way", str(way), path="/medarbejder")
    told(browser.get(address), "lod dig ikke ind", at, "invalid_grant")


def test_a_code_of_another_browser_is_not_taken(at: Area) -> None:
    theirs, mine = at.browser(), at.browser()
    address = led(theirs)
    told(mine.get(address), "hører ikke til denne side", at)
    led(mine)
    told(mine.get(address), "hører ikke til denne side", at, "another question")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda a: a.replace("state=", "state=x"), "hører ikke til denne side"),
        (lambda a: a.partition("?")[0], "hører ikke til denne side"),
        (lambda a: a.replace("code=", "code=x"), "lod dig ikke ind"),
        (lambda a: a.replace("code=", "other="), "lod dig ikke ind"),
        (lambda a: f"{a}&iss=http://other.example", "lod dig ikke ind"),
        (lambda a: f"{a}&error=access_denied", "lod dig ikke ind"),
    ],
)
def test_an_answer_that_was_changed_is_told(at: Area, change: Any, words: str) -> None:
    browser = at.browser()
    told(browser.get(change(led(browser))), words, at)


@pytest.mark.parametrize("cookie", ["", "x", "W10.ajXw.sig", "é"])
def test_a_way_that_was_changed_is_told(at: Area, cookie: str) -> None:
    browser = at.browser()
    address = led(browser)
    browser.client.set_cookie("blok-way", cookie, path="/medarbejder")
    told(browser.get(address), "hører ikke til denne side", at)


@pytest.mark.parametrize("roles", [[], ["Other"], None, "plan", [["Plan"]], {"Plan": 1}])
def test_whoever_has_no_role_is_told(at: Area, provider: Running, roles: object) -> None:
    provider.control(claims=ANNA | {"roles": roles})
    browser = at.browser()
    told(browser.get(led(browser)), "du har ingen rolle her", at, "s-anna has no role")


def test_a_provider_that_is_gone_is_told(area: Area) -> None:
    oidc = OidcSettings("http://127.0.0.1:9", CLIENT, SECRET, ROLES)
    staff = replace(area.staff, oidc=oidc, origin=ORIGIN)
    settings = Settings(archive=area.archive, staff=staff.folder, public_url=ORIGIN)
    gone = replace(area, server=staff_server(settings, staff), staff=staff)
    told(gone.browser().get(TO), "svarer ikke, som det skal", gone, "ConnectionError")
    told(gone.browser().get(TO), "svarer ikke, som det skal", gone, "a moment ago")


@pytest.mark.parametrize("to", ["//evil.example/", "https://evil.example/", "/data", "/medarbejder/../x"])  # fmt: skip
def test_the_way_back_stays_within_the_area(at: Area, to: str) -> None:
    browser = at.browser()
    assert browser.get(led(browser, to)).headers["Location"] == AREA


def test_neither_secret_nor_token_is_noted(at: Area, tmp_path: Path) -> None:
    browser = at.browser()
    address = led(browser)
    browser.get(address)
    browser.get(address)
    code = parse_qs(urlsplit(address).query)["code"][0]
    text = (at.staff.folder / "audit.jsonl").read_text("utf-8")
    assert SECRET not in text
    assert code not in text
    assert SECRET not in repr(at.staff)


@pytest.mark.parametrize(
    ("claim", "claims", "role"),
    [
        ("roles", {"roles": ["Plan", "Plan udgiver"]}, Role.PUBLISHER),
        ("roles", {"roles": "Plan"}, Role.EDITOR),
        ("realm_access.roles", {"realm_access": {"roles": ["Plan"]}}, Role.EDITOR),
        ("realm_access.roles", {"realm_access": ["Plan"]}, None),
        ("groups", {"roles": ["Plan"]}, None),
    ],
)
def test_a_role_is_the_highest_of_the_groups(
    claim: str, claims: dict[str, Any], role: Role | None
) -> None:
    assert role_in(claims, OidcSettings("https://a.example", "c", "s", ROLES, claim)) == role


SET = {
    "BLOKTILBY_OIDC_ISSUER": "https://login.example/t",
    "BLOKTILBY_OIDC_CLIENT": "c",
    "BLOKTILBY_OIDC_ROLES": "publisher=Plan udgiver; editor=Plan",
}


def test_settings_are_read_and_a_secret_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text("a b\n", "utf-8")
    found = read_oidc(SET | {"BLOKTILBY_OIDC_SECRET_FILE": str(file)}, "https://here.example")
    assert found is not None
    assert found.roles == (("Plan udgiver", Role.PUBLISHER), ("Plan", Role.EDITOR))
    assert found.secret == "a b"
    assert read_oidc({}, "") is None


@pytest.mark.parametrize(
    ("changed", "origin", "said"),
    [
        ({"BLOKTILBY_OIDC_ISSUER": "http://login.example"}, "https://a.example", "https address"),
        ({"BLOKTILBY_OIDC_CLIENT": ""}, "https://a.example", "OIDC_CLIENT is missing"),
        ({"BLOKTILBY_OIDC_ROLES": "chief=Plan"}, "https://a.example", "found 'chief=Plan'"),
        ({"BLOKTILBY_OIDC_ROLES": "editor="}, "https://a.example", "found 'editor='"),
        ({"BLOKTILBY_OIDC_SECRET_FILE": "none"}, "https://a.example", "cannot be read"),
        ({}, "", "PUBLIC_URL is missing"),
    ],
)
def test_settings_that_cannot_be_are_told(changed: dict[str, str], origin: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        read_oidc(SET | changed, origin)
