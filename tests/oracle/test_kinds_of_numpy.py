"""A whole number of numpy where a layer asks for an int: each row of the table, asked of Keras."""

from __future__ import annotations

import contextlib

import pytest

pytest.importorskip("keras")

from flake8_concat import analyze
from flake8_concat.keras.kinds_of_numpy import ASK_FOR_INT
from tests.oracle.test_kinds_of_arguments import made

HEAD = "import keras\nimport numpy as np\nfrom keras import layers\n"
ROWS = [(layer, name) for name, layers in ASK_FOR_INT.items() for layer in layers.split()]
FACTOR = "Posterization(factor=0.5", "Posterization(factor=4"
NUMBERS = "np.int64(2)", "np.uint8(2)", "np.prod((1, 2))"


def texts(number: str) -> list[str]:
    """The layer of each row. RandomPosterization takes whole factors alone."""
    return [made(layer, name, number).replace(*FACTOR) for layer, name in ROWS]


@pytest.mark.parametrize("number", NUMBERS)
def test_each_is_refused(number: str) -> None:
    scope: dict[str, object] = {}
    exec(HEAD, scope)  # our own text
    lines = texts(number)
    taken = []
    for line in lines:
        with contextlib.suppress(TypeError, ValueError):
            eval(line, scope)  # our own text
            taken.append(line)
    assert not taken
    report = analyze(HEAD + "".join(f"{line}\n" for line in lines), "numpy_numbers.py")
    told = {d.range.line for d in report.diagnostics if "number of numpy" in d.message}
    assert not [line for at, line in enumerate(lines, 4) if at not in told]


def test_plain_numbers_are_taken() -> None:
    scope: dict[str, object] = {}
    exec(HEAD, scope)  # our own text
    for line in texts("2"):
        eval(line, scope)  # our own text
