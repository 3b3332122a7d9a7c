"""The shapes that `build` and `compute_output_shape` of a user's layer are handed."""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.graph import Tensor
from flake8_concat.trace.values import Descriptor, Function

SUFFIX = "_shape"
PLAIN = (str, bool, int, float, type(None))  # what is no tensor to Keras


def shapes_handed(
    tracer: Any, method: Any, call: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
) -> dict[str, Any]:
    """What a method that asks for shapes is given, by its own names.

    One parameter gets the shape of the first tensors in the order of `call`, whatever its name;
    of several, `x_shape` gets that of the argument `x`. Mirrors
    keras.src.layers.layer.update_shapes_dict_for_target_fn.

    method, call: what a class has by these names; of a `call` that is none of the program the
        order is that in which it is called
    args, kwargs: what the layer is called on, without itself
    """
    given = _tensors_of(call, args, kwargs)
    names = own_parameters(method)
    if len(names) == 1:
        return {names[0]: tracer.shape_for(next(iter(given.values()), None))}
    arguments = own_parameters(call)
    if all(name.endswith(SUFFIX) and name.removesuffix(SUFFIX) in arguments for name in names):
        return {
            name: tracer.shape_for(given[name.removesuffix(SUFFIX)])
            for name in names
            if name.removesuffix(SUFFIX) in given
        }
    # Keras 3 refuses other names; before, the first was the shape of the first argument.
    return dict(zip(names, map(tracer.shape_for, given.values()), strict=False))


def _tensors_of(call: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> dict[str, Any]:
    """The arguments that are tensors, or may be, in the order of `call`."""
    names = own_parameters(call)
    bound = dict(zip(names, args, strict=False))
    if kwargs:
        bound.update(kwargs)
        in_order = [*(name for name in names if name in bound), *bound]
        bound = {name: bound[name] for name in in_order}
    return {name: value for name, value in bound.items() if name != "mask" and _may_be(value)}


def _may_be(value: Any) -> bool:
    """Whether an argument is tensors, or something that may be."""
    if type(value) is Tensor:  # so for most
        return True
    if isinstance(value, (list, tuple)):
        return getattr(value, "blur", None) is not None or any(map(_may_be, value))
    if isinstance(value, dict):
        return getattr(value, "blur", None) is not None or any(map(_may_be, value.values()))
    return not isinstance(value, PLAIN)


def own_parameters(method: Any) -> list[str]:
    """The names of the parameters of a method, without the layer itself."""
    function = function_of(method)
    if function is None:
        return []
    code = function.code
    positional = code.positional if isinstance(method, Descriptor) else code.positional[1:]
    return [*positional, *code.keyword_only]


def function_of(method: Any) -> Any:
    """The function of a class's attribute, None if it is none that is followed."""
    if type(method) is Descriptor and method.kind == "staticmethod":
        method = method.function
    return method if type(method) is Function else None
