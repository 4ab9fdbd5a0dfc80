"""Pointer, focus and finger on an area show a card, and a button hands on the address."""

from collections.abc import Callable
from typing import Any

from .facts import Facts
from .serving import Server
from .visiting import Visit

_CARD = "#area-card:not([hidden])"


def test_focus_shows_value_gap_and_trend_and_escape_puts_it_away(
    randers_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(randers_server, "/?aar=2023&indikator=skolefravaer")
    person.area("vangdalen").focus()
    person.page.wait_for_selector(_CARD)
    said = person.text("#area-card")
    assert said.startswith("Vangdalen")
    for part in ("skoleåret 2022/23", "Forskel til kommunen", "procentpoint"):
        assert part in said
    assert person.area("vangdalen").get_attribute("aria-describedby") == "area-card"
    spoken = person.page.get_attribute(".spark", "aria-label") or ""
    assert "2021/22: 94" in spoken
    assert "Kan ikke bruges" in spoken
    invalid = person.page.locator(".spark path")
    assert invalid.get_attribute("data-year") == "2022"
    person.page.keyboard.press("Escape")
    person.page.wait_for_selector(_CARD, state="detached")
    assert person.page.evaluate("document.activeElement.dataset.feature") == "vangdalen"


def test_the_card_stays_under_the_pointer_and_follows_the_clock(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    person = visit(server)
    person.area(facts.areas[0]).dispatch_event("mouseover")
    person.page.wait_for_selector(_CARD)
    person.page.hover("#area-card")
    person.page.wait_for_timeout(400)
    assert person.page.is_visible("#area-card")
    person.set(year=facts.years[0])
    assert str(facts.years[0]) in person.text("#area-card")
    person.page.mouse.move(5, 5)
    person.page.wait_for_selector(_CARD, state="detached")


def test_a_tap_shows_the_card_clear_of_the_panel(
    randers_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(randers_server, viewport={"width": 390, "height": 844}, has_touch=True,
                   is_mobile=True)  # fmt: skip
    person.area("hermann-stillings-vej").tap()
    person.page.wait_for_selector(_CARD)
    card = person.page.locator("#area-card").bounding_box()
    panel = person.page.locator("#panel").bounding_box()
    assert card is not None
    assert panel is not None
    assert card["y"] + card["height"] <= panel["y"]
    assert "Hermann Stillings Vej" in person.text("#panel h2")


def test_each_map_of_two_years_has_the_card_of_its_own_year(
    randers_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(randers_server, "/sammenlign?fane=aar&indikator=skolefravaer&fra=2020&aar=2023")
    for name, said in {
        "earlier": ("første halvår af skoleåret 2019/2020", "5,7 %", "Forskel til kommunen"),
        "later": ("skoleåret 2022/23", "6,2 %", "Forskel til kommunen"),
        "change": ("+0,5", "5,7 %", "6,2 %"),
    }.items():
        area = person.page.locator(f"[data-map={name}][data-feature=vangdalen]")
        area.focus()
        person.page.wait_for_selector(_CARD)
        assert area.get_attribute("aria-describedby") == "area-card"
        card = person.text("#area-card")
        assert card.startswith("Vangdalen")
        assert all(part in card for part in said), (name, card)
        inside = person.page.locator(f"[data-pane={name}] .pane-map").bounding_box()
        box = person.page.locator("#area-card").bounding_box()
        assert inside is not None
        assert box is not None
        assert inside["x"] <= box["x"]
        assert box["x"] + box["width"] <= inside["x"] + inside["width"]
        person.page.keyboard.press("Escape")
        person.page.wait_for_selector(_CARD, state="detached")
    person.page.hover("[data-map=later][data-feature=energivej]")
    person.page.wait_for_selector(_CARD)
    assert person.text("#area-card").startswith("Energivej-området")


def test_on_a_phone_a_tap_shows_the_card_of_the_change(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    person = visit(server, "/sammenlign?fane=aar", viewport={"width": 390, "height": 844},
                   has_touch=True, is_mobile=True)  # fmt: skip
    area = facts.areas[0]
    person.page.wait_for_selector("[data-map=change][aria-label]", state="attached")
    person.page.locator(f"[data-map=change][data-feature={area}]").tap()
    person.page.wait_for_selector(_CARD)
    assert person.text("#area-card").startswith(facts.geographies[area]["name_da"])


def test_the_address_is_copied_and_told(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    person = visit(server, permissions=["clipboard-read", "clipboard-write"])
    person.set(year=facts.years[0])
    person.page.click("#share")
    person.page.wait_for_selector("#share-said:not(:empty)")
    assert person.text("#share-said") == "Adressen er kopieret"
    copied = person.page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(server.url)
    assert f"aar={facts.years[0]}" in copied


_SHEET = """
  window.handedOn = [];
  navigator.share = (what) => { window.handedOn.push(what); return ANSWER; };
"""
_NO_CLIPBOARD = """
  Object.defineProperty(navigator, "clipboard", { value: undefined });
  document.execCommand = () => ANSWER;
"""
_PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True,
                          "is_mobile": True}  # fmt: skip


def _shared(visit: Callable[..., Visit], server: Server, script: str, **options: Any) -> Visit:
    """Open the map in a browser that has what a script gives it, and press the button."""
    person = visit(server, **options)
    person.page.context.add_init_script(script)
    person.page.reload()
    person.page.wait_for_selector("body[data-ready]")
    person.page.click("#share")
    return person


def test_a_phone_opens_its_own_sheet_with_title_and_address(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    script = _SHEET.replace("ANSWER", "Promise.resolve()")
    person = _shared(visit, server, script, **_PHONE)
    (handed,) = person.page.evaluate("window.handedOn")
    assert handed["title"] == person.page.title()
    assert handed["url"].startswith(server.url)
    assert f"indikator={person.state['indicator']}" in handed["url"]
    person.page.wait_for_timeout(100)
    assert person.text("#share-said") == ""


def test_a_sheet_closed_again_is_no_fault_and_one_that_fails_is_replaced_by_a_copy(
    tinytown_server: Server, visit: Callable[..., Visit]
) -> None:
    closed = _SHEET.replace("ANSWER", "Promise.reject(new DOMException('', 'AbortError'))")
    person = _shared(visit, tinytown_server, closed, **_PHONE)
    person.page.wait_for_timeout(100)
    assert person.text("#share-said") == ""
    failing = _SHEET.replace("ANSWER", "Promise.reject(new DOMException('', 'NotAllowedError'))")
    rights = {"permissions": ["clipboard-read", "clipboard-write"]}
    person = _shared(visit, tinytown_server, failing, **_PHONE, **rights)
    person.page.wait_for_selector("#share-said:not(:empty)")
    assert person.text("#share-said") == "Adressen er kopieret"


def test_without_a_clipboard_the_address_is_copied_by_a_field_or_shown(
    tinytown_server: Server, visit: Callable[..., Visit]
) -> None:
    person = _shared(visit, tinytown_server, _NO_CLIPBOARD.replace("ANSWER", "true"))
    assert person.text("#share-said") == "Adressen er kopieret"
    person = _shared(visit, tinytown_server, _NO_CLIPBOARD.replace("ANSWER", "false"))
    assert person.text("#share-said").strip() == "Adressen kunne ikke kopieres. Kopiér den her:"
    field = person.page.get_by_label("Adressen på det, der vises")
    assert f"indikator={person.state['indicator']}" in field.input_value()
