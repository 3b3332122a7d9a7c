"""How a block of statements ends, and running statements one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from flake8_concat.trace.values import Scope

STATEMENTS_A_STEP = 4  # of a block


class Signal:
    """Why a block ends early."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name


BREAK, CONTINUE = Signal("break"), Signal("continue")


class Return(Signal):
    """`return value`."""

    __slots__ = ("value",)
    name = "return"

    def __init__(self, value: Any) -> None:
        self.value = value


class Maybe(Signal):
    """Perhaps `signal`, perhaps the program goes on."""

    __slots__ = ("signal",)
    name = "maybe"

    def __init__(self, signal: Signal) -> None:
        self.signal = signal


Step = Callable[[Scope], "Signal | None"]
Assign = Callable[[Scope, Any], None]


def nothing(scope: Scope) -> None:
    """A statement that does nothing."""


def sequence(steps: Sequence[Step], tracer: Any, leaving: frozenset[Step] = frozenset()) -> Step:
    """The steps one after the other.

    leaving:  those that hold a `return`; behind them the function is perhaps left
    """
    steps = [s for s in steps if s is not nothing]
    if not steps:
        return nothing
    if len(steps) == 1:
        return steps[0]
    cost = len(steps) // STATEMENTS_A_STEP
    if not leaving.isdisjoint(steps[:-1]):
        return _with_returns(steps, tracer, cost, leaving)

    def run(scope: Scope, rest: Iterator[Step] | None = None) -> Signal | None:
        if cost:
            tracer.step(cost)
        rest = rest or iter(steps)
        for step in rest:
            signal = step(scope)
            if signal is not None:
                if type(signal) is Maybe:
                    return tracer.go_on_maybe(signal, lambda: run(scope, rest))  # type: ignore[no-any-return]
                return signal
        return None

    return run


def _with_returns(steps: Sequence[Step], tracer: Any, cost: int, leaving: frozenset[Step]) -> Step:
    """The same where one of the first steps may return on one of two ways."""

    def run(scope: Scope, rest: Iterator[Step] | None = None) -> Signal | None:
        if cost:
            tracer.step(cost)
        rest = rest or iter(steps)
        for step in rest:
            returned = len(tracer.returns)
            signal = step(scope)
            if signal is not None:
                if type(signal) is Maybe:
                    return tracer.go_on_maybe(signal, lambda: run(scope, rest))  # type: ignore[no-any-return]
                return signal
            if len(tracer.returns) > returned and step in leaving:
                with tracer.unless_returned(returned):
                    return run(scope, rest)
        return None

    return run
