"""Layers that give something else where they run than where Keras asks them for a shape.

In the body of another layer they run on tensors of the backend.
"""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.graph import Layer, Tensor
from flake8_concat.shapes import Shape, Unknown
from flake8_concat.trace.values import List


def states_in_lists(layer: Layer, value: Any) -> Any:
    """What an RNN of stacked cells gives where it runs: the states of each cell in a list.

    Where Keras only asks for shapes, a cell's only state stands there by itself.
    """
    cell = layer.args["cell"]
    stacked = isinstance(cell, (list, tuple)) or (
        isinstance(cell, Layer) and cell.type.name == "StackedRNNCells"
    )
    if not stacked or type(value) is not tuple:
        return value
    return value[0], *(List([v]) if type(v) is Tensor else v for v in value[1:])


def elided_in_order(layer: Layer, value: Any) -> Any:
    """What an EinsumDense over `...` gives where it runs: the axes of the dots in order.

    Where Keras only asks for the shape it turns them round, save for the batch.
    """
    equation = layer.args.get("equation")
    if type(value) is not Tensor or not isinstance(equation, str) or "..." not in equation:
        return value
    shape = value.shape
    given, _, result = equation.partition("->")
    if not (isinstance(shape, Shape) and given.startswith("...") and result.startswith("...")):
        return Tensor(Unknown("what the dots of the equation stand for"), value.node)
    elided = len(shape) - len(result.replace("...", "").replace(" ", ""))
    if elided < 1:
        return value
    turned = Shape((shape[0], *shape[elided - 1 : 0 : -1], *shape[elided:]))
    return Tensor(turned, value.node, symbolic=value.symbolic)


# What some layers give in the body of a layer, where they are run, not asked for a shape.
AS_THEY_RUN = {"RNN": states_in_lists, "EinsumDense": elided_in_order}
