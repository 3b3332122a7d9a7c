"""What the names in a comment stand for: `# (batch, SIZE, SIZE, filters)` beside a call."""

from __future__ import annotations

import re
from collections.abc import Iterable

import libcst as cst

from flake8_concat import late
from flake8_concat.rules.names import Outline, Place, number
from flake8_concat.trace.facts import Event, Facts


def known_sizes(names: Iterable[str], event: Event, facts: Facts) -> dict[str, int]:
    """The names that are numbers where an evaluation stands, with those numbers.

    A name counts that is assigned once, in the function or else in the module, and a parameter
    that is never assigned, by what the call gives for it. In a method, what other methods of the
    class are given by that name is meant, and not the module's: `d_model` in `call`.
    """
    found = {name: _size(name, event, facts) for name in names}
    return {
        name: size
        for name, size in found.items()
        if size is not None and not _of_arrays_alone(name, facts)
    }


# What papers call an axis by, and functions another thing: `c` the channels, or how many are left.
_LETTERS = frozenset("bcdntBCDNT")
_ARRAYS = late.compiled(r"(?:np|numpy|random|jnp)\.(?:random\.)?\w+\([^\n]*$")


def _of_arrays_alone(name: str, facts: Facts) -> bool:
    """Whether only arrays of NumPy are made with a number: no layer is, and no function.

    A name that one part of a script has for its arrays may be but a word in the next.
    """
    word = re.compile(rf"(?<!\.)\b{re.escape(name)}\b(?!\s*=[^=])")
    lines = [line.partition("#")[0] for line in facts.source.lines if name in line]
    uses = [(line, match) for line in lines for match in word.finditer(line)]
    return bool(uses) and all(_ARRAYS.search(line[: match.start()]) for line, match in uses)


def _size(name: str, event: Event, facts: Facts) -> int | None:
    outline = Outline.of(facts.source)
    place = outline.place_of(event.site.function)
    while place is not None:
        values = place.definitions.get(name)
        if values is not None:
            if len(values) > 1 or values[0] is None:
                return None
            if isinstance(place.node, cst.Module):
                if event.site.function is None and _comes_later(values[0], event, facts):
                    return None
                if name in _LETTERS and event.site.function is not None:
                    return None
                value = facts.module_scope.get(name)
                return value if type(value) is int else None
            return number(values[0], place)
        if name in place.parameters:
            caller = event.caller
            if name in _LETTERS or caller is None or place.node is not event.site.function:
                return None
            value = caller.arguments.get(name)
            return value if type(value) is int else None
        if isinstance(place.node, cst.ClassDef) and _is_given(name, place, outline):
            return None
        place = place.outer
    return None


def _comes_later(value: cst.BaseExpression, event: Event, facts: Facts) -> bool:
    """Whether a script gives a name its value only after an evaluation."""
    place = facts.source.range_of
    return event.site.source is facts.source and place(value).line > place(event.site.node).line


def _is_given(name: str, place: Place, outline: Outline) -> bool:
    """Whether a class is told what a name is: a parameter of a method, or an attribute."""
    return f"self.{name}" in place.definitions or any(
        name in method.parameters for method in outline.places.values() if method.outer is place
    )
