"""What prepares data for a model: the arrays that functions of keras.utils give."""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.graph import Tensor
from flake8_concat.shapes import Lose, Shape
from flake8_concat.trace.library import function
from flake8_concat.trace.library.arrays import content_of, dim_argument, eager
from flake8_concat.trace.library.numpy import array


def _shape_of(tracer: Any, value: Any) -> Shape:
    """The shape of an array, or of what an array is made of. Raises Lose."""
    given = value if isinstance(value, Tensor) else array(tracer, value)
    if not isinstance(given, Tensor) or not isinstance(given.shape, Shape):
        raise Lose("the shape of the data is not known")
    return given.shape


@function("keras.utils.to_categorical")
def to_categorical(tracer: Any, x: Any, num_classes: Any = None, **options: Any) -> Any:
    """`keras.utils.to_categorical(x, num_classes)`: one axis more; a last one of 1 goes."""
    shape = tuple(_shape_of(tracer, x))
    if len(shape) > 1 and shape[-1] == 1:
        shape = shape[:-1]
    if isinstance(x, Tensor) and x.symbolic:
        raise Lose("the classes of a symbolic tensor")
    if num_classes is None:
        num_classes = _largest(content_of(x)) + 1
    return eager(Shape((*shape, dim_argument(num_classes))))


def _largest(content: Any) -> int:
    """The largest of numbers in nested tuples. Raises Lose."""
    if isinstance(content, tuple) and content:
        return max(map(_largest, content))
    if type(content) is int:
        return content
    raise Lose("the largest class is not known")


@function("keras.utils.normalize")
def normalize(tracer: Any, x: Any, axis: Any = -1, order: Any = 2) -> Any:
    """`keras.utils.normalize(x)`: the shape stays, but that a vector becomes a row."""
    shape = _shape_of(tracer, x)
    return eager(Shape((1, *shape) if len(shape) == 1 else shape))


@function(
    "keras.utils.pad_sequences",
    "keras.preprocessing.sequence.pad_sequences",
    "keras.utils.sequence.pad_sequences",
)
def pad_sequences(
    tracer: Any, sequences: Any, maxlen: Any = None, *args: Any, **options: Any
) -> Any:
    """`keras.utils.pad_sequences(sequences, maxlen)`, of plain lists of numbers."""
    if not isinstance(sequences, (list, tuple)) or getattr(sequences, "blur", None) is not None:
        raise Lose("the sequences are not known")
    lengths = []
    for item in sequences:
        if not isinstance(item, (list, tuple)) or getattr(item, "blur", None) is not None:
            raise Lose("the sequences are not known")
        if not all(isinstance(number, (int, float)) for number in item):
            raise Lose("the sequences are not of numbers")
        lengths.append(len(item))
    length = max(lengths, default=0) if maxlen is None else dim_argument(maxlen)
    return eager(Shape((len(lengths), length)))
