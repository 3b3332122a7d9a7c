"""What is read of a layer or a model of Keras that none has: Python raises AttributeError."""

from __future__ import annotations

from typing import Any

import libcst as cst

from flake8_concat.keras.habits import meant
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.legacy import EXTRA
from flake8_concat.keras.sequential import Sequential
from flake8_concat.keras.signatures.attributes import ATTRIBUTES, OF_OTHERS
from flake8_concat.keras.signatures.attributes_of_classes import (
    GIVEN,
    OF_OLD,
    OF_OLD_LAYERS,
    lacks,
)
from flake8_concat.keras.signatures.attributes_of_layers import OF_MODELS, OF_SOME, OF_STACKS
from flake8_concat.shapes import Mismatch, Refusal
from flake8_concat.trace.facts import Site

# What stands for an attribute that the layers of Keras 3 have no longer.
OF_ITS_TENSORS = {
    "input_shape": "`.input.shape` is there once it is called",
    "output_shape": "`.output.shape` is there once it is called",
}
# Layers that hand on what they are asked for.
HAND_ON = frozenset({"FlaxLayer", "JaxLayer", "TFSMLayer", "TorchModuleWrapper"})


def is_of_any(name: str) -> bool:
    """Whether there is a layer or a model that has such an attribute."""
    return name in ATTRIBUTES or name in OF_OTHERS or name in OF_SOME or name.startswith("_")


def is_of_none(name: str, *, layer: bool, stack: bool) -> bool:
    """Whether no layer, if it is one, no Sequential or no other model has such an attribute."""
    if layer and name in OF_MODELS:
        return True
    return not is_of_any(name) or (name in OF_STACKS and not layer and not stack)


def no_such(tracer: Any, value: Any, name: str, site: Site | None) -> None:
    """Writes down that a layer or a model has no attribute of that name, if that is certain."""
    layer = isinstance(value, Layer)
    stack = isinstance(value, Sequential)
    of_its_class = lacks(value.type.name, name) if layer else name in GIVEN
    if not (of_its_class or is_of_none(name, layer=layer, stack=stack)):
        if name not in (OF_OLD_LAYERS if layer else OF_OLD) or not tracer.is_keras_3:
            return
    if site is None or tracer.tentative or not isinstance(site.node, cst.Attribute):
        return
    if layer and (value.extended or value.type.name in HAND_ON):
        return
    texts = {site.source.text, tracer.facts.source.text}
    if any(f".{name} =" in text or f".{name}:" in text or "setattr" in text for text in texts):
        return
    tracer.raise_if_caught("AttributeError")
    if layer:
        what = value.type.name
        remedy = "a model has one" if name in OF_MODELS else OF_ITS_TENSORS.get(name)
        names = tuple(key for key in value.args if key not in EXTRA)
    else:
        what = "a Sequential" if stack else "a Model"
        remedy, names = None, tuple(ATTRIBUTES)
    near = meant(name, names)
    refusal = Mismatch(
        Refusal.WRONG_SHAPE,
        f"{what} has no attribute {name!r}",
        remedy=remedy or (None if near is None else f"there is `{near}`"),
    )
    tracer.record(site, "op", f"{value.name}.{name}", (), {}, None, outcome=refusal)
