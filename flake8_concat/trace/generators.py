"""Generators: their bodies run at once, as far as they go."""

from __future__ import annotations

from typing import Any

from flake8_concat.shapes import Unknown
from flake8_concat.trace.library.objects import Iterator
from flake8_concat.trace.signals import Step
from flake8_concat.trace.values import Scope

MAX_YIELDS = 400


class EndOfGenerator(Exception):
    """A generator has given more than is followed."""


class Generators:
    """The part of the tracer that runs the bodies of generators."""

    def run_ahead(self: Any, body: Step, scope: Scope) -> Iterator:
        """What a generator gives: all of it, before its first item is asked for.

        What its body changes elsewhere on the way is in doubt from then on: who takes the items
        one by one meets each change at another time.
        """
        items = Iterator(self.yields[-1])
        with self.watching() as watched:
            try:
                body(scope)
            except EndOfGenerator:
                items = Iterator([])
                items.blur = Unknown("a generator that gives more than is followed")
        watched.blend(self, but=scope)
        return items

    def yield_one(self: Any, value: Any) -> Any:
        """`yield value`."""
        if not self.yields:
            return Unknown("`yield` outside of a function")
        self.yields[-1].append(value)
        if len(self.yields[-1]) > MAX_YIELDS:
            raise EndOfGenerator
        return Unknown("what is sent to a generator")

    def yield_all(self: Any, value: Any) -> Any:
        """`yield from value`."""
        for item in self.items(value):
            self.yield_one(item)
        return Unknown("what a generator returns")
