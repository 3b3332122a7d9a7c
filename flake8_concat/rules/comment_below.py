"""Whether a comment line says the shape of a statement further down, below a gap."""

from __future__ import annotations

from flake8_concat.rules.comment_scope import following
from flake8_concat.rules.comments import Comment
from flake8_concat.rules.shape_text import ShapeText, shapes_in
from flake8_concat.rules.spoken_of import Shapes, tensors_of
from flake8_concat.shapes import Shape


def on_the_way(shapes: Shapes, comment: Comment) -> bool:
    """Whether the statements below a comment end before the last shape of its chain.

    `# 13,13,256 -> 13,13,128 -> 26,26,128` above a line that gives 13,13,128, where another comment
    stands above the next one: the last shape is that of a line further down.
    """
    links = shapes_in(comment.text)[1:-1]
    below = following(shapes.layout, comment, heading=True) if links else []
    made = [event for span in below for event in shapes.events_at(span)]
    return bool(made) and any(shapes.fit(link, made[-1], tensors_of(made[-1])) for link in links)


def pooled_below(shapes: Shapes, comment: Comment, said: ShapeText) -> bool:
    """Whether a comment says 1 x 1 of what a pooling over the whole map makes flat further down.

    `# 7x7x832 -> 1x1x1024` above the last two blocks, with the pooling after a blank line.
    """
    *sides, channels = (dim.value for dim in said.dims)
    if not sides or any(side != 1 for side in sides):
        return False
    return any(
        isinstance(tensor.shape, Shape) and len(tensor.shape) == 2 and tensor.shape[-1] == channels
        for span in following(shapes.layout, comment, heading=True)
        for event in shapes.events_at(span)
        for tensor in tensors_of(event)
    )
