"""What a layer is called on where it takes one tensor and is given none: asked of real Keras."""

from __future__ import annotations

import contextlib
import inspect
from typing import Any

import pytest

keras = pytest.importorskip("keras")

from test_kinds_of_arguments import MORE, NEEDED, SIZES  # noqa: E402

from flake8_concat import analyze  # noqa: E402
from flake8_concat.keras.families import load  # noqa: E402
from flake8_concat.keras.no_tensors import LEFT_OUT, TAKEN  # noqa: E402
from flake8_concat.keras.registry import LAYERS  # noqa: E402
from flake8_concat.keras.signatures import OLD_LAYERS  # noqa: E402

HEAD = "import keras\nfrom keras import layers\n"
VALUES = {
    "none": ["None"],
    "number": ["3", "2.5"],
    "word": ["'x'"],
    "empty": ["[]", "()"],
    "empty dict": ["{}"],
    "numbers": ["[1, 2]"],
    "words": ["['a', 'b']"],
    "function": ["lambda x: x", "layers.Dense"],
    "dict": ["{'a': x}"],
}
FIRST = {
    "Embedding": "(5,)", "ReversibleEmbedding": "(5,)", "RepeatVector": "(5,)",
    "MelSpectrogram": "(16000,)", "STFTSpectrogram": "(16000, 1)",
}  # fmt: skip
TEXTS = {"StringLookup": "string", "TextVectorization": "string"}
load()
NAMES = sorted(
    name
    for name in LAYERS
    if name not in LEFT_OUT and name not in OLD_LAYERS and hasattr(keras.layers, name)
)


def lines(layer: str) -> tuple[str, str]:
    """The lines that make an Input, and the layer."""
    parameters = inspect.signature(getattr(keras.layers, layer).__init__).parameters
    given = {n: NEEDED[n] for n, p in parameters.items() if p.default is p.empty and n in NEEDED}
    given.update(MORE.get(layer, {}))
    size = FIRST.get(layer) or next((SIZES[end] for end in SIZES if end in layer), "(8, 8, 3)")
    size = f"(3, {size[1:]}" if layer.startswith("ConvLSTM") else size
    if layer in ("Bidirectional", "RNN", "LSTM", "GRU", "SimpleRNN", "TimeDistributed"):
        size = "(5, 8, 3)" if layer == "TimeDistributed" else "(8, 3)"
    if layer == "RNN":
        given["cell"] = "layers.GRUCell(4)"
    if layer == "TimeDistributed":
        given["layer"] = "layers.Dense(4)"
    made = ", ".join(f"{name}={text}" for name, text in given.items())
    return f"x = keras.Input({size}, dtype='{TEXTS.get(layer, 'float32')}')", f"{layer}({made})"


@pytest.mark.parametrize("layer", NAMES)
def test_as_keras_says(layer: str) -> None:
    tensor, made = lines(layer)
    scope: dict[str, Any] = {}
    exec(HEAD + tensor, scope)  # our own text
    taken, text, refused = [], f"{HEAD}{tensor}\n", set()
    for kind, values in VALUES.items():
        for value in values:
            text += f"layers.{made}({value})\n"
            if layer in TAKEN[kind]:
                continue
            refused.add(text.count("\n"))
            with contextlib.suppress(Exception):
                eval(f"layers.{made}({value})", scope)  # our own text
                taken.append(f"{made}({value})")
    assert not taken
    errors = analyze(text, "no_tensors.py").diagnostics
    told = {d.range.line for d in errors if d.code.startswith("CAT1")}
    assert told >= refused


@pytest.mark.parametrize(
    "call",
    [
        "layers.Identity()(None)",
        "layers.Dropout(0.5)({})",
        "layers.Hashing(3)([])",
        "layers.IntegerLookup(vocabulary=[1, 2])([])",
        "layers.Rescaling(0.5)([1, 2])",
        "layers.ReLU()({'a': x})",
        "layers.StringLookup(vocabulary=['a'])('b')",
        "layers.Lambda(lambda t: t * 2)(x, x)",
    ],
)
def test_taken(call: str) -> None:
    """What Keras takes, we take."""
    head = f"{HEAD}x = keras.Input((4,))\n"
    exec(head + call, {})  # our own text
    errors = analyze(head + call + "\n", "no_tensors.py").diagnostics
    assert not [d for d in errors if d.code.startswith("CAT1")]
