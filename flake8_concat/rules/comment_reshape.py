"""A shape beside a reshape of what is not known: `x = x.reshape(-1, 28, 28, 1)  # 28x56x1`.

Or above one to a square, whose side is one name: `# as (28, 56, 1)` above
`np.reshape(x, [-1, image_size, image_size, 1])`.
"""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from flake8_concat import late
from flake8_concat.diagnostics import Edit, Fix
from flake8_concat.rules import describe
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.comments import Comment, Layout, Span
from flake8_concat.rules.shape_text import DimText, ShapeText, shapes_in
from flake8_concat.trace.source import Source

_LEAST = 2  # sizes that a comment has in common with the new shape


def reshaped(
    source: Source, span: Span | None, comment: Comment, said: ShapeText
) -> Iterator[Finding]:
    """The finding of a comment that has one other number than the shape written beside it."""
    call = _outermost(span) if span is not None and not comment.own_line else None
    target = _target(call) if call is not None else None
    if call is None or target is None or source.range_of(call).end_line != comment.line:
        return
    dims = said.dims[1:] if said.with_batch else said.dims
    for sizes in (target, target[1:]):
        wrong = _one_other(dims, sizes) if len(sizes) == len(dims) else None
        if wrong is not None:
            dim, size = wrong
            edit = Edit(comment.range(dim.start, dim.end), str(size))
            yield Finding(
                Place(source, range=comment.range(said.start, said.end)),
                f"the comment says {comment.text[said.start : said.end]}, "
                f"{describe.short_code(call)} makes {size} of its {dim.value}",
                fixes=(Fix(f"Write {size}", (edit,), safe=True),),
            )


_PAIR = late.compiled(r"\d[ ]*[,x×][ ]*\d")
_NEAR = 3  # statements below a comment that it may speak of
_SIDES = 2


def squared(source: Source, layout: Layout, comment: Comment) -> Iterator[Finding]:
    """The finding of a comment whose two sides differ, at a reshape that makes them equal."""
    shapes = shapes_in(comment.text) if _PAIR.search(comment.text) else ()
    if len(shapes) != 1:
        return
    said = shapes[0]
    span = layout.next_after(comment.line) if comment.own_line else layout.at(comment.line)
    for _ in range(_NEAR if comment.own_line else 1):
        call = _outermost(span) if span is not None else None
        sizes = _sizes(call) if call is not None else []
        dims = said.dims[1:] if said.with_batch else said.dims
        if len(sizes) == len(dims) + 1:
            sizes = sizes[1:]
        fits = len(sizes) == len(dims) > _SIDES
        if call is not None and fits and _is_no_square(dims, sizes):
            yield Finding(
                Place(source, range=comment.range(said.start, said.end)),
                f"the comment says {comment.text[said.start : said.end]}, "
                f"{describe.short_code(call)} makes both sides {sizes[0]}",
            )
        if sizes or span is None or comment.line in (span.last, 0):
            return
        span = layout.at(span.last + 1)  # no blank line lies between


def _is_no_square(dims: tuple[DimText, ...], sizes: list[str]) -> bool:
    """Whether two numbers differ that one name stands for, and all others are the same."""
    one, other = sizes[:_SIDES]
    sides = [dim.value for dim in dims[:_SIDES]]
    rest = [str(dim.value) for dim in dims[_SIDES:]]
    named = one == other and one.replace(".", "_").isidentifier()
    both = all(type(side) is int for side in sides) and sides[0] != sides[1]
    return named and both and bool(rest) and rest == sizes[_SIDES:]


def _one_other(dims: tuple[DimText, ...], sizes: list[int]) -> tuple[DimText, int] | None:
    """The one size that a comment has otherwise, None if it has more of them or fits."""
    pairs = list(zip(dims, sizes, strict=True))
    wrong = [(dim, size) for dim, size in pairs if dim.value != size]
    if len(wrong) != 1 or len(pairs) <= _LEAST or type(wrong[0][0].value) is not int:
        return None
    return wrong[0] if wrong[0][1] > 1 else None


def _outermost(span: Span) -> cst.Call | None:
    """The call whose value a statement of one line assigns."""
    parts = span.node.body if isinstance(span.node, cst.SimpleStatementLine) else ()
    value = parts[0].value if len(parts) == 1 and isinstance(parts[0], cst.Assign) else None
    return value if isinstance(value, cst.Call) else None


def _target(call: cst.Call) -> list[int] | None:
    """The numbers of the shape that a reshape makes, None if they are not all written there."""
    sizes = _sizes(call)
    if not sizes or not all(size.lstrip("-").isdigit() for size in sizes):
        return None
    return [int(size) for size in sizes]


def _sizes(call: cst.Call) -> list[str]:
    """The sizes of the shape that a reshape makes as they are written, [] for other calls."""
    func = call.func
    if not isinstance(func, cst.Attribute) or func.attr.value != "reshape":
        return []
    given = [arg.value for arg in call.args if arg.keyword is None and not arg.star]
    if len(given) != len(call.args):
        return []
    written = [one for one in given if isinstance(one, (cst.Tuple, cst.List))]
    if written:
        given = [element.value for element in written[0].elements]
    return [describe.code(one) for one in given] if len(written) < _SIDES else []
