"""Copies of layers and models: same settings, other weights (keras/src/models/cloning.py)."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from typing import Any

from flake8_concat.keras.graph import Node, Tensor, map_tensors
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.models import Functional
from flake8_concat.keras.nodes import make_input
from flake8_concat.keras.registry import Args, Op
from flake8_concat.keras.sequential import Sequential
from flake8_concat.shapes import Lose, Shape


class Copies:
    """What takes the place of the layers of a model in its copy; one for each, however shared.

    of_user: copies a layer that is no Layer of Keras, for the second argument a model that is
             built as the first was. Raises Lose where it can't.
    step:    is told of each call that is copied
    """

    def __init__(self, of_user: Callable[[Any, bool], Any], step: Callable[[], None]) -> None:
        self._of_user, self._step = of_user, step
        self._made: dict[int, Any] = {}

    def copied(self, operation: Any, *, built: bool = False) -> Any:
        """The copy of a layer or model, not built yet. Raises Lose where it can't be copied."""
        if isinstance(operation, Op):
            return operation
        found = self._made.get(id(operation))
        if found is None:
            found = self._made[id(operation)] = self._copy(operation, built=built)
        return found

    def _copy(self, operation: Any, *, built: bool) -> Any:
        self._step()
        if isinstance(operation, Layer):
            return self._layer(operation)
        if isinstance(operation, Sequential):
            return self._sequential(operation)
        if isinstance(operation, Functional):
            return self._functional(operation)
        return self._of_user(operation, built)

    def _layer(self, layer: Layer) -> Layer:
        args = Args({name: self._argument(value) for name, value in layer.args.items()})
        made = Layer(layer.type, args, layer.name)
        made.answers = layer.answers
        return made

    def _argument(self, value: Any) -> Any:
        """An argument of a layer, which may be the layer that it wraps, or a list of such."""
        if isinstance(value, (Layer, Sequential, Functional)):
            return self.copied(value)
        if isinstance(value, list):
            return [self._argument(item) for item in value]
        return value

    def _sequential(self, model: Sequential) -> Sequential:
        layers = model.layers
        if not isinstance(layers, list):
            raise Lose(layers.why)
        made = Sequential(model.name, model.names, model.caller)
        first = model.functional.inputs[0] if model.functional is not None else None
        if first is not None:
            made.extend([make_input(first.shape, _name_of(first), site=_site_of(first))])
        refused = made.extend(self.copied(layer, built=first is not None) for layer in layers)
        if refused is not None:
            raise Lose(f"the copy of {model.name} can't be made")
        return made

    def _functional(self, model: Functional) -> Functional:
        """The graph once more, from new Inputs on."""
        if model.graph.cut is not None or model.graph.missing:
            raise Lose("a tensor in the model may come from one branch or another")
        fresh: dict[int, Tensor] = {}
        for tensor in model.inputs:
            fresh[id(tensor)] = make_input(tensor.shape, _name_of(tensor), site=_site_of(tensor))

        def swap(tensor: Tensor) -> Tensor:
            return fresh.get(id(tensor), tensor)

        for node in model.graph.nodes:
            self._step()
            operation = self.copied(node.operation, built=True)
            args, kwargs = map_tensors(node.args, swap), map_tensors(dict(node.kwargs), swap)
            made = Node(operation, args, kwargs, node.site)

            def renewed(tensor: Tensor, made: Node = made) -> Tensor:
                new = fresh[id(tensor)] = copy(tensor)
                new.node = made
                return new

            made.outputs = map_tensors(node.outputs, renewed)
            if isinstance(operation, Op):
                continue
            operation.nodes.append(made)
            if isinstance(operation, Layer):
                operation.built = node.operation.built
            if isinstance(operation, Sequential) and operation.functional is None:
                given = made.args[0] if made.args else None
                if isinstance(given, Tensor) and isinstance(given.shape, Shape):
                    operation.outcome((given.shape,), {})
        given, made_of = map_tensors(model.input, swap), map_tensors(model.output, swap)
        return Functional(given, made_of, model.name)


def _name_of(tensor: Tensor) -> str:
    made = tensor.node.operation if tensor.node is not None else None
    return getattr(made, "name", None) or "input"


def _site_of(tensor: Tensor) -> Any:
    return tensor.node.site if tensor.node is not None else None
