"""What Python itself brings: builtins, methods of its types, the library functions models use.

`FUNCTIONS` maps a full name ("builtins.len", "math.log2", "numpy.prod", "functools.partial") to
what carries it out: `run(tracer, *args, **kwargs) -> value`. `METHODS` maps a type to its methods
by name: `run(tracer, self, *args, **kwargs)`. Each may raise `Lose(why)` for "not known", and
`Raised("KeyError")` where Python certainly raises. `TypeError` from wrong arguments is caught by
the caller. Arguments are values as `values.py` describes them, any may be Unknown.

What they may ask of the tracer:
    tracer.call(function, args, kwargs)   calls any callable value
    tracer.truth(value)                   True, False or None (not known)
    tracer.items(value)                   the items of an iterable value; raises Lose
    tracer.touch(container)               must be called before a List, Dict or Set is changed
    tracer.getattr(value, name)           an attribute of any value
    tracer.compare("==", a, b)            True, False or an Unknown
    tracer.binary("+", a, b)              an operator on any values
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

FUNCTIONS: dict[str, Callable[..., Any]] = {}
METHODS: dict[type, dict[str, Callable[..., Any]]] = {}


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
