"""What the tables of the comparing page show equals the package, value by value."""

from collections import Counter

import pytest

from dashboard.catalogue import LANGUAGES
from dashboard.payload.compare.activities import write_efforts
from dashboard.payload.compare.document import write_compare
from dashboard.payload.compare.matrix import ROWS, write_matrix
from dashboard.payload.compare.passports import write_passports
from dashboard.pictures.subject import subjects_of
from geodata.rules.quality import by_observation, find, severity_of
from geodata.tables.findings import Severity
from geodata.tables.periods import clock_year
from layers.view import build_view
from tests.packages_editing import with_value

NBSP = "\N{NO-BREAK SPACE}"


def subject(package, language="da"):
    return subjects_of(package, build_view(package))[language]


@pytest.fixture(scope="module", params=["randers", "tinytown", "kystby"])
def package(request):
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="module")
def danish(randers):
    return subject(randers)


@pytest.fixture(scope="module")
def matrix(danish):
    return write_matrix(danish)


@pytest.fixture(scope="module")
def passports(danish):
    return write_passports(danish)


def entry(matrix, indicator, place, year):
    return next(e for e in matrix["series"][indicator]["places"][place] if e["year"] == year)


def test_every_printed_figure_of_a_place_is_in_the_matrix_once(package):
    kinds = {g.id: g.kind for g in package.geographies}
    wanted = Counter(
        (o.indicator, o.geography, clock_year(o.period), o.value)
        for o in package.observations
        if kinds[o.geography] in ROWS
    )
    found = Counter(
        (indicator, place, e["year"], e["value"])
        for indicator, series in write_matrix(subject(package))["series"].items()
        for place, own in series["places"].items()
        for e in own
        if not e["computed"]
    )
    assert found == wanted


def test_figures_of_a_place_stand_in_the_order_of_years(matrix):
    for series in matrix["series"].values():
        for own in series["places"].values():
            years = [e["year"] or 0 for e in own]
            assert years == sorted(years)


def test_a_gap_says_what_it_is_held_against(matrix):
    gap = entry(matrix, "skolefravaer", "jennumparken", 2023)["gaps"]["randers-kommune"]
    assert gap == {
        "value": 0.7, "text": "+0,7", "direction": "higher", "judged": "worse", "unsure": "",
        "against": [f"5,9{NBSP}%", "skoleåret 2022/23"], "differ": False,
    }  # fmt: skip


def test_an_invalid_figure_has_its_reason_and_its_mark(matrix):
    invalid = entry(matrix, "skolefravaer", "vangdalen", 2022)
    assert (invalid["severity"], invalid["gaps"]["randers-kommune"]) == ("invalid", "invalid")
    assert any("Begyndt på ungdomsuddannelse samme år" in said for said in invalid["said"])


def test_a_missing_pair_is_left_for_the_browser_to_name(matrix):
    assert entry(matrix, "skolefravaer", "jennumparken", 2024)["gaps"] == {}


def test_the_sum_is_marked_as_computed(matrix):
    total = entry(matrix, "uden-for-arbejdsmarkedet", "tre-boligomraader", 2024)
    assert (total["value"], total["computed"], total["change"]["text"]) == (964, True, "+8")
    assert total["change"]["judged"] == "worse"


def test_every_comparison_group_has_gaps_of_its_own(matrix):
    held = {
        group
        for series in matrix["series"].values()
        for own in series["places"].values()
        for e in own
        for group, gap in e["gaps"].items()
        if not isinstance(gap, str)
    }
    assert held == {"randers-kommune", "danmark", "store-almene-omraader-198"}


def test_english_figures_have_points_and_no_danish_words(randers):
    english = write_matrix(subject(randers, "en"))
    gap = entry(english, "skolefravaer", "jennumparken", 2023)["gaps"]["randers-kommune"]
    assert (gap["text"], gap["against"]) == ("+0.7", ["5.9%", "school year 2022/23"])


def test_coverage_counts_are_those_of_the_package(package):
    found = by_observation(find(package))
    words = {None: "figure", Severity.NOTE: "marked", Severity.DOUBTFUL: "doubtful",
             Severity.INVALID: "invalid"}  # fmt: skip
    for indicator, passport in write_passports(subject(package)).items():
        own = [o for o in package.observations if o.indicator == indicator]
        wanted = Counter(words[severity_of(found.get(o.key, ()))] for o in own)
        cells = [c for row in passport["coverage"] for c in row["cells"].values()]
        empty = [b for b in package.blanks if (b.indicator, b.kind) == (indicator, "empty")]
        assert [c[1:] for c in cells if c[0] == "none"] == [["tomt felt", b.period] for b in empty]
        cells = [c for c in cells if c[0] != "none"]
        assert passport["counts"] == {**dict.fromkeys(passport["counts"], 0), **wanted}
        assert Counter(cell[0] for cell in cells) == wanted


def test_coverage_has_every_area_and_every_year(package):
    years = [clock_year(o.period) for o in package.observations if o.period]
    for passport in write_passports(subject(package)).values():
        assert passport["years"] == list(range(min(years), max(years) + 1))
        rows = [row["geography"] for row in passport["coverage"]]
        assert rows[: len(package.areas)] == [area.id for area in package.areas]


def test_coverage_names_the_figure_and_its_period(passports):
    row = next(r for r in passports["skolefravaer"]["coverage"] if r["geography"] == "energivej")
    assert row["cells"]["2022"] == ["invalid", f"83{NBSP}%", "skoleåret 2021/22"]
    assert "2021" not in row["cells"]


def test_a_figure_without_a_year_has_a_column_of_its_own(passports):
    cells = [r["cells"] for r in passports["jobparate"]["coverage"] if r["cells"]]
    assert {own[""][2] for own in cells} == {"uden årstal"}


def test_every_finding_of_the_package_is_in_a_passport_with_its_cell(randers, passports):
    wanted = Counter((f.observation.indicator, f.observation.source_text, f.severity.name.lower())
                     for f in find(randers))  # fmt: skip
    found = Counter(
        (indicator, cell["source"][3], finding["severity"])
        for indicator, passport in passports.items()
        for finding in passport["findings"]
        for cell in finding["cells"]
    )
    assert found == wanted


def test_findings_come_gravest_first(passports):
    order = ["invalid", "doubtful", "note"]
    for passport in passports.values():
        ranks = [order.index(finding["severity"]) for finding in passport["findings"]]
        assert ranks == sorted(ranks)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_activity_and_every_figure_of_the_evaluation_has_its_theme(package, language):
    themes = write_efforts(subject(package, language))
    activities = [a for theme in themes for g in theme["groups"] for a in g["activities"]]
    evaluation = [e for theme in themes for e in theme["evaluation"]]
    assert Counter(a["result"] for a in activities) == Counter(
        getattr(a, f"result_{language}") for a in package.activities
    )
    assert Counter(e["text"] for e in evaluation) == Counter(
        getattr(e, f"text_{language}") for e in package.evaluation
    )


def test_sixteen_activities_stand_beside_the_series_of_their_theme(danish):
    themes = {theme["id"]: theme for theme in write_efforts(danish)}
    counts = {
        name: [len(g["activities"]) for g in theme["groups"]] for name, theme in themes.items()
    }
    assert counts == {"uddannelse": [9, 1], "beskaeftigelse": [1, 2],
                      "kriminalitetsforebyggelse": [5, 7, 1], "sammenhaengskraft": [1, 7, 2]}  # fmt: skip
    first = themes["uddannelse"]["groups"][0]
    assert (first["listed"], first["heading"][-3:]) == ("result_table", "(9)")
    assert "skolefravaer" in themes["uddannelse"]["indicators"]
    assert {e["theme"] for e in themes["uddannelse"]["evaluation"]} == {"uddannelse"}


def test_verdicts_have_a_word_and_a_sign_each(danish):
    document = write_compare(danish)
    words = document["verdictWords"]
    judged = [j for g in document["verdicts"] for t in g["targets"] for j in t["judgements"]]
    assert {j["verdict"] for j in judged} <= set(words)
    assert all(words[j["verdict"]] == {"word": j["word"], "glyph": j["glyph"]} for j in judged)
    assert len({word["glyph"] for word in words.values()}) == len(words)


def test_a_changed_figure_changes_matrix_and_passport(tinytown):
    changed = subject(with_value(tinytown, "laesegrupper", "soegade", "2023/24", value=17.3))
    assert entry(write_matrix(changed), "laesegrupper", "soegade", 2024)["text"] == f"17,3{NBSP}%"
    rows = write_passports(changed)["laesegrupper"]["coverage"]
    assert ["figure", f"17,3{NBSP}%", "skoleåret 2023/24"] in [r["cells"].get("2024") for r in rows]
