"""What a comment says of the tensor that goes into a line, where it says what comes out as well."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_concat.diagnostics import Edit, Fix
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.comment_evidence import alike
from flake8_concat.rules.comments import Comment
from flake8_concat.rules.known_sizes import known_sizes
from flake8_concat.rules.lineage import behind_refusal
from flake8_concat.rules.shape_fit import corrected, difference, names_in
from flake8_concat.rules.shape_text import taken_and_given
from flake8_concat.rules.spoken_of import Shapes, results_of
from flake8_concat.shapes import Shape


def taken(shapes: Shapes, comment: Comment) -> Iterator[Finding]:
    """`# input: (None, 64, 64, 3), output: (None, 16, 16, 8)`, where only the first is wrong.

    The output fits, so that the comment is about this very line.
    """
    said = None if comment.own_line else taken_and_given(comment.text)
    if said is None:
        return
    events = shapes.events_at(shapes.layout.at(comment.line), comment.line)
    results = results_of(events)
    made = [tensor for _, tensor in results]
    if not results or not alike(results) or not all(event.certain for event, _ in results):
        return
    event = results[-1][0]
    inputs = [tensor for event in events for tensor in event.inputs]
    sizes = {str(tensor.shape): tensor.shape for tensor in inputs}
    if (
        not shapes.fit(said[1], event, made)
        or len(sizes) != 1
        or behind_refusal(shapes.facts, *made)
    ):
        return
    (shape,) = sizes.values()
    if not isinstance(shape, Shape):
        return
    wrong = difference(said[0], shape, known_sizes(names_in(said[0]), event, shapes.facts))
    if wrong is None:
        return
    text = comment.text
    edits = tuple(
        Edit(comment.range(start, end), new)
        for start, end, new in corrected(text, said[0], shape, wrong)
    )
    yield Finding(
        Place(shapes.facts.source, range=comment.range(said[0].start, said[0].end)),
        f"the comment says {text[said[0].start : said[0].end]} goes in, the code gives {shape}",
        fixes=(Fix("Write the traced shape", edits, safe=True),),
    )
