"""Making models: Model, Sequential, the pretrained networks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from flake8_concat.keras import applications
from flake8_concat.keras.builds import refused_build, refused_question
from flake8_concat.keras.extent import CALLS_A_STEP, extent
from flake8_concat.keras.graph import Tensor, tensors_in
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.lookups import refused_lookup
from flake8_concat.keras.making_models import (
    MODEL,
    OLD_NAMES,
    is_functional,
    refused_model,
    refused_sequential,
)
from flake8_concat.keras.models import Functional, connect
from flake8_concat.keras.nodes import (
    PLACEHOLDER,
    apply,
    flatten,
    is_placeholder,
    make_placeholder,
)
from flake8_concat.keras.registry import NotGiven
from flake8_concat.keras.sequential import Sequential
from flake8_concat.shapes import (
    Known,
    Lose,
    Mismatch,
    Outcome,
    Refusal,
    Shape,
    Unknown,
    is_none,
)
from flake8_concat.trace.call_arguments import no_tensor
from flake8_concat.trace.placeholders import has_star
from flake8_concat.trace.user_layers import UserLayer, as_shapes, as_tensors
from flake8_concat.trace.values import (
    FLAT,
    Free,
    Instance,
    List,
    as_dim,
    copied,
    is_small,
)

SHAPES_BY_NAME = ("query_shape", "value_shape", "key_shape")
LAYERS_MADE = (Layer, UserLayer, Functional, Sequential)
NO_LAYERS = (List, tuple, str, int, float)  # what `Sequential.add` certainly refuses


class ModelCalls:
    """The part of the tracer that makes models."""

    builds_sequential = False  # whether the layers that run now are those of one that is built

    def model_class(self: Any, *args: Any, **kwargs: Any) -> Any:
        """`keras.Model(…)`."""
        given = dict(zip(MODEL, args, strict=False))
        given.update((OLD_NAMES.get(key, key), value) for key, value in kwargs.items())
        refusal = self.refused_making("keras.Model", refused_model, args, kwargs)
        inputs, outputs, name = given.get("inputs"), given.get("outputs"), given.get("name")
        if inputs is None or outputs is None:
            told = refusal is not None or self.tentative or not is_functional(args, kwargs)
            if told or has_star(self.site):
                return Unknown("a Model without inputs and outputs")
        return self.make_model(inputs, outputs, name if isinstance(name, str) else None)

    def refused_making(
        self: Any, callee: str, check: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> Mismatch | None:
        """The refusal of the arguments of a model, which is written down; None if there is none."""
        if self.tentative or self.site is None or has_star(self.site):
            return None
        refusal: Mismatch | None = check(args, kwargs, of_keras_3=self.is_keras_3)
        if refusal is not None:
            self.no_outcome(callee, args, kwargs, refusal)
        return refusal

    def make_function(self: Any, inputs: Any, outputs: Any, name: str | None = None) -> Any:
        """`keras.Function(inputs, outputs)`, which takes tensors of no layer as well."""
        if any(map(is_placeholder, tensors_in((inputs, outputs)))):
            return Unknown("a function of tensors that come from no Input")
        return self.make_model(inputs, outputs, name or "function")

    def make_model(self: Any, inputs: Any, outputs: Any, name: str | None = None) -> Any:
        """`keras.Model(inputs, outputs)`."""
        if not self.tentative:
            inputs, outputs = self.without_functions(inputs), self.without_functions(outputs)
        if not is_small((inputs, outputs)):
            return Unknown("a structure too large to follow")
        inputs, outputs = copied(inputs), copied(outputs)
        made = connect(inputs, outputs, name or self.names.auto("Functional"))
        value = made.recover if isinstance(made, Mismatch) else made
        if self.tentative and not all(map(_holds_any, (inputs, outputs))):
            return Unknown("an empty list stands for what callers give")
        outcome: Outcome = made if isinstance(made, (Mismatch, Unknown)) else Known(())
        if isinstance(made, Mismatch):
            self.raise_if_caught("ValueError")
        self.record(
            self.site, "create", "keras.Model", (inputs, outputs), {}, value,
            outcome=outcome, inputs=tuple(tensors_in(outputs)),
        )  # fmt: skip
        return value

    def without_functions(self: Any, value: Any) -> Any:
        """Inputs or outputs of a model with what is no tensor, as functions, marked as such."""
        if isinstance(value, (list, tuple)) and not isinstance(value, Shape):
            found = [no_tensor(self, item) for item in value]
            if getattr(value, "blur", None) is None and any(found):
                return [one or item for one, item in zip(found, value, strict=True)]
            return value
        return no_tensor(self, value) or value

    def make_sequential(self: Any, *args: Any, **kwargs: Any) -> Any:
        """`keras.Sequential(layers)`."""
        layers, name = kwargs.get("layers", args[0] if args else None), kwargs.get("name")
        second = args[1] if len(args) > 1 else None
        if not self.tentative and any(isinstance(v, LAYERS_MADE) for v in (layers, second, name)):
            first = next(v for v in (layers, second, name) if isinstance(v, LAYERS_MADE))
            refusal = Mismatch(
                Refusal.WRONG_SHAPE,
                f"takes its layers in a list, is given the layer {first.name!r}",
                remedy="put the layers in a list",
            )
            self.no_outcome("keras.Sequential", args, kwargs, refusal)
            return Unknown("a Sequential that can't be made")
        refused = self.refused_making("keras.Sequential", refused_sequential, args, kwargs)
        if isinstance(second, str) and name is None:
            name = second  # as Keras 2 took it
        called = name if isinstance(name, str) else self.names.auto("Sequential")
        model = Sequential(called, self.names, self.call_in_model)
        self.created[id(model)] = self.site
        self.kept.append(model)
        if layers is None:
            return model
        if refused is not None and not isinstance(layers, (list, tuple)):
            model.broken = Unknown("a Sequential that can't be made")
            return model
        try:
            given = list(self.items(layers))
        except Lose as lost:
            model.broken = lost.unknown
            return model
        what = next((found for item in given if (found := self.no_layer(item))), None)
        if what is not None:
            text = f"is made of layers, is given {what}"
            self.sequential_problem(model, Mismatch(Refusal.WRONG_SHAPE, text))
            model.broken = Unknown("it is not made of layers alone")
            return model
        items = [i if isinstance(i, Tensor) else self.layer_argument(None, i) for i in given]
        self.change_sequential(model, model.extend, self.model_items(items))
        return model

    def no_layer(self: Any, value: Any) -> str | None:
        """What stands in the place of a layer and certainly is none, None for all else."""
        if self.tentative:
            return None
        found = no_tensor(self, value)
        if found is not None:
            return found.what
        if value is None:
            return "None"
        return f"a {type(value).__name__.lower()}" if isinstance(value, NO_LAYERS) else None

    def model_items(self: Any, items: list[Any]) -> list[Any]:
        """Layers as a Sequential takes them; tensors of Inputs stay tensors."""
        return [item if not isinstance(item, Instance) else self.user_layer(item) for item in items]

    def no_such_layer(self: Any, model: Any, name: Any, index: Any, why: Unknown) -> Unknown:
        """What `model.get_layer(…)` gives where there is none; that Keras raises is noted."""
        refusal = None if self.tentative else refused_lookup(model.layers, name, index)
        if refusal is not None:
            self.no_outcome("get_layer", (name, index), {}, refusal)
        return why

    def no_outcome(
        self: Any, callee: str, args: tuple[Any, ...], kwargs: Mapping[str, Any], refusal: Mismatch
    ) -> None:
        """Writes down that Keras refuses a call that gives no tensor."""
        self.raise_if_caught("ValueError")
        self.record(self.site, "op", callee, args, kwargs, None, outcome=refusal)

    def output_shape(self: Any, layer: Any, *shapes: Any, **named: Any) -> Any:
        """`layer.compute_output_shape(shape)`, which neither builds nor checks the input."""
        found = self.all_shapes_given(shapes, named)
        lost = next((one for one in found if isinstance(one, Unknown)), None)
        if lost is not None or not found:
            return lost or Unknown("it is given no shape")
        given, *others = found
        if others and not (isinstance(layer, Layer) and layer.type.call_signature):
            return Unknown("it is given several shapes")
        layers = layer.layers if isinstance(layer, Sequential) else [layer]
        if not isinstance(layers, list):
            return Unknown("the layers of the model are not known")
        for one in layers:
            outcome = one.computed((given, *others), {}) if isinstance(one, Layer) else None
            if isinstance(one, Functional):
                self.step(extent(one) // CALLS_A_STEP)
                outcome = one.outcome((given,), {})
            if isinstance(layer, Layer) and not self.tentative:
                refusal = refused_question(layer, given, outcome)
                if refusal is not None:
                    self.no_outcome("compute_output_shape", shapes, named, refusal)
                    return Unknown("it is refused")
            if not isinstance(outcome, Known):
                return Unknown("it is not known")
            given = outcome.result
        return self.as_program_shape(given)

    def output_spec(self: Any, layer: Layer, *args: Any, **kwargs: Any) -> Any:
        """`layer.compute_output_spec(tensor)`: a tensor of no layer, of the shape it would give."""
        try:
            outcome = layer.computed(tuple(as_shapes(value) for value in args), {})
        except Lose as lost:
            return Tensor(lost.unknown, None)
        if not isinstance(outcome, Known) or kwargs:
            return Unknown("it is not known")
        if not isinstance(outcome.result, Shape):
            return as_tensors(outcome.result)
        made = make_placeholder(outcome.result, self.site)
        self.record(
            self.site, "op", "compute_output_spec", args, kwargs, made,
            outcome=outcome, operation=PLACEHOLDER,
        )  # fmt: skip
        return made

    def all_shapes_given(self: Any, shapes: tuple[Any, ...], named: Mapping[str, Any]) -> list[Any]:
        """Several shapes in the order in which a layer of several inputs takes them."""
        rest = [named[name] for name in SHAPES_BY_NAME[len(shapes) :] if name in named]
        rest = rest if len(rest) == len(named) else list(named.values())[: not shapes]
        return [self.shapes_given(shape) for shape in (*shapes, *rest)]

    def shapes_given(self: Any, shape: Any) -> Any:
        """A shape of the program, or a list of several, as Shapes."""
        if not isinstance(shape, (tuple, list)) or getattr(shape, "blur", None) is not None:
            return Unknown("the shape is not known")
        if type(shape) in FLAT and not is_small(shape):
            return Unknown("a structure too large to follow")
        if shape and all(isinstance(item, (tuple, list)) for item in shape):
            found = [self.shapes_given(item) for item in shape]
            return next((one for one in found if isinstance(one, Unknown)), found)
        return Shape(self.sizes(shape))

    def clone_model(
        self: Any, model: Any, input_tensors: Any = None, clone_function: Any = None, **options: Any
    ) -> Any:
        """`keras.models.clone_model(model)`: other weights, the same shapes."""
        if input_tensors is None and clone_function is None and not options:
            if isinstance(model, (Functional, Sequential)):
                return self.copied(model)
            if isinstance(model, Unknown):
                return model
        return Unknown("the copy of a model in which something is changed is not followed")

    def sequential_add(self: Any, model: Sequential, layer: Any = ..., **kwargs: Any) -> None:
        """`model.add(layer)`."""
        if layer is ...:
            layer = Unknown("nothing is added")
            if not (kwargs or has_star(self.site)):
                what = "needs the layer to add, which is not given"
                self.no_outcome("add", (), {}, NotGiven(Refusal.WRONG_SHAPE, what))
        if isinstance(layer, Instance):
            layer = self.user_layer(layer)
        if not isinstance(layer, (Layer, UserLayer, Functional, Sequential, Tensor)):
            what = self.no_layer(layer)
            if what is not None:
                refusal = Mismatch(
                    Refusal.WRONG_SHAPE,
                    f"takes one layer, is given {what}",
                    remedy="add its layers one by one" if type(layer) in FLAT else None,
                )
                self.no_outcome("add", (layer,), {}, refusal)
            layer = layer if isinstance(layer, Unknown) else Unknown("what is added is not a layer")
        self.touch(model)
        self.change_sequential(model, model.add, layer)

    def sequential_build(self: Any, model: Sequential, input_shape: Any = None) -> None:
        """`model.build(input_shape)`."""
        self.touch_unbuilt(model)
        shape = self.layer_argument("batch_shape", input_shape)
        if isinstance(shape, (list, tuple)):
            self.change_sequential(model, model.build, shape)

    def layer_build(self: Any, layer: Layer, *shapes: Any, **named: Any) -> None:
        """`layer.build(input_shape)`: what it will accept from now on."""
        given = self.all_shapes_given(shapes, named)
        several = len(given) > 1 and layer.type.call_signature is None
        if layer.built is not None or not given or several or not all(map(_written, given)):
            return
        problem = None if self.tentative else refused_build(layer, given)
        if problem is not None:
            self.no_outcome(f"{layer.type.name}.build", shapes, named, problem)
        elif len(given) == 1 and given[0]:
            self.touch(layer)
            layer.built = layer.demands(given[0])

    def touch_unbuilt(self: Any, layer: Any) -> None:
        """Says that a model that is not built yet, and the layers in it, are about to change."""
        waiting, seen = [layer], {id(layer)}
        while waiting:
            layer = waiting.pop()
            if isinstance(layer, Sequential) and layer.functional is None:
                self.touch(layer)
                inside = layer.layers if isinstance(layer.layers, list) else ()
                # Each once, however often it stands in others: models in models double.
                waiting += [inner for inner in inside if id(inner) not in seen]
                seen.update(map(id, inside))
            elif isinstance(layer, Layer) and layer.built is None:
                self.touch(layer)

    def sequential_pop(self: Any, model: Sequential) -> None:
        """`model.pop()`."""
        self.touch(model)
        refusal = model.pop()
        if refusal is not None and not self.tentative:
            self.no_outcome("pop", (), {}, refusal)

    def sequential_problem(self: Any, model: Sequential, problem: Mismatch | None) -> None:
        """Writes down that Keras refuses to build the model."""
        if problem is None:
            return
        self.raise_if_caught("ValueError")
        self.record(self.site, "create", "keras.Sequential", (), {}, model, outcome=problem)

    def change_sequential(
        self: Any, model: Sequential, change: Callable[[Any], Mismatch | None], given: Any
    ) -> None:
        """Changes a model and builds it: of a Lambda that fails Keras says nothing until later.

        Mirrors keras.Sequential.build, which goes no further at a NotImplementedError: what a
        Lambda raises, whatever is wrong in its function.
        """
        saved, self.builds_sequential = self.builds_sequential, True
        try:
            problem = change(given)
        finally:
            self.builds_sequential = saved
        self.sequential_problem(model, problem)

    def call_in_model(
        self: Any,
        operation: Any,
        args: tuple[Any, ...],
        kwargs: Mapping[str, Any],
        site: Any = None,
    ) -> Any:
        """How a Sequential calls its layers while it is built.

        Stands in the facts as an evaluation of the place where the layer was made.
        """
        self.step()
        if isinstance(operation, Unknown):
            return operation
        site = self.made_at(operation) or site or self.site
        before = len(self.facts.events)
        value = apply(operation, args, kwargs, site)
        if self.builds_sequential and _infers_by_running(operation):
            failed = [e for e in self.facts.events[before:] if isinstance(e.outcome, Mismatch)]
            if failed or isinstance(value, Mismatch):
                for event in failed:
                    event.certain = False
                return Unknown("a Sequential is not built where the function of a Lambda fails")
        if isinstance(value, Tensor) and value.node is not None and isinstance(operation, Layer):
            self.record(
                site, "call", operation.type.full_name, args, kwargs, value,
                bound=operation.args, inputs=tuple(tensors_in(args)), operation=operation,
                outcome=Known(value.shape) if isinstance(value.shape, Shape) else value.shape,
                created=site,
            )  # fmt: skip
        return value

    def make_application(
        self: Any, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> Any:
        """A pretrained network."""
        args = tuple(self.application_argument(value) for value in args)
        kwargs = {key: self.application_argument(value) for key, value in kwargs.items()}
        made = applications.build(name, args, kwargs, self.facts.image_data_format, self.names)
        outcome: Outcome = made if isinstance(made, (Mismatch, Unknown)) else Known(())
        value = made.recover if isinstance(made, Mismatch) else made
        if isinstance(made, Mismatch):
            self.raise_if_caught("ValueError")
        self.record(
            self.site, "create", f"keras.applications.{name}", args, kwargs, value,
            outcome=outcome, inputs=tuple(tensors_in((args, kwargs))),
        )  # fmt: skip
        return value

    def application_argument(self: Any, value: Any) -> Any:
        """An argument with symbols for free sizes."""
        if isinstance(value, (tuple, list)) and not isinstance(value, Shape):
            return tuple(as_dim(v) if isinstance(v, Free) else v for v in value)
        return value


def _infers_by_running(operation: Any) -> bool:
    """Whether it is a Lambda, or a TimeDistributed of one."""
    layer = operation.value if isinstance(operation, UserLayer) else operation
    if not isinstance(layer, Layer):
        return False
    inner = layer.args.get("layer") if layer.type.name == "TimeDistributed" else None
    return layer.type.name == "Lambda" or (inner is not None and _infers_by_running(inner))


def _holds_any(structure: Any) -> bool:
    """Whether there is anything in what a model is to be made of."""
    return next(iter(flatten(structure)), None) is not None


def fitted(model: Any, value: Any) -> Any:
    """An array as a model of one input runs on it: with a last axis of 1 more or less.

    Mirrors keras.src.models.functional.Functional._adjust_input_rank.
    """
    plain = model.functional if isinstance(model, Sequential) else model
    if type(value) is not Tensor or value.symbolic or not isinstance(plain, Functional):
        return value
    wanted = plain.inputs[0].shape if len(plain.inputs) == 1 else None
    shape = value.shape
    if not isinstance(shape, Shape) or not isinstance(wanted, Shape) or not wanted:
        return value
    if len(shape) == len(wanted) + 1 and shape[-1] == 1:
        return Tensor(Shape(shape[:-1]), value.node, symbolic=False, merged=value.merged)
    if len(shape) == len(wanted) - 1 and wanted[-1] == 1:
        return Tensor(Shape((*shape, 1)), value.node, symbolic=False, merged=value.merged)
    return value


def _written(shape: Any) -> bool:
    """Whether all sizes of a shape, or of several, are numbers or None."""
    if isinstance(shape, list):
        return all(map(_written, shape))
    return isinstance(shape, Shape) and all(type(n) is int or is_none(n) for n in shape)
