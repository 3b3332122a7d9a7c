"""Values that only the library makes: iterators, exceptions, namespaces, namedtuples.

The tracer asks an Object for what it can do; what it does not answer is not known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from flake8_concat.shapes import Lose, Unknown
from flake8_concat.trace.library.plain import ITEMS
from flake8_concat.trace.values import Dict, Perhaps, Raised, is_small

GENERATOR = frozenset({"send", "throw", "close"})


class Object:
    """Base of the library's own values. Each question may be answered by Lose or Raised.

    kind:         the full name of its Python type ("argparse.Namespace")
    by_identity:  it equals itself and nothing else
    """

    __slots__ = ()
    kind = "builtins.object"
    by_identity = False

    def attribute(self, tracer: Any, name: str) -> Any:
        """`self.name`; methods in METHODS come first."""
        raise Lose(f"`.{name}` of a {self.kind} is not followed")

    def set_attribute(self, tracer: Any, name: str, value: Any) -> None:
        """`self.name = value`."""
        raise Lose(f"setting `.{name}` of a {self.kind} is not followed")

    def call(self, tracer: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """`self(*args, **kwargs)`."""
        raise Lose(f"calling a {self.kind} is not followed")

    def items(self, tracer: Any) -> list[Any]:
        """All that iterating over it gives."""
        raise Lose(f"iterating over a {self.kind} is not followed")

    def item(self, tracer: Any, key: Any) -> Any:
        """`self[key]`."""
        raise Lose(f"the items of a {self.kind} are not followed")

    def truth(self) -> bool | None:
        """`bool(self)`."""
        return True


class Iterator(Object):
    """An iterator over items that are known, `blur` saying why they are not any more.

    source:   where further items come from, each made when it is asked for
    made_by:  of a generator: its function, and the scope that this runs in
    """

    __slots__ = ("blur", "known", "made_by", "position", "source")
    kind = "builtins.iterator"

    def __init__(
        self, items: list[Any], source: Iterable[Any] = (), made_by: tuple[Any, Any] | None = None
    ) -> None:
        self.known, self.position = items, 0
        self.source = iter(source)
        self.made_by = made_by
        self.blur: Unknown | None = None

    def next(self, tracer: Any) -> Any:
        """`next(self)`. Raises Raised("StopIteration") at the end."""
        if not self._goes_on(tracer):
            raise Raised("StopIteration")
        tracer.touch(self)
        self.position += 1
        return self.known[self.position - 1]

    def _goes_on(self, tracer: Any) -> bool:
        """Whether there is a next item, which is known then."""
        if self.blur is not None:
            raise Lose(self.blur.why)
        if self.position < len(self.known):
            return True
        try:
            for item in self.source:
                self.known.append(item)
                return True
        except Lose as lost:
            tracer.touch(self)
            self.blur = lost.unknown
            raise
        except ValueError:  # it is being asked for an item already
            raise Lose("an iterator that asks itself") from None
        return False

    def items(self, tracer: Any) -> list[Any]:
        tracer.touch(self)
        first = self.position
        while self._goes_on(tracer):
            self.position = len(self.known)
            if self.position - first > ITEMS:
                raise Lose("an iterator too long to follow")
        return self.known[first:]

    def one_by_one(self, tracer: Any) -> Iterable[Any]:
        """The items, each taken when it is asked for: who stops early leaves the rest."""
        while self._goes_on(tracer):
            yield self.next(tracer)

    def attribute(self, tracer: Any, name: str) -> Any:
        if name in GENERATOR:  # what it goes on with then is not known
            tracer.touch(self)
            self.blur_out(f"`.{name}` of a generator is not followed")
            if self.made_by is not None:
                tracer.blur_generator(*self.made_by)
        return super().attribute(tracer, name)

    def snapshot(self) -> Any:
        return (self.position, self.blur)

    def restore(self, state: Any) -> None:
        self.position, self.blur = state

    def blur_out(self, why: str) -> None:
        self.blur = Unknown(why)


class Endless(Object):
    """An iterator without end: `itertools.count`, `cycle`, `repeat`. `at(i)` is its item i."""

    __slots__ = ("at", "blur", "position")
    kind = "itertools.iterator"

    def __init__(self, at: Callable[[int], Any]) -> None:
        self.at, self.position = at, 0
        self.blur: Unknown | None = None

    def next(self, tracer: Any) -> Any:
        """`next(self)`."""
        return self.take(tracer, 1)[0]

    def take(self, tracer: Any, count: int) -> list[Any]:
        """The next items."""
        if self.blur is not None:
            raise Lose(self.blur.why)
        if count > ITEMS:
            raise Lose("an iterator without end")
        tracer.touch(self)
        first, self.position = self.position, self.position + count
        return [self.at(i) for i in range(first, self.position)]

    snapshot = Iterator.snapshot
    restore = Iterator.restore
    blur_out = Iterator.blur_out

    def items(self, tracer: Any) -> list[Any]:
        raise Lose("an iterator without end")


class Error(Object):
    """An exception as a value. `name`: its class by name, without the module ("ValueError")."""

    __slots__ = ("args", "name")

    def __init__(self, name: str, args: tuple[Any, ...]) -> None:
        self.name, self.args = name, args

    @property
    def kind(self) -> str:  # type: ignore[override]
        return f"builtins.{self.name}"

    def attribute(self, tracer: Any, name: str) -> Any:
        if name == "args":
            return self.args
        raise Lose(f"`.{name}` of an exception is not followed")


class Namespace(Object):
    """Attributes that can be read and set: `argparse.Namespace`, `types.SimpleNamespace`."""

    __slots__ = ("attributes", "kind")

    def __init__(self, kind: str, attributes: dict[str, Any]) -> None:
        self.kind, self.attributes = kind, Dict(attributes)

    def attribute(self, tracer: Any, name: str) -> Any:
        if name == "__dict__":
            return self.attributes
        if name in self.attributes:
            given = self.attributes[name]
            return tracer.if_there(given, "AttributeError") if type(given) is Perhaps else given
        if self.attributes.blur is not None:
            raise Lose(self.attributes.blur.why)
        if name.startswith("__"):
            raise Lose(f"`.{name}` is not followed")
        raise Raised("AttributeError")

    def set_attribute(self, tracer: Any, name: str, value: Any) -> None:
        tracer.touch(self.attributes)
        self.attributes[name] = value


class Record(tuple[Any, ...], Object):
    """An instance of a namedtuple; each namedtuple is a subclass with its `_fields`."""

    __slots__ = ()
    _fields: tuple[str, ...] = ()
    maker: RecordType

    def __new__(cls, *items: Any) -> Record:
        return super().__new__(cls, items)

    def attribute(self, tracer: Any, name: str) -> Any:
        if name in self._fields:
            return self[self._fields.index(name)]
        if name == "_fields":
            return self._fields
        if name == "_asdict":
            from flake8_concat.trace.values import Builtin

            return Builtin(name, lambda tracer: Dict(zip(self._fields, self, strict=True)))
        if name == "_replace":
            from flake8_concat.trace.values import Builtin

            return Builtin(name, lambda tracer, **new: self._replace(new))
        return self.maker.inherited(tracer, self, name)

    def _replace(self, new: dict[str, Any]) -> Record:
        values = {**dict(zip(self._fields, self, strict=True)), **new}
        return self.maker.make((), values)

    def truth(self) -> bool | None:
        return len(self) > 0

    def items(self, tracer: Any) -> list[Any]:
        return list(self)


class RecordType(Object):
    """A namedtuple: a class of tuples whose items have names.

    cls:  the class of this project that says so (`class Point(NamedTuple)`), if one does
    """

    __slots__ = ("cls", "defaults", "fields", "name", "type")
    kind = "builtins.type"
    by_identity = True

    def __init__(
        self, name: str, fields: tuple[str, ...], defaults: dict[str, Any], cls: Any = None
    ) -> None:
        self.name, self.fields, self.defaults, self.cls = name, fields, defaults, cls
        self.type = type("Record", (Record,), {"_fields": fields, "maker": self, "__slots__": ()})

    def make(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Record:
        """An instance. Raises Raised("TypeError") for arguments that don't fit.

        Raises Lose for one that can't be walked: elsewhere plain tuples alone are counted.
        """
        given = dict(zip(self.fields, args, strict=False))
        if len(args) > len(self.fields) or given.keys() & kwargs.keys():
            raise Raised("TypeError")
        given = {**self.defaults, **given, **kwargs}
        if given.keys() != set(self.fields):
            raise Raised("TypeError")
        made = self.type(*(given[field] for field in self.fields))
        assert isinstance(made, Record)
        if not is_small(made):
            raise Lose("a structure too large to follow")
        return made

    def call(self, tracer: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        return self.make(args, kwargs)

    def attribute(self, tracer: Any, name: str) -> Any:
        if name == "_fields":
            return self.fields
        if name == "__name__":
            return self.name
        if name == "_make":
            from flake8_concat.trace.values import Builtin

            return Builtin(name, lambda tracer, items: self.make(tuple(tracer.items(items)), {}))
        raise Lose(f"`{self.name}.{name}` is not followed")

    def inherited(self, tracer: Any, record: Record, name: str) -> Any:
        """A method that the class of this project adds."""
        found = self.cls.find(name) if self.cls is not None else None
        if found is not None:
            return tracer.bind(found[0], record, self.cls)
        raise Lose(f"`.{name}` of a {self.name} is not followed")
