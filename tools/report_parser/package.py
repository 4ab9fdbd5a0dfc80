"""Write observations.csv and compare it with what the report says."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from .errors import ReportError
from .model import Observation
from .values import value_in

COLUMNS = Observation._fields


def write_observations(path: Path, observations: Iterable[Observation]) -> None:
    """Write the observations as UTF-8 with line feeds."""
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(COLUMNS)
            writer.writerows(observations)
    except OSError as error:
        raise ReportError(
            f"{path}: the file cannot be written ({error}); a writable folder is needed."
        ) from error


def read_observations_file(path: Path) -> list[Observation]:
    """Read observations.csv."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            header, *lines = csv.reader(file)
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise ReportError(
            f"{path}: the observations cannot be read ({error}); a UTF-8 file with a line of "
            "column names is needed (--write makes one)."
        ) from error
    if tuple(header) != COLUMNS:
        raise ReportError(f"{path}: the columns are {header}; {', '.join(COLUMNS)} are allowed.")
    for number, line in enumerate(lines, start=2):
        if len(line) != len(COLUMNS):
            raise ReportError(
                f"{path}: line {number} has {len(line)} cells; {len(COLUMNS)} are allowed."
            )
    return [Observation(*line) for line in lines]


def differences(parsed: list[Observation], stored: list[Observation]) -> Iterator[str]:
    """Yield a sentence for each difference between the report and the file."""
    in_file = {observation.key: observation for observation in stored}
    in_report = {observation.key: observation for observation in parsed}
    if len(in_file) < len(stored):
        yield f"The file holds {len(stored) - len(in_file)} rows with a key of another row."
    for key, observation in in_report.items():
        if key not in in_file:
            yield f"{_words(observation)} is in the report, not in the file."
        else:
            yield from _column_differences(observation, in_file[key])
    for key, observation in in_file.items():
        if key not in in_report:
            yield f"{_words(observation)} is in the file, not in the report."
    if in_report.keys() == in_file.keys() and list(in_report) != list(in_file):
        yield "The rows of the file are not in the order of the parsed ones."


def text_problems(report: str, observations: Iterable[Observation]) -> Iterator[str]:
    """Yield a sentence for each source text that is not in the report or not the value's own."""
    for observation in observations:
        text = observation.source_text
        if text not in report:
            yield f"{_words(observation)}: the source text {text!r} is not in the report."
        try:
            value = value_in(text)
        except ValueError as error:
            yield f"{_words(observation)}: {error}"
            continue
        if f"{value:g}" != observation.value:
            yield f"{_words(observation)}: {text!r} gives {value:g}, not {observation.value}."


def _column_differences(parsed: Observation, stored: Observation) -> Iterator[str]:
    for column, ours, theirs in zip(COLUMNS, parsed, stored, strict=True):
        if ours != theirs:
            yield f"{_words(parsed)}: {column} is {theirs!r} in the file, {ours!r} in the report."


def _words(observation: Observation) -> str:
    return " / ".join(part or "no period" for part in observation.key)
