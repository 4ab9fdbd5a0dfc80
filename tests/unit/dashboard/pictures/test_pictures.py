"""What is drawn, read back from the figure, is what the package says."""

import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import replace
from itertools import combinations, product

import matplotlib as mpl
import pytest
from matplotlib.colors import to_hex

from dashboard.pictures import chart as charts
from dashboard.pictures import map as maps
from dashboard.pictures import map_labels, style
from dashboard.pictures.legend import change_legend, legend_of
from dashboard.pictures.saving import as_png, as_svg
from dashboard.pictures.subject import subjects_of
from dashboard.pictures.whole import change_picture, chart_picture, map_picture
from dashboard.pictures.words import chart_words, map_words
from geodata.rules.quality import by_observation, find, severity_of
from geodata.tables.findings import Severity
from geodata.tables.periods import clock_year
from layers.comparisons import Mode
from layers.reasons import Reason
from layers.twoyears import Refusal, two_years
from layers.view import build_view


def marked(figure, kind):
    """The artists of one kind with what else their gid says."""
    found = []
    for axes in figure.axes:
        for artist in axes.get_children():
            name, _, rest = (artist.get_gid() or "").partition(":")
            if name == kind:
                found.append((rest, artist))
    return found


def texts(figure):
    every = [t.get_text() for t in figure.texts]
    return every + [t.get_text() for axes in figure.axes for t in axes.texts]


def places(subject):
    return [g.id for g in subject.package.geographies if g.kind in ("area", "plan")]


def drawn_chart(subject, indicator, own=None, against=None):
    return chart_picture(subject.lines(indicator, own or places(subject), against), subject)


@pytest.mark.parametrize("name", ["subjects", "town_subjects"])
def test_every_usable_figure_is_a_point_and_nothing_else_is(request, name):
    subject = request.getfixturevalue(name)["da"]
    package = subject.package
    findings = by_observation(find(package))
    compared = 0
    for indicator in package.indicators:
        own = [o for o in package.observations
               if o.indicator == indicator.id and o.geography in places(subject) and o.period]  # fmt: skip
        usable = [o for o in own if severity_of(findings.get(o.key, ())) != Severity.INVALID]
        if not own:
            continue
        figure = drawn_chart(subject, indicator.id)
        read = Counter(
            (gid.split(":")[0], float(a.get_xdata()[0]), float(a.get_ydata()[0]))
            for gid, a in marked(figure, charts.POINT)
        )
        assert read == Counter((o.geography, float(clock_year(o.period)), o.value) for o in usable)
        crossed = sorted((gid, a.get_text()) for gid, a in marked(figure, charts.INVALID))
        assert crossed == sorted(
            (f"{o.geography}:{clock_year(o.period)}", f"× {subject.cells.value(o)}")
            for o in own if o not in usable
        )  # fmt: skip
        compared += len(own)
    assert compared > 15


def test_lines_go_from_figure_to_figure(subjects):
    figure = drawn_chart(subjects["da"], "skolefravaer", ["jennumparken"])
    joins = [list(zip(a.get_xdata(), a.get_ydata(), strict=True))
             for _, a in marked(figure, charts.JOIN)]  # fmt: skip
    assert sorted(joins) == [[(2022, 9.2), (2023, 6.6)], [(2023, 6.6), (2024, 9.9)]]


def test_open_figures_are_open(subjects):
    figure = drawn_chart(subjects["da"], "uden-for-arbejdsmarkedet", ["glarbjergvej"])
    faces = {a.get_xdata()[0]: to_hex(a.get_markerfacecolor())
             for _, a in marked(figure, charts.POINT)}  # fmt: skip
    assert faces[2025] == style.PAPER
    assert style.PAPER not in (faces[2022], faces[2024])


def test_targets_and_breaks_are_drawn(subjects):
    figure = drawn_chart(subjects["da"], "grundskole-30-59", ["tre-boligomraader"])
    ((owner, line),) = marked(figure, charts.TARGET)
    assert owner == "tre-boligomraader"
    assert list(zip(line.get_xdata(), line.get_ydata(), strict=True)) == [(2020, 939), (2024, 883)]
    ((year, line),) = marked(figure, charts.BREAK)
    assert (year, list(line.get_xdata())) == ("2025", [2024.5, 2024.5])


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_chart_says_what_it_is_inside_itself(subjects, language):
    subject = subjects[language]
    figure = drawn_chart(subject, "skolefravaer", ["vangdalen"], "randers-kommune")
    said = "\n".join(texts(figure))
    number = {"da": "10,1 %", "en": "10.1%"}[language].replace(" ", "\N{NO-BREAK SPACE}")
    for part in (
        subject.cells.names["skolefravaer"],
        number,
        "2023/24",
        subject.package.fingerprint,
        "Randers",
    ):
        assert part in said
    assert subject.package.descriptor.source in said.replace("\n", " ")


def test_the_places_are_told_apart_by_colour_and_by_marker():
    assert len(set(style.PLACES)) == len(style.PLACES) == len(set(style.MARKERS))


@pytest.mark.parametrize("mode", list(Mode))
def test_a_map_has_the_fills_of_the_view(subjects, mode):
    subject = subjects["da"]
    series = subject.series("skolefravaer")
    shown = series if mode == Mode.VALUE else series.comparisons[mode]
    for year in shown.cells:
        if not shown.cells[year]:
            continue
        figure = map_picture(subject, "skolefravaer", year, mode)
        fills = {gid: to_hex(a.get_facecolor()) for gid, a in marked(figure, maps.AREA)}
        reasons = maps.reasons_of(series, year, mode)
        for area in subject.package.areas:
            cell = shown.cells[year].get(area.id)
            coloured = cell is not None and area.id not in reasons
            wanted = shown.colours[cell.class_index] if coloured else style.NEUTRAL
            # The start measurement is August to December, every later figure a school year.
            # In 2021/22 one absence stands among four copies: it is doubtful.
            unsure = mode == Mode.CHANGE or (mode == Mode.GAP and year == 2022)
            wanted = style.UNSURE if coloured and unsure else wanted
            assert fills[area.id] == wanted


def test_a_map_has_the_figures_or_the_reasons_as_labels(subjects):
    subject = subjects["da"]
    figure = map_picture(subject, "skolefravaer", 2022, Mode.VALUE)
    labels = {gid: a.get_text() for gid, a in marked(figure, map_labels.LABEL)}
    assert labels["jennumparken"] == "9,2\N{NO-BREAK SPACE}% (?)"
    assert {labels[a] for a in ("glarbjergvej", "vangdalen", "energivej")} == {"✕"}
    assert {labels[a] for a in ("sjaellandsgade", "centrum")} == {"○"}


@pytest.mark.parametrize("name", ["subjects", "town_subjects"])
def test_a_map_of_the_change_has_every_change_or_its_refusal(request, name):
    subject = request.getfixturevalue(name)["da"]
    drawn, checked = 0, 0
    for indicator, series in subject.view.series.items():
        for years, pair in list(two_years(subject.package, series).pairs.items())[:3]:
            figure = change_picture(subject, indicator, years)
            labels = {gid: a.get_text() for gid, a in marked(figure, map_labels.LABEL)}
            for area in subject.package.areas:
                checked += 1
                refused = pair.refused.get(area.id)
                if refused:
                    assert labels[area.id] == subject.words.text(f"refusal.{refused}.glyph")
                    continue
                drawn += 1
                change = pair.changes[area.id].derived.value
                sign = "+" if change > 0 else "\N{MINUS SIGN}" if change < 0 else ""
                number = f"{abs(change):.{series.indicator.decimals}f}".replace(".", ",")
                number = number.rstrip("0").rstrip(",") if "," in number else number
                assert labels[area.id].split(" (")[0].replace(".", "") == f"{sign}{number or 0}"
    assert 0 < drawn <= checked


def test_the_change_map_names_both_periods_and_its_unit(subjects):
    figure = change_picture(subjects["da"], "skolefravaer", (2022, 2024))
    said = "\n".join(texts(figure))
    assert "2021/22" in said
    assert "2023/24" in said
    drawing = maps.change_of(subjects["da"], "skolefravaer", (2022, 2024))
    assert "procentpoint" in change_legend(subjects["da"], "skolefravaer", drawing)[0].text
    labels = {gid: a.get_text() for gid, a in marked(figure, map_labels.LABEL)}
    assert labels["jennumparken"] == "+0,7 (?)"  # 9,9 % in 2023/24 less 9,2 % in 2021/22
    assert {labels[a] for a in ("glarbjergvej", "vangdalen", "energivej")} == {"✕"}


def test_a_map_without_any_change_has_reasons_and_no_scale(tinytown):
    kept = (("moelleparken", "2022/23"), ("soegade", "2023/24"))
    values = tuple(o for o in tinytown.observations
                   if o.indicator == "laesegrupper" and (o.geography, o.period) in kept)  # fmt: skip
    package = replace(tinytown, observations=values)
    subject = subjects_of(package, build_view(package))["da"]
    assert two_years(package, subject.series("laesegrupper")).colours == ()
    figure = change_picture(subject, "laesegrupper", (2023, 2024))
    labels = {gid: a.get_text() for gid, a in marked(figure, map_labels.LABEL)}
    assert set(labels) == {area.id for area in package.areas}
    said = "\n".join(texts(figure))
    assert subject.words.text("refusal.no_later.text") in said
    assert "Ændring, procentpoint" not in said


def test_every_reason_has_a_texture():
    assert {*Reason, *Refusal} <= set(maps.HATCHES)


def test_counts_are_circles_whose_area_is_the_count(subjects):
    subject = subjects["da"]
    figure = map_picture(subject, "uden-for-arbejdsmarkedet", 2024, Mode.VALUE)
    sizes = {gid: a.get_markersize() for gid, a in marked(figure, maps.COUNT)}
    assert set(sizes) == {"jennumparken", "glarbjergvej", "hermann-stillings-vej"}
    ratio = (sizes["jennumparken"] / sizes["hermann-stillings-vej"]) ** 2
    assert ratio == pytest.approx(322 / 339, abs=0.01)


def test_a_plans_value_is_the_colour_of_its_outline(subjects):
    subject = subjects["da"]
    series = subject.series("restgruppen-15-29")
    figure = map_picture(subject, "restgruppen-15-29", 2023, Mode.VALUE)
    ((plan, outline),) = marked(figure, maps.PLAN)
    colour = series.colours[series.cells[2023][plan].class_index]
    assert to_hex(outline.get_edgecolor()) == colour


def test_parks_and_lake_are_outlines(subjects):
    figure = map_picture(subjects["da"], "skolefravaer", 2023, Mode.VALUE)
    parks = marked(figure, "park")
    assert len(parks) == len(subjects["da"].package.layers["parks"])
    assert {a.get_facecolor()[3] for _, a in parks} == {0}


def test_a_legend_explains_what_is_shown_and_no_more(subjects):
    drawings = [
        maps.drawing_of(subjects["da"], "skolefravaer", y, Mode.VALUE) for y in (2022, 2023)
    ]
    said, both = (
        [item.text for item in legend_of(subjects["da"], "skolefravaer", Mode.VALUE, drawn)]
        for drawn in (drawings[1:], drawings)
    )
    assert sum("✕" in text for text in said) == 0
    assert sum("✕" in text for text in both) == 1
    classes = len(subjects["da"].series("skolefravaer").classes)
    assert sum("\N{EN DASH}" in text and "%" in text for text in said) == classes


def test_alternative_words_hold_every_figure(subjects):
    subject = subjects["en"]
    chart = subject.lines("skolefravaer", ["vangdalen"], "randers-kommune")
    said = chart_words(chart, subject)
    for part in ("5.7%", "94% (✕)", "6.2%", "10.1%", "Randers Municipality", "7.1%"):
        assert part in said
    said = map_words(subject, "skolefravaer", 2022, Mode.VALUE)
    assert "Gl. Jennumparken: 9.2" in said
    assert said.count(subject.words.text("reason.invalid.text")) == 4


@pytest.mark.parametrize("kind", ["chart", "map"])
def test_the_same_picture_is_the_same_file(subjects, kind):
    def make():
        if kind == "chart":
            return drawn_chart(subjects["da"], "skolefravaer")
        return map_picture(subjects["da"], "skolefravaer", 2023, Mode.VALUE)

    assert as_svg(make(), "x") == as_svg(make(), "x")
    assert as_png(make(), "x") == as_png(make(), "x")


def test_an_svg_is_one_document_that_asks_nobody(subjects):
    text = as_svg(drawn_chart(subjects["da"], "skolefravaer"), "<Fravær & co>")
    root = ET.fromstring(text)
    assert root.tag.endswith("svg")
    links = [v for e in root.iter() for k, v in e.attrib.items() if k.endswith("href")]
    assert links
    assert all(link.startswith("#") for link in links)


def test_drawing_needs_no_window_and_reads_no_formulas(subjects):
    assert mpl.rcParams["text.parse_math"] is False
    assert drawn_chart(subjects["da"], "skolefravaer").canvas.manager is None


def test_the_typeface_is_the_shipped_one():
    assert mpl.rcParams["font.family"][0] == style.FAMILY
    found = mpl.font_manager.findfont(style.FAMILY, fallback_to_default=False)
    assert found.startswith(str(style.FONTS))


@pytest.mark.parametrize("name", ["subjects", "town_subjects"])
def test_no_label_of_a_map_lies_on_another_or_on_a_circle(request, name):
    subject = request.getfixturevalue(name)["da"]
    for indicator in subject.package.indicators[:6]:
        series = subject.series(indicator.id)
        for year in [year for year in series.years if series.cells[year]][-1:]:
            figure = map_picture(subject, indicator.id, year, Mode.VALUE)
            figure.canvas.draw()
            labels = [(gid, a.get_window_extent().padded(-1))
                      for kind in (map_labels.LABEL, map_labels.NAME)
                      for gid, a in marked(figure, kind)]  # fmt: skip
            assert {gid for gid, _ in labels} == {area.id for area in subject.package.areas}
            for (one, box), (two, other) in combinations(labels, 2):
                assert one == two or not box.overlaps(other), (indicator.id, year, one, two)
            circles = [
                (gid, a.get_window_extent().padded(-1)) for gid, a in marked(figure, maps.COUNT)
            ]
            for (one, box), (two, circle) in product(labels, circles):
                assert one == two or not box.overlaps(circle), (indicator.id, year, one, two)
