"""Say in words what of a package is hidden and why, and what hiding does not undo; never a value."""

from collections.abc import Iterator

from geodata.disclosure.gate import Public, as_public
from geodata.disclosure.primary import Why, small_figures
from geodata.package.package import Package
from geodata.reading.disclosure_rule import DisclosureRule
from geodata.tables.records import Key


def told(public: Public) -> Iterator[str]:
    """Yield what of a package is hidden, figure by figure, and what is known all the same."""
    rule = public.package.descriptor.disclosure
    if rule is None:
        return
    words = _words(rule)
    for one in public.hidden:
        yield f"hidden: {_named(one.key)}: {words[one.why]}"
    for blank in public.package.blanks if not public.hidden else ():
        if blank.kind == "hidden":
            yield f"hidden before: {blank.indicator}, {blank.geography}, {blank.period or 'no period'}"
    for key in public.exposed:
        yield (f"hidden in vain: {_named(key)}: others that are printed, or were "
               f"published before, give it away")  # fmt: skip
    for key in public.known:
        yield (f"published before: {_named(key)}: it is hidden from now on, but an earlier edition "
               f"shows it, and whoever saved that has it")  # fmt: skip


def _named(key: Key) -> str:
    indicator, place, period, _ = key
    return f"{indicator}, {place}, {period or 'no period'}"


def _words(rule: DisclosureRule) -> dict[Why, str]:
    few = f"fewer than {rule.minimum_count}"
    return {
        Why.SMALL_COUNT: f"a count of {few}",
        Why.SMALL_BASE: f"of fewer than {rule.minimum_base} persons",
        Why.SMALL_PART: f"{few} are behind it, or behind the rest",
        Why.ALL_OR_NONE: f"all or none of fewer than {rule.minimum_certain} persons",
        Why.BASE_UNKNOWN: "nobody says of how many persons (column n)",
        Why.PROTECTS: "it would give another one away",
    }


def told_of_draft(old: Package, new: Package) -> Iterator[str]:
    """Yield what of a draft nobody will see; of a package without a rule, that it would be shown."""
    if new.descriptor.disclosure is not None:
        yield from told(as_public(new))
        return
    before = {(o.key, o.value) for o in old.observations}
    few = small_figures(new, DisclosureRule())
    count = sum(
        (o.key, o.value) not in before
        for row, why in few.items()
        if why != Why.BASE_UNKNOWN and (o := new.observations[row])
    )
    if count:
        yield (f"few persons are behind {count} of the new figures, and nothing is hidden: unless they are "
               f"printed elsewhere, write disclosure into datapackage.json")  # fmt: skip
