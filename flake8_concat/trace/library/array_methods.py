"""Methods of arrays of numpy that are no function of it, or are given their arguments otherwise."""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.graph import Tensor
from flake8_concat.shapes import Lose, OfNumpy, of_numpy
from flake8_concat.trace.library import method
from flake8_concat.trace.library.arrays import content_of, eager
from flake8_concat.trace.library.builtins import scalar
from flake8_concat.trace.library.numpy import FLOATS, INTEGERS, by_op, shape_of
from flake8_concat.trace.library.plain import to_python
from flake8_concat.trace.values import List


@method(Tensor, "tolist")
def tolist(tracer: Any, self: Tensor) -> Any:
    def listed(content: Any) -> Any:
        return List(map(listed, content)) if isinstance(content, tuple) else content

    return listed(content_of(self))


@method(Tensor, "item")
def item(tracer: Any, self: Tensor) -> Any:
    return scalar(self)


@method(OfNumpy, "item", "tolist")
def python_number(tracer: Any, self: Any) -> Any:
    return to_python(self)


@method(OfNumpy, "astype")
def number_as_type(tracer: Any, self: Any, dtype: Any) -> Any:
    name = dtype if isinstance(dtype, str) else getattr(dtype, "name", "").rpartition(".")[2]
    if name not in (*INTEGERS, *FLOATS):
        raise Lose("the type of a number is not followed")
    return of_numpy((int if name in INTEGERS else float)(self))


@method(Tensor, "astype", "copy")
def astype(tracer: Any, self: Tensor, *args: Any, **options: Any) -> Any:
    if self.symbolic:
        raise Lose("a method of arrays on a symbolic tensor")
    return eager(shape_of(self)) if args else self


@method(Tensor, "reshape")
def reshape(tracer: Any, self: Tensor, *dims: Any, **options: Any) -> Any:
    if self.symbolic:
        raise Lose("a method of arrays on a symbolic tensor")
    target = dims[0] if len(dims) == 1 else dims
    return by_op("reshape")(tracer, self, target)


@method(Tensor, "flatten", "ravel")
def flatten(tracer: Any, self: Tensor, *args: Any) -> Any:
    return reshape(tracer, self, -1)


@method(Tensor, "transpose")
def transpose(tracer: Any, self: Tensor, *axes: Any) -> Any:
    """`x.transpose(2, 0, 1)`: each axis may be an argument."""
    if self.symbolic:
        raise Lose("a method of arrays on a symbolic tensor")
    order = axes[0] if len(axes) == 1 else axes or None
    return by_op("transpose")(tracer, self, order)
