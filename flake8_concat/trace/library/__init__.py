"""What Python itself brings: builtins, methods of its types, the library functions models use.

`FUNCTIONS` maps a full name ("builtins.len", "math.log2", "numpy.prod", "functools.partial") to
what carries it out: `run(tracer, *args, **kwargs) -> value`. `METHODS` maps a type to its methods
by name: `run(tracer, self, *args, **kwargs)`. `CONSTANTS` maps full names to values ("math.pi").
Each function may raise `Lose(why)` for "not known", and `Raised("KeyError")` where Python
certainly raises. `TypeError` from wrong arguments is caught by the caller. Arguments are values
as `values.py` describes them, any may be Unknown. `BASES` maps the full name of a base class
("enum.Enum") to what completes a class of this project that has it: `run(tracer, cls) -> cls`.

What they may ask of the tracer:
    tracer.call(function, args, kwargs)   calls any callable value
    tracer.truth(value)                   True, False or None (not known)
    tracer.items(value)                   the items of an iterable value; raises Lose
    tracer.walk(value)                    must be called before all of a structure is looked at
    tracer.touch(container)               must be called before a List, Dict or Set is changed
    tracer.born(container)                may be called where a List, Dict or Set was made
    tracer.getattr(value, name)           an attribute of any value
    tracer.compare("==", a, b)            True, False or an Unknown
    tracer.binary("+", a, b)              an operator on any values
    tracer.binary_in_call("+", a, b)      the same, where a refusal is one of the call
    tracer.handling([kinds])              while it is entered, exceptions of these kinds are caught

What the tracer asks of them:
    attribute(tracer, value, name)        of plain data, containers and `objects.Object`s
    Object.call, .items, .item, ...       of the values that only the library makes (objects.py)
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flake8_concat.shapes import Lose, OfNumpy
from flake8_concat.trace.values import Builtin, Class, Raised

FUNCTIONS: dict[str, Callable[..., Any]] = {}
METHODS: dict[type, dict[str, Callable[..., Any]]] = {}
CONSTANTS: dict[str, Any] = {}
BASES: dict[str, Callable[[Any, Class], Any]] = {}


def function(*names: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Enters what carries out the functions of these full names."""

    def enter(run: Callable[..., Any]) -> Callable[..., Any]:
        for name in names:
            FUNCTIONS[name] = run
        return run

    return enter


def method(kind: type, *names: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Enters what carries out methods of a type of values."""

    def enter(run: Callable[..., Any]) -> Callable[..., Any]:
        for name in names:
            METHODS.setdefault(kind, {})[name] = run
        return run

    return enter


def base(*names: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Enters what completes a class that has a base of these full names."""

    def enter(run: Callable[..., Any]) -> Callable[..., Any]:
        for name in names:
            BASES[name] = run
        return run

    return enter


def find_method(kind: type, name: str) -> Callable[..., Any] | None:
    """What carries out a method of a type or of its bases."""
    for one in kind.__mro__:
        found = METHODS.get(one, {}).get(name)
        if found is not None:
            return found
    return None


def attribute(tracer: Any, value: Any, name: str) -> Any:
    """`value.name` of plain data, a container, or an Object. Raises Lose, Raised."""
    run = find_method(type(value), name)
    if run is not None:
        bound = run
        return Builtin(
            name, lambda tracer, *args, **kwargs: bound(tracer, value, *args, **kwargs), owner=value
        )
    if isinstance(value, Object):
        return value.attribute(tracer, name)
    if value is None and not name.startswith("__"):
        raise Raised("AttributeError")
    if isinstance(value, DATA) and name in (
        "real",
        "imag",
        "numerator",
        "denominator",
        "start",
        "stop",
        "step",
    ):
        found = getattr(value, name, None)
        if isinstance(found, (int, float)) or (isinstance(value, slice) and name[0] == "s"):
            return found
    if isinstance(value, OfNumpy):
        raise Lose(f"`.{name}` of a number of numpy is not followed")
    if isinstance(value, BUILTIN_TYPES) and not any(
        hasattr(kind, name) for kind in type(value).__mro__ if kind.__module__ == "builtins"
    ):
        raise Raised("AttributeError")
    raise Lose(f"`.{name}` of a {type(value).__name__.lower()} is not followed")


DATA = (int, float, complex, range, slice)
BUILTIN_TYPES = (*DATA, str, bytes, list, tuple, dict, set, frozenset, type(None))

from flake8_concat.trace.library import (  # noqa: E402
    array_methods,  # noqa: F401
    builtins,  # noqa: F401
    by_name,  # noqa: F401
    containers,  # noqa: F401
    datasets,  # noqa: F401
    iterating,  # noqa: F401
    numpy,  # noqa: F401
    stdlib,  # noqa: F401
    tensor_shapes,  # noqa: F401
    tree,  # noqa: F401
    versions,  # noqa: F401
)
from flake8_concat.trace.library.objects import Object  # noqa: E402
