"""Limits of time that hold on any machine: a slow one, and one that is at other work, gets more of it.

A limit says what is allowed where :data:`YARDSTICK` is parsed in :data:`REFERENCE` seconds; where the parser is slower
now, so may the analysis be. It is the same for every text, so that growth out of bounds is still seen: such things take
minutes.
"""

from __future__ import annotations

import contextlib
import gc
import signal
import time
from collections.abc import Iterator
from typing import Any

import libcst

YARDSTICK = (
    "x = keras.layers.Conv2D(64, (3, 3), padding='same', name='a')(x)  # (None, 8, 8, 64)\n" * 500
)
REFERENCE = 0.11  # seconds of the processor


@contextlib.contextmanager
def within(seconds: float) -> Iterator[None]:
    """What is done inside takes at most so many seconds of the processor.

    What tests before it left in memory is not searched for garbage meanwhile: that is no cost of what is measured.
    What takes very much longer is broken off where the machine can do that: it might never end.
    """
    gc.freeze()
    try:
        start = time.process_time()
        with _broken_off(20 * seconds):
            yield
        taken = time.process_time() - start
        if taken >= seconds:  # the machine is asked only where it matters
            seconds *= max(1.0, _parsing() / REFERENCE)
        assert taken < seconds
    finally:
        gc.unfreeze()


@contextlib.contextmanager
def _broken_off(seconds: float) -> Iterator[None]:
    if not hasattr(signal, "setitimer"):
        yield
        return

    def stop(*_: Any) -> None:
        raise TimeoutError(f"is at it for {seconds:.0f} seconds")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _parsing() -> float:
    start = time.process_time()
    libcst.parse_module(YARDSTICK)
    return time.process_time() - start
