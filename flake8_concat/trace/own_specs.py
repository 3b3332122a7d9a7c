"""`self.input_spec` of a user's layer: what Keras holds the inputs of each call against."""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.arguments import shown
from flake8_concat.keras.graph import Tensor
from flake8_concat.keras.registry import InputSpec, check_spec
from flake8_concat.shapes import Mismatch, Refusal, Refuse, Shape
from flake8_concat.trace.library.objects import Namespace
from flake8_concat.trace.values import Instance


def unfit_for_spec(made: Any, args: tuple[Any, ...]) -> Mismatch | None:
    """The refusal of what a layer is called on by its own `input_spec`, None if it fits.

    Mirrors keras.src.layers.input_spec.assert_input_compatibility.
    """
    attributes = made.attributes if isinstance(made, Instance) else None
    if attributes is None or attributes.blur is not None or not args:
        return None
    told = attributes.get("input_spec")
    if told is None:  # so for most
        return None
    specs = _listed(told)
    given = _listed(args[0])
    if not specs or not given or not all(map(_is_spec, specs)):
        return None
    if not all(type(tensor) is Tensor for tensor in given):
        return None
    if len(specs) != len(given):
        text = f"expects {len(specs)} input(s), is given {len(given)}"
        return Mismatch(Refusal.WRONG_SHAPE, text)
    for spec, tensor in zip(specs, given, strict=True):
        if type(tensor.shape) is Shape:
            try:
                check_spec(_as_told(spec.attributes, len(tensor.shape)), tensor.shape)
            except Refuse as refused:
                return refused.mismatch
    return None


SPEC_OPTIONS = frozenset({"allow_last_axis_squeeze", "name", "optional"})


def refused_spec(shape: Any, axes: Any, most: Any, options: Any) -> Mismatch | None:
    """What an InputSpec refuses to be made of: a shape that is none, axes that are no numbers.

    most: how many axes it says there are, or may be
    """
    unexpected = next((key for key in options if key not in SPEC_OPTIONS), None)
    if unexpected is not None:
        return Mismatch(Refusal.WRONG_SHAPE, f"got an unexpected keyword argument {unexpected!r}")
    if isinstance(shape, (bool, int, float)) or (isinstance(shape, str) and shape):
        return Mismatch(Refusal.WRONG_SHAPE, f"`shape` must be a tuple, is {shown(shape)}")
    if isinstance(axes, (int, float)) and axes:
        return Mismatch(Refusal.WRONG_SHAPE, f"`axes` must be a dict, is {axes}")
    if isinstance(axes, dict) and getattr(axes, "blur", None) is None:
        if any(isinstance(key, str) and not key.isdigit() for key in axes):
            return Mismatch(Refusal.WRONG_SHAPE, "`axes` must have whole numbers for keys")
        numbers = [key for key in axes if type(key) is int]
        most = len(shape) if isinstance(shape, (tuple, list)) else most
        if type(most) is int and most and numbers and max(numbers) >= most:
            text = f"`axes` names axis {max(numbers)}, which {most} axes do not have"
            return Mismatch(Refusal.WRONG_SHAPE, text)
    return None


def _listed(value: Any) -> list[Any]:
    """The items of a list or a tuple that is known, or a value by itself."""
    if isinstance(value, (list, tuple)) and not isinstance(value, Shape):
        return [] if getattr(value, "blur", None) is not None else list(value)
    return [value]


def _is_spec(value: Any) -> bool:
    return isinstance(value, Namespace) and value.kind == "keras.layers.InputSpec"


def _as_told(spec: dict[str, Any], rank: int) -> InputSpec:
    """What an InputSpec of the program wants of a tensor of this rank, as far as it is known."""
    ndim, most, least = (
        value if type(value := spec.get(name)) is int else None
        for name in ("ndim", "max_ndim", "min_ndim")
    )
    axes, sizes = spec.get("axes"), spec.get("shape")
    pairs = list(axes.items()) if isinstance(axes, dict) else []
    if isinstance(sizes, tuple) and len(sizes) == rank:
        pairs += enumerate(sizes)
    inside = tuple((a, n) for a, n in pairs if type(a) is int and -rank <= a < rank)
    return InputSpec(ndim, most, least, inside)
