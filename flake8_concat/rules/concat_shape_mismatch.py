"""Tensors that are joined must have the same sizes on all other axes.

## What it does
Finds `Concatenate`, `concatenate`, `keras.ops.concatenate`, `tf.concat` and `K.concatenate` of
tensors that differ in a size off the axis on which they are joined, and layers that join in the
same way.

## Why is this bad
Keras raises a ValueError when the model is built. Its message lists the shapes, but not which
axis differs, where the sizes came from, or what would work.

## Example
```python
import keras
from keras import layers

left = keras.Input((64, 64, 32))
right = keras.Input((64, 32, 32))
both = layers.Concatenate(axis=1)([left, right])
```

## Use instead
```python
import keras
from keras import layers

left = keras.Input((64, 64, 32))
right = keras.Input((64, 32, 32))
both = layers.Concatenate(axis=2)([left, right])
```

## Known limits
Said only when all sizes concerned are known numbers. A size that Keras sees as None fits every
other size when the model is built, as it does for Keras.
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_concat.rules.base import Finding
from flake8_concat.rules.refusals import refused
from flake8_concat.shapes import Refusal
from flake8_concat.trace.facts import Facts

CODE = "CAT101"
NAME = "concat-shape-mismatch"


def check(facts: Facts) -> Iterator[Finding]:
    """The findings of this rule."""
    yield from refused(facts, Refusal.SHAPES_DIFFER, "cannot join")
