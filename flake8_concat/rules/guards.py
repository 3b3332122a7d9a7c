"""Whether a program sees to it itself that sizes fit: then CAT403 has nothing to say.

Rounding, padding, cropping and resizing are followed as any other arithmetic. What is left are
tests (`assert height % 16 == 0`, `if size % 32: raise …`), which are met on the way to the join,
and what other functions do to the images before they get to a network on None sizes.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from flake8_concat import late, syntax
from flake8_concat.rules.fitting import Demand, Join, input_of
from flake8_concat.shapes import Size, Symbol
from flake8_concat.shapes.algebra import Floor
from flake8_concat.shapes.periodic import Sizes, TooLong, where
from flake8_concat.trace.facts import Facts, Site, is_tensors

_WORDS = late.compiled(r"[A-Za-z]+")
_OF_SIZES = late.compiled(
    r"shape|size|height|width|length|dim|img|image|input|steps|rows|cols|^[hwxnlt]$", re.IGNORECASE
)
_HOLDS: dict[str, Callable[[int], bool]] = {
    "==": lambda difference: difference == 0,
    "<": lambda difference: difference < 0,
    "<=": lambda difference: difference <= 0,
    ">": lambda difference: difference > 0,
    ">=": lambda difference: difference >= 0,
}
_CEILINGS = frozenset({"ceil", "floor"})
_REMAINDERS = frozenset({"mod", "floormod", "divmod", "fmod", "remainder"})


def guarded(facts: Facts, demand: Demand) -> bool:
    """Whether the code makes sure that a size meets a demand, or at least tests it for that."""
    if all(_covered(demand, join) for join in demand.joins):
        return True
    if _tested_elsewhere(facts, demand):
        return True
    followed = any(
        _rounds(key, demand.symbol) for join in demand.joins for key in join.event.assumed
    )
    return not followed and _written(facts, demand)


# -- tests that were met on the way -----------------------------------------------------------
def _covered(demand: Demand, join: Join) -> bool:
    """Whether the tests passed on the way to a join leave no size that it does not fit."""
    allowed, tested = demand.possible, False
    for key, truth in join.event.assumed.items():
        if key[0] in ("and", "or") and truth is (key[0] == "and"):
            continue  # its parts are there, each for itself
        if not _rounds(key, demand.symbol):
            found = _holding(key, demand.symbol, truth=truth)
        elif (found := _holding(key, demand.symbol, truth=truth)) is None:
            return True  # a test of the remainder, who knows of what
        if found is not None:
            allowed, tested = _both(allowed, found), True
    return tested and _within(allowed, join.sizes)


def _holding(key: Any, symbol: Symbol, *, truth: bool) -> Sizes | None:
    """For which sizes a test comes out so; None if that does not depend on them alone."""
    if key[0] == "not":
        return _holding(key[1], symbol, truth=not truth)
    if key[0] not in _HOLDS or not all(isinstance(side, (int, Size)) for side in key[1:]):
        return None
    difference = key[1] - key[2]
    if not isinstance(difference, Size) or difference.symbols != {symbol}:
        return None
    holds = _HOLDS[key[0]]
    try:
        return where(difference, symbol, lambda value: holds(value) is truth)
    except TooLong:
        return None


def _both(a: Sizes, b: Sizes) -> Sizes:
    try:
        return a & b
    except TooLong:
        return a


def _within(a: Sizes, b: Sizes) -> bool:
    try:
        return (a - b).empty
    except TooLong:
        return False


def _tested_elsewhere(facts: Facts, demand: Demand) -> bool:
    """Whether remainders of the size are tested off the way to the joins: a check, a warning."""
    met = {_plain(key) for join in demand.joins for key in join.event.assumed}
    return any(
        _rounds(part, demand.symbol) and part not in met
        for key in facts.tests
        for part in _parts(key)
    )


def _parts(key: Any) -> Iterator[Any]:
    """The comparisons in a test."""
    if key[0] in ("and", "or", "not"):
        for part in key[1:]:
            yield from _parts(part)
    else:
        yield key


def _plain(key: Any) -> Any:
    return _plain(key[1]) if key[0] == "not" else key


def _rounds(key: Any, symbol: Symbol) -> bool:
    """Whether a test has a rounded part of the symbol in it."""
    if isinstance(key, Size):
        return symbol in key.symbols and any(
            isinstance(atom, Floor) and symbol in atom.symbols
            for monomial, _ in key.terms
            for atom in monomial
        )
    return isinstance(key, tuple) and any(_rounds(part, symbol) for part in key)


# -- what is written in functions that the images pass ------------------------------------------
def _written(facts: Facts, demand: Demand) -> bool:
    """Whether a size is tested on the way, or images of None sizes pass what rounds a size.

    The names there must be those of sizes: what they stand for is not followed.
    """
    roundings = _read(facts.source.text).roundings
    if not roundings:
        return False
    on_the_way = {scope for join in demand.joins for scope in _scopes(join)}
    others = _building(facts) if not demand.symbol.literal else None
    own = set(_WORDS.findall(demand.symbol.name or ""))
    for rounding in roundings:
        tested = rounding.tested and rounding.scope in on_the_way
        before = others is not None and rounding.scope not in others
        if (tested or before) and (rounding.names & own or (others and _of_sizes(rounding))):
            return True
    return False


def _building(facts: Facts) -> set[str]:
    """The functions that build networks, and those that they call."""
    found = {
        event.site.scope
        for event in facts.events
        if (event.callee.startswith("keras.") and event.kind in ("call", "op"))
        or (event.kind == "function" and is_tensors(event.value))
    }
    calls = _read(facts.source.text).calls
    return found.union(*(calls.get(scope, ()) for scope in found))


def _scopes(join: Join) -> Iterator[str]:
    """The functions that lead to a join and to its Input."""
    yield join.event.site.scope
    caller = join.event.caller
    while caller is not None:
        yield caller.site.scope
        caller = caller.parent
    found = input_of(join.symbol, join.event.inputs)
    site = found[0].node.site if found is not None and found[0].node is not None else None
    if isinstance(site, Site):
        yield site.scope


class _Rounding(NamedTuple):
    """Where a program rounds: `h % 16`, `h // 16 * 16`, `ceil(h / 16) * 16`.

    scope:   the function, "<module>" outside
    names:   the words in the names that occur there, or in the whole test
    tested:  whether it is part of a test: `assert h % 16 == 0`
    """

    scope: str
    names: frozenset[str]
    tested: bool


def _of_sizes(rounding: _Rounding) -> bool:
    return any(map(_OF_SIZES.search, rounding.names))


class _Program(NamedTuple):
    """What is read off a program's text. `calls`: what each function calls, by the last name."""

    roundings: list[_Rounding]
    calls: dict[str, set[str]]


@lru_cache(maxsize=1)
def _read(text: str) -> _Program:
    found = _Program([], {})
    try:
        tree = syntax.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return found
    todo: list[tuple[str, ast.AST | None, ast.AST]] = [("<module>", None, tree)]
    while todo:
        scope, test, node = todo.pop()
        rounded = _rounded(node)
        if rounded is not None:
            found.roundings.append(_Rounding(scope, _names(test or rounded), test is not None))
        if isinstance(node, ast.Call):
            found.calls.setdefault(scope, set()).add(_called(node))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            scope = node.name if scope == "<module>" else f"{scope}.{node.name}"
        own = _test(node)
        children = ast.iter_child_nodes(node)
        todo += [(scope, child if child is own else test, child) for child in children]
    return found


def _test(node: ast.AST) -> ast.AST | None:
    """The part of a statement that decides whether it goes on."""
    if isinstance(node, (ast.Assert, ast.If, ast.While, ast.IfExp)):
        return node.test
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        return node.value if _called(node.value).startswith("assert") else None
    return None


def _rounded(node: ast.AST) -> ast.AST | None:
    """What an expression rounds or takes the remainder of, None if it does not."""
    if isinstance(node, ast.Call) and _called(node) in _REMAINDERS and node.args:
        return node.args[0]
    if not isinstance(node, ast.BinOp):
        return None
    if isinstance(node.op, ast.Mod):
        is_text = isinstance(node.left, ast.JoinedStr) or (
            isinstance(node.left, ast.Constant) and isinstance(node.left.value, (str, bytes))
        )
        return None if is_text else node.left
    if isinstance(node.op, ast.Mult):
        return _quotient(node.left) or _quotient(node.right)
    return None


def _quotient(node: ast.AST) -> ast.AST | None:
    """What is divided in `h // 16` or `ceil(h / 16)`."""
    if isinstance(node, ast.Call):
        inner = {_called(node), *map(_called, _calls_in(node))} & _CEILINGS
        return node if inner else None
    if isinstance(node, ast.UnaryOp):
        return _quotient(node.operand)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.FloorDiv):
        return node.left
    return None


def _calls_in(node: ast.Call) -> list[ast.Call]:
    return [arg for arg in node.args if isinstance(arg, ast.Call)]


def _called(node: ast.Call) -> str:
    """The last name of what is called."""
    function = node.func
    return str(getattr(function, "attr", None) or getattr(function, "id", ""))


def _names(node: ast.AST) -> frozenset[str]:
    """The words in the names that occur in an expression."""
    names = (
        getattr(part, "id", None) or getattr(part, "attr", None) or "" for part in ast.walk(node)
    )
    return frozenset(word for name in names for word in (name, *name.split("_")) if word)
