"""A join along the batch axis makes more samples, not more features.

## What it does
Finds concatenations along axis 0 of tensors that come from an `Input`.

## Why is this bad
Axis 0 is the batch. The model builds, and gives two results for each sample that goes in: `fit`
fails later, or trains on pairs that don't belong together. Mostly axis -1 is meant.

## Example
```python
import keras
from keras import layers

a = keras.Input((8,))
b = keras.Input((8,))
both = layers.Concatenate(axis=0)([a, b])
```

## Use instead
```python
import keras
from keras import layers

a = keras.Input((8,))
b = keras.Input((8,))
both = layers.Concatenate(axis=-1)([a, b])
```

## Known limits
Networks that run two inputs through one tower in a single call join them along the batch on
purpose; such a line wants a `# noqa: CAT401`. A result that is split along axis 0 again is not
reported, nor is a tensor that is joined with itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_concat.keras.graph import Node, Tensor, tensors_in
from flake8_concat.rules import describe
from flake8_concat.rules.axes import first_input, newest
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.lineage import is_input
from flake8_concat.shapes import Known, Shape
from flake8_concat.trace.facts import Event, Facts

CODE = "CAT401"
NAME = "concat-batch-axis"

JOINS = (
    "keras.layers.Concatenate",
    "keras.layers.concatenate",
    "keras.layers.merge.concatenate",
    "keras.ops.concatenate",
    "keras.backend.concatenate",
    "tf.concat",
)
_SPLITS = ("split", "unstack", "array_split", "strided_slice", "slice", "a[]", "GetItem")


def check(facts: Facts) -> Iterator[Finding]:
    """The findings of this rule."""
    seen: set[int] = set()
    starts: dict[int, Node | None] = {}
    joins = [
        event
        for event in facts.calls(*JOINS)
        if event.site.source is facts.source and _joins_batches(event, starts)
    ]
    taken_apart = _taken_apart(facts) if joins else set()
    for event in joins:
        if id(event.site) in seen or not isinstance(event.value, Tensor):
            continue
        if event.value.node is None or id(event.value.node) in taken_apart:
            continue
        seen.add(id(event.site))
        inputs = " and ".join(
            describe.tensor(facts, event, i) for i in range(len(event.inputs))[:3]
        )
        yield Finding(
            Place.of(event.site),
            f"{describe.call(event)} joins {inputs} along axis 0, the batch: it gives more "
            "samples, not more features; the other axes begin with 1, the last is -1",
        )


def _joins_batches(event: Event, starts: dict[int, Node | None]) -> bool:
    axis = event.bound.get("axis")
    if type(axis) is not int or type(event.outcome) is not Known:
        return False
    if len({id(item) for item in event.inputs}) < 2:  # each sample twice is no slip of the axis
        return False
    ranks = {len(item.shape) if isinstance(item.shape, Shape) else 0 for item in event.inputs}
    if len(ranks) != 1 or axis not in (0, -max(ranks)) or max(ranks) < 2:
        return False
    return all(_from_input(item, starts) for item in event.inputs)


def _from_input(item: Tensor, starts: dict[int, Node | None]) -> bool:
    """Whether a tensor still has the batch axis of an Input in its first place."""
    if not item.symbolic:
        return False
    first = newest(item.node, _itself_if_first, starts)
    if first is None or not is_input(first):
        return False
    start = first.outputs
    return (
        isinstance(start, Tensor)
        and isinstance(start.shape, Shape)
        and (isinstance(item.shape, Shape) and item.shape[0] == start.shape[0])
    )


def _itself_if_first(node: Node) -> Node | None:
    return node if first_input(node) is None else None


def _taken_apart(facts: Facts) -> set[int]:
    """The ids of the nodes of whose tensors something is made that is split or sliced later."""
    found: set[int] = set()
    for event in reversed(facts.events):
        split = event.callee.rpartition(".")[2] in _SPLITS
        if split or any(id(item.node) in found for item in tensors_in(event.value)):
            found.update(id(item.node) for item in event.inputs if item.node is not None)
    return found
