"""Python's operators on KerasTensors."""

from __future__ import annotations

import operator
import os
from typing import Any

import pytest

os.environ.setdefault("KERAS_BACKEND", "tensorflow")
keras = pytest.importorskip("keras")
pytest.importorskip("hypothesis")

from hypothesis import HealthCheck, given, settings  # noqa: E402
from hypothesis import strategies as st  # noqa: E402

from flake8_concat.keras.operators import binary, getitem, unary  # noqa: E402
from flake8_concat.shapes import Known, Lose, Refuse  # noqa: E402
from tests.oracle.harness import AGREE, ask_keras, draws, judge, our_shape  # noqa: E402
from tests.oracle.ops_arranging import indexed  # noqa: E402
from tests.oracle.ops_draws import keras_tensor, pairs, shapes  # noqa: E402

# `==` and `!=` compare identities on KerasTensors and elements on tf.Tensors, as in a Lambda; the
# second is what models mean by them.
OPERATORS = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv,
    "//": operator.floordiv, "%": operator.mod, "**": operator.pow, "@": operator.matmul,
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip
UNARY = {"-": operator.neg, "abs": operator.abs}

quietly = settings(
    max_examples=draws(200), deadline=None, suppress_health_check=list(HealthCheck), database=None
)


def outcome(function: Any, *args: Any) -> Any:
    try:
        return Known(function(*args))
    except Lose as lost:
        return lost.unknown
    except Refuse as refused:
        return refused.mismatch


@quietly
@given(st.sampled_from(sorted(OPERATORS)), pairs(), st.sampled_from([0, 0, 0, 1, 2]))
def test_binary(symbol: str, both: Any, number: int) -> None:
    theirs = [keras_tensor(shape) for shape in both]
    ours: list[Any] = [our_shape(shape, f"n{i}_") for i, shape in enumerate(both)]
    if number and symbol != "@":
        theirs[number - 1] = ours[number - 1] = 2
    found = judge(
        outcome(binary, symbol, *ours),
        ask_keras(lambda: OPERATORS[symbol](*theirs)),
        f"{both[0]} {symbol} {both[1]}, {number}",
    )
    assert found.kind == AGREE, str(found)


@quietly
@given(st.sampled_from(sorted(UNARY)), shapes())
def test_unary(symbol: str, shape: Any) -> None:
    found = judge(
        outcome(unary, symbol, our_shape(shape)),
        ask_keras(lambda: UNARY[symbol](keras_tensor(shape))),
        f"{symbol} {shape}",
    )
    assert found.kind == AGREE, str(found)


@quietly
@given(indexed())
def test_getitem(case: Any) -> None:
    _, ((shape, key), _) = case
    found = judge(
        outcome(getitem, our_shape(shape), key),
        ask_keras(lambda: keras_tensor(shape)[key]),
        f"{shape}[{key}]",
    )
    assert found.kind == AGREE, str(found)
