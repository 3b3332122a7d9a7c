"""A last line of defence: what takes longer than any file should is broken off, in any thread.

What is traced is counted in steps, and each walk over what a program makes is counted or sees each
thing once. This is for the walk that nobody thought of: it costs one file its findings, and the run
goes on. One thread sleeps beside all that are at work, and now and then looks at
how much of the processor they have had. It raises OutOfTime between two instructions of one.
"""

from __future__ import annotations

import _thread
import os
import time

SECONDS = 30.0  # of the processor; what takes longest on purpose takes two or three
MORE = 30.0  # for each million characters, of which the parser alone needs ten
LOOK = 2.0  # how often is looked


class OutOfTime(BaseException):
    """It has taken longer than anyone waits."""


class Patience:
    """For a `with`: raises OutOfTime in it, once, when so much time of the processor has passed.

    One in another of the same thread does nothing.
    """

    __slots__ = ("end", "inner", "seconds", "thread", "told")

    def __init__(self, characters: int = 0) -> None:
        self.seconds = SECONDS + MORE * characters / 1_000_000
        self.end: float | None = None  # from when it is first looked at
        self.thread = _thread.get_ident()
        self.inner = self.told = False

    def __enter__(self) -> None:
        with _Watch.lock:
            self.inner = self.thread in _Watch.waiting
            if not self.inner:
                _Watch.start()
                _Watch.waiting[self.thread] = self

    def __exit__(self, *_: object) -> None:
        while not self.inner:
            try:
                with _Watch.lock:
                    _Watch.waiting.pop(self.thread, None)
                    self.inner = True
            except OutOfTime:  # told just now
                continue
        if self.told:  # what was told just before the lock was had is raised here, if at all
            # Not taken back: CPython 3.11 would look for it at each instruction from then on, and
            # never come to one where the program is traced as well.
            try:
                for _again in range(8):
                    pass
            except OutOfTime:
                pass


class _Watch:
    """Those who are at work, by their threads, and whether somebody looks at them."""

    lock = _thread.allocate_lock()
    waiting: dict[int, Patience] = {}  # noqa: RUF012 - there is one in a process
    runs = False

    @classmethod
    def start(cls) -> None:
        if not cls.runs:
            try:
                _thread.start_new_thread(cls.look, ())
                cls.runs = True
            except RuntimeError:  # there are no threads here, or no more of them
                return

    @classmethod
    def look(cls) -> None:
        while True:
            time.sleep(LOOK)
            with cls.lock:
                if not cls.waiting:
                    cls.runs = False
                    return
                for one in list(cls.waiting.values()):
                    spent = _spent_by(one.thread)
                    if one.end is None:
                        one.end = spent + one.seconds
                    elif spent >= one.end:
                        # Forgotten before it is told, which may be anywhere, on its way out too.
                        del cls.waiting[one.thread]
                        one.told = True
                        _tell(one.thread, OutOfTime)

    @classmethod
    def forked(cls) -> None:
        """A process that was forked off has none of the other threads."""
        cls.lock, cls.waiting, cls.runs = _thread.allocate_lock(), {}, False


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_Watch.forked)


def _spent_by(thread: int) -> float:
    """The time of the processor that a thread has had; of all threads where that can't be told."""
    clock = getattr(time, "pthread_getcpuclockid", None)
    return time.process_time() if clock is None else time.clock_gettime(clock(thread))


def _tell(thread: int, what: type[BaseException]) -> None:
    """Has a thread raise an exception at its next instruction."""
    try:
        import ctypes

        tell = ctypes.pythonapi.PyThreadState_SetAsyncExc
    except (ImportError, AttributeError):  # not CPython
        return
    tell(ctypes.c_ulong(thread), ctypes.py_object(what))
