"""Series, their figures, and what is said of them: few or none, equal, huge, negative."""

from hypothesis import strategies as st

from tests.generated.words import Row, either, names

_VALUES = {
    "percent": ("0", "0", "12.5", "50", "99.9", "100"),
    "count": ("0", "1", "14", "14", "167", "900000000000"),
    "grade": ("-3", "6.4", "6.4", "12", "-0.1"),
    "full_year_persons": ("0", "3.5", "120"),
}


@st.composite
def series(draw: st.DrawFn, number: int, goals: list[str]) -> Row:
    """One series of any unit."""
    unit = draw(st.sampled_from(sorted(_VALUES)))
    name = draw(names)
    texts = dict.fromkeys(("definition_da", "definition_en", "population_da", "population_en",
                           "source", "update_da", "update_en"), name)  # fmt: skip
    return {
        "id": f"serie-{number}", "theme": either(draw, "et", "to"), "unit": unit,
        "goal": draw(st.sampled_from(["", *goals])), "name_da": name, "name_en": name,
        "decimals": 0 if unit == "count" else 1,
        "polarity": draw(st.sampled_from(["higher", "lower", "neutral"])),
        "whole_of": draw(st.sampled_from(["", "", "helt"])) if unit == "percent" else "",
        "subset_of": draw(st.sampled_from(["", "", "serie-0"])) if number else "",
        "split_years": draw(st.sampled_from(["", "school_year"])),
        "plausible_min": either(draw, "", "", "2"), "plausible_max": either(draw, "", "", "60"),
        **texts,
    }  # fmt: skip


@st.composite
def figures(draw: st.DrawFn, one: Row, places: list[str], years: range) -> list[Row]:
    """The figures of a series: in some places and years, in one, or nowhere."""
    wanted = st.tuples(st.sampled_from(places), st.sampled_from(years))
    most = min(draw(st.sampled_from([40, 6, 1, 0])), len(places) * len(years))
    cells = draw(st.lists(wanted, unique=True, min_size=most // 2, max_size=most))
    equal = draw(st.booleans()) and draw(st.sampled_from(_VALUES[one["unit"]]))
    rows = [_figure(draw, one, place, year, equal) for place, year in cells]
    if draw(st.booleans()):
        undated = _figure(draw, one, draw(st.sampled_from(places)), years[0], equal)
        rows.append({**undated, "period": "", "period_start": "", "period_end": "",
                     "role": "baseline"})  # fmt: skip
    return rows


def _figure(draw: st.DrawFn, one: Row, place: str, year: int, equal: str | bool) -> Row:
    value = equal or draw(st.sampled_from(_VALUES[one["unit"]]))
    part = draw(st.sampled_from([False, False, True]))
    return {
        "indicator": one["id"], "geography": place, "value": value,
        "period": draw(st.sampled_from([f"{year}", f"{year - 1}/{year % 100:02d}"])),
        "period_start": f"{year}-01-01" if part else "",
        "period_end": f"{year}-07-31" if part else "",
        "role": draw(st.sampled_from(["baseline", "status"])),
        "n": draw(st.sampled_from(["", "8", "1000"])),
        "note": draw(st.sampled_from(["", "year_from_row", "small_base_stated"])),
        "source_period": either(draw, "", "", "frem til juli"),
        "source_period_en": either(draw, "", "until July"),
        "source_table": "T", "source_row": "R", "source_column": "K", "source_text": f"{value}",
    }  # fmt: skip
