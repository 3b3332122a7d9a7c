"""Models as layers (keras/src/models, keras/src/ops/function.py)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from flake8_concat.keras.calling import misuse_of_model
from flake8_concat.keras.create import refused_name
from flake8_concat.keras.extent import MOST, extent
from flake8_concat.keras.graph import Node, Tensor, map_tensors, tensors_in
from flake8_concat.keras.layer import Layer, first_argument
from flake8_concat.keras.lookups import own_name, used_twice
from flake8_concat.keras.making_models import no_keras_tensor
from flake8_concat.keras.model_graph import Graph, map_graph
from flake8_concat.keras.model_inputs import check_input, of_rank
from flake8_concat.keras.no_tensors import refused_by_model
from flake8_concat.keras.nodes import (
    flatten,
    is_placeholder,
    known_shape,
    make_input,
    parents,
    shape_of,
    unpack,
)
from flake8_concat.keras.registry import Op, run_op
from flake8_concat.keras.run_checks import IN_BODIES, refused_where_it_runs
from flake8_concat.keras.running import refused_by_itself
from flake8_concat.shapes import (
    Known,
    Lose,
    Mismatch,
    Outcome,
    Refusal,
    Refuse,
    Shape,
    Unknown,
)


@dataclass(frozen=True, slots=True)
class ModelMismatch(Mismatch):
    """A refusal that has to do with a model.

    missing: the tensor of the Input that the outputs need and the model was not given
    layer:   the layer inside that refuses
    """

    missing: Tensor | None = None
    layer: Any = None


@dataclass(frozen=True, slots=True)
class OnValues:
    """A model where it runs on values."""

    model: Functional

    def outcome(self, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Outcome:
        """What Keras says."""
        return self.model.outcome(args, kwargs, valued=True)


def _blurred(value: Any) -> Unknown | None:
    """Why a structure is not wholly known, if it isn't."""
    why = getattr(value, "blur", None)
    if isinstance(why, Unknown):
        return why
    items = value.values() if isinstance(value, dict) else value
    if isinstance(value, (list, tuple, dict)):
        for item in items:
            why = _blurred(item)
            if why is not None:
                return why
    return None


def output_of(layer: Any) -> Any:
    """`layer.output`: what its first call returned. None if it was never called."""
    if isinstance(layer, Functional):
        return layer.output
    return unpack(layer.nodes[0].outputs) if layer.nodes else None


def input_of(layer: Any) -> Any:
    """`layer.input`: what it was first called on. None if it was never called."""
    if isinstance(layer, Functional):
        return layer.input
    if not layer.nodes:
        return None
    node = layer.nodes[0]
    return unpack(parents(node)) if parents(node) else unpack(node.outputs)


class Functional:
    """A model made of its inputs and outputs (keras.src.models.functional.Functional).

    nodes: where it was called as a layer
    again: how many calls of its layers were run on other sizes
    """

    no_cell = True  # that a RNN could step with

    def __init__(self, inputs: Any, outputs: Any, name: str) -> None:
        self.input, self._outputs, self.name = inputs, outputs, name
        self.nodes: list[Node] = []
        self.again = 0
        self._mapped: Graph | None = None
        self._extent: int | None = None

    @property
    def output(self) -> Any:
        """The outputs, in the structure they were given."""
        return self._outputs

    @property
    def inputs(self) -> list[Tensor]:
        """All inputs in one list."""
        return list(flatten(self.input))

    @property
    def outputs(self) -> list[Tensor]:
        """All outputs in one list."""
        return list(flatten(self.output))

    @property
    def input_shape(self) -> Any:
        """The shape of the input, or a list of them."""
        return shape_of(self.inputs)

    @property
    def output_shape(self) -> Any:
        """The shape of the output, or a list of them."""
        return shape_of(self.outputs)

    @property
    def graph(self) -> Graph:
        """What lies between inputs and outputs."""
        if self._mapped is None:
            self._mapped = map_graph(self.inputs, self.outputs)
        return self._mapped

    @property
    def layers(self) -> list[Any] | Unknown:
        """All layers, those of the inputs and models included, in Keras' order."""
        if self.graph.cut is not None:
            return Unknown("a tensor in the model may come from one branch or another")
        return self.graph.layers

    @property
    def unused(self) -> list[Tensor]:
        """Inputs that no output depends on. Keras says nothing to that."""
        if self.graph.cut is not None:
            return []
        return [tensor for tensor in self.inputs if tensor not in self.graph.reached]

    def get_layer(self, name: Any = None, index: Any = None) -> Any:
        """The layer of that name or position; Unknown where Keras raises or nobody knows."""
        return find_layer(self.layers if self.graph.cut is None else self.graph.layers, name, index)

    def outcome(
        self,
        args: tuple[Any, ...],
        kwargs: Mapping[str, Any],
        *,
        checked: bool = True,
        valued: bool = False,
    ) -> Outcome:
        """What Keras says to `model(*args, **kwargs)`, with Shapes in the place of tensors.

        Mirrors Layer.__call__ with the model's input_spec, then Function.compute_output_spec;
        without the input_spec if not `checked`: then it runs on values, its layers look. Values
        (`valued`, or not `checked`) must have the ranks of its Inputs.
        """
        wrong: Mismatch | None = None
        if kwargs or len(args) != 1:
            wrong = misuse_of_model(args, kwargs)
        if wrong is not None:
            return wrong
        first = first_argument(args, kwargs)
        if not isinstance(first, Shape):  # so for most
            wrong = refused_by_model(first, optional=any(map(_is_optional, self.inputs)))
            if wrong is not None:
                return wrong
        try:
            given = self._fit(first, checked=checked)
            if valued or not checked:
                given = [*map(of_rank, given, self.inputs)]
        except Lose as lost:
            return lost.unknown
        except Refuse as refused:
            return refused.mismatch
        references = [tensor.shape for tensor in self.inputs]
        if given == references:
            return known(map_tensors(self.output, lambda tensor: tensor.shape))
        outcome = self._replay(given, running=valued or not checked)
        if isinstance(outcome, ModelMismatch) and any(
            not isinstance(reference, Shape) or len(shape) != len(reference)
            for shape, reference in zip(given, references, strict=True)
        ):
            if not isinstance(outcome.layer, (Layer, Op)):  # a model, or a layer of the user
                return Unknown("the model is called on tensors of another rank")
        return outcome

    @property
    def where_it_runs(self) -> OnValues:
        """The model as it is called on values."""
        return OnValues(self)

    @property
    def sound(self) -> bool:
        """Whether its layers take what it was made of: a model may be made of what was refused."""
        shapes = [tensor.shape for tensor in self.inputs]
        if not all(isinstance(shape, Shape) for shape in shapes):
            return False
        return not isinstance(self._replay(shapes, running=True), Mismatch)  # type: ignore[arg-type]

    def _fit(self, inputs: Any, *, checked: bool) -> list[Shape]:
        """The inputs in the order of the model's, checked as its input_spec does."""
        references = self.inputs
        if isinstance(inputs, dict):
            inputs = self._by_name(inputs)
        given = list(flatten(inputs))
        for shape in given:
            if isinstance(shape, Unknown):
                raise Lose(shape.why)
            if not isinstance(shape, Shape):
                raise Lose("what the model is called on is not a tensor that can be followed")
        if len(given) != len(references):
            raise Refuse(
                Refusal.WRONG_SHAPE, f"expects {len(references)} input(s), received {len(given)}"
            )
        for position, (shape, tensor) in enumerate(zip(given, references, strict=True)):
            if checked and isinstance(tensor.shape, Shape):
                check_input(shape, tensor.shape, position)
        return given

    def _by_name(self, inputs: Mapping[Any, Any]) -> Any:
        """A dict of inputs, which Keras takes in the order of its keys."""
        if isinstance(self.input, dict):
            names = set(self.input)
            if any(not isinstance(value, Tensor) for value in self.input.values()):
                raise Lose("the inputs of the model are nested")
        else:
            names = {getattr(getattr(t.node, "operation", None), "name", None) for t in self.inputs}
        if names == set(inputs):
            if not isinstance(self.input, dict) and len(names) > 1:
                raise Lose("a model of several inputs is called on a dict")
            return dict(inputs)
        absent = sorted(str(name) for name in names - set(inputs))
        if absent and (isinstance(self.input, dict) or self._surely_absent(inputs)):
            raise Refuse(Refusal.WRONG_SHAPE, f"missing data for input {absent[0]!r}")
        raise Lose("the keys of the inputs are not those of the model")

    def _surely_absent(self, inputs: Mapping[Any, Any]) -> bool:
        """Whether a dict lacks the name of an Input, which Keras counts where none is given."""
        if any(not isinstance(key, str) for key in inputs):
            return False
        made = [getattr(tensor.node, "operation", None) for tensor in self.inputs]
        if not all(isinstance(one, Layer) and one.type.name == "InputLayer" for one in made):
            return False
        counted = any(key.startswith("input") for key in inputs)
        own = [own_name(one) for one in made]
        return any(not counted if name is None else name not in inputs for name in own)

    def _replay(self, given: list[Shape], *, running: bool) -> Outcome:
        """Runs the graph again on other sizes. Mirrors Function._run_through_graph."""
        if self._extent is None:
            self._extent = extent(self)
        if self._extent == MOST:
            return Unknown("there are too many models in each other to run them again")
        self.again += self._extent
        shapes: dict[int, Any] = {}
        for tensor, shape in zip(self.inputs, given, strict=True):
            shapes[id(tensor)] = shape

        def find(tensor: Tensor) -> Any:
            if not tensor.symbolic:
                return known_shape(tensor)
            shape = shapes.get(id(tensor))
            if not isinstance(shape, Shape):
                raise Lose(shape.why if isinstance(shape, Unknown) else "not of this model")
            return shape

        for node in self.graph.nodes:
            outcome = _again(node, find, running=running)
            if isinstance(outcome, Mismatch):
                where = getattr(node.operation, "name", "a layer")
                return ModelMismatch(
                    outcome.refusal,
                    f"{where} inside of the model: {outcome.what}",
                    sizes=outcome.sizes,
                    axis=outcome.axis,
                    layer=node.operation,
                )
            results = list(flatten(outcome.result)) if isinstance(outcome, Known) else []
            for position, tensor in enumerate(flatten(node.outputs)):
                if position < len(results):
                    shapes[id(tensor)] = results[position]
                elif isinstance(outcome, Unknown):
                    shapes[id(tensor)] = outcome
        lost = Unknown("a tensor in the model can't be followed")
        return known(map_tensors(self.output, lambda tensor: shapes.get(id(tensor), lost)))


def known(result: Any) -> Outcome:
    """A result in which some may be Unknown: if all are, nothing is known."""
    leaves = list(flatten(result))
    if leaves and all(isinstance(leaf, Unknown) for leaf in leaves):
        return leaves[0]  # type: ignore[no-any-return]
    return Known(result)


def _again(node: Node, find: Callable[[Tensor], Any], *, running: bool) -> Outcome:
    """What Keras says to a call of the graph with other sizes, or on values if it is `running`."""
    operation = node.operation
    try:
        args, kwargs = map_tensors(node.args, find), map_tensors(dict(node.kwargs), find)
    except Lose as lost:
        return lost.unknown
    if isinstance(operation, Op):
        return run_op(operation, args, kwargs)
    if isinstance(operation, Layer):
        if not running:
            return operation.computed(args, kwargs)
        if operation.type.name in IN_BODIES:
            refused = refused_where_it_runs(operation, args, kwargs)
            if isinstance(refused, Mismatch):
                return refused
        outcome = operation.outcome(args, kwargs)
        shapes = (tensor.shape for tensor in tensors_in([args, kwargs]))
        if isinstance(outcome, Mismatch) and refused_by_itself(operation, outcome, shapes):
            return Unknown(f"what {operation.name} gives where it runs")
        return outcome
    if not hasattr(operation, "outcome"):
        return Unknown(f"{getattr(operation, 'name', 'a layer')} can't be run again")
    return operation.outcome(args, kwargs)  # type: ignore[no-any-return]


def _is_optional(tensor: Tensor) -> bool:
    """Whether None may be given for an input of a model, as far as one can tell."""
    made = tensor.node.operation if tensor.node is not None else None
    return not isinstance(made, Layer) or made.args.get("optional", False) is not False


def _is_input(tensor: Tensor) -> bool:
    """Whether a tensor is that of an Input."""
    made = tensor.node.operation if tensor.node is not None else None
    return isinstance(made, Layer) and made.type.name == "InputLayer"


def _of_its_own(model: Functional) -> Functional:
    """The model with a graph of its own, as Keras makes it where not all inputs are Inputs.

    Mirrors keras.src.models.functional.clone_graph_nodes: what the model gives hangs on its new
    Inputs, no more on those that the old tensors were made of.
    """
    tensors = model.inputs
    if all(map(_is_input, tensors)) or any(t.node is None or t.merged for t in tensors):
        return model
    if model.graph.cut is not None:
        return model
    fresh: dict[int, Tensor] = {}
    for position, tensor in enumerate(tensors):
        site = tensor.node.site if tensor.node is not None else None
        fresh[id(tensor)] = (
            tensor
            if _is_input(tensor)
            else make_input(tensor.shape, f"input_{position}CLONE", site=site)
        )

    def swap(tensor: Tensor) -> Tensor:
        return fresh.get(id(tensor), tensor)

    for node in model.graph.nodes:
        copy = Node(
            node.operation,
            map_tensors(node.args, swap),
            map_tensors(dict(node.kwargs), swap),
            node.site,
        )

        def copied(tensor: Tensor, made: Node = copy) -> Tensor:
            new = Tensor(tensor.shape, made, symbolic=tensor.symbolic, merged=tensor.merged)
            fresh[id(tensor)] = new
            return new

        copy.outputs = map_tensors(node.outputs, copied)
    return Functional(map_tensors(model.input, swap), map_tensors(model.output, swap), model.name)


def _handed_through(model: Functional) -> tuple[int, ...]:
    """The outputs that are inputs as well, in a model that Keras has to clone.

    For inputs that are no Inputs it makes new ones, and the outputs anew from these
    (keras.src.models.functional.clone_graph_nodes); it does not find those that are both.
    """
    made = [tensor.node.operation for tensor in model.inputs if tensor.node is not None]
    known = len(made) == len(model.inputs) and not any(t.merged for t in model.inputs)
    if not known or all(isinstance(o, Layer) and o.type.name == "InputLayer" for o in made):
        return ()
    given = {id(tensor) for tensor in model.inputs}
    return tuple(i for i, tensor in enumerate(model.outputs) if id(tensor) in given)


def connect(inputs: Any, outputs: Any, name: str) -> Functional | Mismatch | Unknown:
    """What `keras.Model(inputs, outputs)` gives.

    A ModelMismatch names in `missing` the tensor of the Input that is not given; `inputs` has
    the positions of the outputs (flattened) that need it. `recover` is the model all the same.
    """
    for role, value in (("inputs", inputs), ("outputs", outputs)):
        blurred = _blurred(value)
        if blurred is not None:
            return blurred
        leaves = list(flatten(value))
        if not leaves:
            return Mismatch(Refusal.WRONG_SHAPE, f"has no {role}")
        wrong = [
            leaf if isinstance(leaf, Unknown) else no_keras_tensor(leaf, role)
            for leaf in leaves
            if not isinstance(leaf, Tensor) or not leaf.symbolic or is_placeholder(leaf)
        ]
        if wrong:
            return next((one for one in wrong if isinstance(one, Mismatch)), wrong[0])
    model = Functional(inputs, outputs, name)
    handed_through = _handed_through(model)
    if handed_through:
        return ModelMismatch(
            Refusal.DISCONNECTED,
            "an output is one of the inputs, which can't be where not all inputs are made by "
            "keras.Input",
            inputs=handed_through,
            recover=model,
        )
    graph = model.graph
    name_twice = None if graph.cut is not None else _named_twice(graph)
    if name_twice is not None:
        return ModelMismatch(
            Refusal.WRONG_SHAPE, f"two of its layers are named {name_twice!r}", recover=model
        )
    equalized = [
        node
        for node in graph.order
        if type(node.operation) is Layer and node.operation.type.name == "Equalization"
    ]
    if graph.cut is None and any(map(_gives_it_back, equalized)):
        return ModelMismatch(
            Refusal.WRONG_SHAPE,
            "Equalization gives back the very tensor that it is given, so that the model would be "
            "a cycle",
            remedy="a Pipeline of it alone gives a new one",
            recover=model,
        )
    if not graph.missing or any(tensor.merged for tensor in model.inputs):
        model = _of_its_own(model)
        refusal = refused_name(name)
        return model if refusal is None else replace(refusal, recover=model)
    # A node that an input comes from is passed over: what else it made can't be told.
    made = [t for one in model.inputs if one.node is not None for t in flatten(one.node.outputs)]
    if len(made) > len(model.inputs):
        beside = [tensor for tensor in made if isinstance(tensor, Tensor)]
        if not map_graph([*model.inputs, *beside], model.outputs).missing:
            return model
    missing = graph.missing[0]
    needing = tuple(
        position
        for position, output in enumerate(model.outputs)
        if any(found is missing for found in map_graph(model.inputs, [output]).missing)
    )
    return ModelMismatch(
        Refusal.DISCONNECTED,
        "the outputs need an Input that is not among the model's inputs",
        inputs=needing,
        recover=model,
        missing=missing,
    )


def _gives_it_back(node: Node) -> bool:
    """Whether what it gives is its input itself (Equalization.compute_output_spec)."""
    return len(node.args) == 1 and isinstance(node.args[0], Tensor)


def _named_twice(graph: Graph) -> str | None:
    """The name that Keras finds twice in a model, None if there is none."""
    if used_twice(graph.operations) is None:  # whatever their order is
        return None
    return used_twice(graph.layers)


def find_layer(layers: Any, name: Any, index: Any) -> Any:
    """Mirrors keras.Model.get_layer. Unknown where Keras raises."""
    if isinstance(layers, Unknown):
        return layers
    for value in (name, index):
        if isinstance(value, Unknown):
            return value
    if index is not None:
        if name is None and isinstance(index, int) and -len(layers) <= index < len(layers):
            return layers[index]
        return Unknown(f"the model has {len(layers)} layers, none at {index}")
    for layer in layers:
        if getattr(layer, "name", None) == name:
            return layer
    return Unknown(f"the model has no layer {name!r}")
