"""`layer.output` of a layer that was never called: Keras raises AttributeError.

A layer is called in many ways, some of them out of reach. So this is said only of a name that
stands in its file for nothing but reads of what calls nothing.
"""

from __future__ import annotations

from typing import Any

import libcst as cst

from flake8_concat.keras.graph import Layer
from flake8_concat.keras.sequential import Sequential
from flake8_concat.shapes import Mismatch, Refusal
from flake8_concat.trace.facts import Site

OF_CALLS = frozenset({"input", "output"})
OF_MODELS = frozenset({"inputs", "input_shape", "outputs", "output_shape"})
# What may be read of a layer or a model without calling it.
HARMLESS = (OF_CALLS | OF_MODELS).union(
    ("add", "build", "compile", "count_params", "layers", "name", "pop", "summary", "trainable"),
    ("weights", "get_config", "built", "units", "filters"),
)


def refused_read(value: Any, name: str, site: Site | None) -> Mismatch | None:
    """The refusal of `value.name`, None where it may have been called."""
    if value.nodes or site is None or not _undefined(value, name, site):
        return None
    node = site.node
    if not isinstance(node, cst.Attribute) or not isinstance(node.value, cst.Name):
        return None
    if not only_read(site.source.module, node.value.value):
        return None
    text = f"it was never called, so that it has no `{name}`"
    return Mismatch(Refusal.WRONG_SHAPE, text, remedy=_remedy(value, name))


def _undefined(value: Any, name: str, site: Site) -> bool:
    if isinstance(value, Layer):
        return name in OF_CALLS and value.type.name not in ("InputLayer", "Lambda")
    if not isinstance(value, Sequential):
        return False
    if value.functional is None:
        return isinstance(value.layers, list) and name in OF_CALLS | OF_MODELS
    # Keras 2 gave the Input and the output of a model that was built, so tf.keras may as well.
    return name in OF_CALLS and "tensorflow" not in site.source.text


def _remedy(value: Any, name: str) -> str | None:
    if isinstance(value, Sequential) and value.functional is not None:
        return f".{name}s[0] would give it"
    return None


def only_read(module: cst.Module, name: str) -> bool:
    """Whether a name is given a value once, and else only stands before a harmless attribute."""
    given = 0
    todo: list[Any] = [module]
    while todo:
        node = todo.pop()
        if isinstance(node, cst.Attribute):
            if isinstance(node.value, cst.Name) and node.value.value == name:
                if node.attr.value not in HARMLESS:
                    return False
            else:
                todo.append(node.value)
        elif isinstance(node, cst.Name):
            given += node.value == name
            if given > 1:
                return False
        else:
            todo.extend(node.children)
    return given == 1
