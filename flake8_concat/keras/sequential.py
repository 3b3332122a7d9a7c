"""Sequential (keras/src/models/sequential.py)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from flake8_concat.keras.calling import misuse_of_model
from flake8_concat.keras.core import declared, declared_shape, input_shape
from flake8_concat.keras.extent import MOST, extent
from flake8_concat.keras.graph import Node, Tensor
from flake8_concat.keras.layer import Layer, first_argument
from flake8_concat.keras.lookups import own_name
from flake8_concat.keras.models import (
    Functional,
    ModelMismatch,
    find_layer,
    input_of,
    output_of,
)
from flake8_concat.keras.naming import Names
from flake8_concat.keras.no_tensors import refused_by_model, refused_input
from flake8_concat.keras.nodes import apply, flatten, make_input, shape_of
from flake8_concat.keras.remedies import rank_remedy
from flake8_concat.shapes import (
    UNKNOWN_SIZE,
    Known,
    Lose,
    Mismatch,
    Outcome,
    Refusal,
    Refuse,
    Shape,
    Unknown,
    is_none,
)

Caller = Callable[[Any, tuple[Any, ...], Mapping[str, Any]], Any]
_LATE_INPUT = "an Input stands behind the first layer, it can't be called"


def _surely_other(a: Shape, b: Shape) -> bool:
    """Whether two shapes of an Input differ for Keras, which compares them as they are written."""
    if len(a) != len(b):
        return True
    known = [(x, y) for x, y in zip(a, b, strict=True) if UNKNOWN_SIZE not in (x, y)]
    return any(
        is_none(x) != is_none(y) or (type(x) is int and type(y) is int and x != y) for x, y in known
    )


def _gives_the_same_again(layer: Any) -> bool:
    """Whether a layer has no other in it, to which something may be added later."""
    return type(layer) is Layer and not any(hasattr(v, "nodes") for v in layer.args.values())


def _ends(state: Any) -> tuple[Shape, Shape] | None:
    """What a model in a state takes and gives, where that is known."""
    stack, _, first, functional, broken, _ = state
    last = first if not stack else None if functional is None else functional.output
    taken, given = (getattr(tensor, "shape", None) for tensor in (first, last))
    if broken is None and isinstance(taken, Shape) and isinstance(given, Shape):
        return taken, given
    return None


class Sequential:
    """A stack of layers.

    functional: the model it is, once the shape of its input is known
    nodes:      where it was called as a layer
    names:      what names the InputLayer that it makes itself
    caller:     calls a layer on tensors (see models.apply); the tracer's own where layers are
                the user's
    """

    no_cell = True  # that a RNN could step with

    def __init__(self, name: str, names: Names | None = None, caller: Caller = apply) -> None:
        self.name, self.caller = name, caller
        self.names = Names() if names is None else names
        self.functional: Functional | None = None
        self.nodes: list[Node] = []
        self.broken: Unknown | None = None  # why its layers are not known
        self._unsure: Unknown | None = None  # why no more than its shapes are known
        self._first: Tensor | None = None
        self._stack: list[Any] = []
        self._given: list[Tensor] = []  # what its first layers gave, which they would give again
        self._named: dict[str, Any] | None = {}  # its layers by their own names; None: to be seen

    def extend(self, layers: Iterable[Any]) -> Mismatch | None:
        """Adds the layers given to the constructor; it is built when all are there."""
        for layer in layers:
            problem = self._push(layer)
            if problem is not None:
                return problem
        return self._rebuild()

    def add(self, layer: Any) -> Mismatch | None:
        """`model.add(layer)`. Gives the Mismatch if Keras raises."""
        return self._push(layer) or self._rebuild()

    def build(self, shape: Any) -> Mismatch | None:
        """`model.build(shape)`, batch axis included. What is no single shape builds nothing."""
        try:
            whole = declared(shape, self.name, self.names)
        except (Lose, Refuse):
            return None
        if self.broken is not None:
            return None
        if self._first is not None:
            given = self._first.shape
            if isinstance(given, Shape) and _surely_other(given, whole):
                return ModelMismatch(
                    Refusal.WRONG_SHAPE, f"the model already takes {given}, it can't take {whole}"
                )
            return self._rebuild()
        if not self._stack:
            return Mismatch(Refusal.WRONG_SHAPE, "has no layers")
        self._first = make_input(whole, self.names.auto("InputLayer"))
        return self._build()

    def pop(self) -> Mismatch | None:
        """`model.pop()`: removes the last layer; the refusal if there certainly is none."""
        if not self._stack:
            if self.broken or self._unsure:
                return None
            return Mismatch(Refusal.WRONG_SHAPE, "the model has no layer to take off")
        self.broken = self.broken or self._unsure
        self._stack.pop()
        self._named = None
        del self._given[len(self._stack) :]
        self._rebuild()
        return None

    def _push(self, layer: Any) -> Mismatch | None:
        first = self._first is None and not self._stack
        try:
            if isinstance(layer, Layer) and layer.type.name == "InputLayer":
                nodes = layer.nodes
                layer = (
                    nodes[0].outputs
                    if nodes
                    else make_input(input_shape(layer.args, layer.name, self.names), layer.name)
                )
            if isinstance(layer, Tensor):
                return self._push_input(layer, first=first)
            said = layer.args if isinstance(layer, Layer) else getattr(layer, "declares", None)
            if first and said:
                shape = declared_shape(said, layer.name, self.names)
                if shape is not None:
                    self._first = make_input(shape, self.names.auto("InputLayer"))
        except Lose as lost:
            self.broken = lost.unknown
        except Refuse as refused:
            return refused.mismatch
        if isinstance(layer, Unknown):
            self.broken = layer
        elif not hasattr(layer, "outcome"):
            self.broken = Unknown("one of its layers is none that can be followed")
        self._stack.append(layer)
        name = self._taken(layer)
        if name is None:
            return None
        self.broken = Unknown(f"two layers are named {name!r}")
        return ModelMismatch(
            Refusal.WRONG_SHAPE,
            f"the name {name!r} is already that of another of its layers",
            recover=self.broken,
        )

    def _taken(self, layer: Any) -> str | None:
        """The name of a layer just added, where another one was given it; None if it is free."""
        if self._named is None:
            self._named = {n: known for known in self._stack[:-1] if (n := own_name(known))}
        name = own_name(layer)
        if name is None or self._named.setdefault(name, layer) is layer:
            return None
        return name

    def _push_input(self, tensor: Tensor, *, first: bool) -> Mismatch | None:
        made = tensor.node.operation if tensor.node is not None else None
        if not isinstance(made, Layer) or made.type.name != "InputLayer":
            self.broken = Unknown("a Sequential is made of layers, not of tensors")
            if isinstance(made, Layer) and tensor.symbolic and not tensor.merged:
                return ModelMismatch(
                    Refusal.WRONG_SHAPE,
                    f"is made of layers, is given what the layer {made.name!r} returns",
                    remedy="give it the layer itself",
                    recover=self.broken,
                )
        elif first:
            self._first = tensor
        elif self._first is not None:
            return ModelMismatch(
                Refusal.WRONG_SHAPE,
                f"the model already takes {self._first.shape}, it can't have another Input",
                layer=made,
            )
        else:  # an Input after the first layer is a layer that can't be called
            self.broken = Unknown(_LATE_INPUT)
        return None

    def _rebuild(self) -> Mismatch | None:
        """Mirrors _maybe_rebuild: builds as soon as the shape of the input is known."""
        self.functional = None
        if not self._stack or self.broken is not None:
            return None
        if self._first is not None:
            return self._build()
        inner = self._stack[0]
        if isinstance(inner, Sequential):
            inner = inner.functional
        if isinstance(inner, Functional) and len(self._stack) > 1:
            shape = inner.input_shape
            if isinstance(shape, Shape):
                self._first = make_input(shape, self.names.auto("InputLayer"))
                return self._build()
        return None

    def _build(self) -> Mismatch | None:
        given = self._given
        x: Any = given[-1] if given else self._first
        steady = True
        for layer in self._stack[len(given) :]:
            before, x = x, self.caller(layer, (x,), {})
            if isinstance(x, Mismatch):
                return self._refused(x, layer, before)
            if isinstance(x, Unknown):
                self.broken = x
                return None
            steady = steady and _gives_the_same_again(layer)
            if steady:
                given.append(x)
        self.names.auto("Functional")  # Keras gives it a name of its own
        self.functional = Functional(self._first, x, self.name)
        return None

    def _refused(self, mismatch: Mismatch, layer: Any, given: Any) -> Mismatch:
        self.broken = Unknown(f"{self.name} could not be built")
        if isinstance(mismatch, ModelMismatch):
            return replace(mismatch, recover=self)
        data_format = layer.args.get("data_format") if isinstance(layer, Layer) else None
        return ModelMismatch(
            mismatch.refusal,
            mismatch.what,
            mismatch.axis,
            mismatch.sizes,
            mismatch.inputs,
            mismatch.remedy or rank_remedy(given, mismatch, data_format),
            recover=self,
            layer=layer,
        )

    # --- branches of the program that change it

    def snapshot(self) -> Any:
        """What it is now, to be put back."""
        stack, given = tuple(self._stack), tuple(self._given)
        return stack, given, self._first, self.functional, self.broken, self._unsure

    def restore(self, state: Any) -> None:
        """Puts it back."""
        stack, given, self._first, self.functional, self.broken, self._unsure = state
        self._stack, self._given, self._named = list(stack), list(given), None

    def join(self, a: Any, b: Any, why: str) -> None:
        """Leaves it as both states have it: shapes that are the same in both are known."""
        self.restore(b if a[3] is None else a)
        if len(a[0]) != len(b[0]) or any(x is not y for x, y in zip(a[0], b[0], strict=True)):
            ends = _ends(a)
            if ends is None or ends != _ends(b):
                self.broken = Unknown(why)
            else:
                self._unsure = Unknown(why)
        elif a[2:5] != b[2:5]:
            self.broken = Unknown(why)

    # --- what it offers

    @property
    def layers(self) -> list[Any] | Unknown:
        """The layers that were added, without the Input."""
        return self.broken or self._unsure or list(self._stack)

    def get_layer(self, name: Any = None, index: Any = None) -> Any:
        """The layer of that name or position; Unknown where Keras raises."""
        return find_layer(self.layers, name, index)

    @property
    def inputs(self) -> list[Tensor] | Unknown:
        """The input in a list. Unknown while there is none (Keras raises)."""
        return self.functional.inputs if self.functional is not None else self._undefined()

    @property
    def outputs(self) -> list[Tensor] | Unknown:
        """The output in a list. Unknown while there is none (Keras raises)."""
        return self.functional.outputs if self.functional is not None else self._undefined()

    @property
    def input(self) -> Any:
        """What it was first called on; where it never was (Keras 3 wants that) its own Input."""
        if self.nodes:
            return input_of(self)
        return self.functional.input if self.functional is not None else self._undefined()

    @property
    def output(self) -> Any:
        """What its first call gave; where there was none (Keras 3 wants one) its own output."""
        if self.nodes:
            return output_of(self)
        return self.functional.output if self.functional is not None else self._undefined()

    @property
    def input_shape(self) -> Any:
        """The shape of the input."""
        return shape_of(self.inputs) if self.functional is not None else self._undefined()

    @property
    def output_shape(self) -> Any:
        """The shape of the output."""
        return shape_of(self.outputs) if self.functional is not None else self._undefined()

    def _undefined(self) -> Unknown:
        return self.broken or Unknown(f"{self.name} has no input shape yet")

    def outcome(
        self, args: tuple[Any, ...], kwargs: Mapping[str, Any], *, checked: bool = True
    ) -> Outcome:
        """What Keras says to `model(*args, **kwargs)`, with Shapes in the place of tensors.

        The first call builds it for good. In the body of a layer Keras runs it on values, where
        sizes are not `checked` against those (keras.Sequential.call).
        """
        if self.broken is not None:
            late = self.broken.why == _LATE_INPUT
            return Mismatch(Refusal.WRONG_SHAPE, _LATE_INPUT) if late else self.broken
        wrong: Mismatch | None = None
        if kwargs or len(args) != 1:
            wrong = misuse_of_model(args, kwargs)
        if wrong is not None:
            return wrong
        inputs = first_argument(args, kwargs)
        if isinstance(inputs, Unknown):
            return inputs
        wrong = None if isinstance(inputs, Shape) else self._no_tensor(inputs)
        if wrong is not None:
            return wrong
        if self.functional is None:
            leaves = list(flatten(inputs))
            if self._first is not None and not self._stack:
                given = self._first.shape
                if (
                    isinstance(inputs, Shape)
                    and isinstance(given, Shape)
                    and _surely_other(given, inputs)
                ):
                    return Mismatch(
                        Refusal.WRONG_SHAPE, f"already takes {given}, it can't take {inputs}"
                    )
                self.functional = Functional(self._first, self._first, self.name)
            elif not isinstance(inputs, Shape):
                return self._in_turn(inputs) if leaves else Unknown("called on nothing")
            elif not self._stack:
                return Mismatch(Refusal.WRONG_SHAPE, "has no layers")
            else:
                self._first = make_input(inputs, self.names.auto("InputLayer"))
                refused = self._build()
                if refused is not None:
                    return replace(refused, recover=self.broken)
        model: Functional | None = self.functional
        return self._undefined() if model is None else model.outcome((inputs,), {}, checked=checked)

    def _no_tensor(self, inputs: Any) -> Mismatch | None:
        """The refusal of what is no tensor; of None and nothing the first layer decides."""
        wrong = refused_by_model(inputs, optional=self.functional is None)
        first = self._stack[0] if self._stack else None
        nothing = inputs is None or (isinstance(inputs, (list, tuple, dict)) and not inputs)
        if wrong is None and nothing and self.functional is None and isinstance(first, Layer):
            return refused_input(first.type, (inputs,), {})
        return wrong

    @property
    def where_it_runs(self) -> Unchecked:
        """The model as the body of a layer calls it."""
        return Unchecked(self)

    def _in_turn(self, inputs: Any) -> Outcome:
        """One layer after the other, for inputs that are a structure of tensors."""
        if extent(self) == MOST:
            return Unknown("there are too many models in each other to run them again")
        for layer in self._stack:
            if not hasattr(layer, "outcome"):
                return Unknown(f"{self.name} has a layer that can't be followed")
            outcome = layer.outcome((inputs,), {})
            if isinstance(outcome, Mismatch):
                return Unknown(f"{self.name} is called on several tensors")
            if isinstance(outcome, Unknown):
                return outcome
            inputs = outcome.result
        return Known(inputs)


@dataclass(frozen=True)
class Unchecked:
    """A Sequential that takes other sizes than those that it was built for."""

    model: Sequential

    def outcome(self, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Outcome:
        return self.model.outcome(args, kwargs, checked=False)
