"""What the report claims of its goals may be missing; what is wrong with it is told in words."""

import pytest

from geodata.package.loading import read_package
from geodata.reading.descriptor import Claim
from tests.packages_editing import edit_json, faults_of, only_fault

CLAIM = {"quote": "Alt er n\u00e5et.", "place_da": "sidst", "place_en": "at the end", "text_en": "All is done."}  # fmt: skip


def claimed(town, claims):
    edit_json(town / "datapackage.json", lambda d: d.update({"claims": claims}))


def test_a_package_may_claim_nothing(tinytown):
    assert tinytown.descriptor.claims == ()


def test_claims_are_read_in_their_order(town):
    claimed(town, [CLAIM, {**CLAIM, "quote": "N\u00e6sten."}])
    words = ("sidst", "at the end", "All is done.")
    assert read_package(town).descriptor.claims == (
        Claim("Alt er n\u00e5et.", *words),
        Claim("N\u00e6sten.", *words),
    )


@pytest.mark.parametrize(
    ("claims", "said"),
    [
        ("Alt er n\u00e5et.", "claims: found 'Alt er n\u00e5et.'; allowed: a list"),
        ({"quote": "Alt"}, "claims: found '{'quote': 'Alt'}'; allowed: a list"),
        (["Alt"], "claims: found 'Alt'; allowed: objects with quote, place_da, place_en, text_en"),
        ([{**CLAIM, "quote": ""}], "claims.quote: found nothing; allowed: text"),
        ([{k: v for k, v in CLAIM.items() if k != "text_en"}], "claims.text_en: found nothing; allowed: text"),
        ([{**CLAIM, "place_da": 7}], "claims.place_da: found '7'; allowed: text"),
        ([CLAIM, {**CLAIM, "place_en": ["x"]}], "claims.place_en: found '['x']'; allowed: text"),
    ],
)  # fmt: skip
def test_each_fault_is_one_sentence_that_names_its_field(town, claims, said):
    claimed(town, claims)
    assert str(only_fault(town)) == f"datapackage.json, {said}"


def test_all_faults_of_a_claim_are_told_at_once(town):
    claimed(town, [{"quote": "Alt"}])
    fields = [fault.field for fault in faults_of(town)]
    assert fields == ["claims.place_da", "claims.place_en", "claims.text_en"]
