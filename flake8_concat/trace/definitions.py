"""Compiles definitions: functions, classes, lambdas, decorators."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import Any

import libcst as cst

from flake8_concat.shapes import Unknown
from flake8_concat.trace.displays import Run, around
from flake8_concat.trace.expressions import ExpressionCompiler
from flake8_concat.trace.signals import (
    Assign,
    Return,
    Step,
)
from flake8_concat.trace.source import code_children
from flake8_concat.trace.values import Class, Descriptor, Function, Scope

# `@register_model`, `@MODELS.register()`, `@kimm_export("…")`: what they give is what they got.
LISTING = re.compile(r"(?:^|_)(?:register|export|serializable)(?:$|_|ed)", re.IGNORECASE)

# What can hold a statement of the same function, and the statements that are looked for.
BLOCKS: frozenset[type[cst.CSTNode]] = frozenset(
    (
        cst.SimpleStatementLine, cst.SimpleStatementSuite, cst.IndentedBlock, cst.If, cst.Else,
        cst.For, cst.While, cst.With, cst.Try, cst.TryStar, cst.ExceptHandler,
        cst.ExceptStarHandler, cst.Finally, cst.Match, cst.MatchCase, cst.Global, cst.Nonlocal,
    )
)  # fmt: skip


class FunctionCode:
    """The code of a `def` or lambda; its body is compiled when it is first called."""

    __slots__ = (
        "calculates", "compiled", "compiler", "count", "generator", "globals", "keyword_only",
        "kwargs", "name", "named", "node", "optional", "positional", "qualified", "star",
    )  # fmt: skip

    def __init__(self, name: str, node: Any, compiler: DefinitionCompiler) -> None:
        self.name, self.node, self.compiler = name, node, compiler
        outer = compiler.scope_name
        self.qualified = name if outer == "<module>" else f"{outer}.{name}"
        parameters: cst.Parameters = node.params
        by_position = (*parameters.posonly_params, *parameters.params)
        self.positional = [p.name.value for p in by_position]
        self.optional = self.positional[sum(p.default is None for p in by_position) :]
        self.keyword_only = [p.name.value for p in parameters.kwonly_params]
        star = parameters.star_arg
        self.star = star.name.value if type(star) is cst.Param else None
        self.kwargs = parameters.star_kwarg.name.value if parameters.star_kwarg else None
        self.named = frozenset((*self.positional, *self.keyword_only))
        self.count = len(self.positional) + len(self.keyword_only)
        self.count += (self.star is not None) + (self.kwargs is not None)
        self.generator = False
        self.compiled: Step | None = None
        self.calculates: Any = None  # see plain_functions.py; False: it does more than that

    @property
    def body(self) -> Step:
        """What the function does; its `return` comes as a signal."""
        if self.compiled is None:
            self.compiled = self.compiler.function_body(self)
        return self.compiled


class DefinitionCompiler(ExpressionCompiler):
    """The part of the compiler that defines functions and classes."""

    global_names: frozenset[str] = frozenset()
    nonlocal_names: frozenset[str] = frozenset()

    @cached_property
    def declares(self) -> bool:
        """Whether a function of the file may declare names: few do, and all would be walked."""
        text = self.source.text
        return "global" in text or "nonlocal" in text

    def block(self, node: Any) -> Step:
        """The body of a compound statement; see statements.py."""
        raise NotImplementedError

    def name_target(self, node: cst.Name) -> Assign:
        """The function that assigns to a name; see statements.py."""
        raise NotImplementedError

    def function_value(self, parameters: cst.Parameters, node: Any, name: str) -> Run:
        code = FunctionCode(name, node, self)
        defaults = [
            (p.name.value, self.expression(p.default))
            for p in (*parameters.posonly_params, *parameters.params, *parameters.kwonly_params)
            if p.default is not None
        ]
        tracer, in_class = self.tracer, self.in_class

        def run(scope: Scope) -> Any:
            home = around(scope) if in_class else scope
            made = Function(code, home, {name: default(scope) for name, default in defaults})
            tracer.functions.append(made)
            return made

        return run

    def definition(self, node: cst.FunctionDef) -> Step:
        name = node.name.value
        make = self.function_value(node.params, node, name)
        decorate = self.decorators(node.decorators)
        assign = self.name_target(node.name)

        def step(scope: Scope) -> None:
            assign(scope, decorate(scope, make(scope)))

        return step

    def function_body(self, code: FunctionCode) -> Step:
        """Compiles the body of a function, where names and places are its own."""
        saved = (self.scope_name, self.function, self.statement, self.in_class,
                 self.global_names, self.nonlocal_names)  # fmt: skip
        self.scope_name, self.in_class = code.qualified, False
        self.yields.append(False)
        node = code.node
        try:
            if type(node) is cst.Lambda:
                self.statement = node
                value = self.expression(node.body)
                return lambda scope: Return(value(scope))
            self.function = node
            self.global_names = self.nonlocal_names = frozenset()
            if self.declares:
                self.global_names, self.nonlocal_names = declared_names(node.body)
            return self.block(node.body)
        finally:
            code.generator = self.yields.pop()
            (self.scope_name, self.function, self.statement, self.in_class,
             self.global_names, self.nonlocal_names) = saved  # fmt: skip

    def class_(self, node: cst.ClassDef) -> Step:
        name = node.name.value
        bases = [self.expression(a.value) for a in node.bases if not a.star]
        keywords = [
            (a.keyword.value, self.expression(a.value))
            for a in node.keywords
            if a.keyword is not None and a.keyword.value != "metaclass"
        ]
        decorate = self.decorators(node.decorators)
        saved = (self.scope_name, self.function, self.in_class,
                 self.global_names, self.nonlocal_names)  # fmt: skip
        self.scope_name = name if self.scope_name == "<module>" else f"{self.scope_name}.{name}"
        self.function, self.in_class = None, True
        self.global_names = self.nonlocal_names = frozenset()
        if self.declares:
            self.global_names, self.nonlocal_names = declared_names(node.body)
        body = self.block(node.body)
        (self.scope_name, self.function, self.in_class,
         self.global_names, self.nonlocal_names) = saved  # fmt: skip
        assign, tracer, in_class = self.name_target(node.name), self.tracer, self.in_class

        def step(scope: Scope) -> None:
            inner = tracer.born(Scope(around(scope) if in_class else scope, scope.module))
            found = [base(scope) for base in bases]
            body(inner)
            value: Any = Class(name, found, inner, node)
            finished = tracer.finish_class(value)
            tell_base(tracer, value, {key: run(scope) for key, run in keywords})
            assign(scope, decorate(scope, finished))

        return step

    def decorators(self, nodes: Sequence[cst.Decorator]) -> Callable[[Scope, Any], Any]:
        """What the decorators make of a function or class."""
        runs = []
        for node in reversed(nodes):
            called = (
                self.expression(node.decorator.func) if type(node.decorator) is cst.Call else None
            )
            runs.append((called, self.expression(node.decorator), lists(node.decorator)))
        tracer = self.tracer

        def decorate(scope: Scope, value: Any) -> Any:
            for called, decorator, listing in runs:
                if called is None or not tracer.passes_through(called(scope)):
                    made = tracer.decorate(decorator(scope), value)
                    value = value if listing and type(made) is Unknown else made
            return value

        return decorate


def tell_base(tracer: Any, cls: Class, keywords: dict[str, Any]) -> None:
    """Calls the `__init_subclass__` of the first base that has one, as Python does."""
    for base in cls.mro:
        found = base.attributes.get("__init_subclass__") if isinstance(base, Class) else None
        if found is not None and base is not cls:
            function = found.function if isinstance(found, Descriptor) else found
            tracer.attempt(partial(tracer.call, function, (cls,), keywords))
            return


def lists(decorator: cst.BaseExpression) -> bool:
    """Whether a decorator's name says that it only enters in a list what it is put on."""
    node = decorator.func if type(decorator) is cst.Call else decorator
    name = node.attr if type(node) is cst.Attribute else node
    return type(name) is cst.Name and LISTING.search(name.value) is not None


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
