"""The arguments that the `call` of a user's layer takes, and those that Keras looks for in it."""

from __future__ import annotations

from typing import Any

import libcst as cst

from flake8_concat.keras.calling import given_a_value
from flake8_concat.keras.graph import Tensor
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.registry import BadCall, Misuse, misuse_of, no_such_argument
from flake8_concat.shapes import Mismatch, Refusal
from flake8_concat.trace.call_arguments import call_argument
from flake8_concat.trace.facts import Site
from flake8_concat.trace.placeholders import has_star
from flake8_concat.trace.values import Function, Instance, List

_TENSORS = frozenset({Tensor})
TAKES_VALUES = "_allow_non_tensor_positional_args"  # an attribute of keras.layers.Layer
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


def misfit(
    function: Function,
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
    handed_on: frozenset[str] = CALL_CONTEXT,
) -> Misuse | None:
    """The refusal of a call that does not fit the parameters of a `call` or a Lambda's function.

    Mirrors the binding of keras.layers.Layer.__call__, which hands on `training` and `mask` only
    where they are taken; of an `__init__` nothing is `handed_on` so.
    """
    code = function.code
    names, count = code.positional, len(args)
    if count > len(names) and code.star is None:
        surplus = f"takes {len(names)} positional arguments, got {count}"
        return misuse_of(BadCall(surplus, surplus=True))
    if code.kwargs is None:
        for keyword in kwargs:
            if keyword not in (*names, *code.keyword_only, *handed_on):
                return misuse_of(no_such_argument(keyword, (*names, *code.keyword_only)))
    for name in names[count : len(names) - len(code.optional)]:
        if name not in kwargs and name not in handed_on:
            return misuse_of(BadCall(f"missing a required argument: {name!r}", missing=name))
    return None


def given_values(tracer: Any, instance: Instance, args: tuple[Any, ...]) -> Misuse | None:
    """The refusal of arguments by position that certainly are no tensors. None before Keras 3.

    A number is one of Python's only where it is written; numpy's are tensors to Keras.
    """
    if all(map(_holds_tensors, args)) or tracer.is_older or instance.attributes.get(TAKES_VALUES):
        return None
    given = [call_argument(tracer, value) for value in args]
    return given_a_value(
        value
        for value, node in zip(given, _nodes(tracer.site, len(given)), strict=True)
        if type(value) is bool
        or not isinstance(value, (int, float))
        or isinstance(node, (cst.Integer, cst.Float))
    )


def _holds_tensors(value: Any) -> bool:
    """Whether a value is a tensor, or a list of nothing but tensors."""
    return type(value) is Tensor or (
        type(value) is List and value.blur is None and _TENSORS.issuperset(map(type, value))
    )


def _nodes(site: Site | None, count: int) -> list[Any]:
    """How the arguments of a call are written, None for those that are not seen there."""
    node = None if site is None else site.node
    written = node.args if isinstance(node, cst.Call) and not has_star(site) else ()
    found = [arg.value for arg in written if arg.keyword is None]
    return found if len(found) == count else [None] * count


def is_handed_on(function: Any, name: str) -> bool:
    """Whether the function of a Lambda, or a `call`, is handed a keyword of the layer's call."""
    if name not in CALL_CONTEXT or not isinstance(function, Function):
        return True
    code = function.code
    return code.kwargs is not None or name in code.positional or name in code.keyword_only
