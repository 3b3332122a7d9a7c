"""What a comment above a model says of the shape of its input.

`# turns an input of shape (28, 28, 1) into a decision` above `Model(image, x)`.
"""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from flake8_concat import late
from flake8_concat.keras.graph import Tensor
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.comments import Layout, Span
from flake8_concat.rules.shape_text import LONGEST
from flake8_concat.rules.written_past import called
from flake8_concat.shapes import Shape
from flake8_concat.trace.facts import Facts

_SIZES = r"[(\[]\s*(?P<{}>\d+(?:\s*,\s*\d+)+)\s*[)\]]"
_TAKES = late.compiled(
    rf"\binputs?\s+(?:images?\s+|maps?\s+)?(?:of|with|has|have)\s+(?:the\s+|a\s+)?shapes?\s+(?:of\s+)?{_SIZES.format('of')}"
    rf"|{_SIZES.format('a')}(?:\s+inputs?\b|\s*的输入)"
)

_DOUBT = late.compiled(
    r"\b(?:would|could|should|if|e\.?g|instead|original\w*|was|not)\b|n't|\bor\s+[(\[\d]"
)
_WORDS = ("input", "输入")


def inputs_of_models(facts: Facts) -> Iterator[Finding]:
    """The comments above a model that is made of one Input, where one size is another."""
    if "Model(" not in facts.source.text:
        return
    layout = Layout.of(facts.source)
    for comment in layout.comments.values():
        about = comment.own_line and any(word in comment.text for word in _WORDS)
        about = about and len(comment.text) <= LONGEST and not _DOUBT.search(comment.text)
        said = _TAKES.search(comment.text) if about else None
        span = layout.next_after(comment.line) if said is not None else None
        name = _input_of(span) if span is not None and span.first == comment.line + 1 else None
        if said is None or name is None:
            continue
        which = "of" if said["of"] else "a"
        sizes = [int(size) for size in said[which].split(",")]
        shapes = {
            str(one.value.shape): one.value.shape
            for one in facts.assignments
            if one.name == name and isinstance(one.value, Tensor)
        }
        shape = shapes.popitem()[1] if len(shapes) == 1 else None
        if not isinstance(shape, Shape) or len(shape) != len(sizes) + 1:
            continue
        if any(type(size) is not int for size in shape[1:]):
            continue
        if sum(a != b for a, b in zip(sizes, shape[1:], strict=True)) == 1:
            start, end = said.span(which)
            yield Finding(
                Place(facts.source, range=comment.range(start - 1, end + 1)),
                f"the comment says that ({said[which]}) goes in, the code gives {shape}",
            )


def _input_of(span: Span) -> str | None:
    """The name of the one tensor that a model is made of on a line: `Model(image, x)`."""
    part = span.part
    value = part.value if isinstance(part, (cst.Assign, cst.Return)) else None
    if not isinstance(value, cst.Call) or called(value) != "Model":
        return None
    for at, arg in enumerate(value.args):
        named = arg.keyword.value if arg.keyword is not None else None
        if named in ("inputs", "input") or (named is None and at == 0):
            return arg.value.value if isinstance(arg.value, cst.Name) else None
    return None
