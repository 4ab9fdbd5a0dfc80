"""Name what a judgement is made of: verdict, reason, years, caveats."""

from dataclasses import dataclass
from enum import StrEnum

from geodata.figures.points import Block
from geodata.figures.sums import Sum
from geodata.tables.records import Milestone, Observation, Target


class Verdict(StrEnum):
    """How far a target is met, as far as the printed figures carry."""

    REACHED = "reached"
    ON_THE_WAY = "on_the_way"
    NOT_REACHED = "not_reached"
    UNDECIDED = "undecided"


class Reason(StrEnum):
    """What a verdict rests on; the numbers stand in the judgement's `last` and `start`."""

    # parity with the municipality
    AT_LEAST_AS_GOOD = "at_least_as_good"
    GAP_SMALLER = "gap_smaller"
    GAP_NOT_SMALLER = "gap_not_smaller"
    #: Worse than the municipality, and the start cannot tell whether the gap has shrunk.
    WORSE = "worse"
    # a change a year, cumulative from the start
    ENOUGH = "enough"
    MOVED_TOO_LITTLE = "moved_too_little"
    TOO_LITTLE = "too_little"
    # a least number every year
    ENOUGH_EACH_YEAR = "enough_each_year"
    TOO_FEW_IN_A_YEAR = "too_few_in_a_year"
    # a direction from the start
    MOVED = "moved"
    NOT_MOVED = "not_moved"
    # off the state's list by a year
    OFF_IN_TIME = "off_in_time"
    OFF_LATER = "off_later"
    # undecided
    NO_FIGURES = "no_figures"
    NO_LATER_FIGURE = "no_later_figure"
    NO_START = "no_start"
    START_UNUSABLE = "start_unusable"
    START_WITHOUT_YEAR = "start_without_year"
    NO_BENCHMARK = "no_benchmark"
    ALL_BLOCKED = "all_blocked"
    YEARS_MISSING = "years_missing"
    NOT_ADDABLE = "not_addable"
    COUNTS_APART = "counts_apart"
    #: A later period is printed, and nobody can tell what it says; see `verdicts.latest`.
    LATEST_BLOCKED = "latest_blocked"
    NO_EVENT = "no_event"
    NOT_DUE = "not_due"


class CaveatCode(StrEnum):
    """What must be said beside a verdict."""

    #: The report says so itself.
    SMALL_BASE_STATED = "small_base_stated"
    SMALL_BASE = "small_base"
    COUNTS_ONLY = "counts_only"
    EQUAL_COUNTS = "equal_counts"
    #: A comparison group printed the same again, or halved or doubled from year to year.
    COMPARISON_STILL = "comparison_still"
    COMPARISON_JUMPS = "comparison_jumps"
    START_WITHOUT_YEAR = "start_without_year"
    START_GAP_UNKNOWN = "start_gap_unknown"
    SAME_EITHER_WAY = "same_either_way"
    DOUBTFUL_NEARBY = "doubtful_nearby"
    NOT_EVERY_YEAR = "not_every_year"
    BENCHMARK_NOT_RECORDED = "benchmark_not_recorded"
    PERIODS_DIFFER = "periods_differ"
    YEAR_NOT_OVER = "year_not_over"


@dataclass(frozen=True, slots=True)
class Step:
    """The change since the usable figure before: `needed` is what the target asks of it."""

    since: Sum
    change: float
    needed: float
    hit: bool


@dataclass(frozen=True, slots=True)
class Readings:
    """What a doubtful sum may be: from `low` to `high`, in the unit of the series.

    `needed` is what the target asks; `hit` is what all readings say of it, `None` where they
    differ.
    """

    low: float
    high: float
    needed: float | None
    hit: bool | None


@dataclass(frozen=True, slots=True)
class Checked:
    """One printed period held against what was asked of it, in the unit of the series.

    `hit` is `None` where nothing can be said; `blocks` say why. `members` are the printed
    values, `seen` their sum where it can be made, `against` the municipality's value and
    `needed` the number asked, where the target has one. `readings` are there where all that
    blocks the period are pairs of printed numbers that contradict each other.
    """

    period: str
    year: int | None
    members: tuple[Observation, ...]
    seen: Sum | None
    needed: float | None
    hit: bool | None
    blocks: tuple[Block, ...] = ()
    against: Sum | None = None
    step: Step | None = None
    readings: Readings | None = None


@dataclass(frozen=True, slots=True)
class Caveat:
    """Something to know beside a verdict, with the values or periods that it is about."""

    code: CaveatCode
    observations: tuple[Observation, ...] = ()
    periods: tuple[str, ...] = ()
    years: tuple[Checked, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the rule of one kind of target finds: the verdict, its reason and the years.

    `before` is the reason that held up to the last year that can be told, where later ones
    are blocked.
    """

    verdict: Verdict
    reason: Reason
    years: tuple[Checked, ...] = ()
    event: Milestone | None = None
    missing: tuple[int, ...] = ()
    before: Reason | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on one target for one place, or for several places together.

    `geography` is the id of the place or of the sum, empty where the places together have
    none. `start` is the start measurement, `start_blocks` say why it cannot be used;
    `start_against` is the municipality's of the same clock year, for parity only. `missing`
    are years without a figure, where every year counts. `before` is what the last year that
    can be told says, and `latest` the later ones that nobody can tell. `elsewhere` is what is
    printed of the same series for other places, where there is nothing for these.
    """

    target: Target
    geographies: tuple[str, ...]
    geography: str
    verdict: Verdict
    reason: Reason
    years: tuple[Checked, ...]
    caveats: tuple[Caveat, ...]
    start: Sum | None = None
    start_blocks: tuple[Block, ...] = ()
    start_against: Sum | None = None
    event: Milestone | None = None
    missing: tuple[int, ...] = ()
    before: Reason | None = None
    latest: tuple[Checked, ...] = ()
    elsewhere: tuple[Observation, ...] = ()

    @property
    def last(self) -> Checked | None:
        """The latest period that something can be said of."""
        return next((year for year in reversed(self.years) if year.hit is not None), None)

    @property
    def blocked(self) -> tuple[Checked, ...]:
        """The periods that nothing can be said of, in the order of the clock."""
        return tuple(year for year in self.years if year.hit is None)

    @property
    def until(self) -> str | None:
        """The period, or the year of the event, that the verdict holds up to.

        None where later periods leave it open.
        """
        if self.event is not None:
            return str(self.event.year)
        if self.latest:
            return None
        return self.last.period if self.last else None
