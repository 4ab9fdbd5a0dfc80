"""Fill in a page what depends on the address that was asked for."""

#: Stand in a compiled page for the tags that sites read where a link is shared, for the
#: mark of a view alone in another site's frame, and for what is drawn of the address.
TOLD = "<!-- told -->"
ALONE = " data-alone-or-not"
DRAWN = "<!-- drawn -->"


def filled(page: str, told: str, drawn: str, *, alone: bool) -> str:
    """Return a compiled page for one address."""
    marked = page.replace(ALONE, ' data-embed="1"' if alone else "", 1)
    # nothing that is put in is looked through for marks
    before, _, rest = marked.partition(TOLD)
    between, mark, after = rest.partition(DRAWN)
    return "".join((before, told, between, drawn if mark else "", after))
