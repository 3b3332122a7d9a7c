"""Data for a model: that of keras.datasets, and the arrays that functions of keras.utils give."""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.graph import Tensor
from flake8_concat.keras.registry import parse_signature
from flake8_concat.shapes import Lose, Shape
from flake8_concat.trace.library import function
from flake8_concat.trace.library.arrays import content_of, dim_argument, eager
from flake8_concat.trace.library.binding import bound_to, refused
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
def to_categorical(tracer: Any, *args: Any, **kwargs: Any) -> Any:
    """`keras.utils.to_categorical(x, num_classes)`: one axis more; a last one of 1 goes."""
    name = "keras.utils.to_categorical"
    if not tracer.is_keras_3:
        # Keras 2 called it `y`, and took a `dtype`
        kwargs = {"x" if k == "y" else k: v for k, v in kwargs.items() if k != "dtype"}
        args = args[:2]
    bound = bound_to(tracer, name, TO_CATEGORICAL, args, kwargs)
    x, num_classes = bound["x"], bound["num_classes"]
    shape = tuple(_shape_of(tracer, x))
    if len(shape) > 1 and shape[-1] == 1:
        shape = shape[:-1]
    if isinstance(x, Tensor) and x.symbolic:
        raise refused(tracer, name, args, kwargs, "a symbolic tensor has no values yet")
    if type(num_classes) is int and num_classes and not (isinstance(x, Tensor) and x.node):
        try:
            classes = sorted(_flat(content_of(x)))
        except Lose:
            classes = []
        if classes and not -num_classes <= classes[0] <= classes[-1] < num_classes:
            worst = classes[-1] if classes[-1] >= num_classes else classes[0]
            raise refused(
                tracer, name, args, kwargs, f"there is no class {worst} among {num_classes}"
            )
    if not num_classes:
        num_classes = max(_flat(content_of(x)), default=0) + 1
    return eager(Shape((*shape, dim_argument(num_classes))))


def _flat(content: Any) -> list[int]:
    """Whole numbers in nested tuples. Raises Lose for others."""
    if isinstance(content, tuple):
        return [number for item in content for number in _flat(item)]
    if type(content) is int:
        return [content]
    raise Lose("the classes are not known")


@function("keras.utils.normalize")
def normalize(tracer: Any, *args: Any, **kwargs: Any) -> Any:
    """`keras.utils.normalize(x)`: the shape stays, but that a vector of NumPy becomes a row."""
    name = "keras.utils.normalize"
    bound = bound_to(tracer, name, NORMALIZE, args, kwargs)
    x, axis = bound["x"], bound["axis"]
    shape = _shape_of(tracer, x)
    of_numpy = isinstance(x, Tensor) and x.node is None and not x.symbolic
    if of_numpy and len(shape) == 1:
        shape = Shape((1, *shape))
    if type(axis) is not int:
        raise Lose("along several axes")
    if not -len(shape) <= axis < len(shape):
        what = f"axis {axis} is out of range for rank {len(shape)}: {shape}"
        raise refused(tracer, name, args, kwargs, what)
    if isinstance(x, Tensor) and x.symbolic:
        return tracer.derived("normalize", shape, (x,), tracer.site)
    return eager(shape)


TO_CATEGORICAL = parse_signature("x, num_classes=None")
NORMALIZE = parse_signature("x, axis=-1, order=2")
PAD_SEQUENCES = parse_signature(
    "sequences, maxlen=None, dtype='int32', padding='pre', truncating='pre', value=0.0"
)


@function(
    "keras.utils.pad_sequences",
    "keras.preprocessing.sequence.pad_sequences",
    "keras.utils.sequence.pad_sequences",
)
def pad_sequences(tracer: Any, *args: Any, **kwargs: Any) -> Any:
    """`keras.utils.pad_sequences(sequences, maxlen)`, of lists of numbers."""
    name = "keras.utils.pad_sequences"
    bound = bound_to(tracer, name, PAD_SEQUENCES, args, kwargs)
    sequences, maxlen = bound["sequences"], bound["maxlen"]
    for key in ("padding", "truncating"):
        if isinstance(bound[key], str) and bound[key] not in ("pre", "post"):
            what = f"`{key}` must be 'pre' or 'post', is {bound[key]!r}"
            raise refused(tracer, name, args, kwargs, what)
    if isinstance(maxlen, (str, float)) or (type(maxlen) is int and maxlen < 0):
        raise refused(tracer, name, args, kwargs, f"`maxlen` must be a length, is {maxlen!r}")
    if isinstance(sequences, Tensor) and maxlen is not None:
        rows = _shape_of(tracer, sequences)
        if sequences.symbolic or len(rows) not in (1, 2):
            raise Lose("the sequences are not known")
        return eager(Shape((rows[0], dim_argument(maxlen))))
    if not isinstance(sequences, (list, tuple)) or getattr(sequences, "blur", None) is not None:
        raise Lose("the sequences are not known")
    if sequences and all(type(item) in (int, float) for item in sequences):
        raise refused(tracer, name, args, kwargs, "`sequences` must be a list of lists")
    lengths = []
    for item in sequences:
        if not isinstance(item, (list, tuple)) or getattr(item, "blur", None) is not None:
            raise Lose("the sequences are not known")
        if not all(isinstance(number, (int, float)) for number in item):
            raise Lose("the sequences are not of numbers")
        lengths.append(len(item))
    length = max(lengths, default=0) if maxlen is None else dim_argument(maxlen)
    return eager(Shape((len(lengths), length)))
