"""`tf.TensorShape([None, 4])`: a tuple of sizes here, as the shape of a tensor is.

Its methods are those that every tuple has for this reason (keras/operators.py).
"""

from __future__ import annotations

from typing import Any

from flake8_concat.shapes import Lose, Size
from flake8_concat.trace.library import function
from flake8_concat.trace.values import Raised


@function("tf.TensorShape")
def tensor_shape(tracer: Any, dims: Any) -> Any:
    """Sizes, of which None and those that are not known stay as they are; or one size."""
    if isinstance(dims, (int, Size)):
        dims = (dims,)
    if not isinstance(dims, (tuple, list)) or getattr(dims, "blur", None) is not None:
        raise Lose("a shape of unknown rank" if dims is None else "what a shape is made of")
    for dim in dims:
        if isinstance(dim, int) and dim < 0:
            raise Raised("ValueError")
        if not (dim is None or isinstance(dim, (int, Size))):
            raise Lose(f"a size of {dim!r} in a shape")
    return tuple(dims)
