"""What the names in a comment stand for: `# (batch, SIZE, SIZE, filters)` beside a call."""

from __future__ import annotations

from collections.abc import Iterable

import libcst as cst

from flake8_concat.rules.names import Outline, number
from flake8_concat.trace.facts import Event, Facts


def known_sizes(names: Iterable[str], event: Event, facts: Facts) -> dict[str, int]:
    """The names that are numbers where an evaluation stands, with those numbers.

    A name counts that is assigned once, in the function or else in the module, and a parameter
    that is never assigned, by what the call gives for it.
    """
    found = {name: _size(name, event, facts) for name in names}
    return {name: size for name, size in found.items() if size is not None}


def _size(name: str, event: Event, facts: Facts) -> int | None:
    outline = Outline.of(facts.source)
    place = outline.place_of(event.site.function)
    while place is not None:
        values = place.definitions.get(name)
        if values is not None:
            if len(values) > 1 or values[0] is None:
                return None
            if isinstance(place.node, cst.Module):
                value = facts.module_scope.get(name)
                return value if type(value) is int else None
            return number(values[0], place)
        if name in place.parameters:
            caller = event.caller
            if caller is None or place.node is not event.site.function:
                return None
            value = caller.arguments.get(name)
            return value if type(value) is int else None
        place = place.outer
    return None
