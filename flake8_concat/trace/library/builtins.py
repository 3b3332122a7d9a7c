"""Python's own functions on numbers and collections: len, range, zip, sorted, int, min, ..."""

# What a function here does is what Python documents for its name; all take the tracer.

from __future__ import annotations

import builtins
from collections.abc import Callable
from typing import Any

from flake8_concat.keras.graph import Tensor
from flake8_concat.shapes import Lose, Shape, Size, Unknown, is_number
from flake8_concat.trace.key_orders import follow
from flake8_concat.trace.library import arithmetic, function
from flake8_concat.trace.library.formatting import format_value, text_of
from flake8_concat.trace.library.iterating import each
from flake8_concat.trace.library.keys import distinct, put
from flake8_concat.trace.library.objects import Error, Object
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
    Free,
    List,
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


@function("builtins.exit", "builtins.quit", "sys.exit", "os._exit")
def leave(tracer: Any, *status: Any) -> Any:
    """Nothing runs behind it."""
    raise Raised("SystemExit")


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
