"""What a call gives whatever goes in: the shape that it is told to make.

`tf.reshape(x, [-1, 512, 512, 1])`, `Reshape((4, 4, 256))(x)`, `Flatten()(x)`: where the program
goes on, that is the shape of the result, whether or not anything is known of x.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flake8_concat.keras.graph import Tensor
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.models import Functional
from flake8_concat.keras.ops.reading import sizes
from flake8_concat.keras.reshaping import target_of
from flake8_concat.shapes import UNKNOWN_SIZE, Dim, Lose, Shape, Unknown

# A function -> the parameter that has the sizes of the result.
_RESHAPES = {
    "keras.ops.reshape": "newshape",
    "keras.backend.reshape": "shape",
    "tf.reshape": "shape",
}


def whatever_goes_in(operation: Any, args: tuple[Any, ...], bound: Mapping[str, Any]) -> Any:
    """The Shape that a call on something unknown is told to make; None if it is told none.

    bound:  the arguments of a function by parameter name
    """
    if not args or not _is_unknown(args[0]):
        return None
    try:
        if isinstance(operation, Layer):
            return _of_layer(operation)
        if isinstance(operation, Functional):
            return _of_model(operation)
        parameter = _RESHAPES.get(getattr(operation, "name", ""))
        given = bound.get(parameter) if parameter is not None else None
        if not isinstance(given, (list, tuple)) or getattr(given, "blur", None) is not None:
            return None
        return _shape(sizes([UNKNOWN_SIZE if _is_unknown(size) else size for size in given]))
    except Lose:
        return None


def _of_layer(layer: Layer) -> Shape | None:
    if layer.type.name == "Flatten":
        return Shape((UNKNOWN_SIZE, UNKNOWN_SIZE))
    if layer.type.name != "Reshape":
        return None
    target = layer.args.get("target_shape")
    return None if isinstance(target, Unknown) else _shape((-1, *target_of(target)))


def _of_model(model: Functional) -> Shape | None:
    """The channels that a model gives; it may be called on images of another size than its Input.

    Keras 2 took those with a warning.
    """
    made = model.output
    shape = made.shape if isinstance(made, Tensor) and len(model.inputs) == 1 else None
    if not isinstance(shape, Shape) or type(shape[-1]) is not int:
        return None
    return Shape((*[UNKNOWN_SIZE] * (len(shape) - 1), shape[-1]))


def _is_unknown(value: Any) -> bool:
    return isinstance(value.shape if type(value) is Tensor else value, Unknown)


def _shape(target: tuple[Dim | None, ...]) -> Shape:
    """The sizes that stand in a target; the others are not known."""
    return Shape(UNKNOWN_SIZE if side is None or side == -1 else side for side in target)
