"""Plain layers and plain calls of them: most of those of a network.

A layer with plain arguments is called on symbolic tensors and gives one; most often another with
the same arguments was made at the same place of the program, and called on the same shapes. What
comes of it here is what comes of it the long way, see `KerasCalls.make_layer`, `Tensors.apply`.
"""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter
from typing import Any

from flake8_concat.keras.create import (
    Key,
    ShortKey,
    another,
    as_given,
    create,
    key_of,
    key_of_values,
    own_dicts,
    without_name,
)
from flake8_concat.keras.extent import HOLDING
from flake8_concat.keras.graph import Node, Tensor
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.registry import InputSpec, Op
from flake8_concat.keras.run_checks import CHECKS
from flake8_concat.shapes import Known, Shape
from flake8_concat.trace.facts import NOTHING, Event, Site
from flake8_concat.trace.values import FAULTS, List

APPLY_COST = 6  # of an operation on tensors, in steps
AXES_A_STEP = 8  # of what it gives: few have so many
VALUES_A_STEP = 4  # of a structure that is handed to Keras, which reads each as a size
MAX_MADE = 64  # layers with arguments of their own, of one place in the program
ROOM = "keras.layers."
# The functions that make a layer and call it, and its class.
LAYER_FUNCTIONS = {
    f"keras.layers.{name.lower()}": name
    for name in (
        "Add", "Average", "Concatenate", "Dot", "Maximum", "Minimum", "Multiply", "Subtract",
    )
}  # fmt: skip
# Functions without arguments that blocks of layers ask again and again.
DATA_FORMATS = frozenset(
    f"keras.{room}.image_data_format" for room in ("backend", "backend.config", "config")
)
_ASKED_ANEW = HOLDING | CHECKS.keys()  # layers whose calls are looked at each time
_SHAPE, _TENSOR = frozenset({Shape}), frozenset({Tensor})
_is_symbolic = attrgetter("symbolic")
_PLAIN = {"axis": int, "name": str}  # keywords of those functions that are those of the layer


class PlainCalls:
    """The part of the tracer that makes plain calls of layers."""

    accepted: bool  # whether Keras takes what was called last

    plain: Layer | None = None  # the layer made last that any other is like which is made so

    def make_plainly(
        self: Any, site: Site, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> Layer | None:
        """A layer is made where one with these arguments was. None: it has to go the long way.

        The constructor is called as it is written, with what stands there itself.

        name:  in full
        """
        key = _key_at(site, args, kwargs)
        made = site.made or {}
        alike = made.get((name, key, self.facts.image_data_format, self.tentative))
        if (
            key is None or alike is None or alike.answers is None or self.patched
        ):  # other arguments were set
            return None
        called = kwargs.get("name")
        own: Mapping[str, Any] | None = None
        cost = (len(args) + len(kwargs) - (called is not None)) // VALUES_A_STEP
        if cost:
            self.step(cost)
        if len(key) == 4:
            own = own_dicts(key, kwargs)
            if own is not None:
                args, kwargs = as_given(key, kwargs, own)
        layer_name = self.names.auto(name.removeprefix(ROOM)) if called is None else called
        layer = another(alike, called, layer_name, own)
        layer.site = site
        self.built += 1
        if self.trail is not None:
            self.born(layer)
        if not self.muted:
            certain = not self.repeating and not self.doubts
            made_there = Event(
                site, "create", name, args, kwargs, layer, layer.args, (), None, None, None,
                certain, self.caller, NOTHING, self.tentative,
            )  # fmt: skip
            self.facts.events.append(made_there)
        return layer

    def keep_plain(
        self: Any, site: Site, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> None:
        """Notes the layer made last: any other is like it that is made there with these arguments.

        Nothing else decides what comes of them: `answers` says so.
        """
        key = _key_at(site, args, kwargs) if is_class(name) else None
        if key is not None:
            made = site.made = site.made or {}
            if len(made) == MAX_MADE:
                made.clear()
            made[name, key, self.facts.image_data_format, self.tentative] = self.plain

    def note_made(self: Any, layer: Any) -> None:
        """Notes where a layer was made."""
        self.built += 1
        if type(layer) is Layer:
            layer.site = self.site
        else:  # a Lambda
            self.created[id(layer)] = self.site
            self.kept.append(layer)
        if self.trail is not None:
            self.trail.born[id(layer)] = layer

    def made_at(self: Any, operation: Any) -> Site | None:
        """Where a layer or a model was made."""
        if type(operation) is Layer:
            return operation.site  # type: ignore[no-any-return]
        return self.created.get(id(operation))  # type: ignore[no-any-return]

    def call_plainly(
        self: Any, layer: Layer, args: tuple[Any, ...], site: Site | None
    ) -> Tensor | None:
        """A layer is called with one argument. None where that has to go the long way."""
        made = self._answered(layer, args, site)
        if made is None:
            return None
        value, inputs, outcome = made
        if site is not None and not self.muted:
            certain = not self.repeating and not self.doubts
            event = Event(
                site, "call", layer.type.full_name, args, NOTHING, value, layer.args, inputs,
                outcome, layer, layer.site, certain, self.caller, NOTHING, self.tentative,
            )  # fmt: skip
            self.facts.events.append(event)
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
        made = self._answered(layer, args, self.site)
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
        self: Any, layer: Layer, args: tuple[Any, ...], site: Site | None
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
            found = _said(layer, shapes, key)
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
        node = Node(layer, args, {}, site)
        value = node.outputs = Tensor(outcome.result, node)
        layer.nodes.append(node)
        return value, inputs, outcome


def is_class(name: str) -> bool:
    """Whether a full name may be that of a class of layers, and no function that gives layers."""
    return (
        name.startswith(ROOM) and name[len(ROOM) :][:1].isupper() and "." not in name[len(ROOM) :]
    )


def _key_at(site: Site, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Key | ShortKey | None:
    """What tells the calls of constructors apart that are written there, but for the `name`.

    None where one of the arguments can't stand in a key, nor a layer like another have the name.
    """
    called = kwargs.get("name")
    if called is not None and (type(called) is not str or "/" in called):  # Keras 3 refuses it
        return None
    if site.varying is not None:
        key = key_of_values((*args, *map(kwargs.__getitem__, site.varying)))
        if key is not None:
            return key
    return key_of(args, without_name(kwargs)[1])


def _said(layer: Layer, given: Any, key: Any) -> tuple[Known, InputSpec] | None:
    """What Keras says to a first call, if no more than that it gives one tensor, and what then.

    given:  a shape, or a list of some
    key:    of that in the layer's answers
    """
    if not _SHAPE.issuperset(map(type, given) if type(given) is list else (type(given),)):
        return None
    found = layer.answers.of_form(key) if layer.answers is not None else None
    if found is not None:
        return found
    try:
        outcome = layer.outcome((given,), {})
        if type(outcome) is not Known or type(outcome.result) is not Shape:
            return None
        plain = not outcome.conditions and not outcome.amounts
        return (outcome, layer.demands(given)) if plain else None
    except FAULTS:  # in a rule: said the long way
        return None
