"""Compiles statements: each becomes a function from a scope to a signal.

The signal is None where the program goes on with the next statement, else BREAK, CONTINUE, a
`Return`, or a `Maybe` where that depends on a test that is not known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import libcst as cst

from flake8_concat.shapes import Lose, Unknown
from flake8_concat.trace.expressions import ExpressionCompiler, Run
from flake8_concat.trace.patterns import compile_pattern
from flake8_concat.trace.source import code_children
from flake8_concat.trace.values import Class, Function, List, Raised, Scope

AUGMENTED: dict[type, str] = {
    cst.AddAssign: "+", cst.SubtractAssign: "-", cst.MultiplyAssign: "*", cst.DivideAssign: "/",
    cst.FloorDivideAssign: "//", cst.ModuloAssign: "%", cst.PowerAssign: "**",
    cst.MatrixMultiplyAssign: "@", cst.LeftShiftAssign: "<<", cst.RightShiftAssign: ">>",
    cst.BitAndAssign: "&", cst.BitOrAssign: "|", cst.BitXorAssign: "^",
}  # fmt: skip


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

    def __init__(self, value: Any) -> None:
        super().__init__("return")
        self.value = value


class Maybe(Signal):
    """Perhaps `signal`, perhaps the program goes on."""

    __slots__ = ("signal",)

    def __init__(self, signal: Signal) -> None:
        super().__init__("maybe")
        self.signal = signal


SEQUENCES = (cst.Tuple, cst.List)
Step = Callable[[Scope], "Signal | None"]
Assign = Callable[[Scope, Any], None]


class FunctionCode:
    """The code of a `def` or lambda; its body is compiled when it is first called."""

    __slots__ = (
        "_body", "compiler", "generator", "globals", "keyword_only", "kwargs", "name", "node",
        "positional", "qualified", "star",
    )  # fmt: skip

    def __init__(self, name: str, node: Any, compiler: StatementCompiler) -> None:
        self.name, self.node, self.compiler = name, node, compiler
        outer = compiler.scope_name
        self.qualified = name if outer == "<module>" else f"{outer}.{name}"
        parameters: cst.Parameters = node.params
        self.positional = [p.name.value for p in (*parameters.posonly_params, *parameters.params)]
        self.keyword_only = [p.name.value for p in parameters.kwonly_params]
        star = parameters.star_arg
        self.star = star.name.value if isinstance(star, cst.Param) else None
        self.kwargs = parameters.star_kwarg.name.value if parameters.star_kwarg else None
        self.generator = False
        self._body: Step | None = None

    @property
    def body(self) -> Step:
        """What the function does; its `return` comes as a signal."""
        if self._body is None:
            self._body = self.compiler.function_body(self)
        return self._body


class StatementCompiler(ExpressionCompiler):
    """Compiles the statements of one file for one tracer."""

    global_names: frozenset[str] = frozenset()
    nonlocal_names: frozenset[str] = frozenset()

    # -- blocks -------------------------------------------------------------------------------
    def module(self) -> list[Step]:
        """The steps of the module, one a statement."""
        return [self.statement_(s) for s in self.source.module.body]

    def statement_(self, node: Any) -> Step:
        """A statement line, which may hold several small statements, or a compound statement."""
        self.statement = node
        if isinstance(node, cst.SimpleStatementLine):
            return sequence([self.small(s) for s in node.body], self.tracer)
        compile_node = COMPOUND.get(type(node))
        if compile_node is None:
            return _nothing
        return compile_node(self, node)

    def small(self, node: Any) -> Step:
        compile_node = SMALL.get(type(node))
        return _nothing if compile_node is None else compile_node(self, node)

    def block(self, node: Any) -> Step:
        """The body of a compound statement."""
        if isinstance(node, cst.SimpleStatementSuite):
            return sequence([self.small(s) for s in node.body], self.tracer)
        return sequence([self.statement_(s) for s in node.body], self.tracer)

    # -- small statements ---------------------------------------------------------------------
    def expression_statement(self, node: cst.Expr) -> Step:
        if isinstance(node.value, (cst.SimpleString, cst.Ellipsis)):
            return _nothing
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
        if not isinstance(target, cst.Name) or self.function is not None:
            return _nothing
        name = target.value

        def step(scope: Scope) -> None:
            names = scope.setdefault("__annotations__", List())
            if isinstance(names, List):  # not after branches that differ
                names.append(name)

        return step

    def _assign(self, targets: list[cst.BaseExpression], value_node: cst.BaseExpression) -> Step:
        self.targets = dict(assigned_names(targets, value_node))
        value = self.expression(value_node)
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
            if isinstance(left, List) and operator == "+":
                tracer.extend(left, right)
                assign(scope, left)
            else:
                assign(scope, tracer.binary(operator, left, right, site))

        return step

    def target(self, node: cst.BaseExpression) -> Assign:
        tracer = self.tracer
        if isinstance(node, cst.Name):
            return self._name_target(node)
        if isinstance(node, cst.Attribute):
            value, name = self.expression(node.value), node.attr.value
            statement, source = self.statement, self.source

            def assign_attribute(scope: Scope, given: Any) -> None:
                tracer.setattr(value(scope), name, given)
                if type(given) in RECORDED:
                    tracer.record_assignment(f"self.{name}", node, statement, source, given)

            return assign_attribute
        if isinstance(node, cst.Subscript):
            value, index = self.expression(node.value), self.index(node.slice)
            return lambda scope, given: tracer.setitem(value(scope), index(scope), given)
        if isinstance(node, (cst.Tuple, cst.List)):
            return self._unpack_target(node)
        return lambda scope, given: None

    def _name_target(self, node: cst.Name) -> Assign:
        name, tracer = node.value, self.tracer
        statement, source = self.statement, self.source
        is_global, is_nonlocal = name in self.global_names, name in self.nonlocal_names

        def assign(scope: Scope, given: Any) -> None:
            home = scope
            if is_global and scope.module is not None:
                home = scope.module.scope
            elif is_nonlocal:
                outer = scope.parent
                while outer is not None and name not in outer:
                    outer = outer.parent
                home = outer if outer is not None else scope
            if tracer.trail is not None:
                tracer.trail.touch(home)
            home[name] = given
            if type(given) in RECORDED:
                tracer.record_assignment(name, node, statement, source, given)

        return assign

    def _unpack_target(self, node: cst.Tuple | cst.List) -> Assign:
        assigns = [self.target(e.value) for e in node.elements]
        starred = [i for i, e in enumerate(node.elements) if isinstance(e, cst.StarredElement)]
        count, tracer = len(assigns), self.tracer

        def assign(scope: Scope, given: Any) -> None:
            values = tracer.unpack(given, count, starred[0] if starred else None)
            for one, value in zip(assigns, values, strict=True):
                one(scope, value)

        return assign

    def return_(self, node: cst.Return) -> Step:
        if node.value is None:
            return lambda scope: Return(None)
        value = self.expression(node.value)
        return lambda scope: Return(value(scope))

    def raise_(self, node: cst.Raise) -> Step:
        value = self.expression(node.exc) if node.exc is not None else None
        tracer = self.tracer

        def step(scope: Scope) -> None:
            given = value(scope) if value is not None else None
            raise Raised(tracer.exception_kind(given), given)

        return step

    def delete(self, node: cst.Del) -> Step:
        targets = (
            [node.target]
            if not isinstance(node.target, cst.Tuple)
            else [e.value for e in node.target.elements]
        )
        steps: list[Step] = []
        tracer = self.tracer
        for target in targets:
            if isinstance(target, cst.Name):
                name = target.value

                def forget(scope: Scope, name: str = name) -> None:
                    tracer.touch(scope)
                    scope.pop(name, None)

                steps.append(forget)
            elif isinstance(target, cst.Subscript):
                value, index = self.expression(target.value), self.index(target.slice)

                def drop(scope: Scope, value: Run = value, index: Run = index) -> None:
                    tracer.delitem(value(scope), index(scope))

                steps.append(drop)
        return sequence(steps, tracer)

    def assert_(self, node: cst.Assert) -> Step:
        test, tracer = self.expression(node.test), self.tracer
        statement, source = self.statement, self.source

        def step(scope: Scope) -> None:
            value = test(scope)
            truth = tracer.decide(value)
            if truth is False and not isinstance(value, Unknown):
                if tracer.handlers:
                    raise Raised("AssertionError")
            elif truth is None:
                tracer.assume(value, True)
            tracer.record_assert(node, statement, source, value)

        return step

    def import_(self, node: cst.Import) -> Step:
        tracer = self.tracer
        names: list[tuple[str, str, bool]] = []
        for alias in node.names:
            dotted = dotted_name(alias.name)
            if alias.asname is not None and isinstance(alias.asname.name, cst.Name):
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
        names = []
        for alias in node.names:
            name = dotted_name(alias.name)
            named = alias.asname.name if alias.asname is not None else None
            names.append((name, named.value if isinstance(named, cst.Name) else name))

        def step(scope: Scope) -> None:
            tracer.touch(scope)
            for name, bound in names:
                scope[bound] = tracer.import_from(dotted, level, name, scope.module)

        return step

    # -- compound statements ------------------------------------------------------------------
    def if_(self, node: cst.If) -> Step:
        if self.scope_name == "<module>" and node.orelse is None and is_main_test(node.test):
            return self.main_block(node)
        # elif chains nest to the right; a loop keeps long ones off Python's stack
        tests: list[tuple[Run, Step]] = []
        rest: Any = node
        while isinstance(rest, cst.If):
            outer, self.statement = self.statement, rest
            tests.append((self.expression(rest.test), self.block(rest.body)))
            self.statement = outer
            rest = rest.orelse
        orelse = self.block(rest.body) if rest is not None else _nothing
        tracer = self.tracer

        def choose(scope: Scope, i: int) -> Signal | None:
            while i < len(tests):
                test, body = tests[i]
                value = test(scope)
                truth = tracer.decide(value)
                if truth is True:
                    return body(scope)
                if truth is None:
                    following = i + 1
                    return tracer.fork(value, lambda: body(scope), lambda: choose(scope, following))  # noqa: B023 - called at once
                i += 1
            return orelse(scope)

        return lambda scope: choose(scope, 0)

    def main_block(self, node: cst.If) -> Step:
        """`if __name__ == "__main__"`: importing passes it over, it is run when all else was."""
        body, tracer = self.block(node.body), self.tracer

        def step(scope: Scope) -> None:
            if scope.module is tracer.main:
                tracer.main_blocks.append(lambda: body(scope))

        return step

    def for_(self, node: cst.For) -> Step:
        items, assign = self.expression(node.iter), self.target(node.target)
        body = self.block(node.body)
        orelse = self.block(node.orelse.body) if node.orelse is not None else _nothing
        tracer = self.tracer

        def step(scope: Scope) -> Signal | None:
            value = items(scope)
            try:
                known = tracer.items(value)
            except Lose as lost:
                element = tracer.element(value, lost.unknown)

                def once() -> Signal | None:
                    assign(scope, element)
                    return body(scope)

                signal = tracer.loop_unknown(lost.unknown, once)
                return signal if isinstance(signal, Return) else orelse(scope)

            def iterations() -> Any:
                for item in known:
                    assign(scope, item)
                    yield

            signal = tracer.loop(iterations(), lambda: body(scope))
            return orelse(scope) if signal is None else None if signal is BREAK else signal

        return step

    def while_(self, node: cst.While) -> Step:
        test, body = self.expression(node.test), self.block(node.body)
        orelse = self.block(node.orelse.body) if node.orelse is not None else _nothing
        tracer = self.tracer

        def step(scope: Scope) -> Signal | None:
            unknown: list[Any] = []

            def iterations() -> Any:
                while True:
                    value = test(scope)
                    truth = tracer.decide(value)
                    if truth is None:
                        unknown.append(value)
                    if truth is not True:
                        return
                    yield

            signal = tracer.loop(iterations(), lambda: body(scope))
            if unknown and signal is None:
                signal = tracer.loop_unknown(unknown[0], lambda: body(scope))
                return signal if isinstance(signal, Return) else None
            return orelse(scope) if signal is None else None if signal is BREAK else signal

        return step

    def with_(self, node: cst.With) -> Step:
        items = [
            (self.expression(i.item), self.target(i.asname.name) if i.asname is not None else None)
            for i in node.items
        ]
        body, tracer = self.block(node.body), self.tracer
        swallows = any(_expects_exception(i.item) for i in node.items)

        def step(scope: Scope) -> Signal | None:
            for value, assign in items:
                entered = tracer.enter(value(scope))
                if assign is not None:
                    assign(scope, entered)
            if not swallows:
                return body(scope)
            try:
                with tracer.handling([None]):
                    return body(scope)
            except Raised:
                return None

        return step

    def try_(self, node: Any) -> Step:
        body = self.block(node.body)
        orelse = self.block(node.orelse.body) if node.orelse is not None else _nothing
        last = self.block(node.finalbody.body) if node.finalbody is not None else _nothing
        handlers: list[tuple[Run | None, Assign | None, Step]] = []
        for handler in node.handlers:
            kind = self.expression(handler.type) if handler.type is not None else None
            name = self.target(handler.name.name) if handler.name is not None else None
            handlers.append((kind, name, self.block(handler.body)))
        tracer = self.tracer

        def step(scope: Scope) -> Signal | None:
            kinds = [(kind(scope) if kind is not None else None) for kind, _, _ in handlers]
            try:
                with tracer.handling(kinds):
                    signal = body(scope)
                if signal is None:
                    signal = orelse(scope)
            except Raised as raised:
                for kind, (_, name, handle) in zip(kinds, handlers, strict=True):
                    if tracer.catches(kind, raised.kind):
                        if name is not None:
                            name(scope, raised.value or Unknown("an exception"))
                        signal = handle(scope)
                        break
                else:
                    last(scope)
                    raise
            return last(scope) or signal

        return step

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

    # -- definitions --------------------------------------------------------------------------
    def function_value(self, parameters: cst.Parameters, node: Any, name: str) -> Run:
        code = FunctionCode(name, node, self)
        defaults = [
            self.expression(p.default)
            for p in (*parameters.posonly_params, *parameters.params)
            if p.default is not None
        ]
        kw_defaults = [
            (p.name.value, self.expression(p.default))
            for p in parameters.kwonly_params
            if p.default is not None
        ]
        tracer = self.tracer

        def run(scope: Scope) -> Any:
            made = Function(
                code, scope, [d(scope) for d in defaults], {n: d(scope) for n, d in kw_defaults}
            )
            tracer.functions.append(made)
            return made

        return run

    def definition(self, node: cst.FunctionDef) -> Step:
        name = node.name.value
        make = self.function_value(node.params, node, name)
        decorate = self.decorators(node.decorators)
        assign = self._name_target(node.name)

        def step(scope: Scope) -> None:
            assign(scope, decorate(scope, make(scope)))

        return step

    def function_body(self, code: FunctionCode) -> Step:
        """Compiles the body of a function, where names and places are its own."""
        saved = (self.scope_name, self.function, self.statement,
                 self.global_names, self.nonlocal_names)  # fmt: skip
        self.scope_name = code.qualified
        self.yields.append(False)
        node = code.node
        try:
            if isinstance(node, cst.Lambda):
                self.statement = node
                value = self.expression(node.body)
                return lambda scope: Return(value(scope))
            self.function = node
            self.global_names, self.nonlocal_names = declared_names(node.body)
            return self.block(node.body)
        finally:
            code.generator = self.yields.pop()
            (self.scope_name, self.function, self.statement,
             self.global_names, self.nonlocal_names) = saved  # fmt: skip

    def class_(self, node: cst.ClassDef) -> Step:
        name = node.name.value
        bases = [self.expression(a.value) for a in node.bases if not a.star]
        decorate = self.decorators(node.decorators)
        saved = self.scope_name, self.function
        self.scope_name = name if self.scope_name == "<module>" else f"{self.scope_name}.{name}"
        self.function = None
        body = self.block(node.body)
        self.scope_name, self.function = saved
        assign, tracer = self._name_target(node.name), self.tracer

        def step(scope: Scope) -> None:
            inner = Scope(scope, scope.module)
            found = [base(scope) for base in bases]
            body(inner)
            value: Any = Class(name, found, inner, node)
            assign(scope, decorate(scope, tracer.finish_class(value)))

        return step

    def decorators(self, nodes: Sequence[cst.Decorator]) -> Callable[[Scope, Any], Any]:
        """What the decorators make of a function or class."""
        runs = []
        for node in reversed(nodes):
            called = (
                self.expression(node.decorator.func)
                if isinstance(node.decorator, cst.Call)
                else None
            )
            runs.append((called, self.expression(node.decorator)))
        tracer = self.tracer

        def decorate(scope: Scope, value: Any) -> Any:
            for called, decorator in runs:
                if called is None or not tracer.passes_through(called(scope)):
                    value = tracer.decorate(decorator(scope), value)
            return value

        return decorate


def _expects_exception(node: cst.BaseExpression) -> bool:
    """Whether `with node:` is how tests say that the body raises: `pytest.raises(ValueError)`."""
    if not isinstance(node, cst.Call):
        return False
    function = node.func.attr if isinstance(node.func, cst.Attribute) else node.func
    name = function.value if isinstance(function, cst.Name) else ""
    return name.startswith("assertRaises") or name in EXPECT


EXPECT = frozenset({"raises", "suppress"})


def _nothing(scope: Scope) -> None:
    """A statement that does nothing."""


def sequence(steps: Sequence[Step], tracer: Any) -> Step:
    """The steps one after the other."""
    steps = [s for s in steps if s is not _nothing]
    if not steps:
        return _nothing
    if len(steps) == 1:
        return steps[0]
    cost = len(steps) // STATEMENTS_A_STEP

    def run_from(start: int, scope: Scope) -> Signal | None:
        tracer.step(cost)
        for i in range(start, len(steps)):
            signal = steps[i](scope)
            if signal is not None:
                if type(signal) is Maybe:
                    return tracer.go_on_maybe(signal, lambda: run_from(i + 1, scope))  # type: ignore[no-any-return]  # noqa: B023
                return signal
        return None

    return lambda scope: run_from(0, scope)


def target_names(node: cst.BaseExpression) -> tuple[str, ...]:
    """The plain names (and attributes, as their own name) in an assignment target."""
    if isinstance(node, cst.Name):
        return (node.value,)
    if isinstance(node, cst.Attribute):
        return (node.attr.value,)
    if isinstance(node, SEQUENCES):
        return tuple(n for e in node.elements for n in target_names(e.value))
    return ()


def assigned_names(
    targets: list[cst.BaseExpression], value: cst.BaseExpression
) -> Iterator[tuple[cst.CSTNode, tuple[str, ...]]]:
    """The names that an assignment gives a value to; of `a, b = f(), g()` for each part too."""
    yield value, tuple(name for target in targets for name in target_names(target))
    only = targets[0]
    if len(targets) > 1 or not isinstance(only, SEQUENCES) or not isinstance(value, SEQUENCES):
        return
    parts = (*only.elements, *value.elements)
    if len(only.elements) == len(value.elements) and all(type(p) is cst.Element for p in parts):
        for target, given in zip(only.elements, value.elements, strict=True):
            yield from assigned_names([target.value], given.value)


def is_main_test(node: cst.BaseExpression) -> bool:
    """Whether a test is `__name__ == "__main__"`."""
    if not isinstance(node, cst.Comparison) or len(node.comparisons) != 1:
        return False
    other = node.comparisons[0].comparator
    return (
        isinstance(node.left, cst.Name)
        and node.left.value == "__name__"
        and isinstance(node.comparisons[0].operator, cst.Equal)
        and isinstance(other, cst.SimpleString)
        and other.value[1:-1] == "__main__"
    )


def dotted_name(node: Any) -> str:
    """Say "a.b.c" for a dotted name."""
    parts: list[str] = []
    while isinstance(node, cst.Attribute):
        parts.append(node.attr.value)
        node = node.value
    parts.append(node.value)
    return ".".join(reversed(parts))


def declared_names(body: Any) -> tuple[frozenset[str], frozenset[str]]:
    """The names that a function body declares global and nonlocal, nested blocks included."""
    found: dict[type, set[str]] = {cst.Global: set(), cst.Nonlocal: set()}
    todo = [body]
    while todo:
        node = todo.pop()
        if type(node) in found:
            found[type(node)].update(item.name.value for item in node.names)
        todo += code_children(node, BLOCKS)
    return frozenset(found[cst.Global]), frozenset(found[cst.Nonlocal])


# Types of values whose assignment is a fact; filled in by the tracer.
RECORDED: set[type] = set()
# What can hold a statement of the same function, and the statements that are looked for.
BLOCKS: frozenset[type[cst.CSTNode]] = frozenset(
    (
        cst.SimpleStatementLine, cst.SimpleStatementSuite, cst.IndentedBlock, cst.If, cst.Else,
        cst.For, cst.While, cst.With, cst.Try, cst.TryStar, cst.ExceptHandler,
        cst.ExceptStarHandler, cst.Finally, cst.Match, cst.MatchCase, cst.Global, cst.Nonlocal,
    )
)  # fmt: skip

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
