"""A layer that a model runs again on tensors of another rank: no input spec is checked there."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

pytest.importorskip("keras")

import keras
from harness import UNKNOWN, ask_keras, judge, our_shape

from flake8_concat.keras.create import create
from flake8_concat.keras.families import load
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.registry import LAYERS

load()

SIZES = (None, 7, 8, 9, 10, 11)
NEEDED = {
    "filters": 4, "kernel_size": 2, "units": 4, "n": 3, "dims": (2, 1), "rate": 0.1,
    "pool_size": 2, "size": 2,
}  # fmt: skip
SETTINGS: dict[str, list[dict[str, Any]]] = {
    "Global": [{"keepdims": True}, {"data_format": "channels_first"}],
    "LSTM": [{"return_sequences": True}, {"return_state": True}],
    "GRU": [{"return_sequences": True}],
    "MaxPooling": [{"padding": "same"}, {"strides": 3}, {"pool_size": 9}],
    "Conv2D": [{"padding": "same", "strides": 2}],
}


def needed(name: str) -> list[str]:
    """The arguments that a layer can't do without."""
    parameters = inspect.signature(getattr(keras.layers, name).__init__).parameters.values()
    return [
        p.name for p in parameters if p.default is p.empty and p.kind is p.POSITIONAL_OR_KEYWORD
    ][1:]


# Cells are not called by models; the others want more than they must be given.
NOT_TRIED = {
    "GRUCell",
    "LSTMCell",
    "SimpleRNNCell",
    "CategoryEncoding",
    "Discretization",
    "InputLayer",
}
NAMES = sorted(
    name
    for name in LAYERS.keys() - NOT_TRIED
    if hasattr(keras.layers, name) and set(needed(name)) <= set(NEEDED)
)
# No replay of these is followed on any other rank; all the others are on some.
NOT_FOLLOWED = ("Transpose",)


@pytest.mark.parametrize("name", NAMES)
def test_other_ranks(name: str) -> None:
    given = {key: NEEDED[key] for key in needed(name)}
    found: set[str] = set()
    for prefix, settings in {"": [{}], **SETTINGS}.items():
        for setting in settings if name.startswith(prefix) else []:
            found |= {kind(name, {**given, **setting}, rank) for rank in range(1, 7)}
    followed = found - {UNKNOWN}
    unfollowed = any(part in name for part in NOT_FOLLOWED)
    assert followed or unfollowed


def kind(name: str, settings: dict[str, Any], rank: int) -> str:
    """How we agree about a layer replayed on a tensor of this rank."""
    sizes = SIZES[:rank]
    theirs = getattr(keras.layers, name)(**settings)
    ours = create(name, (), settings)
    assert isinstance(ours, Layer)
    given = keras.KerasTensor(sizes)
    answer = ask_keras(lambda: theirs.compute_output_spec(given))
    verdict = judge(
        ours.computed((our_shape(sizes),), {}), answer, f"{name}({settings}) on {sizes}"
    )
    assert verdict.ok or verdict.kind == UNKNOWN, str(verdict)
    return verdict.kind
