"""A reshape must keep the number of elements.

## What it does
Finds `Reshape` and `reshape` whose target has another number of elements than the input.

## Why is this bad
Keras raises a ValueError when the model is built.

## Example
```python
import keras
from keras import layers

x = keras.Input((7, 7, 64))
x = layers.Reshape((49, 32))(x)
```

## Use instead
```python
import keras
from keras import layers

x = keras.Input((7, 7, 64))
x = layers.Reshape((49, 64))(x)
```

## Known limits
Nothing is said where a size of the input is None or not known.
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_concat.rules.base import Finding
from flake8_concat.rules.refusals import refused
from flake8_concat.shapes import Refusal
from flake8_concat.trace.facts import Facts

CODE = "CAT123"
NAME = "reshape-total-size"


def check(facts: Facts) -> Iterator[Finding]:
    """The findings of this rule."""
    yield from refused(facts, Refusal.TOTAL_SIZE, "cannot take")
