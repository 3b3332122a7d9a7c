"""Data for a model: that of keras.datasets, and the arrays that functions of keras.utils give."""

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


# By module the shapes of the arrays for training and for testing, as its docstring says them: of
# pictures, rows or texts, and of their labels. Texts are lists of any length.
DATASETS = {
    **dict.fromkeys(
        ("mnist", "fashion_mnist"),
        (((60000, 28, 28), (60000,)), ((10000, 28, 28), (10000,))),
    ),
    **dict.fromkeys(
        ("cifar10", "cifar100"),
        (((50000, 32, 32, 3), (50000, 1)), ((10000, 32, 32, 3), (10000, 1))),
    ),
    "boston_housing": (((404, 13), (404,)), ((102, 13), (102,))),
    "imdb": (((25000,), (25000,)), ((25000,), (25000,))),
}
# Arguments that change no shape.
HARMLESS = frozenset(
    {"path", "num_words", "skip_top", "start_char", "oov_char", "index_from", "seed", "label_mode"}
)


def _loader(pairs: Any) -> Any:
    """`keras.datasets.<name>.load_data()`: two pairs of arrays."""

    def load_data(tracer: Any, *args: Any, **options: Any) -> Any:
        if len(args) > 1 or not HARMLESS.issuperset(options):  # by position stands the path
            raise Lose("a part of the data")
        last = tracer.facts.image_data_format == "channels_last"
        return tuple(tuple(eager(_turned(shape, last)) for shape in pair) for pair in pairs)

    return load_data


def _turned(shape: tuple[int, ...], last: bool) -> Shape:
    """The shape of coloured pictures in the data format that is set."""
    return Shape(shape if last or len(shape) < 4 else (shape[0], shape[3], *shape[1:3]))


for _name, _pairs in DATASETS.items():
    function(f"keras.datasets.{_name}.load_data")(_loader(_pairs))


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
    """`keras.utils.pad_sequences(sequences, maxlen)`, of lists of numbers."""
    if isinstance(sequences, Tensor) and maxlen is not None:
        rows = _shape_of(tracer, sequences)
        if sequences.symbolic or len(rows) != 1:
            raise Lose("the sequences are not known")
        return eager(Shape((rows[0], dim_argument(maxlen))))
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
