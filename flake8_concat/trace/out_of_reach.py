"""What code that is not in reach may have done to what it was handed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import libcst as cst

from flake8_concat.keras.graph import Tensor
from flake8_concat.shapes import Unknown
from flake8_concat.trace.effects import attributes_given, changes
from flake8_concat.trace.values import (
    Builtin,
    Class,
    Dict,
    External,
    Function,
    Instance,
    List,
    Method,
    OneOf,
    Scope,
    Set,
    defining_scope,
)

UNCHANGING = frozenset({int, float, str, bool, type(None), Tensor, Unknown, External})

# Methods that change what they are called on.
CHANGING = frozenset(
    "append extend insert add update setdefault pop popitem remove discard clear sort "
    "reverse".split()
)


class OutOfReach:
    """The part of the tracer that forgets what may have changed."""

    def blur_arguments(self: Any, args: Any, kwargs: Mapping[str, Any], why: Unknown) -> None:
        """What a function that is not in reach may have changed."""
        for value in (*args, *kwargs.values()):
            if type(value) in UNCHANGING:
                continue
            if type(value) is OneOf:
                self.blur_arguments(value.things, {}, why)
            elif isinstance(value, Builtin):  # `apply(names.update)`
                self.blur(value.owner, why)
            elif isinstance(value, (Function, Method)):
                self.blur_closure(value, why)
            else:
                self.blur(value, why)

    def blur(self: Any, value: Any, why: Unknown) -> None:
        """A container may have been changed by what is not in reach."""
        if isinstance(value, (List, Dict, Set)) and value.blur is None:
            self.touch(value)
            value.blur = Unknown(f"it was handed to something not in reach: {why.why}")

    def blur_picked(self: Any, item: Unknown) -> None:
        """An item was changed of which nobody knows which of a container's it is: any may be."""
        for picked, container in self.sliced:
            if picked is item:
                parts = container.values() if isinstance(container, Dict) else container
                for part in parts:
                    self.blur(part, item)

    def blur_closure(self: Any, value: Function | Method, why: Unknown) -> None:
        """A function of the user may be called, any number of times, by what is not in reach."""
        function = value.function if isinstance(value, Method) else value
        if not isinstance(function, Function):
            return
        code = function.code
        changed, rebound = changes(code.node)
        for name, *attributes in changed:
            if isinstance(value, Method) and code.positional[:1] == [name]:
                found: Any = value.instance
            else:
                scope = defining_scope(function.scope, name)
                found = scope[name] if scope is not None else None
            if attributes and isinstance(found, Instance):
                found = found.attributes.get(attributes[0])
            self.blur(found, why)
        for name in rebound:
            scope = defining_scope(function.scope, name)
            if scope is not None:
                self.touch(scope)
                scope[name] = Unknown(f"it may be set by something not in reach: {why.why}")

    def blur_changed(self: Any, node: cst.CSTNode, scope: Scope, why: Unknown) -> None:
        """What code changes that was perhaps carried out: `{k: given.pop(k) for k in … if …}`."""
        for name, *attributes in changes(node)[0]:
            home = defining_scope(scope, name)
            found = home[name] if home is not None else None
            if attributes and isinstance(found, Instance):
                found = found.attributes.get(attributes[0])
            self.blur(found, why)

    def given_later(self: Any, instance: Instance, name: str) -> bool:
        """Whether a layer's attribute that is None may have been given by a method that ran.

        `call` and `build` are not followed where a layer is called on what is not known, or a model
        trained; what they note down (`self.shape = x.shape[1:]`) others read. Within its own
        methods None is what it is: `if self.dense is None` is how they begin.
        """
        if any(_runs_on(instance, *frame) for frame in self.frames):
            return False
        return any(
            method != "__init__"
            and isinstance(function, Function)
            and (*function.code.positional[:1], name) in attributes_given(function.code.node)
            for cls in instance.cls.mro
            if isinstance(cls, Class)
            for method, function in cls.attributes.items()
        )


def _runs_on(instance: Instance, function: Function, scope: Scope) -> bool:
    """Whether a function that runs is a method of an instance."""
    first = function.code.positional[:1]
    return any(name in scope and scope[name] is instance for name in first)
