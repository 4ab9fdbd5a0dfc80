"""Put together all that the memo's pages say, as plain data for the typesetting."""

from datetime import date
from typing import Any

import segno

from dashboard import numbers
from dashboard.listing import listed
from dashboard.memo.caveats import write_caveats
from dashboard.memo.figures import write_change, write_matrix, write_values
from dashboard.memo.pictures import draw_lines, draw_maps
from dashboard.memo.request import Memo
from dashboard.memo.trends import write_trends
from dashboard.memo.verdicts import write_verdicts
from dashboard.payload.compare.trends import trend_method
from dashboard.pictures.subject import Subject

#: The page that shows the same view.
PAGE = "/sammenlign"


def write_memo(memo: Memo, subject: Subject, *, made: date, public_url: str) -> dict[str, Any]:
    """Return the memo's content; `made` is the day on the memo."""
    words = subject.words
    path = view_path(memo, subject)
    link = public_url.rstrip("/") + path if public_url else path
    return {
        "language": words.language,
        "title": subject.title,
        "heading": words.text("memo.heading", title=subject.title),
        "question": question(memo, subject),
        "moved": moved(memo, subject),
        "map": {"name": subject.cells.names[memo.indicators[0]], **draw_maps(memo, subject)},
        "change": write_change(memo, subject),
        "charts": [
            {**chart, "trend": said}
            for chart, said in zip(
                draw_lines(memo, subject), write_trends(memo, subject), strict=True
            )
        ],
        "trend_method": trend_method(subject),
        "verdicts": write_verdicts(memo, subject),
        "matrix": write_matrix(memo, subject),
        "values": write_values(memo, subject),
        "caveats": write_caveats(memo, subject),
        "source": subject.package.descriptor.source,
        "as_of": numbers.day(subject.package.descriptor.as_of, words),
        "version": subject.package.fingerprint,
        "made": numbers.day(made, words),
        "date": [made.year, made.month, made.day],
        "link": link,
        "qr": _qr(link) if public_url else "",
        "words": _labels(subject),
    }


def view_path(memo: Memo, subject: Subject) -> str:
    """Return the address of the same view, without the server's name."""
    pairs = {
        **_table(memo, subject),
        "indikator": memo.indicators[0],
        "omraader": ",".join(memo.places),
        "aar": memo.year,
        **({"fra": memo.earlier} if memo.earlier is not None else {}),
        "mod": memo.against or "",
        "vis": memo.mode,
        "sprog": subject.words.language,
    }
    return f"{PAGE}?" + "&".join(f"{key}={value}" for key, value in pairs.items())


def _table(memo: Memo, subject: Subject) -> dict[str, str]:
    """Return what shows several series: the matrix of their theme, or of all where they have some."""
    if len(memo.indicators) == 1:
        return {}
    themes = {subject.series(i).indicator.theme for i in memo.indicators}
    return {"fane": "matrix", "tema": themes.pop() if len(themes) == 1 else "", "naar": "year"}


def question(memo: Memo, subject: Subject) -> str:
    """Ask in words what the memo answers."""
    words, cells = subject.words, subject.cells
    key = "memo.question" if memo.earlier is not None else "memo.question.one_year"
    asked = words.text(
        key,
        places=listed((cells.in_text[g] for g in memo.places), words),
        names=listed(
            (words.text("memo.quoted", name=cells.names[i]) for i in memo.indicators), words
        ),
        earlier=memo.earlier,
        year=memo.year,
    )
    if memo.against is None:
        return asked
    return f"{asked} {words.text('memo.question.against', place=cells.places[memo.against])}"


def moved(memo: Memo, subject: Subject) -> str:
    """Say which years were asked for that the mapped series has no figures for."""
    words, name = subject.words, subject.cells.names[memo.indicators[0]]
    said = [
        words.text("memo.moved.none" if shown is None else "memo.moved",
                   name=name, asked=asked, shown=shown, year=memo.year)
        for asked, shown in memo.moved
    ]  # fmt: skip
    return " ".join(said)


def _qr(link: str) -> str:
    """Return the link as a QR code in SVG."""
    return segno.make(link, error="m").svg_inline(border=2, scale=4)


def _labels(subject: Subject) -> dict[str, str]:
    names = ("kicker", "maps", "lines", "lines_key", "matrix", "matrix_note", "caveats",
             "caveats_none", "values", "values_note", "source", "data", "version", "as_of",
             "made", "link", "qr_alt", "page", "outlines", "change_heading", "verdicts", "verdicts_note", "verdicts_none", "verdict", "why")  # fmt: skip
    said = {name: subject.words.text(f"memo.label.{name}") for name in names}
    said["unit"], said["place"] = subject.words.text("ui.unit"), subject.words.text("ui.area")
    return said
