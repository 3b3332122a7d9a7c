"""The arguments that the `call` of a user's layer takes, and those that Keras looks for in it."""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.graph import Layer
from flake8_concat.keras.registry import BadCall, Misuse, misuse_of
from flake8_concat.shapes import Mismatch, Refusal
from flake8_concat.trace.values import Function, Instance

# What Keras hands to the function of a Lambda only where that takes it.
CALL_CONTEXT = frozenset({"mask", "training"})
# What the `build` and `compute_output_shape` of some layers ask the shapes of, by the names that
# these arguments have in `call`.
BY_NAME = {
    **dict.fromkeys(
        ("RNN", "SimpleRNN", "GRU", "LSTM", "Bidirectional", "ConvLSTM1D", "ConvLSTM2D"),
        ("sequences", "initial_state"),
    ),
    "ConvLSTM3D": ("sequences", "initial_state"),
    "MultiHeadAttention": ("query", "value", "key"),
    "GroupQueryAttention": ("query", "value", "key"),
}


def lost_names(instance: Instance, call: Function, *, asked: bool) -> Mismatch | None:
    """The refusal of a derived layer whose `call` has other names than its base is built by.

    Mirrors keras.src.layers.layer.update_shapes_dict_for_target_fn. `asked`: it is asked for its
    output shape as well.
    """
    base = instance.model
    names = BY_NAME.get(base.type.name) if type(base) is Layer else None
    if names is None:
        return None
    taken = {*call.code.positional, *call.code.keyword_only}
    lost = [name for name in names if name not in taken]
    methods = ("build", "compute_output_shape") if asked else ("build",)
    inherited = [method for method in methods if instance.cls.find(method) is None]
    if not lost or not inherited or instance.cls.find("compute_output_spec") is not None:
        return None
    what = (
        f"its `call` has no argument {lost[0]!r}, which `{inherited[0]}` of {base.type.name} needs"
    )
    return Mismatch(Refusal.WRONG_SHAPE, what)


def misfit(function: Function, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Misuse | None:
    """The refusal of a call that does not fit the parameters of a `call` or a Lambda's function.

    Mirrors the binding of keras.layers.Layer.__call__, which hands on `training` and `mask` only
    where they are taken.
    """
    code = function.code
    names, count = code.positional, len(args)
    if count > len(names) and code.star is None:
        surplus = f"takes {len(names)} positional arguments, got {count}"
        return misuse_of(BadCall(surplus, surplus=True))
    taken = {*names[:count], *kwargs}
    if code.kwargs is None:
        for keyword in kwargs:
            if keyword not in (*names, *code.keyword_only, *CALL_CONTEXT):
                return misuse_of(
                    BadCall(
                        f"got an unexpected keyword argument {keyword!r}",
                        unexpected=keyword,
                        names=tuple(names),
                    )
                )
    needed = names[: len(names) - len(function.defaults)]
    for name in needed:
        if name not in taken and name not in CALL_CONTEXT:
            return misuse_of(BadCall(f"missing a required argument: {name!r}", missing=name))
    return None


def is_handed_on(function: Any, name: str) -> bool:
    """Whether the function of a Lambda, or a `call`, is handed a keyword of the layer's call."""
    if name not in CALL_CONTEXT or not isinstance(function, Function):
        return True
    code = function.code
    return code.kwargs is not None or name in code.positional or name in code.keyword_only
