"""What Keras makes of a function of the program: one with its own gradient, or one by element."""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.registry import OPS, BadCall
from flake8_concat.shapes import Lose, Unknown
from flake8_concat.trace.library.objects import Object
from flake8_concat.trace.values import Function, Method

WITH_VALUES = "in the body of a layer tensors have values"
ONLY_VALUES = {
    "keras.ops.custom_gradient": ("an argument of a function with its own gradient", WITH_VALUES),
    "keras.ops.vectorize": ("an argument of a vectorized function", WITH_VALUES),
}


class Made(Object):
    """Such a function. It is given no symbolic tensor of Keras."""

    __slots__ = ("function", "name")
    kind = "function"

    def __init__(self, name: str, function: Any) -> None:
        self.name, self.function = name, function

    def call(self, tracer: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        use = ONLY_VALUES.get(self.name)
        if use is not None:
            for value in args:
                tracer.no_value(value, tracer.site, use)
        if self.name == "keras.ops.vectorize":
            raise Lose("what a vectorized function gives is not followed")
        found = tracer.call(self.function, args, kwargs)
        if type(found) is tuple and len(found) == 2:
            return found[0]  # the other is the gradient
        raise Lose("a function with its own gradient returns a tensor and a function")


def _maker(name: str) -> Any:
    def make(tracer: Any, *args: Any, **kwargs: Any) -> Any:
        if len(args) == 1 and type(args[0]) in (Function, Method) and not kwargs:
            return Made(name, args[0])
        if len(args) + len(kwargs) == 1 and not isinstance((*args, *kwargs.values())[0], Unknown):
            return tracer.call_op(OPS[name], args, kwargs)
        try:
            OPS[name].signature.bind(args, kwargs)
        except BadCall:
            return tracer.call_op(OPS[name], args, kwargs)
        return Unknown(f"`{name}()` of that is not followed")

    return make


HANDLERS = {
    name: _maker(name)
    for name in ("keras.ops.custom_gradient", "keras.ops.vectorize", "tf.custom_gradient")
}
