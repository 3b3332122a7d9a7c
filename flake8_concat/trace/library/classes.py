"""Classes that the standard library completes: dataclasses, enums, `class P(NamedTuple)`.

A completed class may have, among its attributes, `__class_call__` (what calling the class does),
`__class_items__` (what iterating over it gives) and `__class_item__` (what `cls[key]` gives), all
of them Builtins.
"""

# What a function here does is what Python documents for its name; all take the tracer.

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import libcst as cst

from flake8_concat.shapes import Lose, Unknown
from flake8_concat.trace.library import base, function
from flake8_concat.trace.library.builtins import dict_
from flake8_concat.trace.library.comparing import equal
from flake8_concat.trace.library.objects import Object, RecordType
from flake8_concat.trace.library.plain import ITEMS
from flake8_concat.trace.values import (
    CONSTANTS,
    Builtin,
    Class,
    Descriptor,
    Dict,
    Function,
    Instance,
    List,
    Method,
    Raised,
)

MISSING = object()


def annotated(cls: Class) -> Iterator[tuple[str, str]]:
    """The names that a class body annotates, in order, with the last word of the annotation."""
    body = cls.node.body.body if cls.node is not None else ()
    for line in body:
        for statement in (
            getattr(line, "body", ()) if isinstance(line, cst.SimpleStatementLine) else ()
        ):
            if isinstance(statement, cst.AnnAssign) and isinstance(statement.target, cst.Name):
                yield statement.target.value, _word(statement.annotation.annotation)


def _word(annotation: cst.BaseExpression) -> str:
    while isinstance(annotation, cst.Subscript):
        annotation = annotation.value
    if isinstance(annotation, cst.Attribute):
        return annotation.attr.value
    return annotation.value if isinstance(annotation, cst.Name) else ""


class Field(Object):
    """A field of a dataclass: `default`, or `factory` to make one, or neither."""

    __slots__ = ("default", "factory", "init", "keyword", "name", "word")
    kind = "dataclasses.Field"

    def __init__(
        self, default: Any, factory: Any, *, init: bool = True, keyword: bool = False
    ) -> None:
        self.default, self.factory, self.init, self.keyword = default, factory, init, keyword
        self.name = ""
        self.word = ""  # of its annotation

    def attribute(self, tracer: Any, name: str) -> Any:
        if name in ("name", "init"):
            return getattr(self, name)
        if name == "default" and self.default is not MISSING:
            return self.default
        raise Lose(f"`.{name}` of a field is not followed")


@function("dataclasses.field")
def field(
    tracer: Any,
    *,
    default: Any = MISSING,
    default_factory: Any = MISSING,
    init: Any = True,
    **options: Any,
) -> Any:
    keyword = options.get("kw_only") is True
    return Field(default, default_factory, init=init is not False, keyword=keyword)


@function("dataclasses.dataclass")
def dataclass(tracer: Any, cls: Any = None, /, **options: Any) -> Any:
    if cls is None:
        return Builtin("dataclass", lambda tracer, cls: complete_dataclass(cls, options))
    return complete_dataclass(cls, options)


def complete_dataclass(cls: Any, options: dict[str, Any]) -> Any:
    """Gives a class the fields that it annotates and the `__init__` that sets them."""
    if not isinstance(cls, Class):
        return cls
    fields: dict[str, Field] = {}
    for one in reversed(cls.mro[1:]):
        if isinstance(one, Class):
            fields.update(one.attributes.get("__dataclass_fields__", {}))
    for name, word in annotated(cls):
        if word in ("ClassVar", "KW_ONLY"):
            continue
        given = cls.attributes.get(name, MISSING)
        fields[name] = given if isinstance(given, Field) else Field(given, MISSING)
        fields[name].name, fields[name].word = name, word
        if isinstance(given, Field):
            del cls.attributes[name]
            if given.default is not MISSING:
                cls.attributes[name] = given.default
    cls.attributes["__dataclass_fields__"] = Dict(fields)
    if options.get("init") is not False and "__init__" not in cls.attributes:
        keyword_only = options.get("kw_only") is True
        cls.attributes["__init__"] = Builtin(
            "__init__", _initializer(fields, keyword_only=keyword_only)
        )
    if options.get("eq") is not False and "__eq__" not in cls.attributes:
        cls.attributes["__eq__"] = Builtin("__eq__", _same_fields)
    return cls


def _same_fields(tracer: Any, self: Instance, other: Any) -> Any:
    """`self == other` for instances of a dataclass."""
    if isinstance(other, Unknown):
        return Unknown(other.why)
    if not isinstance(other, Instance) or other.cls is not self.cls:
        return False
    mine, theirs = (tuple(_fields_of(one).values()) for one in (self, other))
    return tracer.compare("==", mine, theirs)


def _initializer(fields: dict[str, Field], *, keyword_only: bool) -> Any:
    names = [name for name, one in fields.items() if one.init]
    positional = [] if keyword_only else [name for name in names if not fields[name].keyword]

    def run(tracer: Any, self: Instance, *args: Any, **kwargs: Any) -> None:
        given = dict(zip(positional, args, strict=False))
        if (
            len(args) > len(positional)
            or given.keys() & kwargs.keys()
            or kwargs.keys() - set(names)
        ):
            raise Raised("TypeError")
        given.update(kwargs)
        later = []
        tracer.touch(self.attributes)
        for name, one in fields.items():
            if name not in given and one.default is MISSING and one.factory is MISSING:
                if one.init:
                    raise Raised("TypeError")
                continue
            if name in given:
                value = given[name]
            else:
                value = one.default if one.factory is MISSING else tracer.call(one.factory, (), {})
            if one.word == "InitVar":
                later.append(value)
            else:
                self.attributes[name] = value
        if self.cls.find("__post_init__") is not None:
            tracer.call(tracer.getattr(self, "__post_init__"), tuple(later), {})

    return run


def _fields_of(instance: Any) -> dict[str, Any]:
    found = instance.cls.find("__dataclass_fields__") if isinstance(instance, Instance) else None
    if found is None:
        raise Lose("not a dataclass that can be followed")
    return {name: instance.attributes[name] for name in found[0] if name in instance.attributes}


@function("dataclasses.fields")
def fields(tracer: Any, dataclass: Any) -> Any:
    cls = dataclass.cls if isinstance(dataclass, Instance) else dataclass
    found = cls.find("__dataclass_fields__") if isinstance(cls, Class) else None
    if found is None:
        raise Lose("not a dataclass that can be followed")
    return tuple(found[0].values())


@function("dataclasses.asdict")
def asdict(tracer: Any, instance: Any) -> Any:
    def plain(value: Any) -> Any:
        if next(count) > ITEMS:
            raise Lose("a structure too large to follow")
        if isinstance(value, Instance) and value.cls.find("__dataclass_fields__"):
            return Dict({name: plain(item) for name, item in _fields_of(value).items()})
        return List(map(plain, value)) if type(value) is List and value.blur is None else value

    _fields_of(instance)
    count = itertools.count()
    found = plain(instance)
    tracer.walk(found)
    return found


@function("dataclasses.astuple")
def astuple(tracer: Any, instance: Any) -> Any:
    return tuple(_fields_of(instance).values())


@function("dataclasses.replace")
def replace(tracer: Any, instance: Any, /, **changes: Any) -> Any:
    return tracer.call(instance.cls, (), {**_fields_of(instance), **changes})


@base("typing.NamedTuple")
def complete_namedtuple(tracer: Any, cls: Class) -> Any:
    """`class Point(NamedTuple): x: int` is a namedtuple with the methods of that class."""
    names = [name for name, _ in annotated(cls)]
    defaults = {name: cls.attributes[name] for name in names if name in cls.attributes}
    return RecordType(cls.name, tuple(names), defaults, cls)


@base("typing.TypedDict", "typing_extensions.TypedDict")
def complete_typed_dict(tracer: Any, cls: Class) -> Any:
    """`class Options(TypedDict)` makes plain dicts."""
    cls.attributes["__class_call__"] = Builtin(cls.name, dict_)
    return cls


# -- enums ------------------------------------------------------------------------------------
class Member(Object):
    """A member of an enum."""

    by_identity = True
    cls: Class
    name: str
    value: Any

    @property
    def kind(self) -> str:  # type: ignore[override]
        return self.cls.name

    def attribute(self, tracer: Any, name: str) -> Any:
        if name in ("name", "_name_"):
            return self.name
        if name in ("value", "_value_"):
            return self.value
        found = self.cls.find(name)
        if found is None:
            raise Lose(f"`.{name}` of an enum member is not followed")
        if isinstance(found[0], Function):
            return Method(found[0], self)
        if isinstance(found[0], Descriptor) and found[0].kind == "property":
            return tracer.call(found[0].function, (self,), {})
        return found[0]

    def __repr__(self) -> str:
        return f"{self.cls.name}.{self.name}"


class IntMember(int, Member):
    """A member that is a number as well: IntEnum."""


class StrMember(str, Member):  # noqa: SLOT000 - members have attributes
    """A member that is a string as well: StrEnum, `class Mode(str, Enum)`."""


class Auto(Object):
    """`enum.auto()`."""

    __slots__ = ()


function("enum.auto")(lambda tracer: Auto())
function("enum.unique", "enum.verify")(lambda tracer, cls: cls)

FLAGS = ("enum.Flag", "enum.IntFlag")
MIXED: dict[str, type[Member]] = {
    "builtins.int": IntMember,
    "builtins.str": StrMember,
    "enum.IntEnum": IntMember,
    "enum.IntFlag": IntMember,
    "enum.StrEnum": StrMember,
}


@base("enum.Enum", "enum.IntEnum", "enum.StrEnum", *FLAGS)
def complete_enum(tracer: Any, cls: Class) -> Any:
    """Makes the names that a class body sets members of the enum."""
    names = [getattr(one, "name", "") for one in cls.mro]
    kind = next((MIXED[name] for name in names if name in MIXED), Member)
    flag = any(name in FLAGS for name in names)
    members = Dict()
    by_value: dict[Any, Any] = {}  # of what can be found so
    last: Any = 0
    own_values = cls.find("_generate_next_value_") is not None
    for name, value in list(cls.attributes.items()):
        if name.startswith("_") or isinstance(value, (Function, Descriptor, Class, Builtin)):
            continue
        auto = isinstance(value, Auto)
        if auto and own_values:
            last = Unknown("what `_generate_next_value_()` gives is not followed")
        else:
            last = _automatic(name, last, members, kind, flag=flag) if auto else value
        members[name] = cls.attributes[name] = _member(cls, kind, name, last, members, by_value)
    cls.attributes["__members__"] = members
    if members:
        cls.attributes["__class_call__"] = Builtin(
            cls.name, lambda tracer, value: _by_value(tracer, members, by_value, value)
        )
        cls.attributes["__class_items__"] = Builtin(cls.name, lambda tracer: _distinct(members))
        cls.attributes["__class_item__"] = Builtin(
            cls.name, lambda tracer, key: _by_name(members, key)
        )
    return cls


def _automatic(name: str, last: Any, members: Dict, kind: type[Member], *, flag: bool) -> Any:
    if kind is StrMember:
        return name.lower()
    if type(last) is not int:
        return Unknown("what `auto()` gives is not known")
    if flag:
        return 1 << last.bit_length() if members else 1
    return last + 1


def _member(
    cls: Class, kind: type[Member], name: str, value: Any, members: Dict, by_value: dict[Any, Any]
) -> Any:
    if isinstance(value, CONSTANTS):
        alias = by_value.get(value)
    else:
        alias = next((m for m in members.values() if equal(getattr(m, "value", None), value)), None)
    if alias is not None:
        return alias
    made: Any
    if kind is IntMember and type(value) is int:
        made = IntMember(value)
    elif kind is StrMember and type(value) is str:
        made = StrMember(value)
    elif kind is Member:
        made = Member()
    else:
        return Unknown("the value of an enum member is not known")
    made.cls, made.name, made.value = cls, name, value
    if isinstance(value, CONSTANTS):
        by_value[value] = made
    return made


def _distinct(members: Dict) -> Any:
    return List({id(member): member for member in members.values()}.values())


def _by_value(tracer: Any, members: Dict, by_value: dict[Any, Any], value: Any) -> Any:
    if isinstance(value, CONSTANTS) and value in by_value:
        return by_value[value]
    tracer.walk(members)
    uncertain = False
    for member in members.values():
        answer = member is value or equal(getattr(member, "value", Unknown("")), value)
        if answer:
            return member
        uncertain = uncertain or answer is None
    if uncertain:
        raise Lose("which member of the enum it is, is not known")
    raise Raised("ValueError")


def _by_name(members: Dict, key: Any) -> Any:
    if not isinstance(key, str):
        raise Lose("which member of the enum it is, is not known")
    if key not in members:
        raise Raised("KeyError")
    return members[key]
