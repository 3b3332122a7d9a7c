"""The modules math, operator, copy, and numbers of `fractions` and `statistics`."""

# What a function here does is what Python documents for its name; all take the tracer.

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from typing import Any

from flake8_concat.shapes import Lose, Size, is_number
from flake8_concat.trace.library import CONSTANTS, arithmetic, function
from flake8_concat.trace.library.builtins import bool_, pure
from flake8_concat.trace.library.plain import from_python, to_python
from flake8_concat.trace.library.quotient import Quotient
from flake8_concat.trace.values import Builtin, Dict, Instance, List, Set

# Functions of numbers that give one number.
MATH = (
    "acos acosh asin asinh atan atan2 atanh cbrt copysign cos cosh degrees dist erf erfc exp exp2 "
    "expm1 fabs fmod frexp gcd hypot isclose isfinite isinf isnan isqrt lcm ldexp lgamma log log10 "
    "log1p log2 modf nextafter pow radians remainder sin sinh sqrt tan tanh ulp fsum gamma"
).split()
LARGEST_FACTORIAL = 400  # 400! has 2888 bits


for _name in MATH:
    if hasattr(math, _name):  # some are younger than others
        function(f"math.{_name}")(pure(getattr(math, _name)))
for _name in ("pi", "e", "tau", "inf", "nan"):
    CONSTANTS[f"math.{_name}"] = getattr(math, _name)


def _rounding(name: str, of_quotient: Callable[[Quotient], Any]) -> Callable[..., Any]:
    own = getattr(math, name)

    def run(tracer: Any, value: Any) -> Any:
        if isinstance(value, Quotient):
            return of_quotient(value)
        if isinstance(value, Size) and is_number(value):
            return value
        return from_python(arithmetic.guarded(own, to_python(value)))

    return run


function("math.floor")(_rounding("floor", Quotient.floor))
function("math.trunc")(_rounding("trunc", Quotient.floor))
function("math.ceil")(_rounding("ceil", Quotient.ceil))


def _small(own: Callable[..., Any]) -> Callable[..., Any]:
    def run(tracer: Any, *numbers: Any) -> Any:
        values = [to_python(number) for number in numbers]
        if any(isinstance(value, int) and value > LARGEST_FACTORIAL for value in values):
            raise Lose("a number too large to follow")
        return from_python(arithmetic.guarded(own, *values))

    return run


for _name in ("factorial", "comb", "perm"):
    function(f"math.{_name}")(_small(getattr(math, _name)))


@function("math.prod")
def product(tracer: Any, items: Any, *, start: Any = 1) -> Any:
    total = start
    for item in tracer.items(items):
        total = tracer.binary("*", total, item)
    return total


# -- operator ---------------------------------------------------------------------------------
BINARY = {
    "add": "+", "sub": "-", "mul": "*", "truediv": "/", "floordiv": "//", "mod": "%", "pow": "**",
    "matmul": "@", "and_": "&", "or_": "|", "xor": "^", "lshift": "<<", "rshift": ">>",
}  # fmt: skip
COMPARE = {
    "eq": "==",
    "ne": "!=",
    "lt": "<",
    "le": "<=",
    "gt": ">",
    "ge": ">=",
    "is_": "is",
    "is_not": "is not",
}


def _binary(op: str) -> Callable[..., Any]:
    return lambda tracer, a, b: tracer.binary_in_call(op, a, b)


def _compare(op: str) -> Callable[..., Any]:
    return lambda tracer, a, b: tracer.compare(op, a, b)


for _name, _op in BINARY.items():
    function(f"operator.{_name}", f"operator.__{_name.rstrip('_')}__")(_binary(_op))
for _name, _op in COMPARE.items():
    function(f"operator.{_name}")(_compare(_op))
for _name in ("neg", "pos", "index", "invert"):
    function(f"operator.{_name}")(pure(getattr(operator, _name)))


def _in_place(op: str) -> Callable[..., Any]:
    return lambda tracer, a, b: tracer.augment(op, a, b)


function("operator.concat")(_binary("+"))
function("operator.iconcat")(_in_place("+"))
for _name, _op in BINARY.items():
    function(f"operator.i{_name.rstrip('_')}")(_in_place(_op))


@function("operator.truth")
def truth(tracer: Any, value: Any) -> Any:
    return bool_(tracer, value)


@function("operator.not_")
def not_(tracer: Any, value: Any) -> Any:
    return not bool_(tracer, value)


@function("operator.contains")
def contains(tracer: Any, container: Any, item: Any) -> Any:
    return tracer.compare("in", item, container)


@function("operator.getitem")
def getitem(tracer: Any, container: Any, key: Any) -> Any:
    return tracer.getitem(container, key)


@function("operator.itemgetter")
def itemgetter(tracer: Any, *keys: Any) -> Any:
    def run(tracer: Any, value: Any) -> Any:
        found = tuple(tracer.getitem(value, key) for key in keys)
        return found[0] if len(keys) == 1 else found

    return Builtin("itemgetter", run)


@function("operator.attrgetter")
def attrgetter(tracer: Any, *names: Any) -> Any:
    def one(tracer: Any, value: Any, name: str) -> Any:
        for part in to_python(name).split("."):
            value = tracer.getattr(value, part)
        return value

    def run(tracer: Any, value: Any) -> Any:
        found = tuple(one(tracer, value, name) for name in names)
        return found[0] if len(names) == 1 else found

    return Builtin("attrgetter", run)


@function("operator.methodcaller")
def methodcaller(tracer: Any, name: Any, *args: Any, **kwargs: Any) -> Any:
    return Builtin(
        "methodcaller",
        lambda tracer, value: tracer.call(tracer.getattr(value, to_python(name)), args, kwargs),
    )


# -- copy -------------------------------------------------------------------------------------
@function("copy.copy")
def copy(tracer: Any, value: Any) -> Any:
    if isinstance(value, (List, Dict, Set)):
        return tracer.call(tracer.getattr(value, "copy"), (), {})
    if isinstance(value, Instance):
        made = Instance(value.cls)
        made.attributes.update(value.attributes)
        made.attributes.blur = value.attributes.blur
        made.model, made.name, made.state = value.model, value.name, value.state
        return made
    to_python(value)
    return value


@function("copy.deepcopy")
def deepcopy(tracer: Any, value: Any, memo: Any = None) -> Any:
    return from_python(to_python(value))
