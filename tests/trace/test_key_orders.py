"""Dicts that go through the body of a layer: on JAX their keys come out sorted."""

from __future__ import annotations

import textwrap

import pytest

from flake8_concat.analysis import Report, analyze

HEAD = """\
import keras
from keras import layers, ops

class Both(layers.Layer):
    def call(self, x):
        return {"wide": ops.concatenate([x, x], axis=-1), "a": x}

class Sorted(layers.Layer):
    def call(self, x):
        return {"a": ops.concatenate([x, x], axis=-1), "wide": x}

class First(layers.Layer):
    def call(self, features):
        return layers.Add()([next(iter(features.values())), ops.zeros((1, 3))])

x = keras.Input((3,))
"""


def check(body: str, head: str = HEAD) -> Report:
    return analyze(head + textwrap.dedent(body), "model.py")


def codes(body: str, head: str = HEAD) -> list[str]:
    return [diagnostic.code for diagnostic in check(body, head).diagnostics]


TAKEN = [
    "first, second = Both()(x).values()\nlayers.Add()([first, x])\n",
    "layers.Add()([list(Both()(x).values())[0], x])\n",
    "given = Both()(x)\nfor key in given:\n    layers.Add()([given[key], x])\n    break\n",
    "given = Both()(x)\nlayers.Add()([next(iter(given.values())), x])\n",
    "key, value = Both()(x).popitem()\nlayers.Add()([value, layers.Dense(6)(x)])\n",
    "layers.Add()([list({**Both()(x)}.values())[0], x])\n",
    "layers.Add()([list(dict(Both()(x)).items())[0][1], x])\n",
    "layers.Add()([list(Both()(x).copy().values())[0], x])\n",
    "First()({'wide': keras.Input((6,)), 'a': x})\n",
]


@pytest.mark.parametrize("body", TAKEN)
def test_which_comes_first_is_not_certain(body: str) -> None:
    assert not codes(body)


def test_the_order_of_sorted_keys_is_certain() -> None:
    assert codes("first, second = Sorted()(x).values()\nlayers.Add()([first, x])\n") == ["CAT111"]
    assert codes("First()({'a': keras.Input((6,)), 'wide': x})\n") == ["CAT111"]


def test_it_is_that_of_the_program_where_tensorflow_is() -> None:
    assert codes(TAKEN[0], f"import tensorflow as tf\n{HEAD}") == ["CAT111"]


def test_of_both_orders_one_size_may_be_sure() -> None:
    rows = check(
        "first, second = Both()(x).values()\nlayers.Concatenate()([first, second])\n"
    ).shapes
    assert rows[-1].shape == (None, 9)
