"""A layer that was never called has no input and no output.

## What it does
Finds `layer.output` and `layer.input` of a layer, and of a `Sequential`, that nothing in the file
has called on a symbolic tensor.

## Why is this bad
Keras raises an AttributeError. Of a `Sequential` that knows its input Keras 2 gave both.

## Example
```python
import keras
from keras import layers

model = keras.Sequential([keras.Input((8,)), layers.Dense(4)])
features = keras.Model(model.input, model.output)
```

## Use instead
```python
import keras
from keras import layers

model = keras.Sequential([keras.Input((8,)), layers.Dense(4)])
features = keras.Model(model.inputs, model.outputs)
```

## Known limits
Said only where the name of the layer or model is given once in its file, and else stands before
attributes that call it on no symbolic tensor. Of a `Sequential` nothing is said in code for
Keras 2, as with CAT132.
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_concat.rules.base import Finding
from flake8_concat.rules.refusals import refused
from flake8_concat.shapes import Refusal
from flake8_concat.trace.facts import Facts

CODE = "CAT133"
NAME = "never-called"


def check(facts: Facts) -> Iterator[Finding]:
    """The findings of this rule."""
    yield from refused(facts, Refusal.NEVER_CALLED, "of")
