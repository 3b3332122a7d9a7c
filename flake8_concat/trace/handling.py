"""What is raised, and which handler it reaches: of what certainly is, and of what perhaps is."""

from __future__ import annotations

import builtins
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flake8_concat.trace.values import (
    Class,
    External,
    Instance,
    Perhaps,
    Raised,
    Scope,
    defining_scope,
)


class Handling:
    """The part of the tracer that knows the `try` statements around what is run."""

    handlers: list[list[Any]]  # what the `try` statements around catch
    perhaps: list[list[Raised]]  # for each of them: what may have been raised inside

    @contextmanager
    def handling(self, kinds: list[Any]) -> Iterator[list[Raised]]:
        """While a `try` body runs: what its handlers catch.

        Gives what is raised inside on a way that the program perhaps goes.
        """
        perhaps: list[Raised] = []
        self.handlers.append(kinds)
        self.perhaps.append(perhaps)
        try:
            yield perhaps
        finally:
            self.handlers.pop()
            self.perhaps.pop()

    def perhaps_raised(self, error: Raised | None) -> None:
        """Tells the `try` that would catch it what one of two ways has raised."""
        if error is None:
            return
        for kinds, perhaps in zip(reversed(self.handlers), reversed(self.perhaps), strict=True):
            if any(self.catches(kind, error.kind, error.value) for kind in kinds):
                perhaps.append(error)
                return

    def perhaps_raises(self: Any, kind: str) -> None:
        """Tells the `try` that would catch it that this is perhaps raised here."""
        if self.handlers and self.caught(kind):
            error = Raised(kind)
            error.left = self.trail.everything() if self.trail is not None else {}
            self.perhaps_raised(error)

    def reads_unsure(self: Any, name: str, scope: Scope, value: Any) -> None:
        """Whoever reads a name that is perhaps not bound, where a `try` catches that."""
        home = defining_scope(scope, name)
        if home is not None and home.unsure is not None and home.unsure.get(name) is value:
            self.perhaps_raises("NameError")

    def if_there(self, value: Perhaps, kind: str) -> Any:
        """What is under a key that is perhaps there; `kind` is what is raised where it is not."""
        self.perhaps_raises(kind)
        return value.value

    def caught(self, kind: str) -> bool:
        """Whether a `try` around would catch an exception of this kind."""
        return any(self.catches(handler, kind) for kinds in self.handlers for handler in kinds)

    def raise_if_caught(self, *kinds: str) -> None:
        """Raises the first of these kinds of exceptions that a `try` around would catch."""
        for kind in kinds:
            if self.caught(kind):
                raise Raised(kind)

    @contextmanager
    def raising_again(self, raised: Raised) -> Iterator[None]:
        """While a handler runs: what `raise` alone raises."""
        outer, self.raised = self.raised, raised
        try:
            yield
        finally:
            self.raised = outer

    raised: Raised | None = None

    def catches(self, handler: Any, kind: str, value: Any = None) -> bool:
        """Whether `except handler` catches an exception of this kind; `value` is what was raised.

        One of a class of the program is caught by whatever that derives from.
        """
        if handler is None:
            return True
        if isinstance(handler, tuple):
            return any(self.catches(one, kind, value) for one in handler)
        raised_class = value.cls if isinstance(value, Instance) else value
        if isinstance(raised_class, Class):
            if isinstance(handler, Class):
                return handler in raised_class.mro
            bases = [base for base in raised_class.mro if not isinstance(base, Class)]
            return any(
                not isinstance(base, External)
                or self.catches(handler, base.name.rpartition(".")[2])
                for base in bases
            )
        name = None
        if isinstance(handler, External):
            name = handler.name.rpartition(".")[2]
        elif isinstance(handler, Class):
            name = handler.name
        if name is None:
            return True
        caught, raised = (getattr(builtins, n, None) for n in (name, kind))
        if isinstance(caught, type) and isinstance(raised, type):
            return issubclass(raised, caught)
        return name in (kind, "Exception", "BaseException")

    def exception_kind(self, value: Any) -> str:
        """The name of the class of what is raised."""
        if isinstance(value, External):
            return value.name.rpartition(".")[2]
        if isinstance(value, Class):
            return value.name
        if isinstance(value, Instance):
            return value.cls.name
        return str(getattr(value, "name", "Exception"))
