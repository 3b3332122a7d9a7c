"""The axis of a concatenation must be an axis that the tensors have.

## What it does
Finds joins whose `axis` is past the last axis of their inputs, or before the first. The batch
counts as axis 0: an image in a batch has the axes 0 to 3.

## Why is this bad
Keras raises when the model is built, with messages such as "list assignment index out of range".

## Example
```python
import keras
from keras import layers

a = keras.Input((64, 64, 32))
b = keras.Input((64, 64, 32))
both = layers.Concatenate(axis=4)([a, b])
```

## Use instead
```python
import keras
from keras import layers

a = keras.Input((64, 64, 32))
b = keras.Input((64, 64, 32))
both = layers.Concatenate(axis=3)([a, b])
```

## Known limits
Nothing is said where the rank of the inputs or the value of `axis` is not known.
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_concat.rules.base import Finding
from flake8_concat.rules.refusals import refused
from flake8_concat.shapes import Refusal
from flake8_concat.trace.facts import Facts

CODE = "CAT102"
NAME = "concat-axis-out-of-range"


def check(facts: Facts) -> Iterator[Finding]:
    """The findings of this rule."""
    yield from refused(facts, Refusal.AXIS_OUT_OF_RANGE, "cannot join")
