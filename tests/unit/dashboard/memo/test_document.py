"""The memo's content says what the package says, and computes nothing that it may not."""

from datetime import date
from pathlib import Path

import pytest

from dashboard.memo.document import question, view_path, write_memo
from dashboard.memo.figures import write_change, write_matrix, write_values
from dashboard.memo.request import Asked, plan_memo
from dashboard.memo.verdicts import write_verdicts
from dashboard.sitemap import PAGES

NBSP = "\N{NO-BREAK SPACE}"


def memo_of(subject, *indicators, **asked):
    return plan_memo(subject, Asked(indicators, **asked))


def content(subject, memo, **options):
    given = {"made": date(2026, 1, 2), "public_url": "", **options}
    return write_memo(memo, subject, **given)


def test_two_years_stand_side_by_side_with_the_change_or_why_there_is_none(subjects):
    subject = subjects["da"]
    memo = memo_of(subject, "skolefravaer", year=2023, earlier=2022)
    change = write_change(memo, subject)
    rows = {row[0]: [cell.replace(NBSP, " ") for cell in row[1:]] for row in change["rows"]}
    assert change["head"][1:3] == ["skoleåret 2021/22", "skoleåret 2022/23"]
    assert rows["Gl. Jennumparken"] == [
        "9,2 % (?)",
        "6,6 %",
        subject.words.text("memo.change.doubtful"),
    ]
    assert rows["Vangdalen"][:2] == ["94 % (✕)", "6,2 %"]
    assert rows["Vangdalen"][2] == subject.words.text("memo.change.invalid")
    assert rows["Randers Kommune"] == ["7,1 %", "5,9 %", "−1,2 procentpoint: bedre"]
    assert "Dele af det centrale Randers" not in rows


def test_a_part_of_a_year_is_not_judged(subjects):
    subject = subjects["da"]
    shares = write_change(memo_of(subject, "skolefravaer", year=2024, earlier=2020), subject)
    assert shares["rows"][0][-1] == "+4,2\N{NO-BREAK SPACE}procentpoint: del af år, vurderes ikke"
    memo = memo_of(subject, "uden-for-arbejdsmarkedet", year=2025, earlier=2021)
    counts = write_change(memo, subject)
    assert {row[-1] for row in counts["rows"]} == {subject.words.text("memo.change.part_year")}


def test_the_sum_is_marked_as_computed(subjects):
    subject = subjects["en"]
    memo = memo_of(subject, "uden-for-arbejdsmarkedet", places=("tre-boligomraader",))
    (row,) = write_change(memo, subject)["rows"]
    assert row[0].endswith("(computed)")
    assert row[1:] == ["956", "964", "+8\N{NO-BREAK SPACE}full-year persons: worse"]


def test_the_matrix_has_the_latest_figure_of_the_years_that_verdicts_look_at(subjects):
    """Whatever year is mapped: a memo does not say less in its matrix than in its verdicts."""
    subject = subjects["da"]
    memo = memo_of(
        subject, "skolefravaer", "ungdomsuddannelse-15-mdr", "udsaettelser", year=2023, earlier=2022
    )
    matrix = write_matrix(memo, subject)
    rows = {row["name"]: row["cells"] for row in matrix["rows"]}
    absence, education, evictions = rows["Gl. Jennumparken"]
    assert (absence["value"], absence["period"]) == (f"9,9{NBSP}%", "skoleåret 2023/24")
    assert education["period"] == "2025"
    assert education["lines"][0] == "−8,4 til Randers Kommune: dårligere"
    assert (evictions["value"], evictions["lines"]) == ("0 (?)", [])
    assert rows["Randers Kommune"][2]["value"] == subject.words.text("memo.none")
    assert "Sjællandsgade-kvarteret" in matrix["without"]


def test_a_caveat_of_one_place_among_several_names_it_once(subjects):
    memo = memo_of(
        subjects["da"],
        "ungdomsuddannelse-15-mdr",
        places=("jennumparken", "hermann-stillings-vej", "energivej"),
    )
    (target,) = [t for goal in write_verdicts(memo, subjects["da"]) for t in goal["targets"]]
    assert "Hermann Stillings Vej-området: Ikke opfyldt i 2022 og 2023." in target["caveats"]
    assert "Energivej-området: Ikke opfyldt i 2022, 2023 og 2024." in target["caveats"]
    stated = [c for c in target["caveats"] if "datagrundlaget er meget småt" in c]
    assert [c.count("Energivej-området") for c in stated] == [1]


def test_a_year_that_cannot_be_told_is_one_sentence(subjects):
    memo = memo_of(subjects["da"], "udsaettelser", places=("energivej",))
    (target,) = [t for goal in write_verdicts(memo, subjects["da"]) for t in goal["targets"]]
    assert target["caveats"][:2] == [
        "2023/24, De fem områder lagt sammen (8): kan ikke afgøres: et tal er tvivlsomt.",
        "2024/25, De fem områder lagt sammen (13): kan ikke afgøres: et tal er tvivlsomt.",
    ]


def test_an_equal_figure_is_level_with_the_benchmark(subjects):
    memo = memo_of(subjects["da"], "ungdomsskolen-14-18", places=("jennumparken",))
    (cell,) = write_matrix(memo, subjects["da"])["rows"][0]["cells"]
    assert (cell["value"], cell["lines"][0]) == (f"31{NBSP}%", "samme niveau som Randers Kommune")


def test_nothing_is_computed_of_a_doubtful_figure(subjects):
    subject = subjects["da"]
    memo = memo_of(subject, "udsaettelser", places=("glarbjergvej",), year=2025)
    (cell,) = write_matrix(memo, subject)["rows"][0]["cells"]
    assert (cell["value"], cell["lines"]) == ("3 (?)", [])


def test_every_figure_stands_with_its_cells(subjects, randers):
    subject = subjects["da"]
    memo = memo_of(subject, "skolefravaer", places=("vangdalen", "energivej"))
    (values,) = write_values(memo, subject)
    own = [o for o in randers.observations if o.indicator == "skolefravaer"
           and o.geography in ("vangdalen", "energivej", "randers-kommune")]  # fmt: skip
    shown = [cell.split(" (")[0] for row in values["rows"] for cell in row[1:]]
    none = subject.words.text("memo.none")
    assert sorted(v for v in shown if v != none) == sorted(subject.cells.value(o) for o in own)
    said = " ".join(values["cells"])
    for o in own:
        assert all(part in said for part in (o.source_table, o.source_row, o.source_column))


def test_the_worked_example_of_the_three_areas_is_not_reached(subjects):
    subject = subjects["da"]
    memo = memo_of(subject, "uden-for-arbejdsmarkedet", places=("tre-boligomraader",))
    (goal,) = write_verdicts(memo, subject)
    (target,) = goal["targets"]
    ((place, verdict, sentence),) = target["judgements"]
    assert place == "Tre boligområder lagt sammen"
    assert verdict.endswith("ikke nået")
    assert all(number in sentence for number in ("956", "964", "896"))
    caveats = " ".join(target["caveats"])
    assert "889" in caveats
    assert "gruppen" in caveats


def test_verdicts_are_of_the_memos_series_and_places_only(subjects):
    subject = subjects["da"]
    memo = memo_of(subject, "skolefravaer", places=("vangdalen",))
    (goal,) = write_verdicts(memo, subject)
    assert [j[0] for t in goal["targets"] for j in t["judgements"]] == ["Vangdalen"]
    memo = memo_of(subject, "karakterer-9-klasse", places=("helhedsplan",))
    assert len(write_verdicts(memo, subject)) == 1


def test_findings_are_said_gravest_first_and_each_once(subjects):
    subject = subjects["da"]
    said = content(subject, memo_of(subject, "skolefravaer"))["caveats"]
    (group,) = said
    severities = [item["severity"] for item in group["items"]]
    grave = subject.words.text("ui.severity.invalid")
    assert severities[0] == grave
    assert severities == sorted(severities, key=lambda s: s != grave)
    texts = [item["text"] for item in group["items"]]
    assert len(set(texts)) == len(texts)
    assert any("94" in item["who"] and "Vangdalen" in item["who"] for item in group["items"])


def test_an_empty_cell_of_what_is_compared_with_is_a_caveat(subjects):
    subject = subjects["da"]
    memo = memo_of(subject, "skolefravaer", against="randers-kommune")
    (group,) = content(subject, memo)["caveats"]
    assert "Randers Kommune, 2023/24: feltet er tomt i rapporten." in [
        i["text"] for i in group["items"]
    ]
    alone = content(subject, memo_of(subject, "skolefravaer", against=""))["caveats"][0]
    assert not any("feltet er tomt" in item["text"] for item in alone["items"])


def test_a_town_without_a_finding_has_no_caveats(town_subjects):
    subject = town_subjects["en"]
    memo = memo_of(subject, "laesegrupper", places=("bakkegaarden",), against="")
    assert content(subject, memo)["caveats"] == []


def test_the_question_names_places_series_years_and_benchmark(subjects):
    subject = subjects["en"]
    memo = memo_of(subject, "skolefravaer", "udsaettelser", places=("vangdalen", "energivej"))
    assert question(memo, subject) == (
        "Is it getting better in Vangdalen and the Energivej area? The memo shows “School absence, "
        "years 0-9” and “Evictions”, with 2020 and 2024 side by side. For comparison: "
        "Randers Municipality."
    )


def test_the_link_is_a_path_without_a_public_address(subjects):
    subject = subjects["da"]
    memo = memo_of(subject, "skolefravaer", places=("vangdalen",))
    said = content(subject, memo)
    assert (said["link"], said["qr"]) == (view_path(memo, subject), "")
    assert "indikator=skolefravaer&omraader=vangdalen&aar=2024&fra=2020" in said["link"]
    said = content(subject, memo, public_url="https://tal.example.dk/by/")
    assert said["link"] == f"https://tal.example.dk/by{view_path(memo, subject)}"
    assert said["qr"].startswith("<svg")


def test_the_link_leads_to_a_page_that_exists(subjects):
    memo = memo_of(subjects["da"], "skolefravaer")
    assert PAGES[view_path(memo, subjects["da"]).partition("?")[0]] == "compare"


@pytest.mark.parametrize(
    ("indicators", "theme"),
    [(("skolefravaer", "ungdomsuddannelse-15-mdr"), "uddannelse"), (("skolefravaer", "udsaettelser"), "")],
)  # fmt: skip
def test_several_series_lead_to_the_matrix_that_shows_them(subjects, indicators, theme):
    path = view_path(memo_of(subjects["da"], *indicators, year=2024), subjects["da"])
    assert f"fane=matrix&tema={theme}&naar=year&" in path
    assert "aar=2024" in path


def test_a_year_that_gave_way_is_said(subjects):
    subject = subjects["en"]
    said = content(subject, memo_of(subject, "skolefravaer", year=2024, earlier=2017))["moved"]
    assert said == (
        "There are no figures for “School absence, years 0-9” in 2017; the memo shows 2020, "
        "the nearest year."
    )
    assert content(subject, memo_of(subject, "skolefravaer", year=2020, earlier=2017))["moved"]
    assert content(subject, memo_of(subject, "skolefravaer"))["moved"] == ""


def test_every_picture_has_words(subjects):
    subject = subjects["en"]
    said = content(subject, memo_of(subject, "skolefravaer", "udsaettelser"))
    for picture in (said["map"], *said["charts"]):
        assert len(picture["alt"]) > 200
        assert picture["svg"].startswith("<?xml")


def test_nothing_is_worded_in_the_template():
    """Only what is between brackets would be words; they hold data and marks only."""
    source = Path("dashboard/memo/template.typ").read_text(encoding="utf-8")
    code = "\n".join(line.split("//")[0] for line in source.splitlines())
    assert not [c for c in code if c in "æøåÆØÅ"]
    assert "words.kicker" in code


@pytest.mark.parametrize("language", ["da", "en"])
def test_another_town_has_a_memo_too(town_subjects, language):
    subject = town_subjects[language]
    memo = memo_of(subject, "naboklager", "laesegrupper")
    said = content(subject, memo)
    assert (memo.earlier, memo.year, memo.against) == (2019, 2024, "tinby-kommune")
    assert len(said["charts"]) == 2


def test_the_word_on_the_trend_stands_under_its_chart_as_on_the_page(subjects):
    """25, 0, 80, 70, 100 %: 14 of 120 orders are as sure, twice that is p = 0.233."""
    memo = memo_of(subjects["da"], "ungdomsuddannelse-15-mdr", "skolefravaer",
                   places=("energivej", "vangdalen"))  # fmt: skip
    written = content(subjects["da"], memo)
    youth, absence = (chart["trend"] for chart in written["charts"])
    assert "Energivej-området: ingen sikker retning fra 2020 til 2025 (5 tal, p = 0,233)." in youth
    assert absence.startswith("For få sammenlignelige tal")
    assert absence.count("(2)") == 2
    assert "Kendall" in written["trend_method"]
