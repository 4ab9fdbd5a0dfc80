"""Paths and places on a phone: what stands, what opened, what is coming, in words and by key."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

from .placing import OPEN, PHONE, cards, map_ready, news
from .serving import Server
from .visiting import Visit

Visiting = Callable[..., Visit]


def _complaints(person: Visit) -> list[str]:
    results = Axe().run(person.page)
    return [f"{one['id']}: {node['target']} {node['failureSummary']}"
            for one in results.response["violations"] for node in one["nodes"]]  # fmt: skip


@pytest.fixture
def phone(randers_server: Server, visit: Visiting) -> Visit:
    return visit(randers_server, f"steder?omraader=jennumparken&aar=2023&{OPEN}", **PHONE)


def test_a_resident_sees_what_stands_and_since_when(phone: Visit) -> None:
    shown = cards(phone)
    assert "Åben siden 2016/17" in shown["myretuen"]["kind"]
    assert "Åben siden efteråret 2022" in shown["jennumparken-aktivitetsomraade"]["kind"]
    assert "Åben siden 1960’erne" in shown["noerrevangsparken"]["kind"]
    assert "Finansieret siden februar 2023; ventes åbnet 2027" in shown["badesoe"]["kind"]


def test_minutes_have_a_range_or_a_reason(phone: Visit) -> None:
    walks = {i: one["walk"] for i, one in cards(phone).items() if one["walk"]}
    assert "–" in walks["myretuen"]
    assert "min" in walks["myretuen"]
    assert "–" in walks["badesoe"]
    assert walks["noerrevangsparken"] == "højst 19 minkan ikke afgøres nærmere"
    assert walks["jennumparken-aktivitetsomraade"] == "2 min0–6 mini området"
    phone.page.click("[data-card=noerrevangsparken] .card-head")
    said = phone.text("[data-card=noerrevangsparken] .walk-words")
    for words in ("kan ikke afgøres", "Rammen er kendt: højst 19 min", "Skematisk gangnet"):
        assert words in said
    phone.page.click("[data-card=badesoe] .card-head")
    said = phone.text("[data-card=badesoe] .walk-words")
    assert "De sidste 280 m er en lige linje" in said  # its position is known to 300 m
    assert "4 min (mellem 0 og 9)" in said


@pytest.mark.parametrize("which", ["places", "paths"])
def test_the_nearest_stand_first(phone: Visit, which: str) -> None:
    lists = phone.page.locator("#cards .part .card-list").all()
    ids = (
        lists[which == "paths"]
        .locator(".card")
        .evaluate_all("(all) => all.map((e) => e.dataset.card)")
    )
    walks = [cards(phone)[one]["walk"] for one in ids]
    decided = [walk for walk in walks if "min" in walk and "afgøres" not in walk]
    minutes = [
        0 if w.startswith("under") else int(w.split("\u00a0")[0].split()[0]) for w in decided
    ]
    assert minutes == sorted(minutes)
    assert len(minutes) >= 5


def test_from_2020_to_2023_one_sees_what_opened(phone: Visit) -> None:
    phone.set(year=2020)
    assert "jennumparken-aktivitetsomraade" in news(phone, "coming")
    assert news(phone, "fresh") == []
    phone.set(year=2023)
    opened = news(phone, "fresh")
    assert {"jennumparken-aktivitetsomraade", "jennumporten"} <= set(opened)
    assert news(phone, "maybe-fresh") == ["noerrevangsparken"]  # at most 19 minutes
    assert "badesoe" in news(phone, "coming")
    assert "badesoe" not in opened
    assert "Fra 2020 til 2023: 0 gangveje" in phone.text(".gains-summary")
    assert "2 steder er nye" in phone.text(".gains-summary")


def test_what_is_new_is_near_or_said_to_be_farther_away(phone: Visit) -> None:
    phone.set(year=2025, areas=["vangdalen"])
    assert "inden for 15 minutter" in phone.text(".news")
    assert "jennumparken-sti-nord-syd" not in news(phone, "fresh")
    assert "jennumparken-sti-nord-syd" in news(phone, "farther-fresh")
    assert phone.page.locator("details.farther").first.get_attribute("open") is None
    walks = {i: one["walk"] for i, one in cards(phone).items()}
    assert "17–46" in walks["jennumparken-sti-nord-syd"]  # to the nearest end of the path


def test_a_place_is_not_there_before_it_is_known(phone: Visit) -> None:
    phone.set(year=2019)
    assert "badesoe" not in cards(phone)
    assert phone.page.locator(".absentees [data-card=badesoe]").count() == 1
    map_ready(phone)
    assert phone.feature("badesoe").is_hidden()


def test_what_is_expected_is_never_open(phone: Visit) -> None:
    for year in (2027, 2029):
        phone.set(year=year)
        assert "Forventet 2027" in cards(phone)["badesoe"]["kind"]


def test_money_of_the_lake_stands_as_each_source_has_it(
    randers_server: Server, visit: Visiting
) -> None:
    person = visit(randers_server, "steder?sted=badesoe&aar=2025", **PHONE)
    said = person.text("[data-card=badesoe] .money")
    assert "Kilderne er ikke enige" in said
    assert (
        said.index("49 mio. kr.")
        < said.index("Fire års indsats og læring")
        < said.index("44 mio. kr.")
    )


def test_a_link_to_a_card_opens_it(randers_server: Server, visit: Visiting) -> None:
    person = visit(randers_server, "steder?sted=myretuen&aar=2023", **PHONE)
    body = person.page.locator("[data-card=myretuen] .card-body")
    assert body.is_visible()
    assert "Græskarskæring" in str(body.text_content())
    own = person.page.get_attribute("[data-card=myretuen] .own-link", "href")
    other = visit(randers_server, str(own).lstrip("/"), **PHONE)
    assert other.state["place"] == "myretuen"
    assert other.page.locator(".card-body").count() == 1


def test_a_place_chosen_in_the_news_is_read_on_in_its_card(phone: Visit) -> None:
    phone.page.locator("[data-news=jennumporten] button").press("Enter")
    assert phone.page.evaluate(
        "document.activeElement.closest('[data-card]').dataset.card") == "jennumporten"  # fmt: skip
    phone.page.locator("[data-key=show-jennumporten]").press("Enter")
    assert phone.page.evaluate("document.activeElement.dataset.feature") == "jennumporten"
    assert "Jennumporten" in phone.text(".chosen-name")


def test_after_the_report_the_page_says_that_nothing_is_known(phone: Visit) -> None:
    assert "Tallene i rapporten går til" not in phone.text("#sentence")
    phone.set(year=2028)
    assert "Tallene i rapporten går til 31. juli 2025" in phone.text("#sentence")


def test_back_closes_a_card(phone: Visit) -> None:
    phone.page.click("[data-card=myretuen] .card-head")
    assert phone.query["sted"] == "myretuen"
    phone.page.go_back()
    phone.page.wait_for_function("() => blok.state.get().place === ''")
    assert phone.page.locator(".card-body").count() == 0


def test_links_to_other_pages_leave_the_page_s_own_keys_out(phone: Visit) -> None:
    phone.page.click("[data-card=myretuen] .card-head")
    data = str(phone.page.get_attribute("header nav a[href^='/data']", "href"))
    english = str(phone.page.get_attribute("[data-language=en]", "href"))
    assert "sted=" not in data
    assert "sted=myretuen" in english


def test_filters_by_kind_and_open_now(phone: Visit) -> None:
    every = set(cards(phone))
    phone.page.select_option("#kind", "school")
    assert len(cards(phone)) == 4
    phone.page.select_option("#kind", "offers")
    assert set(cards(phone)) == {"myretuen", "randers-nord-if", "nordre-faelled",
                                 "noerrevangsparken", "noerrevangsskolen",
                                 "vestervangsskolen"} & every  # fmt: skip
    placed = ".placed [data-offer=graeskarskaering]"
    assert "Græskarskæring" in phone.text(placed)
    assert "Myretuen" in phone.text(f"{placed} .offer-place")
    assert "min" in phone.text(f"{placed} .walk-time")
    assert "Lektiecafé" in phone.text(".loose")
    assert "Kilde: Bysekretariatet: Den boligsociale Helhedsplan Randers 2021-25" in phone.text(
        ".loose"
    )
    map_ready(phone)
    on_map = "(e) => e.style.display !== 'none'"
    assert not phone.feature("jennumporten").evaluate(on_map)  # the map shows what the list shows
    phone.page.select_option("#kind", "")
    assert phone.feature("jennumporten").evaluate(on_map)
    phone.page.check("#open-now")
    assert "badesoe" not in cards(phone)
    assert phone.query["aabent"] == "ja"
    phone.set(year=2021)  # what is asked for is the last known status, not that of the clock
    assert "(pr. 31. juli 2025)" in cards(phone)["jennumporten"]["kind"]
    assert "Åben siden" in cards(phone)["jennumporten"]["kind"]


def test_before_the_year_compared_with_nothing_is_called_new(phone: Visit) -> None:
    phone.set(year=2019)
    assert "Nyt fra" not in phone.text(".news")
    assert "Stil uret senere end 2020" in phone.text(".news")


def test_the_timeline_moves_the_clock_by_key(phone: Visit) -> None:
    button = phone.page.locator(".years [data-year='2021'] .year-button")
    button.press("Enter")
    assert phone.state["year"] == 2021
    button.press("ArrowDown")
    assert phone.state["year"] == 2022
    assert phone.page.evaluate("document.activeElement.textContent") == "2022"
    phone.page.keyboard.press("End")
    assert phone.state["year"] == 2029
    phone.page.keyboard.press("Home")
    assert phone.state["year"] == 2017


def test_the_clock_moves_the_timeline(phone: Visit) -> None:
    phone.page.focus("#year")
    phone.page.keyboard.press("ArrowRight")
    phone.page.locator(".years [aria-current]", has_text="2024").wait_for()
    shown = phone.page.evaluate(
        "() => { const f = document.querySelector('.years').getBoundingClientRect();"
        " const y = document.querySelector('.now-year').getBoundingClientRect();"
        " return y.top >= f.top - 2 && y.top < f.bottom; }"
    )
    assert shown
    assert "2014" in phone.text(".earlier")


def test_a_list_that_was_unfolded_stays_so_when_the_clock_moves(phone: Visit) -> None:
    fold = phone.page.locator("details.absentees")
    assert fold.get_attribute("open") is None
    fold.locator("summary").press("Enter")
    phone.set(year=2022)
    assert fold.get_attribute("open") is not None
    assert phone.page.evaluate("document.activeElement.dataset.key") == "absentees-summary"


def test_a_place_that_is_not_there_yet_is_unfolded_when_it_is_chosen(phone: Visit) -> None:
    place = phone.page.locator(".absentees [data-card]").first.get_attribute("data-card")
    phone.set(place=place)
    assert phone.page.locator("details.absentees").get_attribute("open") is not None
    assert phone.page.locator(f"[data-card={place}].open").is_visible()


def test_on_a_phone_what_is_new_comes_first_and_the_rest_is_closed_with_its_count(
    randers_server: Server, visit: Visiting
) -> None:
    person = visit(randers_server, "steder?omraader=jennumparken&aar=2023", **PHONE)
    heads = [
        text.replace("\u00a0", " ") for text in person.page.locator(".part h2").all_inner_texts()
    ]
    inside = [person.page.locator(f"[data-fold={fold}] .{item}").count()
              for fold, item in (("steder", "card"), ("stier", "card"), ("aendringer", "changes tbody tr"))]  # fmt: skip
    rows = [len((randers_server.package / f"{table}.csv").read_text("utf-8").splitlines()) - 1
            for table in ("offers", "milestones")]  # fmt: skip
    assert heads == [f"{inside[0]} steder og parker i 2023", f"{inside[1]} stier i 2023",
                     f"{rows[0]} tilbud", f"Tidslinje ({rows[1]})",
                     f"Hvad de nye stier ændrer ({inside[2]})", "Tegn en sti"]  # fmt: skip
    assert min(*inside, *rows) > 5
    assert person.page.locator(".part[open]").count() == 0
    assert person.page.evaluate("document.documentElement.scrollHeight") < 3000
    places = person.page.locator("[data-fold=steder] > summary")
    places.press("Enter")
    person.page.wait_for_selector("[data-card=myretuen] .card-head")
    assert person.page.evaluate("document.activeElement.dataset.key") == "fold-steder"
    person.rest()
    assert person.query["afsnit"] == "steder"
    person.set(year=2024)
    assert person.page.locator(".part[open]").count() == 1
    person.page.reload()
    person.ready()
    assert person.page.locator(".part[open]").count() == 1


def test_a_chosen_place_stands_at_the_top_until_its_list_is_opened(
    randers_server: Server, visit: Visiting
) -> None:
    person = visit(randers_server, "steder?sted=myretuen&aar=2023", **PHONE)
    assert person.page.locator("#chosen [data-card=myretuen] .card-body").is_visible()
    assert person.page.locator("[data-card=myretuen]").count() == 1
    person.page.locator("[data-fold=steder] > summary").click()
    person.page.wait_for_selector("#cards [data-card=myretuen] .card-body")
    assert person.page.locator("[data-card=myretuen]").count() == 1
    assert not person.page.locator("#chosen").is_visible()
    person.page.locator("[data-fold=steder] > summary").click()
    person.page.locator("#chosen .card-head").press("Enter")
    person.page.wait_for_function("() => blok.state.get().place === ''")
    assert person.page.evaluate("document.activeElement.dataset.key") == "fold-steder"


def test_beside_the_map_the_lists_are_open(randers_server: Server, visit: Visiting) -> None:
    person = visit(randers_server, "steder")
    opened = person.page.locator(".part[open]").evaluate_all(
        "(all) => all.map((e) => e.dataset.fold)"
    )
    assert opened == ["steder", "stier"]
    assert "afsnit" not in person.query


def test_wrong_keys_are_told_in_words(randers_server: Server, visit: Visiting) -> None:
    person = visit(randers_server, "steder?sted=atlantis&slags=zoo&siden=1066&aabent=x", **PHONE)
    said = person.text("#notice")
    for word in ("sted", "slags", "siden", "åbent nu"):
        assert word in said
    assert len(cards(person)) > 20


def test_the_list_stands_before_the_map(server: Server, visit: Visiting) -> None:
    person = visit(server, "steder", **PHONE)
    assert person.page.evaluate(
        "document.getElementById('cards').compareDocumentPosition(document.getElementById('map'))"
        " & Node.DOCUMENT_POSITION_FOLLOWING"
    )


@pytest.mark.parametrize("address", ["steder", "steder?sprog=en"])
def test_axe_finds_nothing(server: Server, visit: Visiting, address: str) -> None:
    person = visit(server, address, **PHONE)
    map_ready(person)
    assert _complaints(person) == []
    for summary in person.page.locator("summary").all():
        summary.click()
    person.page.locator(".card-head").first.click()
    assert _complaints(person) == []


@pytest.mark.parametrize("width", [390, 320, 1440])
def test_nothing_sticks_out_and_all_can_be_touched(
    server: Server, visit: Visiting, width: int
) -> None:
    person = visit(server, f"steder?{OPEN}", viewport={"width": width, "height": 844})
    person.page.locator(".card-head").first.click()
    assert person.page.evaluate("document.documentElement.scrollWidth") <= width
    small = person.page.evaluate(
        "() => [...document.querySelectorAll('main button, main select, main summary')]"
        ".filter((e) => e.checkVisibility()).map((e) => [e.className, e.getBoundingClientRect()])"
        ".filter(([, b]) => b.width > 0 && (b.height < 23.5 || b.width < 23.5)).map(([c]) => c)"
    )
    assert small == []


def test_nobody_outside_is_asked(server: Server, visit: Visiting) -> None:
    person = visit(server, "steder", **PHONE)
    map_ready(person)
    before = len(person.requests)
    person.page.focus("#year")
    for _ in range(4):
        person.page.keyboard.press("ArrowRight")
    person.rest()
    assert len(person.requests) == before
    asked = {urlsplit(url).netloc for url in person.requests if not url.startswith("data:")}
    assert asked == {server.host}


def test_english_is_complete(randers_server: Server, visit: Visiting) -> None:
    person = visit(randers_server, "steder?sprog=en&aar=2023&sted=badesoe", **PHONE)
    assert "Funded since February 2023; expected to open 2027" in cards(person)["badesoe"]["kind"]
    assert "The sources disagree" in person.text("[data-card=badesoe] .money")
    assert person.text("h1") == "Paths and places"


def test_the_first_visit_on_a_phone_offers_both_tasks(server: Server, visit: Visiting) -> None:
    person = visit(server, "", **PHONE)
    assert person.page.locator(".welcome").is_visible()
    person.page.click(".welcome .numbers")
    assert person.page.locator(".welcome").count() == 0
    person.open("")
    assert person.page.locator(".welcome").count() == 0
    other = visit(server, "", **PHONE)
    other.page.click(".welcome a")
    other.page.wait_for_selector(".page-places")


def test_a_shared_link_is_not_interrupted(server: Server, visit: Visiting) -> None:
    assert visit(server, "?aar=2022", **PHONE).page.locator(".welcome").count() == 0
    assert visit(server, "").page.locator(".welcome").count() == 0
