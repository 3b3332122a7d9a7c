"""What a name can stand for while code is traced.

Python's plain data stands for itself: numbers, strings, tuples, None. Lists, dicts and sets are
`List`, `Dict`, `Set`, which can lose their contents (`blur`). Sizes that are symbolic are
`shapes.Size`, tensors `keras.graph.Tensor`, layers `keras.layer.Layer`. All that is not known is
an `Unknown` with a reason. The rest is here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import libcst as cst

from flake8_concat.keras.graph import Tensor
from flake8_concat.shapes import UNKNOWN_SIZE, Dim, Lose, Size, Unknown, symbol


class Kin:
    """What a list or dict perhaps is, as which it was joined, and what it was joined to."""

    __slots__ = ("copies", "origins")

    def __init__(self, origins: tuple[Any, ...]) -> None:
        self.origins = origins
        self.copies: list[Any] = []


class List(list[Any]):
    """A list. `blur`: why its contents are not known any more, if so."""

    blur: Unknown | None = None
    kin: Kin | None = None


class Dict(dict[Any, Any]):
    """A dict. `blur`: why its contents are not known any more, if so.

    otherwise:  its keys in another order that they may have, if that is not certain
    """

    blur: Unknown | None = None
    kin: Kin | None = None
    otherwise: tuple[Any, ...] | None = None


class Set(set[Any]):
    """A set. `blur`: why its contents are not known any more, if so."""

    blur: Unknown | None = None


class Free(Unknown):
    """An unknown that has a name: a parameter nobody gave, an attribute of one.

    What is read from it is remembered, so that `config.size` is the same unknown each time. Used
    as a size it is a symbol.
    """

    __slots__ = ("_parts", "_size", "tensors", "text")

    def __init__(self, text: str, why: str) -> None:
        super().__init__(why)
        self.text = text
        self._parts: dict[Any, Free] = {}
        self._size: Size | None = None
        self.tensors: dict[int, Any] = {}  # what it is to layers that take one rank alone

    def part(self, key: Any, text: str) -> Free:
        """The unknown attribute or item `key`, written `text`."""
        if key not in self._parts:
            self._parts[key] = Free(text, self.why)
        return self._parts[key]

    @property
    def size(self) -> Size:
        """This unknown as a size."""
        if self._size is None:
            self._size = symbol(self.text, literal=True)
        return self._size


def copied_to(origin: List | Dict, made: Any) -> None:
    """Notes that something perhaps changes where a list or dict does."""
    if origin.kin is None:
        origin.kin = Kin(())
    origin.kin.copies.append(made)


class OneOf(Unknown):
    """One of several `things`, of which some can change."""

    __slots__ = ("things",)

    def __init__(self, why: str, things: tuple[Any, ...]) -> None:
        super().__init__(why)
        self.things = things


class Test(Unknown):
    """The unknown outcome of a comparison; equal `key`s are the same test."""

    __slots__ = ("key",)

    def __init__(self, key: Any, why: str) -> None:
        super().__init__(why)
        self.key = key


class Perhaps(Unknown):
    """What is under a key of a dict, if that has the key at all: one of two branches has set it.

    value:  what it is if the key is there, as it is where reading it has raised nothing
    """

    __slots__ = ("value",)

    def __init__(self, why: str, value: Any) -> None:
        super().__init__(why)
        self.value = value


def uncertain(container: Any) -> Unknown | None:
    """Why it is not certain how many items something has, and which, if it is not."""
    blur: Unknown | None = getattr(container, "blur", None)
    if blur is None and isinstance(container, dict):
        return perhaps_absent(container)
    return blur


def perhaps_absent(container: dict[Any, Any]) -> Perhaps | None:
    """Why the keys of a dict are not certain, if they are not."""
    if container:
        for value in container.values():
            if type(value) is Perhaps:
                return value
    return None


class External:
    """Something of a library, by its full name: "keras.layers.Conv2D", "numpy.prod", "os".

    members:  what was read from it, by name; they hold as long as the program patches nothing
    """

    __slots__ = ("members", "name")

    def __init__(self, name: str) -> None:
        self.name = name
        self.members: dict[str, Any] = {}

    def __repr__(self) -> str:
        return f"External({self.name!r})"


class Builtin:
    """A function that the tracer carries out itself: `run(tracer, *args, **kwargs)`.

    owner: what it is a method of, if that can change
    """

    __slots__ = ("name", "owner", "run")

    def __init__(self, name: str, run: Callable[..., Any], owner: Any = None) -> None:
        self.name, self.run, self.owner = name, run, owner

    def __repr__(self) -> str:
        return f"Builtin({self.name!r})"


class Scope(dict[str, Any]):
    """The names of a module, class body or function call, and the scope around it.

    declared:  names that `global` or `nonlocal` send elsewhere -> that scope
    unsure:    names that one of two branches bound -> what to; where it is another, it was bound
               again
    """

    __slots__ = ("declared", "module", "parent", "unsure")

    def __init__(self, parent: Scope | None, module: Module | None) -> None:
        self.parent, self.module = parent, module
        self.declared: dict[str, Scope] | None = None
        self.unsure: dict[str, Any] | None = None


def defining_scope(scope: Scope | None, name: str) -> Scope | None:
    """The innermost scope around a function that has a name."""
    while scope is not None and name not in scope:
        scope = scope.parent
    return scope


class Module:
    """A module of this project that was read from text."""

    __slots__ = ("name", "path", "scope", "source")

    def __init__(self, name: str, path: str, source: Any) -> None:
        self.name, self.path, self.source = name, path, source
        self.scope = Scope(None, self)


class Function:
    """A function of this project: its code and the scope where it was defined.

    defaults:  of its parameters, by name
    memory:    what it gave, by the arguments, if it remembers that (`functools.lru_cache`)
    """

    __slots__ = ("attributes", "called", "code", "defaults", "memory", "owner", "scope")

    def __init__(self, code: Any, scope: Scope, defaults: dict[str, Any]) -> None:
        self.code, self.scope, self.defaults = code, scope, defaults
        self.owner: Class | None = None  # the class whose body defined it
        self.called = False
        self.attributes: Dict | None = None
        self.memory: Dict | None = None

    @property
    def name(self) -> str:
        return str(self.code.name)


class Method:
    """A function bound to its first argument."""

    __slots__ = ("function", "instance")

    def __init__(self, function: Any, instance: Any) -> None:
        self.function, self.instance = function, instance

    @property
    def name(self) -> str:
        return str(self.function.name)


class Descriptor:
    """What @property, @staticmethod and @classmethod leave in a class. `kind` is that word."""

    __slots__ = ("deleter", "function", "kind", "setter")

    def __init__(self, kind: str, function: Any, setter: Any = None, deleter: Any = None) -> None:
        self.kind, self.function, self.setter, self.deleter = kind, function, setter, deleter


class Class:
    """A class of this project.

    bases:    Class, External or Unknown values, as written
    mro:      this class and its bases in the order of look-up
    own:      those of the mro that are of this project
    external: the full name of the first library class in it ("keras.layers.Layer")
    of_keras: whether that is one of Keras
    guards:   whether it says itself what reading or setting any attribute does
    """

    __slots__ = (
        *("attributes", "bases", "external", "guards", "mro", "name", "node", "of_keras"),
        "own",
    )

    def __init__(
        self, name: str, bases: list[Any], attributes: Scope, node: cst.ClassDef | None
    ) -> None:
        self.name, self.bases, self.attributes, self.node = name, bases, attributes, node
        self.mro: list[Any] = linearize(self)
        self.own = [base for base in self.mro if isinstance(base, Class)]
        names = (base.name for base in self.mro if isinstance(base, External))
        self.external: str | None = next(names, None)
        self.of_keras = (self.external or "").startswith("keras.")
        self.guards = any(not GUARDING.isdisjoint(base.attributes) for base in self.own)

    def find(self, name: str) -> tuple[Any, Any] | None:
        """The attribute and the class that has it."""
        for base in self.own:
            if name in base.attributes:
                value = base.attributes[name]
                if base.attributes.unsure is not None and self._differs(name, value, base):
                    return Unknown("a class has it perhaps, and perhaps one of its bases"), base
                return value, base
        return None

    def _differs(self, name: str, value: Any, base: Class) -> bool:
        """Whether one of two branches gave a class an attribute that a base may have too."""
        unsure = base.attributes.unsure or {}
        return name in unsure and unsure[name] is value and self.mro[-1] is not base


GUARDING = frozenset({"__getattribute__", "__setattr__"})


def linearize(cls: Class) -> list[Any]:
    """The order in which bases are searched; depth first, each base after all its heirs."""
    order: list[Any] = []
    for base in reversed(cls.bases):
        chain = base.mro if isinstance(base, Class) else [base]
        order = [c for c in chain if c not in order] + order
    return [cls, *order]


class Instance:
    """An instance of a class of this project.

    model:    what it is a Keras model or layer of
    declares: what it handed to the constructor of keras.layers.Layer, `input_shape` among it
    """

    __slots__ = ("attributes", "cls", "declares", "model", "name", "state")

    def __init__(self, cls: Class) -> None:
        self.cls = cls
        self.attributes = Dict()
        self.model: Any = None  # the Functional or Sequential behind it, if its base is one
        self.name: str | None = None
        self.declares: dict[str, Any] = {}
        self.state: str | None = None  # of a layer: "building" or "built", by its own `build`

    @property
    def of_keras(self) -> bool:
        """Whether its class is a layer or a model."""
        return self.cls.of_keras

    @property
    def own_call(self) -> Method | None:
        """The `__call__` of a class of its own making; Keras does more in a layer's."""
        found = None if self.of_keras else self.cls.find("__call__")
        return None if found is None else Method(found[0], self)

    def __repr__(self) -> str:
        return f"Instance({self.cls.name})"


class Super:
    """`super()`: the attributes after `start` in the mro of `instance`'s class."""

    __slots__ = ("instance", "start")

    def __init__(self, start: Class, instance: Any) -> None:
        self.start, self.instance = start, instance


class Raised(Exception):
    """An exception of the traced program on its way to a handler.

    left:  in which states it has left what was changed, if it was raised on a way that is perhaps
           gone: the things and their states by id (state.py)
    """

    def __init__(self, kind: str, value: Any = None) -> None:
        super().__init__(kind)
        self.kind, self.value = kind, value
        self.left: dict[int, tuple[Any, Any]] = {}


# What a mistake in our own rules raises, where odd values meet them.
FAULTS = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
NUMBERS = (int, float, complex)  # bool is an int
IN_PLACE = (List, Dict, Set, Instance)  # what changes itself, by `x += y` and its kin
CONSTANTS = (int, float, complex, str, bytes, bool, type(None), type(...))


CONTAINERS = (list, tuple, dict, set, frozenset)
NESTING: set[type] = {List, Dict, Set, tuple}  # and what the library derives of them
FLAT = frozenset({List, tuple})
LEAVES = frozenset({Tensor, int, float, str, bool, type(None)})
MAX_NESTED = 20_000  # values of a nested structure, all levels together
MAX_LEVELS = 50


def is_small(value: Any) -> bool:
    """Whether a structure can be walked: a list may hold itself, or one twice on each level."""
    return count_nested(value) is not None


def count_nested(value: Any) -> int | None:
    """How many values there are in a structure, all levels together; None if it can't be walked."""
    if type(value) in FLAT and LEAVES.issuperset(map(type, value)):  # so for most
        return len(value)
    count, level = 0, [value]
    for _ in range(MAX_LEVELS):
        nested: list[Any] = []
        for item in level:
            if isinstance(item, CONTAINERS):
                parts = item.values() if isinstance(item, dict) else item
                nested += [
                    part
                    for part in parts
                    if type(part) not in LEAVES and isinstance(part, CONTAINERS)
                ]
                count += len(item)
                if count > MAX_NESTED:
                    # a flat one may be as long as it is
                    return count if count == len(value) and not nested else None
        if not nested:
            return count
        level = nested
    return None


def copied(value: Any) -> Any:
    """A structure with lists and dicts of its own: the program may change those that it has."""
    kind = type(value)
    if kind is tuple:
        return tuple(map(copied, value))
    items: List | Dict
    if kind is List:
        flat = LEAVES.issuperset(map(type, value))  # so for most
        items = List(value) if flat else List(map(copied, value))
    elif kind is Dict:
        items = Dict((key, copied(item)) for key, item in value.items())
        items.otherwise = value.otherwise
    else:
        return value
    items.blur = value.blur
    return items


def check_size(args: Any, kwargs: Mapping[str, Any]) -> int:
    """How many arguments there are, together with the values of the structures among them.

    Raises Lose where one is too large to be walked.
    """
    values = (*args, *kwargs.values()) if kwargs else args
    if NESTING.isdisjoint(map(type, values)):  # so for most
        return len(values)
    found = len(values)
    for value in values:
        count = count_nested(value) if type(value) in NESTING else 0
        if count is None:
            raise Lose("a structure too large to follow")
        found += count
    return found


def as_dim(value: Any) -> Dim:
    """A value used as a size. What can't be one is UNKNOWN_SIZE."""
    if isinstance(value, Size):
        return value
    if isinstance(value, Free):
        return value.size
    if isinstance(value, bool) or not isinstance(value, int):
        return UNKNOWN_SIZE
    return value if type(value) is int else int(value)


Keywords = Mapping[str, Any]
