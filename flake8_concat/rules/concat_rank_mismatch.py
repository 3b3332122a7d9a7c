"""Tensors that are joined must have the same number of axes.

## What it does
Finds joins of tensors of different rank, for example a feature map (batch, height, width,
channels) with a vector (batch, features).

## Why is this bad
Keras raises a ValueError when the model is built.

## Example
```python
import keras
from keras import layers

image = keras.Input((8, 8, 32))
vector = keras.Input((10,))
both = layers.Concatenate()([image, vector])
```

## Use instead
```python
import keras
from keras import layers

image = keras.Input((8, 8, 32))
vector = keras.Input((10,))
both = layers.Concatenate()([layers.Flatten()(image), vector])
```

## Known limits
Nothing is said where one of the ranks is not known.
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_concat.rules.base import Finding
from flake8_concat.rules.refusals import refused
from flake8_concat.shapes import Refusal
from flake8_concat.trace.facts import Facts

CODE = "CAT103"
NAME = "concat-rank-mismatch"


def check(facts: Facts) -> Iterator[Finding]:
    """The findings of this rule."""
    yield from refused(facts, Refusal.RANKS_DIFFER, "cannot join")
