"""Random graphs of layers, now and then with a wrong number, step by step through both.

A graph ends where Keras raises. FLAKE8_CONCAT_DRAWS=20 builds twenty times as many.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any

import pytest

pytest.importorskip("keras")

import keras
from harness import Raised, ask_keras, assert_agree, draws, judge, our_shape

from flake8_concat.keras.create import create
from flake8_concat.keras.families import load
from flake8_concat.keras.layer import Layer
from flake8_concat.shapes import Known

load()

PADDINGS = ("same", "valid")
MERGING = ("Add", "Concatenate", "Concatenate", "Multiply", "Average", "Maximum")


@dataclass
class Made:
    """One layer on both sides."""

    text: str
    theirs: Any
    ours: Any


class Builder:
    """Draws layers. Every eighth number is off."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def number(self, value: int) -> int:
        return value + self.random.choice([-1, 1, 2, -3]) if self.random.random() < 0.12 else value

    def layer(self, rank: int) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """A layer for that rank, or rarely for another."""
        number, choice = self.number, self.random.choice
        padding = {"padding": choice(PADDINGS)}
        any_rank = [
            ("BatchNormalization", (), {}),
            ("LayerNormalization", (), {"axis": number(-1)}),
            ("GroupNormalization", (number(4),), {}),
            ("UnitNormalization", (), {}),
            ("Flatten", (), {}),
            ("Dense", (number(8),), {}),
            ("Reshape", ((-1, number(8)),), {}),
            ("Reshape", ((number(4), number(4), -1),), {}),
            ("Activation", ("relu",), {}),
            ("Dropout", (0.5,), {}),
            ("PReLU", (), {"shared_axes": [1, 2]}),
        ]
        by_rank = {
            2: [("RepeatVector", (number(4),), {})],
            3: [
                ("Conv1D", (8, number(3)), {"padding": choice(["same", "causal", "valid"])}),
                ("MaxPooling1D", (number(2),), {}),
                ("GlobalMaxPooling1D", (), {}),
                ("Permute", ((2, 1),), {}),
                ("EinsumDense", ("abc,cd->abd", (None, 8)), {}),
            ],
            4: [
                ("Conv2D", (number(8), number(choice([1, 3, 5]))), {**padding, "strides": 1}),
                ("Conv2D", (number(12), 3), {**padding, "strides": number(2)}),
                ("Conv2D", (8, 3), {"groups": number(choice([2, 4])), "padding": "same"}),
                ("Conv2DTranspose", (8, number(3)), {**padding, "strides": choice([1, 2])}),
                ("SeparableConv2D", (8, 3), padding),
                ("DepthwiseConv2D", (number(3),), padding),
                ("MaxPooling2D", (number(2),), padding),
                ("AveragePooling2D", (number(3),), {"strides": 2}),
                ("UpSampling2D", (number(2),), {}),
                ("ZeroPadding2D", (number(1),), {}),
                ("Cropping2D", (number(1),), {}),
                ("GlobalAveragePooling2D", (), {"keepdims": choice([True, False])}),
                ("Permute", ((3, 1, 2),), {}),
            ],
        }
        if self.random.random() < 0.03:
            rank = choice([2, 3, 4])
        return choice([*any_rank, *by_rank.get(rank, [])])

    def made(self, rank: int) -> Made:
        name, args, kwargs = self.layer(rank)
        text = f"{name}(*{args}, **{kwargs})"
        return Made(
            text, lambda: getattr(keras.layers, name)(*args, **kwargs), create(name, args, kwargs)
        )

    def merging(self) -> Made:
        name = self.random.choice(MERGING)
        axis = self.number(self.random.choice([-1, 1, 2]))
        kwargs = {"axis": axis} if name == "Concatenate" else {}
        text = f"{name}(**{kwargs})"
        return Made(text, lambda: getattr(keras.layers, name)(**kwargs), create(name, (), kwargs))


def step(layer: Made, tensors: Any, shapes: Any) -> tuple[Any, Any] | None:
    """One call on both sides: the new (tensor, shape), or None where Keras raises."""
    made: list[Any] = []

    def question() -> Any:
        if not isinstance(layer.theirs, keras.Layer):
            layer.theirs = layer.theirs()
        made.append(layer.theirs(tensors))
        return made[0]

    theirs = ask_keras(question)
    found = layer.ours
    if isinstance(found, Layer):
        found = found.outcome((shapes,), {})
    assert_agree(judge(found, theirs, f"{layer.text} on {shapes}"))
    if isinstance(theirs, Raised) or not isinstance(found, Known):
        return None
    if layer.ours.built is None:
        layer.ours.built = layer.ours.demands(shapes)
    return made[0], found.result


@pytest.mark.parametrize("seed", range(10))
def test_graphs(seed: int) -> None:
    for graph in range(draws(15)):
        one_graph(Builder(seed * 100_003 + graph))


def one_graph(builder: Builder) -> None:
    choice, chance = builder.random.choice, builder.random.random
    sides = choice([(32, 32), (31, 17), (None, None), (64, None)])
    inputs = [(None, *sides, choice([3, 4, 8])), (None, *sides, 8)]
    pool = [(keras.KerasTensor(s), our_shape(s, "hw"[i])) for i, s in enumerate(inputs)]
    used: list[Made] = []
    for _ in range(builder.random.randint(3, 12)):
        if chance() < 0.25:
            first = choice(pool)
            alike = [p for p in pool if len(p[1]) == len(first[1])] if chance() < 0.7 else pool
            several = [first, *(choice(alike) for _ in range(choice([1, 1, 2])))]
            result = step(builder.merging(), [t for t, _ in several], [s for _, s in several])
        else:
            tensor, shape = pool[-1] if chance() < 0.8 else choice(pool)
            again = used and chance() < 0.08
            layer = choice(used) if again else builder.made(len(shape))
            result = step(layer, tensor, shape)
            used.append(layer)
        if result is None:
            return
        pool.append(result)
