"""Data that a model is trained on, or predicts from: arrays of other sizes than its inputs have.

The labels are held against what the model gives, in the way of its loss.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from flake8_concat.keras.extent import MOST, extent
from flake8_concat.keras.graph import Tensor
from flake8_concat.keras.identifiers import NoSuchWord, refused_in_training
from flake8_concat.keras.losses import in_training
from flake8_concat.keras.models import Functional
from flake8_concat.keras.naming import to_snake_case
from flake8_concat.keras.nodes import flatten
from flake8_concat.keras.registry import BadCall, misuse_of
from flake8_concat.keras.sequential import Sequential
from flake8_concat.keras.signatures.training import OLD_TRAINING, training_signature
from flake8_concat.shapes import BATCH, Known, Mismatch, Refusal, Shape, Unknown
from flake8_concat.trace.library.by_name import Loss
from flake8_concat.trace.placeholders import has_star
from flake8_concat.trace.uncompiled import refused_uncompiled
from flake8_concat.trace.values import CONTAINERS, Class, External

RUNS = frozenset({"fit", "evaluate", "train_on_batch", "test_on_batch"})
PREDICTS = frozenset({"predict", "predict_on_batch"})
METHODS = RUNS | PREDICTS
RUN_COST = 6  # of a call in the model, in steps
ROWS = 32  # of a batch, where nothing else is said
IN_BATCHES = frozenset({"fit", "evaluate"})
# Methods by which a model of the program trains in its own way.
OWN_WAYS = frozenset(
    {*METHODS, "call", "compile", "compute_loss", "test_step", "train_step", "predict_step"}
)


def trains_itself(cls: Class) -> bool:
    """Whether a class of the program says itself how its models are trained."""
    return any(cls.find(name) is not None for name in OWN_WAYS)


@dataclass(frozen=True)
class Aim:
    """What a model is trained for, as `compile` was told."""

    loss: Any = None
    metrics: Any = None


def compile_model(tracer: Any, model: Any, *args: Any, **kwargs: Any) -> None:
    """`model.compile(optimizer, loss)`: keeps what it is trained for."""
    given = given_to(tracer, "compile", args, kwargs)
    tracer.kept.append(model)
    tracer.touch(tracer.aims)
    tracer.aims[id(model)] = Aim(given.get("loss"), given.get("metrics"))
    refusal = refused_in_training("optimizer", given.get("optimizer"))
    if isinstance(given.get("metrics"), str) and tracer.is_keras_3:
        what = f"`metrics` must be a list, is {given['metrics']!r}"
        refusal = refusal or Mismatch(Refusal.WRONG_SHAPE, what, remedy="put it in a list")
    if refusal is not None and not _may_be_told(tracer, refusal):
        tracer.no_outcome("compile", args, kwargs, refusal)


def given_to(
    tracer: Any, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]
) -> dict[str, Any]:
    """The arguments by their names; what the method does not take is written down as refused."""
    signature = training_signature(name)
    old = OLD_TRAINING.get(name, frozenset())
    known = kwargs if tracer.is_keras_3 else {k: v for k, v in kwargs.items() if k not in old}
    try:
        signature.bind(args, known)
    except BadCall as problem:
        if not has_star(tracer.site):
            tracer.no_outcome(name, args, kwargs, misuse_of(problem))
    return dict(zip(signature.names, args, strict=False)) | kwargs


def train_own(
    tracer: Any, model: Any, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]
) -> Any:
    """The same of a model whose class the program defines, and which it trains as Keras does."""
    given_to(tracer, name, args, kwargs)
    if name == "compile":
        tracer.kept.append(model)
        tracer.touch(tracer.aims)
        tracer.aims[id(model)] = Aim()
    elif name in RUNS and model.cls.find("compile") is None:
        refusal = refused_uncompiled(tracer, model, tracer.site)
        if refusal is not None:
            return _refused(tracer, name, (), refusal)
    return None if name == "compile" else Unknown(f"`.{name}` of a model is not followed")


def _may_be_told(tracer: Any, refusal: Mismatch) -> bool:
    """Whether what Keras does not know is not for sure, or the program may have told it."""
    return tracer.tentative or (isinstance(refusal, NoSuchWord) and tracer.has_own_words())


def _no_such_aim(tracer: Any, aim: Aim) -> Mismatch | None:
    """The refusal of a word for a loss or a metric, which Keras reads when it begins to train."""
    for kind, value in (("loss", aim.loss), ("metric", aim.metrics)):
        refusal = refused_in_training(kind, value)
        if refusal is not None and not _may_be_told(tracer, refusal):
            return refusal
    return None


def run(tracer: Any, model: Any, name: str, *args: Any, **kwargs: Any) -> Any:
    """`model.fit(x, y)` and its like. What is no array of a known shape is not looked at.

    Mirrors keras.src.models.functional.Functional: sizes are held against those of the Inputs where
    it is trained; where it predicts, and in a Sequential, only layers look at them.
    """
    given = given_to(tracer, name, args, kwargs)
    plain = model.functional if isinstance(model, Sequential) else model
    aim = tracer.aims.get(id(model)) or Aim()
    refusal = None
    if name in RUNS:
        uncompiled = refused_uncompiled(tracer, model, tracer.site)
        refusal = uncompiled or _no_such_aim(tracer, aim)
    if refusal is not None:
        return _refused(tracer, name, (), refusal)
    if tracer.tentative or not isinstance(plain, Functional):
        return Unknown(f"`.{name}` of a model is not followed")
    x = given.get("x")
    if not all(tracer.walk(value) for value in given.values() if isinstance(value, CONTAINERS)):
        return Unknown("a structure too large to follow")
    arrays, labels = list(flatten(x)), list(flatten(given.get("y")))
    inputs = plain.inputs
    if not all(map(_is_array, arrays)) or isinstance(x, dict):
        return Unknown(f"`.{name}` of a model is not followed")
    if len(arrays) != len(inputs):
        # Where it predicts JAX looks at none; a Sequential takes the first of several.
        if name in RUNS and plain is model and arrays:
            what = f"the model takes {len(inputs)} input(s), is given {len(arrays)} array(s)"
            return _refused(tracer, name, arrays, Mismatch(Refusal.WRONG_SHAPE, what))
        return Unknown(f"`.{name}` of a model is not followed")
    if not name.endswith("_on_batch"):
        rows = {array.shape[0] for array in (*arrays, *filter(_has_rows, labels))}
        if len(rows) > 1 and all(type(count) is int for count in rows):
            what = f"the arrays have {' and '.join(map(str, sorted(rows)))} rows"
            return _refused(tracer, name, arrays, Mismatch(Refusal.WRONG_SHAPE, what))
    wanted = [tensor.shape for tensor in inputs]
    for array, shape in zip(arrays, wanted, strict=True):
        if not isinstance(shape, Shape) or len(shape) != len(array.shape):
            return Unknown(f"`.{name}` of a model is not followed")
    calls = extent(plain)
    if calls == MOST:
        return Unknown("there are too many models in each other to run them")
    tracer.step(RUN_COST * calls)
    shapes = [Shape((BATCH, *array.shape[1:])) for array in arrays]
    of_one = shapes if len(shapes) > 1 else shapes[0]
    outcome = plain.outcome((of_one,), {}, checked=plain is model and name in RUNS)
    if isinstance(outcome, Mismatch) and plain.sound:
        return _refused(tracer, name, arrays, outcome)
    if name in RUNS and isinstance(outcome, Known):
        named = [_by_name(value, plain.outputs) for value in (aim.loss, given.get("y"))]
        batch = _of_a_batch(given) if name in IN_BATCHES else None
        targets, rows = list(flatten(named[1])), arrays[0].shape[0]
        refusal = _misfit(named[0], targets, outcome.result, rows, batch)
        if refusal is not None:
            return _refused(tracer, name, arrays, refusal)
    if name not in PREDICTS or not isinstance(outcome, Known):
        return Unknown(f"`.{name}` of a model is not followed")
    return _predicted(outcome.result, arrays[0].shape[0])


def _of_a_batch(given: dict[str, Any]) -> Any:
    """How many rows a full batch has."""
    rows = given.get("batch_size")
    return ROWS if rows is None else rows


def _by_name(value: Any, outputs: list[Tensor]) -> Any:
    """A dict by the names of the outputs as a list of what it holds; all else as it is."""
    if not isinstance(value, dict):
        return value
    names = [getattr(getattr(t.node, "operation", None), "name", None) for t in outputs]
    if getattr(value, "blur", None) is not None or len(names) != len(value):
        return None
    return [value[name] for name in names] if set(names) == set(value) else None


def _misfit(loss: Any, labels: list[Any], result: Any, rows: Any, batch: Any) -> Mismatch | None:
    """What the loss of a model has against its labels, None if nothing certain.

    The first batch is looked at: as many rows as there are, or as fit into one.
    """
    names = list(loss) if isinstance(loss, (list, tuple)) else [loss] * len(labels)
    given = list(flatten(result))
    if type(rows) is not int or len(names) != len(labels) or len(given) != len(labels):
        return None
    if batch is not None and (type(batch) is not int or batch < 1):
        return None
    for name, label, shape in zip(map(_name_of, names), labels, given, strict=True):
        if name is None or not _has_rows(label) or not isinstance(shape, Shape) or not shape:
            return None
        count = label.shape[0]
        if type(count) is not int or shape[0] is not BATCH:
            return None
        first = [n if batch is None else min(n, batch) for n in (count, rows)]
        y_true, y_pred = Shape((first[0], *label.shape[1:])), Shape((first[1], *shape[1:]))
        refusal = in_training(name, y_true, y_pred)
        if refusal is not None:
            what = f"{name} can't hold labels {y_true} against outputs {y_pred}"
            return Mismatch(Refusal.WRONG_SHAPE, what, remedy=_remedy(name, y_true, y_pred))
    return None


def _remedy(name: str, y_true: Shape, y_pred: Shape) -> str | None:
    """What may have been meant with the labels of a classification."""
    word = to_snake_case(name)
    if word == "sparse_categorical_crossentropy" and y_true == y_pred:
        return "categorical_crossentropy takes one-hot labels"
    if word == "categorical_crossentropy" and y_true in (y_pred[:-1], (*y_pred[:-1], 1)):
        return "sparse_categorical_crossentropy takes numbers of classes"
    return None


def _name_of(loss: Any) -> str | None:
    """The name of a loss of Keras with its usual options, None for all else."""
    if isinstance(loss, Loss):
        return None if loss.options else loss.name
    if isinstance(loss, External):
        room, _, last = loss.name.rpartition(".")
        return last if room in ("keras.losses", "keras.metrics") else None
    return loss if isinstance(loss, str) else None


def _is_array(value: Any) -> bool:
    """Whether a value is an array of known shape that has rows of more than one number."""
    return _has_rows(value) and len(value.shape) > 1


def _has_rows(value: Any) -> bool:
    """Whether a value is an array of known shape that has rows."""
    return (
        isinstance(value, Tensor)
        and not value.symbolic
        and isinstance(value.shape, Shape)
        and len(value.shape) > 0
    )


def _refused(tracer: Any, name: str, arrays: Iterable[Tensor], refusal: Mismatch) -> Unknown:
    tracer.no_outcome(name, tuple(arrays), {}, refusal)
    return Unknown("the call before it fails")


def _predicted(result: Any, rows: Any) -> Any:
    """The arrays that a prediction of so many rows gives."""
    if isinstance(result, Shape):
        return Tensor(Shape((rows, *result[1:])), None, symbolic=False)
    return Unknown("what a model of several outputs predicts is not followed")
