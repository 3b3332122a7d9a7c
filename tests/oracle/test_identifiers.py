"""Which arguments of which layers are words for activations, initializers and so on: ask Keras."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

pytest.importorskip("keras")

import keras
from test_every_layer import REQUIRED

from flake8_concat.keras.create import create
from flake8_concat.keras.families import load
from flake8_concat.keras.identifiers import TRAINING, WORDS, SeedGenerator
from flake8_concat.keras.registry import LAYERS
from flake8_concat.keras.signatures import canonical, layer_signature
from flake8_concat.shapes import Mismatch

load()
MORE: dict[str, dict[str, Any]] = {
    **{f"ConvLSTM{rank}D": {"filters": 2, "kernel_size": 2} for rank in (1, 2, 3)},
    **{name: {"units": 2} for name in ("GRU", "GRUCell", "LSTM", "LSTMCell")},
    **{name: {"units": 2} for name in ("SimpleRNN", "SimpleRNNCell")},
    "GroupQueryAttention": {"head_dim": 2, "num_query_heads": 2, "num_key_value_heads": 2},
    "MultiHeadAttention": {"num_heads": 2, "key_dim": 2},
    "Attention": {},
}
MADE = {**REQUIRED, **MORE}
MADE |= {name: {} for name in ("BatchNormalization", "LayerNormalization", "PReLU")}
ASKED = [
    (name, argument)
    for name in sorted(MADE)
    if hasattr(keras.layers, name) and name in LAYERS
    for argument in layer_signature(name).names
    if argument.rpartition("_")[2] in WORDS
]


def refuses(name: str, kwargs: dict[str, Any]) -> bool:
    try:
        getattr(keras.layers, name)(**kwargs)
    except ValueError:
        return True
    return False


@pytest.mark.parametrize(("name", "argument"), ASKED)
def test_a_word_that_says_nothing(name: str, argument: str) -> None:
    for value in ("nonsense", 0.5, [1], True):
        kwargs = {**MADE[name], argument: value}
        assert isinstance(create(name, (), kwargs), Mismatch) == refuses(name, kwargs), value


@pytest.mark.parametrize("kind", WORDS)
def test_the_words(kind: str) -> None:
    module = getattr(keras.src, f"{kind}s")
    assert set(module.ALL_OBJECTS_DICT) == WORDS[kind]


def test_every_layer_with_such_words_is_asked() -> None:
    names = {
        name
        for name, kind in vars(keras.layers).items()
        if inspect.isclass(kind)
        if {p.rpartition("_")[2] for p in inspect.signature(kind.__init__).parameters} & set(WORDS)
    }
    assert {canonical(name) for name in names} - {"Layer"} <= set(MADE)


NEEDED = {
    "rate": 0.5,
    "units": 2,
    "filters": 2,
    "kernel_size": 2,
    "stddev": 0.1,
    "height": 4,
    "width": 4,
    "height_factor": 0.1,
    "width_factor": 0.1,
    "factor": 1,
    "num_heads": 2,
    "key_dim": 2,
    "head_dim": 2,
    "num_query_heads": 2,
    "num_key_value_heads": 2,
}
WITH_SEEDS = sorted(
    name
    for name, kind in vars(keras.layers).items()
    if inspect.isclass(kind) and "seed" in inspect.signature(kind.__init__).parameters
    if name != "JaxLayer"
)


@pytest.mark.parametrize("name", WITH_SEEDS)
def test_seeds(name: str) -> None:
    signature = layer_signature(name)
    needed = {n: NEEDED[n] for n in signature.names if n not in signature.defaults}
    for seed, ours in (
        (1.5, 1.5),
        ("a", "a"),
        (7, 7),
        (keras.random.SeedGenerator(7), SeedGenerator()),
    ):
        refused = isinstance(create(name, (), {**needed, "seed": ours}), Mismatch)
        assert refused == refuses(name, {**needed, "seed": seed}), seed


@pytest.mark.parametrize("kind", TRAINING)
def test_the_words_of_training(kind: str) -> None:
    module = getattr(keras, {"loss": "losses"}.get(kind, f"{kind}s"))
    source = getattr(keras.src, module.__name__.rpartition(".")[2])
    told = {name for name in source.ALL_OBJECTS_DICT if isinstance(name, str)}
    # Words that are read otherwise, or were by Keras 2; snake case of what has none.
    more = {
        "optimizer": set(),
        "loss": {"ce", "crossentropy", "loss", "loss_function_wrapper"},
        "metric": {"acc", "ce", "crossentropy"},
    }
    assert TRAINING[kind] - told <= more[kind]
    assert told <= TRAINING[kind]
    with pytest.raises(ValueError, match="interpret"):
        module.get("nonsense")
