"""Masks that Keras hands to the `call` of a layer, which nobody gives it there.

Mirrors keras.src.layers.layer.Layer.__call__: an argument `mask` is the mask of the first tensor,
`query_mask` that of `query`. A mask is made by an Embedding or a Masking, and comes through most
layers.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from flake8_concat import late
from flake8_concat.keras.graph import Tensor
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.registry import Op
from flake8_concat.shapes import Shape, Unknown
from flake8_concat.trace.operation import Operator
from flake8_concat.trace.values import Function

# What a file must have for any of its tensors to carry a mask.
_MAKES = late.compiled(r"\bmask_zero\b|\bMasking\b|\bcompute_mask\b|\b_keras_mask\b|\bset_mask\b")
# Layers that give the mask of their input to their output.
CARRIERS = frozenset(
    "Activation BatchNormalization Dense Dropout LayerNormalization LeakyReLU ReLU".split()
)
_NOT_KNOWN = "whether Keras hands a mask to it"


def handed_masks(
    tracer: Any, function: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
) -> dict[str, Any]:
    """The masks by the names of their parameters; those that are None are left out.

    args:  what the method is called with, the layer itself left out
    """
    if not isinstance(function, Function) or not _may_be_masked(tracer):
        return {}
    names = function.code.positional[1:]
    given = {**dict(zip(names, args, strict=False)), **kwargs}
    found = {}
    for name in {*names, *function.code.keyword_only} - given.keys():
        whose = names[0] if name == "mask" and names else name.removesuffix("_mask")
        if name == "mask" or name.endswith("_mask"):
            mask = mask_of(given.get(whose))
            if mask is not None:
                found[name] = mask
    return found


def _may_be_masked(tracer: Any) -> bool:
    site = tracer.site
    return _makes(tracer.facts.source.text) or (site is not None and _makes(site.source.text))


@lru_cache(maxsize=64)  # each call of a layer asks
def _makes(text: str) -> bool:
    return bool(_MAKES.search(text))


def mask_of(tensor: Any) -> Tensor | Unknown | None:
    """The mask that a tensor carries, None if it has none."""
    while type(tensor) is Tensor and tensor.node is not None:
        node = tensor.node
        kind = node.operation.type.name if type(node.operation) is Layer else ""
        inputs = node.inputs
        if kind == "InputLayer":
            return None
        if isinstance(node.operation, (Op, Operator)):  # no layer hands on anything there
            return None
        if len(inputs) != 1:
            break
        tensor = inputs[0]
        if kind == "Masking":
            return _tensor(tensor.shape, 1)
        if kind == "Embedding":
            made = dict.get(node.operation.args, "mask_zero")
            return made if isinstance(made, Unknown) else _tensor(tensor.shape, 0) if made else None
        if kind not in CARRIERS:
            break
    return Unknown(_NOT_KNOWN) if isinstance(tensor, (Tensor, Unknown)) else None


def _tensor(shape: Any, less: int) -> Tensor | Unknown:
    if not isinstance(shape, Shape):
        return Unknown(_NOT_KNOWN)
    return Tensor(Shape(shape[: len(shape) - less]), None)
