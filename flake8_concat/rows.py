"""The traced shapes as plain rows: what `model.summary()` shows, without running anything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Union

import libcst as cst

from flake8_concat.diagnostics import Range
from flake8_concat.keras.graph import Tensor
from flake8_concat.rules.fitting import forms
from flake8_concat.shapes import Choice, Shape, Unknown, columns
from flake8_concat.shapes.printing import Forms
from flake8_concat.trace.facts import Event, Facts

Sizes = Union[tuple[Union[int, None], ...], None]  # None for a size, or for all, that is not known


@dataclass(frozen=True, slots=True)
class ShapeRow:
    """One evaluation of a call that gave tensors.

    name:    the variable that its value is assigned to, or None
    shape:   the sizes of its tensor, or a list of such for several tensors
    text:    the same for people, symbolic sizes by name: "(None, H/4, W/4, 64)"; "⌊H/4⌋" where
             nothing in the program demands that H can be divided
    reason:  why something in it is not known, or None
    """

    path: str
    range: Range
    name: str | None
    shape: Union[Sizes, list[Sizes]]
    text: str
    reason: str | None


def shape_rows(facts: Facts) -> Iterator[ShapeRow]:
    """The rows of the file itself, in the order of evaluation.

    What importing the file runs goes first: where it evaluated a place, what other runs (the
    `__main__` block, functions nobody calls) would give there is left out.
    """
    source = facts.source
    events = [
        event
        for event in facts.tensors()
        if event.site.source is source
        and isinstance(event.site.node, cst.Call)
        and event.site is not event.created  # that is a model's own call of its layer
    ]
    known = forms(facts)
    imported = {id(event.site) for event in events if not event.tentative}
    for event in events:
        if not event.tentative or id(event.site) not in imported:
            yield _row(event, source.path, source.range_of(event.site.node), known)


def _row(event: Event, path: str, place: Range, known: Forms) -> ShapeRow:
    value = event.value
    targets = event.site.targets
    name = targets[0] if len(targets) == 1 else None
    if isinstance(value, Tensor):
        return ShapeRow(path, place, name, _sizes(value), _text(value, known), _reason(value))
    items = list(value.values()) if isinstance(value, dict) else list(value)
    reasons = (_reason(item) for item in items)
    return ShapeRow(
        path,
        place,
        name,
        [_sizes(item) for item in items],
        f"[{', '.join(_text(item, known) for item in items)}]",
        next(filter(None, reasons), None),
    )


def _sizes(tensor: Tensor) -> Sizes:
    sides = _sides(tensor)
    if sides is None:
        return None
    return tuple(s[0] if len(s) == 1 and type(s[0]) is int else None for s in sides)


def _text(tensor: Tensor, known: Forms) -> str:
    if isinstance(tensor.shape, Shape):
        return tensor.shape.text(known)
    sides = _sides(tensor)
    if sides is None:
        return "?"
    return f"({', '.join(' or '.join(map(str, side)) for side in sides)})"


def _sides(tensor: Tensor) -> list[list[Any]] | None:
    """The sizes that each axis may have; None where not even their number is known."""
    shape: Any = tensor.shape
    if type(shape) is Choice:
        return columns(shape)
    return [[size] for size in shape] if isinstance(shape, Shape) else None


def _reason(tensor: Any) -> str | None:
    return tensor.shape.why if isinstance(tensor.shape, Unknown) else None
