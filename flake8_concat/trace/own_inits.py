"""Layers of the program whose `__init__` never comes to that of Keras."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import libcst as cst

from flake8_concat.shapes import Mismatch, Refusal, Unknown
from flake8_concat.trace.source import code_children
from flake8_concat.trace.values import Class, Function

BASE_INITS = frozenset({"super", "__init__", "__new__", "__call__"})


def without_base_init(cls: Class) -> Mismatch | None:
    """The refusal of a layer that did not call `super().__init__()`, None if it may have.

    Mirrors keras.layers.Layer._check_super_called, which its call begins with. Nothing is said of a
    class that reads one of these names anywhere but in its own definitions.
    """
    found = cls.find("__init__")
    if found is None or not isinstance(found[0], Function):
        return None
    if found[1] is cls and cls.node is not None and _reads_base_inits(cls.node):
        return None  # so for most
    if any(isinstance(base, Unknown) for base in cls.mro):
        return None
    classes = cls.mro[: cls.mro.index(found[1]) + 1]
    if not all(isinstance(base, Class) and base.node is not None for base in classes):
        return None  # that of Keras comes first
    if any(_reads_base_inits(base.node) for base in classes):
        return None
    return Mismatch(
        Refusal.WRONG_SHAPE,
        f"the `__init__` of `{found[1].name}` does not call that of its base",
        remedy="it has to begin with super().__init__()",
    )


@lru_cache(maxsize=256)
def _reads_base_inits(node: cst.ClassDef) -> bool:
    """Whether a class may come to the `__init__` of its base, or is made by something else."""
    if node.decorators or node.keywords:
        return True
    todo: list[Any] = [node.body]
    while todo:
        inner = todo.pop()
        if isinstance(inner, cst.Name) and inner.value in BASE_INITS:
            return True
        if isinstance(inner, cst.FunctionDef):  # its own name reads nothing
            todo += [inner.body, inner.params, *inner.decorators]
        else:
            todo += code_children(inner)
    return False
