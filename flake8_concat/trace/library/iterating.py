"""What goes through items one by one: enumerate, zip, reversed, map, filter, iter, next."""

# What a function here does is what Python documents for its name; all take the tracer.

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator as IteratorOf
from typing import Any

from flake8_concat.shapes import Lose, Unknown
from flake8_concat.trace.library import BUILTIN_TYPES, function
from flake8_concat.trace.library.objects import Endless, Iterator
from flake8_concat.trace.library.plain import contents, why_unknown
from flake8_concat.trace.values import External, Instance, List, Method, Raised

_MISSING = object()
_MISSING_ITEM = object()


@function("builtins.enumerate")
def enumerate_(tracer: Any, iterable: Any, start: Any = 0) -> Any:
    items = each(tracer, iterable)
    if type(start) is int:
        return Iterator([], enumerate(items, start))
    return Iterator([], ((tracer.binary("+", start, i), item) for i, item in enumerate(items)))


@function("builtins.zip")
def zip_(tracer: Any, *iterables: Any, strict: Any = False) -> Any:
    return Iterator([], rows(tracer, iterables, strict=strict is True))


def rows(
    tracer: Any, iterables: tuple[Any, ...], *, strict: bool = False
) -> Iterable[tuple[Any, ...]]:
    """What `zip` gives: an iterator may stand twice in it, or be gone on with afterwards.

    Raises Lose, in the middle too.
    """
    if iterables and all(isinstance(one, Endless) for one in iterables):
        raise Lose("an iterator without end")
    columns = [
        _without_end(tracer, one) if isinstance(one, Endless) else iter(each(tracer, one))
        for one in iterables
    ]
    return _taken_in_turn(tracer, columns, strict)


def _without_end(tracer: Any, endless: Endless) -> IteratorOf[Any]:
    while True:
        yield endless.next(tracer)


def _taken_in_turn(
    tracer: Any, columns: list[IteratorOf[Any]], strict: bool
) -> IteratorOf[tuple[Any, ...]]:
    while columns:
        row: list[Any] = []
        for column in columns:
            item = next(column, _MISSING_ITEM)
            if item is _MISSING_ITEM:
                others = columns[1:] if strict else ()
                if strict and (row or any(next(o, item) is not item for o in others)):
                    raise Raised("ValueError")
                return
            row.append(item)
        yield tuple(row)


@function("builtins.reversed")
def reversed_(tracer: Any, sequence: Any) -> Any:
    if isinstance(sequence, (set, frozenset, int, float, type(None), Iterator)):
        raise Raised("TypeError")
    own = sequence.cls.find("__reversed__") if isinstance(sequence, Instance) else None
    if own is not None:
        return tracer.call(Method(own[0], sequence), (), {})
    items = tracer.items(sequence)
    if type(sequence) is List:
        return Iterator([], _backwards(sequence))
    return Iterator(list(items)[::-1])


def _backwards(items: List) -> IteratorOf[Any]:
    """The items of a list from its end on, as it is when each is asked for."""
    for position in range(len(items) - 1, -1, -1):
        if position >= len(contents(items)):
            return
        yield items[position]


@function("builtins.map")
def map_(tracer: Any, run: Any, *iterables: Any) -> Any:
    taken = rows(tracer, iterables)
    return Iterator([], (tracer.call(run, row, {}) for row in taken))


@function("builtins.filter")
def filter_(tracer: Any, run: Any, iterable: Any) -> Any:
    return Iterator([], _let_through(tracer, run, each(tracer, iterable)))


def _let_through(tracer: Any, run: Any, items: Iterable[Any], let: bool = True) -> IteratorOf[Any]:
    for item in items:
        verdict = tracer.truth(item if run is None else tracer.call(run, (item,), {}))
        if verdict is None:
            raise Lose("which items the filter lets through is not known")
        if verdict is let:
            yield item


@function("itertools.filterfalse")
def filterfalse(tracer: Any, run: Any, iterable: Any) -> Any:
    return Iterator([], _let_through(tracer, run, each(tracer, iterable), False))


class _AskedUntil:
    """What `iter(run, end)` gives: `run()` again and again, until that is `end`."""

    def __init__(self, tracer: Any, run: Any, end: Any) -> None:
        self.tracer, self.run, self.end = tracer, run, end

    def __iter__(self) -> _AskedUntil:
        return self

    def __next__(self) -> Any:
        self.tracer.step()
        try:
            item = self.tracer.call(self.run, (), {})
        except Raised as raised:
            if raised.kind != "StopIteration":
                raise
            raise StopIteration from None
        ended = self.tracer.truth(self.tracer.compare("==", item, self.end))
        if ended is None:
            why = Unknown("an iterator that perhaps ends")
            self.tracer.blur_arguments((self.run,), {}, why)
            raise Lose(why.why)
        if ended:
            raise StopIteration
        return item


@function("builtins.iter")
def iter_(tracer: Any, iterable: Any, *until: Any) -> Any:
    if until:
        if len(until) > 1 or isinstance(iterable, BUILTIN_TYPES):  # not to be called
            raise Raised("TypeError")
        return Iterator([], _AskedUntil(tracer, iterable, *until))
    if isinstance(iterable, (Iterator, Endless)):
        return iterable
    return Iterator([], each(tracer, iterable))


@function("builtins.next")
def next_(tracer: Any, iterator: Any, default: Any = _MISSING) -> Any:
    if isinstance(iterator, (Iterator, Endless)):
        try:
            return iterator.next(tracer)
        except Raised:
            if default is not _MISSING:
                return default
            raise
    if isinstance(iterator, (str, list, tuple, dict, set, int, float)):
        raise Raised("TypeError")
    if isinstance(iterator, Instance):
        try:
            with tracer.handling([External("builtins.StopIteration")]) as perhaps:
                found = tracer.call(tracer.getattr(iterator, "__next__"), (), {})
            if perhaps:
                raise Lose("an iterator that perhaps ends")
            return found
        except Raised as raised:
            if default is _MISSING or raised.kind != "StopIteration":
                raise
            return default
    raise Lose(why_unknown(iterator))


def each(tracer: Any, iterable: Any) -> Iterable[Any]:
    """The items of something as a loop meets them: it may stop early, and change the list.

    Raises Lose, in the middle too.
    """
    if type(iterable) is Iterator:
        return iterable.one_by_one(tracer)
    if type(iterable) is List:
        tracer.items(iterable)
        return _as_it_is_then(iterable)
    return tracer.items(iterable)  # type: ignore[no-any-return]


def _as_it_is_then(items: List) -> Iterable[Any]:
    position = 0
    while position < len(contents(items)):
        yield items[position]
        position += 1
