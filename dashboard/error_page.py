"""Write the small page that says, in one sentence, why an address has no answer."""

from html import escape

from dashboard.catalogue import Catalogue


def error_page(words: Catalogue, text: str) -> str:
    """Return the page; the text may hold what a visitor wrote."""
    said, back = escape(text), escape(words.text("app.to_map"))
    return (
        f'<!doctype html><html lang="{words.language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        f"<title>{said}</title></head>"
        f'<body><main><h1>{said}</h1><p><a href="/?sprog={words.language}">{back}</a></p></main>'
        "</body></html>"
    )
