"""`layer.build(shape)` and `layer.compute_output_shape(shape)`, called by hand: what is refused.

Keras makes the weights, and looks at no more than it needs for them: neither the input spec nor,
for most layers, what the call would give. tests/oracle/test_builds.py asks Keras.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from flake8_concat.keras.layer import Layer, build
from flake8_concat.keras.registry import check_spec
from flake8_concat.keras.weights import spatial_rank
from flake8_concat.keras.wrappers import LENIENT, NO_SHAPE, STRICT
from flake8_concat.shapes import Lose, Mismatch, Refusal, Refuse, Shape

# Layers that calculate what they would give when they make their weights.
CALCULATE = tuple(
    f"{kind}{rank}D" for kind in ("Conv", "DepthwiseConv", "SeparableConv") for rank in (1, 2, 3)
)
# Layers whose build() compares the shapes that it is given.
COMPARE = frozenset({"Add", "Average", "Maximum", "Minimum", "Multiply"})


def refused_build(layer: Layer, shapes: Sequence[Any]) -> Mismatch | None:
    """What Keras says to `layer.build(*shapes)`, None if it makes its weights.

    `shapes` are Shapes, or lists of them where the layer takes several tensors.
    """
    kind, args = layer.type, layer.args
    defaults = layer.call_defaults()
    given = [*shapes, *defaults[len(shapes) - 1 :]]
    try:
        if kind.built is not None:
            build(kind.built, args, *given)
        if kind.name in CALCULATE and isinstance(shapes[0], Shape):
            _check_rank(layer, shapes[0])
            kind.call(args, shapes[0])
        elif kind.name in COMPARE:
            kind.call(args, shapes[0])
    except Refuse as refused:
        return refused.mismatch
    except IndexError:
        return Mismatch(Refusal.WRONG_RANK, f"{shapes[0]} has too few axes to make weights for")
    except Lose:
        return None
    return None


# What a layer refuses where it is asked for no more than its output shape.
OF_SHAPES_ALONE = (Refusal.EMPTY_OUTPUT, Refusal.TOTAL_SIZE, Refusal.SHAPES_DIFFER)
# Layers that check the same there as where they are called, but for the weights.
LOOK_AT_AXES = frozenset(
    {
        *("BatchNormalization", "GroupNormalization", "LayerNormalization", "RMSNormalization"),
        *("MultiHeadAttention", "UnitNormalization"),
    }
)
# What else Keras finds wrong with a rank there, by the beginning of the layer's name: whether it
# refuses as many axes where its input spec wants so many.
RANKS: dict[str, Callable[[int, int], bool]] = {
    **dict.fromkeys(("Cropping", "UpSampling", "RepeatVector"), lambda n, wanted: n < wanted),
    **dict.fromkeys(LENIENT, lambda n, wanted: n > wanted),
    # One spatial axis is stretched to as many as the window has.
    **dict.fromkeys(
        ("AveragePooling2D", "AveragePooling3D", "MaxPooling2D", "MaxPooling3D"),
        lambda n, wanted: n not in (3, wanted),
    ),
}


def refused_question(layer: Layer, shape: Any, outcome: Any) -> Mismatch | None:
    """What Keras says to `layer.compute_output_shape(shape)`, None if it gives a shape.

    `outcome` is what it gives as far as the rule of the layer says.
    """
    kind = layer.type
    if kind.name in NO_SHAPE:
        return Mismatch(Refusal.WRONG_SHAPE, f"{kind.name} has no `compute_output_shape`")
    if isinstance(outcome, Mismatch) and (
        outcome.refusal in OF_SHAPES_ALONE or kind.name in LOOK_AT_AXES
    ):
        return outcome
    if kind.spec is None or not isinstance(shape, Shape):
        return None
    refuses = next((rule for name, rule in RANKS.items() if kind.name.startswith(name)), None)
    strict = kind.name.startswith(STRICT) and kind.name not in LENIENT
    try:
        spec = kind.spec(layer.args)
        wanted = spec.ndim if spec is not None else None
        if strict or (refuses is not None and wanted is not None and refuses(len(shape), wanted)):
            check_spec(spec, shape)
    except Lose:
        return None
    except Refuse as refused:
        return refused.mismatch
    return None


def _check_rank(layer: Layer, shape: Shape) -> None:
    """The kernel has as many axes as the input (keras.src.ops.operation_utils)."""
    wanted = spatial_rank(layer.type.name) + 2
    if len(shape) != wanted:
        raise Refuse(Refusal.WRONG_RANK, f"needs {wanted} axes, has {len(shape)}")
