"""Words for initializers of matrices, for each weight of each layer: asked of real Keras."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

keras = pytest.importorskip("keras")

from test_kinds_of_arguments import NEEDED, SIZES  # noqa: E402

from flake8_concat import analyze  # noqa: E402
from flake8_concat.keras.initializers import DEEP, ONE_AXIS  # noqa: E402

LAYERS = sorted(
    {name for names in DEEP.values() for name in names}
    | {name for _, names in ONE_AXIS.values() for name in names}
    | {"EinsumDense", "Embedding", "GRU", "GRUCell", "PReLU"}
)
GIVEN = {"GroupNormalization": {"groups": "2"}}
CALLS = {
    "GRUCell": "m, [s]", "LSTMCell": "m, [s, s]", "SimpleRNNCell": "m, [s]",
    "GroupQueryAttention": "x, x", "MultiHeadAttention": "x, x", "Embedding": "i",
}  # fmt: skip
HEAD = """\
import keras
from keras import layers
m, s = keras.Input((8,)), keras.Input((4,))
i = keras.Input((5,), dtype="int32")
"""


def programs(layer: str) -> list[str]:
    """The layer made with each word for each of its weights, and called on the last line."""
    size = next((SIZES[end] for end in SIZES if end in layer), "(8, 8)")
    size = f"(3, {size[1:]}" if layer.startswith("ConvLSTM") else size
    parameters = inspect.signature(getattr(keras.layers, layer).__init__).parameters
    needed = {n: NEEDED[n] for n, p in parameters.items() if p.default is p.empty and n in NEEDED}
    needed.update(GIVEN.get(layer, {}))
    found = []
    for name in parameters:
        bare = name == "bias_initializer" and "use_bias" in parameters
        flags: list[dict[str, str]] = [{}, {"use_bias": "False"}] if bare else [{}]
        for word in ("orthogonal", "Identity", "zeros") if name.endswith("_initializer") else ():
            for flag in flags:
                given = {**needed, name: repr(word), **flag}
                made = ", ".join(f"{key}={text}" for key, text in given.items())
                found.append(
                    f"{HEAD}x = keras.Input({size})\nf = layers.{layer}({made})\n"
                    f"f({CALLS.get(layer, 'x')})\n"
                )
    return found


@pytest.mark.parametrize("layer", LAYERS)
def test_as_keras_says(layer: str) -> None:
    for text in programs(layer):
        scope: dict[str, Any] = {}
        refused = False
        try:
            exec(text, scope)  # our own text
        except ValueError:
            assert "f" in scope, text
            refused = True
        told = {d.range.line for d in analyze(text, "a.py").diagnostics}
        missed = layer in ("EinsumDense", "Embedding", "GRU", "GRUCell", "PReLU")
        assert (told == {7}) == refused or (missed and not told), text
