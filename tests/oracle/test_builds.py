"""`layer.build(shape)` by hand: refused where Keras refuses, nowhere else."""

from __future__ import annotations

from typing import Any

import pytest

pytest.importorskip("keras")

import keras
from harness import our_shape, weightless

from flake8_concat.keras.builds import refused_build
from flake8_concat.keras.create import create
from flake8_concat.keras.families import load
from flake8_concat.keras.layer import Layer

LAYERS: list[tuple[str, dict[str, Any]]] = [
    ("Dense", {"units": 3}),
    ("Conv1D", {"filters": 3, "kernel_size": 5}),
    ("Conv1D", {"filters": 4, "kernel_size": 3, "data_format": "channels_first"}),
    ("Conv2D", {"filters": 4, "kernel_size": 3, "groups": 2}),
    ("Conv2D", {"filters": 3, "kernel_size": 20, "padding": "same"}),
    ("Conv3D", {"filters": 3, "kernel_size": 2}),
    ("Conv2DTranspose", {"filters": 3, "kernel_size": 3}),
    ("DepthwiseConv2D", {"kernel_size": 5}),
    ("SeparableConv1D", {"filters": 3, "kernel_size": 5}),
    ("BatchNormalization", {"axis": -2}),
    ("LayerNormalization", {"axis": (1, 2)}),
    ("GroupNormalization", {"groups": 2}),
    ("UnitNormalization", {"axis": 2}),
    ("RMSNormalization", {"axis": 2}),
    ("Normalization", {"axis": 2}),
    ("LSTM", {"units": 3}),
    ("GRUCell", {"units": 3}),
    ("Embedding", {"input_dim": 3, "output_dim": 4}),
    ("PReLU", {"shared_axes": [1]}),
    ("EinsumDense", {"equation": "abc,cd->abd", "output_shape": (None, 4)}),
    ("Flatten", {}),
    ("Reshape", {"target_shape": (4,)}),
    ("MaxPooling2D", {"pool_size": 7}),
    ("Dropout", {"rate": 0.1}),
]
MERGE = ("Add", "Average", "Concatenate", "Maximum", "Minimum", "Multiply", "Subtract")
SHAPES = [
    (4,), (None, 4), (None, None), (None, 3, 4), (None, 4, None), (None, 6, 5), (None, 8, 8, 4),
    (None, None, None, 4), (None, 8, 8, None), (None, 8, 8, 3), (None, 4, 4, 4, 4),
]  # fmt: skip
SEVERAL = [
    [(None, 4), (None, 4)],
    [(None, 4), (None, 5)],
    [(None, 3, 4), (None, 5, 4)],
    [(None, 3, 4)],
    [(None, 4), (None, 3, 4)],
    [(None, None, 4), (None, 3, 4)],
    [(None, 4), (None, 4), (None, 4)],
]


@pytest.mark.parametrize(("name", "arguments"), LAYERS)
def test_of_one_shape(name: str, arguments: dict[str, Any]) -> None:
    assert not [shape for shape in SHAPES if differs(name, arguments, shape)]


@pytest.mark.parametrize("name", MERGE)
def test_of_several_shapes(name: str) -> None:
    assert not [shapes for shapes in [*SEVERAL, *SHAPES] if differs(name, {}, shapes)]


def differs(name: str, arguments: dict[str, Any], shape: Any) -> bool:
    load()
    layer = create(name, (), arguments)
    assert isinstance(layer, Layer)
    given = [our_shape(one) for one in shape] if isinstance(shape, list) else our_shape(shape)
    return (refused_build(layer, [given]) is not None) != refuses(name, arguments, shape)


def refuses(name: str, arguments: dict[str, Any], shape: Any) -> bool:
    with weightless():
        layer = getattr(keras.layers, name)(**arguments)
        try:
            layer.build(shape)
        except (ValueError, IndexError, TypeError):
            return True
    return False
