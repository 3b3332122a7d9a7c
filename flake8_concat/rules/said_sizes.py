"""Sizes in a comment as sizes that can be calculated with, names as symbols.

`H/2` of `# (B, H/2, W/2, 64)` is half of the `H` that the line above has.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable
from typing import Any

import libcst as cst

from flake8_concat import late
from flake8_concat.rules.known_moves import plain_name
from flake8_concat.rules.said_axes import SAID
from flake8_concat.rules.shape_text import ELLIPSIS, DimText, ShapeText
from flake8_concat.shapes import (
    UNKNOWN_SIZE,
    Dim,
    Shape,
    Size,
    Symbol,
    fresh_none,
    substitute,
    symbol,
)

_OPERATORS: dict[type, Callable[[Any, Any], Any]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul,
    ast.Div: operator.floordiv, ast.FloorDiv: operator.floordiv,
}  # fmt: skip
_LAST = late.compiled(r"(?:\w+\.)*(?P<last>[A-Za-z_]\w*)")


_PERHAPS_BATCH = frozenset("n m samples num_samples nb_samples".split())


def perhaps_batch(said: ShapeText) -> bool:
    """Whether the first size has a name that is the batch's for some, and another's for others."""
    first = said.dims[0].value
    return isinstance(first, str) and plain_name(first) in _PERHAPS_BATCH


class Vocabulary:
    """The names of sizes in a file's comments, each one size wherever it stands."""

    def __init__(self) -> None:
        self._symbols: dict[str, Symbol] = {}
        self._names: dict[Symbol, str] = {}

    def __contains__(self, size: object) -> bool:
        return size in self._names

    def named(self, name: str) -> Symbol:
        """The size that a name stands for."""
        plain = plain_name(name)
        found = self._symbols.get(plain)
        if found is None:
            found = self._symbols[plain] = symbol(name.strip(), literal=True, origin=SAID)
            self._names[found] = plain
        return found

    def size(self, dim: DimText) -> Dim:
        """The size that is written; what isn't one in particular is UNKNOWN_SIZE."""
        if type(dim.value) is int:
            return dim.value
        if dim.value is None:
            return fresh_none() if dim.batch else UNKNOWN_SIZE
        assert isinstance(dim.value, str)
        try:
            return self._calculated(ast.parse(dim.value.strip(), mode="eval").body)
        except (SyntaxError, ValueError, ArithmeticError, RecursionError):
            return self.named(dim.value)

    def _calculated(self, node: ast.expr) -> Dim:
        if isinstance(node, ast.Name):
            return self.named(node.id)
        if isinstance(node, ast.Attribute):
            return self.named(node.attr)
        if isinstance(node, ast.Constant) and type(node.value) is int:
            return node.value
        if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
            left, right = self._calculated(node.left), self._calculated(node.right)
            found: Dim = _OPERATORS[type(node.op)](left, right)
            return found
        raise ValueError

    def shape(self, said: ShapeText) -> Shape | None:
        """The shape that is written; None where it is not said how many axes there are."""
        if said.plane or any(dim.value == ELLIPSIS for dim in said.dims):
            return None
        return Shape(map(self.size, said.dims))

    def of_program(self, shape: Shape) -> Shape:
        """A traced shape in which `self.units` is the `units` that comments speak of."""
        return Shape(map(self._of_program, shape))

    def _of_program(self, size: Dim) -> Dim:
        if not isinstance(size, Size):
            return size
        values = {one: self._meant(one) for one in size.symbols if one not in self._names}
        return substitute(size, values) if values else size

    def _meant(self, size: Symbol) -> Dim:
        match = _LAST.fullmatch(size.name or "")
        return self._symbols.get(plain_name(match["last"]), size) if match is not None else size

    def of_name(self, node: cst.BaseExpression) -> Dim:
        """The size that a shape is unpacked to; a `_` is none in particular."""
        if not isinstance(node, cst.Name) or not node.value.strip("_"):
            return UNKNOWN_SIZE
        return self.named(node.value)

    def spelled_out(self, said: Shape, shape: Shape) -> Shape:
        """What is said with the names of another shape in place of their first letters.

        `(b, h*w, c)` beside what is unpacked to `channels`.
        """
        own, others = (self._symbols_of(one) for one in (said, shape))
        values: dict[Symbol, Dim] = {}
        for one in own - others:
            name = self._names[one]
            found = [o for o in others - own if self._names[o].startswith(name)]
            if len(name) == 1 == len(found):
                values[one] = found[0]
        return Shape(substitute(size, values) for size in said) if values else said

    def _symbols_of(self, shape: Shape) -> set[Symbol]:
        found = (size.symbols for size in shape if isinstance(size, Size))
        return {one for symbols in found for one in symbols if one in self._names}
