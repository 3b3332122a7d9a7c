"""Plain data of the traced program, to Python and back, within bounds.

Nothing is handed to Python before its size is known: a container may hold itself, or the same
list twice on each of fifty levels.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flake8_concat.shapes import Lose, Size, Unknown
from flake8_concat.trace.values import CONSTANTS, Dict, List, Set

INT_BITS = 4096  # of any integer
STRING_LENGTH = 1_000_000  # characters of any string
ITEMS = 100_000  # items of any container, all levels together
DEPTH = 100  # levels of nested containers

_SCALARS = frozenset(CONSTANTS) | {range}
_SEQUENCES = (list, tuple, set, frozenset)


def children(value: Any) -> Iterable[Any]:
    """What a container holds, keys and values; nothing for all else."""
    if isinstance(value, dict):
        return [*value.keys(), *value.values()]
    return value if isinstance(value, _SEQUENCES) else ()


def weigh(value: Any) -> int:
    """How many values there are in a structure, itself included. Raises Lose for too many."""
    count, depth, level = 1, 0, [value]
    while level:
        level = [child for item in level for child in children(item)]
        count, depth = count + len(level), depth + 1
        if count > ITEMS or depth > DEPTH:
            raise Lose("a structure too large to follow")
    return count


def bounded(value: Any) -> Any:
    """The value itself, if it is small enough to go on with. Raises Lose."""
    kind = type(value)
    if kind is int:
        if value.bit_length() > INT_BITS:
            raise Lose("a number too large to follow")
    elif kind is str or kind is bytes:
        if len(value) > STRING_LENGTH:
            raise Lose("a string too long to follow")
    elif hasattr(value, "__len__") and not isinstance(value, range) and len(value) > ITEMS:
        raise Lose("a collection too long to follow")
    return value


def contents(container: Any) -> Any:
    """The container itself, if its contents are known. Raises Lose if they are not."""
    blur = getattr(container, "blur", None)
    if blur is not None:
        raise Lose(blur.why)
    return container


def to_python(value: Any) -> Any:
    """A value as Python's own data. Raises Lose where anything in it is not plain."""
    if type(value) in _SCALARS:
        return value
    weigh(value)
    return _to_python(value)


def _to_python(value: Any) -> Any:
    if type(value) in _SCALARS:
        return value
    if isinstance(value, (List, Set, Dict)):
        contents(value)
    if isinstance(value, dict):
        return {_to_python(key): _to_python(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_to_python(item) for item in value]
    if isinstance(value, tuple):
        items = [_to_python(item) for item in value]
        return type(value)(*items) if hasattr(value, "_fields") else tuple(items)
    if isinstance(value, (set, frozenset)):
        kind = frozenset if isinstance(value, frozenset) else set
        return kind(_to_python(item) for item in value)
    if isinstance(value, slice):
        return slice(*map(_to_python, (value.start, value.stop, value.step)))
    if isinstance(value, int):  # members of an enum that are numbers or strings as well
        return int(value)
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, float):  # of numpy
        return float(value)
    raise Lose(why_unknown(value))


def from_python(value: Any) -> Any:
    """Python's own data as values of the traced program. Raises Lose if it is too large."""
    kind = type(value)
    if kind is tuple:
        return tuple(map(from_python, value))
    if kind is list:
        return List(map(from_python, value))
    if kind is dict:
        return Dict({from_python(key): from_python(item) for key, item in value.items()})
    if kind is set:
        return Set(map(from_python, value))
    if kind is slice:
        return slice(*map(from_python, (value.start, value.stop, value.step)))
    return bounded(value)


def why_unknown(value: Any) -> str:
    """Why a value is not plain data, in words."""
    if isinstance(value, Unknown):
        return value.why
    if isinstance(value, Size):
        return f"the size {value} is not a known number"
    return f"a {type(value).__name__.lower()} has no value to calculate with"


def in_order(items: Any) -> list[Any]:
    """The items of a set in the order in which Python gives them.

    Raises Lose where that changes from run to run, as it does for strings.
    """
    contents(items)
    if len(items) > 1 and not all(type(item) in (int, bool) for item in items):
        raise Lose("the order of a set is not known")
    return list(items)
