"""What is reported of a comment whose shape fits nothing that it can speak of."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_concat.diagnostics import Edit, Fix
from flake8_concat.keras.graph import Tensor
from flake8_concat.rules.axes import axis_names, operation_name
from flake8_concat.rules.axis_order import misordered
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.comment_arguments import is_given_its_shape
from flake8_concat.rules.comment_evidence import Agreement, Result, alike, relevant
from flake8_concat.rules.comment_habits import Judged
from flake8_concat.rules.comment_nearest import before_the_arrow, closest, going_in, is_sure
from flake8_concat.rules.comments import Comment
from flake8_concat.rules.lineage import behind_refusal, input_shapes, is_input, looks_channels_first
from flake8_concat.rules.shape_fit import Difference, corrected
from flake8_concat.rules.shape_taken import before_arrow
from flake8_concat.rules.shape_text import ShapeText
from flake8_concat.rules.spoken_of import Shapes
from flake8_concat.shapes import Shape
from flake8_concat.trace.facts import Facts


def around_of(item: Judged) -> int:
    """The statement of what a comment speaks of, by its id; a list of layers is one."""
    made = item.results[-1][0].created or item.results[-1][0].site
    return id(made.statement)


def report(shapes: Shapes, item: Judged, agreement: Agreement, *, alone: bool) -> Iterator[Finding]:
    """The finding of a comment whose shape fits nothing that it can speak of.

    `alone`: no other comment of the statement speaks of what the next call makes of a layer.
    """
    facts, said, results, wrong = shapes.facts, item.said, item.results, item.wrong
    if item.beside:
        return
    if wrong is None:
        yield from _order(facts, item.comment, said, [tensor for _, tensor in results])
        yield from before_arrow(shapes, item)
        return
    results, wrong = closest(facts, item, wrong)
    if wrong.doubtful or is_given_its_shape(results[-1][0]):
        return
    sure = alone and is_sure(facts, item, results, wrong)
    if not _by_name(said, wrong):
        meant = relevant(wrong, results, agreement)
        if meant is None and not (_is_close(item) and agreement.alone(wrong, results)):
            return
        wrong = meant or wrong
    tensors = [tensor for _, tensor in results]
    if behind_refusal(facts, *tensors) or _of_other_format(tensors):
        return
    last = results[-1][0]
    function = last.site.function
    if last.kind != "shape" and (agreement.elsewhere(function) or agreement.wider(function)):
        sure = False  # the others say the sizes of another image: which is this one to say?
    yield _finding(facts, item, results, wrong, sure=sure)


def _of_other_format(tensors: list[Tensor]) -> bool:
    """Whether maps come of images that go in channels first, as Keras is told elsewhere."""
    maps = [
        tensor
        for tensor in tensors
        if (isinstance(tensor.shape, Shape) and len(tensor.shape) > 2)
        or (tensor.node is not None and operation_name(tensor.node) == "Flatten")
    ]
    maps = [
        one
        for one in maps
        if not (one.node is not None and is_input(one.node))  # as it is written
        and any(is_input(node) for node, _ in input_shapes(one))
    ]
    return looks_channels_first(*maps)


def _is_close(item: Judged) -> bool:
    """Whether a comment can only speak of this statement, and not of a part of the model."""
    if not item.comment.own_line:
        return True
    made = [(event.created, event.site) for event, _ in item.results if event.created is not None]
    apart = any(one.statement is not other.statement for one, other in made)
    return item.wrong is not None and not item.wrong.rank and not apart


def _order(
    facts: Facts, comment: Comment, said: ShapeText, tensors: list[Tensor]
) -> Iterator[Finding]:
    """The finding of a comment that gives the axes the names of others."""
    found = [misordered(said, tensor, facts) for tensor in tensors]
    places = found[0]
    if not places or any(other != places for other in found):
        return
    text = comment.text
    words = {at: text[said.dims[at].start : said.dims[at].end] for at in places}
    edits = tuple(
        Edit(comment.range(said.dims[at].start, said.dims[at].end), words[source])
        for at, source in sorted(places.items())
    )
    names = ", ".join(axis_names(tensors[0], facts.image_data_format))
    yield Finding(
        Place(facts.source, range=comment.range(said.start, said.end)),
        f"the comment says {text[said.start : said.end]}, the axes are ({names})",
        fixes=(Fix(f"Reorder {', '.join(words.values())}", edits, safe=True),),
    )


def _by_name(said: ShapeText, wrong: Difference) -> bool:
    """Whether the wrong sizes are names, known for each call: `units` of this very function."""
    values = [said.dims[at].value for at in wrong.positions]
    return bool(values) and all(isinstance(value, str) for value in values)


def _finding(
    facts: Facts, item: Judged, results: list[Result], wrong: Difference, *, sure: bool
) -> Finding:
    """What to say of a comment that differs so from what it speaks of."""
    comment, shape, tensor = item.comment, item.said, results[-1][1]
    text = comment.text[shape.start : shape.end]
    made = any(tensor is one for _, one in item.results)
    taken_in = not made and any(tensor is one for _, one in going_in(item.results))
    gives = "what goes in is" if taken_in else "the code gives"
    axes = _axes(facts, shape, tensor, wrong)
    fixes: tuple[Fix, ...] = ()
    if sure and alike(results) and isinstance(tensor.shape, Shape):
        edits = tuple(
            Edit(comment.range(start, end), new)
            for start, end, new in (
                *before_the_arrow(facts, item, results),
                *corrected(comment.text, shape, tensor.shape, wrong),
            )
        )
        fixes = (Fix("Write the traced shape", edits, safe=True),)
    return Finding(
        Place(facts.source, range=comment.range(shape.start, shape.end)),
        f"the comment says {text}, {gives} {tensor.shape}{axes}",
        fixes=fixes,
    )


def _axes(facts: Facts, said: ShapeText, tensor: Tensor, wrong: Difference) -> str:
    shape = tensor.shape
    if wrong.rank or not isinstance(shape, Shape):
        return f": rank {len(shape)}" if isinstance(shape, Shape) else ""
    names = axis_names(tensor, facts.image_data_format)
    told = []
    for axis, at in zip(wrong.axes, wrong.positions, strict=True):
        name = f" ({names[axis]})" if axis < len(names) else ""
        told.append(f"axis {axis}{name} is {shape[axis]}, not {said.dims[at].value}")
    return ": " + ", ".join(told)
