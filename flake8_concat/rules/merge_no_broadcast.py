"""Tensors that are added, multiplied and so on must broadcast to one shape.

## What it does
Finds `Add`, `Subtract`, `Multiply`, `Average`, `Maximum`, `Minimum`, their functional forms and
operators, on tensors that differ in a size where neither is 1.

## Why is this bad
Keras raises a ValueError when the model is built.

## Example
```python
import keras
from keras import layers

x = keras.Input((32, 32, 64))
y = layers.Conv2D(64, 3)(x)
both = layers.Add()([x, y])
```

## Use instead
```python
import keras
from keras import layers

x = keras.Input((32, 32, 64))
y = layers.Conv2D(64, 3, padding="same")(x)
both = layers.Add()([x, y])
```

## Known limits
Sizes that are not known numbers are taken to fit.
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_concat.rules.base import Finding
from flake8_concat.rules.refusals import refused
from flake8_concat.shapes import Refusal
from flake8_concat.trace.facts import Facts

CODE = "CAT111"
NAME = "merge-no-broadcast"


def check(facts: Facts) -> Iterator[Finding]:
    """The findings of this rule."""
    yield from refused(facts, Refusal.NO_BROADCAST, "cannot merge")
