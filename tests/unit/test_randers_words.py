"""The sentences of the shipped package say neither more nor less than the report."""

from dashboard.catalogue import catalogue


def by_id(records):
    return {record.id: record for record in records}


def test_the_youth_school_tells_both_the_fall_of_the_footnote_and_the_rise_of_the_table(randers):
    series = by_id(randers.indicators)["ungdomsskolen-14-18"]
    printed = {
        (o.geography, o.period): o.value for o in randers.observations if o.indicator == series.id
    }
    assert [printed["jennumparken", y] for y in ("2020", "2025")] == [20, 31]
    assert [printed["glarbjergvej", y] for y in ("2020", "2025")] == [22, 23]
    for words in ("fald", "stigning", "20 % til 31 %", "22 % til 23 %"):
        assert words in series.population_da
    for words in ("fall", "rise", "20% to 31%", "22% to 23%"):
        assert words in series.population_en


def test_hfu_is_told_in_the_words_of_the_report(randers):
    series = by_id(randers.indicators)["grundskole-ikke-i-uddannelse-18-29"]
    assert "HFU (højest færdiggjorte uddannelse)" in series.definition_da
    assert catalogue("da").text("glossary.hfu.text") == "Højest færdiggjorte uddannelse."


def test_a_start_measurement_is_not_said_to_be_from_before_the_plan(randers):
    years = {o.period for o in randers.observations if o.role == "baseline"}
    assert {"", "2021"} < years
    assert "dens første år eller stå uden årstal" in catalogue("da").text("glossary.baseline.text")
    assert "its first year or stand without a year" in catalogue("en").text(
        "glossary.baseline.text"
    )


def test_only_the_easter_hunt_is_said_to_be_held_for_several_years(randers):
    held = {o.id for o in randers.offers if "flere år" in o.text_da}
    assert held == {o.id for o in randers.offers if "several years" in o.text_en} == {"paaskejagt"}


def test_who_pays_is_told_with_the_sum(randers):
    for measure in ("infrastruktur-fra", "infrastruktur-til"):
        figure = next(f for f in randers.figures if f.measure == measure)
        assert "fra Landsbyggefonden" in figure.text_da
        assert "from Landsbyggefonden" in figure.text_en


def test_the_barracks_are_not_called_former_and_have_no_size_without_a_source(randers):
    assert [catalogue(c).text("kind.barracks") for c in ("da", "en")] == ["Kaserne", "Barracks"]
    assert "kasernen" not in {f.feature for f in randers.figures}
    row = randers.layers["parks"].loc["kasernen"]
    assert not any(c.isdigit() for c in row["description_da"].replace("2019", ""))
