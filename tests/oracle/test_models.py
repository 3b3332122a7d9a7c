"""Random functional models, nested and shared, here and in real Keras."""

from __future__ import annotations

import random
from typing import Any

import pytest

pytest.importorskip("keras")

import keras
from hypothesis import given, settings
from hypothesis import strategies as st
from keras.src.backend.common import global_state
from keras.src.backend.common.stateless_scope import StatelessScope

from flake8_concat.keras.create import create
from flake8_concat.keras.families import load
from flake8_concat.keras.models import Functional, ModelMismatch, connect, output_of
from flake8_concat.keras.naming import Names
from flake8_concat.keras.nodes import apply, flatten, make_input
from flake8_concat.keras.sequential import Sequential
from flake8_concat.shapes import BATCH, Known, Mismatch, Shape, Unknown, fresh_none, is_none
from tests.oracle.harness import draws

load()

SIZES = (None, 5, 6, 8, 16, 1)
STEPS = ("conv", "pool", "up", "dense", "again", "add", "concat", "nested", "stack", "lstm")


def theirs(shape: Any) -> tuple[int | None, ...]:
    """A shape of ours as Keras would give it."""
    return tuple(None if is_none(size) else size for size in shape)


def ours(shape: Any) -> Shape:
    """A shape of Keras as ours; every None is another."""
    return Shape((BATCH, *(fresh_none() if size is None else size for size in shape[1:])))


class Pair:
    """A program that is run on both sides; `tensors` has pairs of theirs and ours."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.names = Names()
        self.inputs: list[tuple[Any, Any]] = []
        self.tensors: list[tuple[Any, Any]] = []
        self.layers: list[tuple[Any, Any]] = []
        self.models: list[tuple[Any, Any]] = []

    def input(self, shape: tuple[int | None, ...]) -> None:
        name = self.names.auto("InputLayer")
        pair = (keras.Input(shape), make_input(ours((None, *shape)), name))
        self.inputs.append(pair)
        self.tensors.append(pair)

    def layer(self, kind: str, **arguments: Any) -> tuple[Any, Any]:
        made = getattr(keras.layers, kind)(**arguments)
        pair = (made, create(kind, (), arguments, layer_name=self.names.auto(kind)))
        self.layers.append(pair)
        return pair

    def pick(self) -> tuple[Any, Any]:
        return self.random.choice(self.tensors)

    def call(self, layer: tuple[Any, Any], inputs: Any) -> None:
        """Calls both; what one refuses the other must refuse."""
        several = isinstance(inputs, list)
        here = apply(layer[1], ([t[1] for t in inputs] if several else inputs[1],), {})
        try:
            there = layer[0]([t[0] for t in inputs] if several else inputs[0])
        except (ValueError, TypeError) as error:
            assert isinstance(here, Mismatch) or self.lost(here), (str(error)[:300], here)
            self.layers = [pair for pair in self.layers if pair is not layer]  # half built
            return
        assert not isinstance(here, Mismatch), here
        for a, b in zip(keras.tree.flatten(there), flatten(here), strict=True):
            assert tuple(a.shape) == theirs(b.shape)
            self.tensors.append((a, b))

    @staticmethod
    def lost(here: Any) -> bool:
        return all(isinstance(tensor.shape, Unknown) for tensor in flatten(here))

    def step(self, kind: str) -> None:
        draw = self.random
        x = self.pick()
        if kind == "conv":
            padding, strides = draw.choice(("same", "valid")), draw.choice((1, 2))
            layer = self.layer(
                "Conv2D",
                filters=draw.choice((4, 8)),
                kernel_size=3,
                padding=padding,
                strides=strides,
            )
            self.call(layer, x)
        elif kind == "pool":
            self.call(self.layer("MaxPooling2D", padding=draw.choice(("same", "valid"))), x)
        elif kind == "up":
            self.call(self.layer("UpSampling2D"), x)
        elif kind == "dense":
            self.call(self.layer("Dense", units=draw.choice((4, 8))), x)
        elif kind == "again" and self.layers:
            single = [pair for pair in self.layers if type(pair[0]).__name__ != "Add"]
            single = [pair for pair in single if type(pair[0]).__name__ != "Concatenate"]
            if single:
                self.call(draw.choice(single), x)
        elif kind in ("add", "concat"):
            layer = self.layer({"add": "Add", "concat": "Concatenate"}[kind])
            self.call(layer, [x, self.pick()])
        elif kind == "nested":
            if self.models:
                self.call(draw.choice(self.models), x)
            else:
                self.model([self.inputs[0]], self.tensors[-1:])
        elif kind == "stack":
            self.stack(x)
        elif kind == "lstm":
            self.call(self.layer("GRU", units=4, return_state=True), x)

    def stack(self, x: tuple[Any, Any]) -> None:
        kinds = [("Dense", {"units": 3}), ("Conv2D", {"filters": 2, "kernel_size": 2})]
        layers = [self.layer(kind, **arguments) for kind, arguments in kinds]
        there = keras.Sequential([pair[0] for pair in layers])
        here = Sequential(self.names.auto("Sequential"), self.names)
        assert here.extend([pair[1] for pair in layers]) is None
        self.call((there, here), x)
        if here.functional is not None:
            assert tuple(there.output_shape) == theirs(here.output_shape)
            self.models.append((there, here))

    def model(self, inputs: list[Any], outputs: list[Any]) -> tuple[Any, Any] | None:
        """Model(inputs, outputs) on both sides, compared."""
        one = len(inputs) == 1 and self.random.random() < 0.5
        here = connect(
            inputs[0][1] if one else [t[1] for t in inputs],
            [t[1] for t in outputs] if len(outputs) > 1 else outputs[0][1],
            self.names.auto("Functional"),
        )
        try:
            there = keras.Model(
                inputs[0][0] if one else [t[0] for t in inputs],
                [t[0] for t in outputs] if len(outputs) > 1 else outputs[0][0],
            )
        except ValueError as error:
            assert "connected" in str(error), error
            assert isinstance(here, ModelMismatch), (here, str(error)[:200])
            assert any(here.missing is t[1] for t in self.inputs)
            return None
        assert isinstance(here, Functional), here
        assert not isinstance(here.layers, Unknown)
        assert here.name == there.name
        assert [item.name for item in here.layers] == [item.name for item in there.layers]
        for a, b in zip(there.layers, here.layers, strict=True):
            if not isinstance(a, keras.Model):
                made = [tuple(t.shape) for t in keras.tree.flatten(a.output)]
                assert made == [theirs(t.shape) for t in flatten(output_of(b))]
        self.models.append((there, here))
        return there, here

    def replay(self, there: Any, here: Functional) -> None:
        """The model on other sizes; None becomes a number, a number another one at times."""
        shapes = []
        for tensor in there.inputs:
            shape = [7 if size is None else size for size in tensor.shape[1:]]
            if self.random.random() < 0.2:
                shape[self.random.randrange(len(shape))] = 9
            shapes.append((None, *shape))
        outcome = here.outcome(([ours(shape) for shape in shapes],), {})
        try:
            made = there([keras.Input(shape[1:]) for shape in shapes])
        except (ValueError, TypeError) as error:
            assert not isinstance(outcome, Known), (str(error)[:300], outcome)
            return
        assert isinstance(outcome, Known), outcome
        found = [theirs(shape) for shape in flatten(outcome.result)]
        assert found == [tuple(t.shape) for t in keras.tree.flatten(made)]


@settings(max_examples=draws(25), deadline=None)
@given(
    seed=st.integers(0, 10**6),
    size=st.tuples(st.sampled_from(SIZES), st.sampled_from(SIZES)),
    steps=st.lists(st.sampled_from(STEPS), min_size=2, max_size=12),
)
def test_random_models(seed: int, size: tuple[int | None, int | None], steps: list[str]) -> None:
    """Layers, connections and sizes agree; so do refusals."""
    keras.utils.clear_session()
    try:
        with StatelessScope():
            pair = Pair(seed)
            pair.input((*size, 4))
            pair.input((*size, 8))
            for kind in steps:
                pair.step(kind)
            count = pair.random.choice((1, 2, 2))
            outputs = [pair.pick() for _ in range(pair.random.choice((1, 1, 2)))]
            made = pair.model(pair.inputs[:count], outputs)
            if made is not None:
                pair.replay(*made)
            global_state.set_global_attribute("uninitialized_variables", [])
    finally:
        global_state.set_global_attribute("uninitialized_variables", [])
