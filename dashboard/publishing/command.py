"""Publish packages from the command line: `python -m dashboard release …`."""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path

from rich.console import Console

from dashboard.archive.archive import Archive, ArchiveError
from dashboard.compiling.progress import progress
from dashboard.identity.system import system_user
from dashboard.publishing.publish import publish, rollback
from dashboard.publishing.second_command import (
    approve_by,
    list_proposals,
    propose_by,
    withdraw_by,
)
from dashboard.publishing.signing import manifest_of, put_signature
from dashboard.publishing.taking import compiled, published_in
from dashboard.publishing.telling import by_of, note, say_signature, say_who, signature_of, tell
from dashboard.publishing.upkeep import faults_of, prune
from dashboard.settings import PREFIX, Settings, SettingsError, read_settings
from geodata.difference.difference import difference
from geodata.difference.text import as_text
from geodata.disclosure.gate import read_public
from geodata.reading.faults import PackageError

#: So many switches are kept by `prune` unless somebody asks for another number.
_KEPT = 10


def run(arguments: Sequence[str]) -> int:
    """Run one command; return 0, or 1 with a sentence and the archive as it was."""
    options = _parser().parse_args(arguments[1:])
    try:
        settings = read_settings()
        archive = _archive(options, settings)
        done: int = options.run(archive, options, settings)
    except (SettingsError, ArchiveError) as error:
        return _refuse(str(error))
    except PackageError as error:
        return _refuse(f"The package has errors and is not published:\n{error}")
    except OSError as error:
        return _refuse(f"{error.filename or 'The archive'} cannot be written ({error.strerror}). What is shown "
                       "is what was shown.")  # fmt: skip
    return done


def _refuse(words: str) -> int:
    print(words, file=sys.stderr)
    return 1


def _archive(options: argparse.Namespace, settings: Settings) -> Archive:
    folder = options.archive or settings.archive
    if folder is None:
        raise SettingsError(f"No archive is named: set {PREFIX}ARCHIVE, or give --archive FOLDER.")
    return Archive(folder)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m dashboard release", description=__doc__)
    parser.add_argument("--archive", type=Path, metavar="FOLDER",
                        help=f"where editions are kept (default: {PREFIX}ARCHIVE)")  # fmt: skip
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, run_: Callable[..., int], words: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=words, description=words)
        command.set_defaults(run=run_)
        return command

    add("list", _list, "say what was shown, since when, by whom and why")
    show = add("show", _show, "say what is known of an edition")
    show.add_argument("edition", nargs="?", help="the beginning of its id (default: what is shown)")
    diff = add("diff", _diff, "say what differs between two editions")
    diff.add_argument("old", help="the beginning of an id")
    diff.add_argument("new", nargs="?", help="the same (default: what is shown)")
    new = add("publish", _publish, "make a package the one that is shown, or propose it where "
              f"{PREFIX}APPROVAL asks for a second person")  # fmt: skip
    new.add_argument("package", type=Path, metavar="PACKAGE", help="a draft or any data package")
    back = add("rollback", _rollback, "show an older edition again")
    back.add_argument(
        "edition", nargs="?", help="the beginning of its id (default: the one before)"
    )
    for command in (new, back):
        command.add_argument("--why", required=True, help="a sentence for the list")
        say_who(command)
    add(
        "proposals",
        list_proposals,
        "say what waits for a second person, and what became of the rest",
    )
    for name, run_, words in (("approve", approve_by, "show what somebody else proposed"),
                              ("withdraw", withdraw_by, "propose something no longer")):  # fmt: skip
        command = add(name, run_, words)
        command.add_argument("number", type=_count, help="of a proposal")
        command.add_argument("--why", default="", help="a sentence for the list")
        say_who(command)
        if name == "approve":
            say_signature(command)
    say_signature(new)
    listing = add("manifest", _manifest, "write what is signed of a package, or of an edition")
    listing.add_argument("what", help="a folder, or the beginning of an edition's id")
    sign = add("sign", _sign, "keep the signature of an edition")
    sign.add_argument("edition", nargs="?", help="the beginning of its id (default: what is shown)")
    say_signature(sign, required=True)
    build = add("build", _build, "compile an edition for this version of the program")
    build.add_argument(
        "edition", nargs="?", help="the beginning of its id (default: what is shown)"
    )
    add("verify", _verify, "hold every file against its hash")
    less = add("prune", _prune, "remove editions that were not shown lately")
    less.add_argument("--keep", type=_count, default=_KEPT, metavar="N",
                      help="how many switches back (default: %(default)s)")  # fmt: skip
    return parser


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"found '{text}'; allowed: a number from 1")
    return int(text)


def _shown(archive: Archive) -> str:
    current = archive.current()
    if current is None:
        raise ArchiveError(f"Nothing was published in {archive.folder} yet.")
    return current


def _asked(archive: Archive, start: str | None) -> str:
    return archive.named(start) if start else _shown(archive)


def _list(archive: Archive, _options: argparse.Namespace, _settings: Settings) -> int:
    there = set(archive.editions())
    switches = archive.switches()
    for switch in reversed(switches):
        marks = ["shown"] if switch is switches[-1] else []
        marks += [f"approved by {switch.approved.who}"] if switch.approved else []
        marks += [] if switch.edition in there else ["removed"]
        said = f"  ({', '.join(marks)})" if marks else ""
        print(f"{switch.by.when}  {switch.edition}  {switch.kind:8}  {switch.by.who}: "
              f"{switch.by.why}{said}")  # fmt: skip
    return 0


def _show(archive: Archive, options: argparse.Namespace, _settings: Settings) -> int:
    about = archive.about(_asked(archive, options.edition))
    print(json.dumps(asdict(about), ensure_ascii=False, indent=1))
    return 0


def _diff(archive: Archive, options: argparse.Namespace, _settings: Settings) -> int:
    names = (_asked(archive, options.old), _asked(archive, options.new))
    old, new = (read_public(archive.package(name)) for name in names)
    print(as_text(difference(old, new)))
    return 0


def _publish(archive: Archive, options: argparse.Namespace, settings: Settings) -> int:
    if settings.approval:
        return propose_by(archive, options, settings)
    sentences: list[str] = []
    with progress(Console(stderr=True)) as say:
        switch = publish(archive, options.package, settings, by_of(options, settings), say,
                         signature_of(options), sentences.append)  # fmt: skip
    for words in sentences:
        print(words)
    return tell(archive, switch, settings)


def _rollback(archive: Archive, options: argparse.Namespace, settings: Settings) -> int:
    edition = archive.named(options.edition) if options.edition else _before(archive)
    return tell(archive, rollback(archive, edition, settings, by_of(options, settings)), settings)


def _before(archive: Archive) -> str:
    _shown(archive)
    before = archive.switches()[-1].before
    if before is None:
        raise ArchiveError(f"{archive.folder}: nothing was shown before edition {_shown(archive)}.")
    return before


def _manifest(archive: Archive, options: argparse.Namespace, _settings: Settings) -> int:
    folder = Path(options.what)
    package = folder if folder.is_dir() else archive.package(archive.named(options.what))
    print(manifest_of(package, partial(published_in, archive)), end="")
    return 0


def _sign(archive: Archive, options: argparse.Namespace, settings: Settings) -> int:
    edition = _asked(archive, options.edition)
    said = put_signature(archive, edition, signature_of(options), settings)
    note(settings, "signed", system_user(), edition=edition, said=said)
    print(f"Edition {edition} is signed: {said}")
    return 0


def _build(archive: Archive, options: argparse.Namespace, settings: Settings) -> int:
    edition = _asked(archive, options.edition)
    compiled(archive, edition, settings)
    print(f"Edition {edition} can be served.")
    return 0


def _verify(archive: Archive, _options: argparse.Namespace, settings: Settings) -> int:
    faults = list(faults_of(archive, settings.signers))
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"{archive.folder}: {len(archive.editions())} editions, {len(faults)} faults")
    return 1 if faults else 0


def _prune(archive: Archive, options: argparse.Namespace, _settings: Settings) -> int:
    gone = prune(archive, options.keep)
    print(f"{archive.folder}: {len(gone)} editions removed" + "".join(f"\n  {one}" for one in gone))
    return 0
