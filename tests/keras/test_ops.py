"""Functions on tensors. Each case was asked of real Keras or TensorFlow."""

from __future__ import annotations

from typing import Any

import pytest

import flake8_concat.keras.ops  # noqa: F401
from flake8_concat.keras.registry import OPS, run_op
from flake8_concat.shapes import (
    BATCH,
    UNKNOWN_SIZE,
    Known,
    Mismatch,
    Refusal,
    Shape,
    Unknown,
    Valued,
    is_none,
    symbol,
)

B = BATCH


def ask(name: str, *args: Any, **kwargs: Any) -> Any:
    return run_op(OPS[name], args, kwargs)


def tensor(*dims: Any) -> Shape:
    return Shape(B if dim is None else dim for dim in dims)


def plain(value: Any) -> Any:
    """Shapes as tuples, None for what Keras sees as None."""
    if isinstance(value, Shape):
        return tuple(None if is_none(dim) else dim for dim in value)
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value


IMAGE = tensor(None, 8, 12, 3)
ROWS = tensor(None, 10, 16)

SHAPES = [
    ("keras.ops.relu", (IMAGE,), {}, (None, 8, 12, 3)),
    ("keras.ops.add", (IMAGE, tensor(3)), {}, (None, 8, 12, 3)),
    ("keras.ops.add", (IMAGE, 2), {}, (None, 8, 12, 3)),
    ("keras.ops.mean", (IMAGE,), {"axis": (1, 2)}, (None, 3)),
    ("keras.ops.mean", (IMAGE,), {"axis": -1, "keepdims": True}, (None, 8, 12, 1)),
    ("keras.ops.concatenate", ([IMAGE, IMAGE],), {"axis": -1}, (None, 8, 12, 6)),
    ("keras.ops.concatenate", ([IMAGE, IMAGE],), {"axis": 0}, (None, 8, 12, 3)),
    ("keras.ops.stack", ([ROWS, ROWS],), {"axis": 1}, (None, 2, 10, 16)),
    ("keras.ops.reshape", (IMAGE, (-1, 8, 36)), {}, (None, 8, 36)),
    ("keras.ops.reshape", (tensor(4, 6), (3, -1)), {}, (3, 8)),
    ("keras.ops.transpose", (IMAGE, (0, 3, 1, 2)), {}, (None, 3, 8, 12)),
    ("keras.ops.split", (ROWS, 4), {"axis": -1}, [(None, 10, 4)] * 4),
    ("keras.ops.split", (ROWS, [3, 4]), {"axis": 1}, [(None, 3, 16), (None, 1, 16), (None, 6, 16)]),
    ("keras.ops.einsum", ("bij,bjk->bik", tensor(9, 2, 3), tensor(9, 3, 4)), {}, (9, 2, 4)),
    ("keras.ops.einsum", ("ii->i", tensor(3, 2)), {}, (3,)),
    ("keras.ops.einsum", ("i,i->", tensor(3), tensor(4)), {}, ()),
    ("keras.ops.einsum", ("b...,b...->b...", tensor(2, 2), tensor(1, 2, 2)), {}, (1, 2, 2)),
    (
        "keras.ops.rearrange",
        (tensor(2, 8, 12, 3), "b (h s) w c -> b h w (s c)"),
        {"s": 2},
        (2, 4, 12, 6),
    ),
    ("keras.ops.shape", (IMAGE,), {}, [B, 8, 12, 3]),
    ("keras.ops.array_split", (tensor(3, 3), 1), {"axis": -4}, [(3, 3)]),
    ("keras.ops.moveaxis", (tensor(6, 2, 6), [2, -1], [1, 2]), {}, None),
    ("keras.ops.adaptive_max_pool", (tensor(1, 3, None), (2,)), {}, (1, 3, 2, None)),
    ("keras.ops.segment_sum", (tensor(), tensor(None)), {"num_segments": 3}, (3,)),
    ("keras.ops.image.resize", (IMAGE, (4, 5)), {}, (None, 4, 5, 3)),
    ("keras.ops.conv", (IMAGE, tensor(3, 3, 3, 5)), {"padding": "same"}, (None, 8, 12, 5)),
    ("keras.backend.int_shape", (IMAGE,), {}, [B, 8, 12, 3]),
    ("keras.backend.ndim", (IMAGE,), {}, 4),
    ("keras.backend.batch_dot", (tensor(None, 2, 3), tensor(None, 3, 4)), {}, (None, 2, 4)),
    ("keras.backend.batch_dot", (tensor(None, None), tensor(3, 1)), {"axes": (1, 1)}, (3, 1)),
    ("keras.backend.batch_flatten", (tensor(None, 4),), {}, (None, None)),
    ("keras.backend.batch_flatten", (tensor(5, 4, 2),), {}, (5, 8)),
    ("keras.backend.prod", (tensor(6, 2, 6),), {"axis": [-1, 2]}, (6, 2)),
    ("keras.backend.concatenate", ([ROWS, ROWS],), {}, (None, 10, 32)),
    ("keras.backend.resize_images", (IMAGE, 2, 2, "channels_last"), {}, (None, 16, 24, 3)),
    ("tf.concat", ([tensor(None, 4), tensor(2, None)], 1), {}, (2, None)),
    ("tf.concat", ([tensor(4, 4)], 2), {}, (4, 4)),
    ("tf.reduce_sum", (IMAGE, [1, 2]), {"keepdims": True}, (None, 1, 1, 3)),
    ("tf.reduce_mean", (IMAGE,), {"reduction_indices": [1], "keep_dims": True}, (None, 1, 12, 3)),
    ("tf.reduce_sum", (IMAGE, 1), {"keep_dims": True, "reduction_indices": None}, (None, 1, 12, 3)),
    ("tf.reduce_sum", (IMAGE,), {"axis": 2, "reduction_indices": None}, (None, 8, 3)),
    ("tf.reshape", (IMAGE, [-1, 8, 36]), {}, (None, 8, 36)),
    ("tf.reshape", (tensor(1, None), [-1, 1]), {}, (None, 1)),
    ("tf.gather", (ROWS, tensor(7)), {"axis": 1}, (None, 7, 16)),
    ("tf.gather", (tensor(6, 1, None), tensor(1, 1)), {"axis": -1, "batch_dims": 1}, (6, 1, 1)),
    ("tf.tensordot", (tensor(None, 3), tensor(2, 3), 1), {}, (None, 3)),
    ("tf.argmax", (tensor(1),), {"axis": 4}, ()),
    ("tf.cumsum", (tensor(4),), {"axis": 2}, (4,)),
    ("tf.image.resize", (IMAGE, [16, 16]), {}, (None, 16, 16, 3)),
    ("tf.image.rot90", (IMAGE,), {}, (None, None, None, 3)),
    ("tf.image.central_crop", (IMAGE, 0.5), {}, (None, 4, 6, 3)),
    ("tf.image.extract_patches",
     (tensor(6, None, 1, 8), [1] * 4, [1, 2, 2, 1], [1] * 4, "SAME"), {},
     (6, None, None, 8)),
    ("tf.nn.conv2d", (IMAGE, tensor(3, 3, 3, 5), [1, 2, 2, 1], "SAME"), {}, (None, 4, 6, 5)),
    ("tf.nn.max_pool2d", (IMAGE, 2, 2, "VALID"), {}, (None, 4, 6, 3)),
    ("tf.nn.depth_to_space", (tensor(None, 4, 4, 16), 2), {}, (None, 8, 8, 4)),
    ("tf.signal.rfft", (tensor(8, 33, None),), {}, (None, None, None)),
    ("tf.one_hot", (ROWS, 7), {}, (None, 10, 16, 7)),
    ("tf.shape", (IMAGE,), {}, (4,)),
    ("tf.transpose", (tensor(2, 8, 2, None), [0, 3, 0, 1]), {}, (2, None, 2, 8)),
]  # fmt: skip


@pytest.mark.parametrize(("name", "args", "kwargs", "expected"), SHAPES)
def test_shape(name: str, args: Any, kwargs: Any, expected: Any) -> None:
    found = ask(name, *args, **kwargs)
    if expected is None:
        assert not isinstance(found, Mismatch)
        return
    assert isinstance(found, Known), found
    if name.endswith("shape") and isinstance(found.result, tuple) and type(found.result) is tuple:
        assert list(found.result) == expected
        return
    assert plain(found.result) == expected


REFUSALS = [
    ("keras.ops.add", (tensor(None, 3), tensor(None, 4)), {}, Refusal.NO_BROADCAST),
    ("keras.ops.concatenate", ([IMAGE, tensor(9, 8, 6, 3)],), {"axis": 3}, Refusal.SHAPES_DIFFER),
    ("keras.ops.concatenate", ([IMAGE, ROWS],), {"axis": -1}, Refusal.RANKS_DIFFER),
    ("keras.ops.concatenate", ([IMAGE, IMAGE],), {"axis": 4}, Refusal.AXIS_OUT_OF_RANGE),
    ("keras.ops.concatenate", (IMAGE,), {"axis": 1}, Refusal.NOT_A_LIST),
    ("keras.ops.reshape", (tensor(4, 6), (5, -1)), {}, Refusal.TOTAL_SIZE),
    ("keras.ops.matmul", (tensor(2, 3), tensor(4, 5)), {}, Refusal.WRONG_SHAPE),
    ("keras.ops.squeeze", (tensor(None, 3),), {"axis": 0}, Refusal.WRONG_SHAPE),
    ("keras.ops.squeeze", (tensor(3, 1),), {"axis": (1, 1)}, Refusal.WRONG_SHAPE),
    ("keras.ops.hsplit", (tensor(6, 1, 4), [2]), {}, Refusal.WRONG_SHAPE),
    ("keras.ops.sum", (ROWS,), {"axis": 3}, Refusal.WRONG_SHAPE),
    ("keras.ops.conv", (IMAGE, tensor(3, 3, 4, 5)), {}, Refusal.CHANNELS),
    ("keras.ops.max_pool", (IMAGE, 9), {}, Refusal.EMPTY_OUTPUT),
    ("keras.ops.unstack", (ROWS,), {}, Refusal.WRONG_SHAPE),
    ("tf.concat", ([tensor(2, 3), tensor(3, 4)], 1), {}, Refusal.SHAPES_DIFFER),
    ("tf.reshape", (tensor(3, 3, None), [3]), {}, Refusal.TOTAL_SIZE),
    ("tf.einsum", ("ij,jk->ik", tensor(12, 1), tensor(3, 4)), {}, Refusal.WRONG_SHAPE),
    ("tf.unstack", (tensor(6, 6),), {"num": 1, "axis": 1}, Refusal.WRONG_SHAPE),
    ("tf.boolean_mask", (tensor(12, 12, 1, 6), tensor(1, 12)), {}, Refusal.WRONG_SHAPE),
    ("tf.broadcast_to", (tensor(1, 8, 4), [8, 1]), {}, Refusal.WRONG_SHAPE),
    ("tf.range", (8, 1, 1), {}, Refusal.WRONG_SHAPE),
    ("tf.debugging.assert_rank", (ROWS, 4), {}, Refusal.WRONG_SHAPE),
    ("tf.image.rgb_to_hsv", (tensor(6, 8, 1, 8),), {}, Refusal.CHANNELS),
    ("keras.backend.batch_dot", (tensor(None, 2, 3), tensor(None, 4, 5)), {}, Refusal.WRONG_SHAPE),
]  # fmt: skip


@pytest.mark.parametrize(("name", "args", "kwargs", "refusal"), REFUSALS)
def test_refusal(name: str, args: Any, kwargs: Any, refusal: Refusal) -> None:
    found = ask(name, *args, **kwargs)
    assert isinstance(found, Mismatch), found
    assert found.refusal is refusal
    assert found.what


def test_concatenation_names_axis_sizes_and_remedy() -> None:
    found = ask("keras.ops.concatenate", [tensor(None, 8, 64), tensor(None, 4, 64)], axis=-1)
    assert (found.axis, found.sizes, found.inputs) == (1, (8, 4), (0, 1))
    assert found.what == "axis 1 is 8 vs 4"
    assert found.remedy == "axis=1 would give (None, 12, 64)"
    assert found.recover[-1] == 128


def test_sizes_that_cannot_be_compared_become_conditions() -> None:
    n = symbol("n", literal=True)
    found = ask("tf.concat", [Shape((B, n, 4)), Shape((B, 8, 4))], -1)
    assert plain(found.result) == (None, 8, 8)
    (condition,) = found.conditions
    assert (condition.left, condition.right, condition.axis) == (n, 8, 1)


def test_unknown_arguments_without_say_are_no_reason_to_lose_track() -> None:
    found = ask("keras.ops.clip", ROWS, Unknown("a parameter"), 1.0)
    assert plain(found.result) == (None, 10, 16)
    assert isinstance(ask("keras.ops.sum", ROWS, axis=Unknown("a parameter")), Unknown)


def test_arguments_that_do_not_bind() -> None:
    assert isinstance(ask("keras.ops.relu", ROWS, 1, 2), Mismatch)
    assert isinstance(ask("tf.concat", [ROWS, ROWS]), Unknown)


def test_a_size_that_may_be_none_is_no_reason_for_alarm() -> None:
    found = ask("keras.ops.segment_sum", Shape(()), Shape((UNKNOWN_SIZE,)))
    assert not isinstance(found, Mismatch)
    found = ask("keras.ops.sparse_categorical_crossentropy", Shape((UNKNOWN_SIZE,)), tensor(1))
    assert not isinstance(found, Mismatch)


def test_lists_beside_tensors() -> None:
    assert plain(ask("keras.ops.add", ROWS, [1.0] * 16).result) == (None, 10, 16)
    assert isinstance(ask("keras.ops.add", ROWS, [1.0] * 3), Unknown)


class TestContents:
    """What `tf.shape` says is followed through the functions that compute with sizes."""

    def test_shape_sliced_scaled_and_used(self) -> None:
        sizes = ask("tf.slice", ask("tf.shape", IMAGE).result, [1], [2]).result
        doubled = ask("tf.multiply", sizes, 2).result
        assert isinstance(doubled, Valued)
        assert doubled.content == (16, 24)
        assert plain(ask("tf.image.resize", IMAGE, doubled).result) == (None, 16, 24, 3)

    def test_stacked_sizes_make_a_shape(self) -> None:
        batch, *sides, channels = ask("tf.unstack", ask("tf.shape", IMAGE).result).result
        area = ask("tf.reduce_prod", ask("tf.stack", sides).result).result
        wanted = ask("tf.stack", [batch, area, channels]).result
        assert plain(ask("tf.reshape", IMAGE, wanted).result) == (None, 96, 3)

    def test_joined_shapes_make_a_shape(self) -> None:
        first = ask("tf.slice", ask("tf.shape", IMAGE).result, [0], [1]).result
        wanted = ask("tf.concat", [first, [5, 7]], 0).result
        assert plain(ask("tf.zeros", wanted).result) == (None, 5, 7)

    def test_a_tensor_of_unknown_value_leaves_the_size_open(self) -> None:
        found = ask("tf.zeros", [Shape(()), 4]).result
        assert found[1] == 4
        assert found[0].literal is None


class TestFunctions:
    """Functions that take functions get Python callables from Shapes to Shapes."""

    def test_map(self) -> None:
        found = ask("keras.ops.map", lambda row: Shape((*row, 2)), ROWS)
        assert plain(found.result) == (None, 10, 16, 2)

    def test_cond(self) -> None:
        assert plain(ask("keras.ops.cond", True, lambda: ROWS, lambda: ROWS).result) == (
            None,
            10,
            16,
        )
        assert isinstance(ask("keras.ops.cond", True, lambda: ROWS, lambda: IMAGE), Unknown)

    def test_what_cannot_be_called_is_lost(self) -> None:
        assert isinstance(ask("keras.ops.map", object(), ROWS), Unknown)

    def test_loops_keep_their_shapes(self) -> None:
        found = ask("keras.ops.while_loop", object(), object(), (ROWS, IMAGE))
        assert plain(found.result) == [(None, 10, 16), (None, 8, 12, 3)]


def test_every_rule_survives_unknown_nested_values() -> None:
    """No rule crashes on lists with unknown things in them, or on wrong types."""
    odd = [[Unknown("x")], [ROWS, Unknown("x")], "text", None, 3.5, {}, (), [None], ROWS, -7]
    for operation in OPS.values():
        required = [n for n in operation.signature.names if n not in operation.signature.defaults]
        for value in odd:
            outcome = run_op(operation, tuple([value] * max(1, len(required))), {})
            assert isinstance(outcome, (Known, Unknown, Mismatch))
