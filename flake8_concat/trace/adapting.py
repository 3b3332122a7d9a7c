"""`adapt` of a Normalization: it is built for the data, and takes any tensor from then on."""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.builds import refused_build
from flake8_concat.keras.graph import Layer, Tensor
from flake8_concat.keras.registry import InputSpec
from flake8_concat.shapes import Shape

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
