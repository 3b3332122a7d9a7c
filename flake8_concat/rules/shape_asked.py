"""A comment that asks for the shape: `# shape: ?`."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_concat.diagnostics import Edit, Fix
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.comments import Comment
from flake8_concat.rules.lineage import behind_refusal
from flake8_concat.rules.shape_text import asked
from flake8_concat.rules.spoken_of import Shapes, results_of
from flake8_concat.shapes import Shape


def answer(shapes: Shapes, comment: Comment) -> Iterator[Finding]:
    """`# shape: ?` is asked to be filled in."""
    span = shapes.layout.at(comment.line)
    if comment.own_line:
        span = shapes.layout.next_after(comment.line)
    found = results_of(shapes.events_at(span, None if comment.own_line else comment.line))
    texts = {str(tensor.shape) for _, tensor in found if isinstance(tensor.shape, Shape)}
    at = asked(comment.text)
    if behind_refusal(shapes.facts, *(tensor for _, tensor in found)):
        return
    if (
        len(texts) != 1
        or at is None
        or len(found) != len([t for _, t in found if isinstance(t.shape, Shape)])
    ):
        return
    text = texts.pop()
    edit = Edit(comment.range(*at), text)
    yield Finding(
        Place(shapes.facts.source, range=comment.range(*at)),
        f"the shape here is {text}; --fix writes it",
        fixes=(Fix(f"Write {text}", (edit,), safe=True),),
    )
