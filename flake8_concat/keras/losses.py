"""keras.losses: what a loss makes of `y_true` and `y_pred`.

A function gives a value for each sample, an instance of a class what is left of them after its
`reduction`. The call of an instance is entered as "keras.losses.MeanSquaredError()".
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flake8_concat.keras.joining import broadcast_shapes, differ, known_dim
from flake8_concat.keras.naming import to_snake_case
from flake8_concat.keras.ops.reading import need_rank, refuse, shape_of
from flake8_concat.keras.ops.table import functions
from flake8_concat.shapes import Lose, Mismatch, Refuse, Shape

Values = Callable[[Shape, Shape], Shape]

REDUCTIONS = ("sum", "sum_over_batch_size", "mean", "mean_with_sample_weight")


def same_rank(a: Shape, b: Shape) -> tuple[Shape, Shape]:
    """Mirrors keras.src.losses.loss.squeeze_or_expand_to_same_rank."""
    if len(a) == len(b) + 1:
        b, a = same_rank(b, a)
    elif len(b) == len(a) + 1 and type(b[-1]) is int and b[-1] == 1:
        return (Shape((*a, 1)), b) if len(a) == 1 else (a, Shape(b[:-1]))
    return a, b


def _entropy(a: Shape, b: Shape) -> Shape:
    """Mirrors keras.ops.binary_crossentropy, which broadcasts nothing."""
    if len(a) != len(b) or any(map(differ, a, b)):
        raise refuse(f"target {a} and output {b} must have the same shape", inputs=(0, 1))
    return Shape(map(known_dim, a[:-1], b[:-1]))


def _mean(a: Shape, b: Shape) -> Shape:
    """The mean over the last axis of an elementwise operation."""
    return Shape(broadcast_shapes(a, b)[:-1])


def _overlap(a: Shape, b: Shape) -> Shape:
    """A number for all samples together."""
    broadcast_shapes(a, b)
    return Shape(())


def _sparse(a: Shape, b: Shape) -> Shape:
    """Mirrors keras.ops.sparse_categorical_crossentropy: indices, and a score for each class."""
    need_rank(b, 1)
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
        "binary_crossentropy binary_focal_crossentropy categorical_crossentropy",
        "BinaryCrossentropy BinaryFocalCrossentropy CategoricalCrossentropy",
    ),
    _mean: (
        (
            "categorical_focal_crossentropy categorical_hinge cosine_similarity hinge huber "
            "kl_divergence kld KLD log_cosh logcosh mean_absolute_error mae MAE "
            "mean_absolute_percentage_error mape MAPE mean_squared_error mse MSE "
            "mean_squared_logarithmic_error msle MSLE poisson squared_hinge"
        ),
        (
            "CategoricalFocalCrossentropy CategoricalHinge CosineSimilarity Hinge Huber "
            "KLDivergence LogCosh MeanAbsoluteError MeanAbsolutePercentageError MeanSquaredError "
            "MeanSquaredLogarithmicError Poisson SquaredHinge"
        ),
    ),
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
        rule(*same_rank(y_true, y_pred))
    except Refuse as refused:
        return refused.mismatch
    return None


def _checked(axis: Any, usual: Any) -> None:
    """Losses along another axis are not followed."""
    if axis != usual:
        raise Lose("a loss along another axis than the usual is not followed")


def _enter(values: Values, names: str, classes: str) -> None:
    usual = None if values is _overlap else -1

    def function(y_true: Any, y_pred: Any, axis: Any) -> Shape:
        _checked(axis, usual)
        a, b = shape_of(y_true), shape_of(y_pred)
        return values(*same_rank(a, b)) if values in (_mean, _overlap) else values(a, b)

    def instance(y_true: Any, y_pred: Any, sample_weight: Any, reduction: Any, axis: Any) -> Shape:
        _checked(axis, usual)
        found = values(*same_rank(shape_of(y_true), shape_of(y_pred)))
        if reduction in REDUCTIONS:
            return Shape(())
        if reduction not in (None, "none") or sample_weight is not None:
            raise Lose("what is left after the reduction is not known")
        return found

    functions(f"y_true, y_pred, axis={usual}, **options", f"keras.losses keras.metrics: {names}")(
        function
    )
    functions(
        "y_true, y_pred, sample_weight=None, reduction='sum_over_batch_size', "
        f"axis={usual}, **options",
        "keras.losses: " + " ".join(f"{name}()" for name in classes.split()),
    )(instance)


for _values, (_names, _classes) in KINDS.items():
    _enter(_values, _names, _classes)
