"""What tensors were made of, as far as that is known."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flake8_concat.keras.graph import Tensor
from flake8_concat.shapes import Shape, Unknown
from flake8_concat.trace.values import List


def from_inputs(tensors: Iterable[Tensor]) -> bool:
    """Whether all that tensors were made of is known, back to Inputs and arrays."""
    todo, seen = list(tensors), set()
    while todo:
        tensor = todo.pop()
        node = tensor.node
        if node is None or (tensor.merged and not node.inputs):  # made of something unknown
            if tensor.symbolic:
                return False
        elif id(node) not in seen:
            seen.add(id(node))
            todo.extend(node.inputs)
    return True


def certain_graph(*values: Any) -> bool:
    """Whether it is known which tensors a call was made on: there are some, and nothing unknown."""
    tensors = False
    todo = list(values)
    while todo:
        value = todo.pop()
        if isinstance(value, Tensor):
            tensors = True
        elif isinstance(value, Unknown) or getattr(value, "blur", None) is not None:
            return False
        elif isinstance(value, (list, tuple)) and not isinstance(value, Shape):
            todo.extend(value)
        elif isinstance(value, dict):
            todo.extend(value.values())
    return tensors


def is_listed(args: tuple[Any, ...]) -> bool:
    """Whether the first of the arguments is a list, which is an array of one axis or more."""
    return bool(args) and type(args[0]) in (List, tuple) and len(args[0]) > 0
