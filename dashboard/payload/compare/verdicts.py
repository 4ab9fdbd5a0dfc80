"""List the plan's goals with their targets, and the verdict on each in words."""

from typing import Any

from dashboard.catalogue import Catalogue
from dashboard.payload.cells import CellWriter
from dashboard.payload.compare.verdict_words import VerdictWords
from dashboard.payload.told import write_remark
from geodata.figures.sums import Sum
from geodata.package.package import Package
from geodata.tables.records import Goal, Observation, Target, split_list
from geodata.verdicts import Checked, Judgement, Verdict, judge


def write_verdicts(package: Package, cells: CellWriter) -> list[dict[str, Any]]:
    """Return goals with targets with judgements, all in words, in the package's order."""
    judgements = judge(package)
    words = VerdictWords(package, cells)
    return [_goal(package, goal, judgements, words) for goal in package.goals]


def write_verdict_words(words: Catalogue) -> dict[str, dict[str, str]]:
    """Return the word and the sign of every verdict there can be."""
    return {
        verdict: {
            "word": words.text(f"judged.verdict.{verdict}"),
            "glyph": words.text(f"judged.glyph.{verdict}"),
        }
        for verdict in Verdict
    }


def write_claims(package: Package, words: Catalogue) -> list[dict[str, str]]:
    """Return what the report itself says of the goals: its words, their place, and what they mean."""
    return [
        {
            "quote": claim.quote,
            "place": getattr(claim, f"place_{words.language}"),
            "gloss": claim.text_en if words.language == "en" else "",
        }
        for claim in package.descriptor.claims
    ]


def write_goal_remarks(package: Package, words: Catalogue) -> list[dict[str, Any]]:
    """Return what must be known of the source to read the goals, each remark once."""
    return [write_remark(r, words) for r in package.remarks if r.table == "goals"]


def _goal(
    package: Package, goal: Goal, judgements: tuple[Judgement, ...], words: VerdictWords
) -> dict[str, Any]:
    language = words.cells.words.language
    return {
        "id": goal.id,
        "level": goal.level,
        "theme": goal.theme,
        "text": getattr(goal, f"text_{language}"),
        "targets": [
            _target(target, [j for j in judgements if j.target is target], words)
            for target in package.targets
            if target.goal == goal.id
        ],
    }


def _target(target: Target, judgements: list[Judgement], words: VerdictWords) -> dict[str, Any]:
    series = split_list(target.indicator)
    return {
        "short": _short(target, words),
        "text": getattr(target, f"text_{words.cells.words.language}"),
        "kind": target.kind,
        "stated": target.is_stated,
        "together": target.scope == "together",
        "indicators": list(series),
        "names": [words.cells.names[name] for name in series],
        "judgements": [_judgement(judgement, words) for judgement in judgements],
    }


def _short(target: Target, words: VerdictWords) -> str:
    """Name a target by its series; one without a series by what it asks for."""
    series = split_list(target.indicator)
    if not series:
        return words.cells.words.text(f"judged.short.{target.kind}")
    return " + ".join(words.cells.names[name] for name in series)


def _judgement(judgement: Judgement, words: VerdictWords) -> dict[str, Any]:
    text = words.cells.words.text
    return {
        "geography": judgement.geography,
        "geographies": list(judgement.geographies),
        "place": words.place(judgement),
        "area": judgement.geography in {area.id for area in words.package.areas},
        "key": _key(judgement),
        "verdict": judgement.verdict,
        "word": text(f"judged.verdict.{judgement.verdict}"),
        "glyph": text(f"judged.glyph.{judgement.verdict}"),
        "until": words.holds(judgement),
        "at": at(judgement),
        "asked": words.asked(judgement),
        "sentence": words.sentence(judgement),
        "start": _seen(judgement.start, words),
        "startAgainst": _seen(judgement.start_against, words),
        "years": [_year(judgement, year, words) for year in judgement.years],
        "caveats": [words.caveat(judgement, caveat) for caveat in judgement.caveats],
    }


def _key(judgement: Judgement) -> str:
    """Name a judgement among all: by its target and its places."""
    target = judgement.target
    parts = (target.goal, *split_list(target.indicator), target.kind, *judgement.geographies)
    return "-".join(("dom", *parts)).replace("_", "-")


def at(judgement: Judgement) -> str:
    """Return the shortest name of the period that a verdict is about; nothing without one."""
    if judgement.latest:
        return judgement.latest[-1].period
    return judgement.until or ""


def _year(judgement: Judgement, year: Checked, words: VerdictWords) -> dict[str, Any]:
    return {
        "year": year.year,
        "period": words.period(year),
        "hit": year.hit,
        "word": words.hit(year),
        "seen": words.value(year.seen),
        "needed": words.needed(judgement, year),
        "against": _seen(year.against, words),
        "step": words.step(judgement, year),
        "why": words.blocked(judgement, year),
        "cells": [write_cell(member, words.cells) for member in year.members],
    }


def _seen(total: Sum | None, words: VerdictWords) -> dict[str, Any] | None:
    if total is None:
        return None
    cells = [write_cell(member, words.cells) for member in total.members]
    return {"text": words.value(total), "period": cells[0]["period"], "cells": cells}


def write_cell(o: Observation, cells: CellWriter) -> dict[str, Any]:
    """Return a printed value with the cell it stands in."""
    return {
        "indicator": cells.names[o.indicator],
        "geography": o.geography,
        "place": cells.places[o.geography],
        "period": cells.period(o),
        "text": cells.value(o),
        "source": [o.source_table, o.source_row, o.source_column, o.source_text],
    }
