"""`# Convolutional layer, from 14x14x32 into 7x7x64`, in code whose sizes nobody gives.

The layers below, up to the next comment, are asked what they make of the first shape. The second
may be what one of them gives, be it the first or the last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flake8_concat import late
from flake8_concat.keras.graph import Tensor, run
from flake8_concat.keras.layer import Layer
from flake8_concat.rules import describe
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.comment_scope import following
from flake8_concat.rules.comments import Comment
from flake8_concat.rules.shape_text import ShapeText, shapes_in
from flake8_concat.rules.spoken_of import Shapes
from flake8_concat.shapes import BATCH, Known, Shape
from flake8_concat.trace.facts import Event

_FROM = late.compiled(r"\bfrom\s+(?:an?\s+|shape\s+)?(?=[\d(\[])", re.IGNORECASE)
_OF_A_LAYER = late.compiled(
    r"[#\s]*(?:[\w ]*(?:conv|pool|sampl|layer|block|stride|transpos)[\w ]*|up|down)?[,:;\s]*",
    re.IGNORECASE,
)
_TO = late.compiled(r"\s*(?:tensors?|images?|maps?)?\s+(?:in)?to\s+(?:an?\s+|shape\s+)?")


def from_to(shapes: Shapes, comment: Comment) -> Iterator[Finding]:
    """The finding of a comment none of whose layers makes the second shape of the first."""
    way = _FROM.search(comment.text)
    if way is None:
        return
    start = way.end()  # without the word, which says elsewhere that a shape is of something else
    if not _OF_A_LAYER.fullmatch(comment.text[: way.start()]):
        return
    found = shapes_in("#" + " " * (start - 1) + comment.text[start:])
    if len(found) != 2 or found[0].start != start:
        return
    before, after = found
    if not _TO.fullmatch(comment.text, before.end, after.start):
        return
    given, told = _sizes(before), _sizes(after)
    if given is None or told is None or given == told:
        return
    first: tuple[Event, Shape] | None = None
    tensor = Tensor(Shape((BATCH, *given)), None)
    for events in _below(shapes, comment):
        event = _layer(events)
        result = _made(event, tensor) if event is not None else None
        if event is None or result is None:
            return
        if len(result) == len(told) + 1 and all(
            type(size) is not int or size == said
            for size, said in zip(result[1:], told, strict=True)
        ):
            return
        first = first or (event, result)
        tensor = Tensor(result, None)
    if first is None or tuple(first[1][1:]) == given:
        return
    yield Finding(
        Place(shapes.facts.source, range=comment.range(after.start, after.end)),
        f"the comment says from {_text(comment, before)} to {_text(comment, after)}, but "
        f"{describe.call(first[0])} makes {first[1]} of {_text(comment, before)}",
    )


def _text(comment: Comment, shape: ShapeText) -> str:
    return comment.text[shape.start : shape.end].strip()


def _sizes(shape: ShapeText) -> tuple[int, ...] | None:
    """The sizes of one thing, None if they are not all numbers or there are less than two."""
    sizes = [dim.value for dim in shape.dims[shape.with_batch :]]
    numbers = tuple(size for size in sizes if type(size) is int)
    return numbers if len(numbers) == len(sizes) > 1 and not shape.plane else None


def _below(shapes: Shapes, comment: Comment) -> Iterator[list[Event]]:
    """What happens below a comment, up to the next one: by the lines of its list, or statements."""
    layout = shapes.layout
    span = layout.at(comment.line)
    beside = [] if comment.own_line else shapes.events_at(span, comment.line)
    if beside or (span is not None and span.first == span.last):
        yield beside
    elif span is None or span.last <= comment.line:
        yield from map(shapes.events_at, following(layout, comment, heading=False))
    else:
        for line in range(comment.line + 1, span.last + 1):
            if line in layout.comments:
                return
            events = shapes.events_at(span, line)
            if events:
                yield events


def _layer(events: list[Event]) -> Event | None:
    """The one layer that is called there."""
    calls = [event for event in events if event.kind == "call"]
    if not calls or len({id(event.site) for event in calls}) != 1:
        return None
    event = calls[0]
    return event if isinstance(event.operation, Layer) and len(event.inputs) == 1 else None


def _made(event: Event, tensor: Tensor) -> Shape | None:
    """What a layer like that of a call makes: its own weights may be made for another map."""
    layer = event.operation
    assert isinstance(layer, Layer)
    outcome = run(Layer(layer.type, layer.args, layer.name), (tensor,), {})
    result = outcome.result if type(outcome) is Known else None
    return result if isinstance(result, Shape) else None
