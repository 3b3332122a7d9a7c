"""Behind what ends a program nothing is certain: it never runs."""

from __future__ import annotations

import pytest

from flake8_concat import analyze

HEAD = """import os
import sys

import keras
from keras import layers

x = keras.Input((8, 8, 3))
y = layers.Conv2D(4, 3)(x)
"""
MERGE = "layers.Add()([x, y])\n"
ENDS = ("exit()", "quit()", "sys.exit(1)", "os._exit(0)", "raise SystemExit", "raise SystemExit(1)")


def told(code: str) -> list[str]:
    return [item.code for item in analyze(HEAD + code, "model.py").diagnostics]


@pytest.mark.parametrize("end", ENDS)
def test_nothing_is_said_behind_it(end: str) -> None:
    assert told(f"{end}\n{MERGE}") == []
    assert told(f"def stop():\n    {end}\n\nstop()\n{MERGE}") == []


@pytest.mark.parametrize("end", ENDS)
def test_what_stands_before_it_or_beside_it_is(end: str) -> None:
    assert told(f"{MERGE}{end}\n") == ["CAT111"]
    assert told(f"if len(sys.argv) > 3:\n    {end}\n{MERGE}") == ["CAT111"]
    assert told(f"try:\n    {end}\nexcept SystemExit:\n    pass\n{MERGE}") == ["CAT111"]
    assert told(f"def stop():\n    {end}\n\n{MERGE}") == ["CAT111"]


def test_a_function_of_that_name_ends_nothing() -> None:
    assert told(f"def exit():\n    return 1\n\nexit()\n{MERGE}") == ["CAT111"]
