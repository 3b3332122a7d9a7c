"""Python's collector of garbage, out of the way while a file is analysed.

A syntax tree is thousands of objects that all stay; the collector walks them again and again while
they are made, a third of all the time.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

MANY = 500_000  # objects made and still there: some hundred MiB


class _Count:
    """The objects that analyses left behind since the last collection."""

    objects = 0


@contextmanager
def no_collection() -> Iterator[None]:
    """Collects nothing inside; before, if much has come together.

    What was made inside counts as old from then on: else the next object that anyone makes would
    have the collector walk all of it, file after file.
    """
    if not gc.isenabled():
        yield
        return
    if _Count.objects > MANY:
        _Count.objects = 0
        gc.collect()
    gc.disable()
    try:
        yield
    finally:
        _Count.objects += gc.get_count()[0]
        if not gc.get_freeze_count():  # what someone froze is to stay so
            gc.freeze()
            gc.unfreeze()
        gc.enable()
