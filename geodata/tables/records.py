"""Name the rows of a data package: one frozen type per table of `tableschemas.json`.

Field names and types equal the table schemas (a test holds the two together); an empty
cell is `None`, or `""` for text. A column called `from` or `to` has a trailing underscore.
"""

from dataclasses import dataclass
from datetime import date

#: How many years a date may lie after the one it begins with, where that is not 0.
YEARS_MORE = {"two_years": 1, "decade": 9}


#: What names a printed number: series, place, period and role.
Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal of the plan."""

    id: str
    theme: str
    level: str
    text_da: str
    text_en: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """A series: what is counted, in which unit, and which direction is better."""

    id: str
    goal: str
    theme: str
    name_da: str
    name_en: str
    definition_da: str
    definition_en: str
    population_da: str
    population_en: str
    unit: str
    decimals: int
    polarity: str
    whole_of: str
    subset_of: str
    source: str
    update_da: str
    update_en: str
    split_years: str
    plausible_min: float | None
    plausible_max: float | None

    @property
    def is_share(self) -> bool:
        """Whether values are percentages of a population."""
        return self.unit == "percent"

    @property
    def is_count(self) -> bool:
        """Whether values are numbers of persons or cases, without a denominator."""
        return self.unit in ("count", "full_year_persons")


@dataclass(frozen=True, slots=True)
class Observation:
    """A number as printed, with the cell it was printed in."""

    indicator: str
    geography: str
    period: str
    period_start: date | None
    period_end: date | None
    role: str
    value: float
    n: int | None
    note: str
    source_table: str
    source_row: str
    source_column: str
    source_text: str
    source_period: str
    source_period_en: str

    @property
    def key(self) -> Key:
        """What names an observation: series, geography, period and role."""
        return (self.indicator, self.geography, self.period, self.role)

    @property
    def notes(self) -> tuple[str, ...]:
        """The words of the note column."""
        return split_list(self.note)


@dataclass(frozen=True, slots=True)
class Target:
    """A target that the plan states, or a direction that we derive from a goal of it."""

    goal: str
    indicator: str
    geographies: str
    scope: str
    kind: str
    stated: str
    value: float | None
    from_: int | None
    to_: int | None
    text_da: str
    text_en: str

    @property
    def is_stated(self) -> bool:
        """Whether the plan itself sets it."""
        return self.stated == "yes"


@dataclass(frozen=True, slots=True)
class Break:
    """A change of definition, population or method; no geographies means all."""

    indicator: str
    geographies: str
    date: date
    text_da: str
    text_en: str

    def concerns(self, geography: str) -> bool:
        """Whether the break touches this geography's values."""
        return not self.geographies or geography in split_list(self.geographies)


@dataclass(frozen=True, slots=True)
class Geography:
    """An area or a comparison group."""

    id: str
    name_da: str
    name_en: str
    kind: str
    members: str
    benchmark: str
    in_text_da: str = ""
    in_text_en: str = ""
    municipality: str = ""

    def in_text(self, language: str) -> str:
        """Return how a sentence in `da` or `en` calls it; its name, where that is all."""
        said = {"da": self.in_text_da or self.name_da, "en": self.in_text_en or self.name_en}
        return said[language]


@dataclass(frozen=True, slots=True)
class Alias:
    """A name as printed and the geography it means."""

    alias: str
    geography: str


@dataclass(frozen=True, slots=True)
class Membership:
    """An area in a plan, from year to year."""

    plan: str
    geography: str
    from_: int
    to_: int | None
    extent: str


@dataclass(frozen=True, slots=True)
class Milestone:
    """A dated event of a feature, or of the strategy where `feature` is empty."""

    feature: str
    date: date
    date_precision: str
    status: str
    pin: str
    text_da: str
    text_en: str
    amount_dkk: int | None
    source: str

    @property
    def year(self) -> int:
        """The year by whose end it has happened: the last one of two years or of a decade."""
        return self.date.year + YEARS_MORE.get(self.date_precision, 0)

    @property
    def is_event(self) -> bool:
        """Whether this is something that happened and leaves the feature as it was."""
        return self.status in ("event", "off_state_list")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a park or another feature, as a source states it."""

    feature: str
    measure: str
    value: float
    unit: str
    qualifier: str
    text_da: str
    text_en: str
    source: str


@dataclass(frozen=True, slots=True)
class Activity:
    """An activity of the plan with its result."""

    id: str
    theme: str
    name_da: str
    name_en: str
    listed: str
    heading: str
    figures_da: str
    figures_en: str
    result_da: str
    result_en: str
    milestones_met: str
    continues_2025_29: str
    url: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A figure of the evaluation of a project."""

    project: str
    measure: str
    theme: str
    group_da: str
    group_en: str
    kind: str
    value: float
    denominator: float | None
    unit: str
    period: str
    moment: str
    comparison_da: str
    comparison_en: str
    text_da: str
    text_en: str
    source_text: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A recurring offer to residents; without features its place is not known."""

    id: str
    features: str
    rhythm: str
    status: str
    name_da: str
    name_en: str
    when_da: str
    when_en: str
    text_da: str
    text_en: str
    source: str
    heading: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where something is known from; what nobody can follow says so by its kind.

    `date` is a day, a month or a year as ISO text, as exact as it is known; empty where not.
    """

    id: str
    kind: str
    publisher: str
    title: str
    date: str
    url: str
    text_da: str
    text_en: str


@dataclass(frozen=True, slots=True)
class Blank:
    """A cell of the report that has no figure: printed empty, or with words in its place."""

    indicator: str
    geography: str
    period: str
    kind: str
    source_table: str
    source_row: str
    source_column: str
    source_text: str


@dataclass(frozen=True, slots=True)
class Remark:
    """What a reader must know of a source: it says two things, or leaves open what it means."""

    id: str
    table: str
    about: str
    geographies: str
    period: str
    text_da: str
    text_en: str
    source: str
    place: str

    def is_about(self, table: str, identifier: str) -> bool:
        """Whether it concerns a row of a table."""
        return self.table == table and identifier in split_list(self.about)


RECORDS: dict[str, type] = {
    "goals": Goal,
    "indicators": Indicator,
    "observations": Observation,
    "targets": Target,
    "breaks": Break,
    "geographies": Geography,
    "aliases": Alias,
    "memberships": Membership,
    "milestones": Milestone,
    "figures": Figure,
    "activities": Activity,
    "evaluation": Evaluation,
    "offers": Offer,
    "sources": Source,
    "blanks": Blank,
    "remarks": Remark,
}


def split_list(cell: str) -> tuple[str, ...]:
    """Split a list cell at its semicolons; an empty cell is an empty list."""
    return tuple(part for part in cell.split(";") if part)
