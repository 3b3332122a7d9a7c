"""Arrays of numpy: Tensors that are not symbolic, with their elements where those are known."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from flake8_concat.keras.graph import Tensor
from flake8_concat.shapes import Lose, Shape, Size, Unknown, Valued, is_none
from flake8_concat.trace.library.plain import why_unknown
from flake8_concat.trace.values import NESTING, Free, Raised, as_dim, is_small

ELEMENTS = 4096  # of an array, up to which its elements are kept


def has_content(value: Tensor) -> bool:
    """Whether the elements of an array are known."""
    return not value.symbolic and getattr(value.shape, "content", None) is not None


def content_of(value: Any) -> Any:
    """The elements of a value as nested tuples, or one element. Raises Lose."""
    if type(value) in NESTING and not is_small(value):
        raise Lose("an array too large to follow")
    return _content_of(value)


def _content_of(value: Any) -> Any:
    if isinstance(value, Tensor):
        if not has_content(value):
            raise Lose("the elements of the tensor are not known")
        return value.shape.content  # type: ignore[union-attr]
    if isinstance(value, (list, tuple, range)):
        if getattr(value, "blur", None) is not None:
            raise Lose(value.blur.why)  # type: ignore[union-attr]
        if len(value) > ELEMENTS:
            raise Lose("an array too large to follow")
        return tuple(map(_content_of, value))
    if isinstance(value, (bool, int, float, complex)):
        return value
    if isinstance(value, Size) and not is_none(value):
        return value
    raise Lose(why_unknown(value))


def dims_of(content: Any) -> tuple[int, ...]:
    """The shape of nested tuples. Raises Lose where numpy would make an array of objects."""
    if not isinstance(content, tuple):
        return ()
    inner = {dims_of(item) for item in content} or {()}
    if len(inner) > 1:
        raise Lose("rows that are not of one length")
    return (len(content), *inner.pop())


def eager(shape: Any) -> Tensor:
    """An array of a shape."""
    return Tensor(shape, None, symbolic=False)


def from_content(content: Any) -> Any:
    """An array of these elements; a number stays one."""
    if not isinstance(content, tuple):
        return content
    dims = dims_of(content)
    return eager(Valued(dims, content) if math.prod(dims) <= ELEMENTS else Shape(dims))


def shape_argument(value: Any) -> Shape:
    """A shape as numpy takes it: a number, or a list of them. Raises Lose."""
    if isinstance(value, Tensor):
        value = content_of(value)
    if isinstance(value, (list, tuple)):
        if getattr(value, "blur", None) is not None:
            raise Lose(value.blur.why)  # type: ignore[union-attr]
        return Shape(map(dim_argument, value))
    if isinstance(value, Free):  # a number, or a whole shape
        raise Lose(value.why)
    return Shape((dim_argument(value),))


def dim_argument(value: Any) -> Any:
    """One size of a shape argument. Raises Lose; Raised where numpy raises."""
    if isinstance(value, Unknown) and not isinstance(value, Free):
        raise Lose(value.why)
    if isinstance(value, int) and value < 0:
        raise Raised("ValueError")
    if isinstance(value, float) or (isinstance(value, Size) and is_none(value)):
        raise Raised("TypeError")
    return as_dim(value)


def each(run: Callable[..., Any], *contents: Any) -> Any:
    """A function of numbers, applied to the elements of arrays of one shape, or numbers."""
    lengths = {len(content) for content in contents if isinstance(content, tuple)}
    if not lengths:
        return run(*contents)
    if len(lengths) > 1:
        raise Lose("arrays of several shapes")
    size = lengths.pop()
    columns = [content if isinstance(content, tuple) else (content,) * size for content in contents]
    return tuple(each(run, *row) for row in zip(*columns, strict=True))
