"""On the page of drafts figures come in, are told of by their cells, are shown to all, and go back."""

import json
import os
import shutil
import time
from dataclasses import replace
from pathlib import Path

import pytest
from shapely.geometry import box, mapping

from dashboard.archive.archive import Archive, By
from dashboard.drafting.bench import Bench
from dashboard.publishing.publish import publish
from dashboard.settings import Settings
from dashboard.staff.app import staff_server
from tests.packages_editing import TINYTOWN
from tests.staff.acting import act, asked, begun, handed_in, wires
from tests.staff.area import Area, Browser, page_question

HEAD = "Serie;Sted;Periode;Værdi\n"
PAGE = "/medarbejder/opdater"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("update") / "archive"
    by = By("a planner", "2026-11-28T12:00:00+00:00", "the report")
    publish(Archive(folder), TINYTOWN, Settings(archive=folder), by)
    return folder


@pytest.fixture
def town(area: Area, published: Path, tmp_path: Path) -> Area:
    """The staff area of an archive that shows the small town."""
    folder = tmp_path / "published"
    shutil.copytree(published, folder, copy_function=os.link)
    server = staff_server(Settings(archive=folder, staff=area.staff.folder), area.staff)
    return replace(area, server=server, archive=folder)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "tal.csv"
    made.write_text(HEAD + "Naboklager;Søgade;2025;14\nNaboklager;Mølleparken;2025;9\n", "utf-8")
    return made


def over(browser: Browser, search: str) -> dict[str, dict[str, object]]:
    """Wait for the job of a draft, as the page's clock does; return what the page then shows."""
    for tick in range(1, 600):
        shown: dict[str, dict[str, object]] = act(
            browser, "staff-clock", search, staff_clock__n_intervals=tick
        )
        if shown["staff-clock"]["disabled"]:
            return shown
        time.sleep(0.1)
    raise AssertionError("the job never ended")


def taken_in(browser: Browser, search: str, *files: str) -> dict[str, dict[str, object]]:
    act(browser, "staff-take", search, staff_files__value=list(files),
        staff_kind__value="observations")  # fmt: skip
    return over(browser, search)


def page(browser: Browser, search: str) -> str:
    answer = browser.ask(page_question(PAGE, search))
    return json.dumps(answer.get_json(), ensure_ascii=False)


def test_figures_are_told_of_mended_shown_to_all_and_taken_back(town: Area, file: Path) -> None:
    archive, first = Archive(town.archive), Archive(town.archive).current()
    editor, publisher = town.signed_in("editor"), town.signed_in("publisher")
    search = begun(editor, archive)
    good = file.read_text("utf-8")
    file.write_text(good.replace(";14", ";ti").replace("Mølleparken", "Mølleparkn"), "utf-8")
    assert "tal.csv" in str(handed_in(editor, search, file))
    told = str(taken_in(editor, search, "tal.csv"))
    assert "2 fejl skal rettes" in told
    for part in ("række 2", "kolonne D (Værdi)", "'ti'", "række 3", "Mølleparkn → Mølleparken"):
        assert part in told, part

    file.write_text(good, "utf-8")
    handed_in(editor, search, file)
    told = str(taken_in(editor, search, "tal.csv"))
    assert "2 rækker eller omrids er læst ind" in told
    assert "Hvad kladden ændrer" in told
    assert "14 (14)" in told

    act(publisher, "staff-publish", search, staff_why__value="Tal for 2025")
    shown = over(publisher, search)
    edition = archive.current()
    assert edition != first
    assert f"udgave={edition}" in str(shown["staff-address"]["search"])
    assert f"udgivet som {edition}" in page(publisher, search)
    last = archive.switches()[-1]
    assert (last.by.who, last.by.why) == ("publisher", "Tal for 2025")

    act(publisher, "staff-back", staff_back_to__value=first, staff_back_why__value="En fejl")
    for tick in range(1, 600):
        shown = act(publisher, "staff-back-clock", staff_back_clock__n_intervals=tick)
        if shown["staff-back-clock"]["disabled"]:
            break
        time.sleep(0.1)
    assert archive.current() == first
    assert "En fejl (en tidligere udgave vises igen)" in str(shown["staff-editions"])
    told_of = [(e["event"], e.get("kind")) for e in town.events() if e["event"] != "sign-in"]
    assert [("job begun", kind) for kind in ("take_in", "take_in", "publish", "go_back")] == [
        one for one in told_of if one[0] == "job begun"
    ]


def test_a_name_that_is_near_is_confirmed_once(town: Area, file: Path) -> None:
    editor = town.signed_in("editor")
    search = begun(editor, Archive(town.archive))
    file.write_text(HEAD + "Naboklager;Mølleparkn;2025;14\n", "utf-8")
    handed_in(editor, search, file)
    assert "Mølleparkn → Mølleparken (moelleparken)" in str(taken_in(editor, search, "tal.csv"))
    act(editor, "staff-confirm", search, staff_names__value=["Mølleparkn=moelleparken"])
    assert "1 rækker eller omrids er læst ind" in str(over(editor, search))
    assert "Mølleparkn,moelleparken" in (
        Bench(Archive(town.archive)).drafts()[0].package / "aliases.csv"
    ).read_text("utf-8")


def test_two_areas_become_one_that_a_person_says_is_new(town: Area, tmp_path: Path) -> None:
    editor, archive = town.signed_in("editor"), Archive(town.archive)
    search = begun(editor, archive)
    properties = {"navn": "Engkvarteret", "predecessors": "Mølleparken;Søgade", "error_m": 5,
                  "confidence": "high"}  # fmt: skip
    shape = mapping(box(9.5, 56.1, 9.516, 56.103))
    merged = tmp_path / "nye.geojson"
    merged.write_text(json.dumps({"type": "Feature", "properties": properties, "geometry": shape}))
    handed_in(editor, search, merged)
    act(editor, "staff-take", search, staff_files__value=["nye.geojson"],
        staff_kind__value="areas", staff_since__value="2026")  # fmt: skip
    told = str(over(editor, search))
    assert "'label': 'ny: Engkvarteret (engkvarteret)'" in told
    chosen = "Engkvarteret=+engkvarteret"
    assert f"'value': '{chosen}'" in told
    both = [chosen, "Engkvarteret=soegade"]
    said = act(editor, "staff-confirm", search, staff_names__value=both)
    assert "kun én betydning" in str(said)

    act(editor, "staff-confirm", search, staff_names__value=[chosen])
    shown = over(editor, search)
    for part in (
        "1 rækker eller omrids er læst ind",
        "omrids til og med 2025",
        "Omrids før og nu",
    ):
        assert part in str(shown), part
    kept = Bench(archive).drafts()[0].answer()
    drawn = {one["name"]: (bool(one["old"]), bool(one["new"]))
             for one in kept["difference"]["shapes"]}  # fmt: skip
    assert drawn == {"Engkvarteret": (False, True), "Mølleparken": (True, False),
                     "Søgade-kvarteret": (True, False)}  # fmt: skip


def test_what_an_import_said_is_taken_away(town: Area, file: Path) -> None:
    editor = town.signed_in("editor")
    archive = Archive(town.archive)
    search = begun(editor, archive)
    handed_in(editor, search, file)
    taken_in(editor, search, "tal.csv")
    own = Bench(archive).drafts()[0].id
    with editor.get(f"/medarbejder/kladde/{own}/svar.txt") as answer:
        assert "a draft was written: 2 " in answer.get_data(as_text=True)
    with editor.get(f"/medarbejder/kladde/{own}/forskel.xlsx") as answer:
        assert answer.get_data()[:2] == b"PK"
    for wrong in (f"{own}/draft.json", f"{own}/job.json", "0123456789abcdef/svar.txt"):
        assert editor.get(f"/medarbejder/kladde/{wrong}").status_code == 404, wrong
    with town.signed_in("viewer").get("/medarbejder/skabelon.xlsx") as template:
        assert template.status_code == 200
        assert template.get_data()[:2] == b"PK"


def test_a_draft_of_an_older_edition_begins_again_with_its_files(town: Area, file: Path) -> None:
    publisher, archive = town.signed_in("publisher"), Archive(town.archive)
    old, other = begun(publisher, archive, "Old"), begun(publisher, archive, "Other")
    handed_in(publisher, old, file)
    file.write_text(HEAD + "Naboklager;Søgade;2025;15\n", "utf-8")
    handed_in(publisher, other, file)
    taken_in(publisher, other, "tal.csv")
    act(publisher, "staff-publish", other, staff_why__value="first")
    over(publisher, other)
    assert "En anden udgave er vist" in page(publisher, old)
    new = act(publisher, "staff-renew", old)["staff-address"]["search"]
    draft = next(one for one in Bench(archive).drafts() if one.id in new)
    assert (draft.title, draft.edition) == ("Old", archive.current())
    assert "Søgade;2025;14" in (draft.files / "tal.csv").read_text("utf-8")


def test_a_draft_is_removed_with_its_files(town: Area, file: Path) -> None:
    editor, archive = town.signed_in("editor"), Archive(town.archive)
    search = begun(editor, archive)
    handed_in(editor, search, file)
    assert act(editor, "staff-discard", search)["staff-address"]["search"] == "?sprog=da"
    assert Bench(archive).drafts() == []
    assert "Kladden findes ikke" in page(editor, search)


@pytest.mark.parametrize("pressed", ["begin", "renew", "discard", "take", "confirm", "publish",
                                     "stop", "upload", "back"])  # fmt: skip
def test_a_viewer_changes_nothing(town: Area, pressed: str) -> None:
    editor, viewer, archive = (
        town.signed_in("editor"),
        town.signed_in("viewer"),
        Archive(town.archive),
    )
    begun(editor, archive)
    with pytest.raises(AssertionError):
        act(viewer, f"staff-{pressed}", staff_upload__contents=["x"], staff_title__value="x")
    needed = "publisher" if pressed in ("publish", "back") else "editor"
    assert [e["needed"] for e in town.events() if e["event"] == "refused"] == [needed]
    assert len(Bench(archive).drafts()) == 1


def test_an_editor_shows_nothing_to_all(town: Area) -> None:
    editor = town.signed_in("editor")
    search = begun(editor, Archive(town.archive))
    for pressed in ("publish", "back"):
        with pytest.raises(AssertionError, match="rolle"):
            act(editor, f"staff-{pressed}", search, staff_why__value="x")


def test_what_nobody_pressed_does_nothing(town: Area) -> None:
    """Dash calls back when a button comes with a page: no draft is removed by that."""
    editor, archive = town.signed_in("editor"), Archive(town.archive)
    search = begun(editor, archive)
    for wire in wires(editor):
        if wire["inputs"][0]["property"] == "n_clicks":
            assert asked(editor, wire, None, search).status_code in (204, 403), wire["output"]
    assert len(Bench(archive).drafts()) == 1


@pytest.mark.parametrize(
    ("pressed", "states", "said"),
    [
        ("begin", {"staff_title__value": " "}, "Skriv, hvad kladden er"),
        ("begin", {"staff_title__value": "x" * 101}, "højst 100 tegn"),
        ("begin", {"staff_title__value": {"a": 1}}, "Skriv, hvad kladden er"),
        ("take", {"staff_files__value": []}, "Vælg mindst én fil"),
        ("take", {"staff_files__value": {"a": 1}}, "Vælg mindst én fil"),
        ("confirm", {"staff_names__value": ["a=b"]}, "Vælg mindst ét navn"),
        ("publish", {"staff_why__value": ""}, "Skriv hvorfor"),
        ("back", {"staff_back_to__value": "../..", "staff_back_why__value": "x"}, "Vælg den udgave"),
        ("back", {"staff_back_to__value": ["x"], "staff_back_why__value": "x"}, "Vælg den udgave"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said_in_a_sentence(
    town: Area, pressed: str, states: dict[str, object], said: str
) -> None:
    publisher = town.signed_in("publisher")
    search = begun(publisher, Archive(town.archive))
    assert said in str(act(publisher, f"staff-{pressed}", search, **states))


def test_a_file_outside_the_draft_is_not_read(town: Area) -> None:
    editor = town.signed_in("editor")
    search = begun(editor, Archive(town.archive))
    for name in ("../draft.json", "/etc/passwd", "findes-ikke.csv"):
        act(editor, "staff-take", search, staff_files__value=[name],
            staff_kind__value="observations")  # fmt: skip
        assert "wrong" in str(over(editor, search)["staff-job"])


def test_where_a_second_person_approves_nobody_shows_their_own_draft(
    town: Area, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BLOKTILBY_APPROVAL", "1")  # as the jobs read it, too
    staff = town.staff.folder
    settings = Settings(archive=town.archive, staff=staff, approval=True)
    second = replace(town, server=staff_server(settings, town.staff))
    editor, publisher = second.signed_in("editor"), second.signed_in("publisher")
    archive, first = Archive(town.archive), Archive(town.archive).current()
    search = begun(editor, archive)
    handed_in(editor, search, file)
    taken_in(editor, search, "tal.csv")
    assert "Foreslå" in page(editor, search)
    act(editor, "staff-publish", search, staff_why__value="Tal for 2025")
    assert "foreslået (nr. 1)" in str(over(editor, search)["staff-job"])
    assert archive.current() == first

    answer = publisher.ask(page_question("/medarbejder/udgaver", "?forslag=1"))
    shown = json.dumps(answer.get_json(), ensure_ascii=False)
    assert "Forslag, der venter på en anden" in shown
    assert "14 (14)" in shown
    act(publisher, "staff-approve", staff_proposal__value="1")
    for tick in range(1, 600):
        if act(publisher, "staff-back-clock", staff_back_clock__n_intervals=tick)[
            "staff-back-clock"
        ]["disabled"]:
            break
        time.sleep(0.1)
    last = archive.switches()[-1]
    assert archive.current() != first
    assert (last.by.who, last.approved and last.approved.who) == ("editor", "publisher")
    assert "Vælg et forslag" in str(act(publisher, "staff-approve", staff_proposal__value="1"))
