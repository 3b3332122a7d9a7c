"""One number beside a Flatten: `x = layers.Flatten()(x)  # 3136`."""

from __future__ import annotations

from flake8_concat import late
from flake8_concat.rules.comments import Comment
from flake8_concat.rules.shape_text import DimText, ShapeText
from flake8_concat.rules.spoken_of import Shapes, results_of
from flake8_concat.shapes import Shape

_NUMBER = late.compiled(
    r"#+\s*(?:(?:-{1,2}|=)>|=)?\s*(?P<size>\d{3,7})"
    r"(?:[ -](?:units|features|neurons|values|dim))?\s*"
)
_LEAST = 200  # smaller ones may count the layers


def flat_size(shapes: Shapes, comment: Comment) -> ShapeText | None:
    """The size that a comment with one number says of what is flattened on its line."""
    match = None if comment.own_line else _NUMBER.fullmatch(comment.text)
    if match is None or int(match["size"]) < _LEAST:
        return None
    made = results_of(shapes.events_at(shapes.layout.at(comment.line), comment.line))
    flat = bool(made) and all(
        event.callee.endswith(".Flatten")
        and isinstance(tensor.shape, Shape)
        and type(tensor.shape[-1]) is int
        for event, tensor in made
    )
    size = DimText(int(match["size"]), *match.span("size"))
    return ShapeText((size,), *match.span("size"), ", ", told=True, result=True) if flat else None
