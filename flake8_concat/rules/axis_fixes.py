"""Fixes that change the axis a call is written with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import libcst as cst

from flake8_concat.diagnostics import Edit, Fix
from flake8_concat.keras.graph import Tensor
from flake8_concat.shapes import Shape
from flake8_concat.trace.facts import Event, Facts, Site


def axis_fix(facts: Facts, event: Event, axis: str) -> Iterator[Fix]:
    """The fix that changes the axis, where it is written as a number in the call."""
    for site in (event.created, event.site):
        if isinstance(site, Site) and site.source is facts.source:
            written = axis_argument(site.node)
            if written is not None:
                yield Fix(f"Use axis={axis}", (Edit(facts.source.range_of(written), axis),))
                return


def axis_argument(node: cst.CSTNode) -> cst.BaseExpression | None:
    """The number given as `axis=` in a call, None if none is written there."""
    if not isinstance(node, cst.Call):
        return None
    for arg in node.args:
        if arg.keyword is not None and arg.keyword.value in ("axis", "concat_axis"):
            value = arg.value
            inner = value.expression if isinstance(value, cst.UnaryOperation) else value
            return value if isinstance(inner, cst.Integer) else None
    return None


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
