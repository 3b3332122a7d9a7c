"""Fixes that change the axis a call is written with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import libcst as cst

from flake8_concat.diagnostics import Edit, Fix
from flake8_concat.keras.graph import Tensor
from flake8_concat.shapes import Shape
from flake8_concat.trace.facts import Event, Facts, Site

# Where the axis stands if it is given by position.
AXIS_POSITION = {
    "Concatenate": 0, "Softmax": 0, "BatchNormalization": 0, "LayerNormalization": 0,
    "UnitNormalization": 0, "GroupNormalization": 1, "split": 2, "repeat": 2, "roll": 2,
} | dict.fromkeys(
    ("concat", "concatenate", "softmax", "reduce_mean", "reduce_max", "reduce_sum", "reduce_min",
     "mean", "max", "sum", "min"),
    1,
)  # fmt: skip


def axis_fix(facts: Facts, event: Event, axis: str) -> Iterator[Fix]:
    """The fix that changes the axis, where it is written as a number in the call."""
    for site in (event.created, event.site):
        if isinstance(site, Site) and site.source is facts.source:
            written = axis_argument(site.node, event)
            if written is not None:
                yield Fix(f"Use axis={axis}", (Edit(facts.source.range_of(written), axis),))
                return


def axis_argument(node: cst.CSTNode, event: Event) -> cst.BaseExpression | None:
    """The number given as the axis in a call, None if none is written there."""
    if not isinstance(node, cst.Call):
        return None
    place = AXIS_POSITION.get(event.callee.rpartition(".")[2])
    for position, arg in enumerate(node.args):
        if arg.star:
            return None
        if arg.keyword is not None and arg.keyword.value in ("axis", "concat_axis"):
            return arg.value if _written(arg.value) is not None else None
        # The number must be what the call has as its axis: it is another argument in Keras 1.
        if arg.keyword is None and position == place:
            said = event.bound.get("axis")
            return arg.value if said is not None and _written(arg.value) == said else None
    return None


def _written(node: cst.BaseExpression) -> int | None:
    """The number that is written: `1`, `-1`."""
    if isinstance(node, cst.UnaryOperation) and isinstance(node.operator, cst.Minus):
        inner = _written(node.expression)
        return None if inner is None else -inner
    return node.evaluated_value if isinstance(node, cst.Integer) else None


def only_axis(tensors: Sequence[Tensor]) -> int | None:
    """The one axis on which tensors can be joined: the only one on which they differ."""
    shapes = [tensor.shape for tensor in tensors]
    first = shapes[0] if shapes else None
    if not isinstance(first, Shape) or len(shapes) < 2:
        return None
    if any(not isinstance(shape, Shape) or len(shape) != len(first) for shape in shapes):
        return None
    differing = set()
    for shape in shapes[1:]:
        for axis in range(1, len(first)):
            one, other = first[axis], shape[axis]  # type: ignore[index]
            if type(one) is int and type(other) is int:
                if one != other:
                    differing.add(axis)
            elif one != other:
                return None
    return differing.pop() if len(differing) == 1 else None


def join_fixes(facts: Facts, event: Event) -> tuple[Fix, ...]:
    """The fix of a join that Keras refuses, where exactly one axis would do."""
    axis = only_axis(event.inputs)
    if axis is None or event.site.source is not facts.source or "oncat" not in event.callee:
        return ()
    shape = event.inputs[0].shape
    last = isinstance(shape, Shape) and axis == len(shape) - 1
    return tuple(axis_fix(facts, event, "-1" if last else str(axis)))
