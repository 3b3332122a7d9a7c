"""Functions that make tensors: constants, ranges, random numbers; and those that say shapes."""

from __future__ import annotations

import math
from typing import Any

from flake8_concat.keras.joining import axis_index, broadcast_shapes
from flake8_concat.keras.ops.reading import (
    NoContent,
    content,
    known,
    no_number,
    number,
    operand,
    refuse,
    shape_of,
    size,
    sizes,
    tensors,
    with_content,
)
from flake8_concat.keras.ops.table import functions, with_values
from flake8_concat.shapes import (
    UNKNOWN_SIZE,
    Dim,
    Lose,
    Shape,
    Size,
    Unknown,
    Valued,
    fresh_none,
    is_none,
)

# The first argument is the shape of the result.
MADE: dict[str, tuple[str, ...]] = {
    "shape, dtype=None": ("keras.ops: zeros ones empty",),
    "shape, fill_value, dtype=None": ("keras.ops: full",),
    "shape, dtype=None, name=None": ("keras.backend: zeros ones",),
    "shape, dtype=None, name=None, layout=None": ("tf: zeros ones",),
    "dims, value, name=None, layout=None": ("tf: fill",),
    "shape, mean=0.0, stddev=1.0, dtype=None, seed=None": (
        "keras.backend: random_normal truncated_normal",
    ),
    "shape, minval=0.0, maxval=1.0, dtype=None, seed=None": ("keras.backend: random_uniform",),
    "shape, p=0.0, dtype=None, seed=None": ("keras.backend: random_bernoulli random_binomial",),
    "shape, mean, scale, dtype=None, name=None, seed=None": (
        "keras.backend: random_normal_variable",
    ),
    "shape, low, high, dtype=None, name=None, seed=None": (
        "keras.backend: random_uniform_variable",
    ),
    "shape, mean=0.0, stddev=1.0, dtype=None, seed=None, name=None": (
        "tf.random: normal truncated_normal",
        "tf: random_normal truncated_normal",
    ),
    "shape, minval=0, maxval=None, dtype=None, seed=None, name=None": (
        "tf.random: uniform",
        "tf: random_uniform",
    ),
    'shape, seed, mean=0.0, stddev=1.0, dtype=None, name=None, alg="auto_select"': (
        "tf.random: stateless_normal stateless_truncated_normal",
    ),
    'shape, seed, minval=0, maxval=None, dtype=None, name=None, alg="auto_select"': (
        "tf.random: stateless_uniform",
    ),
}

MAX_RANK = 1000


def made(shape: Any) -> Shape:
    """The shape as it is given. TensorFlow takes fractions for some sizes, and cuts them."""
    written = shape if isinstance(shape, (list, tuple)) and not isinstance(shape, Shape) else ()
    for item in written:
        if item is None:
            raise refuse("the sizes must be whole numbers, one is None")
        if type(item) is float:
            raise Lose("a size is no whole number")
    dims = sizes(shape, scalar=True)
    for dim in dims:
        if type(dim) is int and dim < 0:
            raise refuse(f"a size may not be negative: {Shape(dims)}")
    return Shape(dims)


for _signature, _names in MADE.items():
    functions(_signature, *_names)(made)


def of_kind(dtype: Any, *refused: str) -> None:
    """Refuses a type of numbers that a random function does not make."""
    if isinstance(dtype, str) and dtype.startswith(refused):
        raise refuse(f"can't make numbers of type {dtype!r}")


def random_counts(shape: Any, a: Any, b: Any, dtype: Any) -> Shape:
    """Mirrors keras.random.binomial; TensorFlow makes signed whole numbers as well."""
    of_kind(dtype, "uint", "bool")
    if isinstance(dtype, str) and dtype.startswith("int"):
        raise Lose("JAX makes no whole numbers here, TensorFlow does")
    return made(shape)


def random_floats(shape: Any, a: Any, b: Any, dtype: Any) -> Shape:
    of_kind(dtype, "int", "uint", "bool")
    return made(shape)


def random_gamma(shape: Any, alpha: Any, dtype: Any) -> Shape:
    of_kind(dtype, "int", "uint", "bool")
    return made(shape)


def random_integers(shape: Any, minval: Any, maxval: Any, dtype: Any) -> Shape:
    of_kind(dtype, "float", "bfloat", "bool")
    return made(shape)


for _text, _row, _rule in (
    (
        "shape, mean=0.0, stddev=1.0, dtype=None, seed=None",
        "normal truncated_normal",
        random_floats,
    ),
    ("shape, minval=0.0, maxval=1.0, dtype=None, seed=None", "uniform", random_floats),
    ("shape, alpha, beta, dtype=None, seed=None", "beta", random_floats),
    ("shape, counts, probabilities, dtype=None, seed=None", "binomial", random_counts),
    ("shape, alpha, dtype=None, seed=None", "gamma", random_gamma),
    ('shape, minval, maxval, dtype="int32", seed=None', "randint", random_integers),
):
    functions(_text, f"keras.random: {_row}")(_rule)


@functions("n, dtype=None", "keras.ops: identity")
def identity(n: Any) -> Shape:
    return Shape((size(n), size(n)))


@functions("N, M=None, k=0, dtype=None", "keras.ops: tri")
def tri(n: Any, m: Any) -> Shape:
    if n is None:
        raise refuse("the number of rows must be given")
    return Shape((size(n), size(n if m is None else m)))


@functions("N, M=None, k=0, dtype=None", "keras.ops: eye")
def eye(n: Any, m: Any, k: Any) -> Shape:
    """TensorFlow puts the diagonal into a frame that may be larger than what is asked for.

    Mirrors keras.src.backend.tensorflow.numpy.eye.
    """
    result = tri(n, m)
    if type(k) is int and k != 0:
        rows, columns = result
        if type(rows) is not int or type(columns) is not int:
            raise Lose("how large it is depends on the backend")
        side = min(columns - k, rows + k)
        framed = (
            side + max(-k, 0) + max(rows - columns + k, 0),
            side + max(k, 0) + max(columns - rows - k, 0),
        )
        if side < 0 or framed != (rows, columns):
            raise Lose("how large it is depends on the backend")
    return result


@functions("size, dtype=None, name=None", "keras.backend: eye")
def backend_eye(n: Any) -> Shape:
    return Shape((size(n), size(n)))


@functions(
    "num_rows, num_columns=None, batch_shape=None, dtype=None, name=None", "tf tf.linalg: eye"
)
def tf_eye(rows: Any, columns: Any, batch_shape: Any) -> Shape:
    batch = () if batch_shape is None else sizes(batch_shape)
    return Shape((*batch, size(rows), size(rows if columns is None else columns)))


def range_length(start: Any, stop: Any, step: Any) -> Dim:
    """How many numbers there are from start up to stop."""
    if any(isinstance(part, Unknown) for part in (start, stop, step)):
        raise Lose("the bounds of the range are not known")
    if all(isinstance(part, (int, float)) for part in (start, stop, step)):
        if step == 0:
            raise refuse("the range has step 0")
        length: int = math.ceil((stop - start) / step)
        return max(0, length)
    none = any(isinstance(part, Size) and is_none(part) for part in (start, stop, step))
    if isinstance(stop, Size) and step == 1 and isinstance(start, (int, Size)):
        return no_number(stop - start) if none else stop - start
    return fresh_none() if none else UNKNOWN_SIZE


def _scalar(x: Any) -> Any:
    """A bound of a range: a number, a Size, or an unknown size for a tensor."""
    if isinstance(x, Valued):
        return x.content
    return UNKNOWN_SIZE if isinstance(x, Shape) else x


@functions("start, stop=None, step=None, dtype=None", "keras.ops: arange")
def arange(start: Any, stop: Any, step: Any, dtype: Any) -> Shape:
    of_kind(dtype, "bool")
    first, last, by = _scalar(start), _scalar(stop), _scalar(1 if step is None else step)
    if stop is None:
        first, last = 0, first
    length = range_length(first, last, by)
    small = type(length) is int and length <= 64 and all(type(p) is int for p in (first, last, by))
    return known((length,), lambda: tuple(range(first, last, by))) if small else Shape((length,))


@functions('start, limit=None, delta=1, dtype=None, name="range"', "tf: range")
@functions('start, stop=None, step=1, dtype="int32"', "keras.backend: arange")
def tf_range(start: Any, limit: Any, delta: Any) -> Shape:
    """As `arange`; TensorFlow refuses one that runs the wrong way."""
    first, last, by = (_scalar(part) for part in (start, limit, delta))
    if limit is None:
        first, last = 0, first
    told = all(isinstance(part, (int, float)) for part in (first, last, by))
    if told and limit is None and last < 0:
        raise Lose("keras.backend takes it for 0")
    if told and (by == 0 or (last - first) * by < 0):
        raise refuse(f"no range goes from {first} to {last} in steps of {by}")
    return arange(start, limit, delta, None)


def _spaced_by_keras(start: Any, stop: Any, num: Any, axis: Any) -> Shape:
    if any(isinstance(end, list) for end in (start, stop)):
        raise Lose("of a list beside a symbolic tensor Keras sees no shape")
    return _spaced(start, stop, num, axis)


def _spaced(start: Any, stop: Any, num: Any, axis: Any) -> Shape:
    shape = broadcast_shapes(operand(start), operand(stop))
    if not isinstance(start, Shape) and not isinstance(stop, Shape) and axis not in (0, -1):
        if axis != -2:
            raise refuse(f"numbers are put along axis 0 or -1, not along {axis}")
        raise Lose("what numbers give along another axis depends on the backend")
    at = axis_index(number(axis, "axis"), len(shape) + 1)
    count = size(num)
    if type(start) in (int, float) and start == stop and type(count) is int and count <= 64:
        return known((count,), lambda: (float(start),) * count)
    return Shape((*shape[:at], count, *shape[at:]))


@functions(
    "start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0", "keras.ops: linspace"
)
def linspace(
    start: Any, stop: Any, num: Any, endpoint: Any, retstep: Any, dtype: Any, axis: Any
) -> Any:
    shape = _spaced_by_keras(start, stop, num, axis)
    return (shape, None) if retstep is True else shape


@functions("start, stop, num=50, endpoint=True, base=10, dtype=None, axis=0", "keras.ops: logspace")
def logspace(
    start: Any, stop: Any, num: Any, endpoint: Any, base: Any, dtype: Any, axis: Any
) -> Shape:
    return _spaced_by_keras(start, stop, num, axis)


@functions("start, stop, num=50, endpoint=True, dtype=None, axis=0", "keras.ops: geomspace")
def geomspace(start: Any, stop: Any, num: Any, endpoint: Any, dtype: Any, axis: Any) -> Shape:
    return _spaced_by_keras(start, stop, num, axis)


@functions("start, stop, num, name=None, axis=0", "tf tf.linalg: linspace", "tf: lin_space")
def tf_linspace(start: Any, stop: Any, num: Any, name: Any, axis: Any) -> Shape:
    return _spaced(start, stop, num, axis)


@functions('value, dtype=None, shape=None, name="Const"', "tf: constant")
@functions("value, dtype=None, shape=None, name=None", "keras.backend: constant")
def constant(value: Any, dtype: Any, shape: Any) -> Shape:
    """A number, nested lists of numbers, or either spread over `shape`."""
    if shape is None:
        return with_content(value)
    return Shape(sizes(shape, scalar=True))


@functions(
    "initializer, shape=None, dtype=None, trainable=True, autocast=True, aggregation=None, "
    "synchronization=None, name=None",
    "keras: Variable",
)
def keras_variable(initializer: Any, shape: Any) -> Shape:
    """A variable of a value, or of a shape that something else fills."""
    if shape is not None:
        return Shape(sizes(shape, scalar=True))
    if isinstance(initializer, str):
        raise Lose("the variable's shape is not given")
    return Shape(shape_of(initializer))


@functions(
    "name, shape=None, dtype=None, initializer=None, regularizer=None, trainable=None",
    "tf: get_variable",
)
def get_variable(name: Any, shape: Any) -> Shape:
    if shape is None:
        raise Lose("the variable's shape is not given")
    return Shape(sizes(shape))


@functions(
    "shape=None, ndim=None, dtype=None, sparse=False, name=None", "keras.backend: placeholder"
)
def backend_placeholder(shape: Any, ndim: Any) -> Shape:
    if shape is None:
        rank = number(ndim, "ndim")
        if rank > MAX_RANK:
            raise Lose("a tensor of so many axes is not followed")
        return Shape(fresh_none() for _ in range(rank))
    return Shape(sizes(shape))


@functions("dtype, shape=None, name=None", "tf: placeholder")
def placeholder(dtype: Any, shape: Any) -> Shape:
    if shape is None:
        raise Lose("the placeholder's shape is not given")
    return Shape(sizes(shape))


@functions('logits, num_samples, dtype="int32", seed=None', "keras.random: categorical")
@functions("logits, num_samples, dtype=None, seed=None, name=None", "tf.random: categorical")
def categorical(logits: Any, num_samples: Any) -> Shape:
    shape = shape_of(logits)
    if len(shape) != 2:
        raise refuse(f"needs rank 2, has rank {len(shape)}: {shape}", inputs=(0,))
    return Shape((shape[0], size(num_samples)))


@functions("inputs, rate, noise_shape=None, seed=None", "keras.random: dropout")
@functions("x, rate, noise_shape=None, seed=None, name=None", "tf.nn: dropout")
@functions("x, axis=0, seed=None", "keras.random: shuffle")
@functions("value, seed=None, name=None", "tf.random: shuffle", "tf: random_shuffle")
def shuffled(x: Any) -> Shape:
    return Shape(shape_of(x))


@functions("shape, alpha, beta=None, dtype=None, seed=None, name=None", "tf.random: gamma")
def tf_gamma(shape: Any, alpha: Any, beta: Any) -> Shape:
    spread = operand(alpha) if beta is None else broadcast_shapes(operand(alpha), operand(beta))
    return Shape((*sizes(shape, scalar=True), *spread))


@functions("shape, lam, dtype=None, seed=None, name=None", "tf.random: poisson")
def tf_poisson(shape: Any, lam: Any) -> Shape:
    return Shape((*sizes(shape, scalar=True), *operand(lam)))


# --- what the shape is ------------------------------------------------------------------------


@functions("x", "keras.ops: shape", "keras.backend: int_shape get_variable_shape")
def static_shape(x: Any) -> tuple[Dim, ...]:
    """The sizes as a plain tuple, None where Keras does not know."""
    return tuple(shape_of(x))


@functions("x", "keras.backend: shape")
@functions("input, out_type=None, name=None", "tf: shape shape_v2")
def dynamic_shape(x: Any) -> Valued:
    """A tensor of the sizes."""
    dims = shape_of(x)
    return Valued((len(dims),), tuple(dims))


@functions("input, out_type=None, name=None", "tf: shape_n")
def shape_n(inputs: Any) -> list[Valued]:
    return [dynamic_shape(x) for x in tensors(inputs)]


@functions("x", "keras.backend: ndim")
def ndim(x: Any) -> int:
    return len(shape_of(x))


@functions("x", "keras.ops: ndim")
def ops_ndim(x: Any) -> Shape:
    """Mirrors keras.src.ops.numpy.Ndim, a tensor of `ndim` elements."""
    return Shape((len(shape_of(x)),))


@with_values("keras.ops: ndim")
def ndim_of_values(x: Any) -> int:
    """Of what has values it is a number of Python, on each backend."""
    return len(shape_of(x))


@functions("input, name=None", "tf: rank")
def rank(x: Any) -> Valued:
    return Valued((), len(shape_of(x)))


@functions("x", "keras.backend: count_params")
def count_params(x: Any) -> Dim:
    total: Dim = 1
    for dim in shape_of(x):
        total = total * dim
    return total


@functions("tensor, partial=False", "tf: get_static_value")
def static_value(tensor: Any) -> Any:
    try:
        return content(tensor)
    except NoContent:
        return None


@functions("x", "keras.backend: is_keras_tensor")
def is_keras_tensor(x: Any) -> bool:
    return isinstance(x, Shape)


@functions("x", "keras.ops: is_tensor", "tf: is_tensor", "keras.backend: is_tensor")
def is_tensor(x: Any) -> bool:
    """False for a KerasTensor, True for what it becomes inside a layer."""
    if isinstance(x, Shape):
        raise Lose("whether it is a tensor of the backend is not known")
    return False


@functions("x", "keras.ops: convert_to_numpy", "keras.backend: eval get_value")
def to_numpy(x: Any) -> Any:
    return with_content(x)


@functions("shape_x, shape_y", "tf: broadcast_static_shape")
def broadcast_static(shape_x: Any, shape_y: Any) -> tuple[Dim, ...]:
    return tuple(broadcast_shapes(sizes(shape_x), sizes(shape_y)))


@functions("shape_x, shape_y", "tf: broadcast_dynamic_shape")
def broadcast_dynamic(shape_x: Any, shape_y: Any) -> Valued:
    dims = broadcast_shapes(sizes(shape_x), sizes(shape_y))
    return Valued((len(dims),), tuple(dims))
