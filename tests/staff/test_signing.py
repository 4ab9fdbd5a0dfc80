"""Staff sign in, see who they are and what is shown, and sign out."""

import pytest

from dashboard.identity.guard import SIGN_IN
from dashboard.identity.settings import AREA
from tests.staff.area import PASSWORD, ROLES, Area, page_question


def test_whoever_is_not_signed_in_is_led_to_the_form_and_back(area: Area) -> None:
    browser = area.browser()
    led = browser.get(f"{AREA}?sprog=en")
    assert led.status_code == 302
    assert led.headers["Location"] == f"{SIGN_IN}?til=%2Fmedarbejder%2F%3Fsprog%3Den&sprog=en"
    page = browser.get(led.headers["Location"]).get_data(as_text=True)
    assert 'name="til" value="/medarbejder/?sprog=en"' in page
    assert "<h1>Sign in</h1>" in page
    back = browser.sign_in("editor", to=f"{AREA}?sprog=en")
    assert back.headers["Location"] == f"{AREA}?sprog=en"


@pytest.mark.parametrize(
    ("role", "word"), [("viewer", "læser"), ("editor", "redaktør"), ("publisher", "udgiver")]
)
def test_the_first_page_says_who_is_signed_in_and_what_is_shown(
    area: Area, role: str, word: str
) -> None:
    answer = area.signed_in(role).ask(page_question())
    said = str(answer.get_json())
    assert answer.status_code == 200
    assert f"A {role} ({word})" in said
    assert "0123456789abcdef" in said
    assert "the new year" in said


def test_a_wrong_password_and_an_unknown_name_are_told_alike(area: Area) -> None:
    wrong = area.browser().sign_in("editor", "en helt anden sætning")
    unknown = area.browser().sign_in("nobody", PASSWORD)
    assert (wrong.status_code, unknown.status_code) == (401, 401)
    for answer in (wrong, unknown):
        assert "Navn eller adgangskode er ikke rigtig." in answer.get_data(as_text=True)
    events = [(e["event"], e["account"]) for e in area.events()]
    assert events == [("sign-in failed", "editor"), ("sign-in failed", "nobody")]


@pytest.mark.parametrize("role", ROLES)
def test_signing_out_ends_the_sign_in_and_not_only_the_cookie(area: Area, role: str) -> None:
    browser = area.signed_in(role)
    kept = browser.cookie("blok-staff")
    out = browser.post(f"{AREA}log-ud", {"mark": browser.mark()})
    assert out.headers["Location"].startswith(f"{SIGN_IN}?ud=1")
    assert browser.cookie("blok-staff") is None
    assert kept is not None
    browser.client.set_cookie("blok-staff", kept, path=AREA.rstrip("/"))
    assert browser.get(AREA).status_code == 302


def test_an_address_that_is_none_is_told_in_words(area: Area) -> None:
    answer = area.signed_in("viewer").get(f"{AREA}findes-ikke")
    assert answer.status_code == 404
    assert "findes ikke" in answer.get_data(as_text=True)


def test_the_page_says_that_it_is_loading_and_what_it_needs(area: Area) -> None:
    page = area.signed_in("viewer").get(f"{AREA}?sprog=en").get_data(as_text=True)
    assert '<html lang="en">' in page
    assert "<title>Overview – Staff</title>" in page
    assert "<noscript><p>The staff pages need JavaScript" in page
    assert "Loading..." not in page
