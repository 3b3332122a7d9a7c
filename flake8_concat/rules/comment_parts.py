"""The sizes of the parts that a split makes: `box, rest = tf.split(x, (4, 1), axis=-1)  # 8, 1`."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from flake8_concat import late
from flake8_concat.diagnostics import Edit, Fix
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.comments import Layout, Span
from flake8_concat.rules.describe import code, short_code
from flake8_concat.rules.shape_text import LONGEST
from flake8_concat.rules.written_past import called
from flake8_concat.trace.facts import Facts

_SPLITS = late.compiled(r"split\([^#\n]{0,200}\)[ \t]*#+[ \t]*[(\[]?\d")
_SIZES = late.compiled(r"#+\s*[(\[]?\s*(?P<sizes>\w+(?:\s*,\s*\w+)+)\s*[)\]]?[\s.]*")
_SIZE = late.compiled(r"\w+")


def parts(facts: Facts) -> Iterator[Finding]:
    """The comments with as many sizes as the split beside them makes, and one of them another."""
    if not _SPLITS.search(facts.source.text):
        return
    layout = Layout.of(facts.source)
    for comment in layout.comments.values():
        short = not comment.own_line and len(comment.text) <= LONGEST
        said = _SIZES.fullmatch(comment.text) if short else None
        span = layout.at(comment.line) if said is not None else None
        call = _split(span) if span is not None and span.last == comment.line else None
        if said is None or call is None:
            continue
        sizes = _written(call)
        told = list(_SIZE.finditer(comment.text, *said.span("sizes")))
        if len(sizes) != len(told):
            continue
        pairs = [(one, size) for one, size in zip(told, sizes, strict=True) if size is not None]
        wrong = [(one, size) for one, size in pairs if one[0].isdigit() and int(one[0]) != size]
        if len(wrong) == 1 < len(pairs):
            one, size = wrong[0]
            place = comment.range(*said.span("sizes"))
            edit = Edit(comment.range(*one.span()), str(size))
            yield Finding(
                Place(facts.source, range=place),
                f"the comment says {said['sizes']}, {short_code(call)} makes parts of {size}, not "
                f"{one[0]}",
                fixes=(Fix(f"Write {size}", (edit,), safe=True),),
            )


def _split(span: Span) -> cst.Call | None:
    """The split whose parts a statement gives names."""
    part = span.part
    value = part.value if isinstance(part, cst.Assign) else None
    return value if isinstance(value, cst.Call) and called(value) == "split" else None


def _written(call: cst.Call) -> list[int | None]:
    """The sizes of a split's parts as they are written, None for each that is left open.

    Of numpy and `keras.ops` they are where it is cut.
    """
    module = code(call.func).rpartition(".")[0]
    if module not in ("tf", "tensorflow", "K.tf", "tf.compat.v1"):
        return []
    for at, arg in enumerate(call.args):
        named = arg.keyword is not None and arg.keyword.value == "num_or_size_splits"
        if not named and (arg.keyword is not None or at != 1):
            continue
        if isinstance(arg.value, (cst.Tuple, cst.List)):
            values = [element.value for element in arg.value.elements]
            return [v.evaluated_value if isinstance(v, cst.Integer) else None for v in values]
    return []
