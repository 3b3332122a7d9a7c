"""Methods of str, bytes and numbers, run as Python's own on plain data."""

# What a function here does is what Python documents for its name; all take the tracer.

from __future__ import annotations

from collections.abc import Callable
from string import Formatter
from typing import Any

from flake8_concat.shapes import Lose
from flake8_concat.trace.library import arithmetic, function, method
from flake8_concat.trace.library.formatting import WIDTH, check_widths, format_value
from flake8_concat.trace.library.plain import (
    STRING_LENGTH,
    bounded,
    from_python,
    to_python,
    why_unknown,
)
from flake8_concat.trace.values import Raised

# Methods whose result is no longer than what goes in, but for a small factor.
STRING = (
    "capitalize casefold count encode endswith find index isalnum isalpha isascii isdecimal "
    "isdigit isidentifier islower isnumeric isprintable isspace istitle isupper lower lstrip "
    "partition removeprefix removesuffix rfind rindex rpartition rsplit rstrip split splitlines "
    "startswith strip swapcase title upper"
).split()
BYTES = "count decode endswith find hex lower split startswith strip upper".split()
NUMBER: dict[type, tuple[str, ...]] = {
    int: ("bit_length", "conjugate", "as_integer_ratio"),
    bool: ("bit_length", "conjugate", "as_integer_ratio"),
    float: ("is_integer", "as_integer_ratio", "conjugate", "hex"),
    complex: ("conjugate",),
}


def _pure(kind: type, name: str) -> Callable[..., Any]:
    own = getattr(kind, name)

    def run(tracer: Any, self: Any, *args: Any, **kwargs: Any) -> Any:
        values = [to_python(value) for value in args]
        named = {key: to_python(value) for key, value in kwargs.items()}
        return from_python(arithmetic.guarded(own, self, *values, **named))

    return run


for _kind, _names in {str: STRING, bytes: BYTES, **NUMBER}.items():
    for _name in _names:
        method(_kind, _name)(_pure(_kind, _name))
for _name in STRING:  # str.lower as a function: map(str.lower, names)
    function(f"builtins.str.{_name}")(_pure(str, _name))


@method(str, "join")
@method(bytes, "join")
def join(tracer: Any, self: Any, parts: Any) -> Any:
    items = list(tracer.items(parts))
    for item in items:
        if not isinstance(item, type(self)):
            to_python(item)
            raise Raised("TypeError")
    if sum(map(len, items)) + len(self) * len(items) > STRING_LENGTH:
        raise Lose("a string too long to follow")
    return self.join(items)


@method(str, "replace")
def replace(tracer: Any, self: str, old: Any, new: Any, count: Any = -1) -> Any:
    old, new, count = to_python(old), to_python(new), to_python(count)
    if isinstance(new, str) and (len(self) + 1) * (len(new) + 1) > STRING_LENGTH:
        raise Lose("a string too long to follow")
    return arithmetic.guarded(self.replace, old, new, count)


def _padding(name: str) -> Callable[..., Any]:
    def run(tracer: Any, self: str, *args: Any) -> Any:
        values = [to_python(value) for value in args]
        if values and isinstance(values[0], int) and values[0] > STRING_LENGTH:
            raise Lose("a string too long to follow")
        return arithmetic.guarded(getattr(self, name), *values)

    return run


for _name in ("center", "ljust", "rjust", "zfill"):
    method(str, _name)(_padding(_name))


@method(str, "expandtabs")
def expandtabs(tracer: Any, self: str, tabsize: Any = 8) -> Any:
    size = to_python(tabsize)
    if isinstance(size, int) and size * len(self) > STRING_LENGTH:
        raise Lose("a string too long to follow")
    return arithmetic.guarded(self.expandtabs, size)


@method(str, "format")
def format_(tracer: Any, self: str, *args: Any, **kwargs: Any) -> Any:
    parts: list[str] = []
    length, number = 0, 0
    for text, field, spec, conversion in _fields(self):
        parts.append(text)
        if field is not None:
            value = _field(tracer, field or str(number), args, kwargs)
            number += not field
            parts.append(format_value(value, conversion or None, _spec(spec or "")))
        length += sum(map(len, parts[-2:]))
        if length > STRING_LENGTH:
            raise Lose("a string too long to follow")
    return bounded("".join(parts))


def _fields(template: str) -> Any:
    try:
        return list(Formatter().parse(template))
    except ValueError:
        raise Raised("ValueError") from None


def _spec(spec: str) -> str:
    if "{" in spec:
        raise Lose("a format inside of a format")
    check_widths(spec)
    return spec


def _field(tracer: Any, field: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """The argument that a field of a format names; `{a.b}` and `{a[0]}` read on from there."""
    first = field.replace("[", ".").split(".", 1)[0]
    if first.isdecimal():
        if len(first) > len(str(WIDTH)) or int(first) >= len(args):
            raise Raised("IndexError")
        value = args[int(first)]
    elif first in kwargs:
        value = kwargs[first]
    else:
        raise Raised("KeyError")
    rest = field[len(first) :]
    if not rest:
        return value
    if rest.startswith(".") and rest[1:].isidentifier():
        return tracer.getattr(value, rest[1:])
    raise Lose("a format that reads items is not followed")


@method(str, "format_map")
def format_map(tracer: Any, self: str, mapping: Any) -> Any:
    if not isinstance(mapping, dict):
        raise Lose(why_unknown(mapping))
    to_python(mapping)
    return format_(
        tracer, self, **{key: value for key, value in mapping.items() if isinstance(key, str)}
    )


@method(str, "translate", "maketrans")
def translate(tracer: Any, self: str, *args: Any) -> Any:
    raise Lose("`str.translate` is not followed")
