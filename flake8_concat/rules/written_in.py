"""The statement around the function of a `Lambda`: its comments and names are those of the call.

`x = Lambda(lambda t: K.mean(t, axis=1))(x)  # mean over the height` says what the mean is taken of.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import Any

import libcst as cst

from flake8_concat.rules.describe import code
from flake8_concat.rules.names import Outline, dotted
from flake8_concat.shapes import Unknown
from flake8_concat.trace.facts import Event, Facts, Site
from flake8_concat.trace.source import Source, code_children


class Lambdas:
    """The lambdas in the simple statements of a file. `source.view` keeps it."""

    def __init__(self, source: Source) -> None:
        self.source = source

    @cached_property
    def around(self) -> dict[int, cst.SimpleStatementLine]:
        """The statement around each lambda, by its id."""
        found: dict[int, cst.SimpleStatementLine] = {}
        if "lambda" not in self.source.text:
            return found
        for statement, _ in self.source.statements:
            if isinstance(statement, cst.SimpleStatementLine):
                todo: list[cst.CSTNode] = [statement]
                while todo:
                    node = todo.pop()
                    if type(node) is cst.Lambda:
                        found[id(node)] = statement
                    todo += code_children(node)
        return found


def in_lambda(site: Site) -> bool:
    """Whether a call stands in a lambda."""
    return type(site.statement) is cst.Lambda


def written_in(site: Site) -> Site:
    """A site as the statement around it has it, where it stands in a lambda; else itself.

    What the statement assigns is the call's value where the lambda does nothing else, in a layer
    that is called at once.
    """
    inner = site.statement
    if type(inner) is not cst.Lambda:
        return site
    statement = site.source.view(Lambdas).around.get(id(inner))
    if statement is None:
        return site
    targets = _targets(statement, inner) if inner.body is site.node else ()
    return replace(site, statement=statement, targets=targets)


def _targets(statement: cst.SimpleStatementLine, inner: cst.Lambda) -> tuple[str, ...]:
    """The names that `x = Lambda(inner)(…)` gives its value to."""
    (assign, *more) = statement.body
    if more or not isinstance(assign, cst.Assign) or not isinstance(assign.value, cst.Call):
        return ()
    layer = assign.value.func
    if not isinstance(layer, cst.Call) or not any(arg.value is inner for arg in layer.args):
        return ()
    names = (dotted(target.target) for target in assign.targets)
    return tuple(name for name in names if name is not None)


def unseen_bodies(facts: Facts) -> Iterator[Event]:
    """What the lambdas of Lambda layers do whose input nobody knows, as far as it is written.

    `Lambda(lambda t: K.mean(t, axis=3))`: one call with an axis. None of these were evaluated.
    """
    if "Lambda" not in facts.source.text or "lambda" not in facts.source.text:
        return
    outline = Outline.of(facts.source)
    seen: set[int] = {id(event.site.node) for event in facts.events}
    for event in facts.events:
        if event.kind != "call" or event.callee != "keras.layers.Lambda":
            continue
        made, node = event.created or event.site, None
        if isinstance(made.node, cst.Call):
            node = made.node.func if made is event.site else made.node
        if made.source is not facts.source or not isinstance(node, cst.Call) or not node.args:
            continue
        inner = node.args[0].value
        body = inner.body if isinstance(inner, cst.Lambda) else None
        if not isinstance(body, cst.Call) or id(body) in seen:
            continue
        seen.add(id(body))
        callee = outline.full_name(body.func)
        bound = _written_arguments(body)
        if callee is not None and "axis" in bound:
            site = replace(made, node=body, statement=inner, targets=())
            yield Event(site, "op", callee, (), {}, Unknown("it was not evaluated"), bound)


def _written_arguments(call: cst.Call) -> dict[str, Any]:
    """The arguments of `K.mean(t, axis=3, keepdims=True)` that are written as constants."""
    found: dict[str, Any] = {}
    for position, arg in enumerate(call.args):
        name = arg.keyword.value if arg.keyword is not None else "axis" if position == 1 else ""
        try:
            found[name] = ast.literal_eval(code(arg.value))
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            continue
    return found
