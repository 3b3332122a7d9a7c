"""Python's collector of garbage, out of the way while a file is analysed.

A syntax tree is a hundred thousand objects that all stay; the collector walks them again and again
while they are made, a third of all the time.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

MANY = 1_000_000  # objects made and still there: some hundred MiB


@contextmanager
def no_collection() -> Iterator[None]:
    """Collects nothing inside; afterwards, if much has come together."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        if gc.get_count()[0] > MANY:
            gc.collect()
