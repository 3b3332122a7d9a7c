"""Where the knowledge of Keras is entered and looked up.

A layer is one entry: a rule `(args, inputs) -> Shape` under `@layer("Name")`, beside its row in
`signatures/`. A function (`keras.ops.*`, `keras.backend.*`, `tf.*`) is one entry as well: a rule
under `@op("keras.ops.name")` whose own Python signature is the signature of the function.
Rules raise `Refuse` where real Keras raises and `Lose` where the answer can't be known.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from inspect import CO_VARARGS, CO_VARKEYWORDS
from typing import Any, TypeVar

from flake8_concat.keras.habits import meant
from flake8_concat.shapes import (
    UNKNOWN_SIZE,
    Condition,
    Known,
    Lose,
    Mismatch,
    Outcome,
    Refusal,
    Refuse,
    Shape,
    Unknown,
)

Rule = TypeVar("Rule", bound=Callable[..., Any])


class Args(dict[str, Any]):
    """The bound arguments of a constructor. Reading an unknown one loses track (`Lose`)."""

    __slots__ = ()

    def __getitem__(self, name: str) -> Any:
        value = dict.__getitem__(self, name)
        if isinstance(value, Unknown):
            raise Lose(value.why)
        return value


class BadCall(Exception):
    """The arguments don't bind to the signature; Python raises TypeError there.

    surplus:    more are given by position than there are
    missing:    the argument that is not given, where all that are given have their places
    unexpected: the name of the argument that there is none of
    twice:      an argument is given by position and by name
    remedy:     what may have been meant, or None
    """

    def __init__(
        self,
        what: str,
        *,
        surplus: bool = False,
        missing: str | None = None,
        unexpected: str | None = None,
        twice: bool = False,
        names: tuple[str, ...] = (),
    ) -> None:
        super().__init__(what)
        self.surplus, self.missing, self.unexpected, self.twice = (
            surplus,
            missing,
            unexpected,
            twice,
        )
        self.names = names

    @property
    def remedy(self) -> str | None:
        """The name that was meant by one that there is none of."""
        found = None if self.unexpected is None else meant(self.unexpected, self.names)
        return None if found is None else f"there is `{found}`"


def no_such_argument(name: str, names: tuple[str, ...]) -> BadCall:
    """What Python raises for a keyword that is none of these."""
    return BadCall(f"got an unexpected keyword argument {name!r}", unexpected=name, names=names)


class KerasClass:
    """A layer class of Keras where a layer may be meant: `Bidirectional(LSTM)`."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name


class Misuse(Mismatch):
    """The refusal of arguments that don't bind."""


class NotGiven(Misuse):
    """An argument is missing. A star in the call may bring it."""


def misuse_of(problem: BadCall) -> Misuse:
    """The refusal of a call that does not bind."""
    kind = Misuse if problem.missing is None else NotGiven
    return kind(Refusal.WRONG_SHAPE, str(problem), remedy=problem.remedy)


@dataclass(frozen=True, slots=True)
class Signature:
    """Parameter names in order; those absent from `defaults` are required."""

    names: tuple[str, ...]
    defaults: Mapping[str, Any]
    star: str | None = None  # the name of *args
    keywords: bool = False  # accepts **kwargs
    positional: int | None = None  # how many may be given by position; None: all

    def bind(self, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Args:
        """Binds as Python does. Raises BadCall where Python raises TypeError."""
        limit = len(self.names) if self.positional is None else self.positional
        bound = Args(self.defaults)
        if len(args) > limit:
            if self.star is None:
                raise BadCall(
                    f"takes {limit} positional argument{'s' * (limit != 1)}, got {len(args)}",
                    surplus=True,
                )
            bound[self.star] = args[limit:]
        given = self.names[: min(limit, len(args))]
        bound.update(zip(given, args, strict=False))
        for name, value in kwargs.items():
            if name in given:
                raise BadCall(f"got multiple values for argument {name!r}", twice=True)
            if name not in self.names and not self.keywords:
                raise no_such_argument(name, self.names)
            bound[name] = value
        for name in self.names:
            if name not in bound:
                raise BadCall(f"missing a required argument: {name!r}", missing=name)
        return bound


@dataclass(frozen=True, slots=True)
class InputSpec:
    """What a layer accepts, as `keras.layers.InputSpec` says it. None: anything."""

    ndim: int | None = None
    max_ndim: int | None = None
    min_ndim: int | None = None
    axes: tuple[tuple[int, Any], ...] = ()  # (axis, size) pairs that must agree


@dataclass(frozen=True, slots=True)
class LayerType:
    """A layer class of Keras.

    call:     (args, inputs) -> result, or (args, *call arguments) if `call_signature` is given.
              Shapes in, Shapes out (in the structure that Keras takes and returns).
    create:   raises Refuse where the constructor raises; stores normalised arguments in `args`.
    spec:     what inputs it accepts before it is built.
    built:    the layer's build(): (args, inputs) -> the InputSpec that its weights demand from
              then on. Raises Refuse where build() raises; asked on the first call only. Takes
              all that `call` takes, if `call_signature` is given.
    single:   takes one tensor, not a list of them.
    bare:     refuses even a list of one tensor, as Keras 3 does where it makes weights.
    """

    name: str
    call: Callable[..., Any]
    create: Callable[[Args], None] | None = None
    spec: Callable[[Args], InputSpec | None] | None = None
    built: Callable[..., InputSpec | None] | None = None
    single: bool = True
    call_signature: Signature | None = None
    bare: bool = False
    full_name: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "full_name", f"keras.layers.{self.name}")


@dataclass(frozen=True, slots=True)
class Op:
    """A function of Keras or TensorFlow on tensors.

    unused: parameters that the rule does not read; unknown ones are no reason to lose track.
    """

    name: str
    rule: Callable[..., Any]
    signature: Signature = field(repr=False)
    unused: frozenset[str] = frozenset()

    def with_rule(self, rule: Callable[..., Any]) -> Op:
        """The same function with another rule."""
        return Op(self.name, rule, self.signature, self.unused)


class Strict(Op):
    """A function that certainly is that of Keras 3: what does not bind there is refused."""

    __slots__ = ()


LAYERS: dict[str, LayerType] = {}
OPS: dict[str, Op] = {}
# What a function of OPS does to tensors of the backend, where that is something else.
WITH_VALUES: dict[str, Op] = {}

# Functions that no older Keras has with other arguments.
OF_KERAS_3 = (
    *("keras.ops.", "keras.random.", "keras.losses.", "keras.metrics.", "keras.initializers."),
    *("keras.layers.add", "keras.layers.average"),
    *("keras.layers.concatenate", "keras.layers.dot", "keras.layers.maximum"),
    *("keras.layers.minimum", "keras.layers.multiply", "keras.layers.subtract"),
)
# Arguments that never bear on a shape: unknown ones are no reason to lose track.
SHAPELESS = frozenset({"name", "dtype", "seed", "training", "mask"})


def layer(
    *names: str,
    create: Callable[[Args], None] | None = None,
    spec: InputSpec | Callable[[Args], InputSpec | None] | None = None,
    built: Callable[..., InputSpec | None] | None = None,
    single: bool = True,
    call: str | None = None,
    bare: bool = False,
) -> Callable[[Rule], Rule]:
    """Enters a rule for one or several layer classes; see LayerType.

    `call` is the signature of the layer's `call()` where it takes more than `inputs`:
    "query, value, key=None, return_attention_scores=False".
    """
    fixed = spec
    get_spec = (lambda _args: fixed) if isinstance(fixed, InputSpec) else fixed

    def enter(rule: Rule) -> Rule:
        signature = parse_signature(call) if call is not None else None
        for name in names:
            LAYERS[name] = LayerType(name, rule, create, get_spec, built, single, signature, bare)
        return rule

    return enter


def op(*names: str) -> Callable[[Rule], Rule]:
    """Enters a rule for one or several functions, by full name ("keras.ops.concatenate")."""

    def enter(rule: Rule) -> Rule:
        signature = signature_of(rule)
        for name in names:
            OPS[name] = Op(name, rule, signature)
        return rule

    return enter


def signature_of(function: Callable[..., Any]) -> Signature:
    """The signature of a rule, which is that of the function it stands for.

    Reads the code object: hundreds of rules are entered at import, `inspect` takes too long.
    """
    code = function.__code__
    count, only = code.co_argcount, code.co_kwonlyargcount
    names = code.co_varnames[: count + only]
    values = function.__defaults__ or ()
    defaults = dict(zip(names[count - len(values) : count], values, strict=True))
    defaults.update(function.__kwdefaults__ or {})
    star = None
    if code.co_flags & CO_VARARGS:
        star = code.co_varnames[count + only]
        defaults[star] = ()
    keywords = bool(code.co_flags & CO_VARKEYWORDS)
    positional = count if only or star else None
    return Signature(names, defaults, star, keywords, positional)


@cache  # of our own tables; some are asked for at each call of what they are for
def parse_signature(text: str) -> Signature:
    """A signature from its text: "filters, kernel_size, strides=(1, 1), **kwargs"."""
    scope: dict[str, Any] = {"inf": float("inf")}
    exec(f"def signature({text}): pass", scope)  # noqa: S102 - our own tables, never the user's text
    return signature_of(scope["signature"])


def run_op(operation: Op, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Outcome:
    """What Keras says to `operation(*args, **kwargs)`, with Shapes in the place of tensors."""
    try:
        bound = operation.signature.bind(args, kwargs)
        for name, value in bound.items():
            if isinstance(value, Unknown):
                if name not in SHAPELESS and name not in operation.unused:
                    return Unknown(value.why)
        star = bound.pop(operation.signature.star, ()) if operation.signature.star else ()
        if star:
            names = operation.signature.names
            limit = operation.signature.positional or 0
            leading = [dict.pop(bound, name) for name in names[:limit]]
            return as_outcome(operation.rule(*leading, *star, **bound))
        return as_outcome(operation.rule(**bound))
    except BadCall as problem:
        if operation.name.startswith(OF_KERAS_3) or type(operation) is Strict:
            return misuse_of(problem)
        return Unknown(f"{operation.name}() {problem}")
    except Lose as lost:
        return lost.unknown
    except Refuse as refused:
        return refused.mismatch


def as_outcome(result: Any) -> Outcome:
    """A rule's result as an Outcome. Rules may return one themselves, to add conditions."""
    return result if isinstance(result, (Known, Unknown)) else Known(result)


def spec_conditions(spec: InputSpec, shape: Shape) -> tuple[Condition, ...]:
    """What a spec asks of sizes that nobody knows yet: that of the call for which it was built."""
    found = []
    for axis, size in spec.axes:
        there = shape[axis]
        if size is None or size is there or UNKNOWN_SIZE in (size, there) or size == there:
            continue
        if type(size) is not int or type(there) is not int:
            found.append(Condition(size, there, axis=axis % len(shape), inputs=(0,)))
    return tuple(found)


def check_spec(spec: InputSpec | None, shape: Shape) -> None:
    """Mirrors keras.src.layers.input_spec.assert_input_compatibility for one tensor."""
    if spec is None:
        return
    rank = len(shape)
    if spec.ndim is not None and rank != spec.ndim:
        raise Refuse(
            Refusal.WRONG_RANK,
            f"expected ndim={spec.ndim}, found ndim={rank}: {shape}",
            inputs=(0,),
        )
    if spec.max_ndim is not None and rank > spec.max_ndim:
        raise Refuse(
            Refusal.WRONG_RANK,
            f"expected max_ndim={spec.max_ndim}, found ndim={rank}: {shape}",
            inputs=(0,),
        )
    if spec.min_ndim is not None and rank < spec.min_ndim:
        raise Refuse(
            Refusal.WRONG_RANK,
            f"expected min_ndim={spec.min_ndim}, found ndim={rank}: {shape}",
            inputs=(0,),
        )
    for axis, size in spec.axes:
        found = shape[axis]
        if type(size) is int and type(found) is int and size != found:
            raise Refuse(
                Refusal.CHANNELS,
                f"expected axis {axis} to have size {size}, found {found}: {shape}",
                axis=axis % rank,
                sizes=(size, found),
                inputs=(0,),
            )
