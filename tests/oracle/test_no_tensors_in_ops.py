"""A layer, a function or a shape with None in it where a function wants a tensor: Keras refuses it.

In each of the right calls of test_wrong_kinds.py, in the place of each tensor that
`kinds_of_objects` speaks of; alone, and in the body of a layer.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

pytest.importorskip("keras")

from flake8_concat.keras.ops.kinds_of_objects import (
    OF_FUNCTIONS,
    TAKE_ANYTHING,
    TENSORS,
)
from tests.oracle.right_calls import CALLS
from tests.oracle.test_wrong_kinds import found_in, in_lambda, taken_by_keras

LEFT_OUT = {name.removeprefix("keras.ops.") for name in TAKE_ANYTHING | OF_FUNCTIONS}
ONE_TENSOR = sorted(
    call for call in CALLS if call.partition("(")[0].removeprefix("ops.") not in LEFT_OUT
)


def wrong(value: str) -> Iterator[str]:
    """The right calls with that value for one tensor."""
    for call in ONE_TENSOR:
        node = ast.parse(call, mode="eval").body
        if not isinstance(node, ast.Call):
            continue
        for word in node.keywords:
            if word.arg in TENSORS and isinstance(word.value, ast.Name):
                right = word.value
                word.value = ast.parse(value, mode="eval").body
                yield ast.unparse(node)
                word.value = right


@pytest.mark.parametrize("value", ["layers.Dense(4)", "lambda t: t", "keras.Model(m, m)"])
def test_no_tensor(value: str) -> None:
    calls = [*wrong(value)]
    bodies = [text for call in calls if "([])" not in (text := in_lambda(call))]
    assert len(calls) > 150
    for asked in (calls, bodies):
        assert not taken_by_keras(asked)
        assert not {*asked} - found_in(asked).keys()


def test_a_shape_with_none_in_it() -> None:
    calls = [*wrong("keras.Input((3,)).shape")]
    assert not taken_by_keras(calls)
    assert not {*calls} - found_in(calls).keys()
