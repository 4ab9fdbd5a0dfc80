"""Tell the same as a drawing in words: the table of the year, and the chosen place."""

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from dashboard.catalogue import Catalogue
from dashboard.drawn.links import areas, link
from dashboard.drawn.looks import Shown, area_look, value_text
from dashboard.drawn.picture import MANY
from dashboard.drawn.state import VALUE, address

_GROUPS = ("plan", "sum", "comparison")


def table(one: Shown) -> Markup:
    """Return every figure of the series at the year: area, value, period and remarks."""
    doc, texts, state = one.doc, one.doc["texts"], one.state
    mode = "" if state.mode == VALUE else f", {texts[f'mode.{state.mode}'].lower()}"
    caption = f"{one.series['name']}{mode}, {one.legend['unit']}, {state.year}"
    heads = [texts[key] for key in ("area", "value", "period", "marks")]
    groups = [place for place in one.printed if doc["geographies"][place]["kind"] in _GROUPS]
    rows = [
        *(_area_row(one, area) for area in doc["areas"]),
        *(_group_row(one, group) for group in groups),
    ]
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(name) for name in heads)
    return Markup(
        '<div class="scroll" tabindex="0" role="region" aria-label="{0}"><table><caption>{0}</caption>'
        "<thead><tr>{1}</tr></thead><tbody>{2}</tbody></table></div>"
    ).format(caption, head, Markup("").join(rows))


def _area_row(one: Shown, area: str) -> Markup:
    name = one.doc["geographies"][area]["name"]
    chosen = "true" if area in one.state.areas else ""
    to = link(address(one.state, areas=(area,)), name, current=chosen)
    return _row(one, to, area_look(one, area).text, one.printed.get(area))


def _group_row(one: Shown, group: str) -> Markup:
    printed, now = one.printed[group], one.drawn.get(group)
    value = printed["text"]
    if one.state.mode != VALUE and now:
        value = f"{value_text(now)} ({value})"
    return _row(one, one.doc["geographies"][group]["name"], value, printed)


def _row(one: Shown, name: str, value: str, printed: Mapping[str, Any] | None) -> Markup:
    texts = one.doc["texts"]
    period = "" if printed is None else printed["period"]
    if printed and printed["baseline"]:
        period += f", {texts['baseline']}"
    return Markup(
        '<tr><th scope="row">{}</th><td class="number">{}</td><td>{}</td><td>{}</td></tr>'
    ).format(name, value, period, _remarks(one, printed))


def _remarks(one: Shown, printed: Mapping[str, Any] | None) -> str:
    if printed is None:
        return ""
    said = " ".join([*printed["findings"], *printed["notes"]])
    severity = printed["severity"]
    return f"{one.doc['texts'][f'severity.{severity}']}: {said}" if said and severity else said


def panel(one: Shown, words: Catalogue) -> Markup:
    """Return what is known at once of the chosen place, and the way to the others."""
    chosen = _chosen(one, one.state.areas[0]) if one.state.areas else Markup("")
    few = len(one.doc["areas"]) <= MANY
    return chosen + (areas(one, words) if few else Markup(""))


def _chosen(one: Shown, place: str) -> Markup:
    feature = one.doc["features"][place]
    if feature["layer"] != "areas":
        status = feature["status"][one.state.year - one.doc["years"][0]]
        return _head(feature["name"], one.doc["statuses"][status], feature["kind"], [])
    look, printed = area_look(one, place), one.printed.get(place)
    period = printed["period"] if printed and not look.reason else ""
    said = [Markup('<p class="indicator-name">{}</p>').format(one.series["name"])]
    if look.reason:
        told = one.doc["reasons"][look.reason]["text"]
        said.append(Markup('<p class="why {}">{}</p>').format(look.reason, told))
    if printed:
        said.append(Markup('<p class="value {}"><strong>{}</strong> {}</p>').format(
            printed["severity"], printed["text"], printed["period"]))  # fmt: skip
    if remarks := _remarks(one, printed):
        said.append(Markup('<p class="marks">{}</p>').format(remarks))
    return _head(feature["name"], f"{look.text} {period}", feature["kind"], said)


def _head(name: str, brief: str, kind: str, said: Sequence[Markup]) -> Markup:
    return Markup(
        '<div class="panel-head"><h2>{}</h2><p class="brief">{}</p></div><p class="kind">{}</p>{}'
    ).format(name, brief, kind, Markup("").join(said))
