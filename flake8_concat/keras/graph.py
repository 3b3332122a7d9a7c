"""Tensors and how they came about: the graph that a functional model is.

A `Tensor` knows its past: the `Node` that made it holds the operation, its arguments (with the
tensors in them) and the place in the source. Messages, hovers, models and `get_layer` read that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import Any, Protocol, TypeGuard, runtime_checkable

from flake8_concat.keras.calling import as_meant, misuse
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
    run_op,
    spec_conditions,
)
from flake8_concat.shapes import (
    UNKNOWN_SIZE,
    Choice,
    Condition,
    Dim,
    Known,
    Lose,
    Mismatch,
    OfKeras3,
    Outcome,
    Refusal,
    Refuse,
    Shape,
    Unknown,
    is_none,
)


@runtime_checkable
class Operation(Protocol):
    """Whatever can be called on tensors: a layer, a function, a model."""

    @property
    def name(self) -> str:
        """What messages call it."""
        ...

    def outcome(self, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Outcome:
        """What Keras says, with Shapes in the place of tensors."""
        ...


class Node:
    """One call that made tensors. `site` is where (the tracer's own object).

    `told` and `before` are for those who read the graph when it is whole: what they found out of
    the way that leads here, and the nodes that made the inputs. `inside` is there for a layer of
    the program alone: the tensors that its body made, with their own past.
    """

    __slots__ = ("args", "before", "inside", "kwargs", "operation", "outputs", "site", "told")
    before: tuple[Node, ...]
    inside: list[Tensor]
    told: Any

    def __init__(
        self, operation: Any, args: tuple[Any, ...], kwargs: Mapping[str, Any], site: Any
    ) -> None:
        self.operation, self.args, self.kwargs, self.site = operation, args, kwargs, site
        self.outputs: Any = ()

    @property
    def inputs(self) -> list[Tensor]:
        """All tensors among the arguments, in order."""
        if len(self.args) == 1 and type(self.args[0]) is Tensor and not self.kwargs:
            return [self.args[0]]  # so for most layers
        return [*tensors_in(self.args), *tensors_in(self.kwargs)]


class Tensor:
    """A tensor of the model being built, or (`symbolic=False`) one with values of its own.

    shape:   its Shape, or an Unknown if not even the rank is known
    node:    what made it
    merged:  it may be another tensor of the same shape (two branches were joined)
    holds:   what is known of its dtype, see keras/dtypes.py: a kind of numbers, or the tensor that
             it has it from; None as long as nobody asked the node
    """

    __slots__ = ("holds", "merged", "node", "shape", "symbolic")

    def __init__(
        self,
        shape: Shape | Unknown,
        node: Node | None,
        *,
        symbolic: bool = True,
        merged: bool = False,
    ) -> None:
        self.shape, self.node, self.symbolic, self.merged = shape, node, symbolic, merged
        self.holds: Any = None

    def __repr__(self) -> str:
        return f"Tensor{self.shape}"


MAX_ANSWERS = 128  # of one kind of layer, on as many Shapes: a DenseNet asks a hundred
MAX_ITEMS = 100_000  # of a structure that is searched for tensors
_WITHOUT = frozenset({int, str, float, bool, type(None), Shape})  # what holds no tensor


def tensors_in(value: Any) -> Iterator[Tensor]:
    """The tensors in a structure of lists, tuples and dicts, depth first.

    Goes into no more collections after MAX_ITEMS items: a list may hold itself, or one list twice
    on fifty levels.
    """
    todo, count = [value], 0
    while todo:
        item = todo.pop()
        kind = type(item)
        if kind is Tensor:
            yield item
        elif kind in _WITHOUT:  # so for most
            continue
        elif isinstance(item, (list, tuple)):
            count += len(item)
            if count <= MAX_ITEMS:
                todo.extend(reversed(item))
        elif isinstance(item, dict):
            count += len(item)
            if count <= MAX_ITEMS:
                todo.extend(reversed(item.values()))


def search_tensor(value: Any, most: int) -> tuple[bool, int]:
    """Whether a structure holds a tensor, and how many items were looked at to tell.

    Goes into no more collections after `most` items.
    """
    todo, searched = [value], 0
    while todo:
        item = todo.pop()
        if type(item) is Tensor:
            return True, searched
        if type(item) in _WITHOUT:
            continue
        if isinstance(item, (list, tuple, dict)):
            searched += len(item)
            if searched <= most:
                todo.extend(reversed(item.values() if isinstance(item, dict) else item))
    return False, searched


def map_tensors(value: Any, change: Callable[[Tensor], Any]) -> Any:
    """The same structure with every tensor changed. Leaves all else as it is."""
    kind = type(value)
    if kind is Tensor:
        return change(value)
    if kind in _WITHOUT or isinstance(value, Shape):
        return value
    if kind is tuple:
        return tuple([map_tensors(item, change) for item in value])
    if isinstance(value, (list, tuple)):
        items = [map_tensors(item, change) for item in value]
        return items if isinstance(value, list) else _tuple_like(kind, items)
    if isinstance(value, dict):
        return {key: map_tensors(item, change) for key, item in value.items()}
    return value


def _tuple_like(kind: type, items: list[Any]) -> Any:
    return kind(*items) if hasattr(kind, "_fields") else tuple(items)


def shapes_of(value: Any) -> Any:
    """The structure with Shapes in the place of tensors. Raises Lose if one has none."""

    def shape(tensor: Tensor) -> Shape:
        if isinstance(tensor.shape, Unknown):
            raise Lose(tensor.shape.why)
        return tensor.shape

    return map_tensors(value, shape)


class Layer:
    """An instance of a layer class of Keras: its type, its arguments, and what it was built for.

    answers:  what Keras says to a first call, by the Shape; one dict for all layers that were made
              with the same arguments, None where others may have been set since
    extended: whether a class that is derived from its own may give it other weights, or more
    """

    __slots__ = ("_fresh", "answers", "args", "built", "extended", "name", "nodes", "type")

    def __init__(self, kind: LayerType, args: Args, name: str) -> None:
        self.type, self.args, self.name = kind, args, name
        self.built: InputSpec | None = None  # what its weights demand, once it was called
        self.extended = False
        self._fresh: tuple[Any, InputSpec] | None = None  # what build() was last asked, and said
        self.answers: dict[Any, tuple[Known, InputSpec]] | None = None
        self.nodes: list[Node] = []

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

    def _answer(self, answers: dict[Any, tuple[Known, InputSpec]], given: Any, key: Any) -> Outcome:
        """What Keras says to a first call on one tensor or a list of some.

        Networks ask the same again and again.
        """
        found = answers.get(key)
        if found is None:
            plain = type(given) is Shape
            outcome = self._judged((given,), {}, plain=plain)
            if not _holds_for_all(outcome, given if plain else chain.from_iterable(given)):
                return outcome
            if len(answers) == MAX_ANSWERS:
                answers.clear()
            found = answers[key] = outcome, self.demands(given)
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


def _holds_for_all(outcome: Outcome, sizes: Iterable[Dim]) -> TypeGuard[Known]:
    """Whether an outcome is that of every call on such sizes: it has no size of its own making.

    A new symbol stands for a size that no other call has.
    """
    if type(outcome) is not Known or outcome.conditions or outcome.amounts:
        return False
    result = outcome.result
    if type(result) is not Shape:
        return False
    unknown = [size for size in result if type(size) is not int]
    return not unknown or {UNKNOWN_SIZE, *sizes}.issuperset(unknown)


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


def run(operation: Any, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Outcome:
    """What Keras says to an operation called with these arguments, tensors in them."""
    if len(args) == 1 and not kwargs and type(args[0]) is Tensor:  # so for most layers
        shape = args[0].shape
        if isinstance(shape, Unknown):
            return Unknown(shape.why)
        args = (shape,)
    else:
        try:
            args, kwargs = shapes_of(args), shapes_of(dict(kwargs)) if kwargs else {}
        except Lose as lost:
            return lost.unknown
    if isinstance(operation, Op):
        return run_op(operation, args, kwargs)
    return operation.outcome(args, kwargs)  # type: ignore[no-any-return]


def of_array(shape: Shape) -> Shape:
    """The shape of a tensor with values, where no size is None: what Keras can't say is unknown."""
    if not any(is_none(size) for size in shape if type(size) is not int):
        return shape
    return Shape(UNKNOWN_SIZE if is_none(size) else size for size in shape)


def tensors_from(result: Any, node: Node, *, symbolic: bool = True, running: bool = False) -> Any:
    """The result of a rule with a new Tensor for every Shape in it. Sets `node.outputs`.

    running: a layer's body is; there the None of an Input is a size that arrays can have
    """

    def make(value: Any) -> Any:
        if isinstance(value, Shape):
            shape = value if symbolic or running else of_array(value)
            return Tensor(shape, node, symbolic=symbolic)
        if type(value) is Choice:
            return Tensor(value, node, symbolic=symbolic, merged=True)
        if isinstance(value, list):
            return [make(item) for item in value]
        if type(value) is tuple:
            return tuple(make(item) for item in value)
        if isinstance(value, dict):
            return {key: make(item) for key, item in value.items()}
        return value

    if type(result) is Shape and symbolic:  # so for most layers
        node.outputs = Tensor(result, node)
    else:
        node.outputs = make(result)
    return node.outputs
