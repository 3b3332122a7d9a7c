"""How messages name things: calls, tensors, axes, the way that led to a line."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence

import libcst as cst

from flake8_concat import late
from flake8_concat.diagnostics import Range
from flake8_concat.keras.graph import Node, Tensor
from flake8_concat.keras.sequential import Sequential
from flake8_concat.rules.axes import axis_names, operation_name
from flake8_concat.rules.base import Place
from flake8_concat.shapes import Shape, Size, Unknown
from flake8_concat.trace.facts import Argument, Caller, Event, Facts, Site
from flake8_concat.trace.source import Source

MAX_CODE = 40  # characters of code quoted
_NOTHING = cst.Module([])
_AXIS = late.compiled(r"\baxis (-?\d+)(?= is | and | to |,|$)")


def code(node: cst.CSTNode) -> str:
    """The source text of a node in one line."""
    return " ".join(text_of(node).split())


def text_of(node: cst.CSTNode, module: cst.Module = _NOTHING) -> str:
    """The source text of a node of a module as it stands."""
    if (type(node) is cst.Name or type(node) is cst.Integer) and not node.lpar:
        return node.value  # most that is asked for
    return module.code_for_node(node)


def short_code(node: cst.CSTNode) -> str:
    """The source text of a node in one line, cut off where it is long."""
    text = code(node)
    return text if len(text) <= MAX_CODE else f"{text[: MAX_CODE - 1]}…"


def call(event: Event) -> str:
    """What is called, as the message names it: "Concatenate(axis=1)", "Conv2D(64, 3)", "a + b"."""
    node = event.site.node
    if event.kind == "operator":
        text = code(node)
        return text if len(text) <= MAX_CODE else event.callee
    name = short_name(event)
    axis = event.bound.get("axis")
    if "oncat" in name and type(axis) is int:
        return f"{name}(axis={axis})"
    made = event.created.node if event.created is not None else node
    if event.kind == "call" and made is node and isinstance(node, cst.Call):
        made = node.func
    if not isinstance(made, cst.Call) or event.kind == "op":
        return name
    written = ", ".join(
        code(arg.with_changes(comma=cst.MaybeSentinel.DEFAULT)) for arg in made.args
    )
    return f"{name}({written if len(name) + len(written) <= MAX_CODE else '…'})"


def short_name(event: Event) -> str:
    """The name of a layer's class, or of a function with the module that people write."""
    name = event.callee
    if event.kind == "call" and isinstance(event.operation, Sequential):
        return "Sequential"
    if event.kind == "op" and name.startswith(("tf.", "keras.ops.")):
        return name if name.startswith("tf.") else name.removeprefix("keras.")
    return name.rpartition(".")[2]


def where(site: object, here: Source) -> str | None:
    """Say "line 6" in the file analysed, "blocks.py:6" elsewhere."""
    if not isinstance(site, Site):
        return None
    try:
        line = site.source.range_of(site.node).line
    except KeyError:
        return None
    if site.source is here:
        return f"line {line}"
    return f"{os.path.basename(site.source.path)}:{line}"


def tensor(facts: Facts, event: Event, position: int) -> str:
    """An input of a call: "(None, 64, 64, 32) [input_tensor1, line 6]"."""
    item = event.inputs[position]
    shape = str(item.shape) if isinstance(item.shape, Shape) else "?"
    notes = [tensor_name(event, position)]
    if item.node is not None:
        notes.append(where(item.node.site, facts.source))
    told = ", ".join(note for note in notes if note)
    return f"{shape} [{told}]" if told else shape


def tensor_name(event: Event, position: int) -> str | None:
    """What an input is called: as written in the call, or else where it was made."""
    nodes = written_inputs(event)
    node = nodes[position] if position < len(nodes) else None
    if isinstance(node, (cst.Name, cst.Attribute, cst.Subscript)):
        text = code(node)
        if len(text) <= MAX_CODE:
            return text
    return own_name(event.inputs[position])


def own_name(item: Tensor) -> str | None:
    """The variable that a tensor was first assigned to, or else what made it."""
    if item.node is None:
        return None
    site = item.node.site
    if isinstance(site, Site) and len(site.targets) == 1:
        return site.targets[0]
    name = operation_name(item.node)
    return "Input" if name == "InputLayer" else name or None


def written_inputs(event: Event) -> list[cst.BaseExpression | None]:
    """For each input the expression that stands for it alone; None where there is none."""
    node = event.site.node
    if isinstance(node, cst.BinaryOperation) and len(event.inputs) == 2:
        return [node.left, node.right]
    if isinstance(node, cst.AugAssign) and len(event.inputs) == 2:
        return [node.target, node.value]
    found: list[cst.BaseExpression | None] = []
    for argument in event.arguments:
        found.extend(_written(argument))
    return found if len(found) == len(event.inputs) else [None] * len(event.inputs)


def _written(argument: Argument) -> Iterator[cst.BaseExpression | None]:
    value = argument.value
    node = argument.node.value if argument.node is not None and not argument.star else None
    if isinstance(value, Tensor):
        yield node
        return
    if not isinstance(value, (list, tuple)) or isinstance(value, Shape):
        return
    elements: Sequence[cst.BaseElement] = ()
    if isinstance(node, (cst.List, cst.Tuple)):
        elements = node.elements
    plain = len(elements) == len(value) and all(isinstance(e, cst.Element) for e in elements)
    for index, item in enumerate(value):
        if isinstance(item, Tensor):
            yield elements[index].value if plain else None


def with_axis_names(clause: str, item: Tensor | None, facts: Facts) -> str:
    """A clause with "axis 2" made "axis 2 (width)", as the axes of `item` are called."""
    names = axis_names(item, facts.image_data_format) if item is not None else ()
    if not names:
        return clause

    def named(match: re.Match[str]) -> str:
        axis = int(match[1])
        return f"{match[0]} ({names[axis]})" if -len(names) <= axis < len(names) else match[0]

    return _AXIS.sub(named, clause)


def trail(facts: Facts, event: Event) -> str:
    """How the line was reached: "in block(), called from line 48 with filters=64", or ""."""
    caller = event.caller
    if caller is None:
        return ""
    line = where(caller.site, facts.source)
    if line is None:
        return ""
    given = _given(caller)
    return f"in {caller.function}(), called from {line}" + (f" with {given}" if given else "")


def _given(caller: Caller) -> str:
    """The plain arguments of a call, a few of them."""
    told: list[str] = []
    for name, value in caller.arguments.items():
        if name in ("self", "cls", "name") or not _plain(value):
            continue
        told.append(f"{name}={value!r}")
        if len(told) == 3 or sum(map(len, told)) > 50:
            break
    return ", ".join(told)


def _plain(value: object) -> bool:
    if isinstance(value, (list, tuple)):
        return 0 < len(value) <= 4 and all(type(item) in (int, Size) for item in value)
    if isinstance(value, str):
        return len(value) <= 20
    return type(value) in (int, float, bool, Size) and not isinstance(value, Unknown)


def place_of(node: Node) -> Place | None:
    """The place of the call that a node stands for."""
    return Place.of(node.site) if isinstance(node.site, Site) else None


FIRST_LINE = Range(1, 1, 1, 1)
