"""A function of TensorFlow takes no symbolic tensor of Keras 3 outside of a layer.

## What it does
Finds functions of TensorFlow that are called on what `Input` and layers give, between the layers
of a functional model.

## Why is this bad
Keras 3 raises a ValueError: there is nothing yet that TensorFlow could compute with. Keras 2 made
a layer of such a call.

## Example
```python
import keras
import tensorflow as tf
from keras import layers

image = keras.Input((32, 32, 3))
wide = layers.Conv2D(8, 3, padding="same")(image)
both = tf.concat([image, wide], axis=-1)
```

## Use instead
```python
import keras
from keras import layers

image = keras.Input((32, 32, 3))
wide = layers.Conv2D(8, 3, padding="same")(image)
both = keras.ops.concatenate([image, wide], axis=-1)
```

Where `keras.ops` has no such function, call it in the `call` of a layer of your own.

## Known limits
Nothing is said in code for Keras 2: where the file names what only that had, or where it, a README
or a list of requirements beside it names Keras 1 or 2 or a TensorFlow before 2.16, and no later
one.
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_concat.rules.base import Finding
from flake8_concat.rules.refusals import refused
from flake8_concat.shapes import Refusal
from flake8_concat.trace.facts import Facts

CODE = "CAT132"
NAME = "tensorflow-function"


def check(facts: Facts) -> Iterator[Finding]:
    """The findings of this rule."""
    yield from refused(facts, Refusal.TENSORFLOW_FUNCTION, "cannot take")
