"""keras.losses: what a loss makes of `y_true` and `y_pred`.

A function gives a value for each sample, an instance of a class what is left of them after its
`reduction`. The call of an instance is entered as "keras.losses.MeanSquaredError()".
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flake8_concat.keras.joining import axis_index, broadcast_shapes, differ, known_dim
from flake8_concat.keras.naming import to_snake_case
from flake8_concat.keras.ops.in_layers import REFUSED_IN_LAYERS
from flake8_concat.keras.ops.losses import told_by_both
from flake8_concat.keras.ops.reading import need_rank, refuse, shape_of
from flake8_concat.keras.ops.table import full_names, functions, with_values
from flake8_concat.shapes import (
    Lose,
    Mismatch,
    OfKeras3,
    OfNone,
    Refusal,
    Refuse,
    Shape,
    is_none,
)

Values = Callable[[Shape, Shape, Any], Shape]

REDUCTIONS = ("sum", "sum_over_batch_size", "mean", "mean_with_sample_weight")


def same_rank(a: Shape, b: Shape) -> tuple[Shape, Shape]:
    """Mirrors keras.src.losses.loss.squeeze_or_expand_to_same_rank."""
    if len(a) == len(b) + 1:
        b, a = same_rank(b, a)
    elif len(b) == len(a) + 1 and type(b[-1]) is int and b[-1] == 1:
        return (Shape((*a, 1)), b) if len(a) == 1 else (a, Shape(b[:-1]))
    return a, b


def _entropy(a: Shape, b: Shape, axis: int) -> Shape:
    """Mirrors keras.ops.binary_crossentropy, which broadcasts nothing."""
    if len(a) != len(b) or any(map(differ, a, b)):
        raise refuse(f"target {a} and output {b} must have the same shape", inputs=(0, 1))
    return _without(Shape(map(known_dim, a, b)), axis)


def _classes(a: Shape, b: Shape, axis: int) -> Shape:
    """The same of classes; of symbolic tensors the last axis is gone, whatever `axis` says."""
    return _entropy(a, b, -1)


def _mean(a: Shape, b: Shape, axis: int) -> Shape:
    """The mean over an axis of an elementwise operation."""
    return _without(broadcast_shapes(a, b), axis)


def _fitted_mean(a: Shape, b: Shape, axis: int) -> Shape:
    """The same where the function itself fits the ranks, as a class does for all."""
    return _mean(*same_rank(a, b), axis)


def _cosine(a: Shape, b: Shape, axis: int) -> Shape:
    """The same; of numbers too."""
    a, b = same_rank(a, b)
    if not (a or b):
        raise Lose("the similarity of two numbers is not followed")
    return _mean(a, b, axis)


def _without(shape: Shape, axis: int) -> Shape:
    return shape.without(axis_index(axis, len(shape)))


def _overlap(a: Shape, b: Shape, axis: int | None) -> Shape:
    """A number for all samples together, or one along an axis."""
    found = broadcast_shapes(a, b)
    return Shape(()) if axis is None else _without(found, axis)


def _sparse(a: Shape, b: Shape, axis: int) -> Shape:
    """Mirrors keras.ops.sparse_categorical_crossentropy: indices, and a score for each class."""
    need_rank(b, 1)
    if axis not in (-1, len(b) - 1):
        raise Lose("a loss along another axis than the last is not followed")
    if len(a) == len(b) and type(a[-1]) is int and a[-1] == 1:
        a = Shape(a[:-1])
    if len(a) != len(b) - 1 or any(map(differ, a, b)):
        raise refuse(
            f"target {a} and output {b} must have the same shape but for the last axis",
            inputs=(0, 1),
        )
    return Shape(map(known_dim, a, b[:-1]))


# How the values come about: the functions, their other names, and the classes.
KINDS: dict[Values, tuple[str, str]] = {
    _entropy: (
        "binary_crossentropy bce BCE binary_focal_crossentropy",
        "BinaryCrossentropy BinaryFocalCrossentropy",
    ),
    _classes: ("categorical_crossentropy", "CategoricalCrossentropy"),
    _mean: (
        (
            "categorical_focal_crossentropy categorical_hinge hinge kl_divergence kld KLD poisson "
            "squared_hinge"
        ),
        "CategoricalFocalCrossentropy CategoricalHinge Hinge KLDivergence Poisson SquaredHinge",
    ),
    _fitted_mean: (
        (
            "huber log_cosh logcosh mean_absolute_error mae MAE mean_absolute_percentage_error "
            "mape MAPE mean_squared_error mse MSE mean_squared_logarithmic_error msle MSLE"
        ),
        (
            "Huber LogCosh MeanAbsoluteError MeanAbsolutePercentageError MeanSquaredError "
            "MeanSquaredLogarithmicError"
        ),
    ),
    _cosine: ("cosine_similarity", "CosineSimilarity"),
    _overlap: ("dice tversky", "Dice Tversky"),
    _sparse: ("sparse_categorical_crossentropy", "SparseCategoricalCrossentropy"),
}
CLASSES = frozenset(name for _, classes in KINDS.values() for name in classes.split())
# What a word for a loss stands for, and the name of a function or class: the rule behind it.
RULES: dict[str, Values] = {
    name: rule for rule, kind in KINDS.items() for names in kind for name in names.split()
}
SNAKE_CASE = {to_snake_case(name): name for name in CLASSES}


def in_training(name: str, y_true: Shape, y_pred: Shape) -> Mismatch | None:
    """What Keras has against these labels where a model is trained on a loss of that name.

    Mirrors keras.losses.LossFunctionWrapper, which any function is wrapped in there.
    """
    rule = RULES.get(name) or RULES.get(SNAKE_CASE.get(name, ""))
    if rule is None:
        return None
    try:
        rule(*same_rank(y_true, y_pred), None if rule is _overlap else -1)
    except Refuse as refused:
        return refused.mismatch
    return None


# What a function takes beside `y_true` and `y_pred`; all others take nothing.
_LOGITS = "from_logits=False, label_smoothing=0.0, axis=-1"
OPTIONS = {
    _LOGITS: "binary_crossentropy bce BCE categorical_crossentropy",
    f"apply_class_balancing=False, alpha=0.25, gamma=2.0, {_LOGITS}": "binary_focal_crossentropy",
    f"alpha=0.25, gamma=2.0, {_LOGITS}": "categorical_focal_crossentropy",
    "axis=-1": "cosine_similarity",
    "delta=1.0": "huber",
    "from_logits=False, ignore_class=None, axis=-1": "sparse_categorical_crossentropy",
    "axis=None": "dice",
    "alpha=0.5, beta=0.5, axis=None": "tversky",
}
# Where its constructor takes them, the others take a `reduction` and a name behind them.
LAST = ", reduction='sum_over_batch_size', name=None, dtype=None"
CONSTRUCTORS = {
    "SparseCategoricalCrossentropy": (
        "from_logits=False, ignore_class=None, reduction='sum_over_batch_size', axis=-1, "
        "name=None, dtype=None"
    ),
    "Dice": "reduction='sum_over_batch_size', name=None, axis=None, dtype=None",
    "Tversky": (
        "alpha=0.5, beta=0.5, reduction='sum_over_batch_size', name=None, axis=None, dtype=None"
    ),
}


def constructor(name: str) -> str:
    """What the constructor of a class takes."""
    if name in CONSTRUCTORS:
        return CONSTRUCTORS[name]
    return (options_of(to_snake_case(name)) + LAST).removeprefix(", ")


def options_of(name: str) -> str:
    """What a function takes beside `y_true` and `y_pred`."""
    return next((text for text, names in OPTIONS.items() if name in names.split()), "")


SUMMED = ("sum", "none", None)  # reductions that ask for no number of values


class NoneCounted(OfNone, OfKeras3):
    """The refusal to count values of which there are None, which Keras 2 did."""

    __slots__ = ()


def _checked(axis: Any, usual: Any) -> None:
    """Losses along several axes are not followed."""
    if type(axis) is not int and axis != usual:
        raise Lose("a loss along other axes than the usual is not followed")


def _rules(values: Values, usual: int | None) -> tuple[Callable[..., Shape], Callable[..., Shape]]:
    """What a function and an instance of a class make of tensors."""

    def of(a: Shape, b: Shape, axis: Any, left_out: Any) -> Shape:
        _checked(axis, usual)
        try:
            return values(a, b, axis)
        except Refuse:
            if left_out is None:
                raise
            raise Lose("where a class is left out the targets stretch the outputs") from None

    def function(y_true: Any, y_pred: Any, *, axis: Any = usual, ignore_class: Any = None) -> Shape:
        return of(shape_of(y_true), shape_of(y_pred), axis, ignore_class)

    def instance(
        y_true: Any, y_pred: Any, sample_weight: Any, reduction: Any, axis: Any, ignore_class: Any
    ) -> Shape:
        found = of(*same_rank(shape_of(y_true), shape_of(y_pred)), axis, ignore_class)
        if reduction in REDUCTIONS:
            if reduction not in SUMMED and any(map(is_none, found)):
                raise _not_counted(found)
            return Shape(())
        if reduction not in (None, "none") or sample_weight is not None:
            raise Lose("what is left after the reduction is not known")
        return found

    return function, instance


def _not_counted(found: Shape) -> Refuse:
    what = f"a mean of {found} values: how many there are is None"
    remedy = "in the body of a layer they can be counted"
    refused = refuse(what)
    refused.mismatch = NoneCounted(Refusal.WRONG_SHAPE, what, remedy=remedy, recover=Shape(()))
    return refused


def _enter(values: Values, names: str, classes: str) -> None:
    usual = None if values is _overlap else -1
    instances = "keras.losses: " + " ".join(f"{name}()" for name in classes.split())
    rooms = [f"keras.losses keras.metrics: {name}" for name in names.split()]
    if values is not _overlap:  # of which TensorFlow sees in a graph that they are as many
        REFUSED_IN_LAYERS.update(dict.fromkeys(full_names((*rooms, instances)), 0))
    function, instance = _rules(values, usual)
    for name, room in zip(names.split(), rooms, strict=True):
        functions(f"y_true, y_pred, {options_of(name)}", room)(function)
    functions(
        "y_true, y_pred, sample_weight=None, reduction='sum_over_batch_size', "
        f"axis={usual}, ignore_class=None, **options",
        instances,
    )(instance)
    if values is _classes:
        function, instance = _rules(_entropy, usual)
        with_values(*rooms)(function)
        with_values(instances)(instance)


for _values, (_names, _of) in KINDS.items():
    _enter(_values, _names, _of)
for _name in ("binary_accuracy", "sparse_categorical_accuracy"):
    REFUSED_IN_LAYERS[f"keras.metrics.{_name}"] = 0


# -- metrics ----------------------------------------------------------------------------------
@functions("y_true, y_pred, threshold=0.5", "keras.metrics: binary_accuracy")
def binary_accuracy(y_true: Any, y_pred: Any) -> Shape:
    """Whether each is right."""
    return broadcast_shapes(*same_rank(shape_of(y_true), shape_of(y_pred)))


@functions("y_true, y_pred", "keras.metrics: categorical_accuracy")
def categorical_accuracy(y_true: Any, y_pred: Any) -> Shape:
    """Whether the largest of each is at the same place; they may be of different lengths."""
    a, b = shape_of(y_true), shape_of(y_pred)
    if len(a) != len(b) or not b or any(map(differ, a[:-1], b[:-1])):
        raise Lose("targets and outputs of different shapes")
    return Shape(map(known_dim, a[:-1], b[:-1]))


@functions(
    "y_true, y_pred, k=5, from_sorted_ids=False",
    "keras.metrics: sparse_top_k_categorical_accuracy",
)
def sparse_top_k_accuracy(y_true: Any, y_pred: Any) -> Shape:
    """Whether the class of each is among the first; of more axes the samples are in one row."""
    a, b = shape_of(y_true), shape_of(y_pred)
    if len(b) > 2 and any(map(differ, a, b[:-1])):
        raise Lose("as many targets as outputs, whatever their axes")
    return sparse_accuracy(a, b)


@functions("y_true, y_pred", "keras.metrics: sparse_categorical_accuracy")
def sparse_accuracy(y_true: Any, y_pred: Any) -> Shape:
    """Whether the class of each is the right one."""
    a, b = shape_of(y_true), shape_of(y_pred)
    if len(a) != len(b) - 1:
        raise Lose("targets and outputs of different shapes")
    broadcast_shapes(a, Shape(b[:-1]))
    if any(map(differ, a, b)):
        raise Lose("targets and outputs of different shapes")
    return told_by_both(a, Shape(b[:-1]))


@functions("y_true, y_pred, k=5", "keras.metrics: top_k_categorical_accuracy")
def top_k_accuracy(y_true: Any, y_pred: Any) -> Shape:
    """Whether the class of each is among the first."""
    return categorical_accuracy(y_true, y_pred)
