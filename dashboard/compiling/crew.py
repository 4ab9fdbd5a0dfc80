"""Let several processes make the documents of a release, each writing what it made."""

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from typing import Any

from dashboard.compiling.documents import Maker
from dashboard.compiling.made import Made
from dashboard.compiling.materials import Materials
from dashboard.compiling.remembered import Memory, Remembered
from dashboard.release.shelf import Shelf
from dashboard.shades import shades_in

#: A maker of more files makes what is asked for one by one.
_MANY = 20
#: Is told how many of all steps are done.
Say = Callable[[int, int], None]


def silent(_done: int, _of: int) -> None:
    """Say nothing."""


@dataclass(frozen=True)
class Crew:
    """Makers at work for one package and one shelf, in so many processes.

    What the memory has is not made again.

    The processes are forks, which have the package in memory already; where there are none,
    or with one process, everything is made in this one. What is made is the same.
    """

    materials: Materials
    shelf: Shelf
    memory: Memory
    processes: int | None = None
    say: Say = silent

    def make(self, makers: Sequence[Maker]) -> Made:
        """Make all documents; the first failure ends it."""
        made = Made()
        for count, one in enumerate(self._each(makers), 1):
            made.take(one)
            self.say(count, len(makers))
        self.shelf.files.update(made.files)
        return made

    def _each(self, makers: Sequence[Maker]) -> Iterator[Made]:
        named = {number: maker.key(self.materials) for number, maker in enumerate(makers)
                 if isinstance(maker, Remembered)}  # fmt: skip
        known = {
            number: found for number, name in named.items() if (found := self.memory.find(name))
        }
        yield from known.values()
        left = [number for number in range(len(makers)) if number not in known]
        for number, made in self._made(makers, left):
            if number in named:
                self.memory.note(named[number], made)
            yield made

    def _made(self, makers: Sequence[Maker], left: Sequence[int]) -> Iterator[tuple[int, Made]]:
        processes = self.processes or os.cpu_count() or 1
        if min(processes, len(left)) <= 1 or "fork" not in multiprocessing.get_all_start_methods():
            yield from ((number, self.write(makers[number])) for number in left)
            return
        # what all makers need is made before they part
        self.materials.prepare()
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(processes, context, _begin, (self, makers)) as pool:
            jobs = {pool.submit(_write, number): number for number in left}
            for job in as_completed(jobs):
                yield jobs[job], job.result()

    def write(self, maker: Maker) -> Made:
        """Write what one maker makes."""
        documents, made = maker(self.materials), Made()
        shelf = Shelf(self.shelf.folder, self.shelf.packed, len(documents.files) > _MANY)
        made.briefs.update(documents.briefs)
        for name, text in documents.files.items():
            made.paths[name] = shelf.put_named("data", name, text.encode())
            made.shades.update(shades_in(text))
        made.files.update(shelf.files)
        return made


#: In a forked process: what it inherited, so that nothing has to be sent to it.
_inherited: dict[str, Any] = {}


def _begin(crew: Crew, makers: Sequence[Maker]) -> None:
    _inherited.update(crew=crew, makers=makers)


def _write(number: int) -> Made:
    made: Made = _inherited["crew"].write(_inherited["makers"][number])
    return made
