"""Answer `/udgaver`: the list of editions, and what changed from one to another."""

from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urlencode

from babel.dates import format_time
from flask import Blueprint, Flask, abort, render_template, request

from dashboard import numbers
from dashboard.archive.archive import Archive, ArchiveError, Switch
from dashboard.archive.told import Step, only_values_of, told
from dashboard.catalogue import LANGUAGES, Catalogue, catalogue
from dashboard.release.reading import Release
from dashboard.release.shelf import SITE
from dashboard.routes import language_of_request

PATH = "/udgaver"
_STYLE = "/about.css"


def add_editions(server: Flask, archive: Archive, release: Release) -> None:
    """Add the page; `release` is what the site is called and how it looks."""
    pages = Blueprint("archive", __name__, template_folder="templates")
    style = next(path.removeprefix(SITE) for path in release.manifest.files
                 if path.endswith(_STYLE))  # fmt: skip

    @pages.get(PATH)
    def page() -> str:
        words = catalogue(language_of_request())
        try:
            switches = archive.switches()
            series = _series(release, words)
            steps = list(_history(archive, switches, series, words) if series
                         else _steps(archive, switches, words))  # fmt: skip
        except ArchiveError:
            abort(404, "editions.not_found")
        return render_template(
            "archive.html",
            language=words.language,
            languages=LANGUAGES,
            title=release.facts.told[words.language].title,
            style=style,
            say=words.text,
            when=lambda switch: moment(switch.by.when, words),
            since=lambda edition: moment(_last(switches, edition).by.when, words),
            here=lambda language: urlencode(request.args.to_dict() | {"sprog": language}),
            switches=switches[::-1],
            there=set(archive.editions()),
            steps=steps,
            series=release.facts.told[words.language].names.get(series),
            why=lambda step: _of(switches, step).by.why,
        )

    server.register_blueprint(pages)


def _series(release: Release, words: Catalogue) -> str:
    """The series whose history the address asks for; raise `ArchiveError` for an unknown one."""
    asked = request.args.get("serie", "")
    if asked and asked not in release.facts.told[words.language].names:
        raise ArchiveError(f"There is no series '{asked}'.")
    return asked


def _history(
    archive: Archive, switches: list[Switch], series: str, words: Catalogue
) -> Iterator[Step]:
    """Every switch that brought, changed or removed a value of a series, the latest first."""
    for switch in reversed(switches):
        found = archive.difference(str(switch.before), switch.edition)
        own = found and only_values_of(found, series)
        if own and own["values"]:
            yield told(str(switch.before), switch.edition, own, words)


def _of(switches: list[Switch], step: Step) -> Switch:
    """The last switch that made a step."""
    return next(s for s in reversed(switches) if (s.before, s.edition) == (step.before, step.after))


def _steps(archive: Archive, switches: list[Switch], words: Catalogue) -> Iterator[Step]:
    """What the address asks for: all switches from one edition to another, or to the present one.

    Raises `ArchiveError` for an edition that was never shown, or a difference that was not kept.
    """
    start = request.args.get("fra")
    if start is None:
        return
    end = request.args.get("til", switches[-1].edition)
    for switch in _between(switches, start, end):
        found = archive.difference(str(switch.before), switch.edition)
        if found is None:
            raise ArchiveError(f"Nothing was kept of switch {switch.number}.")
        yield told(str(switch.before), switch.edition, found, words)


def moment(when: str, words: Catalogue) -> str:
    """Write a moment in full, in the time of this place; `when` is ISO 8601 with a zone."""
    here = datetime.fromisoformat(when).astimezone()
    return f"{numbers.day(here.date(), words)} {format_time(here, 'short', locale=words.locale)}"


def _last(switches: list[Switch], edition: str) -> Switch:
    """The last switch to an edition."""
    return next(switch for switch in reversed(switches) if switch.edition == edition)


def _between(switches: list[Switch], start: str, end: str) -> list[Switch]:
    """The switches that lead from an edition to another, by way of the last one to that."""
    ends = [switch.number for switch in switches if switch.edition == end]
    begins = [s.number for s in switches if s.before == start and ends and s.number <= ends[-1]]
    if not begins:
        raise ArchiveError(f"No switch leads from edition '{start}' to '{end}'.")
    return [switch for switch in switches if begins[-1] <= switch.number <= ends[-1]]
