"""What a comment may repeat of the call beside it: kernels, how often, what it is told goes in."""

from __future__ import annotations

import re

import libcst as cst

from flake8_concat import late
from flake8_concat.keras.graph import Tensor
from flake8_concat.rules.comment_nearest import written_in
from flake8_concat.rules.comments import Comment, Layout, Span
from flake8_concat.rules.describe import code
from flake8_concat.rules.shape_text import ShapeText, arrows, shapes_in
from flake8_concat.shapes import Shape
from flake8_concat.trace.facts import Event

_TOLD_INPUT = late.compiled(r"\b(?:batch_)?input_(?:shape|dim)\s*=")
_LARGEST_KERNEL = 7


def repeats_the_call(text: str, said: ShapeText, event: Event) -> bool:
    """Whether a comment can say what a call is given, and not what it gives."""
    if said.plane and _is_argument(said, event):
        return True
    if _as_written(text, said, event) or _of_a_kernel(said, event) or _of_weights(said, event):
        return True
    return len(ways := shapes_in(text)) > 1 and _of_kernels(ways, said, event)


def is_given_its_shape(event: Event) -> bool:
    """Whether it is `Input(input_shape)` with a parameter: a shape beside it is an example."""
    function, call = event.site.function, event.site.node
    if function is None or not isinstance(call, cst.Call) or not call.args:
        return False
    given = call.args[0].value
    named = isinstance(given, cst.Name) and event.callee.endswith(".Input")
    return named and any(given.value == one.name.value for one in function.params.params)  # type: ignore[attr-defined]


def is_other_value(layout: Layout, comment: Comment, said: ShapeText) -> bool:
    """Whether a comment is another value of the name beside it, and no shape of a tensor.

    `widths = [32, 32, 42]`, and on the next line `# [32, 51, 50]`: what it was once.
    """
    alone = comment.text.strip("# \t") == comment.text[said.start : said.end]
    if not comment.own_line or not said.opening or not alone:
        return False
    around = layout.at(comment.line - 1), layout.next_after(comment.line)
    return any(
        _is_list(span.node, len(said.dims))
        for span in around
        if span is not None and abs(span.first - comment.line) == 1
    )


_OF_SHAPES = late.compiled(
    r"(?i)shape|size|dim|out|result|gives|return|becomes|yields|now|tensor|feature|maps?\b|after"
)
_LABEL = late.compiled(r"\w+")


def is_of_another_name(comment: Comment, said: ShapeText, span: Span | None) -> bool:
    """Whether one or two numbers have a name that is none of the statement beside them.

    `masks = …  # class_ids = [2, 3]`.
    """
    before = comment.text[: said.start]
    if said.with_batch or len(said.dims) > 2 or said.plane or arrows(before):
        return False
    if _OF_SHAPES.search(before) or span is None:
        return False
    parts = span.node.body if isinstance(span.node, cst.SimpleStatementLine) else ()
    names = {name for part in parts for name in _LABEL.findall(code(part))}
    labels = _LABEL.findall(before)
    return bool(labels) and names.isdisjoint(labels)


def _is_list(node: cst.CSTNode, length: int) -> bool:
    """Whether a line gives a name a list of so many numbers."""
    parts = node.body if isinstance(node, cst.SimpleStatementLine) else ()
    values = [part.value for part in parts if isinstance(part, cst.Assign)]
    return any(
        isinstance(value, (cst.List, cst.Tuple))
        and len(value.elements) == length
        and all(isinstance(element.value, cst.Integer) for element in value.elements)
        for value in values
    )


def is_told_its_input(event: Event) -> bool:
    """Whether a layer is told what goes in: `Conv2D(32, 8, input_shape=(80, 80, 4))  # 80*80*4`."""
    return event.kind == "call" and bool(_TOLD_INPUT.search(written_in(event)))


def _of_a_kernel(said: ShapeText, event: Event) -> bool:
    """Whether `# two convolutions of 3x3x32` is above `Conv2D(32, (3, 3))`, in any language.

    Or `# 5x5x32 weights` beside what takes 32 channels, where the maps have other sides.
    """
    *sides, depth = (dim.value for dim in said.dims)
    small = all(type(side) is int and side <= _LARGEST_KERNEL for side in sides)
    square = len(sides) > 1 and len(set(sides)) == 1
    if not small or not square or said.with_batch:
        return False
    return _is_argument(said, event) or (
        _takes_channels(event, depth)
        and re.search(rf"\b{sides[0]}\b", written_in(event)) is not None
        and isinstance(event.value, Tensor)
        and isinstance(event.value.shape, Shape)
        and sides[0] not in event.value.shape[1:-1]
    )


def _takes_channels(event: Event, depth: object) -> bool:
    """Whether so many channels go in."""
    taken = event.inputs[0].shape if event.inputs else None
    return type(depth) is int and isinstance(taken, Shape) and taken[-1] == depth


def _of_weights(said: ShapeText, event: Event) -> bool:
    """Whether `# 3x3x64x128` beside `Conv2D(128, 3)` is the shape of its kernel."""
    tensors = (*event.inputs[:1], event.value)
    shapes = [one.shape for one in tensors if isinstance(one, Tensor)]
    if said.with_batch or len(shapes) != 2 or len(said.dims) < 3:
        return False
    *sides, given, made = (dim.value for dim in said.dims)
    taken, gives = shapes
    if not isinstance(taken, Shape) or not isinstance(gives, Shape) or len(gives) != len(said.dims):
        return False
    written = written_in(event)
    channels = {taken[-1], gives[-1]}
    return {given, made} == channels and all(re.search(rf"\b{n}\b", written) for n in sides)


def _of_kernels(ways: tuple[ShapeText, ...], said: ShapeText, event: Event) -> bool:
    """Whether `# 1x1x32 -> 1x1x8` above `Conv2D(8, 1)` says the kernels on the way."""
    sides = {tuple(dim.value for dim in shape.dims[:-1]) for shape in ways}
    return len(sides) == 1 and not said.with_batch and _is_argument(said, event)


def _is_argument(said: ShapeText, event: Event) -> bool:
    """Whether all of `# 4x4` stands in the call: it can be the kernel that this is given."""
    written = written_in(event)
    return all(re.search(rf"\b{dim.value}\b", written) for dim in said.dims)


def _as_written(text: str, said: ShapeText, event: Event) -> bool:
    """Whether brackets stand in the call as they stand in the comment: `tile(x, [2, 1])  # [2, 1]`.

    They can be how often, how far, or which axes.
    """
    part = "".join(text[said.start : said.end].split())
    return bool(said.opening) and part in "".join(written_in(event).split())
