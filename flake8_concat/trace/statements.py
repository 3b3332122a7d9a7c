"""Compiles statements: each becomes a function from a scope to a signal.

The signal is None where the program goes on with the next statement, else BREAK, CONTINUE, a
`Return`, or a `Maybe` where that depends on a test that is not known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import libcst as cst

from flake8_concat.keras.graph import Tensor
from flake8_concat.shapes import Unknown
from flake8_concat.trace.compound import CompoundCompiler
from flake8_concat.trace.definitions import DefinitionCompiler
from flake8_concat.trace.displays import Run
from flake8_concat.trace.facts import Assignment
from flake8_concat.trace.one_of import holds_things
from flake8_concat.trace.signals import (
    BREAK,
    CONTINUE,
    Assign,
    Return,
    Step,
    nothing,
    sequence,
)
from flake8_concat.trace.source import dotted_name
from flake8_concat.trace.symbolic_values import TEST
from flake8_concat.trace.values import (
    IN_PLACE,
    Dict,
    List,
    Raised,
    Scope,
    copied_to,
    defining_scope,
)

AUGMENTED: dict[type, str] = {
    cst.AddAssign: "+", cst.SubtractAssign: "-", cst.MultiplyAssign: "*", cst.DivideAssign: "/",
    cst.FloorDivideAssign: "//", cst.ModuloAssign: "%", cst.PowerAssign: "**",
    cst.MatrixMultiplyAssign: "@", cst.LeftShiftAssign: "<<", cst.RightShiftAssign: ">>",
    cst.BitAndAssign: "&", cst.BitOrAssign: "|", cst.BitXorAssign: "^",
}  # fmt: skip


# Here and in its parts types are compared: LibCST's classes are abstract ones, and `isinstance`
# takes ten times as long to say no of those.
class StatementCompiler(CompoundCompiler, DefinitionCompiler):
    """Compiles the statements of one file for one tracer."""

    returns = 0  # `return` statements that were compiled

    # -- blocks -------------------------------------------------------------------------------
    def module(self) -> list[Step]:
        """The steps of the module, one a statement."""
        return [self.statement_(s) for s in self.source.module.body]

    def statement_(self, node: Any) -> Step:
        """A statement line, which may hold several small statements, or a compound statement."""
        self.statement = node
        if type(node) is cst.SimpleStatementLine:
            if len(node.body) == 1:  # so for most
                return self.small(node.body[0])
            return sequence([self.small(s) for s in node.body], self.tracer)
        compile_node = COMPOUND.get(type(node))
        if compile_node is None:
            return nothing
        return compile_node(self, node)

    def small(self, node: Any) -> Step:
        compile_node = SMALL.get(type(node))
        return nothing if compile_node is None else compile_node(self, node)

    def block(self, node: Any) -> Step:
        """The body of a compound statement."""
        if type(node) is cst.SimpleStatementSuite:
            return sequence([self.small(s) for s in node.body], self.tracer)
        steps, leaving = [], []
        for statement in node.body:
            returns = self.returns
            steps.append(self.statement_(statement))
            if self.returns > returns:
                leaving.append(steps[-1])
        return sequence(steps, self.tracer, frozenset(leaving))

    # -- small statements ---------------------------------------------------------------------
    def expression_statement(self, node: cst.Expr) -> Step:
        if type(node.value) in (cst.SimpleString, cst.Ellipsis):
            return nothing
        run = self.expression(node.value)

        def step(scope: Scope) -> None:
            run(scope)

        return step

    def assign(self, node: cst.Assign) -> Step:
        return self._assign([t.target for t in node.targets], node.value)

    def annotated(self, node: cst.AnnAssign) -> Step:
        if node.value is None:
            return self._declare(node.target, node.annotation)
        assign = self._assign([node.target], node.value)
        declare = self._declare(node.target, node.annotation)

        def step(scope: Scope) -> None:
            assign(scope)
            declare(scope)

        return step

    def _declare(self, target: cst.BaseExpression, annotation: cst.Annotation) -> Step:
        """Class bodies keep the order of their annotated names, for dataclasses."""
        if type(target) is not cst.Name or self.function is not None:
            return nothing
        name = target.value

        def step(scope: Scope) -> None:
            names = scope.setdefault("__annotations__", List())
            if isinstance(names, List):  # not after branches that differ
                names.append(name)

        return step

    def _assign(self, targets: list[cst.BaseExpression], value_node: cst.BaseExpression) -> Step:
        if len(targets) == 1 and type(targets[0]) is cst.Name:  # so for most
            self.targets = {id(value_node): (targets[0].value,)}
        else:
            self.targets = dict(assigned_names(targets, value_node))
        value = self.expression(value_node)
        if is_view(value_node):
            value = self.view(value_node, value)
        self.targets = {}
        assigns = [self.target(t) for t in targets]
        if len(assigns) == 1:
            only = assigns[0]

            def step_one(scope: Scope) -> None:
                only(scope, value(scope))

            return step_one

        def step(scope: Scope) -> None:
            result = value(scope)
            for assign in assigns:
                assign(scope, result)

        return step

    def view(self, node: Any, value: Run) -> Run:
        """`names = sizes.keys()`: what a name keeps of a dict changes with the dict."""
        owner = self.expression(node.func.value)

        def run(scope: Scope) -> Any:
            listed, of = value(scope), owner(scope)
            if type(of) is Dict and type(listed) is List:
                copied_to(of, listed)
            return listed

        return run

    def augmented(self, node: cst.AugAssign) -> Step:
        operator = AUGMENTED[type(node.operator)]
        read, value, assign = (
            self.expression(node.target),
            self.expression(node.value),
            self.target(node.target),
        )
        tracer = self.tracer
        site = self.site(node)
        site.targets = target_names(node.target)

        def step(scope: Scope) -> None:
            left, right = read(scope), value(scope)
            if isinstance(left, IN_PLACE) or (isinstance(left, Unknown) and holds_things(left)):
                assign(scope, tracer.augment(operator, left, right, site))
            else:
                assign(scope, tracer.binary(operator, left, right, site))

        return step

    def target(self, node: cst.BaseExpression) -> Assign:
        tracer = self.tracer
        if type(node) is cst.Name:
            return self.name_target(node)
        if type(node) is cst.Attribute:
            value, name = self.expression(node.value), node.attr.value
            statement, source = self.statement, self.source

            def assign_attribute(scope: Scope, given: Any) -> None:
                tracer.setattr(value(scope), name, given)
                if type(given) in RECORDED:
                    tracer.record_assignment(f"self.{name}", node, statement, source, given)

            return assign_attribute
        if type(node) is cst.Subscript:
            value, index = self.expression(node.value), self.index(node.slice)
            site = self.site(node)
            return lambda scope, given: tracer.setitem(value(scope), index(scope), given, site)
        if type(node) is cst.Tuple or type(node) is cst.List:
            return self._unpack_target(node)
        return lambda scope, given: None

    def name_target(self, node: cst.Name) -> Assign:
        name, tracer = node.value, self.tracer
        statement, source = self.statement, self.source

        def assign(scope: Scope, given: Any) -> None:
            if tracer.trail is not None:
                tracer.trail.touch(scope)
            scope[name] = given
            kind = type(given)
            if kind is Tensor:  # so for most of what is recorded
                noted = Assignment(name, node, statement, source, given, tracer.caller)
                tracer.facts.assignments.append(noted)
            elif kind in RECORDED:
                tracer.record_assignment(name, node, statement, source, given)

        if name not in self.global_names and name not in self.nonlocal_names:
            return assign

        home_of = self.home_of(name)
        return lambda scope, given: assign(home_of(scope), given)

    def _unpack_target(self, node: cst.Tuple | cst.List) -> Assign:
        assigns = [self.target(e.value) for e in node.elements]
        starred = [i for i, e in enumerate(node.elements) if type(e) is cst.StarredElement]
        count, tracer, site = len(assigns), self.tracer, self.site(node)

        def assign(scope: Scope, given: Any) -> None:
            values = tracer.unpack(given, count, starred[0] if starred else None, site)
            for one, value in zip(assigns, values, strict=True):
                one(scope, value)

        return assign

    def return_(self, node: cst.Return) -> Step:
        self.returns += 1
        if node.value is None:
            return lambda scope: Return(None)
        value = self.expression(node.value)
        return lambda scope: Return(value(scope))

    def raise_(self, node: cst.Raise) -> Step:
        value = self.expression(node.exc) if node.exc is not None else None
        tracer = self.tracer

        def step(scope: Scope) -> None:
            if value is None and tracer.raised is not None:
                raise Raised(tracer.raised.kind, tracer.raised.value)
            given = value(scope) if value is not None else None
            raise Raised(tracer.exception_kind(given), given)

        return step

    def delete(self, node: cst.Del) -> Step:
        targets = (
            [node.target]
            if type(node.target) is not cst.Tuple
            else [e.value for e in node.target.elements]
        )
        steps: list[Step] = []
        tracer = self.tracer
        for target in targets:
            if type(target) is cst.Name:
                steps.append(self.forget(target))
            elif type(target) is cst.Subscript:
                value, index = self.expression(target.value), self.index(target.slice)

                def drop(scope: Scope, value: Run = value, index: Run = index) -> None:
                    tracer.delitem(value(scope), index(scope))

                steps.append(drop)
            elif type(target) is cst.Attribute:
                value, name = self.expression(target.value), target.attr.value

                def remove(scope: Scope, value: Run = value, name: str = name) -> None:
                    tracer.delattr(value(scope), name)

                steps.append(remove)
        return sequence(steps, tracer)

    def forget(self, node: cst.Name) -> Step:
        name, tracer, home_of = node.value, self.tracer, self.home_of(node.value)

        def step(scope: Scope) -> None:
            home = home_of(scope)
            tracer.touch(home)
            home.pop(name, None)

        return step

    def home_of(self, name: str) -> Callable[[Scope], Scope]:
        """Where a name is bound from a scope: there, or where `global` or `nonlocal` send it."""
        is_global, is_nonlocal = name in self.global_names, name in self.nonlocal_names

        def home_of(scope: Scope) -> Scope:
            if is_global and scope.module is not None:
                return scope.module.scope
            if is_nonlocal:
                return defining_scope(scope.parent, name) or scope
            return scope

        return home_of

    def assert_(self, node: cst.Assert) -> Step:
        test, tracer, site = self.expression(node.test), self.tracer, self.site(node.test)

        def step(scope: Scope) -> None:
            value = test(scope)
            if type(value) is Tensor:
                tracer.no_value(value, site, TEST)
            truth = tracer.decide(value)
            if truth is False and not isinstance(value, Unknown):
                if tracer.handlers:
                    raise Raised("AssertionError")
            elif truth is None:
                tracer.assume(value, True)

        return step

    def import_(self, node: cst.Import) -> Step:
        tracer = self.tracer
        names: list[tuple[str, str, bool]] = []
        for alias in node.names:
            dotted = dotted_name(alias.name)
            if alias.asname is not None and type(alias.asname.name) is cst.Name:
                names.append((dotted, alias.asname.name.value, True))
            else:
                names.append((dotted, dotted.partition(".")[0], False))

        def step(scope: Scope) -> None:
            tracer.touch(scope)
            for dotted, bound, whole in names:
                module = tracer.import_module(dotted, scope.module)
                scope[bound] = module if whole else tracer.import_module(bound, scope.module)

        return step

    def import_from(self, node: cst.ImportFrom) -> Step:
        tracer, level = self.tracer, len(node.relative)
        dotted = dotted_name(node.module) if node.module is not None else ""
        if isinstance(node.names, cst.ImportStar):

            def star(scope: Scope) -> None:
                tracer.touch(scope)
                tracer.import_star(dotted, level, scope)

            return star
        names, site = [], self.site(node)
        for alias in node.names:
            name = dotted_name(alias.name)
            named = alias.asname.name if alias.asname is not None else None
            names.append((name, named.value if type(named) is cst.Name else name))

        def step(scope: Scope) -> None:
            tracer.touch(scope)
            for name, bound in names:
                scope[bound] = tracer.import_from(dotted, level, name, scope.module, site)

        return step


def is_view(node: cst.BaseExpression) -> bool:
    """Whether an expression is `name.keys()`, `name.values()`, `name.items()`."""
    return (
        type(node) is cst.Call
        and not node.args
        and type(node.func) is cst.Attribute
        and node.func.attr.value in VIEWS
        and type(node.func.value) is cst.Name
    )


def target_names(node: cst.BaseExpression) -> tuple[str, ...]:
    """The plain names (and attributes, as their own name) in an assignment target."""
    if type(node) is cst.Name:
        return (node.value,)
    if type(node) is cst.Attribute:
        return (node.attr.value,)
    if type(node) is cst.Tuple or type(node) is cst.List:
        return tuple(n for e in node.elements for n in target_names(e.value))
    return ()


def assigned_names(
    targets: list[cst.BaseExpression], value: cst.BaseExpression
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The names that an assignment gives a value to, by its id; parts too: `a, b = f(), g()`."""
    yield id(value), tuple(name for target in targets for name in target_names(target))
    only = targets[0]
    if len(targets) > 1 or not (type(only) is cst.Tuple or type(only) is cst.List):
        return
    if not (type(value) is cst.Tuple or type(value) is cst.List):
        return
    parts = (*only.elements, *value.elements)
    if len(only.elements) == len(value.elements) and all(type(p) is cst.Element for p in parts):
        for target, given in zip(only.elements, value.elements, strict=True):
            yield from assigned_names([target.value], given.value)


VIEWS = frozenset({"keys", "values", "items"})
# Types of values whose assignment is a fact; filled in by the tracer.
RECORDED: set[type] = set()

SMALL: dict[type, Callable[[StatementCompiler, Any], Step]] = {
    cst.Expr: StatementCompiler.expression_statement,
    cst.Assign: StatementCompiler.assign,
    cst.AnnAssign: StatementCompiler.annotated,
    cst.AugAssign: StatementCompiler.augmented,
    cst.Return: StatementCompiler.return_,
    cst.Raise: StatementCompiler.raise_,
    cst.Del: StatementCompiler.delete,
    cst.Assert: StatementCompiler.assert_,
    cst.Import: StatementCompiler.import_,
    cst.ImportFrom: StatementCompiler.import_from,
    cst.Break: lambda compiler, node: lambda scope: BREAK,
    cst.Continue: lambda compiler, node: lambda scope: CONTINUE,
}
COMPOUND: dict[type, Callable[[StatementCompiler, Any], Step]] = {
    cst.If: StatementCompiler.if_,
    cst.For: StatementCompiler.for_,
    cst.While: StatementCompiler.while_,
    cst.With: StatementCompiler.with_,
    cst.Try: StatementCompiler.try_,
    cst.TryStar: StatementCompiler.try_,
    cst.Match: StatementCompiler.match_,
    cst.FunctionDef: StatementCompiler.definition,
    cst.ClassDef: StatementCompiler.class_,
}
