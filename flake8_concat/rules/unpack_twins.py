"""Both sides of a map read from one axis: `h = x.shape[2]` beside `w = x.shape[2]`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

import libcst as cst

from flake8_concat.rules import describe
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.channel_words import named_channels
from flake8_concat.rules.names import Outline
from flake8_concat.rules.names import Place as Scope
from flake8_concat.rules.side_words import pair_sides, side_of, twins
from flake8_concat.rules.traced_sizes import Part, Traced
from flake8_concat.rules.turned import of_volume
from flake8_concat.trace.facts import Facts


def of_one_axis(facts: Facts, parts: list[Part], traced: Traced) -> Iterator[Finding]:
    """The finding of the side that is read from the axis of the other one.

    The channels, which are read of the same shape, tell which axis is which.
    """
    last = {part.axis for part in parts if part.axis > 1 and named_channels(part.name)}
    sides = {name: side_of(name) for name in {part.name for part in parts}}
    named = [part for part in parts if sides[part.name]]
    if len(last) != 1 or len(named) != 2 or len({part.axis for part in named}) != 1:
        return
    if {sides[part.name] for part in named} != {"height", "width"}:
        return
    if traced.width_first or of_volume(facts.source.text, sides):
        return
    axis, channels = named[0].axis, last.pop()
    right = {channels - 1: "width", channels - 2: "height"}.get(axis)
    if right is None or any(traced.meaning(part) for part in named):
        return
    (wrong,) = (part for part in named if sides[part.name] != right)
    (twin,) = (part for part in named if sides[part.name] == right)
    code = describe.short_code(wrong.value)
    yield Finding(
        Place(facts.source, wrong.value),
        f"{wrong.name} = {code} is read from the same axis as {twin.name}: "
        f"axis {axis} is the {right}",
    )


def by_owner(
    outline: Outline,
    parts_of: Callable[[cst.BaseExpression, cst.BaseExpression, Scope], list[Part]],
) -> list[list[Part]]:
    """The sizes that are read one by one, by the function and what they are the sizes of."""
    found: dict[tuple[int, str], list[Part]] = {}
    for assign, scope in outline.assigns:
        target = assign.targets[0].target
        if len(assign.targets) == 1 and not isinstance(target, (cst.Tuple, cst.List)):
            for part in parts_of(target, assign.value, scope):
                key = id(scope), describe.text_of(part.read.node)
                found.setdefault(key, []).append(part)
    return list(found.values())


def of_neither(facts: Facts, parts: list[Part]) -> Iterator[Finding]:
    """The finding of two lines that read both sides from one axis, whichever of them it is."""
    for one, other in pairwise(parts):
        places = [facts.source.range_of(part.value) for part in (one, other)]
        if one.axis != other.axis or places[1].line - places[0].line != 1:
            continue
        both = pair_sides(one.name, other.name)
        if both is not None and twins(one.name, other.name):
            code = describe.short_code(other.value)
            yield Finding(
                Place(facts.source, other.value),
                f"{other.name} = {code} is read from the same axis as {one.name}: the {both[0]} "
                f"and the {both[1]} are two",
            )
