"""A docstring that names the axes of what goes in, or comes out, in a wrong order.

`X -- input tensor of shape (m, n_W, n_H, n_C)` above a function that convolutions are called in.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import libcst as cst

from flake8_concat import late
from flake8_concat.diagnostics import Edit, Fix
from flake8_concat.keras.graph import Tensor
from flake8_concat.rules.axes import axis_names
from flake8_concat.rules.axis_order import misordered
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.docstring_text import about_the_result, docstring_range
from flake8_concat.rules.shape_text import DimText, ShapeText
from flake8_concat.trace.facts import Event, Facts

_AXES = late.compiled(r"[(\[]\s*(?P<axes>(?:\w+\s*,\s*){2,4}\w+)\s*,?\s*[)\]]")
_AXIS = late.compiled(r"\w+")
_SAYS = late.compiled(
    r"(?::param\s+|@param\s+|[-*]\s*)?[`*]*(?P<name>\w+)[`*]*\s*(?:\([^()]*\)\s*)?[:=-]"
)
_BATCH = frozenset("m n b bs batch batch_size none samples".split())


def orders(
    facts: Facts, function: cst.FunctionDef, events: list[Event], docstring: str
) -> Iterator[Finding]:
    """The findings of one function, by what it is called with."""
    results = set(about_the_result(docstring))
    for line in map(str.strip, docstring.splitlines()):
        found = list(_AXES.finditer(line)) if "," in line else []
        if len(found) != 1 or _of_another_format(line, facts.image_data_format):
            continue
        said = _shape(line, found[0].start(), found[0].end(), found[0].start("axes"))
        if line in results:
            tensors = [event.value for event in events]
        else:
            tensors = [_given(function, event, line) for event in events]
        places = [
            misordered(said, tensor, facts) if isinstance(tensor, Tensor) else {}
            for tensor in tensors
        ]
        first = tensors[0] if tensors else None
        if isinstance(first, Tensor) and places[0] and all(one == places[0] for one in places):
            edits = tuple(_edits(facts, function, line, said, places[0]))
            whole = docstring_range(facts.source, function, line, said.start, said.end)
            fix = Fix("Reorder the axes", edits, safe=True)
            names = ", ".join(axis_names(first, facts.image_data_format))
            yield Finding(
                Place(facts.source, function.name, range=whole),
                f"the docstring says {line[said.start : said.end]}, the axes are ({names})",
                fixes=(fix,) if len(edits) == len(places[0]) else (),
            )


def _of_another_format(line: str, data_format: str) -> bool:
    """Whether a line speaks of the data format that the code is not read with."""
    return any(name in line for name in ("channels_first", "channels_last") if name != data_format)


def _shape(line: str, start: int, end: int, first: int) -> ShapeText:
    dims = [
        DimText(match.group(), *match.span(), batch=match.group().lower() in _BATCH and not at)
        for at, match in enumerate(_AXIS.finditer(line, first, end))
    ]
    return ShapeText(tuple(dims), start, end, ", ", line[start])


def _given(function: cst.FunctionDef, event: Event, line: str) -> object:
    """What the parameter that a line begins with is given by a call."""
    names = [param.name.value for param in function.params.params]
    given = dict(chain(zip(names, event.args, strict=False), event.kwargs.items()))
    return given.get(parameter_of(line) or "")


def parameter_of(line: str) -> str | None:
    """The parameter that a line of a docstring begins with."""
    match = _SAYS.match(line)
    return match["name"] if match is not None else None


def _edits(
    facts: Facts,
    function: cst.FunctionDef,
    line: str,
    said: ShapeText,
    places: dict[int, int],
) -> Iterator[Edit]:
    """The edits that put the names where their axes are."""
    for at, source in sorted(places.items()):
        dim = said.dims[at]
        place = docstring_range(facts.source, function, line, dim.start, dim.end)
        if place is not None:
            yield Edit(place, str(said.dims[source].value))
