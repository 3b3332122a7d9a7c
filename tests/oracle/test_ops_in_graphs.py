"""Which tensors among the arguments of a function a model must have: those that Keras keeps.

Some functions take a tensor as a setting (`clip(x, low, high)`): the model does not need it.
"""

from __future__ import annotations

import os

import pytest

os.environ.setdefault("KERAS_BACKEND", "jax")
keras = pytest.importorskip("keras")

from flake8_concat import analyze  # noqa: E402
from flake8_concat.keras.nodes import SETTINGS  # noqa: E402

HEAD = """\
import keras
from keras import ops

a = keras.Input((4, 4, 3))
b = keras.Input((4, 4, 3))
"""
SETTING = [
    "ops.clip(a, b, 3.0)",
    "ops.clip(a, 0.0, b)",
    "ops.clip(a, x_min=b, x_max=b)",
    "ops.image.scale_and_translate(a, (4, 4), 0.5, a, b, 'linear')",
    "ops.squareplus(a, b)",
    "ops.threshold(a, b, 0.0)",
    "ops.threshold(a, 0.0, b)",
    "ops.trapezoid(a, b)",
    "ops.trapezoid(y=a, x=b)",
]
NEEDED = [
    "ops.add(a, b)",
    "ops.clip(b, 0.0, 1.0)",
    "ops.trapezoid(b, a)",
    "ops.take_along_axis(a, b, axis=-1)",
    "ops.where(a, b, a)",
]


def judged(call: str) -> tuple[bool, list[str]]:
    """Whether Keras makes a model of it with the input `a` alone, and what we say."""
    text = f"{HEAD}model = keras.Model(a, {call})\n"
    told = [d.code for d in analyze(text, "graph.py").diagnostics if d.code[:4] == "CAT1"]
    try:
        exec(text, {})  # our own text
    except ValueError:
        return False, told
    return True, told


@pytest.mark.parametrize("call", SETTING)
def test_a_setting_is_not_missed(call: str) -> None:
    assert judged(call) == (True, [])


@pytest.mark.parametrize("call", NEEDED)
def test_a_tensor_of_the_graph_is_missed(call: str) -> None:
    assert judged(call) == (False, ["CAT131"])


def test_each_is_asked() -> None:
    asked = {f"keras.{call.partition('(')[0]}" for call in SETTING}
    assert asked == set(SETTINGS)
