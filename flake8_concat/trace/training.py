"""Data that a model is trained on, or predicts from: arrays of other sizes than its inputs have.

The labels are held against what the model gives, in the way of its loss.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from flake8_concat.keras.compiled import refused_losses, refused_metrics, words_in
from flake8_concat.keras.extent import MOST, extent
from flake8_concat.keras.graph import Tensor
from flake8_concat.keras.identifiers import NoSuchWord, refused_in_training
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.models import Functional
from flake8_concat.keras.registry import BadCall, misuse_of
from flake8_concat.keras.sequential import Sequential
from flake8_concat.keras.signatures.training import OLD_TRAINING, training_signature
from flake8_concat.keras.training_arguments import refused_arguments
from flake8_concat.shapes import BATCH, Mismatch, Refusal, Shape, Unknown
from flake8_concat.trace.call_arguments import call_argument
from flake8_concat.trace.histories import History, is_unvalidated
from flake8_concat.trace.placeholders import has_star
from flake8_concat.trace.symbolic_values import certainly_symbolic
from flake8_concat.trace.training_data import (
    Data,
    has_rows,
    misfit,
    name_of,
    rows_of,
    sure_names,
)
from flake8_concat.trace.uncompiled import refused_uncompiled
from flake8_concat.trace.values import CONTAINERS, Class, Dict, External, List

RUNS = frozenset({"fit", "evaluate", "train_on_batch", "test_on_batch"})
PREDICTS = frozenset({"predict", "predict_on_batch"})
METHODS = RUNS | PREDICTS
RUN_COST = 6  # of a call in the model, in steps
ROWS = 32  # of a batch, where nothing else is said
# Methods by which a model of the program trains in its own way.
OWN_WAYS = frozenset(
    {*METHODS, "call", "compile", "compute_loss", "test_step", "train_step", "predict_step"}
)


def trains_itself(cls: Class) -> bool:
    """Whether a class of the program says itself how its models are trained."""
    return any(cls.find(name) is not None for name in OWN_WAYS)


@dataclass(frozen=True)
class Aim:
    """What a model is trained for, as `compile` was told.

    ran: whether it was trained before; sizes are held against those of the Inputs only once
    """

    loss: Any = None
    metrics: Any = None
    weights: Any = None
    weighted: Any = None
    ran: bool = False


def compile_model(tracer: Any, model: Any, *args: Any, **kwargs: Any) -> None:
    """`model.compile(optimizer, loss)`: keeps what it is trained for."""
    given = given_to(tracer, "compile", args, kwargs)
    tracer.kept.append(model)
    tracer.touch(tracer.aims)
    before = tracer.aims.get(id(model)) or Aim()
    tracer.aims[id(model)] = Aim(
        loss=given.get("loss"),
        metrics=given.get("metrics"),
        weights=given.get("loss_weights"),
        weighted=given.get("weighted_metrics"),
        ran=before.ran,
    )
    optimizer = given.get("optimizer")
    refusal = refused_in_training("optimizer", optimizer) or _no_optimizer(optimizer)
    if isinstance(given.get("metrics"), str) and tracer.is_keras_3:
        what = f"`metrics` must be a list, is {given['metrics']!r}"
        refusal = refusal or Mismatch(Refusal.WRONG_SHAPE, what, remedy="put it in a list")
    if isinstance(given.get("loss_weights"), str):
        what = f"`loss_weights` must be numbers, is {given['loss_weights']!r}"
        refusal = refusal or Mismatch(Refusal.WRONG_SHAPE, what)
    if refusal is not None and not _may_be_told(tracer, refusal):
        tracer.no_outcome("compile", args, kwargs, refusal)


def _no_optimizer(value: Any) -> Mismatch | None:
    """The refusal of a class, a list or a number where an optimizer should be made."""
    remedy = None
    if isinstance(value, External):
        room, _, last = value.name.rpartition(".")
        if room != "keras.optimizers" or not last[:1].isupper():
            return None
        what, remedy = f"the class {last} itself", f"{last}() makes one"
    elif isinstance(value, (list, tuple)) and not isinstance(value, Shape):
        what = "a list" if isinstance(value, list) else "a tuple"
    elif type(value) in (int, float):
        what = str(value)
    else:
        return None
    return Mismatch(Refusal.WRONG_SHAPE, f"`optimizer` can't be {what}", remedy=remedy)


# By method what the name of a file must end in.
ENDINGS = {"save": (".keras", ".h5", ".hdf5"), "save_weights": (".weights.h5",)}


def keep(tracer: Any, name: str, *args: Any, **kwargs: Any) -> None:
    """`model.save(path)`, `model.summary()`. Before Keras 3 a file could have any name."""
    path = given_to(tracer, name, args, kwargs).get("filepath")
    ends = ENDINGS.get(name)
    if ends is None or not tracer.is_keras_3 or tracer.tentative:
        return
    if isinstance(path, str) and path and not path.endswith(ends):
        what = f"`filepath` must end in {' or '.join(map(repr, ends))}, is {path!r}"
        tracer.no_outcome(name, args, kwargs, Mismatch(Refusal.WRONG_SHAPE, what))


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
    if name == "compile":
        compile_model(tracer, model, *args, **kwargs)
        return None
    given = given_to(tracer, name, args, kwargs)
    if name in RUNS and model.cls.find("compile") is None:
        refusal = refused_uncompiled(tracer, model, tracer.site)
        if refusal is not None:
            return _refused(tracer, name, (), refusal)
    plain = not any(model.cls.find(way) is not None for way in OWN_WAYS - {"call"})
    x = given.get("x")
    if tracer.tentative or not plain or not has_rows(x):
        return _not_followed(name)
    return _run_own(tracer, model, name, given)


def _run_own(tracer: Any, model: Any, name: str, given: dict[str, Any]) -> Any:
    """What such a model gives for one array: its first batch is looked at."""
    x, batch = given["x"], _of_a_batch(given)
    rows = rows_of(x)
    if type(rows) is not int:
        return _not_followed(name)
    count = rows if name.endswith("_on_batch") or type(batch) is not int else min(rows, batch)
    if count < 1:
        return _not_followed(name)
    first = Tensor(Shape((count, *x.shape[1:])), None, symbolic=False)
    made = tracer.call(model, (first,), {})
    shape = made.shape if type(made) is Tensor else None
    if not isinstance(shape, Shape) or not shape or shape[0] != count:
        return _not_followed(name)
    result = Shape((BATCH, *shape[1:]))
    if name in PREDICTS:
        return _predicted(result, rows)
    aim, y = tracer.aims.get(id(model)) or Aim(), given.get("y")
    if not has_rows(y) or name_of(aim.loss) is None:
        return _not_followed(name)
    refusal = misfit(aim.loss, [y], result, rows, None if count == rows else batch)
    return _not_followed(name) if refusal is None else _refused(tracer, name, (x,), refusal)


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


def _for_other_outputs(tracer: Any, model: Any, aim: Aim) -> Mismatch | None:
    """The refusal of losses or metrics for other outputs than the model has."""
    if tracer.tentative or not isinstance(model, Functional):
        return None
    outputs, names = model.output, sure_names(model)
    return refused_losses(
        aim.loss, aim.weights, outputs, names, of_keras_3=tracer.is_keras_3
    ) or refused_metrics(aim.metrics, outputs, names, of_keras_3=tracer.is_keras_3)


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
        refusal = uncompiled or _no_such_aim(tracer, aim) or _for_other_outputs(tracer, model, aim)
    if refusal is not None:
        return _refused(tracer, name, (), refusal)
    if tracer.tentative:
        return _not_followed(name)
    looked_at = {key: call_argument(tracer, value) for key, value in given.items()}
    refusal = refused_arguments(name, looked_at) or _no_values(given)
    if refusal is not None and not has_star(tracer.site):
        return _refused(tracer, name, (), refusal)
    if plain is None and has_rows(given.get("x")):
        tracer.sequential_build(model, (None, *given["x"].shape[1:]))
        plain = model.functional
    if not isinstance(plain, Functional):
        return _not_followed(name)
    if not all(tracer.walk(value) for value in given.values() if isinstance(value, CONTAINERS)):
        return Unknown("a structure too large to follow")
    calls = extent(plain)
    if calls == MOST:
        return Unknown("there are too many models in each other to run them")
    tracer.step(RUN_COST * calls)
    trained, whole = name in RUNS, not name.endswith("_on_batch")
    checked = plain is model and trained
    data = Data(plain, aim.loss, trained, whole, checked and not aim.ran, several=checked)
    found = data.outcome(given.get("x"), given.get("y"), _of_a_batch(given))
    if whole and not isinstance(found, Mismatch):
        found = data.weighted(given.get("sample_weight")) or found
    if trained and not isinstance(found, Mismatch) and id(model) in tracer.aims:
        tracer.touch(tracer.aims)
        tracer.aims[id(model)] = replace(aim, ran=True)
    if name == "fit" and not isinstance(found, Mismatch):
        found = _validated(data, given) or found
    if isinstance(found, Mismatch):
        return _refused(tracer, name, data.arrays, found)
    if name not in PREDICTS:
        return _results(tracer, plain, name, aim, given)
    if isinstance(found, Unknown):
        return _not_followed(name)
    made = _predicted(found, rows_of(data.arrays[0]))
    if type(made) in (Dict, List):
        tracer.sliced.append((made, f"the outputs that `{name}` gives"))
    return made


def _results(tracer: Any, model: Functional, name: str, aim: Aim, given: dict[str, Any]) -> Any:
    """The loss and the metrics of a model of one output, as many as there certainly are.

    Mirrors keras.src.trainers.trainer.Trainer._flatten_metrics_in_order.
    """
    value: Any = _not_followed(name)
    layers = model.layers
    plain = isinstance(layers, list) and all(type(layer) is Layer for layer in layers)
    if name == "fit":
        site = tracer.site
        if not has_star(site) and is_unvalidated(given, site.source.text):
            value = History()
        tracer.sliced.append((value, "what `fit` gives is a History, which has no items"))
        return value
    if given.get("return_dict", False) is not False or aim.weighted is not None or not plain:
        return value
    losses, metrics, outputs = words_in(aim.loss), words_in(aim.metrics), len(model.outputs)
    if not losses or metrics is None:
        return value
    if outputs == 1 and (len(losses) > 1 or len({*metrics}) < len(metrics)):
        return value
    extra = 0 if outputs == 1 else outputs if isinstance(aim.loss, str) else len(losses)
    count = 1 + extra * (extra > 1) + len(metrics)
    if count > 1:
        value = List(_not_followed(name) for _ in range(count))
        each = f", {extra} losses of outputs" if extra > 1 else ""
        what = f"the results of `{name}`, the loss{each} and {len(metrics)} metric(s),"
    else:
        what = f"the result of `{name}` is one number, the loss"
    tracer.sliced.append((value, what))
    return value


def _not_followed(name: str) -> Unknown:
    return Unknown(f"`.{name}` of a model is not followed")


def _no_values(given: dict[str, Any]) -> Mismatch | None:
    """The refusal of symbolic tensors, which a model can't be trained on."""
    x = given.get("x")
    if isinstance(x, Tensor) and x.symbolic and certainly_symbolic(x):
        what = f"`x` must be arrays, is a symbolic tensor of shape {x.shape}"
        return Mismatch(Refusal.WRONG_SHAPE, what)
    return None


def _validated(fitted: Data, given: dict[str, Any]) -> Mismatch | None:
    """What `fit` has against the data that it is to look at after each epoch."""
    data = given.get("validation_data")
    if has_rows(data):
        data = (data,)
    if not isinstance(data, (list, tuple)) or isinstance(data, Shape):
        return None
    if getattr(data, "blur", None) is not None or not data:
        return None
    if len(data) > 3:
        what = f"`validation_data` must be (x, y), has {len(data)} parts"
        return Mismatch(Refusal.WRONG_SHAPE, what)
    x, y = data[0], data[1] if len(data) > 1 else None
    found = fitted.outcome(x, y, _of_a_batch(given))
    if isinstance(found, Mismatch):
        return Mismatch(found.refusal, f"`validation_data`: {found.what}", remedy=found.remedy)
    return None


def _of_a_batch(given: dict[str, Any]) -> Any:
    """How many rows a full batch has."""
    rows = given.get("batch_size")
    return ROWS if rows is None else rows


def _refused(tracer: Any, name: str, arrays: Iterable[Tensor], refusal: Mismatch) -> Unknown:
    tracer.no_outcome(name, tuple(arrays), {}, refusal)
    return Unknown("the call before it fails")


def _predicted(result: Any, rows: Any) -> Any:
    """The arrays that a prediction of so many rows gives, in the structure of the outputs."""
    if isinstance(result, Shape):
        return Tensor(Shape((rows, *result[1:])), None, symbolic=False)
    if isinstance(result, dict):
        return Dict((key, _predicted(item, rows)) for key, item in result.items())
    if isinstance(result, (list, tuple)):
        return List(_predicted(item, rows) for item in result)
    return Unknown("what the model predicts is not known")
