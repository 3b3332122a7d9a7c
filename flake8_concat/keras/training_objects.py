"""Optimizers, metrics, callbacks and their like, and functions beside them: what they do not take.

`Adam(learning_rat=0.1)`, `MeanIoU()`, `ReduceLROnPlateau(factor=2)`. The small programs of
tests/oracle/programs/made_for_training.py hold it against Keras.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from flake8_concat.keras.arguments import shown
from flake8_concat.keras.habits import meant
from flake8_concat.keras.registry import BadCall, Signature, misuse_of, parse_signature
from flake8_concat.keras.signatures.objects import OBJECTS
from flake8_concat.shapes import Mismatch, Refusal, Shape

# Other names of theirs, which most code goes by.
CALLED = {
    "backend.set_floatx": "config.set_floatx",
    "backend.set_image_data_format": "config.set_image_data_format",
    "regularizers.l1": "regularizers.L1",
    "regularizers.l1_l2": "regularizers.L1L2",
    "regularizers.l2": "regularizers.L2",
}
ROOMS = frozenset(f"keras.{name.rpartition('.')[0]}" for name in (*OBJECTS, *CALLED))
# What older Keras took besides, wherever it stood.
OLD = frozenset(
    """
    argument_validation batch_size count_mode decay dtype embeddings_data
    embeddings_layer_names epsilon gradient_accumulation_steps headers init_from_thresholds
    initial_lr input_dim is_legacy_optimizer jit_compile l learning_rate lr m model options
    period schedule_decay stateful_metrics thresholds write_batch_performance write_grads
    """.split()
)

# What never had other keywords than these.
NEVER_OTHERS = ("keras.constraints.", "keras.metrics.", "keras.regularizers.")


@cache
def object_signature(name: str) -> Signature | None:
    """The signature of such a class by its name in Keras, None for all else."""
    text = OBJECTS.get(_short(name))
    return None if text is None else parse_signature(text)


def _short(name: str) -> str:
    """The name in the tables."""
    short = name.removeprefix("keras.")
    return CALLED.get(short, short)


def refused_object(
    name: str, args: tuple[Any, ...], kwargs: Mapping[str, Any], *, of_keras_3: bool
) -> Mismatch | None:
    """The refusal of the arguments of such a class, None if it takes them.

    A keyword that it does not have is told if it is nearly one that it has, or if the file is for
    Keras 3: before that some had others.
    """
    signature = object_signature(name)
    if signature is None:
        return None
    if name.startswith("keras.optimizers."):  # they warn of it
        kwargs = {key: value for key, value in kwargs.items() if key != "decay"}
    try:
        bound = signature.bind(args, kwargs)
    except BadCall as problem:
        if problem.missing is not None or problem.twice or of_keras_3:
            return misuse_of(problem)
        wrong = problem.unexpected
        if wrong is None or wrong in OLD:
            return None
        sure = name.startswith(NEVER_OTHERS) or meant(wrong, signature.names) is not None
        return misuse_of(problem) if sure else None
    short = _short(name)
    for parameter, value in bound.items():
        rows = (VALUES.get((owner, parameter)) for owner in (short, short.partition(".")[0]))
        refuses, what = next(filter(None, rows), NEVER)
        if refuses(value):
            return Mismatch(Refusal.WRONG_SHAPE, f"`{parameter}` must be {what}, is {shown(value)}")
    return _only_now(short, bound) if of_keras_3 else None


def _only_now(short: str, bound: Mapping[str, Any]) -> Mismatch | None:
    """The refusal of values that only Keras before 3 took."""
    if short.startswith("optimizers.") and type(bound.get("learning_rate")) is int:
        rate = bound["learning_rate"]
        text = f"`learning_rate` must be a float, is {rate}"
        return Mismatch(Refusal.WRONG_SHAPE, text, remedy=f"{rate}.0 is one")
    path = bound.get("filepath")
    if short != "callbacks.ModelCheckpoint" or not isinstance(path, str):
        return None
    alone = bound.get("save_weights_only")
    if not isinstance(alone, bool):
        return None
    ends = (".weights.h5",) if alone else (".keras", ".h5")
    if path.endswith(ends):
        return None
    return Mismatch(Refusal.WRONG_SHAPE, f"`filepath` must end in {ends[0]}, is {path!r}")


Refuses = Callable[[Any], bool]
Row = tuple[Refuses, str]
NEVER: Row = (lambda _value: False, "")


def _of_words(*words: Any) -> Row:
    """For what takes a few words alone, or None where that is among them."""
    others = ", ".join(repr(word) for word in words)

    def refuses(value: Any) -> bool:
        return isinstance(value, (str, int, float)) and value not in words

    return refuses, f"one of {others}"


def _outside(low: float, high: float) -> Refuses:
    """For numbers in a range; a word is none."""

    def refuses(value: Any) -> bool:
        if isinstance(value, bool):
            return False
        return isinstance(value, str) or (
            isinstance(value, (int, float)) and not low <= value <= high
        )

    return refuses


def _no_rate(value: Any) -> bool:
    plain = isinstance(value, (list, tuple)) and not isinstance(value, Shape)
    return value is None or isinstance(value, str) or plain


def _not_above(bound: int) -> Refuses:
    return lambda value: type(value) is int and value <= bound


# By class and parameter, or the module of many classes and parameter: whether a value is refused,
# and what it must be.
VALUES: dict[tuple[str, str], Row] = {
    ("optimizers", "learning_rate"): (_no_rate, "a float, a schedule or a function"),
    ("optimizers.SGD", "momentum"): (_outside(0, 1), "between 0 and 1"),
    ("metrics.AUC", "curve"): _of_words("ROC", "PR", "PRGAIN", "roc", "pr", "prgain"),
    ("metrics.AUC", "summation_method"): _of_words(
        "interpolation", "majoring", "minoring", "Interpolation", "Majoring", "Minoring"
    ),
    ("metrics.AUC", "num_thresholds"): (_not_above(1), "an integer above 1"),
    ("metrics.Precision", "thresholds"): (_outside(0, 1), "between 0 and 1"),
    ("metrics.Recall", "thresholds"): (_outside(0, 1), "between 0 and 1"),
    ("metrics.F1Score", "average"): _of_words(None, "micro", "macro", "weighted"),
    ("metrics.FBetaScore", "average"): _of_words(None, "micro", "macro", "weighted"),
    ("metrics.MeanIoU", "num_classes"): (_not_above(0), "an integer above 0"),
    ("callbacks.ReduceLROnPlateau", "factor"): (
        lambda value: isinstance(value, str) or (isinstance(value, (int, float)) and value >= 1),
        "below 1",
    ),
    ("callbacks.ModelCheckpoint", "save_freq"): (
        lambda value: isinstance(value, (str, float)) and value != "epoch",
        "'epoch' or an integer",
    ),
    ("callbacks.ModelCheckpoint", "filepath"): (
        lambda value: isinstance(value, (int, float)), "a path"
    ),
    ("config.set_floatx", "value"): _of_words("float16", "float32", "float64", "bfloat16"),
    ("config.set_image_data_format", "data_format"): _of_words("channels_last", "channels_first"),
    ("metrics.F1Score", "threshold"): (lambda value: type(value) is int, "a float"),
    ("metrics.IoU", "target_class_ids"): (lambda value: type(value) is int, "a list"),
    ("utils.set_random_seed", "seed"): (
        lambda value: value is None or isinstance(value, (str, float)), "an integer"
    ),
    ("optimizers.schedules.ExponentialDecay", "decay_steps"): (_not_above(0), "above 0"),
    ("regularizers", "l1"): (_outside(0, float("inf")), "a float from 0 on"),
    ("regularizers", "l2"): (_outside(0, float("inf")), "a float from 0 on"),
    ("regularizers.OrthogonalRegularizer", "mode"): _of_words("rows", "columns"),
}  # fmt: skip
