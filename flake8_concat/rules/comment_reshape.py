"""A shape beside a reshape of what is not known: `x = x.reshape(-1, 28, 28, 1)  # 28x56x1`."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from flake8_concat.diagnostics import Edit, Fix
from flake8_concat.rules import describe
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.comments import Comment, Span
from flake8_concat.rules.shape_text import DimText, ShapeText
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
    func = call.func
    if not isinstance(func, cst.Attribute) or func.attr.value != "reshape":
        return None
    given = [arg.value for arg in call.args if arg.keyword is None and not arg.star]
    if len(given) != len(call.args):
        return None
    written = [one for one in given if isinstance(one, (cst.Tuple, cst.List))]
    if written:
        given = [element.value for element in written[0].elements]
    sizes = [describe.code(one) for one in given]
    if len(written) > 1 or not all(size.lstrip("-").isdigit() for size in sizes):
        return None
    return [int(size) for size in sizes]
