"""Two sizes with an arrow beside a layer, in code whose sizes nobody gives: `# 24x32 -> 48x64`.

What goes in is not known. But the layer is: it is asked what it makes of what the comment says goes
in. So it is where a class makes its layers: `# [-1, 32, 32, 8] -> [-1, 34, 34, 8]` above
`self.pad = ZeroPadding2D()`.
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_concat import late
from flake8_concat.keras.graph import Tensor, run
from flake8_concat.keras.layer import Layer
from flake8_concat.rules import describe
from flake8_concat.rules.axes import CHANNELS_FIRST, data_format_of
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.comment_scope import following
from flake8_concat.rules.comments import Comment
from flake8_concat.rules.lineage import is_map_layer
from flake8_concat.rules.shape_text import ShapeText, arrows, shapes_in
from flake8_concat.rules.spoken_of import Shapes
from flake8_concat.shapes import BATCH, Known, Shape
from flake8_concat.trace.facts import Event

_OF_MAPS = 4
_WORD = late.compiled(r"[^\W\d_]{3,}")


def steps(shapes: Shapes, comment: Comment) -> Iterator[Finding]:
    """The finding of a comment whose second size is not what the layer makes of the first."""
    text = comment.text
    if not (">" in text or "→" in text) or arrows(text) != 1:
        return
    found = shapes_in(text)
    if len(found) == 2 and all(shape.with_batch for shape in found):
        yield from _of_a_layer(shapes, comment, *found)
    if comment.own_line:
        return
    sides = [_sides(shape) for shape in found]
    if len(sides) != 2 or None in sides:
        return
    span = shapes.layout.at(comment.line)
    events = [e for e in shapes.events_at(span, comment.line) if e.kind == "call"]
    made = {given and _made(event, given) for event in events for given in sides[:1]}
    if len({id(event.site) for event in events}) != 1 or len(made) != 1:
        return
    (result,) = made
    before, after = sides
    if result is None or after in (result, before) or result == before or before is None:
        return  # what leaves the sides as they are may stand before what changes them
    said = text[found[0].start : found[1].end]
    yield Finding(
        Place(shapes.facts.source, range=comment.range(found[1].start, found[1].end)),
        f"the comment says {said}, but {describe.call(events[0])} makes {result[0]} x {result[1]} "
        f"of {before[0]} x {before[1]}",
    )


def _of_a_layer(
    shapes: Shapes, comment: Comment, before: ShapeText, after: ShapeText
) -> Iterator[Finding]:
    """The finding of a comment at a statement that makes one layer, and calls none.

    Above several it may speak of the first, or of as many as follow it: none of them may do that.
    """
    layout, given, told = shapes.layout, _numbers(before), _numbers(after)
    if given is None or told is None or given == told or len(given) != len(told):
        return
    if _WORD.search(comment.text[: before.start] + comment.text[after.end :]):
        return
    spans = [layout.at(comment.line)]
    if comment.own_line:
        spans = [*following(layout, comment, heading=True)]
    found: list[tuple[Layer, Shape]] = []
    shape = Shape((BATCH, *given))
    for span in spans:
        made = [_layer_of(event) for event in shapes.events_at(span)] if span else []
        layers = [one for one in made if one is not None]
        layer = layers[0] if len({id(one) for one in layers}) == 1 else None
        if layer is None:
            return
        new = Layer(layer.type, layer.args, layer.name)  # its weights may be made for another map
        outcome = run(new, (Tensor(shape, None),), {})
        result = outcome.result if type(outcome) is Known else None
        if not isinstance(result, Shape) or len(result) != len(shape):
            return
        if all(a == b or type(a) is not int for a, b in zip(result[1:], told, strict=True)):
            return
        found.append((layer, result))
        shape = result
    if found and tuple(found[0][1][1:]) != given:
        said = comment.text[before.start : after.end]
        yield Finding(
            Place(shapes.facts.source, range=comment.range(after.start, after.end)),
            f"the comment says {said}, but {found[0][0].type.name} makes {found[0][1]} of "
            f"{comment.text[before.start : before.end]}",
        )


def _layer_of(event: Event) -> Layer | None:
    """The layer that a statement makes, where no size is known of what it is called on."""
    made = event.value if event.kind == "create" else event.operation
    if not isinstance(made, Layer) or (event.kind != "create" and event.created is None):
        return None
    if event.created is not None and event.created.statement is event.site.statement:
        return None
    known = any(
        isinstance(one.shape, Shape) and any(type(size) is int for size in one.shape[1:-1])
        for one in event.inputs
    )
    return None if known else made


def _numbers(shape: ShapeText) -> tuple[int, ...] | None:
    """The sizes behind the batch, None if they are not all numbers."""
    sizes = [dim.value for dim in shape.dims[1:]]
    numbers = tuple(size for size in sizes if type(size) is int)
    return numbers if len(numbers) == len(sizes) > 1 else None


def _sides(shape: ShapeText) -> tuple[int, int] | None:
    """The two sides of a map that is written without its batch, None if they are no numbers."""
    sizes = [dim.value for dim in shape.dims]
    one, other = sizes[0], sizes[1] if len(sizes) > 1 else None
    if shape.with_batch or len(sizes) != (2 if shape.plane else 3):
        return None
    return (one, other) if type(one) is int and type(other) is int else None


def _made(event: Event, given: tuple[int, int]) -> tuple[int, int] | None:
    """The sides that a layer makes of a map whose sides are not known, if they were `given`."""
    tensor = event.inputs[0] if len(event.inputs) == 1 else None
    node = event.value.node if isinstance(event.value, Tensor) else None
    shape = tensor.shape if tensor is not None else None
    if not isinstance(shape, Shape) or len(shape) != _OF_MAPS:
        return None
    if not isinstance(event.operation, Layer):
        return None
    if node is None or not is_map_layer(node) or data_format_of(node) == CHANNELS_FIRST:
        return None
    if any(type(size) is int for size in shape[1:3]):
        return None
    there = Tensor(Shape((shape[0], *given, shape[3])), None)
    outcome = run(event.operation, (there,), {})
    result = outcome.result if type(outcome) is Known else None
    if not isinstance(result, Shape) or len(result) != _OF_MAPS:
        return None
    one, other = result[1:3]
    return (one, other) if type(one) is int and type(other) is int else None
