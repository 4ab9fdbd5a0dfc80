"""What is looked at is fetched, once; what has been fetched is not asked for again."""

import re


def files(visit):
    """The documents that were asked for, by their names."""
    found = (re.fullmatch(r".*/data/[0-9a-f]{16}/(.+)", url) for url in visit.requests)
    return [match[1] for match in found if match]


def choose(visit, series):
    visit.page.locator("#indicator").select_option(series)
    visit.page.wait_for_function("(wanted) => blok.state.get().indicator === wanted", arg=series)


def test_the_map_asks_for_a_series_when_it_is_chosen_and_never_again(visit, randers_server):
    shown = visit(randers_server, "?indikator=skolefravaer&omraader=")
    assert sorted(files(shown)) == [
        "da.json",
        "series-skolefravaer-da.json",
        "shapes.json",
    ]
    shown.requests.clear()
    choose(shown, "udsaettelser")
    shown.page.go_back()
    shown.page.wait_for_function("() => blok.state.get().indicator === 'skolefravaer'")
    choose(shown, "udsaettelser")
    assert files(shown) == ["series-udsaettelser-da.json"]
    assert "ds" in shown.text("#sentence")


def test_a_step_of_the_clock_asks_for_nothing(visit, randers_server):
    shown = visit(randers_server)
    shown.requests.clear()
    clock = shown.page.locator("#clock input[type=range]")
    for key in ("ArrowLeft", "ArrowLeft", "ArrowRight"):
        clock.press(key)
        shown.rest()
    assert shown.requests == []


def test_a_place_that_is_chosen_brings_its_other_figures(visit, randers_server):
    shown = visit(randers_server, "?omraader=")
    shown.requests.clear()
    shown.area("vangdalen").press("Enter")
    shown.page.wait_for_selector(".overview li")
    assert files(shown) == ["place-vangdalen-da.json"]


def test_a_series_that_cannot_be_fetched_is_told_and_the_map_stays(visit, randers_server):
    shown = visit(randers_server, "?indikator=skolefravaer")
    shown.page.route("**/series-udsaettelser-*", lambda route: route.abort())
    before = shown.text("#sentence")
    shown.page.locator("#indicator").select_option("udsaettelser")
    shown.page.wait_for_selector("#notice p")
    assert "kunne ikke hentes" in shown.text("#notice")
    assert shown.text("#sentence") == before
    assert shown.page.locator("#indicator").input_value() == "skolefravaer"
    assert shown.problems
    shown.problems.clear()


def test_pages_that_show_many_series_ask_for_all_at_once(visit, randers_server):
    for address in ("sammenlign", "data"):
        shown = visit(randers_server, address)
        asked = [name for name in files(shown) if not name.startswith("compare-")]
        assert [name for name in asked if name != "shapes.json"] == ["da.json", "all-da.json"]
        assert ("shapes.json" in asked) == (address == "sammenlign")
