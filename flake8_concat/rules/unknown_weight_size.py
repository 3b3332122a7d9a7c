"""A layer with weights must know the size that they depend on.

## What it does
Finds layers such as `Dense` or `Conv2D` whose input has None where a weight's size comes from.
`Flatten` on an image of size (None, None, 3) gives (None, None), and a `Dense` after it can't be
built.

## Why is this bad
Keras raises when the model is built.

## Example
```python
import keras
from keras import layers

x = keras.Input((None, None, 3))
x = layers.Flatten()(x)
x = layers.Dense(10)(x)
```

## Use instead
```python
import keras
from keras import layers

x = keras.Input((None, None, 3))
x = layers.GlobalAveragePooling2D()(x)
x = layers.Dense(10)(x)
```

## Known limits
Said only where Keras certainly sees None, not for a size that is merely not known here.
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_concat.rules.base import Finding
from flake8_concat.rules.refusals import refused
from flake8_concat.shapes import Refusal
from flake8_concat.trace.facts import Facts

CODE = "CAT124"
NAME = "unknown-weight-size"


def check(facts: Facts) -> Iterator[Finding]:
    """The findings of this rule."""
    yield from refused(facts, Refusal.UNKNOWN_WEIGHT, "cannot take")
