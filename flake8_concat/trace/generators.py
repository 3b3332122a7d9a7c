"""Generators: their bodies run when the first item is asked for, and then as far as they go."""

from __future__ import annotations

from collections.abc import Iterator as IteratorOf
from functools import lru_cache
from typing import Any

import libcst as cst

from flake8_concat.shapes import Lose, Unknown
from flake8_concat.trace.library.objects import Iterator
from flake8_concat.trace.signals import Step
from flake8_concat.trace.source import code_children
from flake8_concat.trace.state import DIFFERS, Either, snapshot
from flake8_concat.trace.values import (
    IN_PLACE,
    Function,
    Instance,
    List,
    Raised,
    Scope,
    defining_scope,
)

MAX_YIELDS = 400
MAX_READ = 1_000  # items of what a generator may read
ITEMS_A_STEP = 40


class EndOfGenerator(Exception):
    """A generator has given more than is followed."""


class Generators:
    """The part of the tracer that runs the bodies of generators."""

    def generator(self: Any, function: Function, scope: Scope) -> Iterator:
        """What a call of a generator's function gives. Nothing of its body runs yet."""
        outside = self.site, self.caller
        return Iterator([], self._given(function, scope, outside), (function, scope))

    def _given(self: Any, function: Function, scope: Scope, outside: Any) -> IteratorOf[Any]:
        """The items of a generator: all are made when the first is asked for.

        Those after it are known as long as nothing has changed that its body reads.
        """
        asked, (self.site, self.caller) = (self.site, self.caller), outside
        try:
            items = self.run_body(function, scope, function.code.body)
        finally:
            self.site, self.caller = asked
        read = Read(function, scope) if len(items.known) > 1 else None
        for item in items.known:
            yield item
            if read is not None:
                self.step(read.count // ITEMS_A_STEP)
                if not read.is_as_before():
                    raise Lose("a generator that reads what has changed since it was asked")
        if items.blur is not None:
            raise Lose(items.blur.why)
        yield from items.source

    def run_ahead(self: Any, body: Step, scope: Scope) -> Iterator:
        """What a generator gives: all of it, when its first item is asked for.

        What its body changes elsewhere on the way is in doubt from then on: who takes the items
        one by one meets each change at another time.
        """
        given, error = self.yields[-1], None
        items = Iterator(given)
        with self.watching() as watched:
            try:
                body(scope)
                if given.blur is not None:
                    items = Iterator([])
                    items.blur = given.blur
            except EndOfGenerator:
                items.blur = Unknown("a generator that gives more than is followed")
            except Raised as raised:  # that meets whoever asks for the item behind the last
                error = raised
        watched.blend(self, Either(DIFFERS), but=(scope, given))
        if error is not None:
            if not given:
                raise error
            items.source = _raising(error)
        return items

    def yield_one(self: Any, value: Any) -> Any:
        """`yield value`."""
        if not self.yields:
            return Unknown("`yield` outside of a function")
        given = self.yields[-1]
        if type(given) is List:
            self.touch(given)
        given.append(value)
        if len(given) > MAX_YIELDS:
            raise EndOfGenerator
        return Unknown("what is sent to a generator")

    def yield_all(self: Any, value: Any) -> Any:
        """`yield from value`."""
        for item in self.items(value):
            self.yield_one(item)
        return Unknown("what a generator returns")

    def blur_generator(self: Any, function: Function, scope: Scope) -> None:
        """What a generator may change, that is told to stop or is handed something."""
        why = Unknown("a generator is told to go on otherwise")
        self.blur_changed(function.code.node, scope, why)
        self.blur_closure(function, why)


def _raising(error: Raised) -> IteratorOf[Any]:
    """What gives no item, but an exception."""
    for one in (error,):
        raise one
    yield


class Read:
    """What the body of a generator may read: the names in it, and what they stand for.

    count:  of the items of all that
    """

    __slots__ = ("count", "names", "states")

    def __init__(self, function: Function, scope: Scope) -> None:
        self.names: list[tuple[Scope, str, Any]] = []
        self.states: list[tuple[Any, Any]] = []
        self.count = 0
        found: list[Any] = []
        for name in names_in(function.code.node):
            home = defining_scope(scope, name)
            if home is not None:
                if home is not scope:
                    self.names.append((home, name, home[name]))
                found.append(home[name])
        seen: set[int] = set()
        while found and self.count <= MAX_READ:
            thing = found.pop()
            if not isinstance(thing, (*IN_PLACE, tuple)) or id(thing) in seen:
                continue
            seen.add(id(thing))
            contents = thing.attributes if isinstance(thing, Instance) else thing
            self.count += len(contents) + 1
            self.states.append((contents, snapshot(contents)))
            found += contents.values() if isinstance(contents, dict) else contents

    def is_as_before(self) -> bool:
        """Whether all of that is as it was."""
        return (
            self.count <= MAX_READ
            and all(home.get(name) is value for home, name, value in self.names)
            and all(
                contents is state or _is_same(snapshot(contents), state)
                for contents, state in self.states
            )
        )


def _is_same(now: Any, before: Any) -> bool:
    if now is None or before is None:  # a tuple, which does not change
        return now is before
    (one, blur), (other, before_blur) = now, before
    if blur is not before_blur or len(one) != len(other):
        return False
    if isinstance(one, dict):
        pairs = zip(one.items(), other.items(), strict=True)
        return all(a is b and x is y for (a, x), (b, y) in pairs)
    if isinstance(one, set):
        return bool(one == other)
    return all(x is y for x, y in zip(one, other, strict=True))


@lru_cache(maxsize=256)
def names_in(code: Any) -> frozenset[str]:
    """All names that the text of a function has."""
    found: set[str] = set()
    todo = [code]
    while todo:
        node = todo.pop()
        if type(node) is cst.Name:
            found.add(node.value)
        else:
            todo += code_children(node)
    return frozenset(found)
