"""A shape written in a docstring that is not the one that the function returns."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from flake8_concat.keras.graph import Tensor
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.comment_evidence import takes_sizes
from flake8_concat.rules.shape_fit import difference
from flake8_concat.rules.shape_text import result_of, shapes_in
from flake8_concat.shapes import Shape
from flake8_concat.trace.facts import Event, Facts


def docstrings(facts: Facts) -> Iterator[Finding]:
    """What a function's docstring says it returns."""
    if '"""' not in facts.source.text and "'''" not in facts.source.text:
        return
    returned: dict[int, tuple[cst.FunctionDef, list[Event]]] = {}
    for event in facts.events:
        code = _called_function(event) if event.kind == "function" else None
        if code is not None:
            returned.setdefault(id(code), (code, []))[1].append(event)
    for function, events in returned.values():
        docstring = function.get_docstring()
        if docstring:
            yield from _docstring(facts, function, events, docstring)


def _called_function(event: Event) -> cst.FunctionDef | None:
    code = getattr(getattr(event.operation, "code", None), "node", None)
    return code if type(code) is cst.FunctionDef else None


def _docstring(
    facts: Facts, function: cst.FunctionDef, events: list[Event], docstring: str
) -> Iterator[Finding]:
    tensors = [event.value for event in events]
    if not all(
        isinstance(tensor, Tensor) and isinstance(tensor.shape, Shape) for tensor in tensors
    ):
        return
    if takes_sizes(function):
        return
    for line in docstring.splitlines():
        lowered = line.strip().lower()
        if not lowered.startswith(("return", "output", ":return", "->", "result")):
            continue
        said = result_of(line.strip())
        if said is None or len(shapes_in(line.strip())) != 1:
            continue
        found = [difference(said, tensor.shape, {}) for tensor in tensors]
        if all(item is not None for item in found):
            text = line.strip()[said.start : said.end]
            yield Finding(
                Place(facts.source, function.name),
                f"the docstring says {text}, the function gives {tensors[0].shape}",
            )
            return
