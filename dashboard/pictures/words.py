"""Say in words what a picture shows: for those who do not see it, and beside it."""

from dashboard.payload.outlines import why_text
from dashboard.pictures.map import label_of, reasons_of, shown_of
from dashboard.pictures.subject import Subject
from layers.comparisons import Mode
from layers.lines import Line, Lines


def chart_words(chart: Lines, subject: Subject) -> str:
    """Say every figure of a chart."""
    return " ".join(_line_words(line, subject) for line in chart.all_lines if line.points)


def _line_words(line: Line, subject: Subject) -> str:
    said = [f"{subject.period(p.shown)} {subject.marked(p.shown)}" for p in line.points]
    return f"{subject.cells.places[line.geography]}: {'; '.join(said)}."


def chart_notes(chart: Lines, subject: Subject) -> list[str]:
    """Say what the drawing alone does not: breaks, targets, and figures without a year."""
    words, language = subject.words, subject.words.language
    notes = [words.text("ui.break", year=b.date.year, text=getattr(b, f"text_{language}"))
             for b in chart.breaks]  # fmt: skip
    notes += [
        words.text("picture.target", place=subject.cells.places[t.geography],
                   text=getattr(t.target, f"text_{language}"))
        for t in chart.targets
    ]  # fmt: skip
    values = [f"{subject.cells.places[f.geography]} {subject.marked(f)}" for f in chart.unplaced]
    return notes + ([words.text("picture.unplaced", values="; ".join(values))] if values else [])


def map_words(subject: Subject, indicator: str, year: int, mode: Mode) -> str:
    """Say what a map shows of each area and plan."""
    shown = shown_of(subject, indicator, year, mode)
    reasons = reasons_of(subject.series(indicator), year, mode)
    places, words = subject.cells.places, subject.words
    parts = []
    for area in subject.package.areas:
        reason = reasons.get(area.id)
        said = (
            why_text(reason, subject.package, words)
            if reason
            else label_of(subject, shown.get(area.id), None)
        )
        parts.append(f"{places[area.id]}: {said}")
    parts += [f"{places[g.id]}: {label_of(subject, shown[g.id], None)}"
              for g in subject.package.geographies if g.kind == "plan" and g.id in shown]  # fmt: skip
    return f"{year}: {'; '.join(parts)}."


def period_words(subject: Subject, indicator: str, year: int) -> str:
    """Name the periods that a year of a series stands for, each once."""
    cells = subject.series(indicator).cells[year].values()
    periods = dict.fromkeys(subject.cells.period(c.observation) for c in cells)
    return "; ".join(periods) or str(year)
