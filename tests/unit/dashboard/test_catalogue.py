"""Wording is looked up by id; nothing stands in for a text that is missing."""

import pytest

from dashboard.catalogue import LANGUAGES, Catalogue, catalogue

WORDS = Catalogue("da", {"ui.goTo": "Gå til {year}", "app.skip": "Spring over"})


def test_danish_comes_first():
    assert LANGUAGES == ("da", "en")


def test_values_are_put_in():
    assert WORDS.text("ui.goTo", year=2023) == "Gå til 2023"


def test_a_text_without_values_keeps_its_places():
    assert WORDS.text("ui.goTo") == "Gå til {year}"


def test_a_value_too_many_does_no_harm():
    assert WORDS.text("app.skip", year=2023) == "Spring over"


def test_a_missing_text_is_an_error():
    with pytest.raises(KeyError, match=r"app\.nothing"):
        WORDS.text("app.nothing")


def test_a_missing_value_is_an_error():
    with pytest.raises(KeyError, match="year"):
        WORDS.text("ui.goTo", area="here")


def test_a_text_can_be_asked_for():
    assert WORDS.has("app.skip")
    assert not WORDS.has("app.nothing")


def test_the_browser_gets_its_own_texts_without_their_prefix():
    assert WORDS.browser_messages() == {"goTo": "Gå til {year}"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_is_read_from_its_file(language):
    assert catalogue(language).language == language
    assert catalogue(language).text("nav.map") == {"da": "Kort", "en": "Map"}[language]


@pytest.mark.parametrize("language", ["", "sv", "DA", "../da"])
def test_another_language_is_an_error(language):
    with pytest.raises(KeyError):
        catalogue(language)


def test_letters_survive_the_file():
    assert catalogue("da").text("ui.year") == "År"
