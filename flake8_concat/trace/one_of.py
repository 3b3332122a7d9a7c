"""Things that can change, of which nobody knows which one a name stands for.

    skips = self.skips if deep else []
    skips.append(x)

Either list may be the one that is changed, so each is what it was or what it has become.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from flake8_concat.shapes import Choice, Unknown, leaves
from flake8_concat.trace.state import DIFFERS, UNSURE, join
from flake8_concat.trace.values import (
    IN_PLACE,
    Builtin,
    Function,
    Instance,
    List,
    Method,
    OneOf,
    Set,
)

MAX_PARTS = 16  # of a container, of which one is looked at


class SeveralThings:
    """The part of the tracer that reads and changes one of several things."""

    def read_one_of(self: Any, read: Callable[[Any], Any], value: OneOf) -> Any:
        """What reading one of them gives."""
        found = self._of_each(read, value.things)
        result = found[0]
        for other in found[1:]:
            result = join(result, other, UNSURE)
        return result

    def call_one_of(self: Any, callee: OneOf, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """A call of one of them: what each would change is perhaps changed."""
        if all(_is_plain_code(thing) for thing in callee.things):
            return self.read_one_of(lambda thing: self.call(thing, args, dict(kwargs)), callee)
        for thing in callee.things:
            if _is_plain_code(thing):
                self._of_each(lambda one: self.call(one, args, dict(kwargs)), (thing,))
        self.blur_arguments(args, kwargs, callee)
        return Unknown(callee.why)

    def change_one_of(self: Any, change: Callable[[Any], Any], value: Any) -> None:
        """Changes one of them."""
        things = value.things if type(value) is OneOf else leaves(value)
        self._of_each(change, [thing for thing in things if not isinstance(thing, Unknown)])

    def augment_one_of(self: Any, change: Callable[[Any], Any], value: Any) -> Any:
        """`value += …`: what is no container becomes another value, all others stay themselves."""
        things = value.things if type(value) is OneOf else (*leaves(value),)
        self._of_each(change, [thing for thing in things if isinstance(thing, IN_PLACE)])
        in_place = all(isinstance(thing, (List, Set)) for thing in things)
        return value if in_place else Unknown(value.why)

    def part_of_one(self: Any, container: Any, why: str) -> Unknown | None:
        """An item of a container of which nobody knows which; None where none can change."""
        parts = [*(container.values() if isinstance(container, dict) else container)]
        if container.blur is not None or len(parts) > MAX_PARTS:
            return None
        if any(isinstance(part, IN_PLACE) for part in parts):
            return OneOf(why, tuple(parts))
        return None

    def _of_each(self: Any, run: Callable[[Any], Any], things: Any) -> list[Any]:
        """Runs something for each of them, from the same state; nothing is written down."""
        self.muted += 1
        try:
            found = [self.maybe(partial(run, thing)) for thing in things]
        finally:
            self.muted -= 1
        return found or [Unknown(DIFFERS)]


def _is_plain_code(value: Any) -> bool:
    """Whether calling a value runs the program's own code, or Python's, and no layer."""
    return isinstance(value, (Function, Method, Builtin)) or (
        isinstance(value, Instance) and value.own_call is not None
    )


def holds_things(value: Any) -> bool:
    """Whether a value may be one of several things that can change."""
    return type(value) is OneOf or (
        type(value) is Choice and any(isinstance(one, IN_PLACE) for one in leaves(value))
    )
