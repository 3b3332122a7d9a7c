"""Classes of the program: what is made of one when its body has run, its instances, `super()`."""

from __future__ import annotations

from typing import Any

from flake8_concat.shapes import Lose, Unknown
from flake8_concat.trace.library import BASES
from flake8_concat.trace.values import (
    Class,
    Descriptor,
    External,
    Function,
    Instance,
    Method,
    Raised,
    Super,
)


class Classes:
    """The part of the tracer that makes classes and their instances, and calls these."""

    def finish_class(self: Any, cls: Class) -> Any:
        """A class whose body has run."""
        for name, value in list(cls.attributes.items()):
            functions = (
                (value.function, value.setter, value.deleter)
                if isinstance(value, Descriptor)
                else (value,)
            )
            told = value.cls.find("__set_name__") if type(value) is Instance else None
            if told is not None:
                self.call(Method(told[0], value), (cls, name), {})
            for function in functions:
                if isinstance(function, Function) and function.owner is None:
                    function.owner = cls
        self.classes.append(cls)
        for base in cls.mro:
            complete = BASES.get(base.name) if isinstance(base, External) else None
            if complete is not None:
                try:
                    return complete(self, cls)
                except (Lose, Raised) as problem:
                    return Unknown(f"`{cls.name}` can't be followed: {problem}")
        return cls

    def instantiate(
        self: Any, cls: Class, args: tuple[Any, ...], kwargs: dict[str, Any], *, free: bool = False
    ) -> Any:
        """`cls(*args, **kwargs)`."""
        special = cls.find("__class_call__")
        if special is not None:
            return self.call(special[0], args, kwargs)
        self.instantiated.add(id(cls))
        own = cls.find("__new__")
        if own is not None and isinstance(own[0], Function):
            instance = self.call_function(own[0], (cls, *args), kwargs, free=free)
        else:
            instance = self.born(Instance(cls))
            self.born(instance.attributes)
        if not isinstance(instance, Instance) or instance.cls is not cls:
            return instance
        if instance.name is None:
            instance.name = self.name_instance(cls, kwargs)
        init = cls.find("__init__")
        if init is None:
            base = next((b for b in cls.mro if not isinstance(b, Class)), None)
            if isinstance(base, External):
                self.base_init(base, instance, args, kwargs)
            elif isinstance(base, Unknown):
                instance.attributes.blur = base
        elif isinstance(init[0], Function):
            if not free:
                self.note_misfit(cls, init[0], (instance, *args), kwargs)
            self.call_function(init[0], (instance, *args), kwargs, free=free)
        else:
            self.call(init[0], (instance, *args), kwargs)
        return instance

    def call_instance(
        self: Any, callee: Instance, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> Any:
        if callee.cls.of_keras:
            found = callee.cls.find("__call__")  # its own way around that of Keras
            if found is not None:
                return self.call(Method(found[0], callee), args, kwargs)
            return self.call_user_layer(callee, args, kwargs)
        own = callee.own_call
        if own is not None:
            return self.call(own, args, kwargs)
        if any(isinstance(base, Unknown) for base in callee.cls.mro):
            return Unknown(f"`{callee.cls.name}` comes from a class that is not in reach")
        return Unknown(f"an instance of `{callee.cls.name}` can't be called")

    def super_(self: Any, *args: Any) -> Any:
        """`super()`, with and without arguments."""
        if len(args) == 2 and isinstance(args[0], Class):
            return Super(args[0], args[1])
        for function, scope in reversed(self.frames):
            if function.owner is not None and function.code.positional:
                return Super(function.owner, scope.get(function.code.positional[0]))
        return Unknown("`super()` outside of a method")
