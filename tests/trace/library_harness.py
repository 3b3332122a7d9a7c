"""As much of a tracer as the library asks for, for tests of the library alone."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any

from flake8_concat.shapes import Lose, Shape, Size, Unknown
from flake8_concat.trace import library
from flake8_concat.trace.library import arithmetic
from flake8_concat.trace.library.comparing import compare
from flake8_concat.trace.library.containers import look_up
from flake8_concat.trace.library.objects import Object
from flake8_concat.trace.library.plain import bounded, contents, in_order
from flake8_concat.trace.values import Builtin, Class, External, Instance, Method, Raised


class FakeTracer:
    """Calls library functions; Python's own functions stand for the user's."""

    def handling(self, kinds: list[Any]) -> Any:
        return nullcontext()

    def call(self, run: Any, args: Any = (), kwargs: Any = None) -> Any:
        kwargs = kwargs or {}
        if isinstance(run, External):
            return library.FUNCTIONS[run.name](self, *args, **kwargs)
        if isinstance(run, Builtin):
            return run.run(self, *args, **kwargs)
        if isinstance(run, Method):
            return self.call(run.function, (run.instance, *args), kwargs)
        if isinstance(run, Class):
            if "__class_call__" in run.attributes:
                return self.call(run.attributes["__class_call__"], args, kwargs)
            made = Instance(run)
            self.call(run.attributes["__init__"], (made, *args), kwargs)
            return made
        if isinstance(run, Object):
            return run.call(self, args, kwargs)
        if isinstance(run, Unknown):
            return Unknown(run.why)
        return run(*args, **kwargs)

    def walk(self, value: Any) -> bool:
        return True

    def truth(self, value: Any) -> bool | None:
        if isinstance(value, Object):
            return value.truth()
        try:
            return arithmetic.truth(value)
        except Lose:
            return None

    def items(self, value: Any) -> Any:
        if isinstance(value, (list, dict)):
            return list(contents(value))
        if isinstance(value, (str, bytes, tuple)):
            return list(value)
        if isinstance(value, range):
            return list(bounded(value) if len(value) < 10**5 else self._too_long())
        if isinstance(value, (set, frozenset)):
            return in_order(value)
        if isinstance(value, Object):
            return value.items(self)
        if isinstance(value, (int, float, type(None))):
            raise Raised("TypeError")
        raise Lose(getattr(value, "why", "not iterable here"))

    def _too_long(self) -> Any:
        raise Lose("too long")

    def touch(self, thing: Any) -> None:
        pass

    def born(self, thing: Any) -> Any:
        return thing

    def getattr(self, value: Any, name: str) -> Any:
        if isinstance(value, Instance):
            if name in value.attributes:
                return value.attributes[name]
            found = value.cls.find(name)
            if found is None:
                raise Raised("AttributeError")
            return Method(found[0], value)
        if isinstance(value, Unknown):
            return Unknown(value.why)
        return library.attribute(self, value, name)

    def setattr(self, value: Any, name: str, new: Any) -> None:
        if isinstance(value, Instance):
            value.attributes[name] = new
        else:
            value.set_attribute(self, name, new)

    def getitem(self, value: Any, key: Any) -> Any:
        if isinstance(value, dict):
            return look_up(self, value, key)
        if isinstance(value, Object) and not isinstance(value, tuple):
            return value.item(self, key)
        return arithmetic.guarded(lambda: contents(value)[key])

    def compare(self, op: str, a: Any, b: Any) -> Any:
        try:
            return compare(op, a, b)
        except Lose as lost:
            return lost.unknown

    def binary(self, op: str, a: Any, b: Any) -> Any:
        return arithmetic.binary(op, a, b)

    binary_in_call = binary


TRACER = FakeTracer()


def run(name: str, *args: Any, **kwargs: Any) -> Any:
    """Calls a library function by its full name; Lose and TypeError become an Unknown."""
    try:
        return library.FUNCTIONS[name](TRACER, *args, **kwargs)
    except Lose as lost:
        return lost.unknown
    except TypeError as error:
        return Unknown(str(error))


def do(value: Any, name: str, *args: Any, **kwargs: Any) -> Any:
    """Calls a method of a value; Lose and TypeError become an Unknown."""
    try:
        return TRACER.call(TRACER.getattr(value, name), args, kwargs)
    except Lose as lost:
        return lost.unknown
    except TypeError as error:
        return Unknown(str(error))


__all__ = ["TRACER", "FakeTracer", "Shape", "Size", "do", "run"]
