"""Definition: where a tensor was made, and where the size came from that does not fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lsprotocol import types

from flake8_concat.diagnostics import Related
from flake8_concat.faces.lsp.checking import Checked
from flake8_concat.faces.lsp.publishing import location
from flake8_concat.faces.lsp.shown import Shown, place_of
from flake8_concat.keras.graph import Node, Tensor, tensors_in
from flake8_concat.rules.provenance import cause, origin
from flake8_concat.shapes import Mismatch
from flake8_concat.trace.facts import Site


def definition(checked: Checked, uri: str, position: types.Position) -> list[types.Location] | None:
    """The places that a tensor's name leads to, the origin of a differing size first.

    On a call with a finding: the places that the finding names.
    """
    shown = checked.shown
    line, col = checked.program.at(uri, position)
    if shown is None or not line:
        return None
    found = shown.name_at(line, col)
    if found is not None:
        nodes = [node for tensor in tensors_in(found[2]) for node in _sources(shown, tensor)]
        itself = Related(shown.source.path, found[1], "")  # of what a body is given, say
        return _unique(checked, [_place(node) for node in nodes]) or _unique(checked, [itself])
    for item in checked.report.diagnostics:
        place = item.range
        if (place.line, place.col) <= (line, col) <= (place.end_line, place.end_col):
            return _unique(checked, item.related)
    return None


def _sources(shown: Shown, tensor: Tensor) -> Iterator[Node]:
    """The calls that made a size at which a later call is refused, then the tensor's own."""
    for event in shown.facts.events:
        outcome = event.outcome
        if type(outcome) is not Mismatch or outcome.axis is None:
            continue
        others = [item for item in event.inputs if item is not tensor]
        if len(others) < len(event.inputs):
            steps = [origin(tensor, outcome.axis)]
            steps += [cause(tensor, other, outcome.axis) for other in others]
            yield from (step.node for step in steps if step is not None)
    if tensor.node is not None:
        yield tensor.node


def _place(node: Node) -> Related | None:
    if not isinstance(node.site, Site):
        return None
    place = place_of(node.site)
    return Related(node.site.source.path, place, "") if place is not None else None


def _unique(checked: Checked, places: Iterable[Related | None]) -> list[types.Location] | None:
    found: list[types.Location] = []
    for place in places:
        if place is not None:
            there = location(checked, place)
            if there not in found:
                found.append(there)
    return found or None
