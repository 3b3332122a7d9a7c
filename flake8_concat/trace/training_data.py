"""Arrays that a model is trained on, or predicts from, held against its inputs and its loss.

Mirrors keras.src.models.functional.Functional and keras.src.trainers: sizes are held against those
of the Inputs where it is trained; where it predicts, and in a Sequential, only layers look at them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from flake8_concat.keras.graph import Tensor
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.lookups import own_name
from flake8_concat.keras.losses import in_training
from flake8_concat.keras.models import Functional
from flake8_concat.keras.naming import to_snake_case
from flake8_concat.keras.nodes import flatten
from flake8_concat.keras.training_arguments import refused_as
from flake8_concat.shapes import BATCH, Known, Mismatch, Shape, Unknown
from flake8_concat.trace.library.by_name import Loss
from flake8_concat.trace.values import External

NOT_FOLLOWED = Unknown("what a model is trained on is not followed")


@dataclass
class Data:
    """What is given to a method of a model.

    trained: whether the method is one that trains or evaluates
    whole:   whether it goes through all rows in batches
    checked: whether the sizes are held against those of the Inputs
    several: whether more arrays than there are inputs are too many
    loss:    what the model is trained for
    arrays:  what it runs on, once they are known
    """

    model: Functional
    loss: Any
    trained: bool
    whole: bool
    checked: bool
    several: bool
    arrays: list[Tensor] = field(default_factory=list)

    def outcome(self, x: Any, y: Any, batch: Any) -> Any:
        """The shapes that the model gives, a Mismatch if it refuses these arrays, or an Unknown."""
        inputs = self.model.inputs
        if isinstance(x, dict):
            x = by_input(self.model, x)
            if isinstance(x, (Mismatch, Unknown)):
                return x
        arrays = list(flatten(x))
        if not arrays or not all(map(has_rows, arrays)):
            return NOT_FOLLOWED
        self.arrays = arrays
        # Where it predicts JAX looks at no more than it needs; a Sequential takes the first one.
        lacks = len(arrays) < len(inputs)
        if lacks or (len(arrays) > len(inputs) and self.several):
            return refused_as(
                f"the model takes {len(inputs)} input(s), is given {len(arrays)} array(s)"
            )
        if len(arrays) != len(inputs):
            return NOT_FOLLOWED
        labels = list(flatten(y))
        rows = {rows_of(array) for array in (*arrays, *filter(has_rows, labels))}
        if self.whole and len(rows) > 1 and all(type(count) is int for count in rows):
            return refused_as(f"the arrays have {' and '.join(map(str, sorted(rows)))} rows")
        shapes = []
        for array, tensor in zip(arrays, inputs, strict=True):
            shape = as_input(array.shape, tensor.shape)
            if not isinstance(shape, Shape):
                return shape
            shapes.append(Shape((BATCH, *shape[1:])))
        one = shapes if len(shapes) > 1 else shapes[0]
        outcome = self.model.outcome((one,), {}, checked=self.checked)
        if isinstance(outcome, Mismatch):
            return outcome if self.model.sound else NOT_FOLLOWED
        if not isinstance(outcome, Known):
            return NOT_FOLLOWED
        if self.trained:
            refusal = self._labels(y, outcome.result, batch)
            if refusal is not None:
                return refusal
        return outcome.result

    def weighted(self, weights: Any) -> Mismatch | None:
        """The refusal of weights for more or fewer samples than there are."""
        if not has_rows(weights) or not self.arrays:
            return None
        rows, given = rows_of(self.arrays[0]), rows_of(weights)
        if type(rows) is not int or type(given) is not int or rows == given:
            return None
        return refused_as(f"`sample_weight` has {given} rows, the arrays have {rows}")

    def _labels(self, y: Any, result: Any, batch: Any) -> Mismatch | None:
        """What the loss has against the labels, None if nothing certain."""
        loss, names = self.loss, output_names(self.model)
        if isinstance(loss, dict):
            loss = _in_order(loss, names)
        losses = list(loss) if isinstance(loss, (list, tuple)) else [loss]
        if loss is None or not all(name_of(one) is not None for one in losses):
            return None
        if y is None:
            return refused_as("is given no labels for its loss", "y is to be given as well")
        if len(losses) in (1, len(names)) and getattr(y, "blur", None) is None:
            refusal = _other_structure(y, self.model.output, names)
            if refusal is not None:
                return refusal
        labels = list(flatten(_in_order(y, names) if isinstance(y, dict) else y))
        rows = rows_of(self.arrays[0])
        return misfit(loss, labels, result, rows, batch if self.whole else None)


def output_names(model: Functional) -> list[Any]:
    """The names by which a model knows its outputs; None for those that Keras counts."""
    if isinstance(model.output, dict):
        return sorted(model.output)
    made = [getattr(tensor.node, "operation", None) for tensor in model.outputs]
    return [getattr(one, "name", None) for one in made]


def sure_names(model: Functional) -> list[Any] | None:
    """The names of the outputs, None where one of them is not the program's own."""
    if model.output is None or isinstance(model.output, Unknown):
        return None
    names = output_names(model)
    return names if names and _surely_named(model.output, names) else None


def _surely_named(model: Any, names: list[Any]) -> bool:
    """Whether the program gave all these names itself."""
    if isinstance(model, dict):
        return True
    return _own_names(flatten(model)) == names


def _own_names(tensors: Iterable[Any]) -> list[str | None]:
    """The names that the program gave the layers that tensors come from."""
    made = [getattr(tensor.node, "operation", None) for tensor in tensors]
    return [own_name(one) if isinstance(one, Layer) else None for one in made]


def _in_order(value: Mapping[Any, Any], names: list[Any]) -> Any:
    """A dict by the names of the outputs as a list of what it holds; None if it is not by them."""
    if getattr(value, "blur", None) is not None or len(names) != len(value):
        return None
    return [value[name] for name in names] if set(names) == set(value) else None


def _other_structure(y: Any, outputs: Any, names: list[Any]) -> Mismatch | None:
    """The refusal of labels in another structure than the outputs have."""
    if isinstance(y, dict):
        single = isinstance(outputs, Tensor)
        if single or (_surely_named(outputs, names) and not set(names) <= set(y)):
            keys = ", ".join(map(repr, y))
            what = "there is one output" if single else f"the outputs are {names}"
            return refused_as(f"the labels are a dict of {keys}, {what}")
        return None
    given = len(y) if isinstance(y, (list, tuple)) and not isinstance(y, Shape) else 1
    if isinstance(y, (list, tuple)) and not all(map(has_rows, y)):
        return None
    if not isinstance(y, (list, tuple)) and not has_rows(y):
        return None
    if len(names) > 1 and given != len(names):
        return refused_as(f"labels are given for {given} output(s), the model has {len(names)}")
    return None


def by_input(model: Functional, given: Mapping[Any, Any]) -> Any:
    """A dict of arrays in the order of the model's inputs; a Mismatch if one is not there."""
    if getattr(given, "blur", None) is not None or not all(isinstance(k, str) for k in given):
        return NOT_FOLLOWED
    if isinstance(model.input, dict):
        names = sorted(model.input)
        if not all(isinstance(tensor, Tensor) for tensor in model.input.values()):
            return NOT_FOLLOWED
    else:
        names = _own_names(model.inputs)
    absent = [name for name in names if name is not None and name not in given]
    if absent:
        there = ", ".join(map(repr, given))
        return refused_as(f"missing data for input {absent[0]!r}, there is {there or 'nothing'}")
    return NOT_FOLLOWED if None in names else [given[name] for name in names]


def as_input(shape: Any, wanted: Any) -> Any:
    """The shape that a model runs on: with a last axis of 1 more or less; a Mismatch for others.

    Mirrors keras.src.models.functional.Functional._adjust_input_rank.
    """
    if not isinstance(wanted, Shape) or not wanted:
        return NOT_FOLLOWED
    if len(shape) == len(wanted):
        return shape
    if len(shape) == len(wanted) + 1 and shape[-1] == 1:
        return Shape(shape[:-1])
    if len(shape) == len(wanted) - 1 and wanted[-1] == 1:
        return Shape((*shape, 1))
    if type(shape[-1]) is not int or type(wanted[-1]) is not int:
        return NOT_FOLLOWED
    remedy = None
    if len(shape) == len(wanted) - 1 and tuple(shape) == tuple(wanted[1:]):
        remedy = "a single one needs an axis for the batch: x[None]"
    return refused_as(f"the model takes {wanted}, is given an array of shape {shape}", remedy)


def misfit(loss: Any, labels: list[Any], result: Any, rows: Any, batch: Any) -> Mismatch | None:
    """What the loss of a model has against its labels, None if nothing certain.

    The first batch is looked at: as many rows as there are, or as fit into one.
    """
    names = list(loss) if isinstance(loss, (list, tuple)) else [loss] * len(labels)
    given = list(flatten(result))
    if type(rows) is not int or len(names) != len(labels) or len(given) != len(labels):
        return None
    if batch is not None and (type(batch) is not int or batch < 1):
        return None
    for name, label, shape in zip(map(name_of, names), labels, given, strict=True):
        if name is None or not has_rows(label) or not isinstance(shape, Shape) or not shape:
            return None
        count = label.shape[0]
        if type(count) is not int or shape[0] is not BATCH:
            return None
        first = [n if batch is None else min(n, batch) for n in (count, rows)]
        y_true, y_pred = Shape((first[0], *label.shape[1:])), Shape((first[1], *shape[1:]))
        refusal = in_training(name, y_true, y_pred)
        if refusal is not None:
            what = f"{name} can't hold labels {y_true} against outputs {y_pred}"
            return refused_as(what, _remedy(name, y_true, y_pred))
    return None


def _remedy(name: str, y_true: Shape, y_pred: Shape) -> str | None:
    """What may have been meant with the labels of a classification."""
    word = to_snake_case(name)
    if word == "sparse_categorical_crossentropy" and y_true == y_pred:
        return "categorical_crossentropy takes one-hot labels"
    if word == "categorical_crossentropy" and y_true in (y_pred[:-1], (*y_pred[:-1], 1)):
        return "sparse_categorical_crossentropy takes numbers of classes"
    return None


def name_of(loss: Any) -> str | None:
    """The name of a loss of Keras with its usual options, None for all else."""
    if isinstance(loss, Loss):
        return None if loss.options else loss.name
    if isinstance(loss, External):
        room, _, last = loss.name.rpartition(".")
        return last if room in ("keras.losses", "keras.metrics") else None
    return loss if isinstance(loss, str) else None


def has_rows(value: Any) -> bool:
    """Whether a value is an array of known shape that has rows."""
    return (
        isinstance(value, Tensor)
        and not value.symbolic
        and isinstance(value.shape, Shape)
        and len(value.shape) > 0
    )


def rows_of(array: Tensor) -> Any:
    """How many rows an array has."""
    assert isinstance(array.shape, Shape)
    return array.shape[0]
