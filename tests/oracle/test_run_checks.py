"""Layers called on several arrays that may not fit each other: what is refused, Keras refuses."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

keras = pytest.importorskip("keras")

import numpy as np  # noqa: E402

from flake8_concat import analyze  # noqa: E402

Draw = Callable[[random.Random], list[tuple[int, ...]]]
HEAD = "import keras\nimport numpy as np\nfrom keras import layers, ops\n"


def _others(rng: random.Random, shape: tuple[int, ...]) -> tuple[int, ...]:
    """The shape, or one with another size or another rank."""
    sizes = list(shape)
    kind = rng.randrange(6)
    if kind < 2:
        sizes[rng.randrange(len(sizes))] = rng.choice([1, 2, 3, 4, 8])
    elif kind == 2 and len(sizes) > 2:
        del sizes[1]
    elif kind == 3:
        sizes.insert(1, rng.choice([1, 4]))
    return tuple(sizes)


CALLS: list[tuple[str, list[tuple[int, ...]]]] = [
    ("layers.Attention()([x, y])", [(2, 4, 8), (2, 6, 8)]),
    ("layers.Attention(score_mode='concat')([x, y, z])", [(2, 4, 8), (2, 6, 3), (2, 6, 8)]),
    ("layers.Attention(use_scale=True)([x, y, z])", [(2, 4, 8), (2, 6, 3), (2, 6, 8)]),
    ("layers.AdditiveAttention()([x, y])", [(2, 4, 8), (2, 6, 8)]),
    ("layers.MultiHeadAttention(2, 4)(x, y)", [(2, 4, 8), (2, 6, 8)]),
    ("layers.MultiHeadAttention(2, 4)(x, y, z)", [(2, 4, 8), (2, 6, 8), (2, 6, 5)]),
    ("layers.GroupQueryAttention(4, 2, 2)(x, y)", [(2, 4, 8), (2, 6, 8)]),
    ("layers.GRU(8)(x, initial_state=y)", [(2, 4, 3), (2, 8)]),
    ("layers.LSTM(8)(x, initial_state=[y, z])", [(2, 4, 3), (2, 8), (2, 8)]),
    ("layers.SimpleRNN(8, return_sequences=True)(x, initial_state=[y])", [(2, 4, 3), (2, 8)]),
    ("layers.Softmax()(x, mask=y > 0)", [(2, 4, 5), (2, 4, 5)]),
    ("layers.RNN(layers.GRUCell(8))(x, initial_state=y)", [(2, 4, 3), (2, 8)]),
    ("layers.Bidirectional(layers.GRU(8))(x, initial_state=[y, y])", [(2, 4, 3), (2, 8)]),
    ("layers.MultiHeadAttention(2, 4)(x, y, attention_mask=z)", [(2, 4, 8), (2, 6, 8), (2, 4, 6)]),
    ("layers.GlobalAveragePooling1D()(x, mask=y)", [(2, 4, 5), (2, 4)]),
]


@pytest.mark.parametrize(("call", "shapes"), CALLS)
def test_what_is_refused_keras_refuses(call: str, shapes: list[tuple[int, ...]]) -> None:
    rng = random.Random(call)
    told, raised = 0, 0
    for _ in range(8):
        drawn = [_others(rng, shape) for shape in shapes]
        names = dict(zip("xyz", drawn, strict=False))
        lines = "".join(f"{name} = np.ones({shape})\n" for name, shape in names.items())
        report = analyze(f"{HEAD}{lines}r = {call}\n", "arrays.py")
        found = [d for d in report.diagnostics if d.code.startswith("CAT1")]
        arrays = {name: np.ones(shape) for name, shape in names.items()}
        try:
            eval(call, {"layers": keras.layers, **arrays})  # our own text
        except Exception:
            raised += 1
            told += bool(found)
        else:
            assert not found, (drawn, found)
    assert told >= raised / 4, (told, raised)


@pytest.mark.parametrize(("call", "shapes"), CALLS)
def test_what_fails_with_the_first_batch_fails(call: str, shapes: list[tuple[int, ...]]) -> None:
    rng = random.Random(f"{call} of inputs")
    for _ in range(5):
        drawn = [_others(rng, shape)[1:] or (3,) for shape in shapes]
        names = dict(zip("xyz", drawn, strict=False))
        lines = "".join(f"{name} = keras.Input({shape})\n" for name, shape in names.items())
        report = analyze(f"{HEAD}{lines}r = {call}\n", "inputs.py")
        if any(d.code.startswith("CAT1") for d in report.diagnostics):
            continue  # not built, as others ask
        inputs = {name: keras.Input(shape) for name, shape in names.items()}
        model = keras.Model([*inputs.values()], eval(call, {"layers": keras.layers, **inputs}))
        if any(d.code == "CAT408" for d in report.diagnostics):
            with pytest.raises(Exception):  # noqa: B017, PT011 - of the backend, of any kind
                model.predict([np.ones((2, *shape)) for shape in drawn], verbose=0)
        elif shapes == [(2, *shape) for shape in drawn]:
            model.predict([np.ones((2, *shape)) for shape in drawn], verbose=0)
