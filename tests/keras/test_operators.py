"""Operators, indexing and attributes on tensors."""

from __future__ import annotations

from typing import Any

import pytest

from flake8_concat.keras.operators import attribute, binary, getitem, unary
from flake8_concat.shapes import BATCH, Lose, Refusal, Refuse, Shape, Unknown, Valued, symbol

X = Shape((BATCH, 8, 12, 3))
N = symbol("n", literal=True)


@pytest.mark.parametrize("operator", ["+", "-", "*", "/", "//", "%", "**", "<", "==", ">=", "&"])
def test_elementwise(operator: str) -> None:
    assert binary(operator, X, Shape((12, 1))) == X
    assert binary(operator, X, 2) == X
    assert binary(operator, 2.5, X) == X


def test_no_broadcast() -> None:
    with pytest.raises(Refuse) as refused:
        binary("+", X, Shape((12, 4)))
    mismatch = refused.value.mismatch
    assert mismatch.refusal is Refusal.NO_BROADCAST
    assert (mismatch.axis, mismatch.sizes) == (3, (3, 4))


def test_matmul() -> None:
    assert binary("@", X, Shape((3, 5))) == (BATCH, 8, 12, 5)
    with pytest.raises(Refuse):
        binary("@", X, Shape((4, 5)))


def test_sizes_of_tf_shape_are_computed() -> None:
    size = Valued((), 12)
    assert binary("*", size, 2).content == 24
    assert binary("//", size, 5).content == 2
    assert binary("+", N, size).content == N + 12
    assert binary("*", Valued((2,), (8, 12)), 2).content == (16, 24)
    assert not isinstance(binary("/", Valued((), N), 2), Valued)
    assert not isinstance(binary("//", size, 0), Valued)
    assert unary("-", size).content == -12


@pytest.mark.parametrize("value", [Unknown("a parameter"), object()])
def test_what_is_not_known_is_lost(value: Any) -> None:
    with pytest.raises(Lose):
        binary("+", X, value)


INDEXED = [
    (0, (8, 12, 3)),
    (slice(None), (BATCH, 8, 12, 3)),
    ((slice(None), 0), (BATCH, 12, 3)),
    ((Ellipsis, 0), (BATCH, 8, 12)),
    ((Ellipsis, None), (BATCH, 8, 12, 3, 1)),
    ((slice(None), slice(1, None), slice(None, None, 2)), (BATCH, 7, 6, 3)),
    ((slice(None), slice(-3, -1)), (BATCH, 2, 12, 3)),
    ((None, Ellipsis, slice(0, 1)), (1, BATCH, 8, 12, 1)),
    ((slice(None), Valued((), 2)), (BATCH, 12, 3)),
    ((slice(None), slice(0, Valued((), 4))), (BATCH, 4, 12, 3)),
    ((slice(None), N), (BATCH, 12, 3)),
]


@pytest.mark.parametrize(("index", "expected"), INDEXED)
def test_getitem(index: Any, expected: Any) -> None:
    assert getitem(X, index) == expected


def test_getitem_with_bounds_that_have_a_name() -> None:
    found = getitem(Shape((BATCH, 8)), (slice(None), slice(N, None)))
    assert type(found[1]) is not int
    assert getitem(Shape((BATCH, N)), (slice(None), slice(None, N)))[1] == N


@pytest.mark.parametrize(
    "index", [(0, 0, 0, 0, 0), (slice(None), 8), (Ellipsis, Ellipsis), (..., -4), "name"]
)
def test_getitem_refused(index: Any) -> None:
    with pytest.raises(Refuse):
        getitem(X, index)


@pytest.mark.parametrize("index", [Shape((4,)), Unknown("a parameter"), [0, 1]])
def test_getitem_lost(index: Any) -> None:
    with pytest.raises(Lose):
        getitem(X, (slice(None), index))


def test_getitem_keeps_contents() -> None:
    sizes = Valued((4,), (BATCH, 8, 12, 3))
    assert getitem(sizes, 1).content == 8
    assert getitem(sizes, slice(1, 3)).content == (8, 12)
    assert getitem(sizes, -1).content == 3


def test_attributes() -> None:
    assert attribute(X, "shape") == (BATCH, 8, 12, 3)
    assert type(attribute(X, "shape")) is tuple
    assert attribute(X, "ndim") == 4
    assert attribute(X, "T") == (3, 12, 8, BATCH)
    assert isinstance(attribute(X, "dtype"), Unknown)
    assert attribute(X, "get_shape")() == (BATCH, 8, 12, 3)
    assert attribute(X, "set_shape")((None, 8, 12, 3)) is None
    with pytest.raises(Lose):
        attribute(X, "device")
