"""Typeset a memo as a tagged PDF (PDF/UA-1), with the shipped typeface only."""

import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst

from dashboard.pictures.legible import FONTS, legible

#: What a memo may take of a meeting's papers.
MAX_PAGES = 4
TEMPLATE = Path(__file__).with_name("template.typ")


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[FONTS])


def typeset(content: dict[str, Any]) -> bytes:
    """Return the memo's PDF, set closer where it would take more than `MAX_PAGES`.

    The same content is the same file.
    """
    pages, pdf = _compile(content, close=False)
    return pdf if pages <= MAX_PAGES else _compile(content, close=True)[1]


def _compile(content: dict[str, Any], *, close: bool) -> tuple[int, bytes]:
    year, month, day = content["date"]
    compiler = typst.Compiler(
        TEMPLATE,
        root=TEMPLATE.parent,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={
            "memo": legible(json.dumps(content, ensure_ascii=False)),
            "close": "yes" if close else "no",
        },
    )
    pages = json.loads(compiler.query("<last-page>", field="value", one=True))
    pdf = compiler.compile(
        format="pdf",
        pdf_standards=["ua-1"],
        timestamp=datetime(year, month, day, tzinfo=UTC),
    )
    if not isinstance(pdf, bytes):
        raise TypeError("typesetting gave no PDF")
    return int(pages), pdf
