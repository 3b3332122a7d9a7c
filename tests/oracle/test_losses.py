"""Losses of arrays whose ranks differ: which fit the ranks, and which broadcast."""

from __future__ import annotations

from itertools import product

import pytest

keras = pytest.importorskip("keras")

import numpy as np  # noqa: E402

from flake8_concat import analyze  # noqa: E402
from flake8_concat.keras.graph import Tensor  # noqa: E402
from flake8_concat.keras.losses import CLASSES, RULES  # noqa: E402
from flake8_concat.shapes import Shape  # noqa: E402

SHAPES = [(), (3,), (2,), (2, 1), (2, 3), (3, 1), (2, 3, 1)]
PAIRS = list(product(SHAPES, SHAPES))
HEAD = "import numpy as np\nimport keras\n"


@pytest.mark.parametrize("name", sorted(RULES))
def test_as_keras_says(name: str) -> None:
    """What we refuse Keras refuses, and what we know of the values is so."""
    of = f"keras.losses.{name}" + ("(reduction='none')" if name in CLASSES else "")
    if not hasattr(keras.losses, name):
        pytest.skip("only a word that stands for one")
    calls = [f"{of}(np.ones({a}), np.ones({b}))" for a, b in PAIRS]
    report = analyze(HEAD + "".join(f"y{i} = {call}\n" for i, call in enumerate(calls)), "loss.py")
    assert report.facts is not None
    told = {d.range.line - 3 for d in report.diagnostics if d.code.startswith("CAT1")}
    known = report.facts.module_scope
    wrong, refused = [], 0
    for i, call in enumerate(calls):
        try:
            made = eval(call, {"np": np, "keras": keras})  # our own text
        except Exception:
            refused += 1
            continue
        ours = known.get(f"y{i}")
        shape = ours.shape if isinstance(ours, Tensor) else None
        if i in told or (isinstance(shape, Shape) and tuple(shape) != tuple(made.shape)):
            wrong.append((call, shape, tuple(made.shape)))
    assert not wrong
    assert refused  # of sizes that nothing makes fit
    assert told
