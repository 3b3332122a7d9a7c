"""The patterns of `match`: each becomes a function that says whether a value fits.

True, False, or None where that is not known. Names are bound as Python binds them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import libcst as cst

from flake8_concat.shapes import Unknown
from flake8_concat.trace.library.introspection import is_instance
from flake8_concat.trace.library.objects import Object
from flake8_concat.trace.values import Dict, External, List, Scope

Fits = Callable[[Scope, Any], "bool | None"]


def compile_pattern(compiler: Any, node: cst.MatchPattern) -> Fits:
    """The test of one pattern."""
    compile_node = PATTERNS.get(type(node))
    return compile_node(compiler, node) if compile_node is not None else _unknown


def _unknown(scope: Scope, value: Any) -> None:
    return None


def both(a: bool | None, b: bool | None) -> bool | None:
    """`a and b` with a third value for not known."""
    if a is False or b is False:
        return False
    return True if a and b else None


def _value(compiler: Any, node: Any) -> Fits:
    expected, tracer = compiler.expression(node.value), compiler.tracer
    operator = "is" if type(node) is cst.MatchSingleton else "=="

    def fits(scope: Scope, value: Any) -> bool | None:
        return tracer.decide(tracer.compare(operator, value, expected(scope)))  # type: ignore[no-any-return]

    return fits


def _as(compiler: Any, node: cst.MatchAs) -> Fits:
    inner = compile_pattern(compiler, node.pattern) if node.pattern is not None else None
    assign = compiler.target(node.name) if node.name is not None else None

    def fits(scope: Scope, value: Any) -> bool | None:
        found = inner(scope, value) if inner is not None else True
        if found is not False and assign is not None:
            assign(scope, value)
        return found

    return fits


def _or(compiler: Any, node: cst.MatchOr) -> Fits:
    options = [compile_pattern(compiler, p.pattern) for p in node.patterns]
    step = compiler.tracer.step

    def fits(scope: Scope, value: Any) -> bool | None:
        found: bool | None = False
        for option in options:
            step()
            one = option(scope, value)
            if one is True:
                return True
            if one is None:
                found = None
        return found

    return fits


def _sequence(compiler: Any, node: Any) -> Fits:
    starred = next((i for i, p in enumerate(node.patterns) if type(p) is cst.MatchStar), None)
    parts: list[Fits] = []
    for pattern in node.patterns:
        if type(pattern) is cst.MatchStar:
            parts.append(_star(compiler, pattern))
        else:
            parts.append(compile_pattern(compiler, pattern.value))

    def fits(scope: Scope, value: Any) -> bool | None:
        if isinstance(value, Unknown):
            for part in parts:
                part(scope, value)
            return None
        if isinstance(value, Object) and not isinstance(value, tuple):
            return None  # a deque is a sequence, for one
        if not isinstance(value, (list, tuple, range)):
            return False
        if getattr(value, "blur", None) is not None:
            return None
        if starred is None:
            if len(value) != len(parts):
                return False
            items = list(value)
        else:
            tail = len(parts) - starred - 1
            if len(value) < len(parts) - 1:
                return False
            stop = len(value) - tail
            items = [*value[:starred], List(value[starred:stop]), *value[stop:]]
        found: bool | None = True
        for part, item in zip(parts, items, strict=True):
            found = both(found, part(scope, item))
            if found is False:
                return False
        return found

    return fits


def _star(compiler: Any, node: cst.MatchStar) -> Fits:
    assign = compiler.target(node.name) if node.name is not None else None

    def fits(scope: Scope, value: Any) -> bool:
        if assign is not None:
            assign(scope, value)
        return True

    return fits


def _mapping(compiler: Any, node: cst.MatchMapping) -> Fits:
    parts = [
        (compiler.expression(e.key), compile_pattern(compiler, e.pattern)) for e in node.elements
    ]
    rest = compiler.target(node.rest) if node.rest is not None else None

    def fits(scope: Scope, value: Any) -> bool | None:
        if not isinstance(value, Dict):
            return None if isinstance(value, Unknown) else False
        if value.blur is not None:
            return None
        found: bool | None = True
        wanted_keys: list[Any] = []
        for key, part in parts:
            wanted = key(scope)
            if wanted not in value:
                return False
            found = both(found, part(scope, value[wanted]))
            wanted_keys.append(wanted)
        if rest is not None and found is not False:
            rest(scope, Dict((k, v) for k, v in value.items() if k not in wanted_keys))
        return found

    return fits


def _class(compiler: Any, node: cst.MatchClass) -> Fits:
    kind, tracer = compiler.expression(node.cls), compiler.tracer
    positional = [compile_pattern(compiler, e.value) for e in node.patterns]
    named = [(e.key.value, compile_pattern(compiler, e.pattern)) for e in node.kwds]

    def fits(scope: Scope, value: Any) -> bool | None:
        cls = kind(scope)
        found = is_instance(value, cls)
        if found is False:
            return False
        if positional and isinstance(cls, External):  # `int(x)` takes the whole value
            return both(found, positional[0](scope, value))
        names = tracer.getattr(cls, "__match_args__") if positional else ()
        parts = [*zip(names, positional, strict=False)] if isinstance(names, tuple) else []
        if len(parts) < len(positional):
            return None
        for name, part in (*parts, *named):
            found = both(found, part(scope, tracer.getattr(value, name)))
            if found is False:
                return False
        return found

    return fits


PATTERNS: dict[type, Callable[[Any, Any], Fits]] = {
    cst.MatchValue: _value,
    cst.MatchSingleton: _value,
    cst.MatchAs: _as,
    cst.MatchOr: _or,
    cst.MatchList: _sequence,
    cst.MatchTuple: _sequence,
    cst.MatchMapping: _mapping,
    cst.MatchClass: _class,
}
