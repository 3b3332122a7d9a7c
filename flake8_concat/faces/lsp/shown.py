"""What the trace knows of a place in the text: tensors by name and by call, and their past."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import libcst as cst

from flake8_concat import syntax
from flake8_concat.diagnostics import Range
from flake8_concat.faces.lsp.names import Names
from flake8_concat.keras.graph import Node, Tensor, tensors_in
from flake8_concat.rules import describe
from flake8_concat.rules.axes import axis_names, operation_name
from flake8_concat.rules.comments import Layout
from flake8_concat.rules.fitting import forms
from flake8_concat.rules.provenance import origin
from flake8_concat.shapes import Mismatch, Shape, Unknown
from flake8_concat.shapes.printing import Forms, text
from flake8_concat.trace.facts import Assignment, Caller, Event, Facts, Site, is_tensors

_MANY = 4  # tensors of a list that are shown
_KINDS = ("call", "op", "operator", "other")


class Shown:
    """A view of a trace; `Checked.shown` keeps it."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.source = facts.source
        self.names = Names.of(facts.source)

    # -- shapes -------------------------------------------------------------------------------
    @cached_property
    def _forms(self) -> Forms:
        return forms(self.facts)

    def shape_text(self, value: Any) -> str:
        """The shape of a tensor, or of each tensor of a list."""
        if isinstance(value, Tensor):
            return value.shape.text(self._forms) if isinstance(value.shape, Shape) else "?"
        items = list(value.values()) if isinstance(value, dict) else list(value)
        told = [self.shape_text(item) for item in items[:_MANY]]
        if len(items) > _MANY:
            told[-1:] = [f"… {len(items)} tensors"]
        return f"[{', '.join(told)}]"

    # -- assignments --------------------------------------------------------------------------
    @cached_property
    def assignments(self) -> list[tuple[Assignment, Range]]:
        """The last evaluation of each assignment in the file itself, in the order of the text."""
        last = {
            id(found.target): found
            for found in self.facts.assignments
            if found.source is self.source and is_tensors(found.value)
        }
        placed = [(found, self.names.place_of(found.target)) for found in last.values()]
        return sorted(placed, key=lambda item: item[1])

    @cached_property
    def _evaluations(self) -> dict[int, set[int]]:
        """For each target the calls that led to it, each once."""
        found: dict[int, set[int]] = {}
        for item in self.facts.assignments:
            if item.source is self.source:
                found.setdefault(id(item.target), set()).add(id(item.caller))
        return found

    def evaluations(self, assignment: Assignment) -> int:
        """In how many calls of its function an assignment was evaluated."""
        return len(self._evaluations.get(id(assignment.target), ()))

    # -- by place -----------------------------------------------------------------------------
    def name_at(self, line: int, col: int) -> tuple[str, Range, Any] | None:
        """The name at a place that stands for a tensor, where it is, and its value."""
        found = self.names.at(line, col)
        if found is None:
            return None
        node, place = found
        value = self._values.get(id(node))
        if value is None:
            value = self._assigned_before(node.value, place)
        return (node.value, place, value) if value is not None else None

    @cached_property
    def _values(self) -> dict[int, Any]:
        """The tensors that names in the text stand for: as targets, and as arguments of calls."""
        found: dict[int, Any] = {}
        for event in self.facts.events:
            if event.site.source is self.source and event.kind != "shape" and event.inputs:
                for node, tensor in zip(describe.written_inputs(event), event.inputs, strict=False):
                    if node is not None:
                        found[id(_last_name(node))] = tensor
        for assignment, _ in self.assignments:
            found[id(_last_name(assignment.target))] = assignment.value
        return found

    def _assigned_before(self, name: str, place: Range) -> Any:
        """The value that a name was last given above a place, in the same function or outside."""
        function = self._function_at(place.line)
        for wanted in dict.fromkeys((function, None)):
            for found, there in reversed(self.assignments):
                if (
                    there < place
                    and found.name == name
                    and isinstance(found.target, cst.Name)
                    and self._function_at(there.line) == wanted
                ):
                    return found.value
        return None

    @cached_property
    def _functions(self) -> list[tuple[int, int]]:
        try:
            tree = syntax.parse(self.source.text)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return []
        kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
        return [
            (node.lineno, node.end_lineno or node.lineno)
            for node in ast.walk(tree)
            if isinstance(node, kinds)
        ]

    def _function_at(self, line: int) -> tuple[int, int] | None:
        """The lines of the innermost function around a line."""
        around = [span for span in self._functions if span[0] <= line <= span[1]]
        return max(around, default=None)

    def call_at(self, line: int, col: int) -> tuple[Event, Range] | None:
        """The innermost call around a place that gave a tensor; its last evaluation."""
        best: tuple[Event, Range] | None = None
        for event, place in self._calls:
            if not (place.line, place.col) <= (line, col) < (place.end_line, place.end_col):
                continue
            if (
                best is None
                or (place.line, place.col) > (best[1].line, best[1].col)
                or (
                    (place.line, place.col) == (best[1].line, best[1].col)
                    and (place.end_line, place.end_col) <= (best[1].end_line, best[1].end_col)
                )
            ):
                best = event, place
        return best

    @cached_property
    def _calls(self) -> list[tuple[Event, Range]]:
        """Each call in the text that gave a tensor, once: its last evaluation."""
        last = {
            id(event.site.node): event
            for event in self.facts.tensors()
            if event.site.source is self.source and isinstance(event.site.node, cst.Call)
        }
        return [(event, self.source.range_of(event.site.node)) for event in last.values()]

    # -- the past -----------------------------------------------------------------------------
    @cached_property
    def _events(self) -> dict[int, Event]:
        """The call that a node of the graph stands for."""
        found: dict[int, Event] = {}
        for event in self.facts.events:
            if event.kind in _KINDS:
                for tensor in tensors_in(event.value):
                    if tensor.node is not None:
                        found.setdefault(id(tensor.node), event)
        return found

    def event_of(self, node: Node) -> Event | None:
        """The evaluation that made a node of the graph."""
        return self._events.get(id(node))

    def call_text(self, node: Node) -> str:
        """What was called: `Conv2D(64, 3)`."""
        event = self.event_of(node)
        return describe.call(event) if event is not None else operation_name(node) or "?"

    def line_text(self, site: object) -> str:
        """Where a call stands: "line 6", "blocks.py:6" for another file, "" if not known."""
        if not isinstance(site, Site):
            return ""
        line = line_of(site)
        if line is None:
            return ""
        if site.source is self.source:
            return f"line {line}"
        return f"{os.path.basename(site.source.path)}:{line}"

    def change(self, tensor: Tensor) -> str:
        """Which sizes a call changed: "height 64 → 32, width 64 → 32", or ""."""
        before = main_input(tensor.node) if tensor.node is not None else None
        if before is None or not isinstance(before.shape, Shape):
            return ""
        if not isinstance(tensor.shape, Shape) or len(before.shape) != len(tensor.shape):
            return ""
        names = axis_names(tensor, self.facts.image_data_format)
        told = []
        for axis, sizes in enumerate(zip(before.shape, tensor.shape, strict=True)):
            old, new = (text(size, self._forms) for size in sizes)
            if old != new:
                name = names[axis] if axis < len(names) else f"axis {axis}"
                told.append(f"{name} {old} → {new}")
        return ", ".join(told)

    def why_unknown(self, value: Any) -> list[str]:
        """Why sizes of tensors are not known, in words; [] if all are."""
        found: list[str] = []
        for tensor in tensors_in(value):
            if isinstance(tensor.shape, Unknown):
                found.append(tensor.shape.why)
                continue
            axes: dict[str, list[str]] = {}
            for axis, size in enumerate(tensor.shape):
                if str(size) == "?":
                    axes.setdefault(self._why_size(tensor, axis), []).append(str(axis))
            for why, numbers in axes.items():
                found.append(
                    f"{'axis' if len(numbers) == 1 else 'axes'} {', '.join(numbers)}: {why}"
                )
        return list(dict.fromkeys(found))

    def _why_size(self, tensor: Tensor, axis: int) -> str:
        step = origin(tensor, axis)
        if step is None:
            return "not known"
        event = self.event_of(step.node)
        there = self.line_text(step.node.site)
        text = f"`{self.call_text(step.node)}`" + (f" on {there}" if there else "")
        if event is not None and type(event.outcome) is Mismatch:
            return f"Keras refuses {text}"
        return f"not known since {text}"

    def called_from(self, caller: Caller | None) -> str:
        """The way to an evaluation: "in block(), called from line 48", or ""."""
        if caller is None:
            return ""
        there = self.line_text(caller.site)
        return f"in {caller.function}(), called from {there}" if there else ""


def _last_name(node: cst.CSTNode) -> cst.CSTNode:
    return node.attr if isinstance(node, cst.Attribute) else node


def line_of(site: Site) -> int | None:
    """The line on which a call begins, without LibCST's slow positions where that can be."""
    try:
        if isinstance(site.node, cst.Call):
            return site.source.range_of(site.node).line
        span = Layout.of(site.source).span_of(site.statement)
        return span.first if span is not None else site.source.range_of(site.node).line
    except KeyError:
        return None


def place_of(site: Site) -> Range | None:
    """Where a call stands; for an operator the beginning of its statement."""
    if isinstance(site.node, cst.Call):
        try:
            return site.source.range_of(site.node)
        except KeyError:
            return None
    line = line_of(site)
    if line is None:
        return None
    text = site.source.lines[line - 1]
    col = len(text) - len(text.lstrip()) + 1
    return Range(line, col, line, len(text) + 1)


def main_input(node: Node | None) -> Tensor | None:
    """The input that a call goes on with: its first."""
    return next(iter(node.inputs), None) if node is not None else None


def chain(tensor: Tensor) -> Iterator[Tensor]:
    """The tensors on the way back to the Input, by the first input of each call."""
    seen: set[int] = set()
    here: Tensor | None = tensor
    while here is not None and here.node is not None and id(here.node) not in seen:
        seen.add(id(here.node))
        yield here
        here = main_input(here.node)
