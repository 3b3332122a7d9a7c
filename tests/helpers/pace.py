"""Limits of time that hold on any machine: a slow one, and one that is at other work, gets more of it.

A limit says what is allowed where :data:`YARDSTICK` is parsed in :data:`REFERENCE` seconds; where the parser is slower
now, so may the analysis be. It is the same for every text, so that growth out of bounds is still seen: such things take
minutes.
"""

from __future__ import annotations

import contextlib
import gc
import time
from collections.abc import Iterator

import libcst

YARDSTICK = (
    "x = keras.layers.Conv2D(64, (3, 3), padding='same', name='a')(x)  # (None, 8, 8, 64)\n" * 500
)
REFERENCE = 0.11  # seconds of the processor


@contextlib.contextmanager
def within(seconds: float) -> Iterator[None]:
    """What is done inside takes at most so many seconds of the processor.

    What tests before it left in memory is not searched for garbage meanwhile: that is no cost of what is measured.
    """
    gc.freeze()
    try:
        start = time.process_time()
        yield
        taken = time.process_time() - start
        if taken >= seconds:  # the machine is asked only where it matters
            seconds *= max(1.0, _parsing() / REFERENCE)
        assert taken < seconds
    finally:
        gc.unfreeze()


def _parsing() -> float:
    start = time.process_time()
    libcst.parse_module(YARDSTICK)
    return time.process_time() - start
