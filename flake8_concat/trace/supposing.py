"""A trace of a file once more, with the shapes that its author says tensors have.

In a function that nothing calls the tensors are unknown, and so is what comes of them. Its
comments say what they are: `x = self.embedding(x)  # (batch, seq, units)`. Taken for true, they
tell what every call below gives, and so where another comment can't be.

Nothing that is found so is certain of the program: it is of its comments.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import libcst as cst

from flake8_concat.keras.graph import Tensor
from flake8_concat.shapes import UNKNOWN_SIZE, Lose, Shape, Unknown
from flake8_concat.trace.bindings import bound_names
from flake8_concat.trace.facts import Facts
from flake8_concat.trace.modules import Loader
from flake8_concat.trace.signals import Assign, Return, Step
from flake8_concat.trace.source import Source
from flake8_concat.trace.statements import StatementCompiler
from flake8_concat.trace.tracer import Budget, Tracer
from flake8_concat.trace.values import Function, Raised, Scope

_BUDGET = Budget(steps=40_000, unbuilt=40_000, part=10_000)


@dataclass(frozen=True, slots=True, eq=False)
class Supposition:
    """What is said of one name at one place.

    names:  of what the statement assigns, or reads, or of a parameter; "" for what it returns
    shape:  what is said; None where the place is only looked at
    array:  it is one of numpy's, which has values
    """

    names: tuple[str, ...]
    shape: Shape | None
    array: bool = False


@dataclass(frozen=True, slots=True)
class Suppositions:
    """All that is said in a file, by the identity of its nodes.

    after:       of what a statement assigns or returns
    before:      of what there is when a statement begins
    parameters:  of what a function is given
    functions:   those in which anything is said: no other is run but for a call
    """

    after: Mapping[int, Sequence[Supposition]] = field(default_factory=dict)
    before: Mapping[int, Sequence[Supposition]] = field(default_factory=dict)
    parameters: Mapping[int, Sequence[Supposition]] = field(default_factory=dict)
    functions: Container[int] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Met:
    """What the trace had at a place of which something is said; `shape` None: it is supposed."""

    said: Supposition
    shape: Shape | None


class SupposingCompiler(StatementCompiler):
    """Compiles a file so that what is said of a name holds where nothing else is known of it."""

    tracer: SupposingTracer

    def statement_(self, node: Any) -> Step:
        step = super().statement_(node)
        if self.source is not self.tracer.source:
            return step
        if self.function is not None and type(node) is cst.SimpleStatementLine:
            step = self._going_on(node, step)
        for said in self.tracer.suppositions.before.get(id(node), ()):
            step = self._first(said, step)
        return step

    def _going_on(self, node: cst.SimpleStatementLine, step: Step) -> Step:
        """A step that gives names something unknown where it raises: `self.score(query)`.

        That is what a base class says of a method which another one is to have.
        """
        names, tracer = list(bound_names(node)), self.tracer
        if not names:
            return step
        assigns = [self.name_target(cst.Name(name)) for name in names]

        def go_on(scope: Scope) -> Any:
            try:
                return step(scope)
            except (Raised, Lose) as problem:
                if tracer.handlers:
                    raise
                lost = Unknown(f"the program raises {problem}")
                for assign in assigns:
                    assign(scope, lost)

        return go_on

    def _first(self, said: Supposition, step: Step) -> Step:
        """A step before which a name has what is said of it."""
        name = cst.Name(said.names[0])
        read, assign, tracer = self.expression(name), super().name_target(name), self.tracer

        def supposed(scope: Scope) -> Any:
            given = read(scope)
            made = tracer.supposed(said, given)
            if made is not given:
                assign(scope, made)
            return step(scope)

        return supposed

    def _said(self, name: str) -> Supposition | None:
        if self.source is not self.tracer.source:
            return None
        said = self.tracer.suppositions.after.get(id(self.statement), ())
        return next((one for one in said if name in one.names), None)

    def name_target(self, node: cst.Name) -> Assign:
        assign, said, tracer = super().name_target(node), self._said(node.value), self.tracer
        if said is None:
            return assign
        return lambda scope, given: assign(scope, tracer.supposed(said, given))

    def return_(self, node: cst.Return) -> Step:
        said, tracer = self._said(""), self.tracer
        if said is None or node.value is None:
            return super().return_(node)
        self.returns += 1
        value = self.expression(node.value)
        return lambda scope: Return(tracer.supposed(said, value(scope)))


class SupposingTracer(Tracer):
    """A trace with suppositions; what it meets of them is in `met`."""

    compiler = SupposingCompiler

    def __init__(
        self, source: Source, suppositions: Suppositions, loader: Loader, *, siblings: bool
    ) -> None:
        super().__init__(source, loader=loader, siblings=siblings, budget=_BUDGET)
        self.suppositions = suppositions
        self.met: list[Met] = []

    def supposed(self, said: Supposition, given: Any) -> Any:
        """What is said of a thing, where nothing is known of it; else itself."""
        known = given.shape if type(given) is Tensor else given
        if isinstance(known, Shape):
            self.met.append(Met(said, known))
            if said.shape is not None and len(said.shape) == len(known) and UNKNOWN_SIZE in known:
                sizes = zip(known, said.shape, strict=True)
                shape = Shape(told if size is UNKNOWN_SIZE else size for size, told in sizes)
                return Tensor(shape, given.node, symbolic=given.symbolic, merged=given.merged)
            return given
        if not isinstance(known, Unknown) or said.shape is None:
            return given
        self.met.append(Met(said, None))
        return Tensor(said.shape, None, symbolic=bool(self.frames) and not said.array)

    def _uncalled(self, function: Function) -> bool:
        return id(function.code.node) in self.suppositions.functions and super()._uncalled(function)

    def bind_parameters(
        self, function: Function, scope: Scope, args: Any, kwargs: Any, *, free: bool
    ) -> None:
        super().bind_parameters(function, scope, args, kwargs, free=free)
        for said in self.suppositions.parameters.get(id(function.code.node), ()):
            for name in said.names:
                if name in scope:
                    scope[name] = self.supposed(said, scope[name])


def retrace(
    source: Source, loader: Loader, siblings: bool, suppositions: Suppositions
) -> tuple[list[Met], Facts]:
    """What is met of suppositions, and all that comes of them."""
    tracer = SupposingTracer(source, suppositions, loader, siblings=siblings)
    return tracer.met, tracer.run()
