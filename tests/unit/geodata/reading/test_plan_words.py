"""The office to ask and the visions: both may be missing, neither may be wrong."""

import pytest

from geodata.package.loading import read_package
from geodata.reading.plan_words import Contact, Vision
from tests.packages_editing import edit_json, only_fault


def test_the_invented_town_has_an_office_and_a_vision(tinytown):
    assert tinytown.descriptor.contact == Contact(
        "Engkontoret", "Engvej 1, 9999 Engby", "+45 00 00 00 01", "https://engkontoret.example/"
    )
    assert tinytown.descriptor.visions == (
        Vision("Alle læser.", "Everybody reads.", "Alle skal læse"),
    )


def test_a_package_may_have_neither(town):
    edit_json(town / "datapackage.json", lambda d: (d.pop("contact"), d.pop("visions")))
    descriptor = read_package(town).descriptor
    assert (descriptor.contact, descriptor.visions) == (None, ())


@pytest.mark.parametrize(
    ("key", "value", "field"),
    [
        ("contact", "Engkontoret", "contact"),
        ("contact", {"name": "E", "address": "V", "phone": "ring", "url": "https://e.example"}, "contact.phone"),
        ("contact", {"name": "E", "address": "V", "phone": "12345678", "url": "javascript:x"}, "contact.url"),
        ("contact", {"name": "", "address": "V", "phone": "12345678", "url": "https://e.example"}, "contact.name"),
        ("contact", {"name": "<b>E</b>", "address": "V", "phone": "12345678", "url": "https://e.example"}, "contact"),
        ("visions", {}, "visions"),
        ("visions", [{"text_da": "A", "text_en": "A"}], "visions.quote"),
        ("visions", ["A"], "visions"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named(town, key, value, field):
    edit_json(town / "datapackage.json", lambda d: d.update({key: value}))
    fault = only_fault(town)
    assert (fault.file, fault.field) == ("datapackage.json", field)
