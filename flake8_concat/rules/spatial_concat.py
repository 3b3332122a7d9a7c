"""Maps of equal sizes are joined along an image axis: what channels_first code leaves behind.

## What it does
Finds `Concatenate(axis=1)` (or 2; in volumes 3) of channels_last maps that

- have equal sizes on every axis, so that any axis would do,
- come from convolutions, poolings or upsampling layers of the channels_last kind (or, along axis 2
  or 3, of the channels_first kind, where images go in so),
- are branches of one picture: they descend from one and the same tensor, as the branches of an
  inception block or the two sides of a skip connection do, or one is made of the other,
- and are fed to further layers that work on maps, or to the model's output, or are the last thing
  that the file makes.

Also such a join of maps of which not all are known, where the text shows what they are: an
enlarged map and its skip, a map and what a convolution makes of it, branches of one map; in a
function or file that joins maps along the channels elsewhere, or has no other join along a side and
no channels first. And the one join along a side in a function whose others are all along axis 3, or
of a map that goes into a convolution where several others are along the channels; that of the
mean and the maximum over the channels; that of the quarters of a map (`x[:, 0::2, 1::2]`); that of
the parts of the channels that a split gave, each of them shifted or convolved; that of
what a layer is given (`low, high = inputs`) and convolves; and that of an image with a label that a
`Dense` of an `Embedding` made a map of its size.

## Why is this bad
The channels are axis 3 here. Axis 1 puts one map below the other: the result is a taller image, not
more features. The model builds and trains, worse.

## Example
```python
import keras
from keras import layers

inputs = keras.Input((32, 32, 3))
a = layers.Conv2D(16, 1, padding="same")(inputs)
b = layers.Conv2D(16, 3, padding="same")(inputs)
x = layers.Concatenate(axis=1)([a, b])
x = layers.Conv2D(32, 3)(x)
```

## Use instead
```python
import keras
from keras import layers

inputs = keras.Input((32, 32, 3))
a = layers.Conv2D(16, 1, padding="same")(inputs)
b = layers.Conv2D(16, 3, padding="same")(inputs)
x = layers.Concatenate(axis=-1)([a, b])
x = layers.Conv2D(32, 3)(x)
```

## Fix
Makes the axis -1, or what the function calls it elsewhere (`channel_axis`). It changes what the
model does.

## Known limits
Quiet where a name or comment says that the picture is meant to grow, where the inputs come from
different Inputs or from crops and slices (tiles that are put together), where a tensor was
transposed or reshaped, where the result is joined along the other side as well (mosaics), cropped,
sliced, split, reshaped or flattened, and where images go in channels first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flake8_concat import late
from flake8_concat.keras.graph import Node, Tensor
from flake8_concat.rules import describe
from flake8_concat.rules.axes import axis_names, first_input, operation_name, past, told_format
from flake8_concat.rules.axis_claims import claims_about
from flake8_concat.rules.axis_fixes import axis_fix
from flake8_concat.rules.axis_uses import use_of
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.concat_batch_axis import JOINS
from flake8_concat.rules.join_words import comments_at, names_at
from flake8_concat.rules.lineage import (
    ancestors,
    ends_in_colours,
    is_input,
    looks_channels_first,
    makes_maps,
)
from flake8_concat.rules.one_picture import one_picture
from flake8_concat.rules.quarters import quarter_joins
from flake8_concat.rules.reduced_join import reduced_joins
from flake8_concat.rules.split_join import split_joins
from flake8_concat.rules.unseen_join import is_known, right_axis, unseen_joins
from flake8_concat.rules.words import AXIS_WORDS, SIDES, sentence_claim, words_of
from flake8_concat.shapes import Shape
from flake8_concat.trace.facts import Event, Facts

CODE = "CAT402"
NAME = "spatial-concat"

_TAKEN_APART = frozenset(
    "Cropping2D Cropping3D CenterCrop Reshape Flatten Permute [] split unstack slice reshape "
    "strided_slice transpose Lambda crop flatten".split()
)
_SPOKEN = frozenset(word for word, axes in AXIS_WORDS.items() if axes & set(SIDES)) | frozenset(
    "side tile tiles tiled mosaic stitch stitched panorama spatial spatially tall taller "
    "wide wider grid stack stacked canvas patch patches beside below compare comparison "
    "compared visualize visualise visualization visualisation preview montage collage "
    "display summary plot show shown".split()
)

# The same of volumes and videos that grow along their first axis.
_LONGER = frozenset(
    "depth depthwise slice slices frame frames time temporal sequence clip clips longer".split()
)
_OF_MAPS = ("height", "width", "depth")
_DISCRIMINATOR = late.compiled(r"discriminator|critic", re.IGNORECASE)
_PYRAMID = late.compiled(r"spatial_?pyramid", re.IGNORECASE)  # which joins the channels


def check(facts: Facts) -> Iterator[Finding]:
    """The findings of this rule."""
    groups: dict[int, list[Event]] = {}
    for event in facts.calls(*JOINS):
        if event.site.source is facts.source:
            groups.setdefault(id(event.site), []).append(event)
    said: set[int] = set()
    for site, found in groups.items():
        events = known_joins(found)
        pictures = joins_pictures(facts, events) or _judges_pairs(facts, events)
        if pictures or _joins_condition(facts, events):
            said.add(site)
            yield _finding(facts, events[0])
    joins = list(facts.calls(*JOINS))
    odd = [
        (event, axis, f"what was reduced over axis {axis} along a side of the map", "that are left")
        for event, axis in reduced_joins(facts, joins)
    ]
    odd += [
        (event, axis, "four quarters of a map along one of its sides", "of all four")
        for event, axis in quarter_joins(facts, joins)
    ]
    odd += [
        (event, axis, f"along a side what was split along axis {axis}", "again")
        for event, axis in split_joins(facts, joins)
    ]
    for event, axis, what, channels in odd:
        if id(event.site) not in said:
            said.add(id(event.site))
            told = f"joins {what}: axis={axis} joins the channels {channels}"
            fixes = tuple(axis_fix(facts, event, str(axis)))
            yield Finding(Place.of(event.site), f"{describe.call(event)} {told}", fixes=fixes)
    for event, what, right in unseen_joins(facts):
        if id(event.site) not in said and not _meant(facts, event):
            message = f"{describe.call(event)} {what}: axis={right} joins the channels"
            fixes = tuple(axis_fix(facts, event, right))
            yield Finding(Place.of(event.site), message, fixes=fixes)


def known_joins(events: list[Event]) -> list[Event]:
    """The evaluations of a join in which all is known that is joined; all of them, if none is.

    A function that is called is read once more with parameters that nobody gives.
    """
    return [event for event in events if is_known(event)] or events


def joins_pictures(facts: Facts, events: list[Event]) -> bool:
    """Whether all evaluations of a join put maps one below the other, by mistake as it seems."""
    event = events[0]
    if _axis(event, facts) is None:
        return False
    first = _names(event, facts)[1] == "channels"
    if first and ends_in_colours(*event.inputs):
        return False
    made = event.value.node if isinstance(event.value, Tensor) else None
    for other in events[1:]:
        # what has grown before does not fit later, for this very reason
        grown = made is not None and any(node is made for node in ancestors(*other.inputs))
        if _axis(other, facts) is None and not grown and not _may_be_equal(event, other):
            return False
    if not one_picture(event, first=first) or _meant(facts, event) or _of_a_mosaic(facts, event):
        return False
    return _goes_on(facts, events)


def _judges_pairs(facts: Facts, events: list[Event]) -> bool:
    """Whether a discriminator joins its Inputs, a picture and what it was made of."""
    event = events[0]
    rank_and_side = _axis_of_maps(event)
    if rank_and_side is None or not event.certain or not _DISCRIMINATOR.search(event.site.scope):
        return False
    axis, rank = rank_and_side
    if not 0 < axis < rank - 1 or len(event.inputs) < 2 or looks_channels_first(*event.inputs):
        return False
    return (
        all(one.node is not None and is_input(one.node) for one in event.inputs)
        and not _meant(facts, event)
        and _goes_on(facts, events)
    )


_OF_PICTURES = 4  # the rank of a batch of them
_OF_VECTORS = ("Embedding", "Dense")
_ON_THE_WAY = ("Reshape", "Activation", "ReLU", "LeakyReLU", "Dropout", "BatchNormalization")


def _joins_condition(facts: Facts, events: list[Event]) -> bool:
    """Whether an image is joined with a label that was made a map of its size: `Reshape(…)`.

    In a GAN that is told the class. Which of its numbers is where means nothing.
    """
    event, (axis, rank) = events[0], _axis_of_maps(events[0]) or (0, 0)
    if rank != _OF_PICTURES or not 0 < axis < rank - 1 or not event.certain:
        return False
    labels = [_is_vector_as_map(tensor) for tensor in event.inputs]
    image = next((one for one, of in zip(event.inputs, labels, strict=True) if not of), None)
    if len(labels) != 2 or sum(labels) != 1 or image is None or image.node is None:
        return False
    if axis_names(image, facts.image_data_format)[-1:] != ("channels",):
        return False
    if not _equal(*(tensor.shape for tensor in event.inputs)):  # type: ignore[arg-type]
        return False
    plain = is_input(image.node) or any(makes_maps(node) for node in ancestors(image))
    return plain and not _meant(facts, event) and _goes_on(facts, events)


def _is_vector_as_map(tensor: Tensor) -> bool:
    """Whether a map of one channel is what a Dense made of a label, reshaped.

    Of one that is embedded, or an Input that is a vector.
    """
    shape, reshaped = tensor.shape, False
    if not isinstance(shape, Shape) or shape[-1] != 1:
        return False
    for node in past(tensor):
        name = operation_name(node)
        reshaped = reshaped or name == "Reshape"
        if name in _OF_VECTORS:
            before, label = first_input(node), node.inputs[0].shape if node.inputs else None
            plain = before is not None and is_input(before)
            given = plain and isinstance(label, Shape) and len(label) == 2
            return reshaped and (
                given or any(operation_name(n) == "Embedding" for n in ancestors(tensor))
            )
        if name not in _ON_THE_WAY:
            return False
    return False


class _Sides:
    """Along which sides maps are joined: what each join gives, and what each tensor goes into."""

    def __init__(self, facts: Facts) -> None:
        self.events = facts.events
        self.given: dict[int, set[int]] = {}
        self.taken: dict[int, set[int]] = {}
        for event in facts.calls(*JOINS):
            side = _side(event)
            if side is not None:
                self.given.setdefault(id(event.value), set()).add(side)
                for tensor in event.inputs:
                    self.taken.setdefault(id(tensor), set()).add(side)


def _of_a_mosaic(facts: Facts, event: Event) -> bool:
    """Whether what comes of it, or goes into it, is joined along the picture's other side."""
    sides = facts.source.views.get(_Sides)
    if sides is None or sides.events is not facts.events:
        sides = facts.source.views[_Sides] = _Sides(facts)
    own = {_side(event)}
    found = [sides.taken.get(id(event.value), set())]
    found += [sides.given.get(id(tensor), set()) for tensor in event.inputs]
    return any(other - own for other in found)


def _side(event: Event) -> int | None:
    """The axis of a join of maps, None if it is the last or not known."""
    axis, rank = _axis_of_maps(event) or (0, 0)
    return axis if 0 < axis < rank - 1 else None


def _axis_of_maps(event: Event) -> tuple[int, int] | None:
    """The axis of a join of maps, counted from the batch, and how many they have."""
    axis, shape = event.bound.get("axis"), getattr(event.value, "shape", None)
    rank = len(shape) if isinstance(shape, Shape) else 0
    return (axis % rank, rank) if type(axis) is int and rank in (4, 5) else None


def _axis(event: Event, facts: Facts) -> int | None:
    """The image axis along which maps of equal sizes are joined, None for any other join."""
    axis = event.bound.get("axis")
    if not event.certain or not event.shapes_fit or type(axis) is not int:
        return None
    if len(event.inputs) < 2:
        return None
    shape = event.inputs[0].shape
    if not isinstance(shape, Shape) or len(shape) not in (4, 5):
        return None
    rank = len(shape)
    axis %= rank
    names = _names(event, facts)
    if len(names) != rank or "channels" not in names or axis == 0:
        return None
    if names[axis] in ("channels", "time"):
        return None
    if any(not _equal(shape, tensor.shape) for tensor in event.inputs[1:]):
        return None
    if any(size == 1 for size, name in zip(shape, names, strict=True) if name in _OF_MAPS):
        return None
    return axis


def _names(event: Event, facts: Facts) -> tuple[str, ...]:
    """The names of the axes that are joined, () where the maps have them in several orders."""
    found = {axis_names(one, facts.image_data_format) for one in event.inputs}
    if len(found) > 1:  # a map that comes from outside is taken for one with its channels last
        told = {form for one in event.inputs if (form := told_format(one)) is not None}
        found = {axis_names(one, *told) for one in event.inputs} if len(told) == 1 else set()
    return found.pop() if len(found) == 1 else ()


def _equal(one: Shape, other: object) -> bool:
    return isinstance(other, Shape) and one[1:] == other[1:]


def _may_be_equal(event: Event, other: Event) -> bool:
    """Whether a join of the same place is one of maps that have equal sizes, of some image.

    Whose sides are `2⌈H/16⌉` and `⌈H/8⌉`: a function is called with an image of any size as well.
    """
    one, *others = [tensor.shape for tensor in other.inputs]
    if not other.certain or not others or other.bound.get("axis") != event.bound.get("axis"):
        return False
    return isinstance(one, Shape) and all(
        isinstance(shape, Shape)
        and len(shape) == len(one)
        and all(a == b or not (type(a) is type(b) is int) for a, b in zip(one, shape, strict=True))
        for shape in others
    )


def _meant(facts: Facts, event: Event) -> bool:
    """Whether a name or comment beside it says that the picture is to grow."""
    names = [*names_at(event), event.site.scope]
    long = (_axis_of_maps(event) or (0, 0)) == (1, 5)
    spoken = _SPOKEN | _LONGER if long else _SPOKEN
    if any(not spoken.isdisjoint(words_of(_PYRAMID.sub("", name))) for name in names):
        return True
    use = use_of(event, facts)
    alone = {(event.site.scope, "concat")}
    if use is not None and any(
        claim.axes <= use.used for claim, _, _ in claims_about(facts, use, alone)
    ):
        return True
    for text in comments_at(facts, event):
        claim = sentence_claim(text, "concat")
        if not spoken.isdisjoint(words_of(text)) or (claim and claim.axes & set(SIDES)):
            return True
    return False


def _goes_on(facts: Facts, events: list[Event]) -> bool:
    """Whether what comes of it is used, and nowhere taken apart again.

    What a function returns may be taken apart elsewhere; what a script makes last may not, nor what
    is made by a function that joins the channels of other maps.
    """
    made = {id(event.value) for event in events if isinstance(event.value, Tensor)}
    used = False
    for event in facts.events:
        if event.kind == "function" or not any(id(tensor) in made for tensor in event.inputs):
            continue
        if event.kind == "shape":
            continue
        name = event.callee.rpartition(".")[2]
        if name in _TAKEN_APART or "[" in name:
            return False
        used = True
        if isinstance(event.value, Tensor) and _passes_on(event):
            made.add(id(event.value))
    if used or all(event.site.scope == "<module>" for event in events):
        return True
    return bool(_along_channels(facts, events[0]))


def _along_channels(facts: Facts, odd: Event) -> list[Event]:
    """The joins of maps along their channels in the function that a join along a side stands in."""
    found = []
    for event in facts.calls(*JOINS):
        axis, rank = _axis_of_maps(event) or (0, 0)
        if rank and axis == rank - 1 and event.site.function is odd.site.function:
            found.append(event)
    return found


def _passes_on(event: Event) -> bool:
    """Whether a layer leaves the map as it is, so that it matters what follows it."""
    node: Node | None = event.value.node
    return node is not None and operation_name(node) in (
        "Activation", "ReLU", "LeakyReLU", "BatchNormalization", "Dropout", "PReLU", "ELU",
    )  # fmt: skip


def _finding(facts: Facts, event: Event) -> Finding:
    axis, _ = _axis_of_maps(event) or (1, 0)
    shape = event.inputs[0].shape
    names = _names(event, facts) or axis_names(event.inputs[0], facts.image_data_format)
    grows = "image" if len(names) == 4 else "volume"
    count, right = len(event.inputs), right_axis(_along_channels(facts, event), event)
    right = "1" if names[1] == "channels" else right
    channels = shape[names.index("channels")]  # type: ignore[index]
    size = f"equal size {shape}" if _axis(event, facts) else "any size"
    message = (
        f"{describe.call(event)} joins {count} maps of {size} along axis {axis}, the "
        f"{names[axis]}: the {grows} grows, the channels stay {channels}; "
        f"axis={right} joins the channels"
    )
    return Finding(Place.of(event.site), message, fixes=tuple(axis_fix(facts, event, right)))
