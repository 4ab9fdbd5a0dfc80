"""A small drawn network to reckon by hand."""

from tests.drawn_network import on, place, road

#: 400 m from home to school; the link is 100 m long.
AROUND = road("around", (0, 0), (0, 150), (100, 150), (100, 0))
LINK = road("link", (0, 0), (100, 0), kind="path")
SCHOOL = place("school", 100, 0)
OPENED = on("link", "2022-05-01", "open")


def only(walks):
    (walk,) = walks
    return walk
