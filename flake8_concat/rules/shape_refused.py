"""Any other call that Keras refuses because of its shapes.

## What it does
Finds calls that Keras certainly refuses for a reason that has no rule of its own: a matrix
product of sizes that do not fit, contradicting arguments or such that nothing takes, words that
name no activation, a layer in the place of a tensor; attributes of the program's own layers that
nothing gives them; arrays that a model is not made for, those of `keras.datasets` among them.

## Why is this bad
Keras raises when the model is built, or when it is given its first data.

## Example
```python
import keras
from keras import layers

a = keras.Input((8, 16))
b = keras.Input((8, 16))
scores = keras.ops.matmul(a, b)
```

## Use instead
```python
import keras
from keras import layers

a = keras.Input((8, 16))
b = keras.Input((8, 16))
scores = keras.ops.matmul(a, layers.Permute((2, 1))(b))
```

## Known limits
The message says what is refused in the words of the layer's own check.
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_concat.rules.base import Finding
from flake8_concat.rules.refusals import refused
from flake8_concat.shapes import Refusal
from flake8_concat.trace.facts import Facts

CODE = "CAT139"
NAME = "shape-refused"


def check(facts: Facts) -> Iterator[Finding]:
    """The findings of this rule."""
    yield from refused(facts, Refusal.WRONG_SHAPE, "cannot take")
