"""Compiles `try`: what its body raises, for certain or perhaps, and who handles it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import libcst as cst

from flake8_concat.shapes import Unknown
from flake8_concat.trace.control import SIZES_A_STEP
from flake8_concat.trace.displays import Run
from flake8_concat.trace.expressions import ExpressionCompiler
from flake8_concat.trace.signals import Assign, Maybe, Signal, Step, nothing
from flake8_concat.trace.source import dotted_name
from flake8_concat.trace.state import Trail
from flake8_concat.trace.values import Class, Instance, Raised, Scope

MAX_PERHAPS = 4  # ways into the handlers of a `try` that are told apart
MISSING = "ModuleNotFoundError"
SIMPLE = (cst.SimpleStatementLine, cst.SimpleStatementSuite)


@dataclass(frozen=True, slots=True)
class Handler:
    """`except kind as name: …`."""

    kind: Run | None
    name: Assign | None
    run: Step


@dataclass(frozen=True, slots=True)
class Tried:
    """The parts of one `try`, and the tracer that runs it."""

    tracer: Any
    body: Step
    handlers: list[Handler]
    orelse: Step

    def attempt(self, scope: Scope, kinds: list[Any]) -> Signal | None:
        """Runs the body, and what handles it or its `else`."""
        tracer = self.tracer
        signal: Signal | None = None
        raised: Raised | None = None
        returned = len(tracer.returns)
        with tracer.handling(kinds) as perhaps, tracer.watching() as watched:
            try:
                signal = self.body(scope)
            except Raised as error:
                raised = error
        ways = [[error] for error in perhaps]
        if len(ways) > MAX_PERHAPS:
            ways = alike(perhaps)

        def go_on(i: int = 0) -> Signal | None:
            if i < len(ways):
                return tracer.fork(  # type: ignore[no-any-return]
                    None,
                    lambda: self.fail(scope, kinds, watched, ways[i]),
                    lambda: go_on(i + 1),
                )
            if raised is not None:
                return self.handle(scope, kinds, raised)
            if isinstance(signal, Maybe):
                return tracer.go_on_maybe(signal, lambda: self.orelse(scope))  # type: ignore[no-any-return]
            if signal is not None or self.orelse is nothing:
                return signal
            with tracer.unless_returned(returned):
                return self.orelse(scope)

        return go_on()

    def fail(
        self, scope: Scope, kinds: list[Any], watched: Trail, errors: list[Raised]
    ) -> Signal | None:
        """Handles what was perhaps raised, in the state that it had left."""
        self.tracer.step(len(errors) * watched.size() // SIZES_A_STEP)
        watched.put_back(self.tracer, [error.left for error in errors])
        return self.handle(scope, kinds, errors[0])

    def handle(self, scope: Scope, kinds: list[Any], raised: Raised) -> Signal | None:
        """Runs the first handler that catches something; else it is raised on."""
        for kind, handler in zip(kinds, self.handlers, strict=True):
            if self.tracer.catches(kind, raised.kind, raised.value):
                if handler.name is not None:
                    handler.name(scope, raised.value or Unknown("an exception"))
                with self.tracer.raising_again(raised):
                    return handler.run(scope)
        raise raised


class TryCompiler(ExpressionCompiler):
    """The part of the compiler that is about exceptions."""

    def block(self, node: Any) -> Step:
        """The body of a compound statement; see statements.py."""
        raise NotImplementedError

    def forget(self, node: cst.Name) -> Step:
        """`del name`; see statements.py."""
        raise NotImplementedError

    def try_(self, node: Any) -> Step:
        self.tried += bool(node.handlers)
        body = self.block(node.body)
        self.tried -= bool(node.handlers)
        tracer, imports = self.tracer, tried_imports(node)
        orelse = self.block(node.orelse.body) if node.orelse is not None else nothing
        tried = Tried(tracer, body, [self.handler(one) for one in node.handlers], orelse)
        last = self.block(node.finalbody.body) if node.finalbody is not None else nothing

        def run(scope: Scope) -> Signal | None:
            kinds = [one.kind(scope) if one.kind is not None else None for one in tried.handlers]
            if imports and any(tracer.catches(kind, MISSING) for kind in kinds):
                absent = tracer.may_be_absent(imports, scope.module)
                if absent is not None:
                    return tracer.fork(
                        absent,
                        lambda: tried.attempt(scope, kinds),
                        lambda: tried.handle(scope, kinds, Raised(MISSING)),
                    )
            return tried.attempt(scope, kinds)

        return run if last is nothing else _ending(run, last, tracer)

    def handler(self, node: Any) -> Handler:
        """One `except`. Its name is gone when it ends."""
        kind = self.expression(node.type) if node.type is not None else None
        if node.name is None:
            return Handler(kind, None, self.block(node.body))
        run, forget = self.block(node.body), self.forget(node.name.name)

        def step(scope: Scope) -> Signal | None:
            try:
                return run(scope)
            finally:
                forget(scope)

        return Handler(kind, self.target(node.name.name), step)


def _ending(run: Step, last: Step, tracer: Any) -> Step:
    """`run`, and a `finally` behind it on each way that leaves it."""

    def step(scope: Scope) -> Signal | None:
        outside = [(errors, len(errors)) for errors in tracer.perhaps]
        try:
            with tracer.watching() as watched:
                signal = run(scope)
        except Raised:
            left = last(scope)
            if left is not None:  # `return` in `finally` forgets what was raised
                return left
            raise
        passing = [error for errors, count in outside for error in errors[count:]]
        if passing:
            for errors, count in outside:
                del errors[count:]
            for ways in alike(passing):
                tracer.fork(None, _raised_on(ways, watched, last, scope, tracer), lambda: None)
        return last(scope) or signal

    return step


def _raised_on(
    ways: list[Raised], watched: Trail, last: Step, scope: Scope, tracer: Any
) -> Callable[[], Signal | None]:
    """What is perhaps raised runs the `finally` as well, on its way to who catches it."""

    def run() -> Signal | None:
        watched.put_back(tracer, [error.left for error in ways])
        left = last(scope)
        if left is not None:
            return left
        raise ways[0]

    return run


def alike(errors: list[Raised]) -> list[list[Raised]]:
    """What may have been raised, all of one class together."""
    found: dict[Any, list[Raised]] = {}
    for error in errors:
        cls = error.value.cls if isinstance(error.value, Instance) else error.value
        found.setdefault((error.kind, id(cls) if isinstance(cls, Class) else 0), []).append(error)
    return [*found.values()]


def tried_imports(node: Any) -> list[str]:
    """The modules that the body of a `try` imports: `import this`, `from this import x`."""
    found = []
    lines: Any = node.body.body if type(node.body) is cst.IndentedBlock else [node.body]
    for line in lines:
        for part in line.body if type(line) in SIMPLE else ():
            if type(part) is cst.Import:
                found += [dotted_name(alias.name) for alias in part.names]
            elif type(part) is cst.ImportFrom and not part.relative and part.module is not None:
                found.append(dotted_name(part.module))
    return found
