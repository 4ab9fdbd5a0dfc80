"""Check, describe and export a data package from the command line, and walk in its town."""

import argparse
import io
import os
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from geodata.commands import diff as diff_command
from geodata.commands import intake, release
from geodata.commands import network as network_import
from geodata.commands import new as new_command
from geodata.commands import reach as reach_command
from geodata.commands.options import Parser
from geodata.disclosure.gate import as_public, read_public
from geodata.disclosure.told import told
from geodata.files.export import WRITERS, write
from geodata.files.geopackage import MissingExtraError
from geodata.network.file import faults_of_network
from geodata.package.loading import read_package
from geodata.package.outline_checks import gap_words
from geodata.package.package import Package
from geodata.reading.faults import Fault, PackageError
from geodata.rules.quality import find
from geodata.tables.findings import Finding

SHIPPED = Path(__file__).with_name("randers")


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return 0, or 1 when the package has errors or OUT cannot be written."""
    given = sys.argv[1:] if arguments is None else arguments
    if given[:1] == [release.NAME]:
        return release.run(given[1:])
    options = _parser().parse_args(given)
    try:
        if options.run_alone:
            return int(options.run_alone(options))
        package = read_public(options.package)
    except PackageError as error:
        return _tell(options.package, error.faults)
    return int(options.run(package, options))


def _tell(package: Path, faults: Sequence[Fault]) -> int:
    print(f"{package}: {len(faults)} errors", file=sys.stderr)
    for fault in faults:
        print(f"  error: {fault}", file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m geodata", description=__doc__)
    parser.set_defaults(run_alone=None)
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=Parser)
    check = commands.add_parser("check", help="name all errors and findings; exit 1 on errors")
    # It tells what nobody else may see, too: that it is hidden, and why.
    check.set_defaults(run_alone=_check)
    info = commands.add_parser("info", help="say what a package holds")
    info.set_defaults(run=_info)
    for command in (check, info):
        command.add_argument("package", nargs="?", type=Path, default=SHIPPED, metavar="PACKAGE",
                             help="a folder with a data package (default: the shipped one)")  # fmt: skip
    export = commands.add_parser("export", help="write every printed value with its findings")
    export.add_argument("--format", choices=sorted(WRITERS), default="csv")
    export.add_argument("--package", type=Path, default=SHIPPED)
    export.add_argument("out", type=Path, metavar="OUT", help="the file to write")
    export.set_defaults(run=_export)
    diff_command.add_parser(commands)
    intake.add_parser(commands, SHIPPED)
    new_command.add_parser(commands)
    network_import.add_parser(commands, SHIPPED)
    reach_command.add_parser(commands, SHIPPED)
    release.add_parser(commands)
    return parser


def _check(options: argparse.Namespace) -> int:
    public = as_public(read_package(options.package))
    package = public.package
    # Not a fault of reading: a network that is lost must be imported or taken out again.
    faults = faults_of_network(package.path, package.descriptor.network)
    if faults:
        return _tell(package.path, faults)
    findings = find(package)
    for finding in findings:
        print(f"  {_words(finding)}")
    for line in (*_said_of_source(package), *gap_words(package), *told(public)):
        print(f"  {line}")
    print(f"{package.path}: 0 errors, {len(findings)} findings on "
          f"{len({f.observation.key for f in findings})} of {len(package.observations)} values")  # fmt: skip
    _say_lacking(package)
    return 0


def _said_of_source(package: Package) -> list[str]:
    """Name the cells without a figure, and what the source says in two ways or leaves open."""
    blanks = [f"no figure: {b.indicator}, {b.geography}, {b.period or 'no period'}: {b.kind}"
              + (f" ({b.source_text})" if b.kind != "empty" else "")
              for b in package.blanks if b.kind != "hidden"]  # fmt: skip
    return blanks + [f"remark: {r.about}: {r.text_en}" for r in package.remarks]


def _say_lacking(package: Package) -> None:
    """Name what a package does without, so that nobody takes a slip for a choice."""
    if package.lacking:
        print(f"without: {', '.join(package.lacking)}")


def _words(finding: Finding) -> str:
    o = finding.observation
    period = o.period or "no period"
    detail = f" ({finding.detail})" if finding.detail else ""
    related = "; ".join(f"{r.indicator} {r.geography} {r.period}" for r in finding.related)
    return (f"{finding.severity.name.lower()}: {o.indicator}, {o.geography}, {period}, {o.role}: "
            f"{o.value:g} {finding.rule}{detail}" + (f", see {related}" if related else ""))  # fmt: skip


def _info(package: Package, _: argparse.Namespace) -> int:
    d = package.descriptor
    print(f"{d.title_da} ({d.name} {d.version}), as of {d.as_of}")
    print(f"source: {d.source}; clock {d.first_year} to {d.last_year}")
    print(f"{len(package.observations)} values in {len(package.indicators)} series:")
    counts = Counter(o.indicator for o in package.observations)
    for indicator in package.indicators:
        print(f"  {counts[indicator.id]:4d}  {indicator.id}")
    layers = ", ".join(f"{name} {len(frame)}" for name, frame in package.layers.items())
    print(f"features: {layers}")
    for name, frame in package.outlines.items():
        print(f"outlines in time: {name} {len(frame)} of {frame.index.nunique()} features")
    _say_lacking(package)
    return 0


def _export(package: Package, options: argparse.Namespace) -> int:
    try:
        write(package, options.format, options.out)
    except MissingExtraError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{options.out}: cannot be written: {error.strerror}", file=sys.stderr)
        return 1
    print(f"{options.out}: {len(package.observations)} values")
    return 0


def run() -> int:
    """Run one command; a reader that wants no more, such as `head`, is no failure."""
    # A file's name may be bytes that are no text: it is told, not stumbled over.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes again at its end: that must not fail either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


if __name__ == "__main__":
    sys.exit(run())
