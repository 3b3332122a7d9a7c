"""Small numpy: arithmetic on numbers and short lists, and arrays by their shapes.

An array is a Tensor with values of its own (`symbolic=False`); its shape is Valued where its
elements are known. What numpy does to shapes alone is what `keras.ops` does.
"""

# What a function here does is what Python documents for its name; all take the tracer.

from __future__ import annotations

import math
import sys
from collections.abc import Callable
from functools import partial
from itertools import accumulate
from typing import Any

from flake8_concat.keras import families, graph
from flake8_concat.keras.graph import Tensor
from flake8_concat.keras.registry import OPS, WITH_VALUES
from flake8_concat.shapes import (
    Known,
    Lose,
    NumpySingle,
    Shape,
    Size,
    Valued,
    is_none,
    of_numpy,
)
from flake8_concat.trace.library import CONSTANTS, FUNCTIONS, arithmetic, function
from flake8_concat.trace.library.arrays import (
    ELEMENTS,
    content_of,
    dim_argument,
    dims_of,
    each,
    eager,
    from_content,
    has_content,
    shape_argument,
)
from flake8_concat.trace.library.binding import refused
from flake8_concat.trace.library.builtins import float_, int_
from flake8_concat.trace.library.objects import Namespace
from flake8_concat.trace.library.plain import to_python
from flake8_concat.trace.library.quotient import Quotient
from flake8_concat.trace.values import External, List, Raised

CONSTANTS.update(
    {
        "numpy.pi": math.pi,
        "numpy.e": math.e,
        "numpy.inf": math.inf,
        "numpy.Inf": math.inf,
        "numpy.nan": math.nan,
        "numpy.NaN": math.nan,
        "numpy.newaxis": None,
    }
)
INTEGERS = "int int_ int8 int16 int32 int64 uint8 uint16 uint32 uint64 intp integer".split()
FLOATS = "float float_ float64 double".split()


for _name in INTEGERS:
    function(f"numpy.{_name}")(lambda tracer, value=0: of_numpy(_cast(tracer, int_, value)))
for _name in FLOATS:
    function(f"numpy.{_name}")(lambda tracer, value=0.0: of_numpy(_cast(tracer, float_, value)))


@function("numpy.float16", "numpy.half", "numpy.float32", "numpy.single")
def scalar_of_numpy(tracer: Any, value: Any = 0.0) -> Any:
    """A float as such a number, anything else as with the other types."""
    found = _cast(tracer, float_, value)
    return NumpySingle(found) if type(found) is float else found


def _cast(tracer: Any, convert: Callable[..., Any], value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return array(tracer, value)
    if isinstance(value, Tensor):
        return value
    return convert(tracer, value)


# -- arrays -----------------------------------------------------------------------------------
@function("numpy.array", "numpy.asarray", "numpy.ascontiguousarray")
def array(tracer: Any, value: Any, dtype: Any = None, **options: Any) -> Any:
    if isinstance(value, Tensor):
        return value
    try:
        content = content_of(value)
    except Lose:
        tensors = list(value) if isinstance(value, (list, tuple)) else []
        if tensors and all(isinstance(item, Tensor) and not item.symbolic for item in tensors):
            return by_op("stack")(tracer, value)
        raise
    return from_content(content) if isinstance(content, tuple) else eager(Valued((), content))


def _filled(tracer: Any, shape: Any, *args: Any, **options: Any) -> Any:
    return eager(shape_argument(shape))


for _name in ("zeros", "ones", "empty", "full"):
    function(f"numpy.{_name}")(_filled)


@function("numpy.tril", "numpy.triu")
@function("numpy.zeros_like", "numpy.ones_like", "numpy.empty_like", "numpy.full_like")
def filled_like(tracer: Any, value: Any, *args: Any, **options: Any) -> Any:
    return eager(shape_of(value))


@function("numpy.argsort", "numpy.sort")
def sort(tracer: Any, value: Any, axis: Any = -1, **options: Any) -> Any:
    return eager(shape_of(value)) if type(axis) is int else by_op("ravel")(tracer, value)


@function("numpy.eye", "numpy.identity")
def eye(tracer: Any, n: Any, m: Any = None, **options: Any) -> Any:
    return eager(Shape((dim_argument(n), dim_argument(n if m is None else m))))


@function("numpy.arange")
def arange(
    tracer: Any,
    start: Any = None,
    stop: Any = None,
    step: Any = 1,
    dtype: Any = None,
    **options: Any,
) -> Any:
    if stop is None:
        start, stop = 0, start
    values = [to_python(0 if value is None else value) for value in (start, stop, step)]
    if not all(isinstance(value, (int, float)) for value in values) or not values[2]:
        raise Lose("the limits of the range are not known")
    count = max(0, math.ceil((values[1] - values[0]) / values[2]))
    if count > ELEMENTS:
        return eager(Shape((count,)))
    return from_content(tuple(values[0] + i * values[2] for i in range(count)))


@function(*(f"numpy.{name}" for name in "bartlett blackman hamming hanning".split()))
def window(tracer: Any, size: Any) -> Any:
    return eager(Shape((dim_argument(size),)))


@function("numpy.linspace")
def linspace(
    tracer: Any, start: Any, stop: Any, num: Any = 50, endpoint: Any = True, **options: Any
) -> Any:
    count = shape_argument(num)[0]
    first, last, dtype = to_python(start), to_python(stop), options.get("dtype")
    if (
        not isinstance(count, int)
        or count > ELEMENTS
        or not isinstance(endpoint, bool)
        or dtype is not None
    ):
        return eager(Shape((count,)))
    parts = count - 1 if endpoint else count
    step = (last - first) / parts if parts else 0.0
    items = [first + i * step for i in range(count)]
    if endpoint and count > 1:
        items[-1] = float(last)
    return from_content(tuple(map(float, items)))


# -- chance -----------------------------------------------------------------------------------
SIZED = (
    "beta binomial choice exponential gamma lognormal normal poisson randint random random_sample "
    "standard_normal uniform integers"
).split()
FIRST = ("random", "random_sample", "standard_normal")  # of these `size` is the first argument


def _chance(name: str) -> Callable[..., Any]:
    def run(tracer: Any, *args: Any, size: Any = None, **options: Any) -> Any:
        if size is None and args and (name in FIRST or len(args) == 3):
            size = args[0 if name in FIRST else 2]
        if size is None:
            raise Lose(f"what `numpy.random.{name}()` gives is known only when it runs")
        return eager(shape_argument(size))

    return run


for _name in SIZED:
    function(f"numpy.random.{_name}")(_chance(_name))


@function("numpy.random.rand", "numpy.random.randn")
def rand(tracer: Any, *dims: Any) -> Any:
    if not dims:
        raise Lose("what `numpy.random.rand()` gives is known only when it runs")
    return eager(shape_argument(dims))


# -- numbers ----------------------------------------------------------------------------------
def _elementwise(own: Callable[..., Any]) -> Callable[..., Any]:
    def run(tracer: Any, *values: Any, **options: Any) -> Any:
        if any(isinstance(value, Tensor) and value.symbolic for value in values):
            raise Lose("numpy on a symbolic tensor")
        try:
            contents = [content_of(value) for value in values]
        except Lose:
            arrays = [value for value in values if isinstance(value, Tensor)]
            if len(values) == 1 and arrays:
                return eager(shape_of(values[0]))
            raise
        try:
            return of_numpy(from_content(each(own, *contents)), *values)
        except (ValueError, ArithmeticError):  # numpy gives nan or inf there, and a warning
            raise Lose("a number that numpy can't calculate") from None
        except TypeError:
            raise Lose("a size that is not a known number") from None

    return run


ELEMENTWISE: dict[str, Callable[..., Any]] = {
    "abs": abs,
    "absolute": abs,
    "arctan": math.atan,
    "cos": math.cos,
    "deg2rad": math.radians,
    "exp": math.exp,
    "fabs": math.fabs,
    "log": math.log,
    "log10": math.log10,
    "log1p": math.log1p,
    "log2": math.log2,
    "sin": math.sin,
    "sqrt": math.sqrt,
    "square": lambda x: x * x,
    "tan": math.tan,
    "tanh": math.tanh,
    "maximum": max,
    "minimum": min,
    "sign": lambda x: (x > 0) - (x < 0),
}
for _name, _own in ELEMENTWISE.items():
    function(f"numpy.{_name}")(_elementwise(_own))


def _rounding(
    own: Callable[[Any], Any], of_quotient: Callable[[Quotient], Any] | None
) -> Callable[..., Any]:
    of_content = _elementwise(lambda x: float(own(x)))

    def run(tracer: Any, value: Any, decimals: Any = 0, **options: Any) -> Any:
        if isinstance(value, Quotient) and of_quotient is not None:
            return Quotient(of_quotient(value), 1)
        if isinstance(value, Size) and not is_none(value):
            return Quotient(value, 1)
        if decimals:
            raise Lose("rounded to decimals")
        return of_content(tracer, value)

    return run


function("numpy.floor")(_rounding(math.floor, Quotient.floor))
function("numpy.trunc", "numpy.fix")(_rounding(math.trunc, Quotient.floor))
function("numpy.ceil")(_rounding(math.ceil, Quotient.ceil))
function("numpy.round", "numpy.around", "numpy.round_", "numpy.rint")(_rounding(round, None))

OPERATORS = {
    "add": "+", "subtract": "-", "multiply": "*", "divide": "/", "true_divide": "/",
    "floor_divide": "//", "mod": "%", "remainder": "%", "power": "**", "float_power": "**",
}  # fmt: skip


def _operator(op: str) -> Callable[..., Any]:
    def run(tracer: Any, a: Any, b: Any, **options: Any) -> Any:
        if any(isinstance(value, (list, tuple, Tensor)) for value in (a, b)):
            return _elementwise(lambda x, y: arithmetic.binary(op, x, y))(tracer, a, b)
        if op == "**" and type(a) is int and type(b) is int and b < 0:
            raise Raised("ValueError")
        return of_numpy(tracer.binary(op, a, b), a, b)

    return run


for _name, _op in OPERATORS.items():
    function(f"numpy.{_name}")(_operator(_op))


def _flat(content: Any) -> list[Any]:
    return [x for item in content for x in _flat(item)] if isinstance(content, tuple) else [content]


def _reduction(combine: Callable[[Any, list[Any]], Any]) -> Callable[..., Any]:
    def run(tracer: Any, value: Any, axis: Any = None, **options: Any) -> Any:
        if isinstance(value, Tensor) and not has_content(value):
            return eager(Shape(()))
        content = content_of(value)
        items = _flat(content)
        if (axis is not None and len(dims_of(content)) > 1) or not items:
            raise Lose("a reduction along an axis is not followed")
        return of_numpy(combine(tracer, items))

    return run


def _along(name: str, whole: Callable[..., Any]) -> Callable[..., Any]:
    """A reduction: of all elements by `whole`, along an axis by the rule of `keras.ops`."""

    def run(tracer: Any, value: Any, axis: Any = None, *args: Any, **options: Any) -> Any:
        _has_axis(tracer, name, value, axis)
        if axis is None or len(shape_of(value)) < 2:
            return whole(tracer, value, axis, *args, **options)
        keepdims = options.get("keepdims", False)
        return by_op(name)(tracer, value, axis, keepdims=keepdims)

    return run


def _has_axis(tracer: Any, name: str, value: Any, axis: Any) -> None:
    """Writes it down where an array has no such axis. A number has one for most functions."""
    certain = type(axis) is int and not (isinstance(value, Tensor) and value.merged)
    shape = shape_of(value) if certain else ()
    if not shape or -len(shape) <= axis < len(shape):
        return
    tracer.raise_if_caught("ValueError", "IndexError")  # an AxisError is both
    what = f"axis {axis} is out of range for rank {len(shape)}: {shape}"
    raise refused(tracer, f"numpy.{name}", (value, axis), {}, what)


def _not_followed(tracer: Any, value: Any, *args: Any, **options: Any) -> Any:
    raise Lose("what is calculated of all elements of an array is not followed")


def _fold(op: str, first: int) -> Callable[[Any, list[Any]], Any]:
    def combine(tracer: Any, items: list[Any]) -> Any:
        total: Any = first
        for item in items:
            total = tracer.binary(op, total, item)
        return total

    return combine


def _call(name: str) -> Callable[[Any, list[Any]], Any]:
    return lambda tracer, items: FUNCTIONS[name](tracer, List(items))


def _product(tracer: Any, value: Any, axis: Any = None, **options: Any) -> Any:
    items = content_of(value)
    if not _flat(items):
        return of_numpy(1.0)
    return _reduction(_fold("*", 1))(tracer, value, axis)


def _mean(tracer: Any, value: Any, axis: Any = None, **options: Any) -> Any:
    total = _reduction(_fold("+", 0))(tracer, value, axis)
    return tracer.binary("/", total, len(_flat(content_of(value))))


# The function of keras.ops, what is made of all elements, other names.
REDUCTIONS: tuple[tuple[str, Callable[..., Any], tuple[str, ...]], ...] = (
    ("prod", _product, ("product",)),
    ("sum", _reduction(_fold("+", 0)), ()),
    ("max", _reduction(_call("builtins.max")), ("amax",)),
    ("min", _reduction(_call("builtins.min")), ("amin",)),
    ("mean", _mean, ("average",)),
    ("argmax", _not_followed, ()),
    ("argmin", _not_followed, ()),
    ("std", _not_followed, ()),
    ("var", _not_followed, ()),
    ("all", _not_followed, ()),
    ("any", _not_followed, ()),
)
for _name, _whole, _others in REDUCTIONS:
    function(*(f"numpy.{name}" for name in (_name, *_others)))(_along(_name, _whole))


def _cumulative(name: str, op: str) -> Callable[..., Any]:
    def run(tracer: Any, value: Any, axis: Any = None, **options: Any) -> Any:
        _has_axis(tracer, name, value, axis)
        shape = shape_of(value)
        try:
            content = content_of(value)
        except Lose:
            content = None
        if isinstance(content, tuple) and len(shape) == 1:
            return from_content(tuple(accumulate(content, partial(tracer.binary, op))))
        return eager(shape if axis is not None else Shape((size(tracer, value),)))

    return run


function("numpy.cumsum")(_cumulative("cumsum", "+"))
function("numpy.cumprod")(_cumulative("cumprod", "*"))


# What a type of floats holds at most, the step after 1, the least above 0: IEEE 754.
FLOAT_LIMITS = {
    "float16": (65504.0, 2.0**-10, 2.0**-14),
    "float32": ((2.0 - 2.0**-23) * 2.0**127, 2.0**-23, 2.0**-126),
    "float64": (sys.float_info.max, sys.float_info.epsilon, sys.float_info.min),
}


@function("numpy.finfo")
def finfo(tracer: Any, dtype: Any) -> Any:
    name = dtype.name.rpartition(".")[2] if isinstance(dtype, External) else dtype
    limits = FLOAT_LIMITS.get(name) if isinstance(name, str) else None
    if limits is None:
        raise Lose("the type is not known")
    largest, step, least = limits
    return Namespace("numpy.finfo", {"max": largest, "min": -largest, "eps": step, "tiny": least})


@function("numpy.clip")
def clip(tracer: Any, x: Any, *limits: Any, **options: Any) -> Any:
    if any(isinstance(value, (Tensor, list, tuple)) for value in (*limits, *options.values())):
        raise Lose("limits that are arrays are not followed")
    return eager(shape_of(x))


@function("numpy.copy")
def copy_of(tracer: Any, x: Any) -> Any:
    return eager(shape_of(x))


@function("numpy.interp")
def interp(tracer: Any, x: Any, *points: Any, **options: Any) -> Any:
    return eager(shape_of(x))


# -- shapes -----------------------------------------------------------------------------------
def shape_of(value: Any) -> Shape:
    if isinstance(value, Tensor):
        if not isinstance(value.shape, Shape):
            raise Lose(value.shape.why)
        return Shape(value.shape)
    return Shape(dims_of(content_of(value)))


@function("numpy.shape")
def shape(tracer: Any, value: Any) -> Any:
    return tuple(shape_of(value))


@function("numpy.ndim")
def ndim(tracer: Any, value: Any) -> Any:
    return len(shape_of(value))


@function("numpy.size")
def size(tracer: Any, value: Any) -> Any:
    total: Any = 1
    for dim in shape_of(value):
        total = total * dim
    return total


# Functions of numpy that change shapes as the function of that name in keras.ops does.
AS_KERAS = (
    "concatenate stack vstack hstack expand_dims squeeze reshape transpose tile repeat swapaxes "
    "moveaxis flip pad roll broadcast_to split ravel matmul dot where meshgrid outer tensordot "
    "inner cross kron diag trace diff rot90 isnan isinf take take_along_axis logical_and "
    "logical_or logical_not negative reciprocal nan_to_num median quantile count_nonzero append "
    "einsum"
).split()


def by_op(name: str) -> Callable[..., Any]:
    """What carries out a function of numpy by the rule of `keras.ops`."""

    def run(tracer: Any, *args: Any, dtype: Any = None, **kwargs: Any) -> Any:
        families.load()
        full = f"keras.ops.{name}"
        operation = WITH_VALUES.get(full) or OPS.get(full)  # arrays have values
        if any(tensor.symbolic for tensor in graph.tensors_in([args, kwargs])):
            raise Lose("numpy on a symbolic tensor")
        if operation is None:
            raise Lose(f"`numpy.{name}()` is not followed")
        array = 1 if name == "einsum" else 0  # where the first is
        values = tuple(_as_tensors(value, first=i == array) for i, value in enumerate(args))
        outcome = graph.run(operation, values, kwargs)
        if not isinstance(outcome, Known):
            raise Lose(getattr(outcome, "why", f"`numpy.{name}()` would raise"))
        node = graph.Node(operation, values, kwargs, None)
        return graph.tensors_from(outcome.result, node, symbolic=False)

    return run


def _as_tensors(value: Any, *, first: bool) -> Any:
    """The first argument as arrays: numbers written as lists are one, a list of arrays is many."""
    if not first or isinstance(value, Tensor):
        return value
    if isinstance(value, (list, tuple)) and any(
        isinstance(item, (Tensor, list, tuple)) for item in value
    ):
        return [
            item if isinstance(item, Tensor) else from_content(content_of(item)) for item in value
        ]
    return from_content(content_of(value))


for _name in AS_KERAS:
    function(f"numpy.{_name}")(by_op(_name))
