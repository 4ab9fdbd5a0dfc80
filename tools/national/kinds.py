"""List the kinds of series that a made-up country has, in turn: shares, grades, counts."""

from dataclasses import dataclass

from tools.national.names import series_id


@dataclass(frozen=True)
class Kind:
    """How a kind of series is described and how its figures lie.

    `level` is the least and the largest usual value of an area, `plausible` what the package
    calls plausible, `group` by how much a comparison group's values are larger. `part` says
    that it is one of three shares of a whole (0 to 2), or a part of the series before (3).
    """

    name_da: str
    name_en: str
    theme: str
    unit: str
    decimals: int
    polarity: str
    level: tuple[float, float]
    plausible: tuple[float | None, float | None]
    group: float = 1.0
    school_years: bool = False
    part: int | None = None


KINDS: tuple[Kind, ...] = (
    Kind("Fravær", "Absence", "skole", "percent", 1, "lower", (3, 18), (0, 60), 1.0, True),
    Kind("Tryghed", "Safety", "naboskab", "percent", 1, "higher", (62, 92), (0, 100)),
    Kind("Udsættelser", "Evictions", "naboskab", "count", 0, "lower", (8, 40), (0, None), 12.0),
    Kind("Karakterer", "Grades", "skole", "grade", 1, "higher", (4.5, 8), (-3, 12), 1.0, True),
    Kind("Sprog: generel", "Language: general", "skole", "percent", 1, "higher", (50, 70),
         (0, 100), part=0),
    Kind("Sprog: fokuseret", "Language: focused", "skole", "percent", 1, "neutral", (15, 30),
         (0, 100), part=1),
    Kind("Sprog: særlig", "Language: special", "skole", "percent", 1, "lower", (5, 20),
         (0, 100), part=2),
    Kind("Uden arbejde", "Without work", "arbejde", "count", 0, "lower", (110, 900), (0, None),
         25.0),
    Kind("Heraf unge", "Of these young", "arbejde", "count", 0, "lower", (20, 90), (0, None),
         25.0, part=3),
    Kind("I støttet job", "In supported jobs", "arbejde", "full_year_persons", 1, "higher",
         (5, 60), (0, None), 25.0),
)  # fmt: skip
THEMES = (("skole", "Skole", "School"), ("naboskab", "Naboskab", "Neighbours"),
          ("arbejde", "Arbejde", "Work"))  # fmt: skip
#: Parts of a whole, by their place in `KINDS`.
WHOLE = (4, 5, 6)


@dataclass(frozen=True)
class Series:
    """One series: the kind in its turn, and which turn it is."""

    number: int
    count: int

    @property
    def kind(self) -> Kind:
        """What the series is like."""
        return KINDS[self.number % len(KINDS)]

    @property
    def turn(self) -> int:
        """How many series of the same kind there were before."""
        return self.number // len(KINDS)

    @property
    def whole(self) -> tuple[int, ...]:
        """The numbers of the shares that it adds up to 100 % with; none where one is missing."""
        numbers = tuple(self.turn * len(KINDS) + nth for nth in WHOLE)
        return numbers if self.number in numbers and numbers[-1] < self.count else ()

    @property
    def part_of(self) -> int | None:
        """The number of the series that it is a part of."""
        return self.number - 1 if self.kind.part == 3 else None

    def label(self, year: int) -> str:
        """Return how a year is printed."""
        return f"{year - 1}/{year % 100:02d}" if self.kind.school_years else f"{year}"

    def row(self) -> dict[str, object]:
        """Return the row of `indicators.csv`."""
        kind, low_high = self.kind, self.kind.plausible
        said = {"da": f"{kind.name_da} {self.turn + 1}", "en": f"{kind.name_en} {self.turn + 1}"}
        return {
            "id": series_id(self.number), "goal": f"maal-{kind.theme}", "theme": kind.theme,
            "name_da": said["da"], "name_en": said["en"],
            "definition_da": f"{said['da']}, opdigtet.", "definition_en": f"{said['en']}, made up.",
            "population_da": "Opdigtede beboere.", "population_en": "Made-up residents.",
            "unit": kind.unit, "decimals": kind.decimals, "polarity": kind.polarity,
            "whole_of": f"helt-{self.turn + 1}" if self.whole else "",
            "subset_of": "" if self.part_of is None else series_id(self.part_of),
            "source": "Opdigtet", "update_da": "Hvert år.", "update_en": "Every year.",
            "split_years": "school_year" if kind.school_years else "",
            "plausible_min": low_high[0], "plausible_max": low_high[1],
        }  # fmt: skip
