"""Read what a descriptor may say of the plan itself: its visions, and the office to ask.

Both may be missing. An office is an organisation's public address and number, never a person's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from geodata.reading.faults import Fault, shown

_PHONE = re.compile(r"\+?\d[\d ]{2,18}\d")
_CONTACT = ("name", "address", "phone", "url")
_VISION = ("text_da", "text_en", "quote")


@dataclass(frozen=True, slots=True)
class Contact:
    """The office that residents may ask; `url` is an https address."""

    name: str
    address: str
    phone: str
    url: str


@dataclass(frozen=True, slots=True)
class Vision:
    """One of the plan's visions in our own words, with a few words of the report, verbatim."""

    text_da: str
    text_en: str
    quote: str


def read_contact(found: Any, file: str, faults: list[Fault]) -> Contact | None:
    """Return the contact, `None` where there is none; add a fault for each wrong field."""
    if found is None:
        return None
    wrong = list(_wrong_fields(found, _CONTACT, "contact", file))
    if not wrong:
        wrong = list(_wrong_forms(found, file))
    faults += wrong
    return None if wrong else Contact(*(found[field].strip() for field in _CONTACT))


def read_visions(found: Any, file: str, faults: list[Fault]) -> tuple[Vision, ...]:
    """Return the visions in their order; add a fault for each wrong field."""
    if found is None:
        return ()
    if not isinstance(found, list):
        faults.append(Fault(file, "", "visions", shown(found), "a list of visions"))
        return ()
    wrong = [f for one in found for f in _wrong_fields(one, _VISION, "visions", file)]
    faults += wrong
    return () if wrong else tuple(Vision(*(one[k].strip() for k in _VISION)) for one in found)


def _wrong_fields(found: Any, fields: tuple[str, ...], where: str, file: str) -> Iterator[Fault]:
    if not isinstance(found, dict):
        yield Fault(file, "", where, shown(found), f"an object with {', '.join(fields)}")
        return
    for field in fields:
        text = found.get(field)
        if not isinstance(text, str) or not text.strip():
            said = shown(text) if text else "nothing"
            yield Fault(file, "", f"{where}.{field}", said, "text")


def _wrong_forms(found: dict[str, str], file: str) -> Iterator[Fault]:
    if not _PHONE.fullmatch(found["phone"].strip()):
        allowed = "digits and spaces, perhaps with + in front"
        yield Fault(file, "", "contact.phone", shown(found["phone"]), allowed)
    if not re.fullmatch(r"https://[^\s<>\"]+", found["url"].strip()):
        yield Fault(file, "", "contact.url", shown(found["url"]), "an address with https://")
