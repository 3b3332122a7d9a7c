"""Methods of List, Dict, Set, tuple and range.

A container whose contents are not known (`blur`) stays so; reading from it loses track.
"""

# What a function here does is what Python documents for its name; all take the tracer.

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flake8_concat.shapes import Lose, Unknown
from flake8_concat.trace.key_orders import SORTED, pairs_of
from flake8_concat.trace.library import arithmetic, function, method
from flake8_concat.trace.library.builtins import fill_dict, ordered
from flake8_concat.trace.library.comparing import equal
from flake8_concat.trace.library.keys import ABSENT, as_key, find_key, make_dict
from flake8_concat.trace.library.plain import ITEMS, contents, in_order, to_python, why_unknown
from flake8_concat.trace.state import UNSURE, join
from flake8_concat.trace.values import Dict, List, Perhaps, Raised, Set, uncertain

_MISSING = object()


def blur(tracer: Any, container: Any, why: str) -> None:
    """From here on nobody knows what is in a container."""
    tracer.touch(container)
    if container.blur is None:
        container.blur = Unknown(why)


def changes(run: Callable[..., Any]) -> Callable[..., Any]:
    """Around a method that changes its container: what it can't tell blurs the container."""

    def carry_out(tracer: Any, container: Any, *args: Any, **kwargs: Any) -> Any:
        tracer.touch(container)
        if container.blur is not None:
            return Unknown(container.blur.why)
        try:
            return run(tracer, container, *args, **kwargs)
        except Lose as lost:
            blur(tracer, container, lost.unknown.why)
            raise

    return carry_out


def index_of(value: Any) -> int:
    """A value as an index. Raises Lose, Raised."""
    if isinstance(value, int):
        return int(value)
    to_python(value)
    raise Raised("TypeError")


def position(items: Any, item: Any) -> int | None:
    """Where an item is first; None for nowhere. Raises Lose."""
    for i, one in enumerate(items):
        answer = True if one is item else equal(one, item)
        if answer is None:
            raise Lose("which items are equal is not known")
        if answer:
            return i
    return None


# -- lists ------------------------------------------------------------------------------------
@method(List, "append")
@changes
def append(tracer: Any, self: List, item: Any) -> None:
    if len(self) >= ITEMS:
        raise Lose("a list too long to follow")
    self.append(item)


@method(List, "extend")
@changes
def extend(tracer: Any, self: List, items: Any) -> None:
    new = list(tracer.items(items))
    if len(self) + len(new) > ITEMS:
        raise Lose("a list too long to follow")
    self.extend(new)


@method(List, "insert")
@changes
def insert(tracer: Any, self: List, index: Any, item: Any) -> None:
    arithmetic.guarded(self.insert, index_of(index), item)


@method(List, "pop")
@changes
def pop(tracer: Any, self: List, index: Any = -1) -> Any:
    return arithmetic.guarded(self.pop, index_of(index))


@method(List, "remove")
@changes
def remove(tracer: Any, self: List, item: Any) -> None:
    tracer.walk(self)
    found = position(self, item)
    if found is None:
        raise Raised("ValueError")
    del self[found]


@method(List, "clear")
def clear_list(tracer: Any, self: List) -> None:
    tracer.touch(self)
    self.clear()
    self.blur = None


@method(List, "reverse")
@changes
def reverse(tracer: Any, self: List) -> None:
    self.reverse()


@method(List, "sort")
@changes
def sort(tracer: Any, self: List, *, key: Any = None, reverse: Any = False) -> None:
    self[:] = ordered(tracer, list(self), key, reverse)


@method(List, "copy", "__copy__")
def copy_list(tracer: Any, self: List) -> Any:
    made = tracer.born(type(self)(self))
    made.blur = self.blur
    return made


@method(List, "index")
@method(tuple, "index")
def index(tracer: Any, self: Any, item: Any, start: Any = 0, stop: Any = None) -> Any:
    first, last, _ = slice(index_of(start), None if stop is None else index_of(stop)).indices(
        len(contents(self))
    )
    tracer.walk(self)
    found = position(self[first:last], item)
    if found is None:
        raise Raised("ValueError")
    return first + found


@method(List, "count")
@method(tuple, "count")
def count(tracer: Any, self: Any, item: Any) -> Any:
    tracer.walk(self)
    answers = [one is item or equal(one, item) for one in contents(self)]
    if None in answers:
        raise Lose("which items are equal is not known")
    return answers.count(True)


for _kind in (List, Dict, Set, tuple, str, bytes, range, frozenset):

    @method(_kind, "__len__")
    def length(tracer: Any, self: Any) -> Any:
        return len(contents(self))

    @method(_kind, "__contains__")
    def contains(tracer: Any, self: Any, item: Any) -> Any:
        return tracer.compare("in", item, self)

    @method(_kind, "__getitem__")
    def getitem(tracer: Any, self: Any, key: Any) -> Any:
        return tracer.getitem(self, key)


@method(range, "index", "count")
def range_index(tracer: Any, self: range, item: Any) -> Any:
    raise Lose("a method of a range that is not followed")


# -- dicts ------------------------------------------------------------------------------------
def look_up(tracer: Any, self: Dict, key: Any) -> Any:
    """`self[key]`, with what a defaultdict makes. Raises Lose, Raised("KeyError")."""
    found = find_key(self, key)
    if found is not ABSENT:
        value = self[found]
        if type(value) is Perhaps and getattr(self, "missing", None) is None:
            return tracer.if_there(value, "KeyError")
        return value
    missing = getattr(self, "missing", None)
    if missing is None:
        raise Raised("KeyError")
    return missing(tracer, as_key(key))


@method(Dict, "get")
def get(tracer: Any, self: Dict, key: Any, default: Any = None) -> Any:
    found = find_key(self, key)
    return default if found is ABSENT else _or_else(self[found], default)


def _or_else(value: Any, default: Any) -> Any:
    """What is under a key, or the default if that key is perhaps not there."""
    return join(value.value, default, UNSURE) if type(value) is Perhaps else value


@method(Dict, "setdefault")
@changes
def setdefault(tracer: Any, self: Dict, key: Any, default: Any = None) -> Any:
    found = find_key(self, key)
    if found is not ABSENT and type(self[found]) is Perhaps:
        self[found] = _or_else(self[found], default)
    return self.setdefault(as_key(key) if found is ABSENT else found, default)


@method(Dict, "pop")
@changes
def pop_key(tracer: Any, self: Dict, key: Any, default: Any = _MISSING) -> Any:
    found = find_key(self, key) if self else ABSENT
    if found is not ABSENT:
        value = self.pop(found)
        if type(value) is Perhaps and default is _MISSING:
            return tracer.if_there(value, "KeyError")
        return _or_else(value, default)
    if default is _MISSING:
        raise Raised("KeyError")
    return default


@method(Dict, "popitem")
@changes
def popitem(tracer: Any, self: Dict, last: Any = True) -> Any:
    if not self:
        raise Raised("KeyError")
    if self.otherwise is not None:
        raise Lose(SORTED.why)
    why = uncertain(self)
    if why is not None:
        raise Lose(why.why)
    key = list(self)[-1 if last else 0]
    return (key, self.pop(key))


@method(Dict, "update")
@changes
def update(tracer: Any, self: Dict, source: Any = (), **named: Any) -> None:
    fill_dict(tracer, self, source, named)


@method(Dict, "clear")
@method(Set, "clear")
def clear(tracer: Any, self: Any) -> None:
    tracer.touch(self)
    self.clear()
    self.blur = None


@method(Dict, "copy", "__copy__")
@method(Set, "copy", "__copy__")
def copy(tracer: Any, self: Any) -> Any:
    made = tracer.born(type(self)(self))
    made.blur = self.blur
    if isinstance(self, Dict):
        made.otherwise = self.otherwise
    for name in ("factory", "missing"):
        if name in vars(self):
            setattr(made, name, getattr(self, name))
    return made


def _listing(read: Callable[[Dict], Any], part: Callable[[Any], Any]) -> Callable[..., Any]:
    """A method that lists what a dict has; `part`: the part of a pair that it lists."""

    def run(tracer: Any, self: Dict) -> Any:
        if self.otherwise is not None:
            tracer.walk(self)
        made = List(read(self) if self.otherwise is None else map(part, pairs_of(self)))
        made.blur = uncertain(self)
        return made

    return run


method(Dict, "keys")(_listing(lambda self: self.keys(), lambda pair: pair[0]))
method(Dict, "values")(_listing(lambda self: self.values(), lambda pair: pair[1]))
method(Dict, "items", "iteritems")(_listing(lambda self: self.items(), lambda pair: pair))


@function("builtins.dict.fromkeys", "collections.OrderedDict.fromkeys")
def fromkeys(tracer: Any, keys: Any, value: Any = None) -> Any:
    return make_dict((key, value) for key in tracer.items(keys))


# -- sets -------------------------------------------------------------------------------------
@method(Set, "add")
@changes
def add(tracer: Any, self: Set, item: Any) -> None:
    key = as_key(item)
    if find_key(self, key) is ABSENT:
        self.add(key)


@method(Set, "discard")
@changes
def discard(tracer: Any, self: Set, item: Any) -> None:
    found = find_key(self, item)
    if found is not ABSENT:
        self.discard(found)


@method(Set, "remove")
@changes
def remove_member(tracer: Any, self: Set, item: Any) -> None:
    found = find_key(self, item)
    if found is ABSENT:
        raise Raised("KeyError")
    self.discard(found)


@method(Set, "pop")
@changes
def pop_member(tracer: Any, self: Set) -> Any:
    if not self:
        raise Raised("KeyError")
    item = in_order(self)[0]
    self.discard(item)
    return item


@method(Set, "update")
@changes
def update_set(tracer: Any, self: Set, *others: Any) -> None:
    for other in others:
        for item in contents(other) if isinstance(other, (set, frozenset)) else tracer.items(other):
            if find_key(self, item) is ABSENT:
                self.add(as_key(item))


def _set_method(operator: str) -> Callable[..., Any]:
    def run(tracer: Any, self: Any, *others: Any) -> Any:
        result: Any = self
        for other in others:
            members = (
                other
                if isinstance(other, (set, frozenset))
                else Set(map(as_key, tracer.items(other)))
            )
            result = arithmetic.binary(operator, result, members)
        return copy(tracer, result) if result is self and isinstance(self, Set) else result

    return run


def _set_test(test: Callable[[Any, Any], bool]) -> Callable[..., Any]:
    def run(tracer: Any, self: Any, other: Any) -> Any:
        members = other if isinstance(other, (set, frozenset)) else List(tracer.items(other))
        return test(frozenset(to_python(self)), to_python(members))

    return run


for _set in (Set, frozenset):
    method(_set, "union")(_set_method("|"))
    method(_set, "intersection")(_set_method("&"))
    method(_set, "difference")(_set_method("-"))
    method(_set, "symmetric_difference")(_set_method("^"))
    method(_set, "issubset")(_set_test(frozenset.issubset))
    method(_set, "issuperset")(_set_test(frozenset.issuperset))
    method(_set, "isdisjoint")(_set_test(frozenset.isdisjoint))

from flake8_concat.trace.library import strings  # noqa: E402

__all__ = ["blur", "changes", "look_up", "strings", "why_unknown"]
