"""`model.fit(…)` of a model that was never compiled: Keras raises ValueError.

A model is compiled in many ways, some of them out of reach. So this is said only of a name that is
handed to nothing, in files where no `.compile` is that of anything else than other names.
"""

from __future__ import annotations

import re
from typing import Any

import libcst as cst

from flake8_concat.shapes import Mismatch, Refusal
from flake8_concat.trace.facts import Site
from flake8_concat.trace.source import code_children

COMPILED = re.compile(r"\bre\.compile\b|\bjit_compile\b|\bcompile\b")
BY_NAME = re.compile(r"\b([A-Za-z_]\w*)\.compile\(")
ONLY_LOOK = frozenset({"print", "type", "len", "repr", "str", "id"})


def refused_uncompiled(tracer: Any, model: Any, site: Site | None) -> Mismatch | None:
    """The refusal to train a model that was never compiled, None where it may have been."""
    if tracer.tentative or site is None or id(model) in tracer.aims:
        return None
    if not isinstance(site.node, cst.Call) or not isinstance(site.node.func, cst.Attribute):
        return None
    named = site.node.func.value
    if not isinstance(named, cst.Name):
        return None
    if any(_may_compile(source.text, named.value) for source in {site.source, tracer.facts.source}):
        return None
    if not _stays(site.source.module, named.value):
        return None
    return Mismatch(
        Refusal.WRONG_SHAPE, "the model was never compiled", remedy="call its `compile` first"
    )


def _may_compile(text: str, name: str) -> bool:
    """Whether something in a text may compile a model of that name."""
    by_name = BY_NAME.findall(text)
    others = [found for found in COMPILED.findall(text) if found == "compile"]
    if len(others) != len([one for one in by_name if one != "re"]):
        return True
    return name in by_name or "self" in by_name


def _stays(module: cst.Module, name: str) -> bool:
    """Whether a name is given once, and what it names is handed to nothing and named no more."""
    given = 0
    todo: list[Any] = [module]
    while todo:
        node = todo.pop()
        if isinstance(node, cst.Attribute):
            if not isinstance(node.value, cst.Name):
                todo.append(node.value)
        elif isinstance(node, cst.AssignTarget) and isinstance(node.target, cst.Name):
            given += node.target.value == name
        elif isinstance(node, cst.Call) and _only_looks(node.func):
            todo += [arg.value for arg in node.args if not isinstance(arg.value, cst.Name)]
        elif isinstance(node, cst.Call):
            if not isinstance(node.func, cst.Name):
                todo.append(node.func)
            todo += node.args
        elif isinstance(node, cst.Arg):
            todo.append(node.value)
        elif isinstance(node, cst.Name):
            if node.value == name:
                return False
        else:
            todo += code_children(node)
    return given == 1


def _only_looks(function: Any) -> bool:
    return isinstance(function, cst.Name) and function.value in ONLY_LOOK
