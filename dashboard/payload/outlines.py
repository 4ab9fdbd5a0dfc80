"""Say which outline is that of which year, since when and on what it rests, and what became of areas.

Nothing of it is in the frame of a package whose features have one outline each.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import geopandas as gpd
import pandas as pd

from dashboard.catalogue import Catalogue
from dashboard.listing import listed
from dashboard.numbers import published
from dashboard.payload.features import nearby, outline_text
from dashboard.payload.sources import ids
from geodata.package.package import Package
from geodata.tables.records import split_list
from layers.outline_years import outline_years
from layers.reasons import Reason
from layers.twoyears import Refusal

#: What only outlines can say: left out where none has a time.
_OF_OUTLINES: tuple[Reason | Refusal, ...] = (Reason.NOT_THERE, Refusal.NOT_THERE)


def write_outlines(package: Package, words: Catalogue) -> dict[str, Any]:
    """Return what the frame has of outlines in time: nothing where there are none."""
    if not package.outlines:
        return {}
    frames = [frame for frame in package.outlines.values() if len(frame)]
    return {
        "outlines": {
            "years": outline_years(package),
            "told": {feature: [_told(row, words) for _, row in own.iterrows()]
                     for frame in frames for feature, own in _by_feature(frame)},
            "kin": _kin(package, words),
            "near": _near(package, words),
            "words": {name: words.text(f"outline.{name}") for name in ("heading", "dashed")},
        }
    }  # fmt: skip


def _by_feature(frame: gpd.GeoDataFrame) -> Iterable[tuple[str, gpd.GeoDataFrame]]:
    return ((str(one), frame.loc[[one]]) for one in dict.fromkeys(frame.index))


def _told(row: "pd.Series[Any]", words: Catalogue) -> dict[str, Any]:
    language = words.language
    said = [row[f"change_{language}"], row[f"comparable_{language}"]]
    return {
        "when": span_words(row["valid_from"], row["valid_to"], words),
        "text": outline_text(row, words),
        "said": [text for text in said if text],
        "source": ids(row["source"]),
    }


def span_words(valid_from: str, valid_to: str, words: Catalogue) -> str:
    """Say since when and until when an outline holds; nothing where it always does."""
    first, last = (published(one, words) if one else "" for one in (valid_from, valid_to))
    if first and last:
        return words.text("outline.span", first=first, last=last)
    if first:
        return words.text("outline.since", first=first)
    return words.text("outline.until", last=last) if last else ""


def _kin(package: Package, words: Catalogue) -> dict[str, list[str]]:
    """What areas were made of, and what became of them, by feature."""
    said: dict[str, list[str]] = defaultdict(list)
    into: dict[tuple[str, str], list[str]] = defaultdict(list)
    names = _names(package, words)
    for frame in package.outlines.values():
        for feature, row in frame[frame["predecessors"] != ""].iterrows():
            old = split_list(row["predecessors"])
            since = published(row["valid_from"], words)
            key = "outline.merged" if len(old) > 1 else "outline.parted"
            said[str(feature)].append(
                words.text(key, year=since, names=listed((names[one] for one in old), words))
            )
            for one in old:
                into[one, since].append(str(feature))
    for (gone, since), new in into.items():
        key = "outline.divided" if len(new) > 1 else "outline.became"
        said[gone].append(
            words.text(key, year=since, names=listed((names[one] for one in new), words))
        )
    return dict(said)


def _names(package: Package, words: Catalogue) -> Mapping[str, str]:
    features = {str(i): str(row["name"]) for layer in package.outlines
                for i, row in package.layers[layer].iterrows()}  # fmt: skip
    return features | {g.id: getattr(g, f"name_{words.language}") for g in package.geographies}


def _near(package: Package, words: Catalogue) -> dict[str, list[list[dict[str, Any]]]]:
    """The areas near each feature in every year of the clock, where that is not always the same."""
    found: dict[str, list[list[dict[str, Any]]]] = defaultdict(list)
    for first, last, moment in package.epochs:
        near = nearby(moment, words)
        for feature in package.layers["parks"].index:
            found[str(feature)] += [near.get(str(feature), [])] * (last - first + 1)
    return {feature: years for feature, years in found.items()
            if any(one != years[0] for one in years)}  # fmt: skip


def reason_words(package: Package, words: Catalogue) -> dict[str, dict[str, str]]:
    """Return glyph and words of the reasons why an area has no colour."""
    return {
        r: {"glyph": words.text(f"reason.{r}.glyph"), "text": why_text(r, package, words)}
        for r in Reason
        if _is_said(r, package)
    }


def refusal_words(package: Package, words: Catalogue) -> dict[str, dict[str, str]]:
    """Return glyph and words of the reasons why there is no change between two years."""
    return {
        r: {"glyph": words.text(f"refusal.{r}.glyph"), "text": why_text(r, package, words)}
        for r in Refusal
        if _is_said(r, package)
    }


def _is_said(why: Reason | Refusal, package: Package) -> bool:
    return bool(package.outlines) or why not in _OF_OUTLINES


def why_text(why: Reason | Refusal, package: Package, words: Catalogue) -> str:
    """Say a reason or a refusal: a break may be of the outline, too, where there are several."""
    if isinstance(why, Refusal):
        wide, plain = f"refusal.{why}.outlines", f"refusal.{why}.text"
    else:
        wide, plain = f"reason.{why}.outlines", f"reason.{why}.text"
    return words.text(wide if package.outlines and words.has(wide) else plain)
