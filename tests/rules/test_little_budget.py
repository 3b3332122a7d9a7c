"""Rules run parts of a model again, which may take more steps than the trace has left."""

from __future__ import annotations

import pytest

from flake8_concat.rules import all_rules
from flake8_concat.trace.source import Source
from flake8_concat.trace.tracer import Budget, trace

# Where the image has one row the addition repeats it, and all after it is asked once more.
PROGRAM = """
import keras
from keras import layers

inputs = keras.Input((None, None, 3))
x = layers.Conv2D(3, 3, strides=2, padding="same")(inputs)
x = layers.UpSampling2D()(x)
x = layers.Add()([inputs, x])
for _ in range(40):
    x = layers.Lambda(lambda maps: maps * 2)(x)
model = keras.Model(inputs, x)
"""


@pytest.mark.parametrize("steps", [20, 50, 100, 200, 400])
def test_no_rule_fails_where_the_steps_run_out(steps: int) -> None:
    budget = Budget(steps=steps, unbuilt=steps, part=steps, loop_steps=steps)
    facts = trace(Source(PROGRAM, "model.py"), budget=budget)
    assert facts.events
    for rule in all_rules():
        list(rule.check(facts))
