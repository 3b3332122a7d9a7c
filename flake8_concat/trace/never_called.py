"""`layer.output` of a layer that was never called: Keras raises AttributeError.

A layer is called in many ways, some of them out of reach. So this is said only of a name that
stands in its file for nothing but reads of what calls nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import libcst as cst

from flake8_concat.keras.layer import Layer
from flake8_concat.keras.sequential import Sequential
from flake8_concat.shapes import Mismatch, Refusal
from flake8_concat.trace.facts import Site
from flake8_concat.trace.source import code_children

OF_CALLS = frozenset({"input", "output"})
OF_MODELS = frozenset({"inputs", "input_shape", "outputs", "output_shape"})
# What may be read of a layer without calling it.
HARMLESS = (OF_CALLS | OF_MODELS).union(
    ("add", "build", "compile", "count_params", "layers", "name", "pop", "summary", "trainable"),
    ("weights", "get_config", "built", "units", "filters"),
)
# What may not be read of a Sequential: all else, training and prediction too, calls it on values,
# which are nothing that it remembers.
CALLS = frozenset({"__call__", "_functional"})


def refused_read(tracer: Any, value: Any, name: str, site: Site | None) -> Mismatch | None:
    """The refusal of `value.name`, None where it may have been called."""
    if value.nodes or site is None or not _undefined(value, name):
        return None
    node = site.node
    if not isinstance(node, cst.Attribute) or not isinstance(node.value, cst.Name):
        return None
    harmless = _of_models if isinstance(value, Sequential) else HARMLESS.__contains__
    if not only_read(site.source.module, node.value.value, harmless):
        return None
    remedy = None
    if isinstance(value, Sequential) and value.functional is not None:
        # Keras 2 gave the Input and the output of a model that was built.
        if tracer.is_older:
            return None
        remedy = f".{name}s[0] would give it"
    text = f"{value.name!r} was never called, so that it has no `{name}`"
    return Mismatch(Refusal.NEVER_CALLED, text, remedy=remedy)


def _undefined(value: Any, name: str) -> bool:
    if isinstance(value, Layer):
        return name in OF_CALLS and value.type.name not in ("InputLayer", "Lambda")
    if not isinstance(value, Sequential):
        return False
    built = value.functional is not None
    return name in (OF_CALLS if built else OF_CALLS | OF_MODELS) and (
        built or isinstance(value.layers, list)
    )


def _of_models(name: str) -> bool:
    return name not in CALLS


def only_read(module: cst.Module, name: str, harmless: Callable[[str], bool]) -> bool:
    """Whether a name is assigned once, and else only stands before a harmless attribute.

    What a parameter or a loop names has another name as well.
    """
    given = 0
    todo: list[Any] = [module]
    while todo:
        node = todo.pop()
        if isinstance(node, (cst.Attribute, cst.AssignTarget)):
            inner = node.value if isinstance(node, cst.Attribute) else node.target
            if not isinstance(inner, cst.Name) or inner.value != name:
                todo.append(inner)
            elif isinstance(node, cst.AssignTarget):
                given += 1
            elif not harmless(node.attr.value):
                return False
        elif isinstance(node, cst.Name):
            if node.value == name:
                return False
        else:
            todo += code_children(node)
    return given == 1
