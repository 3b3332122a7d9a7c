"""Layers: instances of Keras' layer classes, and what Keras says when one is called."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from flake8_concat.keras.answers import Answers, holds_for_all
from flake8_concat.keras.calling import as_meant, misuse
from flake8_concat.keras.graph import Node, Operation
from flake8_concat.keras.kinds_of_arguments import refused_kind
from flake8_concat.keras.no_tensors import refused_input
from flake8_concat.keras.registry import (
    Args,
    BadCall,
    InputSpec,
    LayerType,
    Op,
    as_outcome,
    check_spec,
    spec_conditions,
)
from flake8_concat.shapes import (
    Condition,
    Known,
    Lose,
    Mismatch,
    OfKeras3,
    Outcome,
    Refusal,
    Refuse,
    Shape,
    Unknown,
)


class Layer:
    """An instance of a layer class of Keras: its type, its arguments, and what it was built for.

    answers:  what Keras says to a first call; one for all layers that were made with the same
              arguments, None where others may have been set since
    extended: whether a class that is derived from its own may give it other weights, or more
    site:     where it was made (the tracer's own object)
    """

    __slots__ = ("_fresh", "answers", "args", "built", "extended", "name", "nodes", "site", "type")

    def __init__(self, kind: LayerType, args: Args, name: str) -> None:
        self.type, self.args, self.name = kind, args, name
        self.built: InputSpec | None = None  # what its weights demand, once it was called
        self.extended = False
        self._fresh: tuple[Any, InputSpec] | None = None  # what build() was last asked, and said
        self.answers: Answers | None = None
        self.nodes: list[Node] = []
        self.site: Any = None

    def outcome(self, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Outcome:
        """What Keras says to `layer(*args, **kwargs)`, with Shapes in the place of tensors.

        Mirrors keras.layers.Layer.__call__: the arguments, the input spec, build,
        compute_output_spec.
        """
        plain = len(args) == 1 and type(args[0]) is Shape and not kwargs
        if self.answers is not None and self.built is None and len(args) == 1 and not kwargs:
            given = args[0]
            if plain:
                found = self.answers.get(given)
                if found is None:
                    return self._answer(self.answers, given, given)
                self._fresh = given, found[1]
                return found[0]
            if type(given) is list and all(type(item) is Shape for item in given):
                return self._answer(self.answers, given, (list, *given))
        return self._judged(args, kwargs, plain=plain)

    def _answer(self, answers: Answers, given: Any, key: Any) -> Outcome:
        """What Keras says to a first call on one tensor or a list of some."""
        found = answers.get(key) or answers.of_form(key)
        if found is None:
            outcome = self._judged((given,), {}, plain=type(given) is Shape)
            if not holds_for_all(outcome, key):
                return outcome
            found = answers.keep(key, outcome, self.demands(given))
        self._fresh = given, found[1]
        return found[0]

    def _judged(self, args: tuple[Any, ...], kwargs: Mapping[str, Any], *, plain: bool) -> Outcome:
        """What Keras says; `plain`: to one tensor and nothing else."""
        if not plain or self.type.call_signature is not None:
            wrong = misuse(self.type, args, kwargs)
            if wrong is not None:
                meant = self._outcome(*as_meant(self.type, args, kwargs))
                return replace(wrong, recover=meant.result) if type(meant) is Known else wrong
            refusal = refused_input(self.type, args, kwargs)
            if refusal is not None:
                return refusal
        return self._outcome(args, kwargs)

    def _outcome(self, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Outcome:
        """The same for arguments that `call()` takes."""
        kind = self.type
        problem = refused_kind(kind.name, self.args, called=True)
        if problem is not None:
            return Mismatch(Refusal.WRONG_SHAPE, problem)
        try:
            if kind.call_signature is not None:
                bound = kind.call_signature.bind(args, self.without_training(kwargs))
                inputs = bound.get(kind.call_signature.names[0])
                rest = [bound[name] for name in kind.call_signature.names[1:]]
            else:
                inputs, rest = first_argument(args, kwargs), []
            if isinstance(inputs, Unknown):
                return Unknown(inputs.why)
            if kind.single:
                inputs = self._single(inputs, args, kwargs)
            if kind.spec is not None and isinstance(inputs, Shape):
                check_spec(kind.spec(self.args), inputs)
            if self.built is None:
                refusal = self._build(inputs, rest)
                if refusal is not None:
                    return refusal
            elif isinstance(inputs, Shape):
                check_spec(self.built, inputs)
                asked = spec_conditions(self.built, inputs)
                return _also(as_outcome(kind.call(self.args, inputs, *rest)), asked)
            return as_outcome(kind.call(self.args, inputs, *rest))
        except BadCall as problem:
            return Unknown(f"{self.name}() {problem}")
        except Lose as lost:
            return lost.unknown
        except Refuse as refused:
            return refused.mismatch

    def _single(self, inputs: Any, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Shape:
        """The one tensor that it takes. A refused list of one gives what that one would."""
        try:
            return single(inputs, bare=self.type.bare)
        except Refuse as refused:
            if isinstance(inputs, (list, tuple)) and len(inputs) == 1 and args:
                outcome = self.computed((inputs[0], *args[1:]), kwargs)
                if type(outcome) is Known:
                    refused.mismatch = replace(refused.mismatch, recover=outcome.result)
            raise

    def computed(self, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Outcome:
        """What it gives for these Shapes when a model it is in is run again on other sizes.

        There Keras asks for `compute_output_spec` alone: neither the input spec nor what the
        weights were made for is checked (keras.src.ops.function.Function.compute_output_spec).
        """
        kind = self.type
        try:
            if kind.call_signature is not None:
                bound = kind.call_signature.bind(args, self.without_training(kwargs))
                inputs, *rest = (bound.get(name) for name in kind.call_signature.names)
            else:
                inputs, rest = first_argument(args, kwargs), []
            if isinstance(inputs, Unknown):
                return Unknown(inputs.why)
            inputs = single(inputs) if kind.single else inputs
            return as_outcome(kind.call(self.args, inputs, *rest))
        except (IndexError, ValueError):  # rules may count on the rank of the input spec
            return Unknown(f"{self.name} is given a tensor of another rank")
        except BadCall as problem:
            return Unknown(f"{self.name}() {problem}")
        except Lose as lost:
            return lost.unknown
        except Refuse as refused:
            return refused.mismatch

    def without_training(self, kwargs: Mapping[str, Any]) -> Mapping[str, Any]:
        """The keywords as `call()` gets them: `training` goes no further where it takes none."""
        signature = self.type.call_signature
        if "training" not in kwargs or signature is None or "training" in signature.names:
            return kwargs
        return {name: value for name, value in kwargs.items() if name != "training"}

    def _build(self, inputs: Any, rest: list[Any]) -> Mismatch | None:
        """What Keras says if the weights can't be made."""
        rule = self.type.built
        if rule is None:
            return None
        try:
            spec = build(rule, self.args, inputs, *rest)
        except Refuse as refused:
            return self.recovered(refused.mismatch, inputs, rest)
        if not rest:
            self._fresh = inputs, spec
        return None

    def recovered(self, mismatch: Mismatch, inputs: Any, rest: list[Any]) -> Mismatch:
        """A refusal of build(), with what the layer would give if it had its weights."""
        if type(mismatch.recover) is not Unknown:
            return mismatch
        try:
            outcome = as_outcome(self.type.call(self.args, inputs, *rest))
        except (Lose, Refuse, IndexError):  # rules may count on what build() has made sure of
            return mismatch
        return replace(mismatch, recover=outcome.result) if type(outcome) is Known else mismatch

    def demands(self, inputs: Any) -> InputSpec:
        """What its weights will accept after a first call on `inputs` (Shapes).

        To be kept in `built`: a layer that was built is not built again, and Keras checks some
        things only when it builds.
        """
        if self.type.built is None:
            return InputSpec()
        if self._fresh is not None and self._fresh[0] is inputs:
            return self._fresh[1]
        if self.type.single and not isinstance(inputs, Shape):
            try:
                inputs = single(inputs)
            except (Lose, Refuse):
                return InputSpec()
        try:
            return self.type.built(self.args, inputs, *self.call_defaults()) or InputSpec()
        except (Lose, Refuse):
            return InputSpec()

    def call_defaults(self) -> list[Any]:
        """The arguments of `call()` after the first, where nothing is given for them."""
        signature = self.type.call_signature
        if signature is None:
            return []
        return [signature.defaults.get(name) for name in signature.names[1:]]


def _also(outcome: Outcome, conditions: tuple[Condition, ...]) -> Outcome:
    """An outcome with further conditions."""
    if not conditions or type(outcome) is not Known:
        return outcome
    return replace(outcome, conditions=(*outcome.conditions, *conditions))


def first_argument(args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Any:
    """The tensor argument of a layer's call: the first, by position or as `inputs`."""
    if args:
        return args[0]
    for name in ("inputs", "x", "sequences"):
        if name in kwargs:
            return kwargs[name]
    raise BadCall("missing a required argument: 'inputs'")


def build(rule: Callable[..., InputSpec | None], args: Args, *inputs: Any) -> InputSpec:
    """What a layer checks when it builds its weights, and demands then. Raises Refuse as Keras."""
    try:
        return rule(args, *inputs) or InputSpec()
    except Lose:
        return InputSpec()


ITSELF = "call it on the tensor itself"  # not on a list of it


def single(inputs: Any, *, bare: bool = False) -> Shape:
    """The one tensor that a layer takes. Mirrors the count in assert_input_compatibility.

    A list of one passes that, and then it depends on the layer: `bare` says that it refuses.
    """
    if isinstance(inputs, Shape):
        return inputs
    if not isinstance(inputs, (list, tuple)) or not all(isinstance(i, Shape) for i in inputs):
        items = inputs if isinstance(inputs, (list, tuple)) else (inputs,)
        raise no_tensor(*items)
    count = len(inputs)
    if not count:
        raise Lose("it is called on an empty list")
    if count == 1 and not bare:
        raise Lose("it is called on a list of one tensor")
    what = "a list of one tensor" if count == 1 else f"a list of {count} tensors"
    remedy = ITSELF if count == 1 else None
    recover = Unknown(f"it is called on {what}")
    kind = OfKeras3 if count == 1 else Mismatch
    raise Refuse(
        Refusal.WRONG_SHAPE,
        f"takes 1 tensor, is called on {what}",
        kind,
        remedy=remedy,
        recover=recover,
    )


def no_tensor(*inputs: Any) -> Lose | Refuse:
    """What to raise where these are not all tensors: Keras refuses a layer in a tensor's place."""
    for item in inputs:
        if isinstance(item, Unknown):
            return Lose(item.why)
    for item in inputs:
        if isinstance(item, Operation) and not isinstance(item, Op):
            return Refuse(
                Refusal.WRONG_SHAPE,
                f"is called on the layer {item.name!r}, not on a tensor",
                remedy="call that layer first, and this one on what it returns",
            )
        if isinstance(item, (list, tuple)) and item and all(isinstance(s, Shape) for s in item):
            kind = "tuple" if isinstance(item, tuple) else "list"
            return Refuse(
                Refusal.WRONG_SHAPE,
                f"one of what it is called on is a {kind} of {len(item)} tensors, not a tensor",
            )
    return Lose("what it is called on is not a tensor that can be followed")
