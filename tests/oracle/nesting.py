"""Layers with layers in them, on both sides: for real Keras and for us.

compare_made(made("TimeDistributed", made("Dense", 4)), [(None, 3, 5)])
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import keras
from harness import Raised, Verdict, ask_keras, inputs_for, is_shapes, judge

from flake8_concat.keras.create import create
from flake8_concat.keras.families import load
from flake8_concat.keras.layer import Layer
from flake8_concat.shapes import Known, Mismatch, Unknown


@dataclass(frozen=True)
class Made:
    """`keras.layers.<name>(*args, **kwargs)`, not made yet; arguments may be Made themselves."""

    name: str
    args: tuple[Any, ...] = ()
    kwargs: dict[str, Any] = field(default_factory=dict)

    def __repr__(self) -> str:
        given = [*map(repr, self.args), *(f"{k}={v!r}" for k, v in self.kwargs.items())]
        return f"{self.name}({', '.join(given)})"


def made(name: str, *args: Any, **kwargs: Any) -> Made:
    return Made(name, args, kwargs)


class Refused(Exception):
    """A constructor of ours refused, or was not known."""

    def __init__(self, outcome: Mismatch | Unknown) -> None:
        super().__init__(str(outcome))
        self.outcome = outcome


def for_keras(value: Any) -> Any:
    if isinstance(value, Made):
        args = [for_keras(item) for item in value.args]
        kwargs = {key: for_keras(item) for key, item in value.kwargs.items()}
        return getattr(keras.layers, value.name)(*args, **kwargs)
    if isinstance(value, (list, tuple)):
        return type(value)(for_keras(item) for item in value)
    return value


def for_us(value: Any) -> Any:
    if isinstance(value, Made):
        args = tuple(for_us(item) for item in value.args)
        kwargs = {key: for_us(item) for key, item in value.kwargs.items()}
        layer = create(value.name, args, kwargs)
        if not isinstance(layer, Layer):
            raise Refused(layer)
        return layer
    if isinstance(value, (list, tuple)):
        return type(value)(for_us(item) for item in value)
    return value


def compare_made(layer: Made, *calls: Any, **named: Any) -> Verdict:
    """One layer called on each of `calls` in turn; the verdict is that of the last call.

    A call is a shape, a list or dict of shapes, or for several arguments a tuple of those.
    `named` are further arguments of every call; tuples and lists of tuples stand for tensors.
    """
    load()
    pairs = [
        [inputs_for(a, None, f"c{i}_{j}_") for j, a in enumerate(as_args(call))]
        for i, call in enumerate(calls)
    ]
    kw = {k: inputs_for(v, None, k) if is_shapes(v) else (v, v) for k, v in named.items()}

    def question() -> Any:
        made_layer = for_keras(layer)
        answer = None
        for call in pairs:
            answer = made_layer(*(t for t, _ in call), **{k: t for k, (t, _) in kw.items()})
        return answer

    def ours() -> Any:
        try:
            our_layer = for_us(layer)
        except Refused as refused:
            return refused.outcome
        outcome: Any = None
        for call in pairs:
            args = tuple(s for _, s in call)
            outcome = our_layer.outcome(args, {k: s for k, (_, s) in kw.items()})
            if not isinstance(outcome, Known):
                return outcome
            if our_layer.built is None:
                our_layer.built = our_layer.demands(args[0])
        return outcome

    text = f"{layer} on {calls} {named or ''}"
    return judge(ours(), ask_keras(question), text)


def as_args(call: Any) -> tuple[Any, ...]:
    """The arguments of a call: a tuple of shapes, or one shape or structure."""
    if isinstance(call, tuple) and call and not is_shapes(call):
        return call
    return (call,)


__all__ = ["Made", "Raised", "compare_made", "made"]
