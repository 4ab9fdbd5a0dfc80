"""Look up wording in the gettext catalogues, with Babel."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

TRANSLATIONS = Path(__file__).with_name("translations")
#: The languages of the interface; the first is the default.
LANGUAGES = ("da", "en")
#: Babel locales, for numbers and dates.
LOCALES = {"da": "da_DK", "en": "en_GB"}
#: Messages whose id begins so are sent to the browser.
BROWSER_PREFIX = "ui."
#: Pages whose own wording is sent with their own document only.
PAGES_WITH_WORDS = ("compare",)


@dataclass(frozen=True)
class Catalogue:
    """All wording in one language, by message id."""

    language: str
    messages: dict[str, str]

    def text(self, key: str, **values: object) -> str:
        """Return a message with its values put in; raise `KeyError` for an unknown id."""
        return self.messages[key].format(**values) if values else self.messages[key]

    def has(self, key: str) -> bool:
        """Tell whether there is such a message."""
        return key in self.messages

    @property
    def locale(self) -> str:
        """The Babel locale of this language."""
        return LOCALES[self.language]

    def browser_messages(self, page: str = "") -> dict[str, str]:
        """Return what the browser's own code shows, without prefix: of one page, or of all."""
        cut = len(BROWSER_PREFIX)
        shown = {k[cut:]: v for k, v in self.messages.items() if k.startswith(BROWSER_PREFIX)}
        own = (f"{page}.",) if page else tuple(f"{name}." for name in PAGES_WITH_WORDS)
        return {k: v for k, v in shown.items() if k.startswith(own) == bool(page)}


@cache
def catalogue(language: str) -> Catalogue:
    """Return a language's catalogue; raise `KeyError` for a language there is none of."""
    if language not in LANGUAGES:
        raise KeyError(language)
    with (TRANSLATIONS / f"{language}.po").open("rb") as file:
        entries = read_po(file, locale=LOCALES[language])
    return Catalogue(language, {str(m.id): str(m.string) for m in entries if m.id})
