"""Functions that check, print or group: nothing comes out, or what went in."""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.ops.control import mapped
from flake8_concat.keras.ops.reading import number, refuse, shape_of
from flake8_concat.keras.ops.table import functions
from flake8_concat.shapes import Shape, Valued

_NOTHING = (
    "assert_equal assert_greater assert_greater_equal assert_less assert_less_equal "
    "assert_near assert_none_equal"
)


@functions("x, y, message=None, summarize=None, name=None", f"tf.debugging tf: {_NOTHING}")
@functions(
    "x, message=None, summarize=None, name=None",
    "tf.debugging: assert_positive assert_negative assert_non_negative assert_non_positive",
)
@functions("x, tf_type, message=None, name=None", "tf.debugging: assert_type")
@functions("name=None", "tf: no_op")
@functions("*inputs, **kwargs", "tf: print group")
@functions("x, ranks, message=None, name=None", "tf.debugging: assert_rank_in")
def nothing() -> None:
    return None


@functions("x, rank, message=None, name=None", "tf.debugging tf: assert_rank")
def assert_rank(x: Any, rank: Any) -> None:
    shape = shape_of(x)
    if len(shape) != number(rank, "rank"):
        raise refuse(f"must have rank {rank}, has rank {len(shape)}: {shape}", inputs=(0,))


@functions("x, rank, message=None, name=None", "tf.debugging tf: assert_rank_at_least")
def assert_rank_at_least(x: Any, rank: Any) -> None:
    shape = shape_of(x)
    if len(shape) < number(rank, "rank"):
        raise refuse(f"must have rank {rank} or more, has rank {len(shape)}: {shape}", inputs=(0,))


@functions("input, name=None", "tf: identity_n")
@functions("tensors, control_inputs=None, name=None", "tf: tuple")
def through(tensors: Any) -> Any:
    return mapped(tensors, lambda shape: shape if isinstance(shape, Valued) else Shape(shape))
