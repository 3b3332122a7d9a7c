"""Normalisations of what is not known: `BatchNormalization(axis=1)` right at a convolution.

Nothing tells which axes the tensor has. But where the layer made before it is a convolution of
images, or one takes what it gives, and the file's other normalisations are over the channels,
`axis=1` is the one that was forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import libcst as cst

from flake8_concat import late
from flake8_concat.rules import describe
from flake8_concat.rules.axes import CHANNELS_FIRST
from flake8_concat.rules.concat_batch_axis import JOINS
from flake8_concat.rules.forgotten_axis import forgotten_axis
from flake8_concat.rules.names import Outline
from flake8_concat.rules.other_format import OtherFormat
from flake8_concat.rules.unseen_join import OLD, joins_channels
from flake8_concat.rules.written_past import WrittenPast, called
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
    "SpectralNormalization BatchNormalization relu leaky_relu relu6 elu gelu silu swish".split()
)
_OF_SEQUENCES = frozenset({"Conv1D", "SeparableConv1D"})
_OTHERS = 2  # normalisations over the features, for each one of a sequence over its steps
_NORM = "keras.layers.BatchNormalization"
_LAST = (-1, 3, 4)
_CONVOLVES = late.compiled(r"Conv(?:olution)?[23]D(?:Transpose)?$")
_OF_THE_FILE = "; the other normalisations of this file are over those"
_OF_ITS_JOINS = "; the maps of this file are joined along those"


def unseen_norms(facts: Facts) -> Iterator[tuple[Event, str, str]]:
    """Each such normalisation, how it stands to a convolution, and what else tells of it."""
    if "axis" not in facts.source.text:
        return
    made = [
        event
        for event in facts.events
        if event.kind == "create" and event.site.source is facts.source
    ]
    norms = [event for event in made if event.callee == _NORM]
    odd = [event for event in norms if event.bound.get("axis") == 1]
    last = {id(event.site) for event in norms if event.bound.get("axis") in _LAST}
    composed = _in_compositions(facts) if odd and "compose(" in facts.source.text else {}
    joined = bool(odd) and not last and _joins_channels(facts)
    if not odd or not (last or composed or joined):
        return
    formats = facts.source.view(OtherFormat)
    first = {
        id(event.site)
        for event in odd
        if not (formats.spoken_of(event.site) or formats.turned(event.site))
    }
    known = {
        id(event.created)
        for event in facts.calls(_NORM)
        if event.inputs and isinstance(event.inputs[0].shape, (Shape, Choice))
    }
    first -= known
    for event in odd:
        name = forgotten_axis(event)
        if name and id(event.site) not in known and not _is_of_vectors(event, made):
            first.discard(id(event.site))
            yield event, f"in a function that chooses {name} by the data format", ""
    if last or joined:
        for event, where in _among_others(facts, made, first, len(last)):
            first.discard(id(event.site if event.created is None else event.created))
            yield event, where, _OF_THE_FILE if last else _OF_ITS_JOINS
    for event in odd:
        convolution = composed.get(id(event.site.node))
        if id(event.site) in first and convolution is not None:
            first.discard(id(event.site))
            yield event, f"behind {describe.short_code(convolution)}", ""


def _joins_channels(facts: Facts) -> bool:
    """Whether a file joins maps along their last axis, and nothing in it is for another format."""
    if facts.source.view(OtherFormat).anywhere or OLD.search(facts.source.text):
        return False
    written = WrittenPast.of(facts.source)
    return any(
        event.bound.get("axis") in _LAST and joins_channels(written, event)
        for event in facts.calls(*JOINS)
        if event.site.source is facts.source
    )


_VECTORS = ("Dense", "Flatten", "GlobalAveragePooling2D", "GlobalMaxPooling2D", "Embedding")


def _is_of_vectors(event: Event, made: list[Event]) -> bool:
    """Whether the layer made before it in the function gives no maps."""
    before = ""
    for one in made:
        if one.site.node is event.site.node:
            return before in _VECTORS
        name = one.callee.rpartition(".")[2]
        if one.site.function is event.site.function and name not in _KEEPING:
            before = name
    return False


def _among_others(
    facts: Facts, made: list[Event], first: set[int], last: int
) -> Iterator[tuple[Event, str]]:
    """Those over axis 1 at a convolution, where the file has others over the channels."""
    # one of a sequence is odd where the others are many
    many = last >= _OTHERS * len(first)
    kinds = _CONVOLUTIONS | _OF_SEQUENCES if many else _CONVOLUTIONS
    before: dict[int, Event] = {}  # what was made last, by the function
    for event in made:
        function = id(event.site.function)
        layer = before.get(function)
        at_hand = layer is not None and _is_above(facts, layer, event)
        if id(event.site) in first and layer and at_hand and _is_one_of(layer, kinds):
            yield event, f"behind {describe.call(layer)}"
        if event.callee.rpartition(".")[2] not in _KEEPING:
            before[function] = event
    for event, layer in _before_convolutions(facts, kinds):
        if id(event.created) in first:
            yield event, f"before {describe.call(layer)}"


def _is_above(facts: Facts, layer: Event, event: Event) -> bool:
    """Whether a layer is made above another: in a function that is called twice it was before."""
    one, other = (facts.source.range_of(each.site.node).line for each in (layer, event))
    return one <= other


def _in_compositions(facts: Facts) -> dict[int, cst.Call]:
    """The convolutions that stand right before other layers in `compose(…)`, by those layers.

    The function that gives one may be the author's: `DarknetConv2D(64, 3)`.
    """
    found: dict[int, cst.Call] = {}
    for call, _ in Outline.of(facts.source).calls:
        if called(call) != "compose":
            continue
        for one, other in pairwise([arg.value for arg in call.args]):
            if isinstance(one, cst.Call) and _CONVOLVES.search(called(one) or ""):
                found[id(other)] = one
    return found


def _before_convolutions(facts: Facts, kinds: frozenset[str]) -> Iterator[tuple[Event, Event]]:
    """What is normalised over axis 1, activated and then convolved, with the convolution."""
    norm, newest = None, None
    for event in facts.events:
        if event.kind not in ("call", "op", "operator"):
            continue
        if norm is not None and newest is not None and _takes(event, newest):
            if _is_one_of(event, kinds):
                yield norm, event
            elif event.callee.rpartition(".")[2] in _KEEPING:
                newest = event
                continue
        if event.callee == _NORM:
            odd = event.bound.get("axis") == 1 and event.site.source is facts.source
            norm = newest = event if odd else None
        elif newest is not None and _assigns_over(event, newest):
            norm = newest = None


def _assigns_over(event: Event, before: Event) -> bool:
    """Whether a call's result is assigned to the name that the one before it was; else it waits.

    `out = relu(norm(x))`, then `shortcut = self.shortcut(out)`, then `out = conv(out)`.
    """
    if event.site.scope != before.site.scope or not before.site.targets:
        return event.site.source is before.site.source and not before.site.targets
    return not set(before.site.targets).isdisjoint(event.site.targets)


def _takes(event: Event, before: Event) -> bool:
    """Whether a call is given what the one before it gave, as the text has it."""
    node = event.site.node
    if event.site.scope != before.site.scope or not isinstance(node, cst.Call) or not node.args:
        return False
    given = node.args[0].value
    if isinstance(given, cst.Name):
        return before.site.targets == (given.value,)
    return given is before.site.node


def _is_one_of(event: Event, kinds: frozenset[str]) -> bool:
    name = event.callee.rpartition(".")[2]
    return name in kinds and event.bound.get("data_format") != CHANNELS_FIRST
