"""What a KerasTensor has, and that numpy makes no array of one: both tables, as Keras says."""

from __future__ import annotations

import pytest

keras = pytest.importorskip("keras")

import numpy as np  # noqa: E402

from flake8_concat.keras.families import load  # noqa: E402
from flake8_concat.keras.keras_tensors import ATTRIBUTES, OF_ARRAYS, OF_KERAS_2  # noqa: E402
from flake8_concat.keras.registry import OPS  # noqa: E402
from flake8_concat.keras.renamed import MEANT  # noqa: E402

REFUSED = TypeError, ValueError, AttributeError, NotImplementedError, ZeroDivisionError, IndexError
WAYS = [
    lambda f, x: f(x),
    lambda f, x: f(x, x),
    lambda f, x: f(x, 1),
    lambda f, x: f([x, x]),
    lambda f, x: f(x, 0, 1),
    lambda f, x: f(x, (-1, 32)),
    lambda f, x: f("...->...", x),
    lambda f, x: f(x, ((0, 0), (1, 1), (0, 0))),
]


def test_attributes() -> None:
    tensor = keras.Input((8, 4))
    assert {name for name in dir(tensor) if not name.startswith("_")} == ATTRIBUTES
    assert not ATTRIBUTES & OF_KERAS_2


@pytest.mark.parametrize("name", sorted(OF_ARRAYS))
def test_no_array(name: str) -> None:
    tensor, function = keras.Input((8, 4)), np
    for part in name.split(".")[1:]:
        function = getattr(function, part)
    for way in WAYS:
        with pytest.raises(REFUSED):
            way(function, tensor)


def test_what_is_meant_is_there() -> None:
    load()
    rooms = "keras.ops", "keras.random"
    assert all(any(f"{room}.{name}" in OPS for room in rooms) for name in MEANT.values())
