"""Normalizations (keras/src/layers/normalization). All leave the shape."""

from __future__ import annotations

import math
from typing import Any

from flake8_concat.keras.arguments import (
    axis_in,
    fewer_groups,
    is_element,
    items,
    shown,
    weight_size,
)
from flake8_concat.keras.registry import Args, InputSpec, layer
from flake8_concat.shapes import Lose, Refusal, Refuse, Shape


def axes_of(args: Args) -> tuple[Any, ...]:
    """The `axis` argument, as a tuple."""
    value = args["axis"]
    return tuple(value) if isinstance(value, (list, tuple)) else (value,)


def same(args: Args, x: Shape) -> Shape:
    """The shape stays, if it has those axes."""
    for axis in axes_of(args):
        if type(axis) is int:
            axis_in(axis, x)
    return x


def batch_normalization(args: Args, x: Shape, training: Any = None, mask: Any = None) -> Shape:
    """The shape stays, if it has that axis."""
    return same(args, x)


def one_axis(args: Args, x: Shape, *_call: Any) -> InputSpec:
    """Weights as long as one axis, whose size is fixed from then on."""
    axis = args["axis"]
    if isinstance(axis, (list, tuple)) and len(axis) == 1:
        axis = axis[0]
    axis = axis_in(axis, x)
    return InputSpec(ndim=len(x), axes=((axis, weight_size(x, axis)),))


def batch_normalization_create(args: Args) -> None:
    """The axis must be one: `int(axis)`, which takes the text of a number as well."""
    axis = args.get("axis")
    several = isinstance(axis, (list, tuple)) and not is_element(axis)
    endless = isinstance(axis, float) and not math.isfinite(axis)
    if axis is None or several or endless:
        raise Refuse(
            Refusal.WRONG_SHAPE, f"`axis` must be one axis, is {shown(axis)}", recover=args
        )
    if isinstance(axis, float):
        args["axis"] = int(axis)
    for name, number in (("axis", int), ("momentum", float), ("epsilon", float)):
        value = args.get(name)
        if isinstance(value, str):
            try:
                args[name] = number(value)
            except ValueError:
                raise Refuse(
                    Refusal.WRONG_SHAPE, f"`{name}` must be a number, is {value!r}", recover=args
                ) from None
    clipping = args.get("renorm_clipping")
    if args.get("renorm") is True and isinstance(clipping, dict):
        check_clipping(args, clipping)


def check_clipping(args: Args, clipping: dict[Any, Any]) -> None:
    """`renorm_clipping`: at most three numbers by name, in their order."""
    least, most, shift = (clipping.get(name) for name in CLIPPED)
    crossed = isinstance(least, NUMBERS) and isinstance(most, NUMBERS) and most < least
    if getattr(clipping, "blur", None) is None and (
        not set(CLIPPED).issuperset(clipping)
        or crossed
        or (isinstance(shift, NUMBERS) and shift < 0)
    ):
        raise Refuse(
            Refusal.WRONG_SHAPE, f"`renorm_clipping` can't be {shown(dict(clipping))}", recover=args
        )


CLIPPED = ("rmin", "rmax", "dmax")
NUMBERS = (int, float)


def no_words(args: Args) -> None:
    """The constructors that take no word for an axis."""
    axis = args.get("axis")
    if isinstance(axis, (str, float, dict)) or axis is None:
        raise Refuse(
            Refusal.WRONG_SHAPE, f"`axis` must be integers, is {shown(axis)}", recover=args
        )


def group_normalization_create(args: Args) -> None:
    """`groups` must be positive, or -1 for as many as channels."""
    groups = args.get("groups")
    if type(groups) is int and groups <= 0 and groups != -1:
        raise Refuse(
            Refusal.CHANNELS, f"`groups` must be positive or -1, is {groups}", recover=args
        )


def group_normalization_built(args: Args, x: Shape) -> InputSpec:
    """The groups must divide the channels, which lie on one axis."""
    axes = args["axis"]
    if isinstance(axes, (list, tuple)) and len(axes) > 1:
        raise Refuse(Refusal.WRONG_SHAPE, f"`axis` must be one axis, is {shown(axes)}", recover=x)
    spec = one_axis(args, x)
    axis, channels = spec.axes[0]
    groups = args["groups"]
    if type(channels) is int and type(groups) is int and groups != -1 and channels % groups:
        raise Refuse(
            Refusal.CHANNELS,
            f"{channels} channels can't be divided by groups={groups}: {x}",
            axis=axis,
            sizes=(channels, groups),
            inputs=(0,),
            remedy=fewer_groups(channels, groups),
        )
    return spec


def layer_normalization_built(args: Args, x: Shape) -> None:
    """Weights of the normalized axes, if it has any; Keras does not check them again."""
    if args["center"] is not False or args["scale"] is not False:
        all_axes(args, x)


def all_axes(args: Args, x: Shape) -> None:
    """Weights over all the normalized axes."""
    for axis in axes_of(args):
        if axis is None or isinstance(axis, (float, str)):
            raise Refuse(Refusal.WRONG_SHAPE, f"`axis` must be integers, holds {axis!r}")
        if type(axis) is not int:
            raise Lose("`axis` is not known")
        weight_size(x, axis_in(axis, x))


layer(
    "BatchNormalization",
    create=batch_normalization_create,
    built=one_axis,
    bare=True,
    call="inputs, training=None, mask=None",
)(batch_normalization)
layer(
    "GroupNormalization",
    create=group_normalization_create,
    built=group_normalization_built,
    bare=True,
)(same)
layer("LayerNormalization", create=no_words, built=layer_normalization_built, bare=True)(same)
layer("RMSNormalization", built=all_axes, bare=True)(same)


def unit_axes(args: Args) -> None:
    """The constructor of UnitNormalization."""
    if args.get("axis", -1) is None or isinstance(args.get("axis"), (str, float, dict)):
        raise Refuse(
            Refusal.WRONG_SHAPE, f"`axis` must be integers, is {args['axis']!r}", recover=args
        )


@layer("UnitNormalization", create=unit_axes, single=False)
def unit_normalization(args: Args, x: Any) -> Any:
    """The shape stays, of each where there are several."""
    if isinstance(x, (list, tuple)) and not isinstance(x, Shape):
        return [unit_normalization(args, item) for item in items(x, "inputs")]
    if isinstance(x, Shape):
        return same(args, x)
    raise Lose("what it is called on is not a tensor that can be followed")
