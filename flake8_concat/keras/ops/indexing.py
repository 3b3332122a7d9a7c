"""Functions that pick elements: indexing, gathering, slicing, scattering, one-hot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from flake8_concat.keras.joining import broadcast_shapes, differ
from flake8_concat.keras.ops.reading import (
    content,
    flag,
    items,
    known,
    number,
    one_axis,
    refuse,
    shape_of,
    size,
    sizes,
    total,
)
from flake8_concat.keras.ops.table import functions, with_values
from flake8_concat.shapes import (
    UNKNOWN_SIZE,
    Dim,
    Lose,
    Refusal,
    Refuse,
    Shape,
    Size,
    Unknown,
    Valued,
    fresh_none,
    is_none,
)


def sliced(length: Dim, key: slice) -> Dim:
    """How many elements a slice takes of an axis. Bounds may be None, int, Size or scalars."""
    start, stop, step = (_bound(part) for part in (key.start, key.stop, key.step))
    if all(part is None or type(part) is int for part in (start, stop, step)):
        if step == 0:
            raise refuse("the slice has step 0", inputs=(0,))
        if type(length) is int:
            return len(range(*slice(start, stop, step).indices(length)))
        if start in (None, 0) and stop is None and step in (None, 1):
            return length
        if is_none(length):
            return _none_sliced(length, start, stop, step)
        return UNKNOWN_SIZE
    if isinstance(start, Unknown) or isinstance(stop, Unknown) or isinstance(step, Unknown):
        return UNKNOWN_SIZE
    if step not in (None, 1):
        return UNKNOWN_SIZE
    if start in (None, 0) and isinstance(stop, Size) and stop == length:
        return length
    return UNKNOWN_SIZE


def _none_sliced(length: Dim, start: Any, stop: Any, step: Any) -> Dim:
    """Keras leaves None; where the axis is long enough the expression is what remains."""
    if step in (None, 1) and (start or 0) >= 0 and (stop is None or stop < 0):
        rest = length - (start or 0) + (stop or 0)
        return rest if is_none(rest) else fresh_none()
    return fresh_none()


def _bound(part: Any) -> Any:
    if isinstance(part, Valued):
        part = part.content
    if part is None or isinstance(part, (int, Size)):
        return int(part) if isinstance(part, bool) else part
    if isinstance(part, Unknown):
        named = getattr(part, "size", None)
        return named if isinstance(named, Size) else part
    if isinstance(part, Shape):
        return UNKNOWN_SIZE
    return Unknown("the bound of a slice is not known")


def get_item_shape(x: Shape, key: Any) -> Shape:
    """The shape of `x[key]`.

    `key`: an int, slice, Ellipsis, None, or a tuple of them; also a tensor (as an index). Bounds
    of slices may be Sizes. Mirrors keras.src.ops.numpy.GetItem.
    Raises Refuse where the index has too many axes or is out of range, Lose where it is unknown.
    """
    keys = list(key) if isinstance(key, tuple) and not isinstance(key, Shape) else [key]
    if sum(1 for part in keys if part is Ellipsis) > 1:
        raise refuse("the index has more than one `...`", inputs=(0,))
    if not any(part is Ellipsis for part in keys):
        keys.append(Ellipsis)
    taking = sum(1 for part in keys if part is not None and part is not Ellipsis)
    if taking > len(x):
        raise refuse(
            f"the index has {taking} axes, the tensor {len(x)}: {x}",
            inputs=(0,),
        )
    dims: list[Dim] = []
    axis = 0
    outside: Refuse | None = None
    for part in keys:
        if part is Ellipsis:
            end = len(x) - (taking - axis)
            dims.extend(x[axis:end])
            taking, axis = taking - axis + end, end
        elif part is None:
            dims.append(1)
        else:
            try:
                dims.extend(_indexed(x, axis, part))
            except Refuse as refused:
                if refused.mismatch.axis is None:
                    raise
                outside = outside or refused
            axis += 1
    if outside is not None:
        outside.mismatch = replace(outside.mismatch, recover=Shape(dims))
        raise outside
    return Shape(dims)


def get_item_of_values(rule: Callable[..., Shape], x: Any, key: Any) -> Shape:
    """What tensors that have values give. JAX takes the nearest element that there is."""
    try:
        return rule(x, key)
    except Refuse as refused:
        if refused.mismatch.axis is None or not isinstance(refused.mismatch.recover, Shape):
            raise
        if any(map(is_none, x)):
            raise Lose("what is left of a size that is None depends on the backend") from refused
        return refused.mismatch.recover


def _indexed(x: Shape, axis: int, part: Any) -> tuple[Dim, ...]:
    """What is left of an axis."""
    length = x[axis]
    if isinstance(part, slice):
        return (sliced(length, part),)
    if isinstance(part, Valued) and not part and type(part.content) is int:
        part = part.content
    if type(part) is int:
        if type(length) is int and not -length <= part < length:
            raise refuse(
                f"index {part} is out of range for axis {axis} of size {length}: {x}",
                axis=axis,
                sizes=(length,),
                inputs=(0,),
            )
        return ()
    if isinstance(part, Size) or (isinstance(part, Shape) and not len(part)):
        return ()
    if isinstance(part, Unknown) and isinstance(getattr(part, "size", None), Size):
        raise Lose(part.why)  # it has a name, but may be a slice or a list
    raise Lose(part.why if isinstance(part, Unknown) else "the index is not known")


@functions("x, key", "keras.ops: get_item")
def get_item(x: Any, key: Any) -> Shape:
    return get_item_shape(shape_of(x), key)


@with_values("keras.ops: get_item")
def get_item_values(x: Any, key: Any) -> Shape:
    return get_item_of_values(get_item_shape, shape_of(x), key)


@functions("x, indices, axis=None", "keras.ops: take")
def take(x: Any, indices: Any, axis: Any) -> Shape:
    """Mirrors keras.src.ops.numpy.Take."""
    shape, picked = shape_of(x), shape_of(indices)
    if axis is None:
        return Shape(picked)
    at = one_axis(axis, len(shape))
    return Shape((*shape[:at], *picked, *shape[at + 1 :]))


@functions("reference, indices", "keras.backend: gather")
def gather_first(reference: Any, indices: Any) -> Shape:
    shape, picked = shape_of(reference), shape_of(indices)
    if not len(shape):
        raise refuse("needs rank 1 or more, has rank 0", inputs=(0,))
    return Shape((*picked, *shape[1:]))


@functions(
    "params, indices, validate_indices=None, axis=None, batch_dims=0, name=None", "tf: gather"
)
def gather(params: Any, indices: Any, validate_indices: Any, axis: Any, batch_dims: Any) -> Shape:
    """tf.gather. The first `batch_dims` axes are shared."""
    shape, picked = shape_of(params), shape_of(indices)
    batch = number(batch_dims, "batch_dims")
    if batch < 0:
        batch += len(picked)
    if not 0 <= batch <= len(picked):
        raise Lose("`batch_dims` is more than the rank of the indices")
    at = one_axis(batch if axis is None else axis, len(shape))
    if batch > at:
        raise Lose("`batch_dims` is more than the axis")
    result = Shape((*shape[:at], *picked[batch:], *shape[at + 1 :]))
    if isinstance(params, Valued) and len(shape) == 1 and not batch:
        return known(result, lambda: _picked(params.content, content(indices)))
    return result


def _picked(values: Any, index: Any) -> Any:
    if isinstance(index, tuple):
        return tuple(_picked(values, one) for one in index)
    return values[index]


@functions('params, indices, batch_dims=0, name=None, bad_indices_policy=""', "tf: gather_nd")
def gather_nd(params: Any, indices: Any, batch_dims: Any) -> Shape:
    """tf.gather_nd: the last axis of `indices` holds the coordinates."""
    shape, picked = shape_of(params), shape_of(indices)
    batch = number(batch_dims, "batch_dims")
    if not len(picked) or type(picked[-1]) is not int:
        raise Lose("how many coordinates an index has is not known")
    if batch + picked[-1] > len(shape):
        raise refuse(f"{picked[-1]} coordinates for {shape}", inputs=(0, 1))
    return Shape((*picked[:-1], *shape[batch + picked[-1] :]))


@functions("params, ids, max_norm=None, name=None", "tf.nn: embedding_lookup")
@functions(
    'params, ids, partition_strategy="mod", name=None, validate_indices=True, max_norm=None',
    "tf.nn: embedding_lookup_v1",
)
def embedding_lookup(params: Any, ids: Any) -> Shape:
    return gather_first(params, ids)


@functions("x, indices, axis=None", "keras.ops: take_along_axis")
def take_along_axis(x: Any, indices: Any, axis: Any) -> Shape:
    """Mirrors keras.src.ops.operation_utils.compute_take_along_axis_output_shape."""
    shape, picked = shape_of(x), shape_of(indices)
    if axis is None:
        shape = Shape((total(shape),))
    if len(shape) != len(picked):
        raise refuse(f"needs inputs of one rank, has {shape} and {picked}", inputs=(0, 1))
    at = 0 if axis is None else one_axis(axis, len(shape))
    return broadcast_shapes(shape.replace(at, picked[at]), picked)


@functions("inputs, start_indices, shape", "keras.ops: slice")
@functions("input_, begin, size, name=None", "tf: slice")
def slice_(inputs: Any, start_indices: Any, shape: Any) -> Shape:
    """A block: `shape` of -1 goes to the end. Mirrors keras.src.ops.core.Slice and tf.slice."""
    x, lengths = shape_of(inputs), sizes(shape)
    if len(lengths) != len(x):
        raise refuse(f"{len(lengths)} sizes for rank {len(x)}: {x}", inputs=(0,))
    starts = _starts(start_indices, len(x))
    dims: list[Dim] = []
    for dim, start, length in zip(x, starts, lengths, strict=True):
        if not (type(length) is int and length == -1):
            dims.append(length)
        elif is_none(dim):
            rest = dim - start if start is not None else dim
            dims.append(rest if is_none(rest) else fresh_none())
        elif start is None:
            dims.append(UNKNOWN_SIZE)
        else:
            dims.append(dim - start)
    result = Shape(dims)
    if isinstance(inputs, Valued) and len(x) == 1 and type(starts[0]) is int:
        begin, length = starts[0], result[0]
        if type(length) is int:
            return known(result, lambda: content(inputs)[begin : begin + length])
    return result


def _starts(value: Any, rank: int) -> list[Dim | None]:
    """Where the block begins on each axis; None where a tensor says so."""
    if isinstance(value, Valued):
        value = value.content
    if isinstance(value, Shape):
        return [None] * rank
    if not isinstance(value, (list, tuple)):
        raise Lose("where the slice begins is not known")
    if len(value) != rank:
        raise refuse(f"{len(value)} starts for rank {rank}")
    return [
        None if isinstance(item, Shape) and not isinstance(item, Valued) else size(item)
        for item in items(value)
    ]


@functions(
    "input_, begin, end, strides=None, begin_mask=0, end_mask=0, ellipsis_mask=0, "
    "new_axis_mask=0, shrink_axis_mask=0, var=None, name=None",
    "tf: strided_slice",
)
def strided_slice(
    input_: Any,
    begin: Any,
    end: Any,
    strides: Any,
    begin_mask: Any,
    end_mask: Any,
    ellipsis_mask: Any,
    new_axis_mask: Any,
    shrink_axis_mask: Any,
) -> Shape:
    """tf.strided_slice: the index of `x[...]`, spelled in numbers and masks."""
    x = shape_of(input_)
    starts, ends = sizes(begin), sizes(end)
    steps = sizes(strides) if strides is not None else (1,) * len(starts)
    key: list[Any] = []
    for i, (start, stop, step) in enumerate(zip(starts, ends, steps, strict=True)):
        bit = 1 << i
        if number(ellipsis_mask, "ellipsis_mask") & bit:
            key.append(Ellipsis)
        elif number(new_axis_mask, "new_axis_mask") & bit:
            key.append(None)
        elif number(shrink_axis_mask, "shrink_axis_mask") & bit:
            key.append(start)
        else:
            open_start = number(begin_mask, "begin_mask") & bit
            open_end = number(end_mask, "end_mask") & bit
            key.append(slice(None if open_start else start, None if open_end else stop, step))
    return get_item_shape(x, tuple(key))


@functions("x, num_classes, axis=-1, dtype=None, sparse=False", "keras.ops: one_hot")
def one_hot(x: Any, num_classes: Any, axis: Any) -> Shape:
    """Mirrors keras.src.ops.nn.OneHot."""
    shape = shape_of(x)
    return _with_classes(shape, size(num_classes), axis)


def _with_classes(shape: Shape, classes: Dim, axis: Any) -> Shape:
    at = number(axis, "axis")
    if at == -1:
        return Shape((*shape, classes))
    if not 0 <= at < len(shape):
        raise refuse(f"axis {at} is out of range for rank {len(shape)}: {shape}", inputs=(0,))
    return Shape((*shape[:at], classes, *shape[at:]))


@functions("indices, num_classes", "keras.backend: one_hot")
def one_hot_last(indices: Any, num_classes: Any) -> Shape:
    return Shape((*shape_of(indices), size(num_classes)))


@functions(
    "indices, depth, on_value=None, off_value=None, axis=None, dtype=None, name=None",
    "tf: one_hot",
)
def tf_one_hot(indices: Any, depth: Any, on: Any, off: Any, axis: Any) -> Shape:
    shape = shape_of(indices)
    at = -1 if axis is None else number(axis, "axis")
    if at < -1:
        raise refuse(f"axis {at} is out of range for rank {len(shape) + 1}", inputs=(0,))
    if at > len(shape):
        raise Lose("the axis is out of range")
    at = len(shape) if at == -1 else at
    return Shape((*shape[:at], size(depth), *shape[at:]))


@functions(
    "inputs, num_classes=None, axis=-1, dtype=None, sparse=False, **kwargs", "keras.ops: multi_hot"
)
def multi_hot(inputs: Any, num_classes: Any, axis: Any) -> Shape:
    """Mirrors keras.src.ops.nn.MultiHot: one-hot, then the samples' axis falls away."""
    if num_classes is None:
        raise refuse("`num_classes` must be given")
    return multi_hot_of(_with_classes(shape_of(inputs), size(num_classes), axis))


def multi_hot_of(shape: Shape) -> Shape:
    """The axis of the samples falls away."""
    return Shape(shape[-1:]) if len(shape) == 2 else Shape((shape[0], *shape[2:]))


@functions("indices, values, shape", "keras.ops: scatter")
@functions('indices, updates, shape, bad_indices_policy="", name=None', "tf: scatter_nd")
def scatter(indices: Any, values: Any, shape: Any) -> Shape:
    return Shape(sizes(shape))


@functions("inputs, indices, updates, reduction=None", "keras.ops: scatter_update")
@functions("inputs, start_indices, updates", "keras.ops: slice_update")
@functions("tensor, indices, updates, name=None", "tf: tensor_scatter_nd_update")
@functions(
    'tensor, indices, updates, bad_indices_policy="", name=None',
    "tf: tensor_scatter_nd_add tensor_scatter_nd_max tensor_scatter_nd_min tensor_scatter_nd_sub",
)
def updated(inputs: Any) -> Shape:
    return Shape(shape_of(inputs))


@functions("x", "keras.ops: nonzero")
def nonzero(x: Any) -> tuple[Shape, ...]:
    """The positions along each axis, as many as there are."""
    return tuple(Shape((fresh_none(),)) for _ in shape_of(x))


@functions("x, bins", "keras.ops: digitize")
def digitize(x: Any, bins: Any) -> Shape:
    """A list of numbers would do for tensors with values only."""
    if bins is None:
        raise refuse("`bins` must be given")
    result = digitize_values(x, bins)
    if type(bins) in (int, float) or (
        isinstance(bins, (list, tuple)) and not isinstance(bins, Shape)
    ):
        raise refuse("`bins` must be a tensor or an array", inputs=(0,), recover=result)
    return result


@with_values("keras.ops: digitize")
def digitize_values(x: Any, bins: Any) -> Shape:
    edges = shape_of(bins)
    if len(edges) > 1:
        raise refuse(f"`bins` needs rank 1, has rank {len(edges)}", inputs=(1,))
    return Shape(shape_of(x))


@functions('sorted_sequence, values, side="left"', "keras.ops: searchsorted")
def searchsorted(sorted_sequence: Any, values: Any) -> Shape:
    if len(shape_of(sorted_sequence)) != 1:
        raise refuse("the sorted sequence needs rank 1", inputs=(0,))
    return Shape(shape_of(values))


@functions('sorted_sequence, values, side="left", out_type=None, name=None', "tf: searchsorted")
def tf_searchsorted(sorted_sequence: Any, values: Any) -> Shape:
    return Shape(shape_of(values))


@functions("indices, shape", "keras.ops: unravel_index")
def unravel_index(indices: Any, shape: Any) -> list[Shape]:
    """Mirrors keras.src.ops.numpy.UnravelIndex, which tells no shape where a size is None."""
    wanted = sizes(shape)
    if any(map(is_none, wanted)):
        return [Shape((fresh_none(),)) for _ in wanted]
    return [Shape(shape_of(indices)) for _ in wanted]


@functions(
    "x, sorted=True, return_index=False, return_inverse=False, return_counts=False, axis=None, "
    "size=None, fill_value=None",
    "keras.ops: unique",
)
def unique(
    x: Any, ordered: Any, index: Any, inverse: Any, counts: Any, axis: Any, size: Any
) -> Any:
    """The different values; then what else was asked for. Mirrors keras.src.ops.numpy.Unique."""
    shape = shape_of(x)
    if isinstance(size, (list, tuple)):
        raise refuse(f"`size` must be one number, is {size}")
    count = fresh_none() if size is None else sizes((size,))[0]
    if axis is None:
        values, where = Shape((count,)), Shape(shape)
    else:
        at = one_axis(axis, len(shape))
        values, where = shape.replace(at, count), Shape((shape[at],))
    asked = [(index, Shape((count,))), (inverse, where), (counts, Shape((count,)))]
    more = [result for wanted, result in asked if flag(wanted)]
    return (values, *more) if more else values


@functions("x, out_idx=None, name=None", "tf: unique")
def tf_unique(x: Any) -> tuple[Shape, Shape]:
    """The different values, and for each element where its value is."""
    shape = shape_of(x)
    if len(shape) != 1:
        raise Refuse(
            Refusal.WRONG_RANK, f"needs rank 1, has rank {len(shape)}: {shape}", inputs=(0,)
        )
    return Shape((fresh_none(),)), Shape(shape)


@functions('tensor, mask, axis=None, name="boolean_mask"', "tf: boolean_mask")
def boolean_mask(tensor: Any, mask: Any, axis: Any) -> Shape:
    """How many are left is not known. tf.boolean_mask."""
    shape, chosen = shape_of(tensor), shape_of(mask)
    at = 0 if axis is None else one_axis(axis, len(shape))
    if not len(chosen):
        raise refuse("the mask needs rank 1 or more", inputs=(1,))
    if at + len(chosen) > len(shape):
        raise refuse(f"the mask {chosen} has more axes than {shape}", inputs=(0, 1))
    for a, b in zip(shape[at:], chosen, strict=False):
        if differ(a, b):
            raise Refuse(
                Refusal.WRONG_SHAPE, f"the mask {chosen} does not fit {shape}", inputs=(0, 1)
            )
    return Shape((*shape[:at], fresh_none(), *shape[at + len(chosen) :]))


@functions("lengths, maxlen=None, dtype=None, name=None", "tf: sequence_mask")
def sequence_mask(lengths: Any, maxlen: Any) -> Shape:
    return Shape((*shape_of(lengths), fresh_none() if maxlen is None else size(maxlen)))


@functions("input, seq_lengths, seq_axis=None, batch_axis=None, name=None", "tf: reverse_sequence")
def reverse_sequence(x: Any) -> Shape:
    return Shape(shape_of(x))
