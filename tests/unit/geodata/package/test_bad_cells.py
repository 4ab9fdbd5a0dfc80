"""A cell that cannot stand is named with its row, its column and what is allowed."""

import pytest

from tests.packages_editing import (
    edit_cell,
    faults_of,
    only_fault,
)

#: table, row, column, new text -> what was found, what is allowed
BAD_CELLS = {
    "unknown indicator": (("observations", 2, "indicator", "noget"), "'noget' in indicator", "an id of indicators.csv"),
    "unknown geography": (("observations", 2, "geography", "noget"), "'noget' in geography", "an id of geographies.csv"),
    "unknown goal": (("indicators", 2, "goal", "noget"), "'noget' in goal", "an id of goals.csv"),
    "unknown whole": (("indicators", 3, "subset_of", "noget"), "'noget' in subset_of", "an id of indicators.csv"),
    "unknown alias": (("aliases", 2, "geography", "noget"), "'noget' in geography", "an id of geographies.csv"),
}  # fmt: skip


BAD_VALUES = {
    "text for a number": (("observations", 3, "value", "mange"), "'mange'", "a number with a decimal point"),
    "decimal comma": (("observations", 3, "value", "14,2"), "'14,2'", "a number with a decimal point"),
    "thousands": (("observations", 3, "value", "1_4"), "'1_4'", "a number with a decimal point"),
    "percent sign": (("observations", 3, "value", "14%"), "'14%'", "a number with a decimal point"),
    "foreign digits": (("observations", 3, "value", "١٤"), "'١٤'", "a number with a decimal point"),
    "nan": (("observations", 3, "value", "NaN"), "NaN", "a number"),
    "infinity": (("observations", 3, "value", "INF"), "INF", "a number"),
    "too large": (("observations", 13, "value", "9" * 400), "inf", "a finite number"),
    "no value": (("observations", 3, "value", ""), "''", "must not be empty"),
    "share of 140 %": (("observations", 3, "value", "140"), "140 %", "a share from 0 to 100 %"),
    "negative share": (("observations", 3, "value", "-1"), "-1 %", "a share from 0 to 100 %"),
    "negative count": (("observations", 13, "value", "-1"), "-1", "0 or more"),
    "half a count": (("observations", 13, "value", "24.5"), "24.5", "a whole number"),
    "too many decimals": (("observations", 3, "value", "14.25"), "14.25", "at most 1 decimals"),
    "no persons": (("observations", 6, "n", "0"), "'0'", "1 or more"),
    "half persons": (("observations", 6, "n", "150.5"), "'150.5'", "a whole number"),
    "unknown role": (("observations", 3, "role", "start"), "'start'", "baseline or status"),
    "malformed period": (("observations", 3, "period", "2020-21"), "'2020-21'", "text of the form"),
    "years apart": (("observations", 3, "period", "2020/22"), "'2020/22'", "2022/23 (two years in a row)"),
    "foreign period": (("observations", 13, "period", "٢٠١٩"), "'٢٠١٩'", "2023, 2022/23"),
    "off the clock": (("observations", 3, "period", "2016/17"), "'2016/17'", "a period on the clock, 2018 to 2026"),
    "backwards days": (("observations", 6, "period_end", "2022-07-31"), "2022-07-31, before 2022-08-01", "a day after the start"),
    "short date": (("observations", 6, "period_start", "2022-8-1"), "'2022-8-1'", "a date as YYYY-MM-DD"),
    "no such day": (("milestones", 4, "date", "2022-02-30"), "'2022-02-30'", "a date as YYYY-MM-DD"),
    "plausible nan": (("indicators", 2, "plausible_max", "NaN"), "'NaN'", "a number with a decimal point"),
    "target nan": (("targets", 3, "value", "NaN"), "'NaN'", "a number with a decimal point"),
    "figure infinity": (("figures", 2, "value", "inf"), "'inf'", "a number with a decimal point"),
    "unknown unit": (("indicators", 2, "unit", "pct"), "'pct'", "percent or grade"),
    "bad id": (("goals", 2, "id", "Flere læsere"), "'Flere læsere'", "text of the form"),
    "html in a name": (("geographies", 2, "name_da", "<b>Mølleparken</b>"), "<b>", "plain text"),
    "entity in a text": (("goals", 2, "text_da", "Flere&nbsp;elever"), "&nbsp;", "plain text"),
    "line break in a text": (("goals", 2, "text_da", "Flere\nelever"), "Flere", "plain text"),
    "turned reading direction": (("goals", 2, "text_da", "Flere\u202eelever"), "Flere", "plain text"),
    "unknown target area": (("targets", 2, "geographies", "moelleparken;noget"), "'noget'", "an id of geographies.csv"),
    "unknown target series": (("targets", 2, "indicator", "laesegrupper;noget"), "'noget'", "an id of indicators.csv"),
    "target that adds shares of no whole": (("targets", 2, "indicator", "laesegrupper;laesegrupper"), "'laesegrupper;laesegrupper'", "shares of one whole"),
    "target that adds a share to a count": (("targets", 3, "indicator", "naboklager;laesegrupper"), "'naboklager;laesegrupper'", "counts of one unit"),
    "change without a number": (("targets", 3, "value", ""), "''", "a number other than 0 (for change_per_year)"),
    "change of nothing": (("targets", 3, "value", "0"), "'0'", "a number other than 0"),
    "target without a series": (("targets", 3, "indicator", ""), "nothing", "a series (for change_per_year)"),
    "unknown break area": (("breaks", 2, "geographies", "noget"), "'noget'", "an id of geographies.csv"),
    "unknown member": (("geographies", 5, "members", "moelleparken;noget"), "'noget'", "an id of geographies.csv"),
    "member without shape": (("geographies", 5, "members", "moelleparken;tinby-kommune"), "'tinby-kommune', which is a comparison", "kind area"),
    "unknown milestone feature": (("milestones", 2, "feature", "noget"), "'noget'", "a feature in a layer"),
    "unknown figure feature": (("figures", 2, "feature", "noget"), "'noget'", "a feature in a layer, or of a plan"),
    "unknown offer feature": (("offers", 2, "features", "engparken;noget"), "'noget'", "features in a layer"),
    "unknown theme": (("activities", 2, "theme", "noget"), "'noget'", "naboskab or skole"),
    "unknown theme of the evaluation": (("evaluation", 2, "theme", "noget"), "'noget'", "naboskab or skole"),
    "plan that is no plan": (("memberships", 2, "plan", "tinby-kommune"), "'tinby-kommune', which is a comparison", "kind plan"),
    "member that is no area": (("memberships", 2, "geography", "tinby-kommune"), "'tinby-kommune', which is a comparison", "kind area"),
    "membership that ends first": (("memberships", 2, "to", "2019"), "2019, before 2020", "no earlier than from"),
    "target that ends first": (("targets", 2, "to", "2019"), "2019, before 2020", "no earlier than from"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("table", "row", "column", "text", "told"),
    [
        ("targets", 3, "kind", "direction", "row 3, value: found '-2'; allowed: 1 or -1 (for direction)"),
        ("targets", 2, "kind", "off_state_list_by", "row 2, value: found ''; allowed: a year (for off_state_list_by)"),
        ("indicators", 2, "polarity", "neutral", "row 2, indicator: found 'laesegrupper'; allowed: "
         "a series of which higher or lower is better (for parity_with_municipality)"),
    ],
)  # fmt: skip
def test_a_target_that_cannot_be_judged_is_told(town, table, row, column, text, told):
    edit_cell(town, table, row, column, text)
    assert str(only_fault(town)) == f"targets.csv, {told}"


@pytest.mark.parametrize("case", BAD_CELLS)
def test_an_unknown_id_is_named(town, case):
    (table, row, column, text), found, allowed = BAD_CELLS[case]
    edit_cell(town, table, row, column, text)
    fault = only_fault(town)
    assert (fault.file, fault.where) == (f"{table}.csv", f"row {row}")
    assert (fault.found, fault.allowed) == (found, allowed)


@pytest.mark.parametrize("case", BAD_VALUES)
def test_a_bad_cell_is_named(town, case):
    (table, row, column, text), found, allowed = BAD_VALUES[case]
    edit_cell(town, table, row, column, text)
    fault = next(f for f in faults_of(town) if f.field == column)
    assert (fault.file, fault.where) == (f"{table}.csv", f"row {row}")
    assert found in fault.found
    assert allowed in fault.allowed
    assert str(fault).isprintable()
