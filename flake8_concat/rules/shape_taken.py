"""What a comment says of the tensor that goes into a line, where it says what comes out as well."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from flake8_concat.diagnostics import Edit, Fix
from flake8_concat.keras.graph import Tensor
from flake8_concat.rules.axes import past
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.comment_evidence import alike
from flake8_concat.rules.comment_habits import Judged
from flake8_concat.rules.comment_nearest import going_in
from flake8_concat.rules.comments import Comment
from flake8_concat.rules.known_sizes import known_sizes
from flake8_concat.rules.lineage import behind_refusal
from flake8_concat.rules.shape_fit import corrected, difference, names_in
from flake8_concat.rules.shape_text import arrows, shapes_in, taken_and_given
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


_BACK = 12  # steps from what goes in: a padding before it, the layers of a block


def before_arrow(shapes: Shapes, item: Judged) -> Iterator[Finding]:
    """`# 150,300,64 -> 150,150,256`, where the second fits, and one number of the first does not.

    Above a block the first may be what goes into any of its lines, and into those before.
    """
    text = item.comment.text
    found = shapes_in(text) if arrows(text) == 1 else ()
    if len(found) != 2 or item.said.start != found[1].start or found[0].plane:
        return
    facts, said = shapes.facts, found[0]
    results = item.results
    if not alike(results) or not _all_numbers(results[-1][1]) or len(said.dims) < _SIZES:
        return
    inputs = [tensor for _, tensor in going_in(results)]
    span = shapes.layout.next_after(item.comment.line) if item.comment.own_line else None
    inputs += [tensor for event in shapes.events_at(span) for tensor in event.inputs]
    outputs = [node.outputs for tensor in inputs for node in islice(past(tensor), _BACK)]
    maps = [one for one in (*inputs, *outputs) if isinstance(one, Tensor) and _all_numbers(one)]
    known = known_sizes(names_in(said), results[-1][0], facts)
    wrong = [(one.shape, difference(said, one.shape, known)) for one in maps]  # type: ignore[arg-type]
    if any(one is None for _, one in wrong) or behind_refusal(facts, results[-1][1]):
        return
    near = [(shape, one) for shape, one in wrong if one and not one.rank and len(one.axes) == 1]
    if not near:
        return
    shape, slip = near[0]
    assert isinstance(shape, Shape)
    edits = tuple(
        Edit(item.comment.range(start, end), new)
        for start, end, new in corrected(text, said, shape, slip)
    )
    yield Finding(
        Place(facts.source, range=item.comment.range(said.start, said.end)),
        f"the comment says {text[said.start : said.end]} goes in, the code gives {shape}",
        fixes=(Fix("Write the traced shape", edits, safe=True),),
    )


_SIZES = 3  # of a map without its batch


def _all_numbers(tensor: Tensor) -> bool:
    shape = tensor.shape
    return isinstance(shape, Shape) and all(type(size) is int for size in shape[1:])
