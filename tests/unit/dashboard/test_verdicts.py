"""Verdicts are told in whole sentences that hold the very figures they rest on."""

import json
import re
from dataclasses import replace

import pytest

from dashboard.catalogue import LANGUAGES, catalogue
from dashboard.payload.cells import CellWriter
from dashboard.payload.compare.verdicts import write_verdicts
from geodata.verdicts import judge
from tests.packages_editing import with_value
from tests.unit.geodata.verdicts.worked import FIVE, THREE

NBSP = "\N{NO-BREAK SPACE}"
UNFILLED = re.compile(r"[{}]|\(\s*\)|\(\N{EN DASH}\)|\s{2}|\bNone\b|\bnan\b|\.\.")


def written(package, language):
    return write_verdicts(package, CellWriter(package, catalogue(language)))


def judgements(goals):
    return [j for goal in goals for target in goal["targets"] for j in target["judgements"]]


def find(goals, series, kind, places):
    """The one judgement of a target on some places."""
    found = [
        j
        for goal in goals
        for target in goal["targets"]
        for j in target["judgements"]
        if (";".join(target["indicators"]), target["kind"]) == (series, kind)
        and j["geographies"] == [*places]
    ]
    assert len(found) == 1
    return found[0]


def texts(part):
    if isinstance(part, str):
        yield part
    for inner in (
        part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    ):
        yield from texts(inner)


@pytest.fixture(scope="module", params=LANGUAGES)
def goals(request, randers):
    return written(randers, request.param)


@pytest.fixture(scope="module")
def danish(randers):
    return written(randers, "da")


def test_every_goal_target_and_judgement_is_there_once(randers, goals):
    assert [goal["id"] for goal in goals] == [goal.id for goal in randers.goals]
    assert [g["level"] for g in goals] == ["strategic"] * 4 + ["sub"] * 8
    assert sum(len(goal["targets"]) for goal in goals) == len(randers.targets)
    assert len(judgements(goals)) == len(judge(randers)) == 40


def test_all_is_plain_data_without_gaps_in_its_words(goals):
    assert json.loads(json.dumps(goals)) == goals
    sentences = [j["sentence"] for j in judgements(goals)] + [j["asked"] for j in judgements(goals)]
    sentences += [caveat for j in judgements(goals) for caveat in j["caveats"]]
    sentences += [y["why"] for j in judgements(goals) for y in j["years"] if y["hit"] is None]
    assert [text for text in sentences if UNFILLED.search(text) or not text] == []


def test_a_verdict_is_told_by_word_and_sign(danish):
    signs = {(j["verdict"], j["word"], j["glyph"]) for j in judgements(danish)}
    assert signs == {
        ("reached", "nået", "✓"), ("on_the_way", "på vej", "→"),
        ("not_reached", "ikke nået", "✗"), ("undecided", "kan ikke afgøres", "?"),
    }  # fmt: skip


def test_outside_the_labour_market(danish):
    told = find(danish, "uden-for-arbejdsmarkedet", "change_per_year", THREE)
    assert (told["word"], told["until"], told["place"]) == (
        "ikke nået", "2024", "Tre boligområder lagt sammen")  # fmt: skip
    assert told["sentence"] == (
        "De tre boligområder lagt sammen: fra 956 (2021) til 964 (2024), men målet svarer til højst 896."
    )
    assert told["asked"] == (
        f"\u221220{NBSP}helårspersoner om året, regnet fra startmålingen: 956 (2021)."
    )
    assert [(y["period"], y["seen"], y["word"]) for y in told["years"]] == [
        ("2022", "864", "opfyldt"), ("2023", "919", "ikke opfyldt"), ("2024", "964", "ikke opfyldt"),
        ("2025 (januar-juli)", "889", "kan ikke afgøres"),
    ]  # fmt: skip
    assert told["years"][3]["why"] == "kan ikke afgøres: tallet dækker kun en del af året."
    assert told["years"][1]["step"] == "+55 siden 2022; målet svarer til \u221220"
    assert [c["text"] for c in told["start"]["cells"]] == ["329", "331", "296"]
    about_people = [c for c in told["caveats"] if "færre beboere i aldersgruppen" in c]
    assert len(about_people) == 1
    assert "Rapporten har intet tal for Randers Kommune." in told["caveats"]


#: Printed for 2023/24 and for 2022/23.
ABSENCE = {"jennumparken": ("9,9", "6,6"), "glarbjergvej": ("8,6", "7,2"), "vangdalen": ("10,1", "6,2"),
           "hermann-stillings-vej": ("11,7", "8,6"), "energivej": ("11", "6,4")}  # fmt: skip


@pytest.mark.parametrize("place", FIVE)
def test_absence(danish, place):
    told = find(danish, "skolefravaer", "parity_with_municipality", (place,))
    assert (told["word"], told["until"]) == ("kan ikke afgøres", "skoleåret 2023/24")
    printed, above = ABSENCE[place]
    assert told["sentence"] == (
        f"{told['place']}: kan ikke afgøres for skoleåret 2023/24; det trykte tal er {printed}{NBSP}%, "
        "og rapporten har intet tal for Randers Kommune. Seneste tal, der kan afgøres: "
        f"{told['place']} har {above}{NBSP}% mod 5,9{NBSP}% i Randers Kommune (skoleåret 2022/23), "
        "altså over kommunens niveau."
    )
    assert (
        told["years"][-1]["why"] == "kan ikke afgøres: rapporten har intet tal for Randers Kommune."
    )
    assert told["startAgainst"]["text"] == f"4,5{NBSP}%"


def test_basic_school_in_english(randers):
    told = find(written(randers, "en"), "grundskole-30-59", "change_per_year", THREE)
    assert told["sentence"] == (
        "The three housing areas added up: from 939 (2020) to 812 (2024); the target amounts to at most 883."
    )
    why = told["years"][-1]["why"]
    assert why.startswith(
        "cannot be decided: the count has changed since the start measurement. From"
    )
    assert "30-64" in why


def test_the_language_target_names_the_share_behind_a_caveat(danish):
    told = find(danish, "sprog-fokuseret;sprog-saerlig", "direction", ("hermann-stillings-vej",))
    assert any(
        f"Sprogvurdering: fokuseret indsats 0{NBSP}% (2024)" in caveat for caveat in told["caveats"]
    )


def test_areas_together_without_a_name_are_listed(danish):
    told = find(danish, "udsaettelser", "direction", FIVE)
    assert told["geography"] == ""
    assert told["place"] == "De fem områder lagt sammen"


@pytest.mark.parametrize(
    ("series", "printed", "start", "read", "bound"),
    [("udsaettelser", "8 og 13", "41", "8–11 (2023/24) og 13–18 (2024/25)", "under 41"),
     ("effektive-udsaettelser", "9 og 12", "24", "6–9 (2023/24) og 7–12 (2024/25)", "under 24")],
)  # fmt: skip
def test_evictions_do_not_rest_on_the_year_in_the_middle(
    danish, series, printed, start, read, bound
):
    told = find(danish, series, "direction", FIVE)
    assert (told["word"], told["until"]) == ("kan ikke afgøres", "2024/25")
    assert told["sentence"].startswith(
        "De fem områder lagt sammen: kan ikke afgøres for 2023/24 og 2024/25; "
        f"de trykte tal er {printed} mod {start} ved startmålingen (2018/19). "
    )
    assert told["caveats"][0] == (
        "Er kun ét af de to tal forkert i hvert par, der ikke passer sammen, giver det "
        f"{read}, og målet ({bound}) ville være opfyldt, uanset hvilket. "
        "Det er en bemærkning, ikke en vurdering."
    )


@pytest.mark.parametrize(
    ("series", "before", "now"),
    [("trygge-beboere", "85 % (2018), 74 % (2021)", ("75", "69", "77")),
     ("frivilligt-arbejde", "12 % (2018), 6 % (2021)", ("26", "27", "35"))],
)  # fmt: skip
def test_where_the_plan_has_no_figures_those_of_others_are_told(danish, series, before, now):
    told = find(danish, series, "direction", ("helhedsplan",))
    said = told["sentence"].replace(NBSP, " ")
    assert said.startswith(
        "Rapporten har ingen tal for helhedsplanens fem områder i planperioden. Den har tal for andre: "
        f"Den tidligere helhedsplan Randers Nordby 2017-21: {before}; "
    )
    for place, value in zip(("Gl. Jennumparken", "Glarbjergvej-området", "Hermann Stillings Vej-området"),
                            now, strict=True):  # fmt: skip
        assert f"{place}: {value} % (2023)" in said
    assert told["asked"] == (
        "Højere end startmålingen: rapporten har intet tal for helhedsplanens fem områder."
    )


def test_what_the_report_says_itself_is_told_as_its_word(danish):
    told = find(danish, "ungdomsuddannelse-15-mdr", "parity_with_municipality", ("energivej",))
    small = [
        c.replace(NBSP, " ") for c in told["caveats"] if "datagrundlag" in c or "få personer" in c
    ]
    assert small == [
        "Rapporten skriver selv, at datagrundlaget er meget småt: Energivej-området: 100 % (2025)."
    ]


def test_a_shared_number_names_both_areas_once(danish):
    told = find(danish, "grundskole-30-59", "change_per_year", ("glarbjergvej",))
    assert (
        "Samme antal er trykt for flere områder: Gl. Jennumparken og Glarbjergvej-området: "
        "348 (2020), 286 (2024)."
    ) in told["caveats"]


@pytest.mark.parametrize(
    ("language", "said"),
    [("da", "Målet gælder Sprogvurdering: fokuseret indsats og Sprogvurdering: særlig indsats tilsammen; "
            "denne andel alene vurderes ikke"),
     ("en", "The target is on Language assessment: focused support and Language assessment: special support "
            "together; this share alone is not judged")],
)  # fmt: skip
def test_a_neutral_share_of_a_target_on_several_says_so(randers, language, said):
    cells = CellWriter(randers, catalogue(language))
    assert cells.polarity(cells.series["sprog-fokuseret"]) == said
    neutral = catalogue(language).text("polarity.neutral")
    assert cells.polarity(cells.series["jobparate"]) == neutral
    assert cells.polarity(cells.series["sprog-saerlig"]) == catalogue(language).text(
        "polarity.lower"
    )


def test_blocks_are_told_in_one_sentence(danish):
    told = find(danish, "sprog-fokuseret;sprog-saerlig", "direction", ("jennumparken",))
    assert told["years"][-1]["why"].startswith(
        "kan ikke afgøres: ét tal kan ikke bruges, et andet er tvivlsomt og opgørelsen er ændret siden "
        "startmålingen. Fra 2025"
    )


def test_every_cell_leads_to_a_printed_value(randers, danish):
    printed = {
        (o.source_table, o.source_row, o.source_column, o.source_text) for o in randers.observations
    }
    cells = [c for j in judgements(danish) for year in j["years"] for c in year["cells"]]
    assert cells
    assert {tuple(cell["source"]) for cell in cells} <= printed


def test_no_figure_in_a_sentence_is_new(randers, danish):
    """Every number in a reason is printed, a sum, a bound, a gap, or a period."""
    for told, judged in zip(judgements(danish), _in_order(randers), strict=True):
        known = " ".join([*texts({k: v for k, v in told.items() if k != "sentence"}), judged])
        numbers = re.findall(r"\d+(?:,\d+)?", told["sentence"])
        assert [n for n in numbers if n not in re.findall(r"\d+(?:,\d+)?", known)] == []


def _in_order(package):
    """What may stand in a sentence besides: the year asked, and the gaps worked out by hand."""
    by_goal = [(t, j) for g in package.goals for t in package.targets if t.goal == g.id
               for j in judge(package) if j.target is t]  # fmt: skip
    for target, judged in by_goal:
        seen = judged.last
        gaps = [
            abs(own.value - other.value)
            for own, other in (
                (seen.seen, seen.against) if seen else (None, None),
                (judged.start, judged.start_against),
            )
            if own and other
        ]
        written = [f"{gap:.1f}".removesuffix(".0").replace(".", ",") for gap in gaps]
        yield " ".join(
            [
                target.text_da,
                str(package.descriptor.as_of.year),
                *written,
                *_elsewhere(package, judged),
            ]
        )


def _elsewhere(package, judged):
    """What is printed for others, with their names."""
    names = {g.id: g.name_da for g in package.geographies}
    for o in judged.elsewhere:
        yield f"{names[o.geography]} {o.value:g} {o.period}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_town_is_told_too(tinytown, language):
    told = judgements(written(tinytown, language))
    assert [j["verdict"] for j in told] == ["undecided", "undecided", "reached"]
    assert [s for j in told for s in (j["sentence"], j["asked"]) if UNFILLED.search(s)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_cannot_be_decided_is_told_without_a_start(tinytown, language):
    own = tuple(o for o in tinytown.observations if o.role == "status")
    told = judgements(written(replace(tinytown, observations=own), language))
    assert told[2]["verdict"] == "undecided"
    assert told[2]["start"] is None
    assert [s for j in told for s in (j["sentence"], j["asked"]) if UNFILLED.search(s)] == []


def test_a_town_without_a_year_at_the_start(tinytown):
    town = tinytown
    for place in ("moelleparken", "soegade"):
        town = with_value(town, "naboklager", place, "2019", period="")
    told = judgements(written(town, "da"))[2]
    assert "intet årstal" in told["sentence"]
    assert told["asked"].endswith(": 42 (uden årstal).")
