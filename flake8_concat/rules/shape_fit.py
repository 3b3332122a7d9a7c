"""Whether a traced shape can be what someone wrote, and where the two differ.

A name is a variable whose value is known, else it stands for any size. A shape with or without
its batch, flattened, with the channels moved, or with axes of size 1 left out is still the same
shape; only what fits in no reading is contradicted.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import prod
from operator import add, mul, sub

from flake8_concat import late, syntax
from flake8_concat.rules.shape_text import ELLIPSIS, ShapeText
from flake8_concat.shapes import Shape


def meant(shape: ShapeText, variables: Mapping[str, int]) -> tuple[int | str | None, ...]:
    """The sizes with known names replaced; None for any size, ELLIPSIS for any number of them."""
    return tuple(
        dim.value
        if type(dim.value) is int or dim.value is None or dim.value == ELLIPSIS
        else variables.get(str(dim.value), value_of(str(dim.value), variables))
        for dim in shape.dims
    )


def names_in(shape: ShapeText) -> set[str]:
    """The names that the sizes are written with."""
    words = [dim.value for dim in shape.dims if isinstance(dim.value, str)]
    return {name for word in words for name in _NAME.findall(word)}


def value_of(expression: str, variables: Mapping[str, int]) -> int | None:
    """The number that `SIZE // 2` or `2*units` is; None if a name in it is not known."""
    try:
        return _value(syntax.parse(expression, "eval").body, variables)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _value(node: ast.expr, variables: Mapping[str, int]) -> int | None:
    if isinstance(node, ast.Constant):
        return node.value if type(node.value) is int else None
    if isinstance(node, ast.Name):
        return variables.get(node.id)
    operate = _OPERATORS.get(type(node.op)) if isinstance(node, ast.BinOp) else None
    if not isinstance(node, ast.BinOp) or operate is None:
        return None
    left, right = _value(node.left, variables), _value(node.right, variables)
    return None if left is None or right is None else operate(left, right)


def _quotient(one: int, other: int) -> int | None:
    return one // other if other and one % other == 0 else None


_NAME = late.compiled(r"[A-Za-z_]\w*")
_OPERATORS: dict[type[ast.operator], Callable[[int, int], int | None]] = {
    ast.Add: add,
    ast.Sub: sub,
    ast.Mult: mul,
    ast.Div: _quotient,
    ast.FloorDiv: lambda one, other: one // other if other else None,
}


def surely_fits(shape: ShapeText, traced: Shape, variables: Mapping[str, int]) -> bool:
    """Whether the text can mean the traced shape, and a number in it is a size of that.

    Sizes that are not known fit whatever is written.
    """
    if not fits(shape, traced, variables):
        return False
    if shape.plane:
        if len(traced) == 3:
            return meant(shape, variables) == tuple(traced[1:])
        return len(traced) == 4 and sum(type(size) is int for size in traced[1:]) > 1
    numbers = [size for size in meant(shape, variables) if type(size) is int]
    return not numbers or any(size in numbers for size in traced) or _all_int(traced[1:])


def fits(
    shape: ShapeText, traced: Shape, variables: Mapping[str, int], *, turned: bool = True
) -> bool:
    """Whether the text can mean the traced shape in any reading.

    turned: also with the channels at the other end
    """
    text = meant(shape, variables)
    if shape.plane:
        if len(traced) == 3 and _all_int(traced[1:]):
            return not _other_features(text, traced)
        sides = [traced[1:3], traced[2:4]] if len(traced) == 4 else [text]
        return any(_same(text, both, free=None) for both in sides)
    if ELLIPSIS in text:
        at = text.index(ELLIPSIS)
        tail = text[at + 1 :]
        if ELLIPSIS in tail or at + len(tail) > len(traced):
            return ELLIPSIS in tail
        if _is_of_sides(text, traced) and _same(text[:at], traced[1 : at + 1], free=None):
            return True
        return _same(text[:at], traced[:at], free=0) and _same(
            tail, traced[len(traced) - len(tail) :], free=None
        )
    without = traced[1:]
    if _same(text, traced, free=0):
        return True
    if not _only_batch(shape, without) and _same(text, without, free=None):
        return True
    if _factored(text[1:] if shape.with_batch else text, without):
        return True
    inner = text[1:] if len(text) == len(traced) or shape.with_batch else text
    if turned and _moved(inner, without):
        return True
    shorter = not shape.with_batch and len(inner) + 1 == len(without)
    if shorter and (_same(inner, without[:-1], free=None) or _same(inner, without[1:], free=None)):
        return True
    if not shape.with_batch and len(text) != len(without) and _flattened(text, without):
        return True
    # who writes the batch counts the axes: no `(None, 7, 7, 64)` for what is flat
    counted = shape.with_batch and len(text) > len(traced)
    flat = not counted and _flattened(inner, without)
    vector = counted and len(traced) == _VECTORS  # what a pooling leaves of a map, or Flatten
    squeezed = not vector and _squeezed(inner, without)
    return flat or squeezed or (not shape.with_batch and _squeezed(text, without))


_STEPS = 16  # as many at least: `3 x 64` beside a convolution is its kernel


def _other_features(text: tuple[int | str | None, ...], traced: Shape) -> bool:
    """Whether two sizes are the steps of a sequence and another number of features than it has."""
    return text[0] == traced[1] and traced[1] >= _STEPS and text[1] not in (*traced[1:], 1)


def _only_batch(shape: ShapeText, without: tuple[object, ...]) -> bool:
    """Whether the first size can't be one of the sizes behind the batch, `without`."""
    first = shape.dims[0]
    if not first.batch:
        return False
    if not without:
        return True
    return _batch_named(shape) or (first.value is None and type(without[0]) is int)


def _batch_named(shape: ShapeText) -> bool:
    first = shape.dims[0].value
    return isinstance(first, str) and (first == "B" or first.lower().startswith(("batch", "bs")))


def counts(shape: ShapeText) -> bool:
    """Whether a text has a size in it that is a number."""
    return any(type(dim.value) is int for dim in shape.dims)


def _same(text: tuple[int | str | None, ...], traced: tuple[object, ...], free: int | None) -> bool:
    """Size for size; `free`: the axis (the batch) that fits whatever it says."""
    return len(text) == len(traced) and all(
        said == size or said is None or type(size) is not int or at == free
        for at, (said, size) in enumerate(zip(text, traced, strict=True))
    )


def _moved(text: tuple[int | str | None, ...], traced: tuple[object, ...]) -> bool:
    """Whether it is the same with the channels at the other end.

    Of a sequence, and of a square map, only where all sizes are known: `(n_boxes, 8)` is no (8, n),
    `64x64x128` no (?, ?, 64).
    """
    if len(text) != len(traced) or len(text) < 3:
        return False
    if not _all_int(traced) and (len(text) == 2 or (len(text) == 3 and _is_square(text))):
        return False
    turned = []
    if not (_is_square(traced[::-1]) and len(traced) == 3):  # as (3, 32, 32): no channels last
        turned.append((*text[1:], text[0]))
    if not (_is_square(traced) and len(traced) == 3):
        turned.append((text[-1], *text[:-1]))
    if not _all_int(traced) and type(traced[-1]) is int and type(text[-1]) is int:
        # `(None, h, w, 64)` of 32 channels: any number fits a size that is not known
        turned = [way for way in turned if way[-1] == traced[-1]]
    return any(_same(way, traced, None) for way in turned)


def _factored(text: tuple[int | str | None, ...], traced: tuple[object, ...]) -> bool:
    """Whether it is the same with the channels as a product: `32x32x256x16` of 4096 channels."""
    if len(text) != len(traced) + 1 or len(text) < 3:
        return False
    one, other = text[-2:]
    if type(one) is not int or type(other) is not int or 1 in (one, other):
        return False
    return _same((*text[:-2], one * other), traced, None) and type(traced[-1]) is int


def _is_square(text: tuple[object, ...]) -> bool:
    return type(text[0]) is int and text[0] == text[1] != text[2]


def _flattened(text: tuple[int | str | None, ...], traced: tuple[object, ...]) -> bool:
    """Whether it is as many numbers, at another rank."""
    if len(text) == len(traced) and len(text) > 1:
        return False
    if any(type(size) is not int for size in traced):
        return len(text) != len(traced) and any(size is None for size in text)
    known = [size for size in text if type(size) is int]
    if not known:
        return True
    whole = prod(traced)  # type: ignore[arg-type]
    if len(known) == len(text):
        return prod(known) == whole
    return len(text) != len(traced) and whole % prod(known) == 0 and whole != prod(known)


def _squeezed(text: tuple[int | str | None, ...], traced: tuple[object, ...]) -> bool:
    """Whether it is the same without axes of size 1, `(7, 7)` of (7, 7, 1).

    As many axes are no fewer: `(28, 1, 28)` is not (28, 28, 1).
    """
    if len(text) == len(traced) > 2:
        return False
    left = tuple(size for size in text if size != 1)
    right = tuple(size for size in traced if size != 1)
    return (len(left), len(right)) != (len(text), len(traced)) and _same(left, right, None)


@dataclass(frozen=True, slots=True)
class Difference:
    """How a text differs from a traced shape: the axes (counted from 0), or the rank.

    positions:  which sizes of the text
    doubtful:   it may be no shape at all; if it is one, it is that of another picture
    """

    axes: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()
    rank: bool = False
    doubtful: bool = False


def difference(shape: ShapeText, traced: Shape, variables: Mapping[str, int]) -> Difference | None:
    """Where a text contradicts a traced shape; None if it does not, or not clearly.

    Another rank is a contradiction only where the text shows its batch or says what it is.
    """
    if fits(shape, traced, variables):
        return None
    sizes = meant(shape, variables)
    if shape.plane:
        said, sides = sizes[:2], traced[1:3]
        wrong = [(at + 1, at) for at in range(2) if not _same((said[at],), (sides[at],), None)]
        return Difference(tuple(a for a, _ in wrong), tuple(p for _, p in wrong))
    if ELLIPSIS in sizes:
        return _after_ellipsis(sizes, traced)
    offset = len(traced) - len(sizes)
    if offset not in (0, 1) or (offset == 1 and shape.with_batch):
        sure = shape.with_batch and (_batch_named(shape) or counts(shape))
        # of what is flattened nobody knows the rest: `(None, 100)` of (?, ?, ?)
        known = _all_int(traced[1:]) or len(sizes) > len(traced) == _VECTORS
        return Difference(rank=True) if sure and known else None
    if offset == 0 and not shape.with_batch and type(sizes[0]) is int and not shape.told:
        return None
    wrong = [
        (at + offset, at)
        for at, said in enumerate(sizes)
        if at + offset and said is not None and type(traced[at + offset]) is int
        if said != traced[at + offset]
    ]
    if not wrong:
        return None
    axes = tuple(axis for axis, _ in wrong)
    doubtful = _is_no_map(shape, sizes, traced, axes)
    return Difference(axes, tuple(at for _, at in wrong), doubtful=doubtful)


_VECTORS = 2  # their rank: what a pooling or a Flatten gives, for whatever it is given
_ALIKE = 0.85  # how far apart the sides' proportions of one picture may be: paddings change them


def _is_no_map(
    shape: ShapeText, sizes: tuple[int | str | None, ...], traced: Shape, wrong: tuple[int, ...]
) -> bool:
    """Whether numbers beside a map can hardly be its sizes, so that they may be anything.

    `# (32, 64, 128)` are the filters of three layers, `# 3, 12, 14` are books: nothing says that
    they are a shape, and no two of them are the sides of a picture with these proportions.
    """
    if shape.with_batch or shape.result or len(traced) != 4 or len(wrong) < 2:
        return False
    if len(sizes) not in (3, 4):
        return False
    last = sizes[-3:]
    return not any(
        _same_picture(pair, sides)
        for pair, sides in (
            (last[:2], traced[1:3]),
            (last[1:], traced[1:3]),
            (last[1:], traced[2:]),
        )
    )


def _same_picture(sides: tuple[int | str | None, ...], traced: tuple[object, ...]) -> bool:
    """Whether two numbers can be the sides of a picture that was enlarged, turned, or padded."""
    (one, other), (height, width) = sides, traced
    if type(one) is not int or type(other) is not int:
        return True
    if type(height) is not int or type(width) is not int or not height or not width:
        return True
    if height == width:
        near = abs(one - other) == 1 and min(one, other) >= _ALIKE * max(one, other)
        return near or one == other
    across, down = one * width, other * height
    turned = (one, other) == (width, height)
    return turned or min(across, down) >= _ALIKE * max(across, down)


def _after_ellipsis(sizes: tuple[int | str | None, ...], traced: Shape) -> Difference | None:
    """`(..., 192)`: only the last sizes are judged, of `(14, 14, ...)` the sides of a map."""
    at = sizes.index(ELLIPSIS)
    offset = len(traced) - len(sizes)
    if _is_of_sides(sizes, traced):
        sides = [place for place in (0, 1) if sizes[place] != traced[place + 1]]
        return Difference(tuple(place + 1 for place in sides), tuple(sides))
    if ELLIPSIS in sizes[at + 1 :] or at + offset < 0:
        return None
    wrong = [
        position
        for position in range(at + 1, len(sizes))
        if position + offset and sizes[position] is not None
        if type(traced[position + offset]) is int and traced[position + offset] != sizes[position]
    ]
    if not wrong:
        return None
    return Difference(tuple(position + offset for position in wrong), tuple(wrong))


def _is_of_sides(sizes: tuple[int | str | None, ...], traced: Shape) -> bool:
    """Whether it is `(14, 14, ...)` beside a map whose sides are known."""
    two = len(sizes) == 3 and sizes[2] == ELLIPSIS and len(traced) == 4
    return two and _all_int(sizes[:2]) and _all_int(traced[1:3])


def _all_int(sizes: tuple[object, ...]) -> bool:
    return all(type(size) is int for size in sizes)


def corrected(
    text: str, shape: ShapeText, traced: Shape, wrong: Difference
) -> list[tuple[int, int, str]]:
    """The replacements (start, end, new text) that make the text say the traced shape."""
    if wrong.positions:
        return [
            (shape.dims[at].start, shape.dims[at].end, str(traced[axis]))
            for axis, at in zip(wrong.axes, wrong.positions, strict=True)
        ]
    first = text[shape.dims[0].start : shape.dims[0].end]
    dims = [first, *(str(size) if type(size) is int else "None" for size in traced[1:])]
    inner = shape.separator.join(dims)
    return [(shape.dims[0].start, shape.dims[-1].end, inner)]
