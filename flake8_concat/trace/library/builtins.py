"""Python's own functions on numbers and collections: len, range, zip, sorted, int, min, ..."""

# What a function here does is what Python documents for its name; all take the tracer.

from __future__ import annotations

import builtins
from collections.abc import Callable, Iterable
from collections.abc import Iterator as IteratorOf
from typing import Any

from flake8_concat.keras.graph import Tensor
from flake8_concat.shapes import Lose, Shape, Size, Unknown, is_number
from flake8_concat.trace.key_orders import follow
from flake8_concat.trace.library import arithmetic, function
from flake8_concat.trace.library.formatting import format_value, text_of
from flake8_concat.trace.library.keys import distinct, put
from flake8_concat.trace.library.objects import Endless, Error, Iterator, Object
from flake8_concat.trace.library.plain import (
    ITEMS,
    bounded,
    contents,
    from_python,
    to_python,
    why_unknown,
)
from flake8_concat.trace.library.quotient import Quotient
from flake8_concat.trace.values import (
    Dict,
    External,
    Free,
    Instance,
    List,
    Method,
    Raised,
    Set,
    uncertain,
)

# Functions that give the same for the same plain data, and never much of it.
PURE: dict[str, Callable[..., Any]] = {
    "bin": bin,
    "chr": chr,
    "complex": complex,
    "divmod": divmod,
    "hex": hex,
    "oct": oct,
    "ord": ord,
}


def pure(run: Callable[..., Any]) -> Callable[..., Any]:
    """What carries out a function by calling Python's own on plain data."""

    def carry_out(tracer: Any, *args: Any, **kwargs: Any) -> Any:
        values = [to_python(value) for value in args]
        named = {name: to_python(value) for name, value in kwargs.items()}
        return from_python(arithmetic.guarded(run, *values, **named))

    return carry_out


for _name, _run in PURE.items():
    function(f"builtins.{_name}")(pure(_run))


_MISSING = object()
_MISSING_ITEM = object()


@function("builtins.abs")
def absolute(tracer: Any, value: Any) -> Any:
    if isinstance(value, Tensor):
        return tracer.unary("abs", value, tracer.site)
    return from_python(arithmetic.guarded(abs, to_python(value)))


POWER_BITS = 512  # of any number in `pow(a, b, modulo)`


def whole(value: Any) -> Any:
    """A value where Python takes a whole number. Raises Lose, Raised."""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, int):
        return value
    if isinstance(value, (str, float, list, tuple, dict, type(None))):
        raise Raised("TypeError")
    raise Lose(why_unknown(value))


@function("builtins.len")
def length(tracer: Any, value: Any) -> Any:
    if isinstance(value, (str, bytes, tuple, frozenset)):
        return len(value)
    if isinstance(value, (list, dict, set)):
        why = uncertain(value)
        if why is not None:
            raise Lose(why.why)
        return len(value)
    if isinstance(value, range):
        return arithmetic.guarded(len, value)
    if isinstance(value, Tensor) and isinstance(value.shape, Shape) and value.shape:
        if type(value.shape[0]) is int and not value.symbolic:
            return value.shape[0]
    if isinstance(value, (int, float, complex, type(None))):
        raise Raised("TypeError")
    if isinstance(value, Object) or not isinstance(value, (Unknown, Tensor, Size)):
        return tracer.call(tracer.getattr(value, "__len__"), (), {})
    raise Lose(why_unknown(value))


@function("builtins.range", "builtins.xrange")
def make_range(tracer: Any, *limits: Any) -> Any:
    return arithmetic.guarded(range, *map(whole, limits))


@function("builtins.slice")
def make_slice(tracer: Any, *limits: Any) -> Any:
    return slice(*limits)


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


def ordered(tracer: Any, items: list[Any], key: Any, reverse: Any = False) -> list[Any]:
    """The items sorted. Raises Lose where their order is not known."""
    keys = list(items) if key is None else [tracer.call(key, (item,), {}) for item in items]
    backwards = tracer.truth(reverse)
    if backwards is None:
        raise Lose("whether the order is reversed is not known")
    plain = to_python(List(_deciding(keys)))
    order = arithmetic.guarded(sorted, range(len(items)), key=plain.__getitem__, reverse=backwards)
    return [items[i] for i in order]


def _deciding(keys: list[Any]) -> list[Any]:
    """The keys, or their first items where these decide: `sorted(layers.items())`."""
    if not keys or not all(type(key) is tuple and key for key in keys):
        return keys
    first = [key[0] for key in keys]
    distinct = all(isinstance(item, (str, int)) for item in first) and len(set(first)) == len(first)
    return first if distinct else keys


@function("builtins.sorted")
def sorted_(tracer: Any, iterable: Any, *, key: Any = None, reverse: Any = False) -> Any:
    if isinstance(iterable, (set, frozenset, dict)):  # their order does not matter
        return List(ordered(tracer, list(contents(iterable)), key, reverse))
    return List(ordered(tracer, list(tracer.items(iterable)), key, reverse))


def _extreme(operator: str) -> Callable[..., Any]:
    def run(tracer: Any, *args: Any, key: Any = None, default: Any = _MISSING) -> Any:
        if not args:
            raise Raised("TypeError")
        items = list(tracer.items(args[0])) if len(args) == 1 else list(args)
        if not items:
            if default is not _MISSING:
                return default
            raise Raised("ValueError")
        keys = items if key is None else [tracer.call(key, (item,), {}) for item in items]
        best = 0
        for i in range(1, len(items)):
            better = tracer.truth(tracer.compare(operator, keys[i], keys[best]))
            if better is None:
                raise Lose(why_unknown(keys[i] if not isinstance(keys[i], int) else keys[best]))
            if better:
                best = i
        return items[best]

    return run


function("builtins.min")(_extreme("<"))
function("builtins.max")(_extreme(">"))


@function("builtins.sum")
def sum_(tracer: Any, iterable: Any, start: Any = 0) -> Any:
    if isinstance(start, (str, bytes)):
        raise Raised("TypeError")
    total = start
    items = iterable if isinstance(iterable, (set, frozenset)) else tracer.items(iterable)
    for item in contents(items):
        total = tracer.binary_in_call("+", total, item)
    return total


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


def _quantifier(decisive: bool) -> Callable[..., Any]:
    def run(tracer: Any, iterable: Any) -> Any:
        unknown = None
        items = iterable if isinstance(iterable, (set, frozenset)) else each(tracer, iterable)
        for item in contents(items):
            verdict = tracer.truth(item)
            if verdict is decisive:
                return decisive
            unknown = item if verdict is None else unknown
        if unknown is not None:
            raise Lose(why_unknown(unknown))
        return not decisive

    return run


function("builtins.any")(_quantifier(True))
function("builtins.all")(_quantifier(False))


@function("builtins.int")
def int_(tracer: Any, value: Any = 0, base: Any = _MISSING) -> Any:
    if isinstance(value, Size):
        return value if is_number(value) else _not_a_number(value)
    if isinstance(value, Quotient):
        return value.floor()
    if type(value) is Free:
        return value.part("int()", f"int({value.text})").size
    if isinstance(value, Tensor) and not value.symbolic:
        return int_(tracer, scalar(value))
    args = (to_python(value),) if base is _MISSING else (to_python(value), to_python(base))
    if isinstance(args[0], (str, bytes)) and len(args[0]) > 1000:
        raise Lose("a number too long to read")
    return bounded(arithmetic.guarded(int, *args))


def _not_a_number(size: Size) -> Any:
    if size.literal is False:
        raise Raised("TypeError")
    raise Lose(f"the size {size} is not known to be a number")


def scalar(tensor: Tensor) -> Any:
    """The one element of a tensor whose content is known. Raises Lose."""
    content = getattr(tensor.shape, "content", None)
    while isinstance(content, tuple) and len(content) == 1:
        content = content[0]
    if content is None or isinstance(content, tuple):
        raise Lose("the elements of the tensor are not known")
    return content


@function("builtins.float")
def float_(tracer: Any, value: Any = 0.0) -> Any:
    if isinstance(value, Size) and is_number(value):
        return Quotient(value, 1)
    if isinstance(value, Quotient):
        return value
    if isinstance(value, Tensor) and not value.symbolic:
        value = scalar(value)
    return arithmetic.guarded(float, to_python(value))


@function("builtins.bool")
def bool_(tracer: Any, value: Any = False) -> Any:
    verdict = tracer.truth(value)
    if verdict is None:
        raise Lose(why_unknown(value))
    return verdict


@function("builtins.round")
def round_(tracer: Any, value: Any, ndigits: Any = None) -> Any:
    if isinstance(value, Size) and is_number(value) and ndigits is None:
        return value
    return bounded(arithmetic.guarded(round, to_python(value), to_python(ndigits)))


@function("builtins.pow")
def pow_(tracer: Any, a: Any, b: Any, mod: Any = None) -> Any:
    if mod is None:
        return tracer.binary("**", a, b)
    numbers = [to_python(value) for value in (a, b, mod)]
    if any(isinstance(n, int) and n.bit_length() > POWER_BITS for n in numbers):
        raise Lose("a number too large to follow")
    return bounded(arithmetic.guarded(pow, *numbers))


def _collection(kind: Callable[[Any], Any]) -> Callable[..., Any]:
    def run(tracer: Any, iterable: Any = ()) -> Any:
        hidden = getattr(iterable, "blur", None)
        if hidden is not None and kind is List:
            made = List()
            made.blur = hidden
            return made
        items = tracer.items(iterable)
        if len(items) > ITEMS:
            raise Lose("a collection too long to follow")
        return tracer.born(kind(items))

    return run


function("builtins.list")(_collection(List))
function("builtins.tuple")(_collection(tuple))


def _unordered(kind: Callable[[Any], Any]) -> Callable[..., Any]:
    def run(tracer: Any, iterable: Any = ()) -> Any:
        items = iterable if isinstance(iterable, (set, frozenset)) else tracer.items(iterable)
        return kind(distinct(contents(items)))

    return run


function("builtins.set")(_unordered(Set))
function("builtins.frozenset")(_unordered(frozenset))


@function("builtins.dict")
def dict_(tracer: Any, source: Any = (), **named: Any) -> Any:
    return fill_dict(tracer, tracer.born(Dict()), source, named)


def fill_dict(tracer: Any, target: Dict, source: Any, named: dict[str, Any]) -> Dict:
    """`target.update(source, **named)`; what can't be known blurs it."""
    try:
        follow(target, source)
        pairs = contents(source).items() if isinstance(source, dict) else tracer.items(source)
        for pair in pairs:
            parts = tracer.items(pair)
            if len(parts) != 2:
                raise Raised("ValueError")
            put(target, *parts)
    except Lose as lost:
        target.blur = lost.unknown
    for name, value in named.items():
        put(target, name, value)
    return bounded(target)  # type: ignore[no-any-return]


@function("builtins.str")
def str_(tracer: Any, value: Any = "", *encoding: Any) -> Any:
    if isinstance(value, str) and not encoding:
        return value
    if encoding:
        return arithmetic.guarded(str, to_python(value), *map(to_python, encoding))
    if isinstance(value, Error) and len(value.args) < 2:
        return str_(tracer, value.args[0]) if value.args else ""
    return text_of(value, "s")


@function("builtins.repr")
def repr_(tracer: Any, value: Any) -> Any:
    return text_of(value, "r")


@function("builtins.ascii")
def ascii_(tracer: Any, value: Any) -> Any:
    return text_of(value, "a")


@function("builtins.format")
def format_(tracer: Any, value: Any, spec: Any = "") -> Any:
    return format_value(value, None, to_python(spec))


@function("builtins.bytes")
def bytes_(tracer: Any, value: Any = b"", *encoding: Any) -> Any:
    data = to_python(value)
    if isinstance(data, int) and data > ITEMS:
        raise Lose("bytes too many to follow")
    return bounded(arithmetic.guarded(bytes, data, *map(to_python, encoding)))


# Not more than that they ran is known of these.
INERT = ("print", "breakpoint")
UNKNOWN = (
    "compile",
    "eval",
    "exec",
    "hash",
    "id",
    "input",
    "open",
)


def inert(tracer: Any, *args: Any, **kwargs: Any) -> None:
    """A function whose result is None and whose work is none of ours."""


def unknown(name: str) -> Callable[..., Any]:
    """What carries out a function whose result nobody can know."""

    def run(tracer: Any, *args: Any, **kwargs: Any) -> Any:
        return Unknown(f"what `{name}()` gives is known only when it runs")

    return run


for _name in INERT:
    function(f"builtins.{_name}")(inert)
for _name in UNKNOWN:
    function(f"builtins.{_name}")(unknown(_name))


def exception(name: str) -> Callable[..., Any]:
    """What makes an exception of that name."""
    return lambda tracer, *args, **kwargs: Error(name, args)


EXCEPTIONS = tuple(
    name
    for name, kind in vars(builtins).items()
    if isinstance(kind, type) and issubclass(kind, BaseException)
)
for _name in EXCEPTIONS:
    function(f"builtins.{_name}")(exception(_name))

from flake8_concat.trace.library import introspection  # noqa: E402, F401
