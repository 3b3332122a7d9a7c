"""The outputs of a model must be computed from its inputs.

## What it does
Finds `Model(inputs, outputs)` in which an output depends on an `Input` that is not among the
inputs.

## Why is this bad
Keras raises a ValueError ("Graph disconnected", or "`inputs` not connected to `outputs`").

## Example
```python
import keras
from keras import layers

a = keras.Input((8,))
b = keras.Input((8,))
both = layers.Concatenate()([a, b])
model = keras.Model(a, both)
```

## Use instead
```python
import keras
from keras import layers

a = keras.Input((8,))
b = keras.Input((8,))
both = layers.Concatenate()([a, b])
model = keras.Model([a, b], both)
```

## Known limits
Nothing is said where an output's way back to its inputs can't be followed as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_concat.rules.base import Finding
from flake8_concat.rules.refusals import refused
from flake8_concat.shapes import Refusal
from flake8_concat.trace.facts import Facts

CODE = "CAT131"
NAME = "disconnected-model"


def check(facts: Facts) -> Iterator[Finding]:
    """The findings of this rule."""
    yield from refused(facts, Refusal.DISCONNECTED, "cannot be made of")
