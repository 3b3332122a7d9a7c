"""Input shapes as users declare them."""

from __future__ import annotations

from typing import Any

import pytest

from flake8_concat.keras.core import declared, declared_shape, input_shape
from flake8_concat.keras.create import create
from flake8_concat.keras.families import load
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.naming import Names
from flake8_concat.keras.signatures import layer_signature
from flake8_concat.shapes import BATCH, Refuse, Shape, Unknown, is_none

load()


def made(*args: Any, **kwargs: Any) -> Shape:
    return input_shape(layer_signature("Input").bind(args, kwargs), "image")


def test_numbers_and_none() -> None:
    shape = made((None, 64, 3))
    assert shape[0] is BATCH
    assert is_none(shape[1])
    assert str(shape) == "(None, H, 64, 3)"
    assert made((8,), 4) == (4, 8)
    assert made(batch_shape=(2, 3)) == (2, 3)
    assert made([5]) == (BATCH, 5)


def test_each_none_is_a_size_of_its_own() -> None:
    first, second = made((None,)), made((None,))
    assert first != second


def test_an_unknown_size_is_one_size_unknown() -> None:
    shape = made((Unknown("a parameter"), 3))
    assert (len(shape), shape[2]) == (3, 3)


@pytest.mark.parametrize("kwargs", [{}, {"shape": 5}, {"shape": (3, -1)}, {"shape": (3, 2.0)}])
def test_refused(kwargs: dict[str, Any]) -> None:
    with pytest.raises(Refuse):
        made(**kwargs)


def test_a_number_for_a_shape_goes_on_as_a_tuple() -> None:
    with pytest.raises(Refuse) as refused:
        made(784)
    assert refused.value.mismatch.recover == (BATCH, 784)
    assert refused.value.mismatch.remedy == "(784,) is a tuple"


@pytest.mark.parametrize(
    ("name", "args", "kwargs", "expected"),
    [
        ("Dense", (4,), {"input_shape": (8,)}, (BATCH, 8)),
        ("Dense", (4,), {"input_dim": 8}, (BATCH, 8)),
        ("Dense", (4,), {"batch_input_shape": (2, 8)}, (2, 8)),
        ("Dense", (4,), {"input_shape": (8,), "batch_size": 2}, (2, 8)),
        ("LSTM", (4,), {"input_dim": 8, "input_length": 10}, (BATCH, 10, 8)),
        ("Embedding", (100, 4), {"input_length": 10}, (BATCH, 10)),
        ("Embedding", (100, 4), {}, None),
        ("Dense", (4,), {}, None),
    ],
)
def test_a_first_layer_says_its_input(
    name: str, args: tuple[Any, ...], kwargs: dict[str, Any], expected: Any
) -> None:
    layer = create(name, args, kwargs)
    assert isinstance(layer, Layer), layer
    assert declared_shape(layer.args) == expected


def test_open_sizes_are_named_after_their_axis() -> None:
    assert str(declared((None, None, None, 3), "image")) == "(None, H, W, 3)"
    assert str(declared((None, 3, None, None), "image")) == "(None, 3, H, W)"
    assert str(declared((None, None, 8), "words")) == "(None, T, 8)"
    assert str(declared((None, None, None, None, 1), "scan")) == "(None, D, H, W, 1)"


def test_open_sizes_of_a_second_input_are_numbered() -> None:
    names = Names()
    first, second = (declared((None, None, None, 3), "image", names) for _ in range(2))
    assert (str(first), str(second)) == ("(None, H, W, 3)", "(None, H2, W2, 3)")
    assert str(declared((None, None, 8), "words", names)) == "(None, T, 8)"
    assert first[1] != second[1]
