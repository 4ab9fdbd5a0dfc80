"""Draw the icon, two houses on a square, as data for the page."""

from urllib.parse import quote

SIDE, CORNER = 16, 3
GROUND, INK = "#0b5563", "#ffffff"
HOUSES = (
    ((3, 12), (3, 6), (6, 4), (9, 6), (9, 12)),
    ((10, 12), (10, 8), (13, 9), (13, 12)),
)


def as_address() -> str:
    """Return the drawing as a `data:` address."""
    path = "".join("M" + "L".join(f"{x} {y}" for x, y in house) + "z" for house in HOUSES)
    drawing = (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {SIDE} {SIDE}'>"
        f"<rect width='{SIDE}' height='{SIDE}' rx='{CORNER}' fill='{GROUND}'/>"
        f"<path d='{path}' fill='{INK}'/></svg>"
    )
    return "data:image/svg+xml," + quote(drawing, safe=" ='/:")
