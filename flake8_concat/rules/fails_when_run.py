"""A layer that builds, but fails with the first batch.

## What it does
Finds attention on tensors whose features or steps don't fit each other, recurrent layers that are
given states of another size, masks of other steps, and an interpolation that there is not: Keras
says a shape when the model is built, and raises where the layer first runs.

## Why is this bad
The model builds, prints its summary, compiles. It fails in `fit`, once the data is loaded.

## Example
```python
import keras
from keras import layers

query = keras.Input((10, 64))
value = keras.Input((20, 32))
context = layers.Attention()([query, value])
```

## Use instead
```python
import keras
from keras import layers

query = keras.Input((10, 64))
value = keras.Input((20, 32))
context = layers.Attention()([query, layers.Dense(64)(value)])
```

## Known limits
Only sizes that are known are compared. What is called on arrays, or in the body of a layer, raises
on the line itself and is reported as CAT1.
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_concat.keras.graph import shapes_of
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.run_checks import IN_BODIES, refused_where_it_runs
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.locate import reported_at
from flake8_concat.rules.refusals import causes, message, related
from flake8_concat.shapes import Known, Lose, Mismatch
from flake8_concat.trace.facts import Event, Facts

CODE = "CAT408"
NAME = "fails-when-run"

# What Softmax makes of a mask differs between releases.
CALLS = tuple(f"keras.layers.{name}" for name in sorted(IN_BODIES - {"Softmax"}))


def check(facts: Facts) -> Iterator[Finding]:
    """One finding a call, for the first evaluation that fails."""
    seen: set[int] = set()
    for event in facts.calls(*CALLS):
        if id(event.site) in seen:
            continue
        refusal = _refusal(event)
        site = reported_at(facts, event) if refusal is not None else None
        if refusal is None or site is None:
            continue
        seen.add(id(event.site))
        steps = causes(event, refusal)
        yield Finding(
            Place.of(site),
            message(facts, event, refusal, "builds, but fails with the first batch on", steps),
            related(facts, event, refusal, steps),
        )


def _refusal(event: Event) -> Mismatch | None:
    """What Keras says once the layer runs on batches of these very shapes."""
    layer = event.operation
    if not event.certain or type(event.outcome) is not Known or not isinstance(layer, Layer):
        return None
    if any(tensor.merged or not tensor.symbolic for tensor in event.inputs):
        return None
    try:
        found = refused_where_it_runs(layer, shapes_of(event.args), shapes_of(dict(event.kwargs)))
    except Lose:
        return None
    return found if isinstance(found, Mismatch) else None
