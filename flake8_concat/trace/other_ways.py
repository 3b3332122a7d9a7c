"""Branches that no call takes: `if batch_norm:` of a function whose default is False.

Another file may take them, and what they say of axes is read here alone. So when all else was run,
a function is run once more, into such branches, with the settings unknown that led past them. What
Keras refuses there is nobody's mistake yet: what these runs evaluate is kept apart
(`Facts.otherwise`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import libcst as cst

from flake8_concat import late
from flake8_concat.trace.facts import Facts
from flake8_concat.trace.signals import Signal, Step
from flake8_concat.trace.source import code_children
from flake8_concat.trace.values import External, Free, Function, Instance, Scope

# Without these words a file has no branch that is looked for.
_WORTH = late.compiled(r"[cC]oncat|Normalization\b")
_CALLS = frozenset(
    "Concatenate concatenate concat BatchNormalization LayerNormalization "
    "GroupNormalization".split()
)
_STRIDED = frozenset("Conv2D Convolution2D SeparableConv2D".split())
# What tells the tensors apart that the branches are for, is no setting.
_OF_TENSORS = late.compiled(
    r"format|ordering|channels?_?(?:first|last|axis)|dims?(?![a-z])|rank|shape|spec|axis"
    r"|['\"](?:th|tf|theano|tensorflow)['\"]",
    re.IGNORECASE,
)
_SETTINGS = (bool, int, float, str, type(None))
_CONSTANTS = (cst.Integer, cst.Float, cst.SimpleString)
_MOST = 12  # times that functions are run once more
_STEPS = 8_000  # that one of them may take


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch of an `if` that settings decide.

    body, step:  of the branch, and what runs it
    function:    that it stands in
    chain:       the same for all branches of an `if`
    names:       of the settings: `batch_norm`, `self.backbone`
    """

    body: cst.BaseSuite
    step: Step
    function: cst.FunctionDef
    chain: int
    names: frozenset[str]


class Watched:
    """The branches of a file that settings decide, and how its functions were called first."""

    def __init__(self, text: str) -> None:
        # most files have neither word, and to look for a word takes far less time
        here = "oncat" in text or "Normalization" in text
        self.worth = here and _WORTH.search(text) is not None
        self.branches: list[Branch] = []
        self.taken: set[Step] = set()
        self.forced: set[Step] = set()  # the branches that are to be taken, whatever the test
        self.calls: dict[Any, tuple[Function, tuple[Any, ...], Mapping[str, Any]]] = {}


class OtherWays:
    """The part of the tracer that takes the branches that nothing took."""

    watched: Watched

    def watch(
        self: Any,
        function: cst.FunctionDef | None,
        tests: Sequence[cst.BaseExpression],
        bodies: Sequence[tuple[cst.BaseSuite, Step]],
    ) -> list[Step]:
        """The branches of an `if`, told apart by whether they were ever taken."""
        names = settings_in(tests) if function is not None and self.watched.worth else None
        if not names or function is None:
            return [step for _, step in bodies]
        steps = [self._noting(step) for _, step in bodies]
        self.watched.branches += [
            Branch(body, step, function, id(tests[0]), names)
            for (body, _), step in zip(bodies, steps, strict=True)
        ]
        return steps

    def _noting(self: Any, step: Step) -> Step:
        taken = self.watched.taken

        def noting(scope: Scope) -> Signal | None:
            taken.add(noting)
            return step(scope)

        return noting

    def run_other_ways(self: Any) -> None:
        """Runs the functions of this file again that have such a branch with a join in it."""
        watched: Watched = self.watched
        missed = [
            branch
            for branch in watched.branches
            if branch.step not in watched.taken and any(_joins(branch.body, self.main.scope))
        ]
        if not missed:
            return
        facts: Facts = self.facts
        other = Facts(self.source, image_data_format=facts.image_data_format)
        other.within = [branch.body for branch in missed]
        kept = facts.events, facts.assignments, facts.tests
        facts.events, facts.assignments, facts.tests = other.events, other.assignments, []
        budget, self.budget = self.budget, replace(self.budget, part=_STEPS)
        calls = {id(call[0].code.node): call for call in watched.calls.values()}
        try:
            for _ in range(_MOST):
                ways = _next_ways(missed)
                if not ways:
                    break
                missed = [branch for branch in missed if branch not in ways]
                call = calls.get(id(ways[0].function))
                if call is not None:
                    names = frozenset().union(*(branch.names for branch in ways))
                    watched.forced.update(branch.step for branch in ways)
                    self.try_out(lambda c=call, n=names: self._otherwise(*c, n))
                    watched.forced.clear()
        finally:
            watched.forced.clear()
            self.budget = budget
            facts.events, facts.assignments, facts.tests = kept
            facts.otherwise = other

    def _otherwise(
        self: Any,
        function: Function,
        args: tuple[Any, ...],
        kwargs: Mapping[str, Any],
        names: frozenset[str],
    ) -> None:
        """Runs a function as it was called first, but for its settings of these names."""
        code = function.code
        if len(args) > len(code.positional):
            return
        given = {**dict(zip(code.positional, args, strict=False)), **kwargs}
        defaults = function.defaults
        instance = args[0] if args and isinstance(args[0], Instance) else None
        for name in names:
            of_instance = name.startswith("self.")
            if of_instance and instance is not None:
                short = name.removeprefix("self.")
                if isinstance(instance.attributes.get(short), _SETTINGS):
                    self.touch(instance)
                    instance.attributes[short] = _free(name)
            elif name in code.named:
                if isinstance(given.get(name, defaults.get(name)), _SETTINGS):
                    given[name] = _free(name)
            else:
                self._free_around(function, name)
        self._again(function, instance, given)
        if code.name == "__init__" and instance is not None:
            for later, more, named in list(self.watched.calls.values()):
                if later.code.name == "call" and more and more[0] is instance:
                    bound = dict(zip(later.code.positional, more, strict=False))
                    self._again(later, instance, {**bound, **named})

    def _free_around(self: Any, function: Function, name: str) -> None:
        """Makes a setting unknown that a function reads of the one around it.

        Nothing reads it any more: this was the last run of what that function made.
        """
        scope: Scope | None = function.scope
        while scope is not None and scope.parent is not None:  # what a module sets, it sets
            if isinstance(scope.get(name), _SETTINGS) and name in scope:
                scope[name] = _free(name)
                return
            scope = scope.parent

    def _again(
        self: Any, function: Function, instance: Instance | None, given: dict[str, Any]
    ) -> None:
        if instance is not None and instance.of_keras and function.code.name == "call":
            self.traced(self.call_function, function, (), given, free=True)
        else:
            self.call_function(function, (), given, free=True)


def _next_ways(missed: list[Branch]) -> list[Branch]:
    """The branches of one function that can be taken together: one of each `if`."""
    found: dict[int, Branch] = {}
    for branch in missed:
        if branch.function is missed[0].function:
            found.setdefault(branch.chain, branch)
    return [*found.values()]


def _free(name: str) -> Free:
    return Free(name, f"`{name}` may be set otherwise")


def _joins(body: cst.BaseSuite, module: Scope) -> Iterator[cst.Call]:
    """The calls in a branch that have an axis to be judged."""
    todo: list[cst.CSTNode] = [body]
    while todo:
        node = todo.pop()
        if type(node) is cst.Call:
            func = node.func.attr if type(node.func) is cst.Attribute else node.func
            name = func.value if type(func) is cst.Name else ""
            imported = module.get(name)
            if type(imported) is External:
                name = imported.name.rpartition(".")[2]
            if name in _CALLS or (name in _STRIDED and _strides_by_place(node)):
                yield node
        todo += code_children(node)


def _strides_by_place(call: cst.Call) -> bool:
    """Whether a number stands third: `Conv2D(32, 3, 3)`."""
    given = [arg.value for arg in call.args[:3] if arg.keyword is None and not arg.star]
    return len(given) > 2 and type(given[2]) is cst.Integer


def _asks_type(call: cst.Call) -> bool:
    """Whether a call is of `type` or `isinstance`."""
    name = call.func.value if type(call.func) is cst.Name else ""
    return name in ("type", "isinstance") and 0 < len(call.args) < 3


def settings_in(tests: Sequence[cst.BaseExpression]) -> frozenset[str] | None:
    """The names that the tests of an `if` compare with constants; None if they do anything else."""
    names: set[str] = set()
    todo: list[cst.CSTNode] = [*tests]
    while todo:
        node = todo.pop()
        if type(node) is cst.Name:
            if node.value not in ("True", "False", "None"):
                names.add(node.value)
        elif type(node) is cst.Attribute:
            if type(node.value) is not cst.Name or node.value.value != "self":
                return None
            names.add(f"self.{node.attr.value}")
        elif type(node) is cst.Comparison:
            todo += [node.left, *(target.comparator for target in node.comparisons)]
        elif type(node) is cst.BooleanOperation:
            todo += [node.left, node.right]
        elif type(node) is cst.UnaryOperation:
            todo.append(node.expression)
        elif type(node) is cst.Call and _asks_type(node):
            todo.append(node.args[0].value)
        elif isinstance(node, (cst.Tuple, cst.List)):
            todo += [element.value for element in node.elements]
        elif type(node) is cst.SimpleString:
            if _OF_TENSORS.search(node.value):
                return None
        elif not isinstance(node, _CONSTANTS):
            return None
    return None if any(_OF_TENSORS.search(name) for name in names) else frozenset(names)
