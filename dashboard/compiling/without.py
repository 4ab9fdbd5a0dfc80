"""Write what a visitor without JavaScript gets: the files, memos and maps as plain links."""

from collections.abc import Mapping
from html import escape
from urllib.parse import urlencode

from dashboard.asked import RefusedError
from dashboard.catalogue import LANGUAGES
from dashboard.ids import LOADING
from dashboard.making.formats import FORMATS
from dashboard.memo.request import Asked, plan_memo
from dashboard.pictures.subject import Subject
from geodata.files.endings import ending

#: Nothing is on its way where no script fetches it; Dash has a line of its own that says so.
_NOT_LOADING = f"<style>#{LOADING}, ._dash-loading {{ display: none }}</style>"


def without_script(inside: str) -> str:
    """Return HTML as only visitors without scripts see it, where nothing is on its way."""
    return f"<noscript>{_NOT_LOADING}{inside}</noscript>"


def files_as_links(subject: Subject) -> str:
    """Return links to the files of all figures, and to the maps and memos of each series."""
    words = subject.words
    files = [_link(f"/download/values{ending(kind)}", {"sprog": words.language},
                   words.text(f"ui.data.format.{kind}")) for kind in FORMATS]  # fmt: skip
    series = "".join(f"<li>{_series(subject, one)}</li>" for one in subject.view.series)
    others = [_link("", {"sprog": one}, words.text(f"language.{one}"))
              for one in LANGUAGES if one != words.language]  # fmt: skip
    return (
        f"<section class='without-script'><p>{escape(words.text('app.noscript'))}</p>"
        f"<h2>{escape(words.text('app.noscript.figures'))}</h2><p>{' · '.join(files)}</p>"
        f"<h2>{escape(words.text('app.noscript.series'))}</h2><ul>{series}</ul>"
        f"<p>{' · '.join(others)}</p></section>"
    )


def _series(subject: Subject, indicator: str) -> str:
    """One series: its name, its map of the latest year, and its memo where there is one."""
    words = subject.words
    asked = {"indikator": indicator, "sprog": words.language}
    years = subject.series(indicator).years[-1:]
    parts = [_link("/download/map.png", {**asked, "aar": year},
                   words.text("app.noscript.map", year=year)) for year in years]  # fmt: skip
    if _has_memo(subject, indicator):
        parts.append(_link("/download/memo.pdf", asked, words.text("app.noscript.memo")))
    return ": ".join(
        part for part in (escape(subject.cells.names[indicator]), ", ".join(parts)) if part
    )


def _has_memo(subject: Subject, indicator: str) -> bool:
    try:
        plan_memo(subject, Asked((indicator,)))
    except RefusedError:
        return False
    return True


def _link(path: str, query: Mapping[str, object], text: str) -> str:
    return f'<a href="{escape(f"{path}?{urlencode(query)}")}">{escape(text)}</a>'
