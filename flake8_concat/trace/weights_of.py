"""What a program reads of the weights of a layer or a model: `.weights`, `.kernel`, how many.

A layer has none before it was called or built. It may be in many ways, some of them out of reach:
so that is said only of a name that stands in its file for nothing but reads of what does neither.
"""

from __future__ import annotations

from typing import Any

import libcst as cst

from flake8_concat.keras.graph import Tensor
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.sequential import Sequential
from flake8_concat.keras.weight_counts import all_weights, count
from flake8_concat.keras.weights import WEIGHTS
from flake8_concat.shapes import Lose, Mismatch, Refusal
from flake8_concat.trace.facts import Site
from flake8_concat.trace.never_called import OF_CALLS, OF_MODELS, only_read
from flake8_concat.trace.values import Builtin, List

ALL_WEIGHTS = frozenset({"weights", "count_params", "get_weights"})
# What may be read of a layer or a model that builds it in no way.
NEVER_BUILD = (
    OF_CALLS
    | OF_MODELS
    | {name for weights in WEIGHTS.values() for name in weights}
    | frozenset(
        {
            *("add", "built", "compile", "count_params", "filters", "get_config", "get_weights"),
            *("layers", "name", "pop", "set_weights", "trainable", "trainable_weights", "units"),
            *("weights", "kernel_size", "input_spec", "dtype", "use_bias", "activation"),
        }
    )
)


def weights_read(tracer: Any, layer: Any, name: str, site: Site | None) -> Any:
    """`layer.weights`, `layer.get_weights()`, `model.count_params()`."""
    try:
        found = all_weights(layer)
    except Lose as lost:
        why = lost.unknown
        if name == "weights":
            return why
        if name == "count_params":
            no_weights(tracer, layer, name, site, "weights to count")
        return Builtin(name, lambda tracer: why)
    if name == "count_params":
        return Builtin(name, lambda tracer: count(found))
    made = List(Tensor(shape, None, symbolic=False) for shape in found)
    tracer.sliced.append((made, "the weights"))
    return made if name == "weights" else Builtin(name, lambda tracer: made)


def no_weights(
    tracer: Any, layer: Any, name: str, site: Site | None, what: str | None = None
) -> None:
    """Writes down that a layer is read that has no weights yet, if that is certain."""
    if not is_unbuilt(tracer, layer, site):
        return
    tracer.raise_if_caught("AttributeError" if what is None else "ValueError")
    refusal = Mismatch(
        Refusal.WRONG_SHAPE,
        f"{layer.name!r} was neither called nor built, so that it has no {what or f'`{name}`'}",
        remedy="call it, or build it, first",
    )
    tracer.record(site, "op", f"{layer.name}.{name}", (), {}, None, outcome=refusal)


def is_unbuilt(tracer: Any, layer: Any, site: Site | None) -> bool:
    """Whether a layer or a Sequential certainly was neither called nor built."""
    if tracer.tentative or site is None or layer.nodes:
        return False
    if isinstance(layer, Sequential):
        inside = layer.layers
        if layer.functional is not None or not isinstance(inside, list) or not inside:
            return False
        if any(type(one) is not Layer or one.nodes or one.built is not None for one in inside):
            return False
    elif type(layer) is not Layer or layer.built is not None or layer.extended:
        return False
    node = site.node.func if isinstance(site.node, cst.Call) else site.node
    if not isinstance(node, cst.Attribute) or not isinstance(node.value, cst.Name):
        return False
    if site.source is not tracer.facts.source:
        return False
    return only_read(site.source.module, node.value.value, NEVER_BUILD.__contains__)
