"""Options of the command line: one with a type and no default is given when the program is run."""

from __future__ import annotations

import pytest

from flake8_concat import analyze

PROGRAM = """
import argparse
import keras
from keras import layers
parser = argparse.ArgumentParser()
parser.add_argument("--units", {how})
args = parser.parse_args()
settings = vars(args)
x = layers.Dense(args.units)(keras.Input((8,)))
x = layers.Dense(settings["units"])(x)
"""


@pytest.mark.parametrize(
    ("how", "lines"),
    [
        ("type=int", set()),
        ("type=int, help='how many'", set()),
        ("type=int, default=64", set()),
        ("type=int, default=-1", {9, 10}),
        ("type=int, default=None", {9, 10}),
    ],
)
def test_what_an_option_is(how: str, lines: set[int]) -> None:
    report = analyze(PROGRAM.format(how=how), "program.py")
    found = {d.range.line for d in report.diagnostics if d.code.startswith("CAT1")}
    assert found == lines
