"""The comment that has the channels at the other end: `# (None, 1, 256, 256)` of (256, 256, 1).

People who come from another library write a whole file so. Where no other format is spoken of in a
file and nothing turns its maps, and the comment is alone with that, it is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeGuard

from flake8_concat.diagnostics import Edit, Fix
from flake8_concat.rules.axes import operation_name
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.comment_habits import Judged
from flake8_concat.rules.known_sizes import known_sizes
from flake8_concat.rules.lineage import behind_refusal, looks_channels_first
from flake8_concat.rules.other_format import OtherFormat
from flake8_concat.rules.shape_fit import Difference, corrected, fits, names_in
from flake8_concat.rules.spoken_of import Shapes, tensors_of
from flake8_concat.shapes import Shape
from flake8_concat.trace.facts import Facts

_OTHER_LIBRARIES = ("torch", "theano", "Theano", "THEANO", "mxnet", "chainer")
_SIDES_AND_CHANNELS = 3
_USUAL = 2  # comments in the order of the code, for each one in the other


def moved(shapes: Shapes, judged: Iterable[Judged]) -> Iterator[Finding]:
    """The findings of those comments."""
    usual, odd = 0, []
    for item in judged:
        if item.wrong is None and not item.beside:
            if not _is_counted(item):
                continue
            if _fits(shapes, item):
                usual += 1
            else:
                odd.append(item)
    if not odd or len(odd) * _USUAL > max(usual, _USUAL):
        return
    if _has_other_orders(shapes.facts):
        return
    for item in odd:
        if usual or item.said.with_batch:
            yield from _finding(shapes, item)


def _has_other_orders(facts: Facts) -> bool:
    """Whether a file speaks of another order of the axes, or gives one to a tensor."""
    text = facts.source.text
    if facts.source.view(OtherFormat).anywhere or any(word in text for word in _OTHER_LIBRARIES):
        return True
    made = (tensor for event in facts.events for tensor in tensors_of(event))
    return any(
        tensor.node is not None and operation_name(tensor.node) == "Permute" for tensor in made
    )


def _is_counted(item: Judged) -> bool:
    """Whether it says all three sizes of a map by their numbers, at the end of its line."""
    said = item.said
    sizes = [dim.value for dim in said.dims[1 if said.with_batch else 0 :]]
    return (
        not item.comment.own_line
        and not said.plane
        and len(sizes) == _SIDES_AND_CHANNELS
        and all(type(size) is int for size in sizes)
    )


def _fits(shapes: Shapes, item: Judged) -> bool:
    """Whether one of the tensors has the sizes in that order, or may have them."""
    for event, tensor in item.results:
        known = known_sizes(names_in(item.said), event, shapes.facts)
        shape = tensor.shape
        if not _is_map(shape) or fits(item.said, shape, known, turned=False):
            return True
    return False


def _is_map(shape: object) -> TypeGuard[Shape]:
    """Whether it is that of a map of channels last, with as many of these as a number says."""
    return (
        isinstance(shape, Shape)
        and len(shape) == _SIDES_AND_CHANNELS + 1
        and type(shape[-1]) is int
    )


def _finding(shapes: Shapes, item: Judged) -> Iterator[Finding]:
    comment, said = item.comment, item.said
    tensors = [tensor for _, tensor in item.results]
    shape = tensors[-1].shape
    if not _is_map(shape) or looks_channels_first(*tensors):
        return
    if behind_refusal(shapes.facts, *tensors):
        return
    text = comment.text
    offset = len(shape) - len(said.dims)
    at = tuple(
        n
        for n in range(1 - offset, len(said.dims))
        if type(shape[n + offset]) is int and said.dims[n].value != shape[n + offset]
    )
    wrong = Difference(tuple(n + offset for n in at), at)
    edits = tuple(
        Edit(comment.range(start, end), new)
        for start, end, new in corrected(text, said, shape, wrong)
    )
    yield Finding(
        Place(shapes.facts.source, range=comment.range(said.start, said.end)),
        f"the comment says {text[said.start : said.end]}, the code gives {shape}: the channels are "
        "its last axis",
        fixes=(Fix("Write the traced shape", edits, safe=True),),
    )
