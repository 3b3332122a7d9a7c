"""Plain layers and plain calls of them: most of those of a network.

A layer with plain arguments is called on symbolic tensors and gives one; most often another with
the same arguments was made at the same place of the program, and called on the same shapes. What
comes of it here is what comes of it the long way, see `KerasCalls.make_layer`, `Tensors.apply`.
"""

from __future__ import annotations

from operator import attrgetter
from typing import Any

from flake8_concat.keras.create import another, as_given, create, key_of, own_dicts, without_name
from flake8_concat.keras.extent import HOLDING
from flake8_concat.keras.graph import Node, Tensor
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.registry import InputSpec, Op
from flake8_concat.keras.run_checks import CHECKS
from flake8_concat.shapes import Known, Shape
from flake8_concat.trace.values import FAULTS, List

APPLY_COST = 6  # of an operation on tensors, in steps
AXES_A_STEP = 8  # of what it gives: few have so many
VALUES_A_STEP = 4  # of a structure that is handed to Keras, which reads each as a size
MAX_MADE = 64  # layers with arguments of their own, of one place in the program
# The functions that make a layer and call it, and its class.
LAYER_FUNCTIONS = {
    f"keras.layers.{name.lower()}": name
    for name in (
        "Add", "Average", "Concatenate", "Dot", "Maximum", "Minimum", "Multiply", "Subtract",
    )
}  # fmt: skip
_ASKED_ANEW = HOLDING | CHECKS.keys()  # layers whose calls are looked at each time
_SHAPE, _TENSOR = frozenset({Shape}), frozenset({Tensor})
_is_symbolic = attrgetter("symbolic")
_PLAIN = {"axis": int, "name": str}  # keywords of those functions that are those of the layer


class PlainCalls:
    """The part of the tracer that makes plain calls of layers."""

    accepted: bool  # whether Keras takes what was called last

    def make_plainly(
        self: Any, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> Layer | None:
        """A layer is made where one with these arguments was. None: it has to go the long way.

        name:  in full
        """
        called, rest = without_name(kwargs)
        if self.patched or (called is not None and "/" in called):  # Keras 3 refuses it
            return None
        site, key = self.site, key_of(args, rest)
        alike = site.made.get((name, key, self.facts.image_data_format, self.tentative))
        if key is None or alike is None or alike.answers is None:  # other arguments were set
            return None
        self.step(len(key[3]) // VALUES_A_STEP)
        own, kind = own_dicts(key, rest), name.removeprefix("keras.layers.")
        if own is not None:
            args, kwargs = as_given(key, kwargs, own)
        layer_name = self.names.auto(kind) if called is None else called
        layer = another(alike, called, layer_name, own)
        self.note_made(layer)
        self.record(site, "create", name, args, kwargs, layer, bound=layer.args)
        return layer

    def keep_plain(
        self: Any, layer: Layer, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> None:
        """Notes a layer that any other is like which is made there with the same arguments.

        Nothing else decides what comes of them: `answers` says so.
        """
        if layer.answers is None or name in HOLDING or self.site is None:
            return
        key = key_of(args, without_name(kwargs)[1])
        if key is not None:
            made = self.site.made = self.site.made or {}
            if len(made) == MAX_MADE:
                made.clear()
            made[f"keras.layers.{name}", key, self.facts.image_data_format, self.tentative] = layer

    def note_made(self: Any, layer: Layer) -> None:
        """Notes where a layer was made."""
        self.built += 1
        self.created[id(layer)] = self.site
        self.kept.append(self.born(layer))

    def call_plainly(self: Any, layer: Layer, args: tuple[Any, ...]) -> Tensor | None:
        """A layer is called with one argument. None where that has to go the long way."""
        made = self._answered(layer, args)
        if made is None:
            return None
        value, inputs, outcome = made
        self.record(
            self.site, "call", f"keras.layers.{layer.type.name}", args, {}, value,
            bound=layer.args, inputs=inputs, outcome=outcome, operation=layer,
            created=self.created.get(id(layer)),
        )  # fmt: skip
        return value  # type: ignore[no-any-return]

    def merge_plainly(
        self: Any, kind: str, function: Op, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> Tensor | None:
        """`keras.layers.add([x, y])` and its kin: a layer of that kind is made and called.

        None where that has to go the long way.
        """
        if len(args) != 1 or any(type(value) is not _PLAIN.get(n) for n, value in kwargs.items()):
            return None
        layer = create(kind, (), kwargs)
        if type(layer) is not Layer:
            return None
        made = self._answered(layer, args)
        if made is None:
            return None
        if "name" not in kwargs:
            layer.name = self.names.auto(kind)
        value, inputs, outcome = made
        self.record(
            self.site, "op", function.name, args, kwargs, value,
            bound=function.signature.bind(args, kwargs), inputs=inputs, outcome=outcome,
            operation=function,
        )  # fmt: skip
        return value  # type: ignore[no-any-return]

    def _answered(
        self: Any, layer: Layer, args: tuple[Any, ...]
    ) -> tuple[Tensor, tuple[Tensor, ...], Known] | None:
        """What a call gives, its tensors and what Keras says, where it gives one tensor."""
        answers, given = layer.answers, args[0]
        if answers is None or self.inside or layer.type.name in _ASKED_ANEW:
            return None
        inputs: tuple[Tensor, ...]
        key: Any
        shapes: Any
        if type(given) is Tensor:
            if not given.symbolic:
                return None
            inputs = args
            shapes = key = given.shape
        elif type(given) is List and given.blur is None and _TENSOR.issuperset(map(type, given)):
            inputs = tuple(given)
            if not all(map(_is_symbolic, inputs)):
                return None
            shapes = [tensor.shape for tensor in given]
            key = (list, *shapes)
            args = (List(given),)  # the program may change its own
        else:
            return None
        if id(layer) in self.variants:
            return None
        found = answers.get(key)
        if found is None and layer.built is None:
            found = _said(layer, shapes)
        if found is None:
            return None
        outcome, built = found
        if layer.built is None:
            if self.trail is not None:
                self.trail.touch(layer)
            layer.built = built
        elif layer.built != built:
            return None
        self.step(APPLY_COST + len(inputs) + len(outcome.result) // AXES_A_STEP)
        self.accepted = True
        self.built += 1
        node = Node(layer, args, {}, self.site)
        value = node.outputs = Tensor(outcome.result, node)
        layer.nodes.append(node)
        return value, inputs, outcome


def _said(layer: Layer, given: Any) -> tuple[Known, InputSpec] | None:
    """What Keras says to a first call, if no more than that it gives one tensor, and what then.

    given:  a shape, or a list of some
    """
    if not _SHAPE.issuperset(map(type, given) if type(given) is list else (type(given),)):
        return None
    try:
        outcome = layer.outcome((given,), {})
        if type(outcome) is not Known or type(outcome.result) is not Shape:
            return None
        plain = not outcome.conditions and not outcome.amounts
        return (outcome, layer.demands(given)) if plain else None
    except FAULTS:  # in a rule: said the long way
        return None
