"""A join along the batch axis makes more samples, not more features.

## What it does
Finds concatenations along axis 0 of tensors that come from an `Input`, or that two layers make of
what the `call` of a model is given, or of that and what a convolution makes of it; and a softmax
along axis 0.

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

## Fix
Makes the axis -1 where the inputs are vectors or maps, and of a softmax. It changes what the model
does.

## Known limits
Networks that run two inputs through one tower in a single call join them along the batch on
purpose; such a line wants a comment that says so ("in one batch") or a `# noqa: CAT401`. A result
that is split along axis 0 again is not reported, nor is a tensor that is joined with itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flake8_concat import late
from flake8_concat.keras.graph import Node, Tensor, tensors_in
from flake8_concat.keras.layer import Layer
from flake8_concat.rules import describe
from flake8_concat.rules.axes import axis_names, first_input, newest, operation_name, past
from flake8_concat.rules.axis_fixes import axis_fix
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.join_words import comments_at, names_at
from flake8_concat.rules.lineage import is_input
from flake8_concat.rules.words import is_denied, words_of
from flake8_concat.rules.written_past import WrittenPast
from flake8_concat.shapes import Shape
from flake8_concat.trace.facts import Event, Facts
from flake8_concat.trace.source import Source

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
_SOFTMAX = (
    "keras.layers.Softmax",
    "keras.activations.softmax",
    "keras.ops.softmax",
    "keras.backend.softmax",
    "tf.nn.softmax",
)
_WEIGHTED = late.compiled(r"(?:Separable|Depthwise)?Conv[123]D|Dense$|LSTM$|GRU$|Bidirectional$")
_KEEPING = frozenset("Activation ReLU LeakyReLU BatchNormalization Dropout relu".split())
# "Real and fake in one batch", "along the batch axis"; not "(batch, 64)".
_MEANT = late.compiled(
    r"\b(?:one|a|the|same|single|big|bigger|larger|double|along|over|in|into|as)\s+batch\b",
    re.IGNORECASE,
)
_MADE_UP = frozenset("fake fakes generated synthetic".split())
_APART = late.compiled(r"split|unstack|slice|[\w)]\[[^\]]*:")  # what may take it apart again
_SPLITS = ("split", "unstack", "array_split", "strided_slice", "slice", "a[]", "GetItem")


def check(facts: Facts) -> Iterator[Finding]:
    """The findings of this rule."""
    seen: set[int] = set()
    starts: dict[int, Node | None] = {}
    for event in facts.calls(*_SOFTMAX):
        here = event.site.source is facts.source and id(event.site) not in seen
        if here and event.certain and _over_batch(event, starts):
            seen.add(id(event.site))
            yield Finding(
                Place.of(event.site),
                f"{describe.call(event)} of {describe.tensor(facts, event, 0)} normalises along "
                "axis 0, the batch: what it gives for a sample depends on the others; the other "
                "axes begin with 1, the last is -1",
                fixes=tuple(axis_fix(facts, event, "-1")),
            )
    joins = [
        event
        for event in facts.calls(*JOINS)
        if event.site.source is facts.source and _joins_batches(event, starts)
    ]
    for event in facts.calls(*JOINS):
        if id(event.site) not in seen and _with_what_it_makes(facts, event):
            seen.add(id(event.site))
            if not _meant(facts, event):
                yield Finding(
                    Place.of(event.site),
                    f"{describe.call(event)} joins what a layer is given with what a convolution "
                    "makes of it along axis 0, the batch: it gives more samples, not more "
                    "features; the other axes begin with 1, the last is -1",
                    fixes=tuple(axis_fix(facts, event, "-1")),
                )
    taken_apart = _taken_apart(facts) if joins else set()
    for event in joins:
        if id(event.site) in seen or not isinstance(event.value, Tensor):
            continue
        if event.value.node is None or id(event.value.node) in taken_apart:
            continue
        if _meant(facts, event):
            continue
        seen.add(id(event.site))
        inputs = " and ".join(
            describe.tensor(facts, event, i) for i in range(len(event.inputs))[:3]
        )
        yield Finding(
            Place.of(event.site),
            f"{describe.call(event)} joins {inputs} along axis 0, the batch: it gives more "
            "samples, not more features; the other axes begin with 1, the last is -1",
            fixes=tuple(axis_fix(facts, event, "-1")) if _features_fit(event) else (),
        )


def _with_what_it_makes(facts: Facts, event: Event) -> bool:
    """Whether a layer joins what its `call` is given, which is not known, with maps of it."""
    if event.bound.get("axis") != 0 or not event.site.scope.endswith(".call"):
        return False
    if event.site.source is not facts.source or len(event.inputs) > 1:
        return False
    if event.site.function is None:
        return False
    written = WrittenPast.of(facts.source)
    items, given = written.items(event.site) or [], written.parameters(event.site)
    if len(items) != 2 or len({one.root for one in items}) != 1 or items[0].root not in given:
        return False
    plain = [one for one in items if one.name == one.root and not one.is_map]
    made = [one for one in items if one.is_map and not one.apart]
    if not len(plain) == len(made) == 1:
        return False
    apart = facts.source.view(_Apart).functions
    key = id(event.site.function)
    if key not in apart:
        apart[key] = _APART.search(describe.code(event.site.function.body)) is not None
    return not apart[key]


class _Apart:
    """Which functions of a file, by their ids, may take a batch apart again."""

    def __init__(self, source: Source) -> None:
        self.functions: dict[int, bool] = {}


def _meant(facts: Facts, event: Event) -> bool:
    """Whether it says that there is to be one batch of them: a name, or a comment beside or above.

    So do real and made-up images, which a discriminator sees together.
    """
    names = words_of(" ".join(names_at(event)))
    given = words_of(describe.code(event.site.node))
    if "batch" in names or ("real" in given and not _MADE_UP.isdisjoint(given)):
        return True
    return any(_MEANT.search(text) and not is_denied(text) for text in comments_at(facts, event))


def _features_fit(event: Event) -> bool:
    """Whether the last axis is certainly the one that is meant: of vectors, and of maps.

    Sequences may be joined along their steps.
    """
    shapes = [item.shape for item in event.inputs if isinstance(item.shape, Shape)]
    return len(shapes[0]) != 3 and all(shape[:-1] == shapes[0][:-1] for shape in shapes)


def _joins_batches(event: Event, starts: dict[int, Node | None]) -> bool:
    axis = event.bound.get("axis")
    if type(axis) is not int or not event.shapes_fit:
        return False
    if len({id(item) for item in event.inputs}) < 2:  # each sample twice is no slip of the axis
        return False
    ranks = {len(item.shape) if isinstance(item.shape, Shape) else 0 for item in event.inputs}
    if len(ranks) != 1 or axis not in (0, -max(ranks)) or max(ranks) < 2:
        return False
    return all(_from_input(item, starts) for item in event.inputs) or _branches(event.inputs)


def _over_batch(event: Event, starts: dict[int, Node | None]) -> bool:
    axis = event.bound.get("axis")
    if type(axis) is not int or len(event.inputs) != 1 or not event.shapes_fit:
        return False
    item = event.inputs[0]
    rank = len(item.shape) if isinstance(item.shape, Shape) else 0
    if rank < 2 or axis not in (0, -rank) or not axis_names(item):
        return False  # a product of two batches has one on each axis
    return _from_input(item, starts)


def _branches(items: tuple[Tensor, ...]) -> bool:
    """Whether layers with weights of their own make them of one tensor, in the body of a model.

    Tensors there have no Input. What one layer makes of two views is joined on purpose.
    """
    made_by: set[int] = set()
    starts: set[int] = set()
    for item in items:
        maker = next((node for node in past(item) if operation_name(node) not in _KEEPING), None)
        if maker is None or not isinstance(maker.operation, Layer):
            return False
        if not _WEIGHTED.match(operation_name(maker)):
            return False
        first = list(past(item))[-1]
        if len(first.inputs) != 1 or first.inputs[0].node is not None or not item.symbolic:
            return False
        given = first.inputs[0].shape
        if not isinstance(item.shape, Shape) or not isinstance(given, Shape):
            return False
        if type(item.shape[0]) is int or item.shape[0] != given[0]:
            return False
        made_by.add(id(maker.operation))
        starts.add(id(first.inputs[0]))
    return len(starts) == 1 and len(made_by) == len(items)


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
