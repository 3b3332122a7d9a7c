"""What `keras.Model(…)` and `keras.Sequential(…)` do not take, whatever the layers are.

Mirrors keras.src.models.model.Model.__new__ and __init__, Functional.__init__ and
Sequential.__init__. tests/oracle/programs/making_models.py asks Keras.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flake8_concat.keras.arguments import shown
from flake8_concat.keras.calling import NoTensor
from flake8_concat.keras.create import refused_name, refused_trainable
from flake8_concat.keras.graph import Operation, Tensor
from flake8_concat.keras.nodes import is_placeholder
from flake8_concat.keras.registry import (
    Args,
    BadCall,
    Misuse,
    misuse_of,
    no_such_argument,
    parse_signature,
)
from flake8_concat.shapes import Mismatch, Refusal, Shape, Unknown

MODEL = ("inputs", "outputs", "name")
# By name Keras 1 took these for inputs and outputs.
OLD_NAMES = {"input": "inputs", "output": "outputs"}
# What every layer takes, and so a Model that is given no inputs and outputs.
OF_LAYERS = frozenset(
    {"name", "trainable", "dtype", "autocast", "activity_regularizer", "input_shape"}
    | {"batch_input_shape", "batch_size", "weights", "input_dim", "dynamic", "input_dtype"}
)
SEQUENTIAL = parse_signature("layers=None, trainable=True, name=None")


def is_functional(args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> bool:
    """Whether `keras.Model(*args, **kwargs)` is made of inputs and outputs."""
    if len(args) == 1:
        return "outputs" in kwargs
    return len(args) == 2 or {"inputs", "outputs"} <= kwargs.keys()


def refused_model(
    args: tuple[Any, ...], kwargs: Mapping[str, Any], *, of_keras_3: bool
) -> Mismatch | None:
    """The refusal of the arguments of a Model, None if it takes them.

    of_keras_3: whether the file certainly is for Keras 3: Keras 2 took a name by position.
    """
    old = next((key for key in kwargs if key in OLD_NAMES), None)
    if old is not None:
        return misuse_of(no_such_argument(old, MODEL)) if of_keras_3 else None
    given = {*MODEL[: len(args)], *kwargs}
    if is_functional(args, kwargs):
        twice = next((name for name in MODEL[: len(args)] if name in kwargs), None)
        if twice is not None:
            return misuse_of(BadCall(f"got multiple values for argument {twice!r}", twice=True))
        return refused_name(kwargs.get("name"))
    for here, absent in (("inputs", "outputs"), ("outputs", "inputs")):
        if here in given and absent not in given:
            return Mismatch(Refusal.WRONG_SHAPE, f"is given {here} without {absent}")
    if len(args) > 2:
        named = isinstance(args[2], str) or args[2] is None
        if len(args) > 3 or not named or of_keras_3:
            problem = BadCall(f"takes inputs and outputs by position, got {len(args)} arguments")
            refusal = misuse_of(problem)
            return Misuse(refusal.refusal, refusal.what, remedy="give the name as `name=`")
        return None
    unknown = next((key for key in kwargs if key not in OF_LAYERS), None)
    return None if unknown is None else misuse_of(no_such_argument(unknown, MODEL))


def refused_sequential(
    args: tuple[Any, ...], kwargs: Mapping[str, Any], *, of_keras_3: bool
) -> Mismatch | None:
    """The refusal of the arguments of a Sequential but for its layers, None if it takes them.

    In Keras 2 the second position was that of the name.
    """
    try:
        bound = SEQUENTIAL.bind(args, kwargs)
    except BadCall as problem:
        return misuse_of(problem)
    second = args[1] if len(args) > 1 else None
    if isinstance(second, str) and len(args) == 2 and not of_keras_3:
        return None
    layers = bound.get("layers")
    what = None
    if isinstance(layers, (bool, int, float)):
        what = shown(layers)
    elif isinstance(layers, Tensor) and layers.symbolic:
        what = "a tensor"
    if what is not None:
        return Mismatch(Refusal.WRONG_SHAPE, f"takes its layers in a list, is given {what}")
    positions = len(args) > 1
    wrong = refused_trainable(Args(bound)) if positions or "trainable" in kwargs else None
    return wrong or refused_name(bound.get("name"))


def no_keras_tensor(value: Any, role: str) -> Mismatch | Unknown:
    """What a model says to something else than a KerasTensor among its inputs or outputs."""
    if isinstance(value, Operation):
        return Mismatch(
            Refusal.WRONG_SHAPE,
            f"the {role} must be tensors, `{value.name}` is a layer",
            remedy="call it, and give what it returns" if role == "outputs" else None,
        )
    if isinstance(value, Tensor) and value.symbolic and is_placeholder(value):
        return Mismatch(
            Refusal.WRONG_SHAPE,
            f"the {role} must be tensors that come from an Input, {value.shape} is a KerasTensor "
            "of no layer",
            remedy="keras.Input makes one of a layer",
        )
    if value is None or isinstance(value, (int, float, str, NoTensor)):
        return Mismatch(Refusal.WRONG_SHAPE, f"the {role} must be tensors, not {value!r}")
    if isinstance(value, Tensor) and not value.merged and isinstance(value.shape, Shape):
        return Mismatch(
            Refusal.WRONG_SHAPE,
            f"the {role} must be tensors that come from an Input, "
            f"{value.shape} is an array with values of its own",
        )
    return Unknown("the inputs and outputs of a model must be tensors of layers")
