"""Programs of plain Python, run by Python and traced: every variable has the same value.

Each file in `programs/` is one. A value that the trace does not know fails the test too.
"""

from __future__ import annotations

import math
import runpy
from pathlib import Path
from typing import Any

import pytest

from flake8_concat.shapes import Unknown
from flake8_concat.trace.source import Source
from flake8_concat.trace.tracer import trace
from flake8_concat.trace.values import Dict, List, Set

PROGRAMS = sorted((Path(__file__).parent / "programs").glob("*.py"))
PLAIN = (int, float, complex, str, bytes, range, type(None))


def is_plain(value: Any) -> bool:
    """Whether a value of Python is data that the trace has as such."""
    if type(value) is dict:
        return is_plain(list(value)) and is_plain(list(value.values()))
    if type(value) in (list, tuple, set, frozenset):
        return all(is_plain(item) for item in value)
    return type(value) in PLAIN or isinstance(value, bool)


def same(theirs: Any, ours: Any) -> bool:
    """Whether the trace has the value of Python, type by type."""
    if isinstance(ours, Unknown) or getattr(ours, "blur", None) is not None:
        return False
    if isinstance(theirs, dict):
        return type(ours) is Dict and same(list(theirs.items()), List(ours.items()))
    if isinstance(theirs, (list, tuple)):
        return (
            isinstance(ours, type(theirs))
            and len(ours) == len(theirs)
            and all(map(same, theirs, ours))
        )
    if isinstance(theirs, (set, frozenset)):
        return isinstance(ours, (Set, frozenset)) and theirs == ours
    if isinstance(theirs, float) and math.isnan(theirs):
        return isinstance(ours, float) and math.isnan(ours)
    return type(theirs) is type(ours) and theirs == ours


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_every_variable_has_the_value_that_python_gives(path: Path) -> None:
    if path.stem.startswith("numpy"):
        pytest.importorskip("numpy")
    theirs = {
        name: value
        for name, value in runpy.run_path(str(path)).items()
        if not name.startswith("__") and is_plain(value)
    }
    assert theirs
    ours = trace(Source(path.read_text(encoding="utf-8"), str(path))).module_scope
    wrong = {
        name: (value, ours.get(name))
        for name, value in theirs.items()
        if not same(value, ours.get(name, Unknown("it is not there")))
    }
    assert not wrong
