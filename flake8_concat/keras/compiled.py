"""Losses, metrics and weights that `compile` was given, held against the outputs of the model.

Keras looks at them when the model is trained or evaluated for the first time. Mirrors
keras.src.trainers.compile_utils: CompileLoss.build, CompileMetrics.build.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flake8_concat.keras.training_arguments import refused_as
from flake8_concat.shapes import Mismatch, Shape


def refused_losses(
    loss: Any, weights: Any, outputs: Any, names: list[str] | None, *, of_keras_3: bool
) -> Mismatch | None:
    """The refusal of losses that are not those of the outputs, None if they may be.

    outputs:     the structure of what the model gives
    names:       the names of the outputs; None where one of them is Keras' own
    of_keras_3:  whether the file certainly is for Keras 3: before it a loss could be left out of a
                 dict, and one loss could have a weight for each output
    """
    many = isinstance(outputs, list) and len(outputs) > 1  # a list of one is called for its one
    if _is_dict(loss):
        return _of_dict(loss, outputs, names, of_keras_3=of_keras_3) or (
            _weights_by_name(weights, names) if names and not isinstance(outputs, dict) else None
        )
    if many and _is_list(loss) and all(map(_is_one, loss)):
        surplus = [item for item in loss[len(outputs) :] if item is not None]
        if surplus:
            return refused_as(f"{len(loss)} losses are given, the model has {len(outputs)} outputs")
    counts = _count(loss), _count(weights)
    if weights is None or None in counts or counts[0] == counts[1]:
        return None
    if not (of_keras_3 or _is_list(loss)):
        return None
    return refused_as(f"{counts[1]} weights are given for {counts[0]} loss(es)")


def _of_dict(
    loss: dict[Any, Any], outputs: Any, names: list[str] | None, *, of_keras_3: bool
) -> Mismatch | None:
    """The refusal of a dict of losses, by the names that are in it."""
    if names is None:
        return None
    unknown = [key for key in loss if key not in names]
    if isinstance(outputs, dict):
        unknown = [key for key in unknown if loss[key] is not None]
    elif not unknown and of_keras_3:
        absent = [name for name in names if name not in loss]
        if absent:
            return refused_as(f"`loss` has nothing for the output {absent[0]!r}")
    return _no_such_output("loss", unknown, names)


def _weights_by_name(weights: Any, names: list[str]) -> Mismatch | None:
    """The refusal of a dict of weights that lacks an output."""
    if not _is_dict(weights) or all(name in weights for name in names):
        return None
    absent = next(name for name in names if name not in weights)
    return refused_as(f"`loss_weights` has nothing for the output {absent!r}")


def refused_metrics(
    metrics: Any, outputs: Any, names: list[str] | None, *, of_keras_3: bool
) -> Mismatch | None:
    """The same of metrics. Before Keras 3 those in a plain list were for each output."""
    count = len(outputs) if isinstance(outputs, (list, dict)) else 1
    if count == 1 or not metrics:
        return None
    if _is_dict(metrics) and names is not None:
        return _no_such_output("metrics", [key for key in metrics if key not in names], names)
    if not (of_keras_3 and _is_list(metrics)) or len(metrics) == count:
        return None
    return refused_as(
        f"`metrics` has {len(metrics)} item(s), the model has {count} outputs",
        "a list has one item, or a list of them, for each output",
    )


def _no_such_output(what: str, unknown: list[Any], names: Iterable[str]) -> Mismatch | None:
    if not unknown:
        return None
    there = ", ".join(map(repr, names))
    return refused_as(f"`{what}`: the model has no output {unknown[0]!r}", f"there is {there}")


def _is_list(value: Any) -> bool:
    whole = getattr(value, "blur", None) is None
    return isinstance(value, (list, tuple)) and not isinstance(value, Shape) and whole


def _is_dict(value: Any) -> bool:
    """Whether all the names in a dict are known."""
    whole = getattr(value, "blur", None) is None
    return isinstance(value, dict) and whole and all(type(key) is str for key in value)


def _is_one(value: Any) -> bool:
    """Whether a value is one loss, or None, and certainly no list of some."""
    return value is None or isinstance(value, str) or hasattr(value, "name")


def _count(value: Any) -> int | None:
    """How many losses or weights a value is; None where that is not certain."""
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return 1
    if _is_list(value):
        whole = all(isinstance(i, (int, float)) or (i is not None and _is_one(i)) for i in value)
        return len(value) if whole and value else None
    return None


def words_in(value: Any) -> list[str] | None:
    """The losses or metrics that are given by their words; None for all else."""
    if isinstance(value, str):
        return [value]
    if value is None:
        return []
    if _is_dict(value):
        value = tuple(value.values())
    if not _is_list(value):
        return None
    found: list[str] = []
    for one in value:
        words = words_in(one)
        if words is None:
            return None
        found += words
    return found
