"""A normalisation over the axis where the other data format has its channels.

## What it does
Finds `BatchNormalization(axis=1)`, `LayerNormalization(axis=1)`, `GroupNormalization(axis=1)` and
their kin on maps that a channels_last convolution or pooling made, and on pictures in colour: what
channels_first code leaves behind. `BatchNormalization(axis=2)` on such maps, where the batch was
not counted, and on what `ConvLSTM2D` gives, whose channels are there in channels_first. Also
`BatchNormalization()` and `GroupNormalization()`, which take the last axis, on maps of a layer that
is told channels_first. Where a file's other normalisations are over the features, also the one
behind a `Conv1D` over its steps or a `ConvLSTM2D` over its time, and the one of what is not known,
right behind a convolution or before one; in a file with its channels last also
`tf.layers.batch_normalization(x, axis=1)` of what a convolution gives.

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
Makes the axis -1, or 1 where maps are channels_first; there it is added where none is written. It
changes what the model does.

## Known limits
Images that go in as (3, height, width) are left alone: such code runs under a Keras that is
configured for channels first elsewhere. So are maps that were transposed or reshaped on the way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import libcst as cst

from flake8_concat import late
from flake8_concat.keras.graph import Node, Tensor
from flake8_concat.rules import describe
from flake8_concat.rules.axes import (
    CHANNELS_FIRST,
    CHANNELS_LAST,
    alternatives,
    axis_names,
    data_format_of,
    newest,
    operation_name,
    rearranges,
)
from flake8_concat.rules.axis_fixes import added_axis, axis_fix
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.function_norms import function_norms
from flake8_concat.rules.lineage import ancestors, input_shapes, is_map_layer, looks_channels_first
from flake8_concat.rules.unseen_norms import unseen_norms
from flake8_concat.shapes import Shape
from flake8_concat.trace.facts import Event, Facts, Site

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


# Without an axis these normalise over the channels of channels_last maps: the last axis.
_BY_CHANNEL = frozenset({"BatchNormalization", "GroupNormalization", "SyncBatchNormalization"})
_COLOURS = 3
_INPUT = "keras.Input"
_CHANNELS_OF_FRAMES = 2  # where ConvLSTM2D has them in channels_first
_FORMAT = late.compiled(r"data_?format|image_?format|dim_ordering|channels_first", re.IGNORECASE)


def check(facts: Facts) -> Iterator[Finding]:
    """The findings of this rule."""
    seen: dict[int, tuple[Event, Site]] = {}
    quiet: set[int] = set()
    told: dict[int, str | None] = {}
    for event, site in _places(facts):
        for one in _ways(event):
            if not _is_known(one):
                continue
            if _misses_channels(one, facts, told):
                seen.setdefault(id(site), (one, site))
            else:
                quiet.add(id(site))
    for key, (event, site) in seen.items():
        if key not in quiet:
            yield _finding(facts, event, site)
    yield from _over_steps(facts)
    yield from function_norms(facts)
    for event, where, others in unseen_norms(facts):
        message = (
            f"{describe.call(event)} stands {where}, whose channels are the last axis{others}: "
            "axis=-1"
        )
        yield Finding(
            Place.of(_written(event, facts)), message, fixes=tuple(axis_fix(facts, event, "-1"))
        )


def _places(facts: Facts) -> Iterator[tuple[Event, Site]]:
    """The normalisations of the file, and where each is made, with its axis."""
    for event in facts.calls(*LAYERS):
        site = _written(event, facts)
        if site.source is facts.source:
            yield event, site


def _written(event: Event, facts: Facts) -> Site:
    """Where a layer of the file is made, which has to be changed; else where it is called."""
    made = event.created
    return made if made is not None and made.source is facts.source else event.site


# what makes a sequence, of things or of frames -> its rank, and what axis 1 is
_IN_STEPS = {("Conv1D", "SeparableConv1D"): (3, "the steps"), ("ConvLSTM2D",): (5, "the time")}
_OTHERS = 2  # normalisations of such over the last axis, for each one over axis 1


def _over_steps(facts: Facts) -> Iterator[Finding]:
    """The one of a sequence over its steps, where the file's others are over the features."""
    for makers, (rank, first) in _IN_STEPS.items():
        if any(maker in facts.source.words for maker in makers):
            yield from _of_makers(facts, makers, rank, first)


def _of_makers(facts: Facts, makers: tuple[str, ...], rank: int, first: str) -> Iterator[Finding]:
    found: dict[int, tuple[Event, set[int | None]]] = {}
    known: dict[int, bool | None] = {}
    for event in facts.calls("keras.layers.BatchNormalization"):
        tensor = event.inputs[0] if len(event.inputs) == 1 else None
        if event.site.source is not facts.source or not event.certain or tensor is None:
            continue
        if isinstance(tensor.shape, Shape) and len(tensor.shape) == rank:
            if newest(tensor.node, partial(_is_made_by, makers), known):
                found.setdefault(id(event.site), (event, set()))[1].add(_axis(event))
    over, last = (
        [event for event, axes in found.values() if axes == {axis}] for axis in (1, rank - 1)
    )
    beside = {id(event.site.function) for event in last if event.site.function is not None}
    paired = len(last) >= len(over) and all(id(e.site.function) in beside for e in over)
    if len(last) < _OTHERS * len(over) and not paired:
        return
    for event in over:
        message = (
            f"{describe.call(event)} normalises {event.inputs[0].shape} over axis 1, {first}; "
            "the other normalisations of this file are over the features: axis=-1"
        )
        yield Finding(
            Place.of(_written(event, facts)), message, fixes=tuple(axis_fix(facts, event, "-1"))
        )


def _is_made_by(makers: tuple[str, ...], node: Node) -> bool | None:
    """Whether what makes a sequence here is one of those, channels last; None if not sure."""
    name = operation_name(node)
    if name in makers:
        return data_format_of(node) != CHANNELS_FIRST
    return False if rearranges(node) or (is_map_layer(node) and "Conv" in name) else None


def _ways(event: Event) -> list[Event]:
    """An evaluation, once for each shape that the tensor may have that is given."""
    if len(event.inputs) != 1 or isinstance(event.inputs[0].shape, Shape):
        return [event]
    return [replace(event, inputs=(tensor,)) for tensor in alternatives(event.inputs[0])]


def _is_known(event: Event) -> bool:
    """Whether it tells what the layer is given; what is not traced is no word for it."""
    given = event.inputs[0].shape if event.inputs else None
    return event.certain and isinstance(given, Shape)


def _misses_channels(event: Event, facts: Facts, told: dict[int, str | None]) -> bool:
    """Whether it normalises over the axis that the other data format has its channels on."""
    axis = _axis(event)
    if axis is None or len(event.inputs) != 1:
        return False
    tensor = event.inputs[0]
    names = axis_names(tensor, facts.image_data_format)
    if len(names) not in (4, 5) or not axis or names[axis] in ("channels", "time"):  # nearly all
        return False
    made = newest(tensor.node, _format_of_maps, told)
    by_channel = event.callee.rpartition(".")[2] in _BY_CHANNEL
    if axis == 1 and made is None:
        # what was joined: the Input of a block came first, what its layers made of it second
        misses = _made_by_any(tensor) == {CHANNELS_LAST} or _colours(tensor)
    elif axis == 1:
        misses = made == CHANNELS_LAST
    elif names[-1] == "channels":  # axis 2: counted without the batch; of sounds the frequencies
        frames = names[1] == "time" and axis == _CHANNELS_OF_FRAMES
        misses = by_channel and made == CHANNELS_LAST and (frames or _colours(tensor))
    else:
        misses = by_channel and made == CHANNELS_FIRST and axis == len(names) - 1
    # All the way back to the Inputs goes only who has to.
    if not misses or looks_channels_first(tensor) or _of_a_told_format(event):
        return False
    return any(input_shapes(tensor)) or not _fed_channels_first(facts, event)


def _fed_channels_first(facts: Facts, event: Event) -> bool:
    """Whether an Input of the same function looks so, where a map's own is not known.

    Behind a layer that channels last refuses, or that nobody knows, nothing leads back to it.
    """
    return any(
        other.site.function is event.site.function and looks_channels_first(other.value)
        for other in facts.calls(_INPUT)
        if isinstance(other.value, Tensor)
    )


def _of_a_told_format(event: Event) -> bool:
    """Whether a function is told the data format and makes the axis of it.

    Its convolutions go by what Keras is told elsewhere, if they are not handed the format too.
    """
    function, node = event.site.function, event.created
    if function is None or node is None or not isinstance(node.node, cst.Call):
        return False
    told = (*function.params.params, *function.params.kwonly_params)
    if not any(_FORMAT.search(param.name.value) for param in told):
        return False
    axes = [arg.value for arg in node.node.args if arg.keyword and arg.keyword.value == "axis"]
    return any(isinstance(axis, cst.Name) for axis in axes)


def _axis(event: Event) -> int | None:
    axis = event.bound.get("axis")
    if isinstance(axis, (list, tuple)) and len(axis) == 1:
        axis = axis[0]
    shape = event.inputs[0].shape if event.inputs else None
    if type(axis) is not int or not isinstance(shape, Shape) or not shape:
        return None
    return axis % len(shape)


def _format_of_maps(node: Node) -> str | None:
    """The data format of the layer that makes a map here; "" for what turns one."""
    if is_map_layer(node):
        return data_format_of(node) or CHANNELS_LAST
    return "" if rearranges(node) else None


def _made_by_any(tensor: Tensor) -> set[str]:
    """The data formats of all layers of maps behind a tensor, "" for what turns some."""
    return {told for node in ancestors(tensor) if (told := _format_of_maps(node)) is not None}


def _colours(tensor: Tensor) -> bool:
    """Whether it is a picture in colours as it goes in.

    Of spectrograms and other maps of one channel each row is normalised by itself on purpose.
    """
    return any(
        len(shape) == 4 and shape[-1] == _COLOURS and shape[1] != _COLOURS
        for _, shape in input_shapes(tensor)
    )


def _finding(facts: Facts, event: Event, site: Site) -> Finding:
    shape = event.inputs[0].shape
    names = axis_names(event.inputs[0], facts.image_data_format)
    axis, channels = _axis(event) or 0, names.index("channels")
    meant, other = ("1", CHANNELS_LAST) if channels == 1 else ("-1", CHANNELS_FIRST)
    message = (
        f"{describe.call(event)} normalises {shape} over axis {axis}, the {names[axis]}; its "
        f"channels are axis {channels}: axis={meant} is meant, if the layer was not written for "
        f"{other}"
    )
    fixes = tuple(axis_fix(facts, event, meant)) or tuple(added_axis(facts, event, meant))
    return Finding(Place.of(site), message, fixes=fixes)
