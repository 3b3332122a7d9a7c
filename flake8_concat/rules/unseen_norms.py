"""Normalisations of what is not known: `BatchNormalization(axis=1)` right behind a convolution.

Nothing tells which axes the tensor has. But where the layer made before it is a convolution of
images, and the file's other normalisations are over the channels, `axis=1` is the one that was
forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_concat.rules.axes import CHANNELS_FIRST
from flake8_concat.rules.other_format import OtherFormat
from flake8_concat.shapes import Choice, Shape
from flake8_concat.trace.facts import Event, Facts

_CONVOLUTIONS = frozenset(
    f"{kind}{n}D{turn}"
    for n in (2, 3)
    for kind in ("Conv", "SeparableConv", "DepthwiseConv")
    for turn in ("", "Transpose")
)
# What leaves the axes as they are, and may stand between the two.
_KEEPING = frozenset(
    "Activation ReLU LeakyReLU PReLU ELU Dropout SpatialDropout2D TimeDistributed "
    "SpectralNormalization BatchNormalization".split()
)
_NORM = "keras.layers.BatchNormalization"
_LAST = (-1, 3, 4)


def unseen_norms(facts: Facts) -> Iterator[tuple[Event, Event]]:
    """Each such normalisation, with the convolution that was made before it."""
    if "axis" not in facts.source.text:
        return
    formats = facts.source.view(OtherFormat)
    made = [
        event
        for event in facts.events
        if event.kind == "create" and event.site.source is facts.source
    ]
    norms = [event for event in made if event.callee == _NORM]
    first = {
        id(event.site)
        for event in norms
        if event.bound.get("axis") == 1
        and not (formats.spoken_of(event.site) or formats.turned(event.site))
    }
    if not first or not any(event.bound.get("axis") in _LAST for event in norms):
        return
    first -= {
        id(event.created)
        for event in facts.calls(_NORM)
        if event.inputs and isinstance(event.inputs[0].shape, (Shape, Choice))
    }
    before: dict[int, Event] = {}  # what was made last, by the function
    for event in made:
        function = id(event.site.function)
        last = before.get(function)
        if id(event.site) in first and last is not None and _is_convolution(last):
            first.discard(id(event.site))
            yield event, last
        if event.callee.rpartition(".")[2] not in _KEEPING:
            before[function] = event


def _is_convolution(event: Event) -> bool:
    name = event.callee.rpartition(".")[2]
    return name in _CONVOLUTIONS and event.bound.get("data_format") != CHANNELS_FIRST
