"""Activation layers and functions (keras/src/layers/activations, keras/src/activations)."""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.arguments import axis_in, holds_one, shown, weight_size
from flake8_concat.keras.ops.reading import shape_of
from flake8_concat.keras.registry import Args, InputSpec, layer, op
from flake8_concat.shapes import Lose, Refusal, Refuse, Shape, Unknown


def same(args: Args, inputs: Any) -> Any:
    """The shape stays."""
    return inputs


def not_negative(*names: str) -> Any:
    """The constructor of a layer whose arguments must not be below 0."""

    def create(args: Args) -> None:
        for name in names:
            value = args.get(name)
            if isinstance(value, (int, float)) and value < 0:
                raise Refuse(
                    Refusal.WRONG_SHAPE, f"`{name}` can't be negative, is {value}", recover=args
                )

    return create


layer("Activation", "ELU", "ThresholdedReLU", single=False)(same)
layer("ReLU", create=not_negative("max_value", "negative_slope", "threshold"), single=False)(same)


def leaky_create(args: Args) -> None:
    """The slope must be a number of 0 or more."""
    slope = args.get("negative_slope")
    listed = isinstance(slope, (list, tuple)) and not holds_one(slope)
    if slope is None or listed or isinstance(slope, str):
        raise Refuse(
            Refusal.WRONG_SHAPE,
            f"`negative_slope` must be a number, is {shown(slope)}",
            recover=args,
        )
    not_negative("negative_slope")(args)


layer("LeakyReLU", create=leaky_create, single=False)(same)


@layer("Softmax", call="inputs, mask=None", single=False)
def softmax_layer(args: Args, inputs: Any, mask: Any = None) -> Any:
    """The shape stays; Keras does not look at the axis."""
    return inputs


def prelu_built(args: Args, x: Shape) -> InputSpec:
    """A weight for each position, save for the shared axes.

    Without shared axes Keras checks nothing but the rank where it is called again.
    """
    shared = args["shared_axes"]
    if shared is None:
        shared = ()
    elif not isinstance(shared, (list, tuple)):
        shared = (shared,)
    rank = len(x)
    free = set(range(1, rank))
    for axis in shared:
        if type(axis) is not int:
            raise Lose("`shared_axes` is not known")
        if not -(rank - 1) <= axis - 1 < rank - 1:
            raise Refuse(
                Refusal.WRONG_SHAPE,
                f"shared_axes={shown(shared)} are out of range for rank {rank}: {x}",
                inputs=(0,),
                recover=x,
            )
        free.discard((axis - 1) % (rank - 1) + 1)
    fixed = tuple((axis, weight_size(x, axis)) for axis in free)
    return InputSpec(ndim=rank, axes=fixed if shared else ())


layer("PReLU", built=prelu_built, bare=True)(same)

# --- keras.activations

SAME_SHAPE = (
    "celu elu exponential gelu hard_shrink hard_sigmoid hard_silu hard_swish hard_tanh leaky_relu "
    "linear log_sigmoid mish relu relu6 selu sigmoid silu soft_shrink softplus softsign "
    "sparse_plus sparse_sigmoid squareplus swish tanh tanh_shrink threshold"
)


def tensor(x: Any) -> Shape:
    """The shape of what a function is called on. Raises Lose if it is no tensor."""
    if isinstance(x, Unknown):
        raise Lose(x.why)
    return shape_of(x)


# Their arguments in Keras 3, beside `x`; those before it took others.
IN_KERAS_3 = {
    "alpha=1.0": "celu elu",
    "approximate=False": "gelu",
    "threshold=0.5": "hard_shrink soft_shrink",
    "negative_slope=0.2": "leaky_relu",
    "negative_slope=0.0, max_value=None, threshold=0.0": "relu",
    "b=4": "squareplus",
    "threshold, default_value": "threshold",
    "axis=-1": "softmax log_softmax sparsemax glu",
}


@op(*(f"keras.activations.{name}" for name in SAME_SHAPE.split()))
def activation(x: Any, *args: Any, **kwargs: Any) -> Shape:
    """The shape stays."""
    return tensor(x)


@op(
    "keras.activations.softmax",
    "keras.activations.log_softmax",
    "keras.activations.sparsemax",
)
def softmax(x: Any, axis: Any = -1) -> Shape:
    """The shape stays."""
    if type(axis) is int:
        axis_in(axis, tensor(x))
    return tensor(x)


@op("keras.activations.glu")
def glu(x: Any, axis: Any = -1) -> Shape:
    """One half of an axis times the sigmoid of the other."""
    shape = tensor(x)
    axis = axis_in(axis, shape)
    size = shape[axis]
    if type(size) is int and size % 2:
        raise Refuse(
            Refusal.WRONG_SHAPE,
            f"axis {axis} must have an even size, has {size}: {shape}",
            axis=axis,
            sizes=(size,),
            inputs=(0,),
            recover=shape.replace(axis, size // 2),
        )
    return shape.replace(axis, size // 2)
