"""No layer of the installed Keras is unknown, save for a few with a reason."""

from __future__ import annotations

import inspect

import pytest

pytest.importorskip("keras")

import keras

from flake8_concat.keras.families import load
from flake8_concat.keras.registry import LAYERS, OPS
from flake8_concat.keras.signatures import canonical

NOT_KNOWN = {
    "Layer": "the base class; users' own layers are traced through their call()",
    "InputSpec": "a description, not a layer",
    "serialize": "takes and gives configurations",
    "deserialize": "takes and gives configurations",
    "Input": "makes a tensor; core.input_shape says its shape",
}


def public() -> list[str]:
    names = [name for name in dir(keras.layers) if not name.startswith("_")]
    return [name for name in names if not inspect.ismodule(getattr(keras.layers, name))]


@pytest.mark.parametrize("name", public())
def test_known(name: str) -> None:
    load()
    known = name in LAYERS or canonical(name) in LAYERS or f"keras.layers.{name}" in OPS
    assert known != (name in NOT_KNOWN)
