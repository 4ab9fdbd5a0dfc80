"""Name the pages by their addresses."""

#: The pages that exist, by path; the words are their tasks.
PAGES = {
    "/": "map",
    "/sammenlign": "compare",
    "/steder": "places",
    "/data": "data",
    "/om": "about",
}
