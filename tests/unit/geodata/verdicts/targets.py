"""A target for the invented town, and what is judged of it."""

from dataclasses import replace

from geodata.tables.records import Target
from geodata.verdicts import judge

BOTH = "moelleparken;soegade"


def target(kind, value=None, **changes):
    plain = {"goal": "godt-naboskab", "indicator": "naboklager", "geographies": "moelleparken",
             "scope": "each", "stated": "yes", "from_": 2020, "to_": 2024}  # fmt: skip
    return Target(**{**plain, **changes}, kind=kind, value=value, text_da="Mål", text_en="Target")


def only(town, kind, value=None, **changes):
    """The one judgement of a town with one target."""
    (judged,) = judge(replace(town, targets=(target(kind, value, **changes),)))
    return judged


def parity(town, place="soegade", **changes):
    """Judged on 2022/23: for 2023/24 the town prints no figure of the municipality."""
    asked = {"indicator": "laesegrupper", "geographies": place, "to_": 2023, **changes}
    return only(town, "parity_with_municipality", **asked)


def short(judged):
    return judged.verdict, judged.reason
