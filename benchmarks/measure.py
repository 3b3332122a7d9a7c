"""How the benchmarks measure: the processor's time, in turns, the least of several."""

from __future__ import annotations

import gc
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
# Modules are kept compiled, as those of an installed package are.
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": ""}
COMMAND = [sys.executable, "-m", "flake8_concat", "check"]

Row = tuple[str, str, str, str]  # what, measured, ratio, limit


def seconds(run: Callable[[], object]) -> float:
    """What a call takes of the processor, without the garbage of the one before."""
    gc.collect()
    start = time.process_time()
    run()
    return time.process_time() - start


def child_seconds(command: list[str], **options: object) -> float:
    """What a process and those it starts take of the processor."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, capture_output=True, check=False, **options)  # type: ignore[call-overload]
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def pairs(a: Callable[[], float], b: Callable[[], float], rounds: int) -> tuple[float, float]:
    """The least of two measurements made in turns: other work on the machine can only add to one.

    Each goes first as often as the other.
    """
    first, second = [], []
    for number in range(rounds):
        if number % 2:
            second.append(b())
            first.append(a())
        else:
            first.append(a())
            second.append(b())
    return min(first), min(second)


def texts_below(folder: Path, count: int) -> list[tuple[str, str]]:
    """About so many Keras programs of a folder that LibCST can parse: path and text."""
    import libcst

    found = []
    for path in sorted(folder.rglob("*.py")):
        if not path.is_file() or path.stat().st_size > 100_000:
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        if "keras" in text:
            found.append((str(path), text))
    chosen = []
    for path_, text in found[:: max(1, len(found) // count)]:
        try:
            libcst.parse_module(text)
        except Exception:  # Python 2
            continue
        chosen.append((path_, text))
    return chosen
