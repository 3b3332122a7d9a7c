"""A merge that stretches one of its inputs without a word.

## What it does
Finds `Add`, `Subtract`, `Average`, `Maximum`, `Minimum` (layers and functions) of maps or sequences
where an axis of size 1 is repeated to fit the other input.

## Why is this bad
Keras broadcasts as numpy does. A map that lost its width on the way, by a stride, a crop or a
convolution without padding, is repeated over all columns, and nobody is told.

## Example
```python
import keras
from keras import layers

a = keras.Input((32, 32, 64))
b = keras.Input((32, 1, 64))
both = layers.Add()([a, b])
```

## Use instead
```python
import keras
from keras import layers

a = keras.Input((32, 32, 64))
b = keras.Input((32, 32, 64))
both = layers.Add()([a, b])
```

## Known limits
`Multiply` is how gates work and is left alone, as are inputs of one value a channel (squeeze and
excitation, global context), of one value a pixel (attention), and axes that were made 1 on purpose:
by pooling with keepdims, a reshape, a reduction, a layer of one unit.
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_concat.keras.graph import Node, Tensor
from flake8_concat.keras.layer import Layer
from flake8_concat.rules import describe
from flake8_concat.rules.axes import axis_names, operation_name, past
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.lineage import is_map_layer
from flake8_concat.shapes import Shape
from flake8_concat.trace.facts import Event, Facts

CODE = "CAT404"
NAME = "silent-broadcast"

MERGES = tuple(
    f"keras.layers.{name}"
    for name in (
        "Add", "add", "Subtract", "subtract", "Average", "average", "Maximum", "maximum", "Minimum",
        "minimum",
    )
)  # fmt: skip
# These keep the sizes: what was 1 before them was 1 already.
_KEEPING = frozenset(
    "Activation ReLU LeakyReLU PReLU ELU Softmax BatchNormalization LayerNormalization Dropout "
    "SpatialDropout2D SpatialDropout1D GaussianNoise GaussianDropout Rescaling GroupNormalization "
    "relu sigmoid tanh swish gelu cast".split()
)
_TRANSFORMS = frozenset("LSTM GRU Bidirectional Conv1D SeparableConv1D Conv2D Dense".split())
_GATES = frozenset("Multiply multiply Add add Embedding Softmax softmax".split())


def check(facts: Facts) -> Iterator[Finding]:
    """The findings of this rule."""
    seen: set[int] = set()
    for event in facts.calls(*MERGES):
        if id(event.site) in seen or event.site.source is not facts.source or not event.certain:
            continue
        found = _stretched(event)
        if found is None:
            continue
        seen.add(id(event.site))
        position, axis = found
        names = axis_names(event.inputs[position], facts.image_data_format)
        name = f" ({names[axis]})" if axis < len(names) else ""
        told = " and ".join(describe.tensor(facts, event, i) for i in range(len(event.inputs))[:3])
        yield Finding(
            Place.of(event.site),
            f"{describe.call(event)} of {told}: axis {axis}{name} of input {position + 1} has size "
            f"1 and is repeated {_other(event, axis)} times; make the sizes equal if that is not "
            "meant",
        )


def _stretched(event: Event) -> tuple[int, int] | None:
    """The input and the axis that are stretched, by accident as it seems."""
    shapes = [tensor.shape for tensor in event.inputs]
    if not event.shapes_fit or len(shapes) < 2:
        return None
    if not all(isinstance(shape, Shape) and len(shape) == len(shapes[0]) > 2 for shape in shapes):  # type: ignore[arg-type]
        return None
    found = []
    for position, tensor in enumerate(event.inputs):
        axes = [
            axis
            for axis in range(1, len(tensor.shape))  # type: ignore[arg-type]
            if tensor.shape[axis] == 1 and _other(event, axis) > 1  # type: ignore[index]
        ]
        if axes:
            found.append((position, tensor, axes))
    if len(found) != 1:  # none, or both sides on purpose: rows plus columns
        return None
    position, tensor, axes = found[0]
    rank = len(tensor.shape)  # type: ignore[arg-type]
    if rank == 3 and axes == [1]:  # one vector for all steps
        return None
    if axes == [rank - 1]:
        # One channel of a map is a mask, noise, brightness; one feature may be a mask as well, if
        # it is not what the other one is made of, a residual.
        stretched = rank == 3 and _is_input(tensor) and _made_of(tensor, event.inputs)
        return (position, axes[0]) if stretched else None
    if len(axes) > 1 or rank - 1 in axes or _on_purpose(tensor, axes[0]):
        return None
    return position, axes[0]


def _other(event: Event, axis: int) -> int:
    sizes = [tensor.shape[axis] for tensor in event.inputs if isinstance(tensor.shape, Shape)]
    return max((size for size in sizes if type(size) is int), default=0)


def _is_input(tensor: Tensor) -> bool:
    for node in past(tensor):
        if not node.inputs:
            return operation_name(node) in ("Input", "InputLayer")
        if operation_name(node) not in _KEEPING:
            return False
    return False


def _made_of(tensor: Tensor, others: tuple[Tensor, ...]) -> bool:
    """Whether each of the others is made of a tensor, through layers alone, by one with weights."""
    for other in others:
        if other is tensor:
            continue
        way = []
        for node in past(other):
            if node is tensor.node:
                break
            way.append(operation_name(node))
        else:
            return False
        if not _TRANSFORMS.isdisjoint(way) and _GATES.isdisjoint(way):
            continue
        return False
    return True


def _on_purpose(tensor: Tensor, axis: int) -> bool:
    """Whether the axis was made 1 by something that is there to do so."""
    for node in past(tensor):
        if not node.inputs or operation_name(node) in ("Input", "InputLayer"):
            return False
        before = node.inputs[0].shape
        if isinstance(before, Shape) and axis < len(before) and before[axis] == 1:
            if operation_name(node) in _KEEPING or is_map_layer(node):
                continue
            return True
        return not _accident(node)
    return True


def _accident(node: Node) -> bool:
    """Whether a layer makes a size 1 only as one of many it could make."""
    if not isinstance(node.operation, Layer) or not is_map_layer(node):
        return False
    return "Pool" not in operation_name(node)
