"""Which of the tensors that a comment can speak of differs from it least: that is the one meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from flake8_concat.keras.graph import Tensor, tensors_in
from flake8_concat.rules.comment_evidence import Result, alike
from flake8_concat.rules.comment_habits import Judged
from flake8_concat.rules.comments import Layout
from flake8_concat.rules.describe import code
from flake8_concat.rules.known_sizes import known_sizes
from flake8_concat.rules.shape_fit import Difference, corrected, difference, names_in
from flake8_concat.rules.shape_text import ShapeText, arrows, shapes_in
from flake8_concat.rules.spoken_of import named_first, tensors_of
from flake8_concat.shapes import Shape
from flake8_concat.trace.facts import Event, Facts


def closest(facts: Facts, item: Judged, wrong: Difference) -> tuple[list[Result], Difference]:
    """Of all that a comment above a block can speak of, what differs from it least.

    That may be what goes into the block: `# 35 x 35 x 384` above what makes 1024 channels of 384.
    """
    said, results = item.said, item.results
    groups: dict[int, list[Result]] = {}
    for event in item.others:
        for tensor in tensors_of(event) if event.certain else ():
            if isinstance(tensor.shape, Shape) and not wrong.rank:
                groups.setdefault(id(event.site), []).append((event, tensor))
    above = item.comment.own_line and not said.result and not _ends_above(facts, item)
    given = [*going_in(item.results)] if above else []
    for group in (*groups.values(), *([given] if given else [])):
        there = difference_here(facts, said, *group[-1])
        if there is None or there.rank:
            continue
        if _distance(said, group[-1][1], there) < _distance(said, results[-1][1], wrong):
            results, wrong = group, there
    return results, wrong


def _ends_above(facts: Facts, item: Judged) -> bool:
    """Whether a comment stands below the line that it speaks of: it says what that gave."""
    span = Layout.of(facts.source).span_of(item.results[-1][0].site.statement)
    return span is not None and span.last < item.comment.line


def going_in(results: Iterable[Result]) -> Iterator[Result]:
    """What goes into the evaluations that take one tensor each."""
    for event, _ in results:
        inputs = event.inputs or list(tensors_in((event.args, event.kwargs)))
        if len(inputs) == 1 and isinstance(inputs[0].shape, Shape):
            yield event, inputs[0]


def before_the_arrow(
    facts: Facts, item: Judged, results: list[Result]
) -> list[tuple[int, int, str]]:
    """The replacements of what goes in, where that is wrong too: `# 4x4 -> 8x8` of 7x7.

    Above a block it may be what goes into any of its lines.
    """
    text = item.comment.text
    found = shapes_in(text)
    inputs = [*going_in(results)]
    if len(found) != 2 or arrows(text) != 1 or not inputs or not alike(inputs):
        return []
    event, tensor = inputs[-1]
    sides = [dim.value for dim in found[0].dims if type(dim.value) is int][:2]
    if all(re.search(rf"\b{side}\b", written_in(event)) for side in sides):
        return []  # the kernel: `# 3x3x3 -> 30x30x64`
    wrong = difference_here(facts, found[0], event, tensor)
    spoken = [*item.results, *((other, tensor) for other in item.others)]
    if any(difference_here(facts, found[0], *one) is None for one in going_in(spoken)):
        return []
    if wrong is None or not isinstance(tensor.shape, Shape):
        return []
    return corrected(text, found[0], tensor.shape, wrong)


def written_in(event: Event) -> str:
    """The call, and that which made its layer."""
    created = code(event.created.node) if event.created is not None else ""
    return code(event.site.node) + created


def is_sure(facts: Facts, item: Judged, results: list[Result], wrong: Difference) -> bool:
    """Whether what else a comment can speak of differs more from it: else nobody knows the slip."""
    if named_first(item.comment.text) in results[-1][0].site.targets:
        return True  # `# h1: (None, 64, 64, 32)` above `h1 = …`
    others = [(event, tensor) for event in item.others for tensor in tensors_of(event)]
    if item.said.plane and not item.said.result:
        # Those are as often what goes in: `#24x24` beside a pooling of that.
        others += going_in(item.results)
    for event, tensor in (*item.results[-1:], *others):
        if not isinstance(tensor.shape, Shape) or tensor is results[-1][1]:
            continue
        there = difference_here(facts, item.said, event, tensor)
        if there is None or there.rank or str(tensor.shape) == str(results[-1][1].shape):
            continue
        mine = _distance(item.said, results[-1][1], wrong) if not wrong.rank else (9, 0)
        if mine[0] >= _distance(item.said, tensor, there)[0]:
            return False
    return True


def _distance(said: ShapeText, tensor: Tensor, wrong: Difference) -> tuple[int, int]:
    """In how many axes a tensor differs from what is said, and by how much.

    A size too large on both sides is one slip: of the padding, or of a stride.
    """
    places = zip(wrong.axes, wrong.positions, strict=True)
    sizes = [(said.dims[at].value, tensor.shape[axis]) for axis, at in places]  # type: ignore[index]
    away = [a - b for a, b in sizes if type(a) is int and type(b) is int]
    both_sides = wrong.axes == (1, 2) and len(away) == 2 and away[0] == away[1]
    return len(sizes) - both_sides, sum(map(abs, away))


def difference_here(
    facts: Facts, said: ShapeText, event: Event, tensor: Tensor
) -> Difference | None:
    """How a tensor differs from what is said, as the names in it stand there."""
    known = known_sizes(names_in(said), event, facts)
    return difference(said, tensor.shape, known)  # type: ignore[arg-type]
