"""Functions that reduce axes, and those that number, sort or accumulate along one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flake8_concat.keras.joining import broadcast_shapes
from flake8_concat.keras.ops.reading import (
    NoContent,
    axes,
    content,
    delete_in_turn,
    flag,
    known,
    need_rank,
    number,
    one_axis,
    refuse,
    shape_of,
    size,
    total,
)
from flake8_concat.keras.ops.table import functions
from flake8_concat.shapes import Dim, Lose, Shape, Valued, product

# All axes, or those given, fall away or become 1.
REDUCTIONS: dict[str, tuple[str, ...]] = {
    "x, axis=None, keepdims=False": (
        "keras.ops: all amax amin any argmax argmin logsumexp mean median nanargmax nanargmin",
        "keras.ops: nanmax nanmean nanmedian nanmin nanprod nanstd nansum nanvar ptp std sum var",
    ),
    "x, axis=None, keepdims=False, initial=None": ("keras.ops: max min",),
}

# The same, where an axis given twice counts once.
TF_REDUCTIONS: dict[str, tuple[str, ...]] = {
    "x, axis=None, keepdims=False": ("keras.backend: all any max mean min std sum var logsumexp",),
    "input_tensor, axis=None, keepdims=False, name=None": (
        "tf tf.math: reduce_all reduce_any reduce_logsumexp reduce_max reduce_mean reduce_min",
        "tf tf.math: reduce_sum",
        "tf.math: reduce_euclidean_norm reduce_std reduce_variance",
    ),
    "input, axis=None, keepdims=None, dtype=None, name=None": ("tf tf.math: count_nonzero",),
}

# The shape of the input; an axis, where one is given, must exist.
ALONG: dict[str, tuple[str, ...]] = {
    "x, axis=-1": ("keras.ops: softmax log_softmax", "keras.backend: softmax"),
    "x, axis=None": ("keras.ops: flip", "keras.backend: l2_normalize"),
    "x, axis=-1, order=2, epsilon=None": ("keras.ops: normalize",),
    "logits, axis=None, name=None": ("tf.nn tf.math: softmax log_softmax",),
    "x, axis=None, epsilon=1e-12, name=None, dim=None": ("tf.nn tf.math tf.linalg: l2_normalize",),
    'values, axis=-1, direction="ASCENDING", name=None': ("tf: sort",),
    'values, axis=-1, direction="ASCENDING", stable=False, name=None': ("tf: argsort",),
}


# As above; TensorFlow looks at the axis when the model runs.
ALONG_UNCHECKED: dict[str, tuple[str, ...]] = {
    "x, axes=None, name=None": ("tf.signal: fftshift ifftshift",),
    "x, axis=0": ("keras.backend: cumsum cumprod",),
    "x, axis=0, exclusive=False, reverse=False, name=None": (
        "tf tf.math: cumsum cumprod",
        "tf.math: cumulative_logsumexp",
    ),
}


def reduce_shape(x: Any, axis: Any, keepdims: Any) -> Shape:
    """Mirrors keras.src.ops.operation_utils.reduce_shape."""
    x = shape_of(x)
    keep = flag(keepdims)
    if axis is None:
        return Shape((1,) * len(x)) if keep else Shape(())
    gone = axes(axis, len(x))
    if keep:
        return Shape(1 if i in gone else dim for i, dim in enumerate(x))
    if len(set(gone)) != len(gone):
        return delete_in_turn(x, gone)
    return Shape(dim for i, dim in enumerate(x) if i not in gone)


def tf_reduce(x: Any, axis: Any, keepdims: Any) -> Shape:
    """tf.reduce_sum and its kin."""
    if isinstance(axis, (list, tuple)) and not isinstance(axis, Shape):
        axis = sorted(set(axes(axis, len(shape_of(x)))))
    return reduce_shape(x, axis, keepdims)


def along(x: Any, axis: Any) -> Shape:
    """The shape of the input. Raises Refuse for an axis that it has not."""
    x = shape_of(x)
    if axis is not None:
        axes(axis, len(x))
    return Shape(x)


def unchecked(x: Any) -> Shape:
    return Shape(shape_of(x))


for _table, _rule in (
    (REDUCTIONS, reduce_shape),
    (TF_REDUCTIONS, tf_reduce),
    (ALONG, along),
    (ALONG_UNCHECKED, unchecked),
):
    for _signature, _names in _table.items():
        functions(_signature, *_names)(_rule)


@functions("tensor, axis, name=None", "tf: reverse reverse_v2")
def tf_reverse(tensor: Any, axis: Any) -> Shape:
    tensor = shape_of(tensor)
    if not tensor or 0 in tensor:
        raise Lose("what has nothing to turn is given back outside of layers, whatever `axis` is")
    if type(axis) is int:
        raise refuse(
            f"`axis` must be a list, is {axis}",
            recover=tensor,
            remedy=f"[{axis}] is a list of one",
        )
    return reverse(tensor, axis)


@functions("x, axes", "keras.backend: reverse")
def reverse(x: Any, axis: Any) -> Shape:
    x = shape_of(x)
    found = axes(axis, len(x))
    if len(set(found)) != len(found):
        raise refuse(f"an axis is given twice: {axis}", inputs=(0,))
    return Shape(x)


@functions("x, axis=None, keepdims=False, dtype=None", "keras.ops: prod")
def prod(x: Any, axis: Any, keepdims: Any) -> Shape:
    return _known_product(x, reduce_shape(x, axis, keepdims))


@functions("x, axis=None, keepdims=False", "keras.backend: prod")
@functions("input_tensor, axis=None, keepdims=False, name=None", "tf tf.math: reduce_prod")
def tf_prod(x: Any, axis: Any, keepdims: Any) -> Shape:
    return _known_product(x, tf_reduce(x, axis, keepdims))


def _known_product(x: Any, shape: Shape) -> Shape:
    """A product; that of the sizes in `tf.shape(x)[1:]` is known."""
    if not isinstance(x, Valued) or len(shape):
        return shape
    return known(shape, lambda: _product(content(x)))


def _product(values: Any) -> Dim:
    if not isinstance(values, tuple):
        raise NoContent
    return product(values)


@functions("x, axis=None", "keras.ops: count_nonzero")
def count_nonzero(x: Any, axis: Any) -> Shape:
    return reduce_shape(x, axis, keepdims=False)


@functions("x, axis=-1", "keras.backend: argmax argmin")
@functions("input, axis=None, output_type=None, name=None", "tf tf.math: argmax argmin")
@functions("input, axis=None, name=None, dimension=None, output_type=None", "tf: arg_max arg_min")
def argmax(x: Any, axis: Any) -> Shape:
    """tf.argmax: without an axis the first is meant."""
    x = shape_of(x)
    if len(x) < 2:  # TensorFlow does not look at the axis then
        return Shape(())
    axis = one_axis(0 if axis is None else axis, len(x))
    return Shape((*x[:axis], *x[axis + 1 :]))


@functions("x, axis=None, weights=None", "keras.ops: average")
def average(x: Any, axis: Any, weights: Any) -> Shape:
    """Mirrors keras.src.ops.numpy.Average."""
    x = shape_of(x)
    if axis is None:
        if weights is not None and not _may_equal(x, shape_of(weights)):
            raise refuse(f"`weights` must have the shape of `x`: {shape_of(weights)} and {x}")
        return Shape(())
    if weights is not None:
        w = shape_of(weights)
        axis = axes(axis, len(x))
        vector = Shape([x[axis[0]]])
        if not _may_equal(x, w) and not _may_equal(vector, w):
            raise refuse(f"`weights` must have the size of axis {axis[0]}: {w} and {x}")
        return reduce_shape(x, axis, keepdims=False)
    return reduce_shape(x, axis, keepdims=False)


def _may_equal(a: Shape, b: Shape) -> bool:
    """Mirrors keras.src.ops.numpy.shape_equal: None equals all."""
    return len(a) == len(b) and all(
        type(m) is not int or type(n) is not int or m == n for m, n in zip(a, b, strict=True)
    )


def _quantiles(many: Callable[[int], bool]) -> Callable[..., Shape]:
    def rule(x: Any, q: Any, axis: Any, method: Any, keepdims: Any) -> Shape:
        """The quantiles asked for come first. Mirrors keras.src.ops.numpy.Quantile."""
        shape = reduce_shape(x, axis, keepdims)
        if isinstance(q, Shape):
            return Shape((q[0], *shape)) if len(q) else shape
        if isinstance(q, (list, tuple)) and many(len(q)):
            return Shape((len(q), *shape))
        return shape

    return rule


_QUANTILE = 'x, q, axis=None, method="linear", keepdims=False'
quantile = functions(_QUANTILE, "keras.ops: quantile nanquantile")(_quantiles(lambda n: n > 1))
percentile = functions(_QUANTILE, "keras.ops: percentile nanpercentile")(_quantiles(bool))


@functions("x, axes, keepdims=False, synchronized=False", "keras.ops: moments")
def moments(x: Any, axes: Any, keepdims: Any) -> tuple[Shape, Shape]:
    shape = reduce_shape(x, axes, keepdims)
    return shape, Shape(shape)


@functions("x, axes, shift=None, keepdims=False, name=None", "tf.nn: moments")
def tf_moments(x: Any, axes: Any, shift: Any, keepdims: Any) -> tuple[Shape, Shape]:
    shape = reduce_shape(x, axes, keepdims)
    return shape, Shape(shape)


@functions("x, axes, frequency_weights, keepdims=False, name=None", "tf.nn: weighted_moments")
def weighted_moments(x: Any, axes: Any, weights: Any, keepdims: Any) -> tuple[Shape, Shape]:
    both = broadcast_shapes(shape_of(x), shape_of(weights))
    return tf_moments(both, axes, None, keepdims)


# The orders of a matrix norm.
OF_MATRICES = (None, "fro", "nuc", float("inf"), float("-inf"), 1, -1, 2, -2)


@functions("x, ord=None, axis=None, keepdims=False", "keras.ops: norm")
def ops_norm(x: Any, ord: Any, axis: Any, keepdims: Any) -> Shape:
    """Mirrors keras.src.ops.linalg.Norm."""
    result = reduce_shape(x, axis, keepdims)
    if axis is None:
        count = len(shape_of(x))
    else:
        count = 1 if isinstance(axis, int) else len(axes(axis, len(shape_of(x))))
    if count == 1 and isinstance(ord, str):
        raise refuse(f"{ord!r} is the order of a matrix norm, not of vectors", inputs=(0,))
    known = isinstance(ord, (int, float, str)) or ord is None
    if known and (count == 2 or isinstance(ord, str)) and ord not in OF_MATRICES:
        raise refuse(f"there is no matrix norm of order {ord!r}", inputs=(0,))
    return result


@functions('tensor, ord="euclidean", axis=None, keepdims=None, name=None', "tf tf.linalg: norm")
def norm(x: Any, ord: Any, axis: Any, keepdims: Any) -> Shape:
    """Of vectors, or of matrices along two axes; one that is given twice is gone once."""
    if isinstance(axis, (list, tuple)) and not isinstance(axis, Shape):
        found = axes(axis, len(shape_of(x)))
        return reduce_shape(x, sorted(set(found)), keepdims)
    return reduce_shape(x, axis, keepdims)


@functions('tensor, ord="euclidean", axis=None, name=None', "tf.linalg: normalize")
def tf_normalize(tensor: Any, ord: Any, axis: Any) -> tuple[Shape, Shape]:
    """The normalized tensor and the norms."""
    return Shape(shape_of(tensor)), reduce_shape(tensor, axis, keepdims=True)


@functions("x, axis=None, dtype=None", "keras.ops: cumsum cumprod")
@functions("x, axis=-1", "keras.ops: sort argsort")
def flat_along(x: Any, axis: Any) -> Shape:
    """The shape of the input, flattened without an axis."""
    x = shape_of(x)
    if axis is None:
        return Shape((total(x),))
    one_axis(axis, len(x))
    return Shape(x)


@functions("x, axis=None, dtype=None", "keras.ops: nancumsum nancumprod")
def flat_unchecked(x: Any, axis: Any) -> Shape:
    """As `flat_along`; Keras does not look at the axis."""
    x = shape_of(x)
    return Shape((total(x),)) if axis is None else Shape(x)


@functions("x, axis=-1", "keras.ops: sparsemax")
def along_one(x: Any, axis: Any) -> Shape:
    x = shape_of(x)
    one_axis(axis, len(x))
    return Shape(x)


@functions("x, kth, axis=-1", "keras.ops: argpartition")
def argpartition(x: Any, kth: Any, axis: Any) -> Shape:
    """Flattened without an axis; Keras does not look at which."""
    if isinstance(kth, (float, list, tuple)):
        raise refuse("`kth` must be an integer")
    return flat_unchecked(x, axis)


@functions("a, n=1, axis=-1", "keras.ops: diff")
def diff(a: Any, n: Any, axis: Any) -> Shape:
    """Each difference takes one off the axis. Mirrors keras.src.ops.numpy.Diff."""
    x = shape_of(a)
    axis = one_axis(axis, len(x))
    left = x[axis] - number(n, "n")
    return x.replace(axis, max(left, 0) if type(left) is int else left)


@functions("y, x=None, dx=1.0, axis=-1", "keras.ops: trapezoid")
def trapezoid(y: Any, x: Any, dx: Any, axis: Any) -> Shape:
    shape = shape_of(y)
    if axis is None or not len(shape):
        return Shape(shape)
    axis = number(axis, "axis") % len(shape)
    return Shape((*shape[:axis], *shape[axis + 1 :]))


@functions("x", "keras.ops: size")
def ops_size(x: Any) -> Shape:
    """How many elements, as a tensor."""
    return known((), lambda: total(shape_of(x)))


@functions("input, out_type=None, name=None", "tf: size")
def tf_size(x: Any) -> Shape:
    return known((), lambda: product(shape_of(x)))


@functions("x, k, sorted=True", "keras.ops: top_k")
def top_k(x: Any, k: Any) -> tuple[Shape, Shape]:
    """The largest `k` and where they are; both along the last axis."""
    x = shape_of(x)
    need_rank(x, 1)
    shape = x.replace(-1, size(k))
    return shape, Shape(shape)


@functions("input, k=1, sorted=True, index_type=None, name=None", "tf.math tf.nn tf: top_k")
def tf_top_k(x: Any, k: Any) -> tuple[Shape, Shape]:
    """As `top_k`, and there must be as many."""
    shape, wanted = shape_of(x), size(k)
    need_rank(shape, 1)
    if type(shape[-1]) is int and type(wanted) is int and shape[-1] < wanted:
        raise refuse(f"the last axis of {shape} has less than {wanted}", inputs=(0,))
    return top_k(shape, wanted)


@functions("targets, predictions, k", "keras.ops: in_top_k")
def ops_in_top_k(targets: Any) -> Shape:
    return Shape(shape_of(targets))


@functions("targets, predictions, k, name=None", "tf.math tf.nn: in_top_k")
def in_top_k(targets: Any) -> Shape:
    return Shape(shape_of(targets))


@functions("predictions, targets, k", "keras.backend: in_top_k")
def in_top_k_old(predictions: Any, targets: Any) -> Shape:
    return Shape(shape_of(targets))


@functions("x, axis=-1", "keras.ops: glu")
def glu(x: Any, axis: Any) -> Shape:
    """Half of the axis gates the other half. Mirrors keras.src.ops.nn.Glu."""
    shape = shape_of(x)
    at = one_axis(axis, len(shape))
    dim = shape[at]
    if type(dim) is int and dim % 2:
        raise refuse(f"axis {at} is {dim}, not divisible by 2", axis=at, inputs=(0,))
    return shape.replace(at, dim // 2)
