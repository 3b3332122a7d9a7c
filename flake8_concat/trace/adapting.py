"""What a layer is given besides its input: data to adapt to, values for its weights.

A Normalization is built for the data that it adapts to, and takes any tensor from then on.
"""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.builds import refused_build
from flake8_concat.keras.graph import Tensor
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.registry import InputSpec
from flake8_concat.keras.weight_counts import all_weights
from flake8_concat.shapes import Lose, Mismatch, Refusal, Shape
from flake8_concat.trace.weights_of import no_weights

ADAPTED = frozenset({"Normalization"})


def adapt(tracer: Any, layer: Layer, data: Any = None, *args: Any, **options: Any) -> None:
    """`layer.adapt(data)`. Only build() looks at the axes, so it refuses no tensor afterwards."""
    if layer.built is not None:
        return
    shape = data.shape if isinstance(data, Tensor) and not data.symbolic else None
    if isinstance(shape, Shape) and not tracer.tentative:
        problem = refused_build(layer, [shape])
        if problem is not None:
            tracer.no_outcome(f"{layer.type.name}.adapt", (data,), {}, problem)
            return
    tracer.touch(layer)
    layer.built = InputSpec()


def set_weights(tracer: Any, layer: Any, weights: Any = None) -> None:
    """`layer.set_weights(arrays)`: as many arrays as the layer or model has weights, alike.

    Arrays of which a shape is not known are not looked at.
    """
    if tracer.tentative or not isinstance(weights, (list, tuple)) or not tracer.walk(weights):
        return
    if getattr(weights, "blur", None) is not None:  # it may have other items
        return
    if not all(isinstance(item, Tensor) and not item.symbolic for item in weights):
        return
    try:
        wanted = all_weights(layer)
    except Lose:
        if weights:
            no_weights(tracer, layer, "set_weights", tracer.site, "weights to set")
        return
    text = ""
    if len(wanted) != len(weights):
        text = f"is given {len(weights)} arrays for {len(wanted)} weights"
    for array, shape in zip(weights, wanted, strict=False):
        given = array.shape
        if not isinstance(given, Shape) or any(type(size) is not int for size in given):
            return
        if tuple(given) != tuple(shape):
            text = text or f"is given {given} for a weight of shape {shape}"
    if text:
        refusal = Mismatch(Refusal.WRONG_SHAPE, text)
        tracer.no_outcome(f"{layer.name}.set_weights", (weights,), {}, refusal)
