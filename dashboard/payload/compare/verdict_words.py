"""Say a judgement in words: what would count, what is seen, why, and what to know beside it."""

from collections.abc import Mapping

from dashboard.payload.compare.caveat_words import CaveatWords
from dashboard.payload.compare.verdict_parts import capital
from geodata.figures.points import Block
from geodata.tables.periods import clock_year
from geodata.verdicts import Checked, Judgement, Reason

#: Kinds of targets that count from the start measurement.
FROM_START = frozenset({"direction", "change_per_year"})


class VerdictWords(CaveatWords):
    """Writes the sentences of judgements in one language."""

    def asked(self, judgement: Judgement) -> str:
        """Say what would count as reached."""
        return self.text(f"judged.asked.{self._asked_key(judgement)}", **self._values(judgement))

    def _asked_key(self, judgement: Judgement) -> str:
        kind = judgement.target.kind
        if kind in ("parity_with_municipality", "direction"):
            return f"{kind}_{self.bound(judgement)}"
        return kind

    def sentence(self, judgement: Judgement) -> str:
        """Say the verdict's reason in neutral sentences."""
        said = self._said(judgement, judgement.reason)
        if judgement.before:
            before = self._said(judgement, judgement.before)
            said = f"{said} {self.text('judged.before', sentence=before)}"
        if judgement.elsewhere:
            values = self.by_place(judgement.elsewhere, several=len(self.series(judgement)) > 1)
            said = f"{said} {self.text('judged.elsewhere', values=values)}"
        return said

    def _said(self, judgement: Judgement, reason: Reason) -> str:
        return capital(self.text(f"judged.reason.{reason}", **self._values(judgement)))

    def _printed(self, judgement: Judgement) -> str:
        """Say what is printed for the latest periods that nobody can tell, and beside what."""
        if not judgement.latest:
            return ""
        values = self.listed(map(self._printed_value, judgement.latest))
        count = "one" if len(judgement.latest) == 1 else "many"
        parts = [self.text(f"judged.printed.{count}", values=values)]
        blocks = {block for year in judgement.latest for block in year.blocks}
        if judgement.target.kind in FROM_START and judgement.start:
            held = {"start": self.value(judgement.start),
                    "start_period": self.cells.period(judgement.start.members[0])}  # fmt: skip
            parts.append(self.text("judged.printed.start", **held))
        if Block.BENCHMARK_MISSING in blocks:
            parts.append(self.text("judged.printed.benchmark", benchmark=self.benchmark(judgement)))
        return "".join(parts)

    def _printed_value(self, year: Checked) -> str:
        """The sum, or what is printed where it cannot be made."""
        if year.seen:
            return self.value(year.seen)
        return " + ".join(self.cells.value(member) for member in year.members)

    def _values(self, judgement: Judgement) -> Mapping[str, object]:
        """All that a sentence on a judgement may name, as text."""
        last, start, target = judgement.last, judgement.start, judgement.target
        bound = f"judged.comparative.{self.bound(judgement)}"
        return {
            "place": self.in_text(judgement),
            "latest": self.periods(judgement.latest),
            "printed": self._printed(judgement),
            "level": self._level(judgement),
            "benchmark": self.benchmark(judgement),
            "until": self.until(judgement),
            "seen": self.value(last.seen if last else None),
            "against": self.value(last.against if last else None),
            "needed": self.needed(judgement, last),
            "start": self.value(start),
            "start_period": self.cells.period(start.members[0]) if start else "\N{EN DASH}",
            "from_start": self.start(judgement),
            "start_blocks": self._blocks(judgement),
            "gap": self.gap(last.seen, last.against) if last else "",
            "gap_start": self.gap(start, judgement.start_against),
            "change": self.change(judgement),
            "asked": self.asked_number(judgement),
            "comparative": self.text(bound),
            "missed": self.missed(judgement),
            "missing": self.listed(map(str, judgement.missing)),
            "years": self.periods(judgement.years),
            "due": f"{target.value:.0f}" if target.value else "",
            "event": self.until(judgement),
            "as_of": self.package.descriptor.as_of.year,
        }

    def _level(self, judgement: Judgement) -> str:
        """Say on which side of the municipality's level the last figure lies."""
        if judgement.target.kind != "parity_with_municipality" or judgement.last is None:
            return ""
        seen, against = judgement.last.seen, judgement.last.against
        if seen and against and seen.value == against.value:
            return self.text("judged.level.equal")
        hit = "met" if judgement.last.hit else "missed"
        return self.text(f"judged.level.{self.bound(judgement)}.{hit}")

    def _blocks(self, judgement: Judgement) -> str:
        return self.listed(self._reasons(judgement, judgement.start_blocks))

    def blocked(self, judgement: Judgement, year: Checked) -> str:
        """Say in one sentence why nothing can be said of a period; nothing where it can."""
        if not year.blocks:
            return ""
        why = self.listed(self._reasons(judgement, year.blocks))
        change = self._break(judgement, year) if Block.BREAK in year.blocks else ""
        return f"{self.text('judged.blocked', why=why)} {change}".strip()

    def _reasons(self, judgement: Judgement, blocks: tuple[Block, ...]) -> list[str]:
        """Say why a period cannot be used; a doubtful figure beside an invalid one is another."""
        both = {Block.INVALID, Block.DOUBTFUL} <= {*blocks}
        keys = ("doubtful_too" if both and block == Block.DOUBTFUL else block for block in blocks)
        benchmark = self.benchmark(judgement)
        return [self.text(f"judged.block.{key}", benchmark=benchmark) for key in keys]

    def _break(self, judgement: Judgement, year: Checked) -> str:
        """The package's own words on the change that lies between the start and a period."""
        first = clock_year(judgement.start.period) if judgement.start else None
        said = {
            getattr(b, f"text_{self.cells.words.language}")
            for b in self.package.all_breaks
            for o in year.members
            if b.indicator == o.indicator and b.concerns(o.geography)
            and (first or 0) < b.date.year <= (year.year or 0)
        }  # fmt: skip
        return " ".join(sorted(said))
