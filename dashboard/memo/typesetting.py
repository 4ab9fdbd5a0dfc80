"""Typeset a memo as a tagged PDF (PDF/UA-1), with the shipped typeface only."""

import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst

from dashboard.pictures.style import FONTS

TEMPLATE = Path(__file__).with_name("template.typ")


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[FONTS])


def typeset(content: dict[str, Any]) -> bytes:
    """Return the memo's PDF; the same content is the same file."""
    year, month, day = content["date"]
    compiler = typst.Compiler(
        TEMPLATE,
        root=TEMPLATE.parent,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"memo": json.dumps(content, ensure_ascii=False)},
    )
    pdf = compiler.compile(
        format="pdf",
        pdf_standards=["ua-1"],
        timestamp=datetime(year, month, day, tzinfo=UTC),
    )
    if not isinstance(pdf, bytes):
        raise TypeError("typesetting gave no PDF")
    return pdf
