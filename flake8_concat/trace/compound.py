"""Compiles compound statements: branches, loops, `with`, `try`, `match`."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import Any

import libcst as cst

from flake8_concat.keras.graph import Tensor
from flake8_concat.shapes import Lose, Unknown
from flake8_concat.trace.control import Doubting
from flake8_concat.trace.displays import Run
from flake8_concat.trace.facts import Site
from flake8_concat.trace.library.iterating import each
from flake8_concat.trace.patterns import compile_pattern
from flake8_concat.trace.signals import (
    BREAK,
    Maybe,
    Signal,
    Step,
    nothing,
)
from flake8_concat.trace.source import code_children
from flake8_concat.trace.symbolic_values import LOOP, OF_ONE_THING, TEST
from flake8_concat.trace.trying import TryCompiler
from flake8_concat.trace.values import Raised, Scope

AtEnd = Callable[[Scope, "Signal | None", int], "Signal | None"]


class CompoundCompiler(TryCompiler):
    """The part of the compiler that is about the flow of control."""

    def if_(self, node: cst.If) -> Step:
        if self.scope_name == "<module>" and node.orelse is None and is_main_test(node.test):
            return self.main_block(node)
        # elif chains nest to the right; a loop keeps long ones off Python's stack
        conditions: list[tuple[Run, Site]] = []
        chain: list[cst.If] = []
        bodies: list[tuple[Any, Step]] = []
        doubts = cache(lambda: asks_for_shapes(node))
        rest: Any = node
        while type(rest) is cst.If:
            outer, self.statement = self.statement, rest
            conditions.append((self.expression(rest.test), self.site(rest.test)))
            bodies.append((rest.body, self.block(rest.body)))
            chain.append(rest)
            self.statement = outer
            rest = rest.orelse
        if rest is not None:
            bodies.append((rest.body, self.block(rest.body)))
        tracer = self.tracer
        own = self.function if self.source is tracer.source else None
        *steps, orelse = tracer.watch(own, [one.test for one in chain], bodies)
        if rest is None:
            steps, orelse = [*steps, orelse], nothing
        tests = [(test, step, site) for (test, site), step in zip(conditions, steps, strict=True)]

        forced = tracer.watched.forced

        def choose(scope: Scope, i: int = 0) -> Signal | None:
            if forced:
                for way in (*steps, orelse):
                    if way in forced:
                        return way(scope)
            while i < len(tests):
                test, body, site = tests[i]
                value = test(scope)
                if type(value) is Tensor:
                    tracer.no_value(value, site, TEST)
                truth = tracer.decide(value)
                if truth is True:
                    return body(scope)
                if truth is None:
                    following = i + 1
                    with Doubting(tracer, doubts()):
                        return tracer.fork(
                            value,
                            lambda: body(scope),  # noqa: B023 - called at once, as the next
                            lambda: choose(scope, following),  # noqa: B023
                        )
                i += 1
            return orelse(scope)

        return choose

    def main_block(self, node: cst.If) -> Step:
        """`if __name__ == "__main__"`: importing passes it over, it is run when all else was."""
        body, tracer = self.block(node.body), self.tracer

        def step(scope: Scope) -> None:
            if scope.module is tracer.main:
                tracer.main_blocks.append(lambda: body(scope))

        return step

    def end_of_loop(self, node: cst.For | cst.While) -> AtEnd:
        """What comes of the signal that a loop has ended with: its `else`, if it was not left."""
        orelse = self.block(node.orelse.body) if node.orelse is not None else nothing
        tracer = self.tracer

        def at_end(scope: Scope, signal: Signal | None, returned: int) -> Signal | None:
            if signal is None:
                if orelse is nothing:
                    return None
                with tracer.unless_returned(returned):
                    return orelse(scope)
            if isinstance(signal, Maybe):
                if orelse is nothing:
                    return None
                return tracer.fork(None, lambda: orelse(scope), lambda: None)
            return None if signal is BREAK else signal

        return at_end

    def for_(self, node: cst.For) -> Step:
        iterable, assign = self.expression(node.iter), self.target(node.target)
        body, at_end = self.block(node.body), self.end_of_loop(node)
        tracer, site = self.tracer, self.site(node.iter)

        def step(scope: Scope) -> Signal | None:
            value = iterable(scope)
            if type(value) in OF_ONE_THING:
                tracer.no_value(value, site, LOOP)
            unknown: list[Unknown] = []  # why the rest of the items is not known

            def items() -> Any:
                try:
                    yield from each(tracer, value)
                except Lose as lost:
                    unknown.append(lost.unknown)

            def once(item: Any) -> Signal | None:
                assign(scope, item)
                return body(scope)

            returned = len(tracer.returns)
            signal = tracer.loop(items(), once)
            if unknown and (signal is None or isinstance(signal, Maybe)):
                element = Unknown(unknown[0].why)
                last = tracer.loop_unknown(unknown[0], partial(once, element))
                signal = signal if last is None else last
            return at_end(scope, signal, returned)

        return step

    def while_(self, node: cst.While) -> Step:
        test, body = self.expression(node.test), self.block(node.body)
        at_end = self.end_of_loop(node)
        tracer, site = self.tracer, self.site(node.test)

        def step(scope: Scope) -> Signal | None:
            unknown: list[Any] = []

            def iterations() -> Any:
                while True:
                    value = test(scope)
                    if type(value) is Tensor:
                        tracer.no_value(value, site, TEST)
                    truth = tracer.decide(value)
                    if truth is None:
                        unknown.append(value)
                    if truth is not True:
                        return
                    yield

            returned = len(tracer.returns)
            signal = tracer.loop(iterations(), lambda _: body(scope))
            if unknown and (signal is None or isinstance(signal, Maybe)):
                last = tracer.loop_unknown(unknown[0], lambda: body(scope))
                signal = signal if last is None else last
            return at_end(scope, signal, returned)

        return step

    def with_(self, node: cst.With) -> Step:
        items = [
            (self.expression(i.item), self.target(i.asname.name) if i.asname is not None else None)
            for i in node.items
        ]
        body, tracer = self.block(node.body), self.tracer
        expected = [run for i in node.items for run in self._expected(i.item)]

        def enter(scope: Scope, i: int = 0) -> Signal | None:
            if i == len(items):
                return body(scope)
            value, assign = items[i]

            def go_on(entered: Any) -> Signal | None:
                if assign is not None:
                    assign(scope, entered)
                return enter(scope, i + 1)

            return tracer.manage(value(scope), go_on)

        def step(scope: Scope) -> Signal | None:
            if not expected:
                return enter(scope)
            signal = None
            kinds = [run(scope) for run in expected]
            with tracer.handling(kinds) as perhaps, tracer.watching() as watched:
                try:
                    signal = enter(scope)
                except Raised as raised:
                    if not any(tracer.catches(k, raised.kind, raised.value) for k in kinds):
                        raise
            if not perhaps:
                return signal
            ways = [error.left for error in perhaps]
            return tracer.fork(None, lambda: watched.put_back(tracer, ways), lambda: signal)

        return step

    def _expected(self, node: cst.BaseExpression) -> list[Run]:
        """What `with node:` keeps of what the body raises; tests say so: `pytest.raises(…)`."""
        if type(node) is not cst.Call:
            return []
        function = node.func.attr if type(node.func) is cst.Attribute else node.func
        name = function.value if type(function) is cst.Name else ""
        if name == "suppress":
            return [self.expression(arg.value) for arg in node.args]
        if name.startswith("assertRaises") or name == "raises":
            return [self.constant(None)]
        return []

    def match_(self, node: cst.Match) -> Step:
        subject = self.expression(node.subject)
        cases = [
            (
                compile_pattern(self, case.pattern),
                self.expression(case.guard) if case.guard is not None else None,
                self.block(case.body),
            )
            for case in node.cases
        ]
        tracer = self.tracer

        def choose(scope: Scope, value: Any, i: int) -> Signal | None:
            for j in range(i, len(cases)):
                tracer.step()
                fits, guard, body = cases[j]
                truth = fits(scope, value)
                if truth is not False and guard is not None:
                    guarded = tracer.decide(guard(scope))
                    truth = False if guarded is False else truth if guarded else None
                if truth is True:
                    return body(scope)
                if truth is None:
                    why = Unknown("which case it is, is not known")
                    following = j + 1  # both functions are called at once
                    return tracer.fork(
                        why,
                        lambda: body(scope),  # noqa: B023
                        lambda: choose(scope, value, following),  # noqa: B023
                    )
            return None

        return lambda scope: choose(scope, subject(scope), 0)


def is_main_test(node: cst.BaseExpression) -> bool:
    """Whether a test is `__name__ == "__main__"`."""
    if type(node) is not cst.Comparison or len(node.comparisons) != 1:
        return False
    other = node.comparisons[0].comparator
    return (
        type(node.left) is cst.Name
        and node.left.value == "__name__"
        and type(node.comparisons[0].operator) is cst.Equal
        and type(other) is cst.SimpleString
        and other.value[1:-1] == "__main__"
    )


SHAPES = frozenset({"dim", "dims", "ndim", "ndims", "rank", "shape", "shapes", "spec"})


def asks_for_shapes(node: cst.If) -> bool:
    """Whether the tests of an `if` name a shape or a rank.

    Such a test tells apart the tensors that its branches are for: what one branch refuses of a
    tensor is no mistake where the test can't be decided.
    """
    todo: list[Any] = [node.test]
    while todo:
        part = todo.pop()
        if type(part) is cst.Name and not SHAPES.isdisjoint(part.value.lower().split("_")):
            return True
        todo += code_children(part)
    return type(node.orelse) is cst.If and asks_for_shapes(node.orelse)
