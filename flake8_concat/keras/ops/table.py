"""How a function is entered: a rule, the signature, and every name that it goes by.

A rule takes the leading parameters of the signature by position, as many as it has itself, and
those that it has by name only where the signature has them; the rest (names, dtypes, seeds,
thresholds) has no say in shapes and may be unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from inspect import CO_VARKEYWORDS
from typing import Any, TypeVar

from flake8_concat.keras.registry import (
    OPS,
    WITH_VALUES,
    Args,
    BadCall,
    Op,
    Signature,
    parse_signature,
)
from flake8_concat.shapes import Lose, Refusal, Refuse, Shape

Rule = TypeVar("Rule", bound=Callable[..., Any])

# What Python raises in a rule for an argument of a type that nobody gives: whether Keras raises
# too, and whether for its shape, is not known.
ODD = (TypeError, ValueError, LookupError, AttributeError, ArithmeticError)
NOT_UNDERSTOOD = "an argument is not understood"

# What TensorFlow 1 called arguments, where the function has none of that name today.
OLD_KEYWORDS = {
    "keep_dims": "keepdims",
    "reduction_indices": "axis",
    "dim": "axis",
    "squeeze_dims": "axis",
    "dimension": "axis",
    "concat_dim": "axis",
    "filter": "filters",
    "value": "input",
    "keep_prob": "rate",
    "seq_dim": "seq_axis",
    "batch_dim": "batch_axis",
}


class TensorFlowSignature(Signature):
    """A signature that takes the old spelling of keywords as well."""

    __slots__ = ()

    def bind(self, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Args:
        """Binds as Python does, old keywords as the new ones.

        Whoever hands on both gives None for the one that is not meant.
        """
        if any(name in OLD_KEYWORDS and name not in self.names for name in kwargs):
            given = {*self.names[: len(args)], *kwargs}
            renamed: dict[str, Any] = {}
            for name, value in kwargs.items():
                new = OLD_KEYWORDS.get(name, name) if name not in self.names else name
                if new == name or new not in given:
                    renamed[new] = value
                elif value is not None:
                    raise BadCall(f"got both {name} and {new}")
            kwargs = renamed
        return super().bind(args, kwargs)


@cache
def _signature(text: str) -> Signature:
    return parse_signature(text)


@cache
def _tensorflow_signature(text: str) -> Signature:
    s = parse_signature(text)
    return TensorFlowSignature(s.names, s.defaults, s.star, s.keywords, s.positional)


class Entered(Op):
    """A function as it is entered: what its `text` says is read when it is first called.

    Hundreds are entered, a program calls a few, and to read a signature is to compile it.
    """

    __slots__ = ("shapes", "text")

    def __init__(self, name: str, shapes: Callable[..., Any], text: str) -> None:
        put = object.__setattr__  # an Op is frozen
        put(self, "name", name)
        put(self, "shapes", shapes)
        put(self, "text", text)

    def __getattr__(self, attribute: str) -> Any:
        """Fills the slots that are empty yet: `rule`, `signature`, `unused`."""
        if attribute not in ("rule", "signature", "unused"):
            raise AttributeError(attribute)
        old = self.name.startswith("tf.")
        signature = _tensorflow_signature(self.text) if old else _signature(self.text)
        rule, unused = _adapted(self.shapes, _signature(self.text))
        for name, value in (("rule", rule), ("signature", signature), ("unused", unused)):
            object.__setattr__(self, name, value)
        return getattr(self, attribute)


def functions(signature: str, *names: str) -> Callable[[Rule], Rule]:
    """Enters a rule for the functions of one signature.

    `names` are rows "module: name name", or "module module: name" for a function that several
    modules export:

        @functions("x, name=None", "tf tf.math: abs sign", "tf: stop_gradient")
    """

    def enter(rule: Rule) -> Rule:
        for name in full_names(names):
            OPS[name] = Entered(name, rule, signature)
        return rule

    return enter


def with_values(*names: str) -> Callable[[Rule], Rule]:
    """Enters another rule for functions of `functions`, for tensors that are not symbolic.

    Those of the backend, eager or in the body of a layer: most functions give them the same shape.
    """

    def enter(rule: Rule) -> Rule:
        for name in full_names(names):
            symbolic = OPS[name]
            assert isinstance(symbolic, Entered)
            WITH_VALUES[name] = Entered(name, rule, symbolic.text)
        return rule

    return enter


def full_names(rows: tuple[str, ...]) -> Iterator[str]:
    """The names that rows stand for: "tf tf.math: abs" is "tf.abs" and "tf.math.abs"."""
    for row in rows:
        modules, _, names = row.partition(":")
        for module in modules.split():
            for name in names.split():
                yield f"{module}.{name}"


def _adapted(
    rule: Callable[..., Any], signature: Signature
) -> tuple[Callable[..., Any], frozenset[str]]:
    """The rule as `run_op` calls it, and the parameters that it does not read.

    A rule with `**more` also gets what the function takes as `**kwargs`.
    """
    order = list(signature.names)
    star, limit = signature.star, signature.positional or 0
    if star is not None:
        order.insert(limit, star)
    code = rule.__code__
    used = tuple(order[: code.co_argcount])
    by_name = code.co_varnames[code.co_argcount : code.co_argcount + code.co_kwonlyargcount]
    named = tuple(name for name in by_name if name in order)
    unused = frozenset(order) - {*used, *named}
    wants_more = bool(code.co_flags & CO_VARKEYWORDS)
    if star is None and not wants_more:

        def entry(**bound: Any) -> Any:
            try:
                options = {name: bound[name] for name in named}
                return checked(rule(*[bound[name] for name in used], **options))
            except ODD as problem:
                raise Lose(NOT_UNDERSTOOD) from problem

        return entry, unused

    def starred(*args: Any, **bound: Any) -> Any:
        bound.update(zip(order[:limit], args, strict=False))
        if star is not None:
            bound[star] = args[limit:]
        more = {key: bound[key] for key in bound if key not in order} if wants_more else {}
        try:
            return checked(rule(*[bound[name] for name in used], **more))
        except ODD as problem:
            raise Lose(NOT_UNDERSTOOD) from problem

    return starred, unused


def checked(result: Any) -> Any:
    """The result. Raises Refuse for a negative size, of which Keras makes no tensor."""
    if isinstance(result, Shape):
        for dim in result:
            if type(dim) is int and dim < 0:
                raise Refuse(Refusal.WRONG_SHAPE, f"a size would be negative: {result}")
    elif isinstance(result, list) or type(result) is tuple:
        for item in result:
            checked(item)
    return result
