"""The module collections: namedtuple, OrderedDict, defaultdict, Counter, deque, ChainMap."""

# What a function here does is what Python documents for its name; all take the tracer.

from __future__ import annotations

import keyword
from typing import Any

from flake8_concat.shapes import Lose
from flake8_concat.trace.library import arithmetic, function, method
from flake8_concat.trace.library.builtins import fill_dict
from flake8_concat.trace.library.containers import changes, extend, index_of
from flake8_concat.trace.library.keys import ABSENT, as_key, find_key
from flake8_concat.trace.library.objects import RecordType
from flake8_concat.trace.library.plain import ITEMS, contents, to_python
from flake8_concat.trace.values import NESTING, Dict, List, Raised


class DefaultDict(Dict):
    """`collections.defaultdict`."""

    factory: Any = None

    def missing(self, tracer: Any, key: Any) -> Any:
        """What `self[key]` gives where the key is not there, and leaves there."""
        if self.factory is None:
            raise Raised("KeyError")
        value = tracer.call(self.factory, (), {})
        tracer.touch(self)
        self[key] = value
        return value


class Counter(Dict):
    """`collections.Counter`."""

    def missing(self, tracer: Any, key: Any) -> Any:
        """What is not there was counted no times."""
        return 0


class Deque(List):
    """`collections.deque`."""

    maxlen: int | None = None


NESTING.update((DefaultDict, Counter, Deque))

function("collections.OrderedDict")(
    lambda tracer, source=(), **named: fill_dict(tracer, Dict(), source, named)
)


@function("collections.defaultdict")
def defaultdict(tracer: Any, factory: Any = None, source: Any = (), **named: Any) -> Any:
    made = DefaultDict()
    made.factory = factory
    return fill_dict(tracer, made, source, named)


@function("collections.Counter")
def counter(tracer: Any, source: Any = (), **named: Any) -> Any:
    if isinstance(source, dict):
        return fill_dict(tracer, Counter(), source, named)
    made = Counter()
    items = contents(source) if isinstance(source, (set, frozenset)) else tracer.items(source)
    for item in items:
        found = find_key(made, item)
        key = as_key(item) if found is ABSENT else found
        made[key] = made.get(key, 0) + 1
    return fill_dict(tracer, made, (), named)


@method(Counter, "most_common")
def most_common(tracer: Any, self: Counter, n: Any = None) -> Any:
    pairs = list(contents(self).items())
    counts = to_python(List(number for _, number in pairs))
    order = arithmetic.guarded(sorted, range(len(pairs)), key=lambda i: -counts[i])
    return List(pairs[i] for i in order[: to_python(n)])


@method(Counter, "update", "subtract", "elements")
@changes
def counter_update(tracer: Any, self: Counter, *args: Any, **kwargs: Any) -> Any:
    raise Lose("a method of a Counter that is not followed")


@method(Dict, "move_to_end")
@changes
def move_to_end(tracer: Any, self: Dict, key: Any, last: Any = True) -> None:
    found = find_key(self, key)
    if found is ABSENT:
        raise Raised("KeyError")
    item = {found: self.pop(found)}
    rest = dict(self)
    self.clear()
    self.update({**rest, **item} if last else {**item, **rest})


@function("collections.deque")
def deque(tracer: Any, iterable: Any = (), maxlen: Any = None) -> Any:
    made = Deque(tracer.items(iterable))
    made.maxlen = to_python(maxlen)
    return _trimmed(made)


def _trimmed(items: Deque, *, left: bool = True) -> Deque:
    """Drops what is over `maxlen`, from the end that the new ones did not come in by."""
    over = 0 if items.maxlen is None else len(items) - items.maxlen
    if over > 0:
        first = 0 if left else len(items) - over
        del items[first : first + over]
    return items


@method(Deque, "append")
@changes
def append(tracer: Any, self: Deque, item: Any) -> None:
    if len(self) >= ITEMS:
        raise Lose("a deque too long to follow")
    self.append(item)
    _trimmed(self)


@method(Deque, "appendleft")
@changes
def appendleft(tracer: Any, self: Deque, item: Any) -> None:
    if len(self) >= ITEMS:
        raise Lose("a deque too long to follow")
    self.insert(0, item)
    _trimmed(self, left=False)


@method(Deque, "extend")
@changes
def extend_deque(tracer: Any, self: Deque, items: Any) -> None:
    extend(tracer, self, items)
    _trimmed(self)


@method(Deque, "extendleft")
@changes
def extendleft(tracer: Any, self: Deque, items: Any) -> None:
    for item in list(tracer.items(items)):
        appendleft(tracer, self, item)


@method(Deque, "popleft")
@changes
def popleft(tracer: Any, self: Deque) -> Any:
    return arithmetic.guarded(self.pop, 0)


@method(Deque, "rotate")
@changes
def rotate(tracer: Any, self: Deque, n: Any = 1) -> None:
    if self:
        by = index_of(n) % len(self)
        self[:] = [*self[len(self) - by :], *self[: len(self) - by]]


@method(Deque, "copy", "__copy__")
def copy(tracer: Any, self: Deque) -> Any:
    made = Deque(self)
    made.blur, made.maxlen = self.blur, self.maxlen
    return made


# -- namedtuple -------------------------------------------------------------------------------
def field_names(names: Any) -> tuple[str, ...]:
    """The fields, given as a list or as words in a string. Raises Raised for bad ones."""
    words = names.replace(",", " ").split() if isinstance(names, str) else list(names)
    for word in words:
        if not isinstance(word, str) or not word.isidentifier() or keyword.iskeyword(word):
            raise Raised("ValueError")
    if len(set(words)) != len(words):
        raise Raised("ValueError")
    return tuple(words)


@function("collections.namedtuple")
def namedtuple(
    tracer: Any,
    typename: Any,
    names: Any,
    *,
    rename: Any = False,
    defaults: Any = None,
    module: Any = None,
) -> Any:
    if rename:
        raise Lose("a namedtuple that renames its fields is not followed")
    fields = field_names(to_python(names))
    values = [] if defaults is None else list(tracer.items(defaults))
    if len(values) > len(fields):
        raise Raised("TypeError")
    given = dict(zip(fields[len(fields) - len(values) :], values, strict=True))
    return RecordType(to_python(typename), fields, given)


@function("typing.NamedTuple")
def typed_namedtuple(tracer: Any, typename: Any, fields: Any = (), **named: Any) -> Any:
    pairs = [tuple(tracer.items(pair)) for pair in tracer.items(fields)] or list(named.items())
    return RecordType(to_python(typename), field_names([pair[0] for pair in pairs]), {})
