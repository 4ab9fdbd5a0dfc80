"""Fill in a page what depends on the address that was asked for."""

#: Stand in a compiled page for the tags that sites read where a link is shared, and for the
#: mark of a view alone in another site's frame.
TOLD = "<!-- told -->"
ALONE = " data-alone-or-not"


def filled(page: str, told: str, *, alone: bool) -> str:
    """Return a compiled page for one address."""
    return page.replace(TOLD, told, 1).replace(ALONE, ' data-embed="1"' if alone else "", 1)
