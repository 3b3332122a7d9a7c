"""Both sides of a map read from one axis: `h = x.shape[2]` beside `w = x.shape[2]`."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_concat.rules import describe
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.channel_words import named_channels
from flake8_concat.rules.side_words import side_of
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
