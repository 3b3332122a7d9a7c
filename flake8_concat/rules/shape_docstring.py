"""A shape written in a docstring that is not the one that the function returns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import libcst as cst

from flake8_concat.diagnostics import Edit, Fix
from flake8_concat.keras.graph import Tensor
from flake8_concat.keras.models import Functional
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.comment_evidence import takes_sizes
from flake8_concat.rules.docstring_order import orders
from flake8_concat.rules.docstring_rank import ranks
from flake8_concat.rules.docstring_text import about_the_result, docstring_range
from flake8_concat.rules.shape_fit import Difference, corrected, counts, difference
from flake8_concat.rules.shape_text import result_of, shapes_in
from flake8_concat.shapes import Shape
from flake8_concat.trace.facts import Event, Facts

# What parameters are called that decide no side of a picture.
_OF_CHANNELS = frozenset("classes filters channels units activation name dropout weights".split())


def docstrings(facts: Facts) -> Iterator[Finding]:
    """What a function's docstring says it returns."""
    if '"""' not in facts.source.text and "'''" not in facts.source.text:
        return
    returned: dict[int, tuple[cst.FunctionDef, list[Event]]] = {}
    for event in facts.events:
        code = called_function(event, facts)
        if code is not None:
            returned.setdefault(id(code), (code, []))[1].append(event)
    for function, events in returned.values():
        docstring = function.get_docstring()
        if docstring:
            yield from _docstring(facts, function, events, docstring)
            yield from orders(facts, function, events, docstring)
            yield from ranks(facts, function, events, docstring)


def called_function(event: Event, facts: Facts) -> cst.FunctionDef | None:
    """The function of this file that an event calls."""
    code = getattr(event.operation, "code", None) if event.kind == "function" else None
    node = getattr(code, "node", None)
    source = getattr(getattr(code, "compiler", None), "source", None)
    return node if type(node) is cst.FunctionDef and source is facts.source else None


def _docstring(
    facts: Facts, function: cst.FunctionDef, events: list[Event], docstring: str
) -> Iterator[Finding]:
    shapes = [_shape(event.value) for event in events]
    for line in about_the_result(docstring):
        said = result_of(line)
        if said is None or len(shapes_in(line)) != 1:
            continue
        found = [difference(said, shape, {}) if shape is not None else None for shape in shapes]
        wrong = [item for item in found if item is not None]
        if len(wrong) == len(shapes) and all(
            _decided(function, item, shape) or _given_so(docstring, event)
            for item, shape, event in zip(wrong, shapes, events, strict=True)
        ):
            text = line[said.start : said.end]
            fixes: tuple[Fix, ...] = ()
            shape = shapes[0]
            if shape is not None and all(other == shape for other in shapes):
                new = corrected(line, said, shape, wrong[0])
                edits = tuple(_edits(facts, function, line, new))
                fixes = (Fix("Write the traced shape", edits, safe=True),) if edits else ()
            yield Finding(
                Place(facts.source, function.name),
                f"the docstring says {text}, the function gives {shape}",
                fixes=fixes,
            )
        return


def _edits(
    facts: Facts, function: cst.FunctionDef, line: str, new: list[tuple[int, int, str]]
) -> Iterator[Edit]:
    """The edits of a line of the docstring, as parts of it and what is to stand there."""
    for start, end, text in new:
        place = docstring_range(facts.source, function, line, start, end)
        if place is not None:
            yield Edit(place, text)


def _shape(value: Any) -> Shape | None:
    """The shape of what a function gives: a tensor, or a model by its output."""
    if isinstance(value, Functional) and len(value.outputs) == 1:
        value = value.outputs[0]
    shape = value.shape if isinstance(value, Tensor) else None
    return shape if isinstance(shape, Shape) else None


def _decided(function: cst.FunctionDef, wrong: Difference, shape: Shape | None) -> bool:
    """Whether the function decides what differs, and not who calls it."""
    alone = shape is not None and wrong.axes == (len(shape) - 1,)
    return alone or not takes_sizes(function, but_for=_OF_CHANNELS)


def _given_so(docstring: str, event: Event) -> bool:
    """Whether the docstring says of what goes in the very shape that goes in.

    So it is about images of this size.
    """
    tensors = [item for item in event.args if isinstance(item, Tensor)]
    given = [tensor.shape for tensor in tensors if isinstance(tensor.shape, Shape)]
    about_result = set(about_the_result(docstring))
    for line in map(str.strip, docstring.splitlines()):
        found = shapes_in(line) if line not in about_result else ()
        if len(found) == 1 and len(given) == 1 and counts(found[0]):
            sizes = [size for size in given[0][1:] if type(size) is int]
            told = [dim.value for dim in found[0].dims]
            return told[1:] == sizes == list(given[0][1:])
    return False
