"""Fixes that change the axis a call is written with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import libcst as cst

from flake8_concat.diagnostics import Edit, Fix, Range
from flake8_concat.keras.graph import Tensor
from flake8_concat.rules.axes import axis_names
from flake8_concat.rules.describe import code
from flake8_concat.rules.names import Outline, definition, dotted, mentions
from flake8_concat.rules.written_past import called
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
    """The fix that changes the axis, where it is written as a number in the call.

    Or as the name of a number that is nothing but the axis of calls like this one.
    """
    for site in (event.created, event.site):
        if isinstance(site, Site) and site.source is facts.source:
            given = axis_argument(site.node, event)
            if given is None:
                continue
            name = dotted(given)
            written = given if name is None else _constant(facts, event, site, name)
            if written is not None:
                title = f"Use axis={axis}" if name is None else f"Make {name} {axis}"
                yield Fix(title, (Edit(facts.source.range_of(written), axis),))
            return


def added_axis(facts: Facts, event: Event, axis: str) -> Iterator[Fix]:
    """The fix that gives a layer its axis, where the call that makes it says none."""
    for site in (event.created, event.site):
        node = site.node if site is not None and site.source is facts.source else None
        if not isinstance(node, cst.Call):
            continue
        name = (dotted(node.func) or "").rpartition(".")[2]
        if name != event.callee.rpartition(".")[2] or any(arg.star for arg in node.args):
            continue
        if any(arg.keyword is not None and arg.keyword.value == "axis" for arg in node.args):
            return
        place = facts.source.range_of(node)
        end = Range(place.end_line, place.end_col - 1, place.end_line, place.end_col - 1)
        last = node.args[-1] if node.args else None
        comma = ", " if last is not None and not isinstance(last.comma, cst.Comma) else ""
        yield Fix(f"Add axis={axis}", (Edit(end, f"{comma}axis={axis}"),))
        return


def axis_argument(node: cst.CSTNode, event: Event) -> cst.BaseExpression | None:
    """The number or name given as the axis in a call, None if none is written there."""
    if not isinstance(node, cst.Call):
        return None
    place = AXIS_POSITION.get(event.callee.rpartition(".")[2])
    for position, arg in enumerate(node.args):
        if arg.star:
            return None
        if arg.keyword is not None and arg.keyword.value in ("axis", "concat_axis"):
            return arg.value if _written(arg.value) is not None or dotted(arg.value) else None
        # The number must be what the call has as its axis: it is another argument in Keras 1.
        if arg.keyword is None and position == place:
            said = event.bound.get("axis")
            same = said is not None and _written(arg.value) == said
            return arg.value if same or dotted(arg.value) else None
    return None


def written_axis(call: cst.Call) -> str | None:
    """The axis that a call is written with, None where none is."""
    for position, arg in enumerate(call.args):
        named = arg.keyword is not None and arg.keyword.value == "axis"
        if named or (arg.keyword is None and position == AXIS_POSITION.get(called(call) or "")):
            return code(arg.value)
    return None


def _constant(facts: Facts, event: Event, site: Site, name: str) -> cst.BaseExpression | None:
    """The number that a name stands for, where it can be changed for the sake of one call.

    All that reads the name must have it as its axis, for tensors that have the same axes.
    """
    outline = Outline.of(facts.source)
    number = _defined(outline, site, name)
    if number is None or _written(number) != event.bound.get("axis"):
        return None
    calls = {id(call) for call, _ in outline.calls if _reads_axis(call, name)}
    if mentions(facts.source, name.rpartition(".")[2]) != len(calls) + 1:
        return None
    wanted = axis_names(event.inputs[0], facts.image_data_format)
    met: set[int] = set()
    for other in facts.events:
        sites = [id(place.node) for place in (other.site, other.created) if place is not None]
        if other.inputs and not calls.isdisjoint(sites):
            met.update(sites)
            if axis_names(other.inputs[0], facts.image_data_format) != wanted:
                return None
    return number if wanted and calls <= met else None


def _defined(outline: Outline, site: Site, name: str) -> cst.BaseExpression | None:
    """The number that is assigned to a name once: `WIDTH_AXIS`, `Axis.WIDTH` in its class."""
    owner, _, last = name.rpartition(".")
    if not owner:
        found = definition(name, outline.place_of(site.function))
        values = [found[0]] if found is not None else []
    else:
        values = [
            assign.value
            for assign, place in outline.assigns
            if isinstance(place.node, cst.ClassDef) and place.node.name.value == owner
            for target in assign.targets
            if dotted(target.target) == last
        ]
    return values[0] if len(values) == 1 and _written(values[0]) is not None else None


def _reads_axis(call: cst.Call, name: str) -> bool:
    """Whether a call is given a name as its axis."""
    place = AXIS_POSITION.get((dotted(call.func) or "").rpartition(".")[2])
    return any(
        dotted(arg.value) == name
        and (arg.keyword.value in ("axis", "concat_axis") if arg.keyword else position == place)
        for position, arg in enumerate(call.args)
    )


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
    axis = None if event.shapes_fit else only_axis(event.inputs)
    if axis is None or event.site.source is not facts.source or "oncat" not in event.callee:
        return ()
    shape = event.inputs[0].shape
    last = isinstance(shape, Shape) and axis == len(shape) - 1
    return tuple(axis_fix(facts, event, "-1" if last else str(axis)))
