"""A skip connection that fits only some sizes of the image.

## What it does
Follows sizes that are not known yet (None in `Input`, parameters of a function) as expressions
through the network. Where two tensors are joined whose sizes are different expressions of the same
unknown, it finds exactly for which values they are equal: "a multiple of 16", "188 or more, of the
form 16k + 12".

## Why is this bad
Keras builds a U-Net on `Input((None, None, 3))` without a word. Training stops at the first image
of 300 x 300: 300 becomes 150, 75, 37, and on the way up 74 meets 75.

## Example
```python
import keras
from keras import layers

inputs = keras.Input((None, None, 3))
down = layers.MaxPooling2D(2)(inputs)
up = layers.UpSampling2D(2)(down)
both = layers.Concatenate()([inputs, up])
```

## Use instead
```python
import keras
from keras import layers

inputs = keras.Input((None, None, 3))
resized = layers.Resizing(256, 256)(inputs)
down = layers.MaxPooling2D(2)(resized)
up = layers.UpSampling2D(2)(down)
both = layers.Concatenate()([resized, up])
```
Or pad the images to the next multiple, give the Input a size that fits, or crop or resize one of
the two tensors to the size of the other.

## Known limits
Sizes that depend on two different unknowns are not compared. Quiet where sizes are rounded, padded,
cropped or resized so that they fit; where the program tests the size on the way to the join, and
lets none pass that does not fit (`assert height % 16 == 0`); and for images of None sizes where a
function that builds no network rounds their size. A function that is called in the file is read
with the sizes that it is called with.
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_concat.keras.graph import Tensor
from flake8_concat.rules import describe
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.fitting import (
    Demand,
    Join,
    demands,
    first_cause,
    input_of,
    name_of,
)
from flake8_concat.rules.guards import guarded
from flake8_concat.rules.locate import elsewhere, reported_at
from flake8_concat.rules.refusals import MAX_MESSAGE
from flake8_concat.shapes import substitute
from flake8_concat.shapes.periodic import Sizes
from flake8_concat.shapes.rounding import Rounding
from flake8_concat.trace.facts import Facts

CODE = "CAT403"
NAME = "fits-some-sizes"


Group = dict[str, Demand]  # what a message calls a symbol, and what it must be


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for all sizes that one call constrains."""
    groups: dict[int, Group] = {}
    for demand in demands(facts):
        if demand.sizes.empty or guarded(facts, demand):
            continue
        join = demand.failing(demand.example())
        name = name_of(facts, demand.symbol, join.event, join.condition)
        if name is not None:
            groups.setdefault(id(join.event), {}).setdefault(name, demand)
    for group in groups.values():
        yield from _finding(facts, group)


def _finding(facts: Facts, group: Group) -> Iterator[Finding]:
    demand = next(iter(group.values()))
    example = demand.example()
    join = demand.failing(example)
    site = reported_at(facts, join.event)
    if site is None:
        return
    found = input_of(demand.symbol, join.event.inputs)
    start = found[0] if found is not None else None
    head = elsewhere(facts, join.event) + describe.call(join.event)
    text = f"{head} fits only when {' and '.join(_clauses(group))}"
    cause = first_cause(facts, demand, example)
    for extra in _extras(facts, join, example, start, cause):
        if len(text) + len(extra) + 2 <= MAX_MESSAGE:
            text += f"; {extra}"
    place = describe.place_of(start.node) if start is not None and start.node is not None else None
    related = ((place, f"the input is {start.shape}"),) if place is not None and start else ()
    yield Finding(Place.of(site), text, related)


def _clauses(group: Group) -> Iterator[str]:
    """What must be what: "the input height is even (225 is not; 224 and 226 are)"."""
    alike: dict[Sizes, list[str]] = {}
    for name, demand in group.items():
        alike.setdefault(demand.sizes, []).append(name)
    for sizes, names in alike.items():
        yield f"{_subject(names)} {sizes.describe()} ({_nearest(group[names[0]])})"


def _extras(
    facts: Facts, join: Join, example: int, start: Tensor | None, cause: Rounding | None
) -> Iterator[str]:
    """What else to say, the most useful first."""
    if cause is not None:
        yield cause.describe()
    line = describe.where(start.node.site, facts.source) if start and start.node else None
    if line is not None:
        yield f"input on {line}"
    yield "pad, crop or resize"
    left, right = (
        substitute(size, {join.symbol: example})
        for size in (join.condition.left, join.condition.right)
    )
    if join.condition.axis is not None and isinstance(left, int) and isinstance(right, int):
        yield f"with {example}, {left} meets {right}"


def _subject(names: list[str]) -> str:
    """The subject and its verb: "the input height is", "the input height and width are each"."""
    if len(names) == 1:
        return f"{names[0]} is"
    rest = names[1:]
    if names[0].startswith("the input "):
        rest = [name.removeprefix("the input ") for name in rest]
    return f"{', '.join([names[0], *rest[:-1]])} and {rest[-1]} are each"


def _nearest(demand: Demand) -> str:
    """The example and its neighbours: "300 is not; 288 and 304 are"."""
    example = demand.example()
    near = [str(n) for n in demand.sizes.nearest(example) if n is not None]
    return f"{example} is not; {' and '.join(near)} {'are' if len(near) > 1 else 'is'}"
