"""Shapes beside a Flatten: `x = layers.Flatten()(x)  # 3136`, the sides of a map above it.

Vectors by their length: `x = layers.Dense(128)(x)  # 128-dimensional vector`. And
pairs beside convolutions of sequences: `x = layers.Conv1D(64, 3)(x)  # (128, 64)`.
"""

from __future__ import annotations

import re
from math import prod

from flake8_concat import late
from flake8_concat.rules.comment_evidence import Result
from flake8_concat.rules.comments import Comment
from flake8_concat.rules.lineage import is_map_layer
from flake8_concat.rules.shape_text import DimText, ShapeText
from flake8_concat.rules.spoken_of import Shapes, results_of
from flake8_concat.shapes import Shape

_NUMBER = late.compiled(
    r"#+\s*(?:(?:-{1,2}|=)>|=)?\s*(?P<size>\d{3,7})"
    r"(?:[ -](?:units|features|neurons|values|dim))?\s*"
)
_VECTOR = late.compiled(
    r"#+\s*(?:(?:-{1,2}|=)>\s*)?(?:an?\s+)?(?P<size>\d{2,7})[ -]?"
    r"(?:d|dims?|dimensional|dimensions)(?:\s+(?:feature|latent|output|embedding)s?)?"
    r"(?:\s+(?:vectors?|embeddings?|features?|representation))?[\s.]*",
    re.IGNORECASE,
)
_SIDES = 3  # and channels: a map
_VECTORS = 2  # with the batch
_STEPS = 16  # at least, else it may be a kernel
_LEAST = 200  # smaller ones may count the layers


def flat_size(shapes: Shapes, comment: Comment) -> ShapeText | None:
    """The size that a comment with one number says of the vector that is made on its line.

    A bare number is one only beside a Flatten.
    """
    if comment.own_line:
        return None
    vector = _VECTOR.fullmatch(comment.text)
    match = vector or _NUMBER.fullmatch(comment.text)
    if match is None or (vector is None and int(match["size"]) < _LEAST):
        return None
    made = results_of(shapes.events_at(shapes.layout.at(comment.line), comment.line))
    flat = bool(made) and all(
        (event.callee.endswith(".Flatten") or vector is not None)
        and isinstance(tensor.shape, Shape)
        and len(tensor.shape) == _VECTORS
        and type(tensor.shape[-1]) is int
        for event, tensor in made
    )
    size = DimText(int(match["size"]), *match.span("size"))
    return ShapeText((size,), *match.span("size"), ", ", told=True, result=True) if flat else None


def flat_product(shapes: Shapes, comment: Comment, said: ShapeText | None) -> ShapeText | None:
    """`# 3*3*96` beside a Flatten of (4, 4, 96), as one number: how many the vector has.

    None where it is the map that goes in, or no product.
    """
    if said is None or comment.own_line or said.with_batch or "*" not in said.separator:
        return None
    sizes = [dim.value for dim in said.dims]
    numbers = [size for size in sizes if type(size) is int]
    results = results_of(shapes.events_at(shapes.layout.at(comment.line), comment.line))
    if len(numbers) < len(sizes) or not results or what_is_flattened(said, results) is not results:
        return None
    for event, tensor in results:
        flat = event.callee.endswith(".Flatten") and isinstance(tensor.shape, Shape)
        if not flat or type(tensor.shape[-1]) is not int:  # type: ignore[index]
            return None
    size = DimText(prod(numbers), said.dims[0].start, said.dims[-1].end)
    return ShapeText((size,), said.start, said.end, ", ", told=True, result=True)


def what_is_flattened(said: ShapeText, results: list[Result]) -> list[Result]:
    """The map that goes into a Flatten, where a shape has as many numbers: it speaks of that.

    Not one with its batch, which counts the axes of what comes out.
    """
    found = []
    for event, tensor in results:
        given = event.inputs[0] if len(event.inputs) == 1 else None
        flat = event.callee.endswith(".Flatten") and isinstance(tensor.shape, Shape)
        if not flat or given is None or not isinstance(given.shape, Shape) or said.with_batch:
            return results
        sizes = [dim.value for dim in said.dims]
        numbers = [size for size in sizes if type(size) is int]
        if len(numbers) < len(sizes) or len(sizes) != len(given.shape) - 1 or len(sizes) < _SIDES:
            return results
        if prod(numbers) != tensor.shape[-1]:  # type: ignore[index]
            return results
        found.append((event, given))
    return found


def is_of_sequence(said: ShapeText, results: list[Result]) -> bool:
    """Whether two sizes can only be the steps and features of a sequence: one of them fits."""
    steps, features = (dim.value for dim in said.dims)
    for event, tensor in results:
        shape, node = tensor.shape, tensor.node
        if not isinstance(shape, Shape) or len(shape) != _SIDES or node is None:
            return False
        if event.kind != "call" or not is_map_layer(node):
            return False
        if (steps == shape[1]) == (features == shape[2]) or type(steps) is not int:
            return False
    return bool(results) and type(steps) is int and steps >= _STEPS
