"""Functions that work element by element: the shape of the input, or what two broadcast to."""

from __future__ import annotations

import math
import operator
import struct
from collections.abc import Callable
from typing import Any

from flake8_concat.keras.joining import broadcast_conditions, broadcast_shapes, known_dim
from flake8_concat.keras.ops.reading import (
    SCALAR,
    NoContent,
    content,
    known,
    need_rank,
    operand,
    refuse,
    shape_of,
    tensors,
    with_content,
)
from flake8_concat.keras.ops.table import functions, with_values
from flake8_concat.shapes import (
    UNKNOWN_SIZE,
    Condition,
    Known,
    Lose,
    OfKeras3,
    Refuse,
    Shape,
    Size,
    Valued,
    fresh_none,
    is_none,
)

WITH_CONTENT = (Valued, bool, int, float, Size, list, tuple)

# The shape of the input: signature -> names. One row a signature, one word a function.
UNARY: dict[str, tuple[str, ...]] = {
    "x": (
        "keras.ops: abs absolute angle arccos arccosh arcsin arcsinh arctan arctanh",
        "keras.ops: bitwise_invert bitwise_not cbrt conj conjugate cos cosh deg2rad",
        "keras.ops: exp exp2 expm1 fabs i0 imag isfinite isinf isnan isneginf isposinf",
        "keras.ops: isreal log log10 log1p log2 logical_not rad2deg real reciprocal",
        "keras.ops: sign signbit sin sinc sinh square tan tanh rsqrt erf erfc erfinv",
        "keras.ops: relu relu6 sigmoid sparse_sigmoid softplus softsign sparse_plus silu swish",
        "keras.ops: hard_sigmoid hard_silu hard_swish hard_tanh selu tanh_shrink log_sigmoid",
        "keras.backend: abs cos exp hard_sigmoid log round sigmoid sign sin softplus softsign",
        "keras.backend: square tanh",
    ),
    "x, decimals=0": ("keras.ops: round",),
    "x, alpha=1.0": ("keras.ops: elu celu", "keras.backend: elu"),
    "x, approximate=True": ("keras.ops: gelu",),
    "x, negative_slope=0.2": ("keras.ops: leaky_relu",),
    "x, threshold=0.5": ("keras.ops: soft_shrink hard_shrink",),
    "x, threshold, default_value": ("keras.ops: threshold",),
    "x, b=4": ("keras.ops: squareplus",),
    "x, nan=0.0, posinf=None, neginf=None": ("keras.ops: nan_to_num",),
    "x, x_min, x_max": ("keras.ops: clip",),
    "x, min_value, max_value": ("keras.backend: clip",),
    "x, alpha=0.0, max_value=None, threshold=0.0": ("keras.backend: relu",),
    "x, level, noise_shape=None, seed=None": ("keras.backend: dropout",),
    "x, name=None": (
        "tf tf.math: abs acos acosh asin asinh atan atanh cos cosh exp round sigmoid sign",
        "tf tf.math: sin sinh square tan tanh",
        "tf tf.math: digamma erf erfc erfinv expm1 lgamma log log1p rint rsqrt",
        "tf.math: bessel_i0 bessel_i0e bessel_i1 bessel_i1e conj erfcinv is_finite is_inf is_nan",
        "tf.math: log_sigmoid ndtri reciprocal reciprocal_no_nan",
        "tf tf.math: logical_not",
        "tf: conj log_sigmoid is_finite is_inf is_nan reciprocal",
        "tf.nn: sigmoid tanh log_sigmoid",
    ),
    "features, name=None": (
        "tf.nn: relu relu6 elu selu softplus softsign",
        "tf.math: softplus softsign",
    ),
    "features, alpha=0.2, name=None": ("tf.nn: leaky_relu",),
    "features, approximate=False, name=None": ("tf.nn: gelu",),
    "features, beta=1.0": ("tf.nn: silu swish",),
    "t, clip_value_min, clip_value_max, name=None": ("tf: clip_by_value",),
    "t, clip_norm, axes=None, name=None": ("tf: clip_by_norm",),
    "input, depth_radius=5, bias=1, alpha=1, beta=0.5, name=None": (
        "tf.nn: local_response_normalization lrn",
    ),
    "tensor, message, name=None": ("tf.debugging: check_numerics",),
    "input, type, name=None": ("tf: bitcast",),
    "x, new_x": ("keras.backend: update",),
    "x, increment": ("keras.backend: update_add",),
    "x, decrement": ("keras.backend: update_sub",),
    'input, encoding="", name=None': ("tf.strings: lower upper",),
    "input, name=None": ("tf.strings: strip", "tf tf.math: angle real imag"),
    "input, pattern, rewrite, replace_global=True, name=None": ("tf.strings: regex_replace",),
    'input, unit="BYTE", name=None': ("tf.strings: length",),
    "input, out_type=None, name=None": ("tf.strings: to_number",),
    "image, min_jpeg_quality, max_jpeg_quality, seed=None": ("tf.image: random_jpeg_quality",),
    'image, jpeg_quality, dct_method="", name=None': ("tf.image: adjust_jpeg_quality",),
    "images, boxes, colors, name=None": ("tf.image: draw_bounding_boxes",),
}

# As above, and the content is computed where it is known: function -> signature -> names.
COMPUTED: dict[Callable[[float], float], dict[str, tuple[str, ...]]] = {
    math.ceil: {"x": ("keras.ops: ceil",), "x, name=None": ("tf tf.math: ceil",)},
    math.floor: {"x": ("keras.ops: floor",), "x, name=None": ("tf tf.math: floor",)},
    math.trunc: {"x": ("keras.ops: trunc",)},
    math.sqrt: {
        "x": ("keras.ops: sqrt", "keras.backend: sqrt"),
        "x, name=None": ("tf tf.math: sqrt",),
    },
}

# As above, the content stays what it was.
SAME: dict[str, tuple[str, ...]] = {
    "x": ("keras.ops: copy", "keras.backend: cast_to_floatx stop_gradient identity"),
    "x, dtype": ("keras.ops: cast saturate_cast", "keras.backend: cast"),
    "x, dtype=None": ("keras.ops: array",),
    "x, dtype=None, sparse=None, ragged=None": ("keras.ops: convert_to_tensor",),
    "variable": ("keras.ops: stop_gradient",),
    "variables": ("keras.backend: stop_gradient",),
    "tensor": ("keras.backend: to_dense",),
    "x, name=None": ("keras.backend: identity", "tf: to_float to_int32 to_int64 to_double"),
    "value, dtype=None, name=None, constraint=None": ("keras.backend: variable",),
    "value, dtype=None, dtype_hint=None, name=None": ("tf: convert_to_tensor",),
    "x, dtype, name=None": ("tf: cast",),
    "value, dtype, name=None": ("tf: saturate_cast",),
    "input, name=None": ("tf: identity stop_gradient",),
    "initial_value=None, trainable=None, validate_shape=True, caching_device=None, name=None, "
    "variable_def=None, dtype=None, import_scope=None, constraint=None": ("tf: Variable",),
}

# A new tensor of the shape of another.
LIKE: dict[str, tuple[str, ...]] = {
    "x, dtype=None": ("keras.ops: ones_like zeros_like empty_like",),
    "x, fill_value, dtype=None": ("keras.ops: full_like",),
    "x, dtype=None, name=None": ("keras.backend: ones_like zeros_like",),
    "input, dtype=None, name=None, layout=None": ("tf: ones_like zeros_like",),
}

# The shape that two broadcast to.
BINARY: dict[str, tuple[str, ...]] = {
    "x1, x2": (
        "keras.ops: arctan2 divide_no_nan equal fmax fmin fmod gcd greater greater_equal",
        "keras.ops: heaviside hypot lcm ldexp less less_equal logaddexp logaddexp2 logical_and",
        "keras.ops: logical_or logical_xor nextafter not_equal",
        "keras.ops: power",
    ),
    "x1, x2, rtol=1e-05, atol=1e-08, equal_nan=False": ("keras.ops: isclose",),
    "x, a": ("keras.backend: pow",),
    "x, y": ("keras.backend: equal greater greater_equal less less_equal not_equal",),
    "x, y, name=None": (
        "tf tf.math: equal greater greater_equal less less_equal not_equal logical_and logical_or",
        "tf tf.math: pow divide_no_nan floormod squared_difference",
        "tf.math: multiply_no_nan xdivy xlog1py xlogy",
        "tf: mod floor_mod truncatemod",
        "tf.math: mod",
        "tf.bitwise: bitwise_and bitwise_or bitwise_xor left_shift right_shift",
    ),
    'x, y, name="LogicalXor"': ("tf tf.math: logical_xor",),
    "y, x, name=None": ("tf tf.math: atan2",),
    "a, x, name=None": ("tf tf.math: igamma igammac polygamma",),
    "x, q, name=None": ("tf tf.math: zeta",),
    "x1, x2, name=None": ("tf.math: nextafter",),
    "real, imag, name=None": ("tf: complex",),
}

# Binary, and the content is computed where both are known: operator -> signature -> names.
ARITHMETIC: dict[Callable[[Any, Any], Any], dict[str, tuple[str, ...]]] = {
    operator.add: {"x1, x2": ("keras.ops: add",), "x, y, name=None": ("tf tf.math: add",)},
    operator.sub: {
        "x1, x2": ("keras.ops: subtract",),
        "x, y, name=None": ("tf tf.math: subtract",),
    },
    operator.mul: {
        "x1, x2": ("keras.ops: multiply",),
        "x, y, name=None": ("tf tf.math: multiply",),
    },
    operator.truediv: {
        "x1, x2": ("keras.ops: divide true_divide",),
        "x, y, name=None": ("tf tf.math: divide truediv", "tf: realdiv div"),
    },
    operator.floordiv: {
        "x1, x2": ("keras.ops: floor_divide",),
        "x, y, name=None": ("tf.math: floordiv", "tf: floordiv floor_div truncatediv"),
    },
    operator.mod: {"x1, x2": ("keras.ops: mod",)},
    max: {
        "x1, x2": ("keras.ops: maximum",),
        "x, y": ("keras.backend: maximum",),
        "x, y, name=None": ("tf tf.math: maximum",),
    },
    min: {
        "x1, x2": ("keras.ops: minimum",),
        "x, y": ("keras.backend: minimum",),
        "x, y, name=None": ("tf tf.math: minimum",),
    },
}

# The first input's shape, whatever the second (keras.ops says so of symbolic tensors).
FIRST: dict[str, tuple[str, ...]] = {
    "x, y": ("keras.ops: bitwise_left_shift bitwise_right_shift left_shift right_shift",),
    "x1, x2, assume_unique=False, invert=False": ("keras.ops: isin",),
    "abs_, angle": ("keras.ops: polar",),
}


@functions("x, y", "keras.ops: bitwise_and bitwise_or bitwise_xor")
def bitwise(x: Any, y: Any) -> Shape:
    """Mirrors keras.src.ops.numpy.BitwiseAnd, which asks both for their type."""
    for position, other in ((1, x), (0, y)):
        if type(other) in (int, float, bool):
            raise refuse(
                f"takes two tensors, {other} is a number",
                inputs=(position,),
                recover=Shape(shape_of(y if position else x)),
            )
    return Shape(shape_of(x))


def unary(x: Any) -> Shape:
    return Shape(shape_of(x))


def computed(function: Callable[[float], float]) -> Callable[[Any], Shape]:
    """The rule for a function of each element, which Keras computes with single precision."""

    def of_content(values: Any) -> Any:
        if isinstance(values, tuple):
            return tuple(map(of_content, values))
        if not isinstance(values, (int, float)):
            raise NoContent
        return _single(float(function(_single(values))))

    def rule(x: Any) -> Shape:
        return known(shape_of(x), lambda: of_content(content(x)))

    return rule


def _single(value: float) -> float:
    """A number as float32 holds it."""
    return float(struct.unpack("f", struct.pack("f", value))[0])


def same(x: Any) -> Shape:
    return with_content(x)


def binary(x: Any, y: Any) -> Known:
    return Known(broadcast_operands(x, y), operand_conditions(x, y))


def operand_conditions(x: Any, y: Any) -> tuple[Condition, ...]:
    """What must hold of sizes not known yet, for two tensors."""
    if isinstance(x, Shape) and isinstance(y, Shape) and x is not y:
        return broadcast_conditions((x, y))
    return ()


def broadcast_operands(x: Any, y: Any) -> Shape:
    """What the two broadcast to.

    Beside a KerasTensor a list counts as a number, beside a tf.Tensor it is a tensor: what the
    two make of it must be the same. None counts as a number beside a KerasTensor, and is nothing
    without one. Raises Lose where that is not known.
    """
    if (x is None and not isinstance(y, Shape)) or (y is None and not isinstance(x, Shape)):
        raise Lose("None is no tensor")
    a, b = operand(x), operand(y)
    if not b:
        return Shape(a)
    if not a:
        return Shape(b)
    if isinstance(x, Shape) and isinstance(y, Shape):
        return broadcast_shapes(a, b)
    tensor = a if isinstance(x, Shape) else b if isinstance(y, Shape) else None
    try:
        result = broadcast_shapes(a, b)
    except Refuse:
        result = None
    if result is None or (tensor is not None and result != tensor):
        raise Lose("what a list beside a tensor stands for depends on the kind of tensor")
    return result


def first(x: Any) -> Shape:
    return Shape(operand(x))


def arithmetic(compute: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Known]:
    """`binary`, with the content where both are known."""

    def rule(x: Any, y: Any) -> Known:
        shape = broadcast_operands(x, y)
        if all(isinstance(value, WITH_CONTENT) for value in (x, y)):
            shape = known(shape, lambda: combine(compute, content(x), content(y)))
        return Known(shape, operand_conditions(x, y))

    return rule


def combine(compute: Callable[[Any, Any], Any], a: Any, b: Any) -> Any:
    """An operator on contents: numbers or nested tuples of them, broadcast."""
    if isinstance(a, tuple) and isinstance(b, tuple):
        if len(a) == 1 and len(b) != 1:
            a = a * len(b)
        elif len(b) == 1:
            b = b * len(a)
        if len(a) != len(b):
            raise NoContent
        return tuple(combine(compute, m, n) for m, n in zip(a, b, strict=True))
    if isinstance(a, tuple):
        return tuple(combine(compute, m, b) for m in a)
    if isinstance(b, tuple):
        return tuple(combine(compute, a, n) for n in b)
    return compute(a, b)


for _table, _rule in (
    (UNARY, unary),
    (SAME, same),
    (LIKE, unary),
    (BINARY, binary),
    (FIRST, first),
):
    for _signature, _names in _table.items():
        functions(_signature, *_names)(_rule)

# Of values all of them broadcast.
with_values(
    "keras.ops: bitwise_and bitwise_or bitwise_xor bitwise_left_shift bitwise_right_shift",
    "keras.ops: left_shift right_shift polar",
)(binary)

for _function, _rows in COMPUTED.items():
    for _signature, _names in _rows.items():
        functions(_signature, *_names)(computed(_function))

for _compute, _rows in ARITHMETIC.items():
    for _signature, _names in _rows.items():
        functions(_signature, *_names)(arithmetic(_compute))


@functions("x, name=None", "tf tf.math: negative", "tf: neg")
@functions("x", "keras.ops: negative")
def negative(x: Any) -> Shape:
    return known(shape_of(x), lambda: combine(lambda a, b: b - a, content(x), 0))


@functions("x1, x2, rtol=1e-05, atol=1e-08, equal_nan=False", "keras.ops: allclose")
@functions("x1, x2", "keras.ops: vdot")
def scalar(x1: Any, x2: Any) -> Shape:
    return Shape(())


@functions("scalar, x, name=None", "tf tf.math: scalar_mul")
def scalar_mul(scalar: Any, x: Any) -> Shape:
    return broadcast_operands(scalar, x)


@functions("x", "keras.ops: fliplr")
def fliplr(x: Any) -> Shape:
    x = shape_of(x)
    need_rank(x, 2)
    return Shape(x)


@functions("x", "keras.ops: flipud")
def flipud(x: Any) -> Shape:
    x = shape_of(x)
    need_rank(x, 1)
    return Shape(x)


@functions("x, k=0", "keras.ops: tril triu")
def triangle(x: Any) -> Shape:
    return Shape(shape_of(x))


@with_values("keras.ops: tril triu")
def triangle_of_values(x: Any) -> Shape:
    x = shape_of(x)
    if len(x) < 2:
        raise Lose("TensorFlow takes what JAX refuses here")
    return Shape(x)


@functions("condition, x1=None, x2=None", "keras.ops: where")
def where(condition: Any, x1: Any, x2: Any) -> Shape:
    """Mirrors keras.src.ops.numpy.Where, which says the condition's shape if there is no more."""
    if (x1 is None) != (x2 is None):
        raise refuse("needs both values or none")
    a, b, c = (operand(_as_number(x)) for x in (condition, x1, x2))
    return broadcast_shapes(broadcast_shapes(a, b), c)


def _as_number(x: Any) -> Any:
    """A list has no shape beside a symbolic tensor; it passes for one number."""
    return SCALAR if isinstance(x, (list, tuple)) and not isinstance(x, Shape) else x


@functions("condition, x=None, y=None, name=None", "tf: where where_v2")
def tf_where(condition: Any, x: Any, y: Any) -> Shape:
    """tf.where: without values the coordinates of what is true."""
    if x is None and y is None:
        return Shape((fresh_none(), len(shape_of(condition))))
    try:
        return where(condition, x, y)
    except Refuse as refused:
        # `tf.compat.v1.where` picks whole rows by a condition of one axis.
        if isinstance(condition, Shape) and isinstance(x, Shape) and len(condition) == 1 < len(x):
            what = refused.mismatch
            refused.mismatch = OfKeras3(
                what.refusal, what.what, what.axis, what.sizes, what.inputs, recover=x
            )
        raise


@functions("condition, then_expression, else_expression", "keras.backend: switch")
def switch(condition: Any, then_expression: Any, else_expression: Any) -> Any:
    """Mirrors keras.src.legacy.backend.switch, for tensors (not functions).

    A condition of one number chooses one of the two, any other element by element.
    """
    then, other = shape_of(then_expression), shape_of(else_expression)
    rank = len(shape_of(condition))
    if rank > len(then):
        raise refuse(f"the condition has rank {rank}, what it chooses has rank {len(then)}: {then}")
    if rank:
        result = broadcast_shapes(then, other)
        if any(map(is_none, then)):  # the condition is repeated, how often is not known
            return Shape(UNKNOWN_SIZE if size == 1 else size for size in result)
        return result
    if len(then) != len(other):
        raise Lose("the branches of `switch` differ in rank")
    return Shape(known_dim(a, b) if a != b else a for a, b in zip(then, other, strict=True))


@functions("inputs, name=None", "tf tf.math: add_n")
@functions("inputs, shape=None, tensor_dtype=None, name=None", "tf tf.math: accumulate_n")
def add_n(inputs: Any) -> Shape:
    """All of one shape; a number replaces None (tf.add_n)."""
    if isinstance(inputs, Shape):
        raise Lose("one tensor in place of a list")
    shapes = tensors(inputs)
    result = shapes[0]
    for shape in shapes[1:]:
        if len(shape) != len(result):
            raise refuse(f"needs inputs of one shape, has {result} and {shape}")
        for a, b in zip(result, shape, strict=True):
            if type(a) is int and type(b) is int and a != b:
                raise refuse(f"needs inputs of one shape, has {result} and {shape}")
        result = Shape(known_dim(a, b) for a, b in zip(result, shape, strict=True))
    return Shape(result)


@functions("x, dtype=None", "keras.ops: view")
def view(x: Any, dtype: Any) -> Shape:
    """The same shape for a type of the same width, which only the width of both can tell."""
    if dtype is not None:
        raise Lose("the widths of the two types are not known")
    return Shape(shape_of(x))


@functions("x, name=None, dtype=None, allow_nan=True", "tf.debugging: assert_all_finite")
def checked(x: Any) -> Shape:
    return with_content(x)


@functions("features, axis=-1, name=None", "tf.nn: crelu")
def crelu(features: Any, axis: Any) -> Shape:
    x = shape_of(features)
    if type(axis) is not int or not -len(x) <= axis < len(x):
        raise Lose("the axis is not known")
    return x.replace(axis, x[axis] * 2)
