"""Both sides of a map read from one axis: `h = x.shape[2]` beside `w = x.shape[2]`.

And the one side that is read from another axis than everywhere else in its file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

import libcst as cst

from flake8_concat import late
from flake8_concat.rules import describe
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.channel_words import named_channels
from flake8_concat.rules.names import Outline
from flake8_concat.rules.names import Place as Scope
from flake8_concat.rules.side_words import pair_sides, side_of, twins
from flake8_concat.rules.traced_sizes import Part, Traced
from flake8_concat.rules.turned import of_volume
from flake8_concat.rules.words import SIDES
from flake8_concat.trace.facts import Facts

_SIDES = (1, 2)
_NEAR = 4  # lines
_SQUARE = late.compiled(r"[sS]quare|sqrt")
_HABIT = 2  # other reads of the same name
_FORMATS = late.compiled(r"channels_?first|NC[DT]?HW|dim_ordering")
_TURNS = late.compiled(r"transpose\(|[pP]ermute|swapaxes|moveaxis|rot90|einsum|\.T\b")


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
        around = facts.source.lines[max(0, places[0].line - _NEAR) : places[1].line]
        if any(map(_SQUARE.search, around)):
            continue  # where they are said to be one
        if both is not None and twins(one.name, other.name):
            code = describe.short_code(other.value)
            yield Finding(
                Place(facts.source, other.value),
                f"{other.name} = {code} is read from the same axis as {one.name}: the {both[0]} "
                f"and the {both[1]} are two",
            )


def of_another_axis(
    facts: Facts,
    alone: Iterable[tuple[Scope, list[Part]]],
    together: Iterable[Part],
    traced: Traced,
) -> Iterator[Finding]:
    """`h = x.shape[2]` in a file where all others read h from axis 1.

    Of that shape nothing but h is read, nothing is turned there, and the file knows no other
    format.

    together: the sizes that are unpacked with others, `_, h, w, _ = x.shape`
    """
    if traced.width_first or _FORMATS.search(facts.source.text):
        return
    places: dict[int, Scope] = {}
    by_name: dict[str, list[Part]] = {}
    for scope, parts in alone:
        if len(parts) == 1 and side_of(parts[0].name) and parts[0].axis in _SIDES:
            by_name.setdefault(parts[0].name, []).append(parts[0])
            places[id(parts[0])] = scope
    usual_axes = Counter((part.name, part.axis) for part in together)
    for name, found in by_name.items():
        usual = {"height": 1, "width": 2}[side_of(name) or "height"]
        odd = [part for part in found if part.axis != usual]
        others = len(found) - len(odd) + usual_axes[name, usual]
        if len(odd) != 1 or others < _HABIT:
            continue
        # where the trace knows the axis, only a letter is left, which may stand for much
        meaning = traced.meaning(odd[0])
        if meaning is not None and (len(name) > 1 or meaning not in SIDES):
            continue
        if any(usual_axes[name, axis] for axis in range(4) if axis != usual):
            continue
        if of_volume(facts.source.text, by_name) or _TURNS.search(
            describe.code(places[id(odd[0])].node)
        ):
            continue
        yield Finding(
            Place(facts.source, odd[0].value),
            f"{name} = {describe.short_code(odd[0].value)} is read from axis {odd[0].axis}: "
            f"everywhere else in this file {name} is read from axis {usual}",
        )
