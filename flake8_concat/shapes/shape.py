"""Shapes: tuples of sizes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flake8_concat.shapes.dim import Dim
from flake8_concat.shapes.printing import Forms, text


class Shape(tuple[Dim, ...]):
    """The shape of one tensor, batch axis included: `Shape((BATCH, 64, 64, 3))`.

    A type of its own so that a tuple of tensors and the shape of one can't be mixed up.
    Equality and hash are those of the tuple.
    """

    __slots__ = ()

    @property
    def rank(self) -> int:
        return len(self)

    def replace(self, axis: int, size: Dim) -> Shape:
        """This shape with another size at `axis` (negative counts from the end)."""
        dims = list(self)
        dims[axis] = size
        return Shape(dims)

    def without(self, axis: int) -> Shape:
        """This shape less the size at `axis`, which is counted from 0."""
        return Shape((*self[:axis], *self[axis + 1 :]))

    def text(self, forms: Forms | None = None) -> str:
        """As people read it: "(None, H/4, 64)". `forms`: see `flake8_concat.shapes.printing`."""
        sizes = map(str, self) if not forms else (text(size, forms) for size in self)
        return f"({', '.join(sizes)}{',' if len(self) == 1 else ''})"

    __str__ = __repr__ = text


class Valued(Shape):
    """The shape of a tensor whose elements are known too: `tf.shape(x)`, `tf.constant([1, 2])`.

    `content` is a number or Dim for a scalar, (nested) tuples of them otherwise.
    """

    content: Any

    def __new__(cls, dims: Iterable[Dim], content: Any) -> Valued:
        self = super().__new__(cls, dims)
        self.content = content
        return self
