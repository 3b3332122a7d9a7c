"""`layer.build(shape)`, called by hand: what Keras refuses there.

Keras makes the weights, and looks at no more than it needs for them: neither the input spec nor,
for most layers, what the call would give. tests/oracle/test_builds.py asks Keras.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flake8_concat.keras.graph import Layer, build
from flake8_concat.keras.weights import spatial_rank
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


def _check_rank(layer: Layer, shape: Shape) -> None:
    """The kernel has as many axes as the input (keras.src.ops.operation_utils)."""
    wanted = spatial_rank(layer.type.name) + 2
    if len(shape) != wanted:
        raise Refuse(Refusal.WRONG_RANK, f"needs {wanted} axes, has {len(shape)}")
