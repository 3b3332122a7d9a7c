"""When and where programs are checked: after a pause, in a thread, the newest text only."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from flake8_concat.analysis import Report, analyze
from flake8_concat.faces.lsp.documents import Program
from flake8_concat.faces.lsp.shown import Shown
from flake8_concat.options import Options
from flake8_concat.patience import OutOfTime, Patience
from flake8_concat.trace.modules import Loader
from flake8_concat.trace.reparsing import Parser
from flake8_concat.trace.source import Source

log = logging.getLogger(__name__)
T = TypeVar("T")

_STACK = 64 << 20  # bytes; the parser recurses as deep as the text is nested
_KEEP = 200  # parsed siblings
# Clearing memory takes as long as a check, some 30 ms for a file of 1,000 lines. It waits until
# what the editor asks after a result is answered, and for whoever is typing, but not for ever.
_GARBAGE = 8  # checks after which memory is cleared, even if there was no pause
_IDLE = 0.03  # seconds; shorter than the pause before a check


class Siblings(Loader):
    """A loader that keeps what it parsed, from one check to the next, while it is unchanged."""

    def __init__(
        self, texts: dict[str, str], kept: dict[str, tuple[Any, Source | None]], parser: Parser
    ) -> None:
        super().__init__(texts)
        self.kept = kept
        self.parser = parser

    def source(self, text: str, path: str) -> Source:
        """The source of the file that is checked."""
        return Source(text, path, self.parser.parse)

    def _load(self, path: str) -> Source | None:
        stamp: Any = self.texts.get(path)
        if stamp is None:
            try:
                status = os.stat(path)
            except (OSError, ValueError):
                return None
            stamp = status.st_mtime_ns, status.st_size
        found = self.kept.get(path)
        if found is None or found[0] != stamp:
            if len(self.kept) >= _KEEP:
                self.kept.clear()
            found = self.kept[path] = stamp, super()._load(path)
        return found[1]


@dataclass(frozen=True)
class Job:
    """What a check needs: the program, the options, the unsaved texts of its siblings."""

    program: Program
    options: Options
    texts: dict[str, str]
    parser: Parser


@dataclass(frozen=True)
class Checked:
    """A program with its report. `read`: the siblings that were looked for."""

    program: Program
    options: Options
    report: Report
    read: frozenset[str] = frozenset()

    def depends_on(self, path: str) -> bool:
        """Whether another file bears on the result; what was not traced may be worth it now."""
        return path in self.read or self.report.facts is None

    @cached_property
    def shown(self) -> Shown | None:
        """What the trace knows of places in the text; None if there was no trace."""
        return Shown(self.report.facts) if self.report.facts is not None else None


@dataclass
class _State:
    parser: Parser = field(default_factory=Parser)
    wanted: int = 0
    done: int = -1
    checked: Checked | None = None
    timer: asyncio.TimerHandle | None = None
    task: asyncio.Task[None] | None = None


class Checker:
    """Checks programs. To be used from the event loop's thread.

    job:      gives what is to be checked, None for a program that is no more
    publish:  is told of each result that is not outdated, with the one before it
    """

    def __init__(
        self,
        job: Callable[[str, Parser], Job | None],
        publish: Callable[[Checked, Checked | None], None],
    ) -> None:
        self._job, self._publish = job, publish
        self._states: dict[str, _State] = {}
        self._kept: dict[str, tuple[Any, Source | None]] = {}
        self._since_clearing = 0
        self._clearing: asyncio.TimerHandle | None = None
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="check")

    def start(self) -> None:
        """Starts the thread, and loads what a check needs while nobody waits."""
        size = threading.stack_size(_STACK)
        try:
            self._pool.submit(_warm_up)  # the thread is made here
        finally:
            threading.stack_size(size)

    def stop(self) -> None:
        """Drops what is waiting."""
        for key in list(self._states):
            self.forget(key)
        if self._clearing is not None:
            self._clearing.cancel()
        self._pool.shutdown(wait=False, cancel_futures=True)

    def touch(self, key: str, delay: float) -> None:
        """A program changed: it is checked after `delay` seconds without another change."""
        state = self._states.setdefault(key, _State())
        state.wanted += 1
        if state.timer is not None:
            state.timer.cancel()
        if self._clearing is not None and self._since_clearing < _GARBAGE:
            self._clearing.cancel()
        state.timer = asyncio.get_running_loop().call_later(delay, self._start, key)

    def forget(self, key: str) -> None:
        """A program was closed: nothing is published for it any more."""
        state = self._states.pop(key, None)
        if state is not None and state.timer is not None:
            state.timer.cancel()

    def last(self, key: str) -> Checked | None:
        """The newest result there is, perhaps of an older text."""
        state = self._states.get(key)
        return state.checked if state is not None else None

    async def newest(self, key: str, *, patient: bool = False) -> Checked | None:
        """The result for the text as it is now; None if it is closed.

        It is checked at once, or, where who asks is `patient`, after the pause like every change.
        """
        while (state := self._states.get(key)) is not None:
            if state.done == state.wanted:
                return state.checked
            if patient and state.timer is not None:
                await asyncio.sleep(state.timer.when() - asyncio.get_running_loop().time())
                continue
            self._start(key)
            if state.task is not None:
                await asyncio.shield(state.task)
        return None

    async def ask(
        self, key: str, question: Callable[[Checked], T], *, patient: bool = False
    ) -> T | None:
        """The answer to a question about the newest result, worked out in the thread."""
        checked = await self.newest(key, patient=patient)
        if checked is None:
            return None
        return await asyncio.get_running_loop().run_in_executor(
            self._pool, _answer, question, checked
        )

    def _start(self, key: str) -> None:
        state = self._states.get(key)
        if state is None:
            return
        if state.timer is not None:
            state.timer.cancel()
            state.timer = None
        if state.task is None:
            state.task = asyncio.get_running_loop().create_task(self._work(key, state))

    async def _work(self, key: str, state: _State) -> None:
        """Checks until the result is that of the newest text, or a timer will see to it."""
        loop = asyncio.get_running_loop()
        try:
            while state.done != state.wanted and state is self._states.get(key):
                wanted = state.wanted
                job = self._job(key, state.parser)
                checked = None
                if job is not None:
                    checked = await loop.run_in_executor(self._pool, _check, job, self._kept)
                if state is not self._states.get(key):
                    return
                if wanted == state.wanted:
                    before = state.checked
                    state.done, state.checked = wanted, checked
                    if checked is not None:
                        self._publish(checked, before)
                elif state.timer is not None:
                    return
        except Exception:
            log.exception("the check of %s failed", key)
            state.done = state.wanted
        finally:
            state.task = None
            self._clear_later(loop)

    def _clear_later(self, loop: asyncio.AbstractEventLoop) -> None:
        """Garbage is collected between checks, never during one: that costs as much as a check."""
        self._since_clearing += 1
        if self._clearing is not None:
            self._clearing.cancel()
        delay = _IDLE if self._since_clearing < _GARBAGE else 0
        self._clearing = loop.call_later(delay, self._clear)

    def _clear(self) -> None:
        self._since_clearing = 0
        self._clearing = None
        self._pool.submit(gc.collect)


def _check(job: Job, kept: dict[str, tuple[Any, Source | None]]) -> Checked:
    loader = Siblings(job.texts, kept, job.parser)
    program = job.program
    report = analyze(program.text, program.path, job.options, loader=loader)
    if report.facts is not None:  # for the open programs that import it
        kept[program.path] = program.text, report.facts.source
    return Checked(program, job.options, report, frozenset(loader.asked))


def _answer(question: Callable[[Checked], T], checked: Checked) -> T | None:
    """The answer to a question; None to one that would take too long."""
    try:
        with Patience():
            return question(checked)
    except OutOfTime:
        log.exception("a question about %s takes too long", checked.program.path)
        return None


_SMALL = "import keras\na = keras.Input((4, 4, 3))\nb = keras.layers.Concatenate()([a, a])\n"


def _warm_up() -> None:
    analyze(_SMALL, "warm-up.py")
    gc.collect()
    gc.freeze()
    gc.disable()
