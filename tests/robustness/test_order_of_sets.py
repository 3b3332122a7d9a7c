"""What is found does not depend on where Python puts the members of a set."""

from __future__ import annotations

import os
import subprocess
import sys

PROGRAM = """
import keras
from keras import layers

KINDS = {layers.Dense, layers.LSTM, layers.GRU, layers.Conv1D, layers.SimpleRNN}
NAMES = {"left", "right", "upper", "lower", ("a", 1), ("a", 2), 3}

class Wide:
    units = 4

class Narrow:
    units = 2

x = keras.Input((8, 3))
for kind in KINDS | {layers.Dense}:
    y = kind(4, name=kind.__name__)(x) if kind is not layers.Conv1D else kind(4, 3)(x)
for name in frozenset(NAMES):
    z = layers.Dense(2, name=f"of_{name}")(x)
for config in [*{Wide, Narrow}]:
    w = layers.Dense(config.units)(x)
"""
READ = """
import sys
junk = [bytearray(size * int(sys.argv[1])) for size in range(200)]  # moves what is made later
from flake8_concat.analysis import analyze
report = analyze(sys.stdin.read(), "sets.py")
for event in report.facts.events:
    print(event.callee)
for row in report.shapes:
    print(row)
"""


def test_the_order_of_a_set_is_the_same_in_each_process() -> None:
    said = {
        subprocess.run(
            [sys.executable, "-c", READ, str(seed)],
            input=PROGRAM,
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in range(5)
    }
    assert len(said) == 1
