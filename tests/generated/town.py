"""What happens in a town and where it is known from: sources, milestones, figures, offers."""

from hypothesis import strategies as st

from geodata.tables.records import YEARS_MORE
from tests.generated.words import Row, each_once, either, names, said, some_of

STATUSES = ("idea", "planned", "approved", "funded", "building", "open", "expected", "closed",
            "event", "off_state_list")  # fmt: skip
PRECISIONS = ("day", "month", "season", "year", "two_years", "decade")


def sources(draw: st.DrawFn) -> list[Row]:
    """One source or more of any kind, at most one of them the report."""
    kinds = draw(st.lists(st.sampled_from(["publication", "news", "register", "own",
                                           "unregistered"]), min_size=1, max_size=3))  # fmt: skip
    kinds += ["report"] if draw(st.booleans()) else []
    return [{"id": f"kilde-{n}", "kind": kind, **said(draw, "text"), **_published(draw, kind)}
            for n, kind in enumerate(kinds)]  # fmt: skip


def _published(draw: st.DrawFn, kind: str) -> Row:
    if kind in ("own", "unregistered"):
        return {}
    url = either(draw, "", "https://by.example/a?b=c&d=(e)", "http://by.example")
    return {"publisher": draw(names), "url": url,
            "title": draw(names) if not url or draw(st.booleans()) else "",
            "date": either(draw, "", "2020", "2020-02", "2020-02-29")}  # fmt: skip


def known_from(draw: st.DrawFn, of: list[Row]) -> str:
    """One source or more."""
    return some_of(draw, [source["id"] for source in of], 1)


def milestones(draw: st.DrawFn, features: list[str], of: list[Row], years: range) -> list[Row]:
    """What happened or will, with dates of every precision, before, on and after the clock."""
    rows = [
        {"feature": either(draw, "", *features, *features), "status": either(draw, *STATUSES),
         **_day(draw, years), "pin": either(draw, "", "yes"), **said(draw, "text"),
         "amount_dkk": either(draw, "", "0", "1500000"), "source": known_from(draw, of)}
        for _ in range(draw(st.integers(1, 6)))
    ]  # fmt: skip
    return each_once(rows, "feature", "date", "status", "text_da")


def _day(draw: st.DrawFn, years: range) -> Row:
    precision = either(draw, *PRECISIONS)
    year = either(draw, 1960, years[0] - 1, years[0], years[-1], years[-1] + 2)
    year -= year % 10 if precision == "decade" else 0
    rest = "01-01" if precision in YEARS_MORE else either(draw, "01-01", "03-01", "12-31")
    return {"date": f"{year}-{rest}", "date_precision": precision}


def figures(draw: st.DrawFn, features: list[str], of: list[Row]) -> list[Row]:
    """Figures of features or of a plan."""
    rows = [
        {"feature": either(draw, *features), "measure": either(draw, "pris", "areal", "beboere"),
         "value": either(draw, "0", "1500000.5", "-2", "7"), "source": known_from(draw, of),
         "unit": either(draw, "hectares", "dkk", "persons", "dwellings", "metres",
                        "square_metres"),
         "qualifier": either(draw, "", "about", "almost", "over"), **said(draw, "text")}
        for _ in range(draw(st.integers(1, 3)))
    ]  # fmt: skip
    return each_once(rows, "feature", "measure", "source")


def offers(draw: st.DrawFn, features: list[str], of: list[Row]) -> list[Row]:
    """What residents can use, somewhere or at features."""
    return [
        {"id": f"tilbud-{n}", "features": some_of(draw, features),
         "rhythm": either(draw, "", "weekly", "fortnightly", "yearly"),
         "status": either(draw, "running", "held", "planned"),
         "heading": draw(st.just("") | names), "source": known_from(draw, of),
         **said(draw, "name", "text"), **(said(draw, "when") if draw(st.booleans()) else {})}
        for n in range(draw(st.integers(1, 3)))
    ]  # fmt: skip
