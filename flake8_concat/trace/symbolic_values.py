"""Symbolic tensors where Python wants a value: tests, loops, `len()`, calls.

A KerasTensor stands for a shape and a dtype; Keras raises where a program asks it for more.
"""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.graph import Layer, Tensor
from flake8_concat.keras.registry import Op
from flake8_concat.shapes import Mismatch, Refusal, Shape
from flake8_concat.trace.facts import Site

TEST = "a test", "keras.ops.where chooses by element"
LOOP = "a loop", "keras.ops.unstack takes it apart along an axis"
A_FUNCTION = "a function", None
# Functions of Python that ask their argument for a value.
VALUE_FUNCTIONS: dict[str, tuple[str, str | None]] = {
    "builtins.bool": TEST,
    "builtins.float": ("a number", None),
    "builtins.int": ("a number", None),
    "builtins.len": ("something with a length", "`.shape` has its sizes"),
    "builtins.enumerate": LOOP,
}


class SymbolicValues:
    """The part of the tracer that notes what a tensor without values is used for."""

    def no_value(self: Any, value: Any, site: Site | None, use: tuple[str, str | None]) -> None:
        """Writes down that Keras raises where a KerasTensor is used so."""
        if type(value) is not Tensor or self.inside or self.tentative or site is None:
            return
        if not certainly_symbolic(value):
            return
        what, remedy = use
        refusal = Mismatch(
            Refusal.WRONG_SHAPE, f"a symbolic tensor can't be used as {what}", remedy=remedy
        )
        if self.caught("TypeError") or self.caught("ValueError"):
            return
        self.record(site, "operator", what, (value,), {}, None, inputs=(value,), outcome=refusal)

    def too_many_names(self: Any, value: Any, found: int, count: int, site: Site | None) -> None:
        """Writes down that so many tensors of a layer do not fit as many names."""
        if self.tentative or site is None or self.caught("ValueError"):
            return
        whole = value if isinstance(value, tuple) else tuple(value)
        if not whole or not all(type(v) is Tensor and certainly_symbolic(v) for v in whole):
            return
        made = whole[0].node
        if made.outputs is not value and list(made.outputs) != list(value):
            return
        refusal = Mismatch(
            Refusal.WRONG_SHAPE, f"{found} tensors can't be unpacked to {count} names"
        )
        self.record(site, "operator", "unpacking", (value,), {}, None, outcome=refusal)


def certainly_symbolic(tensor: Tensor) -> bool:
    """Whether a tensor is one of Keras that was made of Inputs, whatever is not known of it."""
    todo, seen, made = [tensor], set(), False
    while todo:
        item = todo.pop()
        if not item.symbolic:
            continue
        node = item.node
        if node is None or item.merged or not isinstance(item.shape, Shape):
            return False
        if id(node) in seen:
            continue
        seen.add(id(node))
        inputs, operation = node.inputs, node.operation
        if isinstance(operation, Op) and not operation.name.startswith("keras.ops."):
            return False  # TensorFlow of old took Keras' tensors, and gave its own
        if not inputs:
            if not isinstance(operation, Layer) or operation.type.name != "InputLayer":
                return False
            made = True
        todo.extend(inputs)
    return made
