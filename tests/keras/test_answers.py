"""What is answered by the form of the shapes is what the rule of the layer says."""

from __future__ import annotations

from typing import Any

import pytest

from flake8_concat.keras.answers import Answers
from flake8_concat.keras.create import create
from flake8_concat.keras.families import load
from flake8_concat.keras.layer import Layer
from flake8_concat.shapes import BATCH, UNKNOWN_SIZE, Shape, fresh_none, symbol

LAYERS: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = [
    ("Conv2D", (8, 3), {"padding": "same"}),
    ("Conv2D", (8, 3), {"strides": 2}),
    ("DepthwiseConv2D", (3,), {"strides": 2, "padding": "same"}),
    ("Conv2DTranspose", (8, 3), {"strides": 2}),
    ("MaxPooling2D", (), {}),
    ("UpSampling2D", (3,), {}),
    ("ZeroPadding2D", (1,), {}),
    ("Cropping2D", (1,), {}),
    ("BatchNormalization", (), {}),
    ("LayerNormalization", (2,), {}),
    ("Flatten", (), {}),
    ("Reshape", ((-1, 3),), {}),
    ("Permute", ((2, 1, 3),), {}),
    ("GlobalAveragePooling2D", (), {"keepdims": True}),
    ("Dense", (8,), {}),
    ("RepeatVector", (2,), {}),
    ("Resizing", (8, 8), {"crop_to_aspect_ratio": True}),
]
JOINS: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = [
    ("Concatenate", (), {"axis": 1}),
    ("Concatenate", (), {}),
    ("Add", (), {}),
    ("Multiply", (), {}),
    ("Dot", (3,), {}),
]


def rows() -> list[Shape]:
    """Shapes of several forms, with symbols that no other shape has."""
    load()
    h, w, n = fresh_none(), symbol("W", literal=False), symbol("n", literal=True)
    return [
        Shape(sizes)
        for sizes in (
            (BATCH, h, w, 3), (BATCH, w, h, 3), (BATCH, h, h, 3), (BATCH, n, w, 3),
            (BATCH, h // 2, w // 2, 3), (BATCH, 2 * h, w, 3), (BATCH, (h + 1) // 2, h, 3),
            (BATCH, 2 * n, n, 3), (BATCH, h, w, w), (BATCH, h, w, n), (BATCH, h, UNKNOWN_SIZE, 3),
            (h, h, w, 3), (BATCH, 8, w, 3), (BATCH, h), (BATCH, n),
        )
    ]  # fmt: skip


def judge(name: str, args: tuple[Any, ...], kwargs: dict[str, Any], given: Any) -> bool:
    """Whether an answer was kept; it is what the rule says of these very sizes."""
    layer = create(name, args, kwargs)
    assert isinstance(layer, Layer)
    assert layer.answers is not None
    soon = layer.outcome((given,), {}), layer.demands(given)
    kept = (given if isinstance(given, Shape) else (list, *given)) in layer.answers
    layer.answers = None
    anew = layer.outcome((given,), {}), layer.demands(given)
    assert soon == anew if kept else repr(soon) == repr(anew)
    return kept


@pytest.mark.parametrize(("name", "args", "kwargs"), LAYERS)
def test_one_tensor(name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
    kept = [judge(name, args, kwargs, given) for _ in range(3) for given in rows()]
    assert kept.count(True) > 5 or name == "Flatten"


@pytest.mark.parametrize(("name", "args", "kwargs"), JOINS)
def test_several_tensors(name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
    for _ in range(3):
        there = rows()
        for given in ([one, other] for one in there[:9] for other in there[:9]):
            judge(name, args, kwargs, given)


def test_another_network_of_that_form_is_answered() -> None:
    load()
    for _ in range(3):
        layer = create("ZeroPadding2D", (2,), {"data_format": "channels_first"})
        assert isinstance(layer, Layer)
        assert isinstance(layer.answers, Answers)
        known = len(layer.answers.forms)
        layer.outcome((Shape((BATCH, 3, fresh_none(), 8)),), {})
    assert known == len(layer.answers.forms) == 1
