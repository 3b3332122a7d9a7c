"""Many files: read, answered from the cache or analysed, in one process or several.

Answers come in the order of the files, and are the same however many processes there are.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from flake8_concat import gate, memory, nesting, reading
from flake8_concat.options import Options

if TYPE_CHECKING:
    from flake8_concat.analysis import Report
    from flake8_concat.cache import Cache
    from flake8_concat.trace.modules import Loader

HANDFUL = 6  # files that are not worth the start of processes
MOST = 61  # processes; Windows can wait for no more
MAX_BYTES = 4 * nesting.MAX_CHARACTERS + 4  # of a file that are read: what is longer is refused
MAX_KEPT = 1_500_000  # characters of siblings whose trees are kept for the next file


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be said of each file.

    render:  module and function of `faces.render`, such as "text.findings"
    cache:   the folder of the cache, None for none
    """

    render: str
    options: Options
    cache: str | None = None

    def opened(self) -> Cache | None:
        """The cache of this task."""
        if self.cache is None:
            return None
        from flake8_concat import cache

        return cache.Cache(self.cache, self.render, repr(self.options))


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said of a file: lines to print, whether there are findings, what went wrong."""

    path: str
    lines: list[str]
    found: bool = False
    problem: str | None = None

    @staticmethod
    def kept(path: str, found: Any) -> Answer | None:
        """The answer that the cache has; None where it holds something else."""
        match found:
            case {"lines": list(lines), "found": bool(bad), "problem": None | str() as problem}:
                if all(isinstance(line, str) for line in lines):
                    return Answer(path, lines, bad, problem)
        return None


def answers(paths: Iterable[str], task: Task, jobs: int | None = None) -> Iterator[Answer]:
    """The answers for all files. `jobs` None: as many processes as there are processors."""
    jobs = jobs or _processors()
    worker = Worker(task)
    if jobs == 1:
        for path in paths:
            yield worker.answer(path)
        return
    paths = list(paths)
    quick = [worker.quick(path) for path in paths]
    waiting = [path for path, answer in zip(paths, quick, strict=True) if answer is None]
    if len(waiting) <= HANDFUL and jobs > 1:
        slow: Iterator[Answer] = map(worker.answer, waiting)
    else:
        slow = _in_processes(waiting, task, min(jobs, len(waiting), MOST))
    with Progress(len(waiting)) as progress:
        for ready in quick:
            answer = ready or next(slow)
            if ready is None:
                progress.step(prints=bool(answer.lines))
            yield answer


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


class Worker:
    """Answers for one file after the other; siblings are read once."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.cache = task.opened()
        self.loader: Loader | None = None

    def quick(self, path: str) -> Answer | None:
        """The answer if it costs no more than reading: None where the file must be analysed."""
        if os.path.exists(path) and not os.path.isfile(path):
            return self.answer(path)  # a pipe can't be read twice
        return self._quick(path)[0]

    def _quick(self, path: str) -> tuple[Answer | None, bytes]:
        try:
            with open(path, "rb") as file:
                data = file.read(MAX_BYTES)
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or error
            return Answer(path, [], problem=f"cannot be read: {why}"), b""
        if self.cache is None:
            return None, data
        try:
            siblings = path if self.task.options.siblings else None
            if not gate.worth_tracing(reading.decode(data), siblings):
                return Answer(path, []), data
        except reading.Unreadable:
            return None, data
        return Answer.kept(path, self.cache.find(path, data)), data

    def answer(self, path: str) -> Answer:
        """The answer for one file."""
        found, data = self._quick(path)
        return found if found is not None else self._analyzed(path, data)

    def _analyzed(self, path: str, data: bytes) -> Answer:
        from flake8_concat.analysis import analyze

        with memory.no_collection():  # the loader's module imports LibCST
            loader = self._fresh_loader()
        report = analyze(data, path, self.task.options, loader=loader)
        module, _, function = self.task.render.partition(".")
        render = getattr(import_module(f"flake8_concat.faces.render.{module}"), function)
        answer = Answer(path, list(render(report)), bool(report.diagnostics), report.problem)
        if self.cache is not None and _lasts(report):
            neighbours = {place: loader.states[place] for place in loader.asked}
            kept = {key: value for key, value in asdict(answer).items() if key != "path"}
            self.cache.keep(path, data, neighbours, kept)
        return answer

    def _fresh_loader(self) -> Loader:
        """The loader, which remembers only what this file asks for from now on."""
        from flake8_concat.trace.modules import Loader

        if self.loader is None or self.loader.characters > MAX_KEPT:
            self.loader = Loader()
        self.loader.asked = set()
        return self.loader


def _lasts(report: Report) -> bool:
    """Whether the same text gives the same again: not where memory ran out, or a fault was ours."""
    if report.fault is not None:
        return False
    if report.problem is None:
        return report.facts is not None  # else a neighbour has gone since it was looked at
    return report.problem.startswith("cannot be ")


_worker: Worker | None = None


def _start(task: Task) -> None:
    global _worker  # noqa: PLW0603 - each process has one
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:  # so it is in the background
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # the end, without a word
    _worker = Worker(task)


def _answer(path: str) -> Answer:
    assert _worker is not None
    return _worker.answer(path)


def _in_processes(paths: list[str], task: Task, jobs: int) -> Iterator[Answer]:
    """The answers, in order.

    A process that dies, for want of memory say, takes those beside it along. From then on there is
    one process for one file after the other, so that it is known which file ends it.
    """
    given = 0
    alone = False
    while given < len(paths):
        rest = paths[given:]
        chunk = 1 if alone else max(1, min(8, len(rest) // (jobs * 4)))
        try:
            for answer in _in_pool(rest, task, 1 if alone else jobs, chunk):
                given += 1
                yield answer
        except _Died:
            if alone:
                yield Answer(paths[given], [], problem="the process that analysed it died")
                given += 1
            alone = True
        except (OSError, NotImplementedError, ImportError):  # no processes to be had here
            worker = Worker(task)
            yield from map(worker.answer, paths[given:])
            return


class _Died(Exception):
    """A process has ended before its work was done."""


def _in_pool(paths: list[str], task: Task, jobs: int, chunk: int) -> Iterator[Answer]:
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    pool = ProcessPoolExecutor(jobs, initializer=_start, initargs=(task,))
    processes: dict[int, Any] = {}
    try:
        found = pool.map(_answer, paths, chunksize=chunk)
        # nothing but their own list leads to processes that are at work
        processes = dict(pool._processes or {})  # noqa: SLF001
        yield from found
    except BrokenProcessPool:
        raise _Died from None
    except BaseException:  # an interrupt, or nobody reads on: no answer is waited for
        for process in list(processes.values()):
            process.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


class Progress:
    """A bar on the terminal while a long run goes on; nothing where nobody looks."""

    WIDTH, PATIENCE, PAUSE = 30, 1.0, 0.1  # characters, seconds, seconds

    def __init__(self, total: int) -> None:
        self.total, self.done = total, 0
        self.shown = False
        self.stream: Any = sys.stderr
        self.wanted = bool(total) and self.stream is not None and self.stream.isatty()
        self.next = time.monotonic() + self.PATIENCE

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self.clear()

    def step(self, *, prints: bool) -> None:
        """One more file is done; `prints`: its lines come next."""
        self.done += 1
        if not self.wanted:
            return
        if prints:
            self.clear()
        if time.monotonic() >= self.next:
            self.next = time.monotonic() + self.PAUSE
            bar = "#" * (self.WIDTH * self.done // self.total)
            self.stream.write(f"\r[{bar:.<{self.WIDTH}}] {self.done}/{self.total}")
            self.stream.flush()
            self.shown = True

    def clear(self) -> None:
        """Takes the bar away."""
        if self.shown:
            self.stream.write("\r\x1b[K")
            self.stream.flush()
            self.shown = False
