"""The comment that is right for another size of the image than the others of its function.

A network for images of any size, `Input((None, None, 3))`, is commented for one of them. Where the
others are right for 256 x 256, the one that is not says the wrong size.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from flake8_concat.diagnostics import Edit, Fix
from flake8_concat.keras.graph import Tensor
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.comment_habits import Judged
from flake8_concat.rules.spoken_of import Shapes
from flake8_concat.shapes import UNKNOWN_SIZE, Dim, Shape, Size, substitute

_MAP = 4
_SIDES = (1, 2)
_HALVED = range(10)  # how often a size may have been
_OTHERS = 4  # comments that are right for one image, for each that is not
_LEVELS = 3  # different sizes that they say: those of one level tell of no image


def of_one_image(shapes: Shapes, judged: Iterable[Judged]) -> Iterator[Finding]:
    """The findings of the comments that say the sizes of another image."""
    functions: defaultdict[int, list[Judged]] = defaultdict(list)
    for item in judged:
        if item.wrong is None and not item.beside and not item.comment.own_line and _said(item):
            functions[id(item.results[-1][0].site.function)].append(item)
    for items in functions.values():
        if len(items) > _OTHERS:
            yield from _odd_ones(shapes, items)


def _odd_ones(shapes: Shapes, items: list[Judged]) -> Iterator[Finding]:
    image = _image(items)
    if image is None:
        return
    right = [item for item in items if _fits(item, image)]
    wrong = [item for item in items if not any(item is one for one in right)]
    if len({_said(item) for item in right}) < _LEVELS or len(wrong) * _OTHERS > len(right):
        return
    if any(not event.inputs for item in wrong for event, _ in item.results):
        return  # an Input: the others may say what goes in
    of_results = sum(not _goes_in(item, image) for item in right) >= _LEVELS
    for item in wrong:
        made = _of_image(item.results[-1][1], image)
        if made is not None and (of_results or not _goes_in(item, image)):
            yield _finding(shapes, item, made, image)


def _goes_in(item: Judged, image: tuple[int, int]) -> bool:
    """Whether a comment says the size of what goes in."""
    given = [tensor for event, _ in item.results for tensor in event.inputs]
    return any(_of_image(tensor, image) == _said(item) for tensor in given)


def _said(item: Judged) -> tuple[int, int] | None:
    """The two sides that a comment says of a map whose own are not known."""
    said = item.said
    shape = item.results[-1][1].shape
    offset = _MAP - len(said.dims)
    if said.plane or not isinstance(shape, Shape) or len(shape) != _MAP or offset not in (0, 1):
        return None
    if not all(
        isinstance(shape[axis], Size) and shape[axis] is not UNKNOWN_SIZE for axis in _SIDES
    ):
        return None
    one, other = (said.dims[axis - offset].value for axis in _SIDES)
    return (one, other) if type(one) is int and type(other) is int else None


def _image(items: list[Judged]) -> tuple[int, int] | None:
    """The size of the image that most comments are right for."""
    found: Counter[tuple[int, int]] = Counter()
    for item in items:
        one, other = _said(item) or (0, 0)
        for often in _HALVED:
            image = (one << often, other << often)
            found[image] += _fits(item, image)
    best = found.most_common(2)
    alone = len(best) == 1 or best[0][1] > best[-1][1]
    return best[0][0] if best and alone else None


def _fits(item: Judged, image: tuple[int, int]) -> bool:
    return any(_of_image(tensor, image) == _said(item) for _, tensor in item.results)


def _of_image(tensor: Tensor, image: tuple[int, int]) -> tuple[Dim, Dim] | None:
    """The sides of a map, for an image of that size."""
    shape = tensor.shape
    if not isinstance(shape, Shape) or len(shape) != _MAP:
        return None
    one, other = (
        substitute(size, dict.fromkeys(getattr(size, "symbols", ()), side))
        for size, side in zip(shape[1:3], image, strict=True)
    )
    return one, other


def _finding(
    shapes: Shapes, item: Judged, made: tuple[Dim, Dim], image: tuple[int, int]
) -> Finding:
    comment, said = item.comment, item.said
    offset = _MAP - len(said.dims)
    dims = [said.dims[axis - offset] for axis in _SIDES]
    edits = tuple(
        Edit(comment.range(dim.start, dim.end), str(size))
        for dim, size in zip(dims, made, strict=True)
        if dim.value != size
    )
    return Finding(
        Place(shapes.facts.source, range=comment.range(said.start, said.end)),
        f"the comment says {comment.text[said.start : said.end]}; the other comments of this "
        f"function are of an image of {image[0]} x {image[1]}, which is {made[0]} x {made[1]} here",
        fixes=(Fix("Write the size of that image", edits, safe=True),),
    )
