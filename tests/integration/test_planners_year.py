"""A planner's year: take the template, fill it in with three mistakes, be told, mend, and see it pass."""

import csv
import io
import json

import openpyxl
import pytest

from geodata.__main__ import main
from geodata.package.loading import read_package
from geodata.rules.quality import find
from tests.packages_editing import KYSTBY, RANDERS, TINYTOWN, value_of
from tests.unit.geodata.intake.books import NEIGHBOURS, edited, long_csv


@pytest.fixture
def filled(tmp_path):
    """The shipped town's template, in which every figure of 2026 is that of the year before."""
    file = tmp_path / "in" / "2026.xlsx"
    file.parent.mkdir()
    assert main(["import", "--template", str(file)]) == 0
    latest = {}
    package = read_package(RANDERS)
    names = {i.id: i.name_da for i in package.indicators} | {g.id: g.name_da
                                                            for g in package.geographies}  # fmt: skip
    for o in package.observations:
        latest[names[o.indicator], names[o.geography]] = o.value
    book = openpyxl.load_workbook(file)
    for row in book["Tal"].iter_rows(min_row=2):
        if row[2].value == "2026":
            row[3].value = latest[row[0].value, row[1].value]
    book.save(file)
    return file


def rows_of(file, series):
    rows = openpyxl.load_workbook(file)["Tal"].iter_rows(min_row=2, values_only=True)
    return [n for n, row in enumerate(rows, 2) if row[0] == series and row[2] == "2026"]


def test_three_mistakes_are_told_by_row_and_mended(filled, tmp_path, capsys):
    one, two, *_, three = rows_of(filled, "SSP-bekymringer")
    before = {}

    def spoil(sheet):
        for cell, wrong in ((f"D{one}", "ti"), (f"D{two}", 2.5), (f"B{three}", "Kommunen Randers")):
            before[cell] = sheet[cell].value
            sheet[cell] = wrong

    edited(filled, spoil)
    draft = tmp_path / "kladde"
    capsys.readouterr()
    command = ["import", str(filled), "--into", str(draft), "--report", str(tmp_path / "svar.txt")]
    assert main(command) == 1
    told = capsys.readouterr().err
    assert not draft.exists()
    assert told.startswith("3 errors, nothing was written\n")
    assert f"2026.xlsx, sheet Tal, row {one}, column D (Værdi): found 'ti'" in told
    assert f"row {two}, column D (Værdi): found '2,5'; allowed: at most 0 decimals" in told
    assert f"row {three}, column B (Sted): found 'Kommunen Randers'" in told
    assert (tmp_path / "svar.txt").read_text(encoding="utf-8") == told

    edited(filled, lambda sheet: [sheet.__setitem__(cell, old) for cell, old in before.items()])
    assert main(command) == 0
    out = capsys.readouterr().out
    assert f"{draft}: a draft was written: " in out
    assert "values, 42 added:" in out
    assert main(["check", str(draft)]) == 0
    assert ": 0 errors, " in capsys.readouterr().out
    new = read_package(draft)
    found = value_of(new, "ssp-bekymringer", "jennumparken", "2026")
    assert (found.source_table, found.source_column) == ("2026.xlsx, ark Tal", "kolonne D: Værdi")
    assert len([o for o in new.observations if o.period == "2026"]) > 40
    assert len(new.observations) == len(read_package(RANDERS).observations) + len(
        [o for o in new.observations if o.period == "2026"]
    )


def test_what_the_rules_find_in_new_figures_is_in_the_answer(tmp_path, capsys):
    file = long_csv(tmp_path, "laesegrupper;soegade;2024/25;75")
    draft = tmp_path / "kladder" / "ny"
    assert main(["import", str(file), "--package", str(TINYTOWN), "--into", str(draft)]) == 0
    out = capsys.readouterr().out
    own = [f for f in find(read_package(draft)) if f.observation.period == "2024/25"]
    assert own
    for finding in own:
        assert f"{finding.rule}: laesegrupper, soegade, 2024/25, status: 75" in out
    assert "[tal.csv, række 2: laesegrupper, soegade, 2024/25]" in out
    assert (
        "values, 1 added:\n  added: laesegrupper, soegade, 2024/25, status: 75 [tal.csv / " in out
    )


def test_a_near_name_is_confirmed_by_an_option_or_by_yes(tmp_path, capsys):
    file = long_csv(tmp_path, "naboklager;Møleparken;2025;9")
    draft = tmp_path / "kladder" / "ny"
    command = ["import", str(file), "--package", str(TINYTOWN), "--into", str(draft)]
    assert main(command) == 1
    assert '  --confirm "Møleparken=moelleparken"' in capsys.readouterr().err
    assert main([*command, "--yes"]) == 0
    assert "Møleparken was taken as moelleparken" in capsys.readouterr().out
    with (draft / "aliases.csv").open(encoding="utf-8", newline="") as aliases:
        assert ["Møleparken", "moelleparken"] in list(csv.reader(aliases))
    assert main(command) == 0
    assert "was taken as" not in capsys.readouterr().out


@pytest.fixture
def asked(monkeypatch):
    """Answer on a terminal: what is asked comes into a list, the answers are by question."""
    questions, answers = [], {}

    def answered(question):
        questions.append(question)
        return answers.get(question, "")

    monkeypatch.setattr("sys.stdin", io.StringIO())
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", answered)
    return questions, answers


@pytest.mark.parametrize(("answer", "code"), [("j", 0), ("", 1), ("n", 1)])
def test_on_a_terminal_a_near_name_is_asked_for(tmp_path, asked, answer, code):
    file = long_csv(tmp_path, "naboklager;Møleparken;2025;9")
    questions, answers = asked
    answers["Møleparken -> Mølleparken (moelleparken)? [y/N] "] = answer
    draft = tmp_path / "kladder" / "ny"
    assert main(["import", str(file), "--package", str(TINYTOWN), "--into", str(draft)]) == code
    assert questions == [*answers]
    assert draft.exists() == (code == 0)


NEW_PLACE = {"type": "Feature", "properties": {"name": "Møllepladsen", "kind": "access"},
             "geometry": {"type": "Point", "coordinates": [9.5, 56.1]}}  # fmt: skip


@pytest.mark.parametrize(("answer", "code"), [("y", 0), ("", 1)])
def test_on_a_terminal_what_is_new_is_asked_for(tmp_path, asked, capsys, answer, code):
    file, draft = tmp_path / "n.geojson", tmp_path / "kladder" / "ny"
    file.write_text(json.dumps(NEW_PLACE), encoding="utf-8")
    questions, answers = asked
    answers["Møllepladsen -> a new one (moellepladsen)? [y/N] "] = answer
    command = ["import", str(file), "--as", "places", "--package", str(TINYTOWN), "--error", "5",
               "--confidence", "high", "--into", str(draft)]  # fmt: skip
    assert main(command) == code
    assert questions == [*answers]
    told = capsys.readouterr()
    assert ("Møllepladsen was taken as new, moellepladsen" in told.out) == (code == 0)
    assert ("added: places, moellepladsen (Møllepladsen)" in told.out) == (code == 0)


def test_what_is_new_is_said_on_the_command_line_and_never_by_yes(tmp_path, capsys):
    file, draft = tmp_path / "n.geojson", tmp_path / "kladder" / "ny"
    file.write_text(json.dumps(NEW_PLACE), encoding="utf-8")
    command = ["import", str(file), "--as", "places", "--package", str(TINYTOWN), "--error", "5",
               "--confidence", "high", "--into", str(draft)]  # fmt: skip
    assert main([*command, "--yes"]) == 1
    assert not draft.exists()
    assert main([*command, "--new", "Møllepladsen"]) == 0
    assert "1 new places" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--into", "x"], "name the files and --into DRAFT, or --template OUT"),
        (["a.csv"], "name the files and --into DRAFT"),
        (["a.csv", "--into", "x", "--confirm", "Søgade"], "'Søgade' is no NAME=ID"),
        (["a.csv", "--into", "x", "--new", "=x"], "'=x' is no NAME=ID"),
        (["a.csv", "--into", "x", "--new", "?"], "'?' makes no id; allowed: NAME=ID"),
        (
            ["a.csv", "--into", "x", "--as", "houses"],
            "'houses' cannot be imported; allowed: observations, areas, parks, places, paths, goals",
        ),
    ],
)
def test_a_command_that_says_too_little_is_refused(capsys, arguments, words):
    try:
        code = main(["import", *arguments])
    except SystemExit as ended:
        code = ended.code
    assert code == 2
    assert words in capsys.readouterr().err


def test_what_cannot_be_written_is_told(tmp_path, capsys):
    out = tmp_path / "nowhere" / "t.xlsx"
    assert main(["import", "--package", str(TINYTOWN), "--template", str(out)]) == 1
    assert "t.xlsx: cannot be written: No such file or directory" in capsys.readouterr().err
    assert main(["import", "a.csv", "--package", str(out), "--into", str(tmp_path / "d")]) == 1
    assert "found no such folder" in capsys.readouterr().err
    file = long_csv(tmp_path, f"{NEIGHBOURS};Søgade;2025;14")
    command = ["import", str(file), "--package", str(TINYTOWN), "--into", str(tmp_path / "k" / "d")]
    assert main([*command, "--report", str(out)]) == 1
    assert "t.xlsx: cannot be written: No such file or directory" in capsys.readouterr().err


def test_what_is_not_known_is_new_only_where_somebody_says_so(tmp_path, capsys):
    place = {"type": "Feature", "properties": {"name": "Nyparken"},
             "geometry": {"type": "Point", "coordinates": [9.5, 56.1]}}  # fmt: skip
    (tmp_path / "n.geojson").write_text(json.dumps(place), encoding="utf-8")
    for package in (TINYTOWN, KYSTBY):
        command = [
            "import",
            str(tmp_path / "n.geojson"),
            "--as",
            "places",
            "--package",
            str(package),
        ]
        assert main([*command, "--into", str(tmp_path / "k" / "d")]) == 1
        told = capsys.readouterr().err
        assert (
            "found 'Nyparken', which is not known; allowed: a name or id of places.geojson" in told
        )
        assert "places.geojson; or say that it is new" in told
        assert '--new "Nyparken=nyparken"' in told
