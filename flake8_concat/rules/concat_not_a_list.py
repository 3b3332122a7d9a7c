"""A layer that merges tensors must be called on one list of them.

## What it does
Finds `Concatenate()(a, b)`, `Concatenate()(a)`, `Concatenate()([])`, and the same with `Add`,
`Multiply`, `Average` and the other layers that merge tensors.

## Why is this bad
Keras raises when the model is built. In `Concatenate()(a, b)` the second tensor is not even seen
as an input.

## Example
```python
import keras
from keras import layers

a = keras.Input((8,))
b = keras.Input((8,))
both = layers.Concatenate()(a)
```

## Use instead
```python
import keras
from keras import layers

a = keras.Input((8,))
b = keras.Input((8,))
both = layers.Concatenate()([a, b])
```

## Known limits
A list whose contents can't be followed is taken to be right.
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_concat.rules.base import Finding
from flake8_concat.rules.refusals import refused
from flake8_concat.shapes import Refusal
from flake8_concat.trace.facts import Facts

CODE = "CAT104"
NAME = "concat-not-a-list"


def check(facts: Facts) -> Iterator[Finding]:
    """The findings of this rule."""
    yield from refused(facts, Refusal.NOT_A_LIST, "cannot take")
