"""A layer must be called on as many channels as it takes.

## What it does
Finds a layer that is used a second time, on another number of channels than its weights were made
for, a model that is called on another shape than its Input, and numbers of groups or filters that
do not divide the channels.

## Why is this bad
Keras raises a ValueError.

## Example
```python
import keras
from keras import layers

a = keras.Input((32, 32, 3))
b = keras.Input((32, 32, 1))
shared = layers.Conv2D(16, 3)
first = shared(a)
second = shared(b)
```

## Use instead
```python
import keras
from keras import layers

a = keras.Input((32, 32, 3))
b = keras.Input((32, 32, 1))
first = layers.Conv2D(16, 3)(a)
second = layers.Conv2D(16, 3)(b)
```

## Known limits
A layer that may or may not have been called before, in a branch that can't be told, is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_concat.rules.base import Finding
from flake8_concat.rules.refusals import refused
from flake8_concat.shapes import Refusal
from flake8_concat.trace.facts import Facts

CODE = "CAT125"
NAME = "channels"


def check(facts: Facts) -> Iterator[Finding]:
    """The findings of this rule."""
    yield from refused(facts, Refusal.CHANNELS, "cannot take")
