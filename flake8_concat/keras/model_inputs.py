"""What a model takes for its Inputs: their sizes, and of arrays their ranks."""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.graph import Tensor
from flake8_concat.shapes import Lose, Mismatch, Refusal, Refuse, Shape


class RankOfInput(Mismatch):
    """The refusal of an array that has another rank than the Input of a model."""

    __slots__ = ()


def of_rank(shape: Shape, tensor: Tensor) -> Shape:
    """What a model makes of an array that it is called on: a last axis of 1 may be left out.

    Mirrors Functional._adjust_input_rank.
    """
    wanted = tensor.shape
    if not isinstance(wanted, Shape) or len(shape) == len(wanted):
        return shape
    if len(shape) == len(wanted) + 1 and shape[-1] == 1:
        return Shape(shape[:-1])
    if len(shape) == len(wanted) - 1 and wanted[-1] == 1:
        return Shape((*shape, 1))
    unsure = shape[-1:] if len(shape) > len(wanted) else wanted[-1:]
    if abs(len(shape) - len(wanted)) == 1 and unsure and type(unsure[0]) is not int:
        raise Lose("whether the last axis is 1 is not known")
    what = f"the model takes {wanted}, of rank {len(wanted)}, not {shape} of rank {len(shape)}"
    raise Refuse(Refusal.WRONG_RANK, what, RankOfInput)


def check_input(shape: Shape, reference: Shape, position: int) -> None:
    """Mirrors assert_input_compatibility with the InputSpec of a Functional.

    The batch is free, a last axis of 1 may be left out, what has no counterpart is not looked at.
    """
    have, want = _squeezed(shape), _squeezed(reference)
    for axis, (size, expected) in enumerate(zip(have, want, strict=False)):
        if axis and type(size) is int and type(expected) is int and size != expected:
            raise Refuse(
                Refusal.WRONG_SHAPE,
                f"the model takes {reference}, not {shape}",
                axis=axis,
                sizes=(expected, size),
                inputs=(position,),
            )


def _squeezed(shape: Shape) -> tuple[Any, ...]:
    return tuple(shape[:-1]) if shape and shape[-1] == 1 else tuple(shape)
