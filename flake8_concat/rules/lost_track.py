"""The tool says where it lost track of a shape.

## What it does
Reports each call after which a shape is not known any more, with the reason, and files that could
not be read or traced at all. Off unless asked for: `--select CAT0`, or `--concat-extend-select
CAT0` in flake8.

## Why is this bad
It is not. But behind such a line nothing can be found, and often a small change (a number in place
of a value that is read from a file) lets the tool see more.

## Example
```python
import keras
from keras import layers
from somewhere_else import options

x = keras.Input((32, 32, 3))
y = options.head(x)
z = layers.Reshape(options.shape)(x)
```

## Use instead
```python
import keras
from keras import layers

x = keras.Input((32, 32, 3))
z = layers.Reshape((1024, 3))(x)
```

## Known limits
Only the first loss on a way is reported, not what follows from it.
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_concat.rules import describe
from flake8_concat.rules.base import Finding, Place
from flake8_concat.shapes import Shape, Unknown
from flake8_concat.trace.facts import Event, Facts

CODE = "CAT001"
NAME = "lost-track"


def check(facts: Facts) -> Iterator[Finding]:
    """The findings of this rule."""
    seen: set[int] = set()
    for event in facts.events:
        if event.site.source is not facts.source or id(event.site) in seen:
            continue
        why = _loss(event)
        if why is not None:
            seen.add(id(event.site))
            yield Finding(Place.of(event.site), f"lost track of the shape here, because {why}")
    if facts.lost is not None:
        yield Finding(
            Place(facts.source, range=describe.FIRST_LINE),
            f"lost track of the rest of this file, because {facts.lost}",
        )


def _loss(event: Event) -> str | None:
    """Why a shape that was known before the call is not known after it."""
    if any(not isinstance(item.shape, Shape) for item in event.inputs):
        return None
    if type(event.outcome) is Unknown:
        return event.outcome.why
    if event.kind == "other" and event.inputs and type(event.value) is Unknown:
        return event.value.why
    return None
