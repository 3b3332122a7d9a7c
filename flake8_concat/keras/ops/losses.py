"""What compares targets and outputs: cross entropies, CTC, PSNR."""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.joining import axis_index, broadcast_shapes, differ
from flake8_concat.keras.ops.nn import need_equal, unequal
from flake8_concat.keras.ops.reading import need_rank, number, refuse, shape_of
from flake8_concat.keras.ops.table import functions
from flake8_concat.shapes import UNKNOWN_SIZE, Lose, Shape, fresh_none, is_none


@functions("target, output, from_logits=False", "keras.ops: binary_crossentropy")
def binary_crossentropy(target: Any, output: Any) -> Shape:
    a, b = shape_of(target), shape_of(output)
    need_equal(a, b)
    return Shape(b)


@functions("target, output, from_logits=False", "keras.backend: binary_crossentropy")
def old_binary_crossentropy(target: Any, output: Any) -> Shape:
    return broadcast_shapes(shape_of(target), shape_of(output))


@functions("target, output, from_logits=False, axis=-1", "keras.ops: categorical_crossentropy")
def categorical_crossentropy(target: Any, output: Any) -> Shape:
    a, b = shape_of(target), shape_of(output)
    need_equal(a, b)
    need_rank(a, 1)
    return Shape(b[:-1])


@functions(
    "target, output, from_logits=False, axis=-1, ignore_class=None",
    "keras.backend: sparse_categorical_crossentropy",
)
def old_sparse_crossentropy(target: Any, output: Any, from_logits: Any, axis: Any) -> Shape:
    a, b = shape_of(target), shape_of(output)
    if axis != -1 or not (len(a) == len(b) - 1 or (len(a) == len(b) and a[-1] == 1)):
        raise Lose("the target is not one number for each output")
    if len(a) == len(b):
        return Shape(b[:-1])
    _all_equal(a, Shape(b[:-1]))
    return told_by_both(a, b)


def told_by_both(a: Shape, b: Shape) -> Shape:
    """The sizes that both know or neither does: of the others TensorFlow tells one or the other."""
    pairs = zip(a, b, strict=False)
    return Shape(m if is_none(m) == is_none(n) else UNKNOWN_SIZE for m, n in pairs)


def _all_equal(a: Shape, b: Shape) -> None:
    """Refuses two shapes that TensorFlow calls incompatible: no size of 1 stretches."""
    if len(a) != len(b) or any(map(differ, a, b)):
        raise refuse(f"target and output must be of one shape: {a} and {b}", inputs=(0, 1))


@functions("labels=None, logits=None, name=None", "tf.nn: sigmoid_cross_entropy_with_logits")
@functions("labels, logits, pos_weight, name=None", "tf.nn: weighted_cross_entropy_with_logits")
def of_logits(labels: Any, logits: Any) -> Shape:
    """The loss of each element."""
    a, b = shape_of(labels), shape_of(logits)
    _all_equal(a, b)
    return told_by_both(b, a)


@functions("target, output, from_logits=False, axis=-1", "keras.backend: categorical_crossentropy")
def old_crossentropy(target: Any, output: Any, from_logits: Any, axis: Any) -> Shape:
    """One number less an axis, as the output says it."""
    a, b = shape_of(target), shape_of(output)
    at = axis_index(number(axis, "axis"), len(b))
    _all_equal(a, b)
    return told_by_both(a, b).without(at)


@functions(
    "target, output, from_logits=False, axis=-1", "keras.ops: sparse_categorical_crossentropy"
)
def sparse_categorical_crossentropy(target: Any, output: Any, from_logits: Any, axis: Any) -> Shape:
    a, b = shape_of(target), shape_of(output)
    need_rank(b, 1)
    at = axis_index(number(axis, "axis"), len(b))
    rest = b.without(at)
    if len(a) == len(b):
        if type(a[-1]) is not int and not is_none(a[-1]):
            return rest  # it may be 1 or not
        if a[-1] == 1:
            a = Shape(a[:-1])
    need_equal(a, rest)
    return rest


@functions("x1, x2, max_val", "keras.ops: psnr")
def psnr(x1: Any, x2: Any) -> Shape:
    if len(shape_of(x1)) != len(shape_of(x2)):
        raise refuse("needs inputs of one rank", inputs=(0, 1))
    return Shape(())


@functions("target, output, target_length, output_length, mask_index=0", "keras.ops: ctc_loss")
def ctc_loss(target: Any, output: Any, target_length: Any, output_length: Any) -> Shape:
    """Mirrors keras.src.ops.nn.CTCLoss: one number a sample."""
    first = [shape_of(x)[0] for x in (target, output, target_length, output_length)]
    for other in first[1:]:
        if unequal(first[0], other):
            raise refuse(f"the first axes differ: {first[0]} vs {other}", inputs=(0, 1))
    return Shape(first[:1])


@functions("y_true, y_pred, input_length, label_length", "keras.backend: ctc_batch_cost")
def ctc_batch_cost(y_true: Any, y_pred: Any) -> Shape:
    """(samples, 1)."""
    need_rank(shape_of(y_pred), 3, 3)
    return Shape((fresh_none(), 1))


@functions(
    'inputs, sequence_lengths, strategy="greedy", beam_width=100, top_paths=1, '
    "merge_repeated=True, mask_index=0",
    "keras.ops: ctc_decode",
)
def ctc_decode(
    inputs: Any, lengths: Any, strategy: Any, width: Any, top_paths: Any
) -> tuple[Shape, Shape]:
    x = shape_of(inputs)
    need_rank(x, 2)
    paths = 1 if strategy == "greedy" else number(top_paths, "top_paths")
    return Shape((paths, x[0], x[1])), Shape((x[0], paths))


@functions(
    "y_pred, input_length, greedy=True, beam_width=100, top_paths=1",
    "keras.backend: ctc_decode",
)
def old_ctc_decode(
    y_pred: Any, lengths: Any, greedy: Any, width: Any, top_paths: Any
) -> tuple[list[Shape], Shape]:
    """The paths (samples, steps) and their logarithmic probabilities."""
    x = shape_of(y_pred)
    need_rank(x, 3, 3)
    paths = 1 if greedy is True else number(top_paths, "top_paths")
    return [Shape(x[:2])] * paths, Shape((x[0], paths))
