"""Asks real Keras and flake8-concat the same thing, and says where they disagree.

    compare_layer("Conv2D", (32, 3), {"strides": 2}, [(None, 64, 64, 3)])
    compare(lambda: keras.ops.sum(...), lambda: run(...))

None in a shape is what Keras sees as None; a size of ours then has a name of its own.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import keras
import numpy as np
import pytest
from keras.src.backend.common import global_state
from keras.src.backend.common.stateless_scope import StatelessScope
from keras.src.initializers import random_initializers

from flake8_concat.keras.create import create
from flake8_concat.keras.families import load
from flake8_concat.keras.layer import Layer
from flake8_concat.shapes import (
    BATCH,
    UNKNOWN_SIZE,
    Dim,
    Known,
    Mismatch,
    Shape,
    Symbol,
    Unknown,
    is_none,
    substitute,
    symbol,
)

DRAWS = float(os.environ.get("FLAKE8_CONCAT_DRAWS", "1"))
AGREE, UNKNOWN, PARTLY, MISSED = "agree", "unknown", "partly known", "missed refusal"
WRONG, FALSE_ALARM = "WRONG SHAPE", "FALSE ALARM"
BAD = (WRONG, FALSE_ALARM)

Structure = Any  # shapes in lists, tuples, dicts


def draws(count: int) -> int:
    """How many examples a property test draws; FLAKE8_CONCAT_DRAWS multiplies."""
    return max(1, int(count * DRAWS))


@dataclass(frozen=True)
class Verdict:
    """One comparison. `kind` is one of the words above."""

    kind: str
    ours: Any
    keras: Any
    question: str = ""

    @property
    def ok(self) -> bool:
        return self.kind == AGREE

    def __str__(self) -> str:
        return f"{self.kind}: {self.question}\n  ours:  {self.ours}\n  Keras: {self.keras}"


class Raised:
    """Keras raised."""

    def __init__(self, error: BaseException) -> None:
        self.error = error

    def __repr__(self) -> str:
        return f"raises {type(self.error).__name__}: {str(self.error)[:300]}"


def ask_keras(question: Callable[[], Any]) -> Any:
    """The answer's shapes (in its structure), or Raised.

    Weights are not initialised: that takes most of the time and says nothing about shapes.
    """
    try:
        with StatelessScope():
            try:
                return shapes_in(question())
            finally:
                global_state.set_global_attribute("uninitialized_variables", [])
    except Exception as error:
        if "stateless scope" not in str(error):
            return Raised(error)
    try:  # a stateful layer makes its states at once
        return shapes_in(question())
    except Exception as error:
        return Raised(error)


def shapes_in(answer: Any) -> Structure:
    """Tuples of int and None for tensors. Lists become tuples; other values stay."""
    if hasattr(answer, "shape"):
        return Plain(None if size is None else int(size) for size in answer.shape)
    if isinstance(answer, (list, tuple)):
        return [shapes_in(item) for item in answer]
    if isinstance(answer, dict):
        return {key: shapes_in(item) for key, item in answer.items()}
    return answer


class Plain(tuple):  # type: ignore[type-arg]
    """The shape of one tensor, as Keras says it."""

    __slots__ = ()


def our_shape(sizes: Sequence[int | None], tag: str = "n") -> Shape:
    """The Shape for what Keras was given."""
    dims: list[Dim] = []
    for axis, size in enumerate(sizes):
        if size is None:
            dims.append(BATCH if axis == 0 else symbol(f"{tag}{axis}", literal=False))
        else:
            dims.append(size)
    return Shape(dims)


def inputs_for(shapes: Any, dtype: str | None = None, tag: str = "n") -> tuple[Any, Any]:
    """(Keras tensors, our Shapes) for a shape or a structure of shapes."""
    if isinstance(shapes, dict):
        pairs = {k: inputs_for(v, dtype, f"{tag}{k}_") for k, v in shapes.items()}
        return {k: p[0] for k, p in pairs.items()}, {k: p[1] for k, p in pairs.items()}
    if isinstance(shapes, list):
        items = [inputs_for(v, dtype, f"{tag}{i}_") for i, v in enumerate(shapes)]
        return [p[0] for p in items], [p[1] for p in items]
    return keras.KerasTensor(shapes, dtype=dtype or "float32"), our_shape(shapes, tag)


def judge(ours: Any, theirs: Any, question: str = "") -> Verdict:
    """Holds an Outcome of ours against what Keras said."""
    if isinstance(theirs, Raised):
        if isinstance(ours, Mismatch):
            return Verdict(AGREE, ours, theirs, question)
        kind = UNKNOWN if isinstance(ours, Unknown) else MISSED
        return Verdict(kind, ours, theirs, question)
    if isinstance(ours, Mismatch):
        return Verdict(FALSE_ALARM, ours, theirs, question)
    if isinstance(ours, Unknown):
        return Verdict(UNKNOWN, ours, theirs, question)
    result = ours.result if isinstance(ours, Known) else ours
    return Verdict(same(result, theirs), ours, theirs, question)


def same(ours: Structure, theirs: Structure) -> str:
    """AGREE, PARTLY (some size is not known) or WRONG."""
    if isinstance(theirs, Plain):
        if isinstance(ours, Unknown):
            return PARTLY
        if not isinstance(ours, Shape) or len(ours) != len(theirs):
            return WRONG
        return worst(same_size(a, b) for a, b in zip(ours, theirs, strict=True))
    if isinstance(theirs, list):
        if isinstance(ours, Shape) or not isinstance(ours, (list, tuple)):
            return WRONG
        if len(ours) != len(theirs):
            return WRONG
        return worst(same(a, b) for a, b in zip(ours, theirs, strict=True))
    if isinstance(theirs, dict):
        if not isinstance(ours, dict) or ours.keys() != theirs.keys():
            return WRONG
        return worst(same(ours[key], theirs[key]) for key in theirs)
    return AGREE if ours == theirs else PARTLY


def same_size(ours: Dim, theirs: int | None) -> str:
    if theirs is None:
        if is_none(ours):
            return AGREE
        return WRONG if type(ours) is int or ours.literal is True else PARTLY
    if type(ours) is int:
        return AGREE if ours == theirs else WRONG
    return WRONG if is_none(ours) else PARTLY


def worst(kinds: Any) -> str:
    found = set(kinds)
    return next((kind for kind in (WRONG, PARTLY) if kind in found), AGREE)


def compare_layer(
    name: str,
    args: tuple[Any, ...] = (),
    kwargs: Mapping[str, Any] | None = None,
    inputs: Any = (),
    *,
    call_args: tuple[Any, ...] = (),
    call_kwargs: Mapping[str, Any] | None = None,
    second: Any = None,
    dtype: str | None = None,
    data_format: str = "channels_last",
) -> Verdict:
    """`keras.layers.<name>(*args, **kwargs)(inputs, *call_args, **call_kwargs)` on both sides.

    inputs:       a shape (tuple) or a list or dict of shapes; batch axis included
    call_args:    further shapes, for layers that are called on several tensors
    call_kwargs:  by name: tuples stand for tensors of that shape, all else is passed as it is
    second:       other inputs, to call the same layer on once more; the verdict is that of this
    """
    load()
    kwargs = dict(kwargs or {})
    given = dict(call_kwargs or {})
    tensors, shapes = inputs_for(inputs, dtype)
    more = [inputs_for(shape, dtype, f"a{i}_") for i, shape in enumerate(call_args)]
    named = {
        key: inputs_for(value, dtype, key) if is_shapes(value) else (value, value)
        for key, value in given.items()
    }
    again = inputs_for(second, dtype, "s") if second is not None else None

    def question() -> Any:
        layer = getattr(keras.layers, name)(*args, **kwargs)
        answer = layer(tensors, *(t for t, _ in more), **{k: t for k, (t, _) in named.items()})
        return answer if again is None else layer(again[0])

    def our_answer() -> Any:
        layer = create(name, args, kwargs, data_format)
        if not isinstance(layer, Layer):
            return layer
        ours = layer.outcome((shapes, *(s for _, s in more)), {k: s for k, (_, s) in named.items()})
        if again is None or not isinstance(ours, Known):
            return ours
        layer.built = layer.demands(shapes)
        return layer.outcome((again[1],), {})

    with image_data_format(data_format):
        theirs = ask_keras(question)
    text = f"{name}(*{args}, **{kwargs}) on {inputs} {call_args or ''} {given or ''} {second or ''}"
    return judge(our_answer(), theirs, text)


def is_shapes(value: Any) -> bool:
    """Whether a value of `call_kwargs` stands for tensors."""
    if isinstance(value, list):
        return bool(value) and all(map(is_shapes, value))
    return isinstance(value, tuple) and all(d is None or type(d) is int for d in value)


@contextlib.contextmanager
def weightless() -> Any:
    """Keras builds layers with weights of zeros, and forgets what was built before.

    Drawing weights takes most of the time of building a model and says nothing about shapes.
    """

    def zeros(_initializer: Any, shape: Any, dtype: Any = None, **_options: Any) -> Any:
        return np.zeros(shape, dtype or keras.config.floatx())

    keras.utils.clear_session(free_memory=False)
    with pytest.MonkeyPatch.context() as patch:
        for name in ("RandomUniform", "RandomNormal", "TruncatedNormal", "VarianceScaling"):
            patch.setattr(getattr(random_initializers, name), "__call__", zeros)
        patch.setattr(random_initializers.Orthogonal, "__call__", zeros)
        yield


@contextlib.contextmanager
def image_data_format(value: str) -> Any:
    before = keras.config.image_data_format()
    if before == value:
        yield
        return
    keras.config.set_image_data_format(value)
    try:
        yield
    finally:
        keras.config.set_image_data_format(before)


def assert_agree(verdict: Verdict, *, partly: bool = False) -> None:
    """Fails on anything but agreement; `partly` lets sizes pass that we don't know."""
    assert verdict.ok or (partly and verdict.kind in (PARTLY, UNKNOWN)), str(verdict)


# --- Knowing less must never say something else


class Blur:
    """Takes knowledge away, size by size, as `lose` says; keeps what the symbols stand for.

    With `none` the symbols are sizes that Keras would see as None, else numbers not said.
    """

    def __init__(self, lose: Callable[[], bool], *, none: bool) -> None:
        self.lose, self.none = lose, none
        self.values: dict[Symbol, Dim] = {}

    def value(self, value: Any) -> Any:
        """An argument with less knowledge."""
        if isinstance(value, Shape):
            return Shape(self.size(size) for size in value)
        if isinstance(value, (list, tuple)):
            return type(value)(self.value(item) for item in value)
        if isinstance(value, dict):
            return {key: self.value(item) for key, item in value.items()}
        if (type(value) is int or isinstance(value, str)) and not self.none:
            return Unknown("blurred") if self.lose() else value
        return value

    def size(self, size: Dim) -> Dim:
        """A size with less knowledge."""
        if type(size) is not int:
            return UNKNOWN_SIZE if not self.none and self.lose() else size
        if not self.lose():
            return size
        if not self.none and self.lose():
            return UNKNOWN_SIZE
        made = symbol(f"k{len(self.values)}", literal=not self.none)
        self.values[made] = size
        return made

    def covers(self, less: Structure, full: Structure) -> bool:
        """Whether `full` is what `less` comes to."""
        if isinstance(full, Shape):
            if not isinstance(less, Shape) or len(less) != len(full):
                return False
            return all(map(self.covers_size, less, full))
        if isinstance(full, (list, tuple)):
            return len(less) == len(full) and all(map(self.covers, less, full))
        return True

    def covers_size(self, less: Dim, full: Dim) -> bool:
        """Whether the size `full` is what `less` comes to."""
        if type(less) is int:
            return less == full
        if less.literal is None:
            return True
        if self.values.keys() >= less.symbols and less.symbols:
            value = substitute(less, self.values)
            # A None that turns out as 1 is repeated; to us it stays the size that it was.
            return value == full or (self.none and value == 1)
        return self.none or is_none(less) == is_none(full)


def check_blurred(
    name: str,
    args: tuple[Any, ...],
    kwargs: Mapping[str, Any],
    inputs: Any,
    blur: Blur,
    data_format: str = "channels_last",
) -> None:
    """Holds what we say with less knowledge against what we say with all of it."""

    def outcome(args: Any, kwargs: Any, shapes: Any) -> Any:
        layer = create(name, args, kwargs, data_format)
        return layer.outcome((shapes,), {}) if isinstance(layer, Layer) else layer

    shapes = inputs_for(inputs)[1]
    full = outcome(args, kwargs, shapes)
    less = blur.value(args), blur.value(dict(kwargs)), blur.value(shapes)
    found = outcome(*less)
    text = f"{name}(*{less[0]}, **{less[1]}) on {less[2]}: {found}\n  with all known: {full}"
    if isinstance(found, Mismatch):
        assert blur.none or isinstance(full, Mismatch), f"alarm without knowing: {text}"
    elif isinstance(found, Known) and isinstance(full, Known):
        assert blur.covers(found.result, full.result), f"says something else: {text}"
