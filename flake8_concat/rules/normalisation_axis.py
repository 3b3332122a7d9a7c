"""A normalisation over axis 1 of channels_last maps: what channels_first code leaves behind.

## What it does
Finds `BatchNormalization(axis=1)`, `LayerNormalization(axis=1)`, `GroupNormalization(axis=1)` and
their kin on maps that a channels_last convolution or pooling made.

## Why is this bad
Axis 1 of a channels_last map is its height. Every row of the image gets its own mean, and all
channels share one: the model trains, worse, and its weights depend on the size of the image.

## Example
```python
import keras
from keras import layers

inputs = keras.Input((32, 32, 3))
x = layers.Conv2D(16, 3, padding="same")(inputs)
x = layers.BatchNormalization(axis=1)(x)
```

## Use instead
```python
import keras
from keras import layers

inputs = keras.Input((32, 32, 3))
x = layers.Conv2D(16, 3, padding="same")(inputs)
x = layers.BatchNormalization(axis=-1)(x)
```

## Fix
Makes the axis -1. It changes what the model does.

## Known limits
Images that go in as (3, height, width) are left alone: such code runs under a Keras that is
configured for channels first elsewhere. So are maps that were transposed or reshaped on the way.
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_concat.keras.graph import Node
from flake8_concat.rules import describe
from flake8_concat.rules.axes import (
    CHANNELS_LAST,
    axis_names,
    data_format_of,
    newest,
    rearranges,
)
from flake8_concat.rules.axis_fixes import axis_fix
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.lineage import is_map_layer, looks_channels_first
from flake8_concat.shapes import Shape
from flake8_concat.trace.facts import Event, Facts

CODE = "CAT406"
NAME = "normalisation-axis"

LAYERS = tuple(
    f"keras.layers.{name}"
    for name in (
        "BatchNormalization",
        "LayerNormalization",
        "GroupNormalization",
        "UnitNormalization",
        "SyncBatchNormalization",
    )
)


def check(facts: Facts) -> Iterator[Finding]:
    """The findings of this rule."""
    seen: dict[int, Event] = {}
    quiet: set[int] = set()
    from_maps: dict[int, bool | None] = {}
    for event in facts.calls(*LAYERS):
        if event.site.source is facts.source:
            if _over_height(event, facts, from_maps):
                seen.setdefault(id(event.site), event)
            else:
                quiet.add(id(event.site))
    for key, event in seen.items():
        if key not in quiet:
            yield _finding(facts, event)


def _over_height(event: Event, facts: Facts, from_maps: dict[int, bool | None]) -> bool:
    axis = event.bound.get("axis")
    if isinstance(axis, (list, tuple)) and len(axis) == 1:
        axis = axis[0]
    if axis != 1 or len(event.inputs) != 1 or not event.certain:
        return False
    tensor = event.inputs[0]
    if not isinstance(tensor.shape, Shape) or len(tensor.shape) not in (4, 5):
        return False
    return (
        "channels" in axis_names(tensor, facts.image_data_format)[-1:]
        and newest(tensor.node, _from_maps, from_maps) is True
        and not looks_channels_first(tensor)
    )


def _from_maps(node: Node) -> bool | None:
    """Whether a channels_last layer makes a map here. False also for what turns one."""
    if is_map_layer(node):
        return data_format_of(node) in (CHANNELS_LAST, None)
    return False if rearranges(node) else None


def _finding(facts: Facts, event: Event) -> Finding:
    shape = event.inputs[0].shape
    names = axis_names(event.inputs[0], facts.image_data_format)
    name = names[1] if len(names) > 1 else "height"
    message = (
        f"{describe.call(event)} normalises {shape} over axis 1, the {name}; its channels are axis "
        f"{len(names) - 1}: axis=-1 is meant, if the layer was not written for channels_first"
    )
    return Finding(Place.of(event.site), message, fixes=tuple(axis_fix(facts, event, "-1")))
