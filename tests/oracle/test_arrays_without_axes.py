"""Arrays without axes, alone and merged with others: no refusal of what the backend takes."""

from __future__ import annotations

import itertools

import pytest

keras = pytest.importorskip("keras")

import numpy as np  # noqa: E402
from keras import layers  # noqa: E402

from flake8_concat import analyze  # noqa: E402

HEAD = "import numpy as np\nfrom keras import layers\n"
MERGES = ("Add", "Average", "Concatenate", "Maximum", "Minimum", "Multiply", "Subtract")
ALONE = ("BatchNormalization", "Dense", "Flatten", "LayerNormalization", "Softmax")
ALONE += ("UnitNormalization",)
ARRAYS = ("np.ones(())", "np.float32(2)", "np.ones((2,))", "np.ones((2, 3))")
CALLS = [
    *(
        f"layers.{name}()([{', '.join(items)}])"
        for name in MERGES
        for count in (1, 2)
        for items in itertools.product(ARRAYS, repeat=count)
    ),
    *(f"layers.{name}({'2' * (name == 'Dense')})(np.ones(()))" for name in ALONE),
]


@pytest.mark.parametrize("call", CALLS)
def test_what_runs_is_not_refused(call: str) -> None:
    told = [d for d in analyze(HEAD + call, "arrays.py").diagnostics if d.code.startswith("CAT1")]
    try:
        eval(call, {"layers": layers, "np": np})  # our own text
    except Exception:
        if "np.ones((2" in call and "Concat" not in call:
            assert told
    else:
        assert not told
