"""The HTML around the staff area's layouts."""

from html import escape

from flask import request

from dashboard.catalogue import catalogue
from dashboard.routes import language_of_request
from dashboard.staff.pages import page_at
from dashboard.staff.styles import SCRIPT, STYLE


def document(*, app_entry: str, config: str, scripts: str, renderer: str, **_: str) -> str:
    """Return the document at the address that is asked for."""
    words = catalogue(language_of_request())
    page = page_at(request.path)
    name = words.text(f"staff.nav.{page.key}") if page else words.text("app.not_found")
    return (
        f'<!doctype html><html lang="{words.language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">'
        f"<title>{escape(name)} – {escape(words.text('staff.brand'))}</title>"
        f'<link rel="stylesheet" href="{STYLE}"></head><body>{app_entry}'
        f'<footer>{config}<script src="{SCRIPT}"></script>{scripts}{renderer}</footer></body></html>'
    )
