"""Two sizes in a sentence of which one is not the side of the square that the code has.

`# downsample to 7x8` above what gives 7 x 7, `# apply a 3x7 convolution` above a kernel of 7 x 7.
Such sentences may speak of much; but who has a square, and writes one of its sides right, means it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flake8_concat import late
from flake8_concat.diagnostics import Edit, Fix
from flake8_concat.keras.graph import Tensor
from flake8_concat.rules.axes import axis_names
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.comment_evidence import alike
from flake8_concat.rules.comments import Comment
from flake8_concat.rules.spoken_of import Shapes, results_of
from flake8_concat.shapes import Shape
from flake8_concat.trace.facts import Event

_PLANE = late.compiled(
    r"(?<![\w.*/+,-])(?<![xX×*] )(?P<one>\d{1,4}) ?[xX×] ?(?P<other>\d{1,4})"
    r"(?![\w*/+.×]|\s*[xX×*@,]\s*\d)"
)
# `(7*14)`, which no kernel is written as; beside a pooling as well.
_PRODUCT = late.compiled(r"[(\uff08](?P<one>\d{1,4}) ?[*] ?(?P<other>\d{1,4})[)\uff09]")
_POOL = late.compiled(r"\bpool\w*", re.IGNORECASE)
_TWICE = 2
_KERNEL = late.compiled(r"\b(?:conv\w*|kernels?|filters?)\b", re.IGNORECASE)
# What may well have other sides, or is not what the code does.
_ELSE = late.compiled(
    r"\b(?:pool\w*|strides?|windows?|patch\w*|grids?|cells?|anchors?|box\w*|crops?|tiles?|from|or|if"
    r"|instead|original\w*|paper|was|were|should|would|could|not|e\.?g|example|separable|factor\w*"
    r"|then|followed|and|per|each|dataset|mnist|cifar\w*|imagenet|like|screen|figure|fig|plot)\b"
    r"|->|=>|→|n't",
    re.IGNORECASE,
)
_SMALLEST = 5  # sides of a map; smaller ones may be kernels
_CONVOLUTIONS = ("Conv2D", "SeparableConv2D", "DepthwiseConv2D", "Conv2DTranspose")


def slips(shapes: Shapes, comment: Comment) -> Iterator[Finding]:
    """The finding of a comment with such a pair of sizes."""
    found, text = list(_PLANE.finditer(comment.text)), comment.text
    if not found and "*" in text:
        found = [one for one in _PRODUCT.finditer(text) if _is_twice(int(one[1]), int(one[2]))]
        text = _POOL.sub("", text)
    if len(found) != 1 or found[0]["one"] == found[0]["other"] or _ELSE.search(text):
        return
    layout = shapes.layout
    span = layout.next_after(comment.line) if comment.own_line else layout.at(comment.line)
    if span is None or (comment.own_line and span.first != comment.line + 1):
        return
    events = shapes.events_at(span, None if comment.own_line else comment.line)
    if not events and comment.line == span.first:  # where a call of several lines begins
        alone = shapes.events_at(span)
        events = alone if len(alone) == 1 else []
    sides = int(found[0]["one"]), int(found[0]["other"])
    of_kernel = _KERNEL.search(comment.text) is not None
    known = _kernel(events) if of_kernel else _square(shapes, events, sides)
    if known is None or known not in sides:
        return
    at = comment.range(*found[0].span())
    said = found[0].group()
    what = "the kernel is" if of_kernel else "the code gives a map of"
    wrong = "one" if sides[1] == known else "other"
    edit = Edit(comment.range(*found[0].span(wrong)), str(known))
    yield Finding(
        Place(shapes.facts.source, range=at),
        f"the comment says {said}, {what} {known} x {known}",
        fixes=(Fix(f"Write {known} x {known}", (edit,), safe=True),),
    )


def _is_twice(one: int, other: int) -> bool:
    return max(one, other) == _TWICE * min(one, other)


def _kernel(events: list[Event]) -> int | None:
    """The one side of all kernels of a statement."""
    sizes = set()
    for event in events:
        if event.callee.rpartition(".")[2] in _CONVOLUTIONS and event.kind in ("call", "create"):
            size = event.bound.get("kernel_size")
            pair = tuple(size) if isinstance(size, (list, tuple)) else (size, size)
            sizes.add(pair)
    if len(sizes) != 1:
        return None
    one, other = sizes.pop()
    return one if type(one) is int and one == other else None


def _square(shapes: Shapes, events: list[Event], sides: tuple[int, int]) -> int | None:
    """The side of the square maps that a statement gives, if it takes none of those sides."""
    results = results_of(events)
    if not results or not alike(results) or not all(event.certain for event, _ in results):
        return None
    side = _side(results[-1][1], shapes.facts.image_data_format)
    given = [tensor for event in events for tensor in event.inputs]
    if side is None or side < _SMALLEST or any(_has(tensor, sides) for tensor in given):
        return None
    return side


def _side(tensor: Tensor, data_format: str) -> int | None:
    names, shape = axis_names(tensor, data_format), tensor.shape
    if not isinstance(shape, Shape) or len(shape) != 4 or "height" not in names:
        return None
    height, width = shape[names.index("height")], shape[names.index("width")]
    return height if type(height) is int and height == width else None


def _has(tensor: Tensor, sides: tuple[int, int]) -> bool:
    """Whether a tensor has both sizes, one after the other."""
    shape = tensor.shape
    return isinstance(shape, Shape) and any(
        tuple(shape[at : at + 2]) == sides for at in range(len(shape) - 1)
    )
