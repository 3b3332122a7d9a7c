"""Data that a model is trained on, or predicts from: arrays of other sizes than its inputs have."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flake8_concat.keras.graph import Tensor
from flake8_concat.keras.models import Functional
from flake8_concat.keras.nodes import flatten
from flake8_concat.keras.sequential import Sequential
from flake8_concat.shapes import BATCH, Known, Mismatch, Refusal, Shape, Unknown
from flake8_concat.trace.values import CONTAINERS

RUNS = frozenset({"fit", "evaluate", "train_on_batch", "test_on_batch"})
PREDICTS = frozenset({"predict", "predict_on_batch"})
METHODS = RUNS | PREDICTS
RUN_COST = 6  # of a call in the model, in steps


def run(tracer: Any, model: Any, name: str, *args: Any, **kwargs: Any) -> Any:
    """`model.fit(x, y)` and its like. What is no array of a known shape is not looked at.

    Mirrors keras.src.models.functional.Functional: sizes are held against those of the Inputs where
    it is trained; where it predicts, and in a Sequential, only layers look at them.
    """
    given = dict(zip(("x", "y"), args, strict=False)) | kwargs
    plain = model.functional if isinstance(model, Sequential) else model
    if tracer.tentative or not isinstance(plain, Functional):
        return Unknown(f"`.{name}` of a model is not followed")
    x = given.get("x")
    if not all(tracer.walk(value) for value in given.values() if isinstance(value, CONTAINERS)):
        return Unknown("a structure too large to follow")
    arrays, labels = list(flatten(x)), list(flatten(given.get("y")))
    inputs = plain.inputs
    if not all(map(_is_array, arrays)) or len(arrays) != len(inputs) or isinstance(x, dict):
        return Unknown(f"`.{name}` of a model is not followed")
    if not name.endswith("_on_batch"):
        rows = {array.shape[0] for array in (*arrays, *filter(_is_array, labels))}
        if len(rows) > 1 and all(type(count) is int for count in rows):
            what = f"the arrays have {' and '.join(map(str, sorted(rows)))} rows"
            return _refused(tracer, name, arrays, Mismatch(Refusal.WRONG_SHAPE, what))
    wanted = [tensor.shape for tensor in inputs]
    for array, shape in zip(arrays, wanted, strict=True):
        if not isinstance(shape, Shape) or len(shape) != len(array.shape):
            return Unknown(f"`.{name}` of a model is not followed")
    tracer.step(RUN_COST * len(plain.graph.nodes))
    shapes = [Shape((BATCH, *array.shape[1:])) for array in arrays]
    of_one = shapes if len(shapes) > 1 else shapes[0]
    outcome = plain.outcome((of_one,), {}, checked=plain is model and name in RUNS)
    if isinstance(outcome, Mismatch) and plain.sound:
        return _refused(tracer, name, arrays, outcome)
    if name not in PREDICTS or not isinstance(outcome, Known):
        return Unknown(f"`.{name}` of a model is not followed")
    return _predicted(outcome.result, arrays[0].shape[0])


def _is_array(value: Any) -> bool:
    """Whether a value is an array of known shape that has rows."""
    return (
        isinstance(value, Tensor)
        and not value.symbolic
        and isinstance(value.shape, Shape)
        and len(value.shape) > 1
    )


def _refused(tracer: Any, name: str, arrays: Iterable[Tensor], refusal: Mismatch) -> Unknown:
    tracer.no_outcome(name, tuple(arrays), {}, refusal)
    return Unknown("the call before it fails")


def _predicted(result: Any, rows: Any) -> Any:
    """The arrays that a prediction of so many rows gives."""
    if isinstance(result, Shape):
        return Tensor(Shape((rows, *result[1:])), None, symbolic=False)
    return Unknown("what a model of several outputs predicts is not followed")
