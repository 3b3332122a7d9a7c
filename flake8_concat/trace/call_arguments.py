"""What the layers of Keras are called with."""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.calling import NoTensor
from flake8_concat.keras.registry import LAYERS, OPS, KerasClass
from flake8_concat.keras.training_objects import object_signature
from flake8_concat.shapes import Unknown
from flake8_concat.trace.values import FLAT, LEAVES, Class, External, Free, Function

# What is there to be called, and what people call it.
CALLED = {Function: "function", Class: "class"}


def call_argument(tracer: Any, value: Any) -> Any:
    """An argument of a layer's call; a blurred list is an unknown, a function is no tensor."""
    blur = getattr(value, "blur", None)
    if blur is not None:
        return blur
    if type(value) in FLAT:
        items = [no_tensor(tracer, item) or item for item in value]
        return type(value)(items) if any(type(item) is NoTensor for item in items) else value
    return no_tensor(tracer, value) or value


def no_number(value: Any) -> Any:
    """What a layer is called on: no parameter that nobody gives stands for a number there."""
    if isinstance(value, Free):
        return Unknown(value.why)
    if type(value) in FLAT and LEAVES.issuperset(map(type, value)):  # so for most
        return value
    if type(value) in FLAT and any(isinstance(item, Free) for item in value):
        return type(value)(map(no_number, value))
    return value


def no_tensor(tracer: Any, value: Any) -> NoTensor | None:
    """What a function or a class is where a tensor should stand, None for all else."""
    kind = CALLED.get(type(value))
    if kind is not None:
        return NoTensor(f"the {kind} `{value.name}`")
    if type(value) is External:
        room, _, last = value.name.rpartition(".")
        known = value.name in OPS or object_signature(value.name) is not None
        if known or room == "builtins" or tracer.known_to_keras(value.name):
            return NoTensor(f"`{last}` itself")
    return None


def as_class(value: External) -> Any:
    """A class of keras.layers, as the rules know it; all else as it is."""
    room, _, last = value.name.rpartition(".")
    return KerasClass(last) if room == "keras.layers" and last in LAYERS else value
