"""Functions that call themselves: how often, where nothing that is known decides it."""

from __future__ import annotations

from collections.abc import Iterable

from flake8_concat.shapes import Unknown
from flake8_concat.trace.values import Free, Function, Scope

LEVELS = 2  # of a function that calls itself nobody knows how often


def goes_on_and_on(
    function: Function, scope: Scope, frames: Iterable[tuple[Function, Scope]]
) -> bool:
    """Whether a call of a function inside of itself is one of many that know as little.

    All that it is given is unknown, or what the call around it was given: as in a walk over data
    that nobody sees, no number and no name says when it ends.
    scope:  the parameters of the call, bound
    frames: the calls around it
    """
    around = [outer for called, outer in frames if called.code is function.code]
    return len(around) >= LEVELS and all(
        type(value) in (Unknown, Free) or value is around[-1].get(name)
        for name, value in scope.items()
    )
