"""A layer must be called on a tensor with as many axes as it needs.

## What it does
Finds layers that are called on a tensor of another rank than they accept: `Conv2D` on vectors,
`LSTM` on images.

## Why is this bad
Keras raises a ValueError when the model is built.

## Example
```python
import keras
from keras import layers

x = keras.Input((28, 28, 1))
x = layers.Flatten()(x)
x = layers.Conv2D(32, 3)(x)
```

## Use instead
```python
import keras
from keras import layers

x = keras.Input((28, 28, 1))
x = layers.Conv2D(32, 3)(x)
x = layers.Flatten()(x)
```

## Known limits
Nothing is said where the rank of the input is not known.
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_concat.rules.base import Finding
from flake8_concat.rules.refusals import refused
from flake8_concat.shapes import Refusal
from flake8_concat.trace.facts import Facts

CODE = "CAT121"
NAME = "wrong-rank"


def check(facts: Facts) -> Iterator[Finding]:
    """The findings of this rule."""
    yield from refused(facts, Refusal.WRONG_RANK, "cannot take")
