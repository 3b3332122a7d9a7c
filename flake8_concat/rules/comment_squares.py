"""One comment of a function that gives a map two sides, where all others give it one size twice.

`# 256,512,128 -> 128,128,128` beside `# 512,512,64 -> 256,256,64` in a function whose image nobody
gives. No layer of such a function treats the two sides unlike, so the one comment is a slip.
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.comments import Comment
from flake8_concat.rules.shape_text import ShapeText, shapes_in
from flake8_concat.rules.spoken_of import Shapes, results_of
from flake8_concat.shapes import Shape
from flake8_concat.trace.facts import Event, Facts

_SQUARES = 4  # maps that the comments of a function tell as squares, at least
_MAP = 3  # sizes of a map without its batch
_BY_SIDE = ("kernel_size", "strides", "pool_size", "size", "padding", "cropping", "dilation_rate")
# What gives a map other sides than it had, or other axes.
_TURNING = frozenset(
    "Resizing resize resize_images Permute transpose permute_dimensions Cropping2D CenterCrop "
    "RandomCrop crop swapaxes moveaxis rot90 einsum space_to_depth depth_to_space".split()
)

_Said = tuple[Comment, ShapeText, tuple[int, int]]


def lone_sides(shapes: Shapes) -> Iterator[Finding]:
    """The comments that are the only ones of their function with unequal sides."""
    squares: dict[int, set[int]] = {}
    counts: dict[int, int] = {}
    odd: dict[int, list[_Said]] = {}
    for comment in shapes.layout.comments.values():
        found = [(shape, sides) for shape in shapes_in(comment.text) if (sides := _sides(shape))]
        function = _function(shapes, comment) if found else None
        for shape, sides in found if function is not None else ():
            if sides[0] != sides[1]:
                odd.setdefault(id(function), []).append((comment, shape, sides))
            else:
                squares.setdefault(id(function), set()).add(sides[0])
                counts[id(function)] = counts.get(id(function), 0) + 1
    for function, said in odd.items():
        comment, shape, sides = said[0]
        known = squares.get(function, set())
        if len(said) > 1 or counts.get(function, 0) < _SQUARES or not known.intersection(sides):
            continue
        if max(sides) != 2 * min(sides) or _unlike(shapes.facts, function):
            continue
        yield Finding(
            Place(shapes.facts.source, range=comment.range(shape.start, shape.end)),
            f"the comment says {comment.text[shape.start : shape.end]}, but all other maps that "
            "the comments of this function tell are squares, and so its layers leave them",
        )


def _sides(shape: ShapeText) -> tuple[int, int] | None:
    """The sides of a map that is written in numbers, None for all else."""
    sizes = [dim.value for dim in shape.dims]
    if shape.with_batch:
        sizes = sizes[1:]
    if len(sizes) != _MAP or shape.plane or any(type(size) is not int for size in sizes):
        return None
    one, other, _ = sizes
    return (one, other) if type(one) is int and type(other) is int and min(one, other) > 1 else None


def _function(shapes: Shapes, comment: Comment) -> object | None:
    """The function that makes maps of unknown sides where a comment stands, None elsewhere."""
    span = shapes.layout.at(comment.line)
    if comment.own_line or span is None:
        span = shapes.layout.next_after(comment.line)
    for event, tensor in results_of(shapes.events_at(span)):
        shape = tensor.shape
        if isinstance(shape, Shape) and len(shape) == _MAP + 1:
            known = any(type(size) is int for size in shape[1:3])
            return None if known else event.site.function
    return None


def _unlike(facts: Facts, function: int) -> bool:
    """Whether a call of a function treats the two sides unlike, or may exchange them."""
    return any(_is_unlike(event) for event in facts.events if id(event.site.function) == function)


def _is_unlike(event: Event) -> bool:
    name = event.callee.rpartition(".")[2]
    if name in _TURNING:
        return True
    if name.lower().startswith("concat") and event.bound.get("axis") not in (-1, 3, None):
        return True
    given = (event.bound.get(key) for key in _BY_SIDE)
    return any(isinstance(one, (list, tuple)) and len(set(map(str, one))) > 1 for one in given)
