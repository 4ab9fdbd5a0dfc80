"""The same in English, and back, without losing what is shown."""

from collections.abc import Callable

from .facts import Facts
from .serving import Server
from .visiting import Visit


def test_english_has_its_own_words_and_numbers(
    randers_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(
        randers_server, "?indikator=skolefravaer&omraader=jennumparken&aar=2022&sprog=en"
    )
    page = person.page
    assert page.get_attribute("html", "lang") == "en"
    assert person.text("#panel .value strong") == "9.2%"
    assert "9.2" in str(person.area("jennumparken").get_attribute("aria-label"))
    assert "9,2" not in person.text("#legend")
    assert person.text("#panel > .source q") == "Gl. Jennumparken: 9,2%", "quoted as printed"
    body = person.text("#main") + person.text("#header")
    for danish in ("Indikator", "Område", "Afspil", "skoleåret", "Til sammenligning"):
        assert danish not in body
    assert page.get_attribute(".play", "aria-label") == "Play"


def test_the_language_link_keeps_the_view(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    person = visit(server)
    page = person.page
    indicator = list(facts.indicators)[-1]
    page.select_option("#indicator", indicator)
    page.wait_for_function("(i) => blok.state.get().indicator === i", arg=indicator)
    person.area(facts.areas[-1]).press("Enter")
    person.set(year=facts.years_of(indicator)[0])
    danish = person.state
    assert page.input_value("#indicator") == indicator
    page.click("[data-language=en]")
    page.wait_for_url("**sprog=en**")
    person.ready()
    assert person.state == {**danish, "language": "en"}
    assert page.get_attribute("html", "lang") == "en"
    chosen = page.locator("#indicator option:checked")
    assert chosen.text_content() == facts.indicators[indicator]["name_en"]
    page.click("[data-language=da]")
    page.wait_for_url("**sprog=da**")
    person.ready()
    assert person.state == danish


def test_no_text_is_missing_in_either_language(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    """No message id and no unfilled place stands where words should."""
    for language in ("da", "en"):
        person = visit(server, f"?sprog={language}")
        for indicator in facts.indicators:
            person.set(indicator=indicator, year=(facts.years_of(indicator) or facts.years)[-1])
            text = person.page.inner_text("body")
            for sign in ("undefined", "[object", "NaN", "{name}", "{value}", "{year}", "ui."):
                assert sign not in text, (language, indicator, sign)
