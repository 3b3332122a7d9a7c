"""Calls that no layer takes, whatever the shapes: arguments too many, too few, of no such name.

Mirrors keras.layers.Layer.__call__ and the binding of its CallSpec.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from flake8_concat.keras.arguments import shown
from flake8_concat.keras.registry import BadCall, LayerType, Misuse, misuse_of, parse_signature
from flake8_concat.keras.signatures import OLD_LAYERS
from flake8_concat.keras.signatures.calls import TAKE_VALUES, call_signature
from flake8_concat.shapes import Refusal, Shape
from flake8_concat.shapes.of_numpy import OfNumpy

# The parameter of `call` in layers whose `__call__` has another name for it, and hands it on
# (keras.src.layers.preprocessing.data_layer.DataLayer).
DATA = ("data",)
MODEL_CALL = parse_signature("inputs, training=None, mask=None")
# Layers that take a list of tensors, and say so where they are given one by one.
MERGING = frozenset(
    "Add Average Concatenate Dot Maximum Minimum Multiply Subtract CustomScaleLayer".split()
)


class NoTensor:
    """Something of the program that certainly is no tensor, in the place of one: what it is."""

    __slots__ = ("what",)

    def __init__(self, what: str) -> None:
        self.what = what

    def __repr__(self) -> str:
        return self.what


def misuse(kind: LayerType, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Misuse | None:
    """The refusal of a layer called so, None if Keras takes these arguments.

    What takes a list, and is given its tensors one by one, says so itself.
    """
    name = kind.name
    if name in OLD_LAYERS:
        return None
    if name not in TAKE_VALUES and (refusal := given_a_value(args)) is not None:
        return refusal
    if name in MERGING and len(args) > 1:
        first = args[0]
        if isinstance(first, Shape) or not isinstance(first, (list, tuple)):
            return None
    given = {key: value for key, value in kwargs.items() if key != "training"}
    if call_signature(name).names[:1] == DATA:
        if "data" in given:
            text = "takes what it is called on by position or as `inputs`, not as `data`"
            return Misuse(Refusal.WRONG_SHAPE, text)
        if len(args) > 1:
            return Misuse(Refusal.WRONG_SHAPE, f"takes one argument by position, not {len(args)}")
        given = {"data" if key == "inputs" else key: value for key, value in given.items()}
    try:
        call_signature(name).bind(args, given)
    except BadCall as problem:
        return misuse_of(problem)
    names = call_signature(name).names[: len(args)]
    if "training" in names and "training" in kwargs:
        return misuse_of(BadCall("got multiple values for argument 'training'", twice=True))
    if "training" in names and isinstance(args[names.index("training")], Shape):
        return Misuse(
            Refusal.WRONG_SHAPE,
            "is given a second tensor by position, where `training` stands",
        )
    return None


def misuse_of_model(args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Misuse | None:
    """The same of a model, which takes `training` and `mask` by name alone.

    Mirrors Functional.compute_output_spec and Sequential.call. A name that it has no parameter for
    is refused on symbolic tensors only, so that nothing is said of it.
    """
    known = {name: value for name, value in kwargs.items() if name in MODEL_CALL.names}
    try:
        MODEL_CALL.bind(args, known)
    except BadCall as problem:
        return misuse_of(problem)
    if (refusal := given_a_value(args[1:])) is not None:
        return refusal
    if len(args) > 1 and isinstance(args[1], Shape):
        return Misuse(
            Refusal.WRONG_SHAPE,
            "is given a second tensor by position, where `training` stands",
            remedy="several inputs are given in a list",
        )
    return None


def given_a_value(args: Iterable[Any]) -> Misuse | None:
    """The refusal of what certainly is no tensor among the arguments by position."""
    value = next(_values(args), None)
    if value is None:
        return None
    return Misuse(
        Refusal.WRONG_SHAPE,
        f"is given {shown(value)} by position, where only tensors may stand",
        remedy="give it by its name",
    )


def as_meant(
    kind: LayerType, args: tuple[Any, ...], kwargs: Mapping[str, Any]
) -> tuple[tuple[Any, ...], dict[str, Any]]:
    """The arguments without those that the layer does not take."""
    signature = call_signature(kind.name)
    names = signature.names
    known = {key: value for key, value in kwargs.items() if key in (*names, "training")}
    return tuple(value for value in args[: len(names)] if not any(_values((value,)))), known


def _values(args: Any) -> Iterator[Any]:
    """The numbers, words and functions among the arguments, and in their lists."""
    for value in args:
        if isinstance(value, OfNumpy):
            continue  # a tensor without axes
        if isinstance(value, (bool, int, float, str, NoTensor)):
            yield value
        elif isinstance(value, (list, tuple)) and not isinstance(value, Shape):
            yield from _values(value)
