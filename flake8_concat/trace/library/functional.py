"""functools and itertools."""

# What a function here does is what Python documents for its name; all take the tracer.

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

from flake8_concat.shapes import Lose
from flake8_concat.trace.library import arithmetic, function
from flake8_concat.trace.library.iterating import each, zip_
from flake8_concat.trace.library.objects import Endless, Iterator, Object
from flake8_concat.trace.library.plain import ITEMS, to_python
from flake8_concat.trace.values import Builtin, Dict, Function, Raised

_MISSING = object()


class Partial(Object):
    """`functools.partial(function, *args, **kwargs)`."""

    __slots__ = ("args", "function", "kwargs")
    kind = "functools.partial"

    def __init__(self, run: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        self.function, self.args, self.kwargs = run, args, kwargs

    def call(self, tracer: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        return tracer.call(self.function, (*self.args, *args), {**self.kwargs, **kwargs})

    def attribute(self, tracer: Any, name: str) -> Any:
        found = {"func": self.function, "args": self.args, "keywords": Dict(self.kwargs)}
        if name in found:
            return found[name]
        raise Lose(f"`.{name}` of a partial is not followed")


@function("functools.partial")
def partial(tracer: Any, run: Any, *args: Any, **kwargs: Any) -> Any:
    return Partial(run, args, kwargs)


@function("functools.partialmethod")
def partialmethod(tracer: Any, run: Any, *args: Any, **kwargs: Any) -> Any:
    def method(tracer: Any, instance: Any, *rest: Any, **named: Any) -> Any:
        return tracer.call(run, (instance, *args, *rest), {**kwargs, **named})

    return Builtin("partialmethod", method)


@function("functools.reduce", "builtins.reduce")
def reduce(tracer: Any, run: Any, iterable: Any, initial: Any = _MISSING) -> Any:
    items = list(tracer.items(iterable))
    if initial is not _MISSING:
        items.insert(0, initial)
    if not items:
        raise Raised("TypeError")
    total = items[0]
    for item in items[1:]:
        total = tracer.call(run, (total, item), {})
    return total


def through(tracer: Any, run: Any = None, *args: Any, **kwargs: Any) -> Any:
    """A decorator, or what makes one, that leaves the function as it is."""
    if run is None or not callable_value(run):
        return Builtin("decorator", lambda tracer, run: run)
    return run


def callable_value(value: Any) -> bool:
    """Whether a decorator was given a function, not settings."""
    return not isinstance(value, (int, float, str, bool, type(None)))


@function("functools.lru_cache", "functools.cache")
def lru_cache(tracer: Any, run: Any = None, *args: Any, **kwargs: Any) -> Any:
    if isinstance(run, Function):
        run.memory = Dict()
    elif run is None or not callable_value(run):
        return Builtin("lru_cache", lru_cache)
    return run


function("functools.total_ordering")(through)


@function("functools.singledispatch", "functools.singledispatchmethod")
def singledispatch(tracer: Any, run: Any) -> Any:
    raise Lose("which function is called by the type of an argument is not followed")


@function("functools.wraps")
def wraps(tracer: Any, wrapped: Any, *args: Any, **kwargs: Any) -> Any:
    return Builtin("wraps", lambda tracer, run: update_wrapper(tracer, run, wrapped))


@function("functools.update_wrapper")
def update_wrapper(tracer: Any, wrapper: Any, wrapped: Any, *args: Any, **kwargs: Any) -> Any:
    if isinstance(wrapper, Function):
        tracer.setattr(wrapper, "__name__", tracer.getattr(wrapped, "__name__"))
    return wrapper


@function("functools.cmp_to_key")
def cmp_to_key(tracer: Any, compare: Any) -> Any:
    raise Lose("an order by comparison is not followed")


# -- itertools --------------------------------------------------------------------------------
@function("itertools.count")
def count(tracer: Any, start: Any = 0, step: Any = 1) -> Any:
    first, by = to_python(start), to_python(step)
    return Endless(lambda i: first + i * by)


@function("itertools.cycle")
def cycle(tracer: Any, iterable: Any) -> Any:
    items = list(tracer.items(iterable))
    return Endless(lambda i: items[i % len(items)]) if items else Iterator([])


@function("itertools.repeat")
def repeat(tracer: Any, item: Any, times: Any = None) -> Any:
    if times is None:
        return Endless(lambda i: item)
    number = to_python(times)
    if number > ITEMS:
        raise Lose("an iterator too long to follow")
    return Iterator([item] * number)


@function("itertools.chain")
def chain(tracer: Any, *iterables: Any) -> Any:
    every = [each(tracer, one) for one in iterables]
    return Iterator([], itertools.chain.from_iterable(every))


@function("itertools.chain.from_iterable")
def chain_from(tracer: Any, iterables: Any) -> Any:
    return chain(tracer, *tracer.items(iterables))


@function("itertools.islice")
def islice(tracer: Any, iterable: Any, *limits: Any) -> Any:
    stops = [to_python(limit) for limit in limits]
    if isinstance(iterable, Endless):
        part = slice(*stops)
        if part.stop is None:
            raise Lose("an iterator without end")
        return Iterator(iterable.take(tracer, part.stop)[part.start : part.stop : part.step])
    taken = arithmetic.guarded(itertools.islice, each(tracer, iterable), *stops)
    return Iterator([], taken)


def _combinations(own: Callable[..., Any]) -> Callable[..., Any]:
    limit = ITEMS // 10

    def run(tracer: Any, iterable: Any, length: Any = None) -> Any:
        items, number = list(tracer.items(iterable)), to_python(length)
        if number is None:
            number = len(items)
        if number > 20:
            raise Lose("combinations too many to follow")
        found = list(itertools.islice(own(items, number), limit + 1))
        if len(found) > limit:
            raise Lose("combinations too many to follow")
        return Iterator(found)

    return run


for _name in ("permutations", "combinations", "combinations_with_replacement"):
    function(f"itertools.{_name}")(_combinations(getattr(itertools, _name)))


@function("itertools.product")
def product(tracer: Any, *iterables: Any, repeat: Any = 1) -> Any:
    columns = [list(tracer.items(one)) for one in iterables]
    times, total = to_python(repeat), 1
    if times > 20:
        raise Lose("combinations too many to follow")
    columns = columns * times
    for column in columns:
        total *= len(column)
    if total > ITEMS or len(columns) > 100:
        raise Lose("combinations too many to follow")
    return Iterator(list(itertools.product(*columns)))


@function("itertools.zip_longest")
def zip_longest(tracer: Any, *iterables: Any, fillvalue: Any = None) -> Any:
    columns = [list(tracer.items(one)) for one in iterables]
    return Iterator(list(itertools.zip_longest(*columns, fillvalue=fillvalue)))


@function("itertools.accumulate")
def accumulate(tracer: Any, iterable: Any, run: Any = None, *, initial: Any = None) -> Any:
    items = each(tracer, iterable)
    if initial is not None:
        items = itertools.chain([initial], items)
    if run is None:
        run = Builtin("add", lambda tracer, a, b: tracer.binary("+", a, b))
    return Iterator([], itertools.accumulate(items, lambda a, b: tracer.call(run, (a, b), {})))


@function("itertools.starmap")
def starmap(tracer: Any, run: Any, iterable: Any) -> Any:
    taken = each(tracer, iterable)
    return Iterator([], (tracer.call(run, tuple(tracer.items(row)), {}) for row in taken))


@function("itertools.pairwise")
def pairwise(tracer: Any, iterable: Any) -> Any:
    items = list(tracer.items(iterable))
    return Iterator(list(itertools.pairwise(items)))


@function("itertools.tee")
def tee(tracer: Any, iterable: Any, n: Any = 2) -> Any:
    items = list(tracer.items(iterable))
    number = to_python(n)
    if number > 100:
        raise Lose("iterators too many to follow")
    return tuple(Iterator(items) for _ in range(number))


def _while(taking: bool) -> Callable[..., Any]:
    def run(tracer: Any, test: Any, iterable: Any) -> Any:
        def passes(item: Any) -> bool:
            verdict: bool | None = tracer.truth(tracer.call(test, (item,), {}))
            if verdict is None:
                raise Lose("where the iterator ends is not known")
            return verdict

        own = itertools.takewhile if taking else itertools.dropwhile
        return Iterator([], own(passes, each(tracer, iterable)))

    return run


function("itertools.takewhile")(_while(True))
function("itertools.dropwhile")(_while(False))


function("itertools.izip")(zip_)
