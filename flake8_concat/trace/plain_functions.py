"""Functions that only calculate: `make_divisible(v, 8)`, which a network calls for each block.

A function whose body has nothing but names and numbers in it, operators, tests and Python's own
functions, gives the same for the same plain values, as long as the names that it reads from around
it stand for the same. So it is run once for each of them.
"""

from __future__ import annotations

from typing import Any

import libcst as cst

from flake8_concat.trace.alternatives import PURE_BUILTINS
from flake8_concat.trace.calls import MAX_DEPTH, PLAIN
from flake8_concat.trace.definitions import FunctionCode
from flake8_concat.trace.expressions import CONSTANT_NAMES
from flake8_concat.trace.source import code_children
from flake8_concat.trace.values import External, Function, defining_scope

MAX_CALCULATED = 256  # calls of one function
MAX_NODES = 200  # of its body
_ABSENT = object()
_READ = PLAIN | {External, type(_ABSENT)}  # what the names around may stand for
_CALCULATING: frozenset[type[cst.CSTNode]] = frozenset(
    (
        cst.IndentedBlock, cst.SimpleStatementLine, cst.SimpleStatementSuite, cst.If, cst.Else,
        cst.Assign, cst.AssignTarget, cst.AugAssign, cst.Return, cst.Expr, cst.Name, cst.Integer,
        cst.Float, cst.SimpleString, cst.BinaryOperation, cst.UnaryOperation, cst.BooleanOperation,
        cst.Comparison, cst.ComparisonTarget, cst.IfExp, cst.Call,
    )
)  # fmt: skip


class Calculation:
    """What a function that only calculates gave, and how many steps that took, by what it read.

    names:  those that it reads from around it, and whether it may have one of its own instead
    """

    __slots__ = ("answers", "names")

    def __init__(self, names: dict[str, bool]) -> None:
        self.names = names
        self.answers: dict[Any, tuple[Any, int]] = {}


def calculation(code: FunctionCode) -> Calculation | None:
    """Of a function that only calculates; None of any other."""
    if type(code.node) is not cst.FunctionDef or code.star is not None or code.kwargs is not None:
        return None
    read: dict[str, None] = {}
    assigned: set[str] = set()
    todo: list[Any] = [code.node.body]
    for _ in range(MAX_NODES):
        if not todo:
            break
        node = todo.pop()
        kind = type(node)
        if kind is cst.Arg:
            if node.star:
                return None
            todo.append(node.value)
        elif kind is cst.Name:
            read[node.value] = None
        elif kind not in _CALCULATING:
            return None
        else:
            if kind is cst.AssignTarget or kind is cst.AugAssign:
                if type(node.target) is not cst.Name:
                    return None
                assigned.add(node.target.value)
            todo += code_children(node)
    names = [name for name in read if name not in code.named and name not in CONSTANT_NAMES]
    return None if todo else Calculation({name: name in assigned for name in names})


class PlainFunctions:
    """The part of the tracer that calls functions on plain values."""

    def call_on_plain(
        self: Any, function: Function, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> Any:
        """A user's function is called with numbers and words alone."""
        code = function.code
        if code.calculates is None:
            code.calculates = calculation(code) or False
        made = code.calculates
        if made is False or self.watched.forced:
            return self.call_function(function, args, kwargs)
        key = _key(made, function, args, kwargs)
        if key is None:
            return self.call_function(function, args, kwargs)
        found = made.answers.get(key)
        if found is not None and self.depth < MAX_DEPTH:
            function.called = True
            self.step(found[1])
            return found[0]
        steps, events = self.steps, len(self.facts.events)
        value = self.call_function(function, args, kwargs)
        if type(value) not in PLAIN or len(self.facts.events) != events:
            code.calculates = False
        elif len(made.answers) < MAX_CALCULATED:
            made.answers[key] = value, self.steps - steps
        return value


def _key(
    made: Calculation, function: Function, args: tuple[Any, ...], kwargs: dict[str, Any]
) -> Any:
    """All that the function reads; None where some of it is not plain."""
    values: list[Any] = [*args, *kwargs.values(), *function.defaults.values()]
    if not PLAIN.issuperset(map(type, values)):
        return None
    for name, own in made.names.items():
        scope = defining_scope(function.scope, name)
        if scope is not None:
            values.append(scope[name])
        elif not own and f"builtins.{name}" not in PURE_BUILTINS:
            return None
        else:
            values.append(_ABSENT)
    kinds = (*map(type, values),)
    return ((*values,), kinds, (*kwargs,)) if _READ.issuperset(kinds) else None
