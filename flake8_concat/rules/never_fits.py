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
from flake8_concat.rules.fitting import Demand, Join, demands, impossible, leads_to, name_of
from flake8_concat.rules.locate import elsewhere, reported_at
from flake8_concat.shapes import Condition
from flake8_concat.trace.facts import Event, Facts

CODE = "CAT407"
NAME = "never-fits"


def check(facts: Facts) -> Iterator[Finding]:
    """One finding a call."""
    seen: set[int] = set()
    for event, text in _hopeless(facts):
        site = reported_at(facts, event)
        if site is None or id(event.site) in seen:
            continue
        seen.add(id(event.site))
        yield Finding(Place.of(site), elsewhere(facts, event) + text)


def _hopeless(facts: Facts) -> Iterator[tuple[Event, str]]:
    """The calls that never fit, and what to say of each."""
    for event, condition in impossible(facts):
        yield event, _message(facts, event, condition)
    for demand in demands(facts):
        if demand.sizes.empty:
            yield from _of_one_symbol(facts, demand)


def _of_one_symbol(facts: Facts, demand: Demand) -> Iterator[tuple[Event, str]]:
    alone = [join for join in demand.joins if demand.hopeless(join)]
    for join in alone:
        yield join.event, _message(facts, join.event, join.condition)
    if alone:
        return
    last = demand.last_straw()
    if demand.symbol.literal or any(leads_to(join, last) for join in demand.joins):
        yield last.event, _together(facts, demand, last)


def _together(facts: Facts, demand: Demand, last: Join) -> str:
    """For joins that fit some sizes each, and none together."""
    call = describe.call(last.event)
    name = name_of(facts, demand.symbol, last.event, last.condition) or "a size"
    first = next(join for join in demand.joins if (join.sizes & last.sizes).empty or join is last)
    here = f"{name} must be {last.sizes.describe()}"
    if first is last:
        return f"{call} never fits together with the joins before it: here {here}"
    if first.event is last.event:
        return f"{call} never fits: {here} and {first.sizes.describe()} at once"
    where = describe.where(first.event.site, facts.source)
    other = describe.call(first.event) + (f" on {where}" if where else "")
    return f"{call} never fits: here {here}, for {other} {first.sizes.describe()}"


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
