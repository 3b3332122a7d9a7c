"""Joins of maps of which not all are known: a decoder's skip connection, blocks in another file.

Nothing is certain by the shapes. But the text shows what is joined: a map that was just enlarged
with one that was not, a map with what a convolution makes of it, the branches of one map. Along
`axis=1` that is the one that was forgotten where the file joins along the channels elsewhere, or
has channels last in other layers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import libcst as cst

from flake8_concat import late
from flake8_concat.keras.graph import Node, Tensor
from flake8_concat.rules.axes import CHANNELS_FIRST, data_format_of, newest, operation_name, past
from flake8_concat.rules.axis_fixes import axis_argument
from flake8_concat.rules.concat_batch_axis import JOINS
from flake8_concat.rules.forgotten_axis import forgotten_axis
from flake8_concat.rules.lineage import makes_maps, stacked
from flake8_concat.rules.names import dotted
from flake8_concat.rules.one_picture import one_picture
from flake8_concat.rules.other_format import OtherFormat
from flake8_concat.rules.written_past import Made, WrittenPast
from flake8_concat.shapes import UNKNOWN_SIZE, Mismatch, Shape
from flake8_concat.trace.facts import Event, Facts

_MAPS = late.compiled(
    r"[23](?:D(?:(?<=Conv.D)|(?<=Convolution.D)|(?<=UpSampling.D)|(?<=Pooling.D)|(?<=Pool.D))"
    r"|d(?<=conv.d))"
)
_ENDS = ("2D", "3D", "2d", "3d")  # a word is looked for in a tenth of the time
# Keras 1 and Theano, whose users had channels first and said it elsewhere.
OLD = late.compiled(
    r"border_mode|nb_filter|nb_row|[Tt]heano|concat_axis|Convolution[23]D|subsample"
)
_ENLARGING = ("Conv2DTranspose", "UpSampling2D", "Conv3DTranspose", "UpSampling3D")
_AS_IT_IS = frozenset(
    "Activation ReLU LeakyReLU PReLU ELU BatchNormalization Dropout SpatialDropout2D Conv2D".split()
)
_OF_VOLUMES = 5
_SIDES = {4: (1, 2), 5: (1, 2, 3)}
_NAMES = {4: ("height", "width"), 5: ("depth", "height", "width")}


def unseen_joins(facts: Facts) -> Iterator[tuple[Event, str, str]]:
    """The joins of such maps along one of their sides, what is said of each, and the right axis."""
    text = facts.source.text
    if not any(end in text for end in _ENDS) or not _MAPS.search(text):
        return
    known: dict[int, Node | None] = {}
    last, found, seen = _by_axis(facts, known)
    odd = [event for site, event in found.items() if site not in seen]
    if not odd:
        return
    written = WrittenPast.of(facts.source)
    formats = facts.source.view(OtherFormat)
    elsewhere = [event for event in last if joins_channels(written, event)]
    lone = len(odd) == len(found) == 1
    for event in odd:
        chosen = forgotten_axis(event)
        if chosen is not None:
            where, right = f"the channels of this function are its axis {chosen}", chosen
        elif formats.turned(event.site):
            continue
        elif any(one.site.function is event.site.function for one in elsewhere):
            where = "this function joins maps along the channels elsewhere"
            right = right_axis(last, event)
        elif formats.spoken_of(event.site):
            continue
        else:
            where, right = _of_the_file(facts, elsewhere=bool(elsewhere), lone=lone), "-1"
        what = _what(written, event, odd_one=lone and _all_others(last, event)) if where else None
        if what is None and where and _may_go_on(written, elsewhere, event, chosen, lone=lone):
            what = "joins maps"
        rank = _rank_of(event, known)
        if what is not None:
            axis = event.bound["axis"]
            side = _NAMES[rank][axis % rank - 1]
            yield event, f"{what} along axis {axis}, the {side}; {where}", right


def _of_the_file(facts: Facts, *, elsewhere: bool, lone: bool) -> str:
    """What the rest of a file tells of a join along a side, "" if nothing."""
    if elsewhere:
        return "this file joins maps along the channels elsewhere"
    other = facts.source.view(OtherFormat).anywhere or OLD.search(facts.source.text)
    return "nothing in this file has its channels first" if lone and not other else ""


def _may_go_on(
    written: WrittenPast, elsewhere: list[Event], odd: Event, chosen: str | None, *, lone: bool
) -> bool:
    """Whether maps are joined, of which the text does not show how they belong together."""
    if chosen is not None:
        return _has_map(written, odd)
    if type(odd.outcome) is Mismatch:
        return odd.certain and _differ_in_channels(odd)
    if lone and written.goes_on(odd.site) and _as_they_came(written, odd):
        return True
    return lone and _goes_on(written, elsewhere, odd)


def _as_they_came(written: WrittenPast, event: Event) -> bool:
    """Whether what is joined is what a function is given: `low, high = inputs`.

    Nothing was done with it there that could have turned it, or cut it into parts.
    """
    given = written.parameters(event.site)
    items = written.items(event.site) or []
    return len(items) > 1 and all(one.root in given and not one.apart for one in items)


def _differ_in_channels(event: Event) -> bool:
    """Whether the maps of a join differ in their channels alone, which are then what is joined."""
    shapes = [one.shape for one in event.inputs]
    maps = [shape for shape in shapes if isinstance(shape, Shape) and len(shape) in _SIDES]
    return len(maps) == len(shapes) > 1 and len({str(shape[1:-1]) for shape in maps}) == 1


def right_axis(others: Iterable[Event], odd: Event) -> str:
    """The axis that the other joins of a function are along: -1, or what is the name of it there.

    `channel_axis = 1 if K.image_data_format() == "channels_first" else 3` is for both formats.
    """
    names = {_axis_name(event) for event in others if event.site.function is odd.site.function}
    return (names.pop() if len(names) == 1 else None) or "-1"


def _axis_name(event: Event) -> str | None:
    for site in (event.created, event.site):
        given = axis_argument(site.node, event) if site is not None else None
        if given is not None:
            return dotted(given)
    return None


def _rank_of(event: Event, known: dict[int, Node | None]) -> int:
    """How many axes the tensors have that are joined, by those that are known; 0 if no maps.

    Of what is not known at all it is taken that they are maps of a picture. `known` keeps which
    nodes come of a layer of maps.
    """
    ranks = {len(one.shape) for one in event.inputs if isinstance(one.shape, Shape)}
    if not ranks:
        text = event.site.source.text
        return 4 if "2D" in text or "2d" in text else 5
    if len(ranks) > 1 or not ranks <= _SIDES.keys():
        return 0
    for one in event.inputs:
        if isinstance(one.shape, Shape) and newest(one.node, _maps_or_none, known) is not None:
            return ranks.pop()
    return 0


def _maps_or_none(node: Node) -> Node | None:
    return node if makes_maps(node) else None


def _by_axis(
    facts: Facts, known: dict[int, Node | None]
) -> tuple[list[Event], dict[int, Event], set[int]]:
    """The joins of maps along the last axis, those along a side, and which of them are no odd ones.

    Those are evaluated with maps that are known, which another rule looks at, or with no maps.
    """
    last: list[Event] = []
    found: dict[int, Event] = {}
    seen: set[int] = set()
    for event in facts.calls(*JOINS):
        if event.site.source is not facts.source:
            continue
        axis, rank = event.bound.get("axis"), _rank_of(event, known)
        # which is said already, but in branches that no call takes
        refused = type(event.outcome) is Mismatch and event.certain and not facts.within
        if type(axis) is not int or not rank or refused:
            seen.add(id(event.site))
        elif axis in (-1, rank - 1):
            last.append(event)
        elif axis % rank in _SIDES[rank]:
            found.setdefault(id(event.site), event)
            # what a layer of the file's own is called on has no past there
            of_call = any(one.node is None for one in event.inputs)
            decided = _is_decided(event) and not of_call
            if decided and one_picture(event) == one_picture(event, rooted=True):
                seen.add(id(event.site))
    return last, found, seen


_SEVERAL = 3


def _all_others(last: list[Event], odd: Event) -> bool:
    """Whether several joins of the same function are along axis 3, which only maps have."""
    sites = {id(e.site) for e in last if e.bound["axis"] == 3 and e.site.scope == odd.site.scope}
    return len(sites) >= _SEVERAL


def _goes_on(written: WrittenPast, elsewhere: list[Event], odd: Event) -> bool:
    """Whether a map joined goes into a convolution, where several joins of the file are right."""
    if len({id(event.site) for event in elsewhere}) < _SEVERAL or not written.goes_on(odd.site):
        return False
    return _has_map(written, odd)


def _has_map(written: WrittenPast, event: Event) -> bool:
    """Whether one of what is joined is a map by the text, and none is a part of one."""
    items = written.items(event.site) or []
    return any(one.is_map for one in items) and not any(one.apart for one in items)


def joins_channels(written: WrittenPast, event: Event) -> bool:
    """Whether a join along the last axis is one of maps for sure."""
    if any(isinstance(one.shape, Shape) for one in event.inputs) or event.bound["axis"] == 3:
        return True
    return any(one.is_map for one in written.items(event.site) or ())


def is_known(event: Event) -> bool:
    """Whether the shapes are known of all that is joined."""
    items: Any = event.args[0] if event.args else None
    if not isinstance(items, (list, tuple)):
        return False
    return all(isinstance(i, Tensor) and isinstance(i.shape, Shape) for i in items)


def _is_decided(event: Event) -> bool:
    """Whether the rule for known maps has looked at it: all sizes are equal, or some are not."""
    if not (is_known(event) and event.shapes_fit and event.certain):
        return False
    one, *others = [tensor.shape for tensor in event.inputs if isinstance(tensor.shape, Shape)]
    volumes = len(one) == _OF_VOLUMES
    return all(
        (a == b and not (volumes and a is UNKNOWN_SIZE)) or (type(a) is int and type(b) is int)
        for other in others
        for a, b in zip(one[1:], other[1:], strict=True)
    )


def _what(written: WrittenPast, event: Event, *, odd_one: bool) -> str | None:
    """What is joined by the text, in words, None if it may be other things than one map's.

    odd_one: that it is the one join along a side among several along the channels
    """
    items = written.items(event.site)
    given: Any = event.args[0] if event.args else None
    listed = isinstance(given, (list, tuple))
    if listed and len(given) < 2:
        return None
    if items is None or len(items) < 2:
        return _by_trace(written, event)
    if listed and len(items) == len(given):
        items = [_with_trace(one, tensor) for one, tensor in zip(items, given, strict=True)]
    if written.taken_apart(event.site):
        return None
    if len(items) == 2 and any(a.cropped and b.enlarged and not b.apart for a, b in _pairs(items)):
        return "joins an enlarged map with its skip, whose edges are cut off,"
    if any(one.apart for one in items):
        return None
    odd_one = odd_one and written.next_call(event.site) not in ("", "Model")
    if not any(one.is_map for one in items):
        return "joins maps" if odd_one else None
    enlarged = [one for one in items if one.enlarged]
    if enlarged and len(enlarged) < len(items):
        return "joins an enlarged map with its skip"
    names = {one.name for one in items}
    if any(one.through & (names - {one.name}) for one in items):
        return "joins a map with what is made of it"
    if any(_list_of(event) in one.through for one in items):
        return "joins maps with what is made of them"
    if len({one.root for one in items}) == 1 and items[0].root is not None:
        return "joins branches of one map"
    return "joins maps" if odd_one else None


def _list_of(event: Event) -> str | None:
    """The name of the list that is joined: what is made of it may be put into it again."""
    node = event.site.node
    return dotted(node.args[0].value) if isinstance(node, cst.Call) and node.args else None


def _pairs(items: list[Made]) -> tuple[tuple[Made, Made], tuple[Made, Made]]:
    one, other = items
    return (one, other), (other, one)


def _by_trace(written: WrittenPast, event: Event) -> str | None:
    """The same where the text lists no maps: `branches.append(…)` in a loop."""
    if not is_known(event) or written.taken_apart(event.site) or not one_picture(event):
        return None
    return "joins branches of one map"


def _with_trace(one: Made, tensor: object) -> Made:
    """What the text shows of a tensor, and the trace."""
    if not isinstance(tensor, Tensor) or not isinstance(tensor.shape, Shape):
        return one
    is_map = any(makes_maps(node) for node in past(tensor))
    enlarged = one.enlarged or _enlarged(tensor)
    return replace(one, is_map=one.is_map or is_map, enlarged=enlarged)


def _enlarged(tensor: Tensor) -> bool:
    """Whether a map was enlarged, and only activated, normalised or convolved since."""
    for node in past(tensor):
        if data_format_of(node) == CHANNELS_FIRST:
            return False
        if operation_name(node) in _ENLARGING or not set(stacked(node)).isdisjoint(_ENLARGING):
            return True
        if operation_name(node) not in _AS_IT_IS:
            return False
    return False
