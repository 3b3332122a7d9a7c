"""`with`: what its managers do on the way in and out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import libcst as cst

from flake8_concat.shapes import Lose, Unknown
from flake8_concat.trace.library.inert import Context
from flake8_concat.trace.library.objects import Object
from flake8_concat.trace.signals import Signal
from flake8_concat.trace.source import BRANCHES, code_children
from flake8_concat.trace.values import Builtin, External, Function, Instance, Method, Raised

GoOn = Callable[[Any], "Signal | None"]  # the rest of the statement, told what was entered
MAX_ENTERED = 2  # times that a generator may yield: once in each branch


class Around(list[Any]):
    """Where the function of a `@contextmanager` yields to: the rest of the `with` runs there.

    So what the function does before and after stands around it, and its `try` as well.
    """

    def __init__(self, tracer: Any, go_on: GoOn) -> None:
        super().__init__()
        self.tracer, self.go_on = tracer, go_on
        self.outside = (tracer.caller, tracer.returns, tracer.site)
        self.entered = 0
        self.signal: Signal | None = None

    def append(self, value: Any) -> None:
        self.entered += 1
        if self.entered > MAX_ENTERED:
            return
        tracer = self.tracer
        inside = (tracer.caller, tracer.returns, tracer.site)
        frame, _ = tracer.frames.pop(), tracer.yields.pop()
        tracer.caller, tracer.returns, tracer.site = self.outside
        try:
            self.signal = self.go_on(value)
        finally:
            tracer.frames.append(frame)
            tracer.yields.append(self)
            tracer.caller, tracer.returns, tracer.site = inside


class Managers:
    """The part of the tracer that enters and leaves what stands behind `with`."""

    around: Around | None = None  # of the generator that is called next

    def manage(self: Any, manager: Any, go_on: GoOn) -> Signal | None:
        """`with manager as entered: go_on(entered)`."""
        if type(manager) is Context and type(manager.function) is Function:
            return self._within(manager, go_on)  # type: ignore[no-any-return]
        found = manager.cls.find("__exit__") if isinstance(manager, Instance) else None
        if found is None:
            return go_on(self.enter(manager))
        signal: Signal | None
        entered = self.enter(manager)
        try:
            with self.handling([None] if may_keep(found[0]) else []) as perhaps:
                signal = go_on(entered)
            for error in perhaps:
                self.perhaps_raised(error)
        except Raised as raised:
            error = raised.value or Unknown("an exception")
            kind = self.as_class(raised)
            said = self.call(Method(found[0], manager), (kind, error, Unknown("a traceback")), {})
            if self.truth(said) is False or said is None:
                raise
            return None
        self.call(Method(found[0], manager), (None, None, None), {})
        return signal

    def as_class(self: Any, raised: Raised) -> Any:
        """The class of what was raised, as the program sees it."""
        if isinstance(raised.value, Instance):
            return raised.value.cls
        return External(f"builtins.{raised.kind}")

    def enter(self: Any, value: Any) -> Any:
        """What `with value as name` binds."""
        if isinstance(value, Instance):
            found = value.cls.find("__enter__")
            if found is not None:
                return self.call(Method(found[0], value), (), {})
        if isinstance(value, Object):
            found = self.getattr(value, "__enter__")
            return self.call(found, (), {}) if type(found) is Builtin else value
        return (
            value if not isinstance(value, External) else Unknown(f"`{value.name}` is not in reach")
        )

    def _within(self: Any, context: Context, go_on: GoOn) -> Signal | None:
        self.around = around = Around(self, go_on)
        try:
            self.call_function(context.function, context.args, context.kwargs)
        except Lose:
            if around.entered:
                raise
        finally:
            self.around = None
        if not around.entered:
            return go_on(Unknown("a context manager that does not yield once"))
        return around.signal


def may_keep(function: Any) -> bool:
    """Whether an `__exit__` may say that it keeps what was raised: it returns something."""
    code = getattr(function, "code", None)
    todo = [code.node] if code is not None else []
    while todo:
        node = todo.pop()
        todo += code_children(node, BRANCHES)
        if type(node) is cst.Return and node.value is not None:
            if not (type(node.value) is cst.Name and node.value.value in ("None", "False")):
                return True
    return False
