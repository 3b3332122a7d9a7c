"""A join that no size of the input fits.

## What it does
Where two tensors are joined whose sizes are not known yet (None in `Input`, parameters), but are
expressions of the same unknown that are equal for no value of it, says so.

## Why is this bad
Keras does not compare sizes that it sees as None: the model builds. It fails on the first batch,
whatever the images are.

## Example
```python
import keras
from keras import layers

inputs = keras.Input((None, None, 3))
x = layers.Conv2D(8, 3)(inputs)
both = layers.Concatenate()([inputs, x])
```

## Use instead
```python
import keras
from keras import layers

inputs = keras.Input((None, None, 3))
x = layers.Conv2D(8, 3, padding="same")(inputs)
both = layers.Concatenate()([inputs, x])
```

## Known limits
Sizes that depend on two different unknowns are compared only where their difference can't be 0.
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_concat.rules import describe
from flake8_concat.rules.axes import axis_name
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.fitting import impossible
from flake8_concat.rules.locate import elsewhere, reported_at
from flake8_concat.shapes import Condition
from flake8_concat.trace.facts import Event, Facts

CODE = "CAT407"
NAME = "never-fits"


def check(facts: Facts) -> Iterator[Finding]:
    """One finding a call."""
    seen: set[int] = set()
    for event, condition in impossible(facts):
        site = reported_at(facts, event)
        if site is None or id(event.site) in seen:
            continue
        seen.add(id(event.site))
        yield Finding(Place.of(site), elsewhere(facts, event) + _message(facts, event, condition))


def _message(facts: Facts, event: Event, condition: Condition) -> str:
    positions = [p for p in condition.inputs if p < len(event.inputs)]
    tensors = " and ".join(describe.tensor(facts, event, p) for p in positions)
    text = f"{describe.call(event)} never fits"
    text += f" {tensors}: " if tensors else ": "
    axis = condition.axis
    if axis is not None:
        name = (
            axis_name(event.inputs[positions[0]], axis, facts.image_data_format)
            if positions
            else None
        )
        text += f"axis {axis} ({name}) is " if name else f"axis {axis} is "
    elements = " elements" if axis is None else ""
    text += f"{condition.left} vs {condition.right}{elements}"
    return f"{text}, which are equal for no size of the input"
