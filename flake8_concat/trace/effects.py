"""What a function may change outside of itself, told from its text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import libcst as cst

from flake8_concat.trace.source import BRANCHES, code_children

CHANGING = frozenset(
    {
        "add", "append", "appendleft", "clear", "discard", "extend", "extendleft", "insert", "pop",
        "popitem", "popleft", "remove", "reverse", "setdefault", "sort", "update",
    }
)  # fmt: skip
ASSIGNING = frozenset({cst.AssignTarget, cst.AugAssign, cst.Del})
GIVING = frozenset({cst.AssignTarget, cst.AnnAssign})

Path = tuple[str, ...]  # a name and its attributes: ("self", "skips")


@lru_cache(maxsize=256)
def changes(code: Any) -> tuple[frozenset[Path], frozenset[str]]:
    """What the text of a function changes in place, and the names of outside that it rebinds."""
    changed: set[Path] = set()
    rebound: set[str] = set()
    todo = [code]
    while todo:
        node = todo.pop()
        todo += code_children(node, BRANCHES)
        if type(node) is cst.NameItem:  # of `global` or `nonlocal`
            rebound.add(node.name.value)
        elif type(node) is cst.Call and type(node.func) is cst.Attribute:
            if node.func.attr.value in CHANGING:
                changed |= path_of(node.func.value)
        elif type(node) in ASSIGNING:
            changed.update(*map(path_of, changed_by(node.target)))
            if type(node) is cst.AugAssign:
                changed |= path_of(node.target)
    return frozenset(changed), frozenset(rebound)


@lru_cache(maxsize=256)
def attributes_given(code: Any) -> frozenset[Path]:
    """What the text of a function assigns to attributes: ("self", "shape") of `self.shape = …`."""
    given: set[Path] = set()
    todo = [code]
    while todo:
        node = todo.pop()
        todo += code_children(node, BRANCHES)
        if type(node) in GIVING:
            target = node.target
            several = isinstance(target, (cst.Tuple, cst.List))
            parts = [element.value for element in target.elements] if several else [target]
            given.update(path for part in parts for path in path_of(part) if len(path) > 1)
    return frozenset(given)


def changed_by(target: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """What an assignment to a target changes in place: the `x` of `x[i]`."""
    if type(target) is cst.Subscript:
        yield target.value
    elif isinstance(target, (cst.Tuple, cst.List)):
        for element in target.elements:
            yield from changed_by(element.value)


def path_of(node: cst.CSTNode) -> set[Path]:
    """A name with its attributes as a path; nothing for any other expression."""
    attributes: list[str] = []
    while type(node) is cst.Attribute:
        attributes.insert(0, node.attr.value)
        node = node.value
    return {(node.value, *attributes)} if type(node) is cst.Name else set()
