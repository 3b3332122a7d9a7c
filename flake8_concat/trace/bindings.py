"""The names that a statement gives a value to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import libcst as cst

from flake8_concat.trace.source import code_children

# What holds a target, in which of its fields.
TARGETS: dict[type, str] = {
    cst.AssignTarget: "target", cst.AnnAssign: "target", cst.AugAssign: "target",
    cst.NamedExpr: "target", cst.For: "target", cst.AsName: "name",
}  # fmt: skip
DEFINITIONS = (cst.FunctionDef, cst.ClassDef)


def bound_names(statement: cst.CSTNode) -> Iterator[str]:
    """The names that a statement binds where it stands, in blocks too; some of them twice."""
    todo: list[Any] = [statement]
    while todo:
        node = todo.pop()
        if isinstance(node, DEFINITIONS):
            yield node.name.value
        elif type(node) is cst.ImportAlias and node.asname is None:
            yield node.evaluated_name.partition(".")[0]
        else:
            field = TARGETS.get(type(node))
            if field is not None:
                yield from _names_in(getattr(node, field))
            todo += code_children(node)


def _names_in(target: cst.BaseExpression) -> Iterator[str]:
    if type(target) is cst.Name:
        yield target.value
    elif type(target) is cst.Tuple or type(target) is cst.List:
        for element in target.elements:
            yield from _names_in(element.value)
