"""The axes that a dot product sums over must have the same size.

## What it does
Finds `Dot` and `dot` whose `axes` name two axes of different size, or axes that the tensors do
not have.

## Why is this bad
Keras raises a ValueError when the model is built.

## Example
```python
import keras
from keras import layers

a = keras.Input((10, 32))
b = keras.Input((10, 64))
scores = layers.Dot(axes=2)([a, b])
```

## Use instead
```python
import keras
from keras import layers

a = keras.Input((10, 32))
b = keras.Input((10, 64))
scores = layers.Dot(axes=1)([a, b])
```

## Known limits
Matrix products written with `@` or `matmul` are reported as CAT139.
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_concat.rules.base import Finding
from flake8_concat.rules.refusals import refused
from flake8_concat.shapes import Refusal
from flake8_concat.trace.facts import Facts

CODE = "CAT112"
NAME = "dot-axes"


def check(facts: Facts) -> Iterator[Finding]:
    """The findings of this rule."""
    yield from refused(facts, Refusal.DOT_AXES, "cannot multiply")
