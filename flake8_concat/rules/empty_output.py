"""A layer must leave something of its input.

## What it does
Finds convolutions, poolings and croppings that would give a tensor with a size of zero or less:
a 5x5 kernel on a 3x3 map, one pooling too many.

## Why is this bad
Keras raises a ValueError when the model is built ("Computed output size would be negative").

## Example
```python
import keras
from keras import layers

x = keras.Input((4, 4, 8))
x = layers.MaxPooling2D(2)(x)
x = layers.Conv2D(16, 3)(x)
```

## Use instead
```python
import keras
from keras import layers

x = keras.Input((4, 4, 8))
x = layers.MaxPooling2D(2)(x)
x = layers.Conv2D(16, 3, padding="same")(x)
```

## Known limits
Where Keras itself builds a layer with an empty output, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_concat.rules.base import Finding
from flake8_concat.rules.refusals import refused
from flake8_concat.shapes import Refusal
from flake8_concat.trace.facts import Facts

CODE = "CAT122"
NAME = "empty-output"


def check(facts: Facts) -> Iterator[Finding]:
    """The findings of this rule."""
    yield from refused(facts, Refusal.EMPTY_OUTPUT, "cannot take")
