"""Show how far a compilation has come, where somebody looks."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from dashboard.compiling.crew import Say


@contextmanager
def progress(console: Console) -> Iterator[Say]:
    """Show a bar where somebody looks; a file that takes the output gets none."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True,
                  disable=not console.is_terminal) as bar:  # fmt: skip
        task = bar.add_task("compiling", total=None)

        def say(done: int, of: int) -> None:
            bar.update(task, completed=done, total=of)

        yield say
