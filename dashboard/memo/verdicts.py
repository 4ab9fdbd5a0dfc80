"""Choose the verdicts that a memo touches: on its series, and on its places or their sum."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from dashboard.memo.request import Memo
from dashboard.pictures.subject import Subject


def write_verdicts(memo: Memo, subject: Subject) -> list[dict[str, Any]]:
    """Return the goals touched, each with its targets and the judgements on the memo's places."""
    goals = [
        {"text": goal["text"], "targets": _targets(goal, memo, subject)}
        for goal in subject.verdicts
    ]
    return [goal for goal in goals if goal["targets"]]


def _targets(goal: dict[str, Any], memo: Memo, subject: Subject) -> list[dict[str, Any]]:
    touched = [t for t in goal["targets"] if set(t["indicators"]) & set(memo.indicators)]
    chosen = [(t, [j for j in t["judgements"] if _concerns(j, memo)]) for t in touched]
    return [
        {
            "text": target["text"],
            "judgements": [_judgement(j) for j in judgements],
            "caveats": _caveats(judgements, subject),
        }
        for target, judgements in chosen
        if judgements
    ]


def _concerns(judgement: dict[str, Any], memo: Memo) -> bool:
    """Whether it is of a place of the memo, or of several together that one of them is among."""
    return bool({judgement["geography"], *judgement["geographies"]} & set(memo.places))


def _judgement(judgement: dict[str, Any]) -> list[str]:
    verdict = f"{judgement['glyph']} {judgement['word']}"
    return [judgement["place"], verdict, judgement["sentence"]]


def _caveats(judgements: list[dict[str, Any]], subject: Subject) -> list[str]:
    """Say what must be known beside the verdicts, each sentence once."""
    blocked: dict[tuple[str, str], list[str]] = defaultdict(list)
    for judgement in judgements:
        for year in judgement["years"]:
            if year["why"]:
                printed = ", ".join(cell["text"] for cell in year["cells"])
                seen = year["seen"] if len(year["cells"]) > 1 else printed
                key = (year["period"], year["why"])
                blocked[key].append(f"{judgement['place']} ({seen})")
    said = [
        subject.words.text("memo.verdict.blocked", period=period, why=why, places=", ".join(places))
        for (period, why), places in blocked.items()
    ]
    return [
        *(one[:1].upper() + one[1:] for one in said),
        *_placed(judgements),
    ]


def _placed(judgements: list[dict[str, Any]]) -> Iterator[str]:
    """Say each caveat once, with the places it is on where others are judged beside them."""
    places: dict[str, list[str]] = defaultdict(list)
    for judgement in judgements:
        for caveat in judgement["caveats"]:
            places[caveat].append(judgement["place"])
    for caveat, named in places.items():
        apart = len(judgements) > 1 and any(name not in caveat for name in named)
        yield f"{', '.join(named)}: {caveat}" if apart else caveat
