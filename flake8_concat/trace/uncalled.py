"""What nothing in a file calls: functions and classes are run with parameters that are unknown."""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.layer import Layer
from flake8_concat.keras.sequential import Sequential
from flake8_concat.shapes import Known, Mismatch, Refusal
from flake8_concat.trace.facts import Event
from flake8_concat.trace.user_layers import UserLayer
from flake8_concat.trace.values import Class, Descriptor, Free, Function, Instance, Raised

_STACK = "nothing in this file calls the stack"


class Uncalled:
    """The part of the tracer that runs what no code that was run calls."""

    free_instance: Instance | None = None  # of a class that nothing made an instance of

    def run_uncalled(self: Any) -> None:
        """Runs what nothing called: functions and classes of this file, parameters unknown."""
        for function in list(self.functions):
            if (
                self._uncalled(function)
                and function.owner is None
                and function.scope is self.main.scope
            ):
                self.try_out(lambda f=function: self._call_uncalled(f))
        for cls in list(self.classes):
            if cls.attributes.module is self.main:
                self.try_out(lambda c=cls: self._run_class(c))
        for function in list(self.functions):
            if self._uncalled(function) and function.owner is None:
                self.try_out(lambda f=function: self._call_uncalled(f))

    def _call_uncalled(self: Any, function: Function, *args: Any) -> Any:
        """Runs a function that no code that was run calls, what it is not given unknown.

        Where the file does call it, in a branch that is not taken, it is made for other values than
        its defaults and what stands in `self`: what Keras refuses of those is not certain. Nor is
        what it refuses only because something else called a layer first: of several functions that
        share layers a program may choose one.
        """
        start = len(self.facts.events)
        try:
            made = self._call_or_given(function, args)
            if isinstance(made, Sequential) and made.functional is None and made.broken is None:
                self._call_stack(made)
            return made
        finally:
            events = self.facts.events[start:]
            refused = [e for e in events if e.certain and isinstance(e.outcome, Mismatch)]
            if refused:
                elsewhere = self.main.source.uses(function.name)
                for event in refused:
                    event.certain = not elsewhere and not _built_elsewhere(event, events)

    def _call_stack(self: Any, stack: Sequential) -> None:
        """Calls a stack of layers as another file will: they have the ranks that they take.

        What Keras would refuse is not certain: nothing here calls it.
        """
        start = len(self.facts.events)
        self.attempt(lambda: self.call(stack, (Free("x", _STACK),), {}))
        for event in self.facts.events[start:]:
            if isinstance(event.outcome, Mismatch):
                event.certain = False

    def _call_or_given(self: Any, function: Function, args: tuple[Any, ...]) -> Any:
        """Runs a function; once more where it refuses its defaults: another file gives others.

        `if ratios is None and all_ratios is None: raise ValueError(…)`
        """
        try:
            return self.call_function(function, args, {}, free=True)
        except Raised:
            given = {
                name: Free(name, f"`{name}` is refused where nobody gives it")
                for name, value in function.defaults.items()
                if value is None
            }
            if not given:
                raise
            return self.call_function(function, args, given, free=True)

    def _uncalled(self: Any, function: Function) -> bool:
        return (
            function.code not in self.called
            and function.scope.module is self.main
            and function.code.name != "<lambda>"
        )

    def _run_class(self: Any, cls: Class) -> None:
        methods = [v.function if isinstance(v, Descriptor) else v for v in cls.attributes.values()]
        waiting = [m for m in methods if isinstance(m, Function) and self._uncalled(m)]
        if not waiting:
            return
        instance = self.attempt(lambda: self.instantiate(cls, (), {}, free=True))
        if not isinstance(instance, Instance):
            return
        self.free_instance = instance
        self._free_zeros(instance)
        data_format = self.facts.image_data_format
        build = next((m for m in methods if _is_build(m)), None)
        if instance.of_keras and build is not None and not self._uncalled(build):
            # That of another instance was called; what it sets `call` reads of this one too.
            self.attempt(lambda: self._call_uncalled(build, instance))
        for method in waiting:
            self.facts.image_data_format = data_format  # tests set it, each for itself
            if not self._uncalled(method):
                continue
            if instance.of_keras and method.code.name == "call":  # Keras calls it, on values
                self.attempt(lambda m=method: self.traced(self._call_uncalled, m, instance))
            else:
                self.attempt(lambda m=method: self._call_uncalled(m, instance))

    def _free_zeros(self: Any, instance: Instance) -> None:
        """Makes attributes that are 0 unknown: a number that something sets before it is used."""
        values: dict[str, Any] = {}
        for base in reversed(instance.cls.mro):
            if isinstance(base, Class):
                values.update(base.attributes)
        values.update(instance.attributes)
        for name, value in values.items():
            if type(value) is int and value == 0 and not name.isupper():
                self.touch(instance)
                why = f"`self.{name}` is 0 until it is set"
                instance.attributes[name] = Free(f"self.{name}", why)


def _built_elsewhere(event: Event, events: list[Event]) -> bool:
    """Whether the weights that a call does not fit were made before these events began."""
    operation = event.operation
    if event.outcome.refusal is not Refusal.CHANNELS:  # type: ignore[union-attr]
        return False
    if not isinstance(operation, (Layer, UserLayer)):
        return False
    called = (e for e in events if e.operation is operation and isinstance(e.outcome, Known))
    return bool(operation.nodes) and next(called, None) is None


def _is_build(method: object) -> bool:
    return isinstance(method, Function) and method.code.name == "build"
