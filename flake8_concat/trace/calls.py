"""Calls: of the user's functions and classes, of the library, of whatever can be called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import libcst as cst

from flake8_concat.keras.graph import Tensor
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.models import Functional
from flake8_concat.keras.sequential import Sequential
from flake8_concat.shapes import Choice, Lose, Mismatch, Outcome, Unknown, spread
from flake8_concat.trace.alternatives import pure
from flake8_concat.trace.bindings import bound_names
from flake8_concat.trace.facts import NOTHING, Caller, Event, Site, is_tensors
from flake8_concat.trace.generators import EndOfGenerator
from flake8_concat.trace.library import FUNCTIONS, gradients
from flake8_concat.trace.library.array_dtypes import note_held
from flake8_concat.trace.library.functional import Partial
from flake8_concat.trace.library.keys import as_key
from flake8_concat.trace.library.objects import Iterator, Object
from flake8_concat.trace.managers import Around
from flake8_concat.trace.placeholders import is_empty_shape
from flake8_concat.trace.plain_calls import DATA_FORMATS, VALUES_A_STEP
from flake8_concat.trace.recursion import goes_on_and_on
from flake8_concat.trace.signals import Return
from flake8_concat.trace.state import DIFFERS
from flake8_concat.trace.statements import StatementCompiler
from flake8_concat.trace.symbolic_values import A_FUNCTION, EXTREMES, VALUE_FUNCTIONS
from flake8_concat.trace.user_layers import UserLayer
from flake8_concat.trace.values import (
    CONTAINERS,
    FAULTS,
    Builtin,
    Class,
    Descriptor,
    Dict,
    External,
    Free,
    Function,
    Instance,
    List,
    Method,
    OneOf,
    Raised,
    Scope,
    check_size,
)

PLAIN = frozenset({int, float, str, bool, type(None)})
MAX_DEPTH = 40  # calls of the user's functions inside of each other
ITEMS_A_STEP = 20  # of a container that is handed to a function of Python
CALL_COST = 3  # of a user's function, in steps
CODE = frozenset({Function, Method, Class})  # of this project
MODELS = (Layer, Functional, Sequential, UserLayer)
MAX_EVAL = 200  # characters
ROOMS = frozenset({"keras", "tf"})  # of functions that Keras' rules are for
# Libraries whose decorators leave the function what it is, as far as shapes go.
PASS_THROUGH = (
    "keras.", "tf.", "functools.", "six.", "numba.", "typing.", "abc.", "jax.", "builtins.",
)  # fmt: skip
# Their decorators take defaults for what a slider goes from and to: no value of a parameter.
WIDGETS = ("ipywidgets.",)


class Calls:
    """The part of the tracer that calls."""

    site: Site | None
    caller: Caller | None
    around: Around | None

    def call_at(
        self: Any, site: Site, callee: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> Any:
        """A call in the source."""
        kind = type(callee)
        value = None
        if kind is Layer:  # so for most, as are their constructors
            if len(args) == 1 and not kwargs:
                value = self.call_plainly(callee, args, site)
        elif kind is External:
            if site.made is not None:
                value = self.make_plainly(site, callee.name, args, kwargs)
            elif callee.name in DATA_FORMATS and not args and not self.patched:
                value = self.facts.image_data_format
        if value is not None:
            return value
        outer, self.site = self.site, site
        try:
            if kind is Tensor:
                self.no_value(callee, site, A_FUNCTION)
            value = self.call(callee, args, kwargs)
        finally:
            self.site = outer
        if kind is Layer:
            return value
        if kind is External and type(value) is not Tensor:
            if value is not None and value is self.plain:
                self.keep_plain(site, callee.name, args, kwargs)
            return value
        if kind is Instance and not callee.cls.of_keras and callee.own_call is not None:
            callee, kind = callee.own_call, Method
        if kind in CODE:
            if is_tensors(value) or isinstance(value, MODELS):
                self.record(
                    site, "function", getattr(callee, "name", "?"), args, kwargs, value,
                    operation=callee.function if isinstance(callee, Method) else callee,
                )  # fmt: skip
        elif type(value) is Tensor and value.symbolic:
            if self.hands_out(callee):
                self.record(site, "function", getattr(callee, "name", "?"), args, kwargs, value)
        return value

    def hands_out(self: Any, callee: Any) -> bool:
        """Whether it is Python's own, and gives tensors it was given: `skips.pop()`, `next(x)`."""
        if isinstance(callee, Builtin):
            return callee.owner is not None
        if isinstance(callee, External):
            return not callee.name.startswith(("keras.", "tf.", "builtins.abs"))
        return isinstance(callee, Partial)

    def call(self: Any, callee: Any, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Any:
        """Calls any value."""
        try:
            call = CALL.get(type(callee))
            if call is not None:
                return call(self, callee, args, dict(kwargs) if kwargs else {})
            if isinstance(callee, Functional):
                return self.call_layer(callee, args, dict(kwargs))
            if isinstance(callee, Object):
                return callee.call(self, args, dict(kwargs))
            if type(callee) is Choice:
                return self.call_each(callee, args, dict(kwargs))
            if type(callee) is OneOf:
                return self.call_one_of(callee, args, dict(kwargs))
            if isinstance(callee, Unknown):
                self.step()
                self.blur_arguments(args, kwargs, callee)
                return Unknown(callee.why)
            return Unknown("what is called is no function")
        except Lose as lost:
            return lost.unknown
        except Raised as raised:
            if isinstance(callee, (Function, Method, Class, UserLayer)) or self.caught(raised.kind):
                raise
            if raised.kind == "SystemExit":  # whoever calls it
                raise
            return Unknown(f"the call raises {raised.kind}")

    def call_unknown(
        self: Any, callee: Any, args: list[Any], kwargs: dict[str, Any], why: Unknown, site: Site
    ) -> Any:
        """A call some of whose arguments (`*args`, `**kwargs`) are not known."""
        self.blur_arguments(args, kwargs, why)
        if isinstance(callee, (Layer, UserLayer, Functional, Sequential)):
            return Tensor(Unknown(why.why), None)
        return Unknown(why.why)

    # -- library ------------------------------------------------------------------------------
    def _external(
        self: Any, callee: External, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> Any:
        name = callee.name
        room = name.partition(".")[0]
        if room in ROOMS:
            self.step(check_size(args, kwargs) // VALUES_A_STEP)
            try:
                return self.call_keras(name, args, kwargs)
            except FAULTS as fault:  # one in our rules costs this call, no more
                return Unknown(f"`{name}()`: a fault in its rule ({type(fault).__name__})")
        self.step(1 + len(args) // VALUES_A_STEP)
        for value in args:
            if isinstance(value, CONTAINERS):
                self.walk(value)
        if name in VALUE_FUNCTIONS and args:
            self.no_value(args[0], self.site, VALUE_FUNCTIONS[name])
        if name in EXTREMES and len(args) > 1:
            for value in args:
                self.no_value(value, self.site, EXTREMES[name])
        if room == "numpy":
            self.no_array(name, args, kwargs)
        if name == "builtins.abs" and len(args) == 1:
            self.no_operand("abs", args[0], args[0], self.site)
        if name == "builtins.eval":
            return self.evaluate(*args)
        if name == "builtins.exec":
            return self.execute(*args)
        run = FUNCTIONS.get(name)
        if run is None:
            self.record(self.site, "other", name, args, kwargs, None)
            if name in DESCRIPTORS:
                return Descriptor(
                    DESCRIPTORS[name], args[0] if args else None, args[1] if len(args) > 1 else None
                )
            self.blur_arguments(args, kwargs, Unknown(name))
            return Unknown(f"`{name}()` is not in reach")
        if room != "builtins" or name == "builtins.print":
            self.record(self.site, "other", name, args, kwargs, None)
        if Choice in map(type, args) and pure(name):
            return spread(
                lambda *given: self.guarded(self._carry_out, name, run, given, kwargs), *args
            )
        return self._carry_out(name, run, args, kwargs)

    def _builtin(self: Any, callee: Builtin, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        self.step()
        for value in args:
            if isinstance(value, CONTAINERS):
                self.step(len(value) // ITEMS_A_STEP)
        return self._carry_out(callee.name, callee.run, args, kwargs)

    def _carry_out(
        self: Any, name: str, run: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> Any:
        try:
            value = self.made(run(self, *args, **kwargs))
            if name.startswith("numpy."):
                note_held(name, args, kwargs, value)
            return value
        except (Lose, Raised, EndOfGenerator, RecursionError):
            raise
        except Exception as error:  # wrong arguments, or a fault in the library
            raise Lose(f"`{name}()` is not followed here ({type(error).__name__})") from None

    # -- functions ----------------------------------------------------------------------------
    def _own_function(
        self: Any, function: Function, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> Any:
        memory = function.memory
        if memory is None:  # so for most
            if args and type(args[0]) in PLAIN and function.code.calculates is not False:
                return self.call_on_plain(function, args, kwargs)
            return self.call_function(function, args, kwargs)
        try:
            key = as_key((args, tuple(kwargs.items())))
        except (Lose, Raised):
            return self.call_function(function, args, kwargs)
        if key not in memory:
            value = self.call_function(function, args, kwargs)
            self.touch(memory)
            memory[key] = value
        return memory[key]

    def call_function(
        self: Any,
        function: Function,
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
        *,
        free: bool = False,
    ) -> Any:
        """A user's function. `free`: parameters nobody gave are unknowns with a name."""
        code = function.code
        function.called = True
        if code not in self.called:
            self.called.add(code)
            if self.watched.worth and function.scope.module is self.main:
                self.watched.calls[code] = function, args, kwargs
        self.step(CALL_COST)
        if self.depth >= MAX_DEPTH:
            raise Lose(f"`{code.name}` calls itself too often to be followed")
        scope = Scope(function.scope, function.scope.module)
        if self.trail is not None:
            self.born(scope)
        self.bind_parameters(function, scope, args, kwargs, free=free)
        body = code.compiled or code.body
        if code.generator and self.around is None:
            return self.generator(function, scope)
        return self.run_body(function, scope, body)

    def run_body(self: Any, function: Function, scope: Scope, body: Any) -> Any:
        """What a function returns, its parameters bound in its scope."""
        code = function.code
        caller = self.caller
        if self.forks and goes_on_and_on(function, scope, self.frames):
            raise Lose(f"`{code.name}` calls itself nobody knows how often")
        if self.site is not None:
            self.caller = Caller(self.site, code.name, dict(scope), caller)
        outer_returns, self.returns, outer_doubts = self.returns, [], self.doubts
        outer_assumptions, outer_site = self.assumptions, self.site
        if self.forks and any(outer.code is code for outer, _ in self.frames):
            # What leads there from round to round, as the layers of a model, decides its branches.
            self.doubts += 1
        self.depth += 1
        self.frames.append((function, scope))
        self.yields.append(List() if self.around is None else self.around)
        self.around = None
        try:
            try:
                if code.generator and type(self.yields[-1]) is List:
                    return self.run_ahead(body, scope)
                signal = body(scope)
            except Raised as raised:
                if not self.returns:
                    raise
                raised.left = self.trail.everything() if self.trail is not None else {}
                self.perhaps_raised(raised)
                # the paths that go on are those that returned
                signal = Return(self.returns.pop().value)
            if code.generator:
                return Iterator(self.yields[-1])
            if type(signal) is Return:
                value = signal.value
            else:
                value = None if signal is None else Unknown(DIFFERS)
            for returned in reversed(self.returns) if self.returns else ():
                value = returned.join(value)
            return value
        finally:
            self.yields.pop()
            self.frames.pop()
            self.depth -= 1
            self.returns, self.assumptions, self.site = outer_returns, outer_assumptions, outer_site
            self.caller, self.doubts = caller, outer_doubts

    def bind_parameters(
        self: Any,
        function: Function,
        scope: Scope,
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
        *,
        free: bool,
    ) -> None:
        """Puts the arguments into the scope as Python does. Raises Lose where they don't fit."""
        code = function.code
        names = code.positional
        scope.update(zip(names, args, strict=False))
        if code.star is not None:
            scope[code.star] = tuple(args[len(names) :])
        elif len(args) > len(names):
            raise self.wrong_call(f"`{code.name}()` takes {len(names)} arguments, gets {len(args)}")
        rest: dict[str, Any] = {}
        if kwargs and code.named.issuperset(kwargs) and scope.keys().isdisjoint(kwargs):
            scope.update(kwargs)  # so for most
        else:
            for name, value in kwargs.items():
                if name in code.named and name not in scope:
                    scope[name] = value
                else:
                    rest[name] = value
        if code.kwargs is not None:
            scope[code.kwargs] = Dict(rest)
        elif rest:
            raise self.wrong_call(f"`{code.name}()` has no parameter {next(iter(rest))!r}")
        if len(scope) == code.count:  # all are given
            return
        for name, value in function.defaults.items():
            if name not in scope and not (free and is_empty_shape(name, value)):
                scope[name] = value
        if len(scope) == code.count:
            return
        for name in (*names, *code.keyword_only):
            if name not in scope:
                if not free:
                    raise self.wrong_call(f"`{code.name}()` is called without {name!r}")
                scope[name] = Free(name, f"`{name}` is a parameter nobody gives a value")

    def wrong_call(self: Any, why: str) -> Exception:
        """What a call raises whose arguments don't fit."""
        return Raised("TypeError") if self.caught("TypeError") else Lose(why)

    def _method(self: Any, callee: Method, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        return self.call(callee.function, (callee.instance, *args), kwargs)

    def _descriptor(
        self: Any, callee: Descriptor, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> Any:
        return self.call(callee.function, args, kwargs)

    def passes_through(self: Any, callee: Any) -> bool:
        """Whether `@callee(…)` leaves a function what it is, as far as shapes go."""
        return (
            isinstance(callee, External)
            and callee.name.startswith(PASS_THROUGH)
            and callee.name not in FUNCTIONS
            and callee.name not in DESCRIPTORS
        )

    def decorate(self: Any, decorator: Any, value: Any) -> Any:
        """What a decorator makes of a function or class."""
        if isinstance(decorator, External):
            name = decorator.name
            if name.startswith(WIDGETS) and isinstance(value, Function):
                self.called.add(value.code)
            if name in FUNCTIONS or name in DESCRIPTORS or name in gradients.HANDLERS:
                return self.call(decorator, (value,), {})
            if name.startswith(PASS_THROUGH):
                return value
        if isinstance(decorator, Unknown) and getattr(decorator, "through", False):
            return value
        if isinstance(decorator, (Function, Method, Builtin, Class, Object)):
            return self.call(decorator, (value,), {})
        return Unknown(
            f"`{getattr(value, 'name', 'it')}` is changed by a decorator that is not in reach"
        )

    def evaluate(self: Any, text: Any = None, *scopes: Any) -> Any:
        """`eval(text)` of an expression: `eval("LeakyReLU")` is how some choose a layer by name."""
        if not isinstance(text, str) or len(text) > MAX_EVAL or scopes:
            return Unknown("what `eval()` gives is known only when it runs")
        scope = self.scope
        run = self.compiled.get(text)
        if run is None:
            self.step(len(text))
            try:
                node = cst.parse_expression(text)
            except cst.ParserSyntaxError:
                return Unknown("what `eval()` gives is known only when it runs")
            source = scope.module.source if scope.module is not None else self.source
            run = self.compiled[text] = StatementCompiler(self, source).expression(node)
        return run(scope)

    def execute(self: Any, text: Any = None, *scopes: Any) -> Any:
        """`exec(text)`: the names that it gives a value to are not known from then on."""
        if isinstance(text, str) and len(text) <= MAX_EVAL and not scopes:
            self.step(len(text))
            try:
                module = cst.parse_module(text)
            except cst.ParserSyntaxError:
                return None
            self.touch(self.scope)
            for name in bound_names(module):
                self.scope[name] = Unknown("what `exec()` does is not followed")
        return None

    # -- facts --------------------------------------------------------------------------------
    def record(
        self: Any,
        site: Site | None,
        kind: str,
        callee: str,
        args: tuple[Any, ...],
        kwargs: Mapping[str, Any],
        value: Any,
        bound: Mapping[str, Any] = NOTHING,
        inputs: tuple[Tensor, ...] = (),
        outcome: Outcome | None = None,
        operation: Any = None,
        created: Site | None = None,
    ) -> Event | None:
        """Writes an evaluation down."""
        if site is None or self.muted:
            return None
        certain = not self.repeating and not self.doubts
        event = Event(
            site, kind, callee, args, kwargs, value, bound, inputs, outcome, operation, created,
            certain, self.caller, NOTHING, self.tentative,
        )  # fmt: skip
        if self.forks and certain and isinstance(outcome, Mismatch):
            self.refused_at[id(event)] = self.forks
        self.facts.events.append(event)
        return event


DESCRIPTORS = {
    "builtins.property": "property",
    "functools.cached_property": "cached_property",
    "builtins.staticmethod": "staticmethod",
    "builtins.classmethod": "classmethod",
    "abc.abstractproperty": "property",
}

# How each kind of value is called; layers and models are entered by the tracer.
CALL: dict[type, Any] = {
    External: Calls._external,
    Function: Calls._own_function,
    Method: Calls._method,
    Builtin: Calls._builtin,
    Descriptor: Calls._descriptor,
}
