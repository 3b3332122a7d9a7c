"""Layers, operators and functions applied to tensors, as nodes of the graph."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from operator import attrgetter
from typing import Any

from flake8_concat.keras.create import create
from flake8_concat.keras.extent import CALLS_A_STEP, HOLDING, extent
from flake8_concat.keras.graph import Node, Tensor, shapes_of, tensors_from, tensors_in
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.models import Functional
from flake8_concat.keras.ops.in_layers import (
    ONLY_VALUES,
    REFUSED_OF_ARRAYS,
    of_symbolic,
)
from flake8_concat.keras.ops.kinds import (
    BY_FULL_NAME,
    TELL_KINDS,
    Refusing,
    refusing,
    wrong_kind,
)
from flake8_concat.keras.ops.kinds_in_tensorflow import no_tensor_to_tensorflow
from flake8_concat.keras.ops.kinds_of_objects import no_tensor
from flake8_concat.keras.ops.of_arrays import refused_of_arrays
from flake8_concat.keras.ops.of_keras_tensors import on_keras_tensors, refuses_keras_tensors
from flake8_concat.keras.ops.strict import (
    OLDER,
    never_bound,
    of_any_keras,
    of_keras_3,
    of_tensorflow_2,
)
from flake8_concat.keras.ops.taken_somewhere import losing, taken_somewhere
from flake8_concat.keras.registry import WITH_VALUES, BadCall, Op, as_outcome
from flake8_concat.keras.sequential import Sequential
from flake8_concat.shapes import (
    Known,
    Mismatch,
    NumpyFloat,
    NumpyInt,
    OfKeras3,
    Outcome,
    Shape,
    Size,
    Unknown,
)
from flake8_concat.trace.alternatives import holds_choice
from flake8_concat.trace.call_arguments import as_class
from flake8_concat.trace.facts import NOTHING, Site
from flake8_concat.trace.from_outside import run_safely
from flake8_concat.trace.made_of import certain_graph
from flake8_concat.trace.plain_calls import APPLY_COST, AXES_A_STEP, LAYER_FUNCTIONS
from flake8_concat.trace.symbolic_values import certainly_symbolic
from flake8_concat.trace.user_layers import UserLayer, as_tensors
from flake8_concat.trace.values import (
    NESTING,
    Dict,
    External,
    Free,
    Function,
    List,
    Method,
    copied,
)
from flake8_concat.trace.written_shapes import whatever_goes_in

# What runs the bodies of the program's own layers.
RUN_ON_VALUES = frozenset({Functional, Sequential, UserLayer})
# What a list among the arguments of a function holds that is another thing to the rules.
MADE_ANEW = frozenset({Free, Function, Method, NumpyFloat, NumpyInt})
_is_symbolic = attrgetter("symbolic")
IN_DOUBT = "it is one of several shapes, by a test that is not known"


class Tensors:
    """The part of the tracer that applies operations to tensors."""

    accepted = False  # whether Keras certainly accepts the last operation applied
    met_numpy = False  # whether a number of numpy is among the arguments of a function

    def apply(
        self: Any,
        operation: Any,
        args: tuple[Any, ...],
        kwargs: Mapping[str, Any],
        site: Site | None,
        kind: str,
        callee: str,
        bound: Mapping[str, Any] | None = None,
    ) -> Any:
        """Calls an operation, writes down what Keras says, and gives the tensors."""
        self.step(APPLY_COST)
        blur: Unknown | None = None
        inputs: tuple[Tensor, ...]
        if len(args) == 1 and type(args[0]) is Tensor and not kwargs:  # so for most layers
            inputs = args
        else:
            args, kwargs, blur = self.own_arguments(args, kwargs)
            inputs = tuple(tensors_in((args, kwargs)) if kwargs else tensors_in(args))
        outcome: Outcome = blur if blur is not None else self.ask(operation, args, kwargs)
        if type(outcome) is Unknown or id(operation) in self.variants:
            outcome, args, kwargs = self.ask_each(operation, args, kwargs, outcome)
            inputs = tuple(tensors_in((args, kwargs)))
        accepted = self.accepted = type(outcome) is Known
        given: Any = outcome
        if type(outcome) is Known:
            given = outcome.result
        elif isinstance(outcome, Mismatch):
            self.raise_if_caught("ValueError", "InvalidArgumentError")  # Keras', TensorFlow's
            given = outcome.recover
        symbolic = (
            inputs[0].symbolic if len(inputs) == 1 else any(tensor.symbolic for tensor in inputs)
        )
        # What a layer is called on may be of an Input, as long as nobody knows it.
        in_doubt = not symbolic and kind == "call" and any(type(a) is Unknown for a in args)
        symbolic = symbolic or in_doubt
        if accepted and symbolic:
            self.built += 1
        node = Node(operation, args, kwargs, site)
        value: Any
        if type(given) is Shape and symbolic:  # so for most
            value = node.outputs = Tensor(given, node)
        elif accepted or not isinstance(given, Unknown):
            value = tensors_from(given, node, symbolic=symbolic, running=self.inside > 0)
            if type(value) in (list, tuple, dict):
                value = as_data(value)
                self.step(len(value))
            if accepted and holds_choice(given):
                outcome = Unknown(IN_DOUBT)
        else:
            value = of_unknown(given, node, inputs, kind, bound or {}, symbolic=symbolic)
        if in_doubt:
            for tensor in tensors_in(value):
                tensor.merged = True
        if kind == "call":
            self.note_call(operation, node, value)
        event = self.record(
            site, kind, callee, args, kwargs, value, bound if bound is not None else NOTHING,
            inputs, outcome, operation, self.made_at(operation),
        )  # fmt: skip
        if event is not None:
            if type(outcome) is Known and (outcome.conditions or outcome.amounts):
                event.assumed = self.assumptions
            if isinstance(outcome, Mismatch):
                event.certain = event.certain and self.refuses(event, symbolic=symbolic)
        return value

    def own_arguments(self: Any, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Any:
        """The arguments in lists that the program does not have, and why they are lost, if so."""
        blur: Unknown | None = None
        given = (*args, *kwargs.values()) if kwargs else args
        if NESTING.isdisjoint(map(type, given)):
            return args, kwargs, None
        for argument in given:
            if type(argument) in NESTING:
                if not self.walk(argument):
                    return (), {}, Unknown("a structure too large to follow")
                if type(argument) in BLURRY and argument.blur is not None:
                    blur = argument.blur
        return copied(args), {name: copied(value) for name, value in kwargs.items()}, blur

    def note_call(self: Any, operation: Any, node: Node, value: Any) -> None:
        """Notes a call at what was called: a layer or a model."""
        if type(operation) is UserLayer and operation.gave:
            node.inside = operation.gave
            self.hand_back(operation, value)
        nodes = getattr(operation, "nodes", None)
        if nodes is not None:
            nodes.append(node)

    def ask(self: Any, operation: Any, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Outcome:
        """What Keras says to a call, which may run bodies of the program's own layers."""
        if type(operation) not in RUN_ON_VALUES:
            if type(operation) is Layer and operation.type.name in HOLDING:
                self.step(extent(operation) // CALLS_A_STEP)
            outcome = run_safely(operation, args, kwargs)
            if type(outcome) is Known and type(outcome.result) is Shape:
                self.step(len(outcome.result) // AXES_A_STEP)
            of_old = isinstance(outcome, OfKeras3) and self.is_older
            return as_outcome(outcome.recover) if of_old else outcome  # type: ignore[union-attr]
        outer = self.on_values
        given = [*tensors_in((args, kwargs) if kwargs else args)]
        valued = not any(map(_is_symbolic, given))
        self.on_values = outer or valued
        if type(operation) is UserLayer:
            operation.given = given
        model = operation.functional if type(operation) is Sequential else operation
        again = model.again if type(model) is Functional else 0
        if type(operation) is not UserLayer and (self.inside or valued):
            operation = operation.where_it_runs
        try:
            return run_safely(operation, args, kwargs)
        finally:
            self.on_values = outer
            if type(model) is Functional and model.again != again:
                self.step((model.again - again) // CALLS_A_STEP)

    # -- functions ----------------------------------------------------------------------------
    def call_op(self: Any, operation: Op, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """A function of Keras or TensorFlow."""
        kind = LAYER_FUNCTIONS.get(operation.name)
        value = None if kind is None else self.merge_plainly(kind, operation, args, kwargs)
        return self.ask_op(operation, args, kwargs) if value is None else value

    def ask_op(self: Any, operation: Op, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """The same where nothing is known beforehand."""
        names = operation.signature.names
        args = tuple(
            [
                self.tensor_argument(value)
                if i < len(names) and names[i] in TENSOR_PARAMETERS
                else self.op_argument(value)
                for i, value in enumerate(args)
            ]
        )
        kwargs = {
            name: self.tensor_argument(value)
            if name in TENSOR_PARAMETERS
            else self.op_argument(value)
            for name, value in kwargs.items()
        }
        if (
            self.facts.image_data_format == "channels_first"
            and "data_format" in operation.signature.names
        ):
            kwargs.setdefault("data_format", "channels_first")
        operation = self.of_its_release(operation)
        if operation.name.startswith("keras.ops."):
            self.names.auto(operation.name.rpartition(".")[2].title().replace("_", ""))
        try:
            bound: Mapping[str, Any] = operation.signature.bind(args, kwargs)
        except Exception as problem:  # run_op says what is wrong with them
            bound = {}
            if type(problem) is BadCall and never_bound(operation.name, problem):
                if not self.is_older:
                    operation = of_keras_3(operation.name)
        name = operation.name
        if name in WITH_VALUES and (self.inside or not any_symbolic(args, kwargs)):
            if self.inside or name not in REFUSED_OF_ARRAYS:
                operation = WITH_VALUES[name]
        elif self.takes_no_symbolic(name, bound) and any_symbolic(args, kwargs):
            operation = of_symbolic(operation)
        where = {"symbolic": any_symbolic(args, kwargs), "inside": bool(self.inside)}
        odd = taken_somewhere(name, bound, **where)
        if odd is not None:
            operation = losing(operation, odd)
        elif bound and (name.startswith(TELL_KINDS) or name in BY_FULL_NAME):
            what = wrong_kind(name, bound, **where)
            if what is not None:
                operation = refusing(operation, what)
        if bound and odd is None and type(operation) is not Refusing:
            wrong = no_tensor_to_tensorflow(name, bound) or no_tensor(name, bound, **where)
            if wrong is None and not any(where.values()):
                refused = refused_of_arrays(name, bound)
                wrong = None if refused is None else (refused, None)
            if wrong is not None:
                operation = refusing(operation, *wrong)
        if type(operation) is not Refusing and refuses_keras_tensors(operation) and not self.inside:
            if any(map(certainly_symbolic, tensors_in((args, kwargs)))) and not self.is_older:
                operation = on_keras_tensors(operation) if bound else of_keras_3(name)
        if self.met_numpy:  # kinds are told: from here on they are numbers
            self.met_numpy = False
            args = tuple(map(_plain, args))
            kwargs, bound = ({n: _plain(v) for n, v in d.items()} for d in (kwargs, bound))
        value = self.apply(operation, args, kwargs, self.site, "op", operation.name, bound)
        if operation.name in LAYER_FUNCTIONS:
            self.note_layer(LAYER_FUNCTIONS[operation.name], args, kwargs, value)
        return value

    def of_its_release(self: Any, operation: Op) -> Op:
        """The function as the file's Keras has it, as far as that is known."""
        name = operation.name
        if name.startswith("tf.") and self.is_tensorflow_2:
            return of_tensorflow_2(name)
        if name.startswith(OLDER) and self.is_keras_3:
            return of_keras_3(name)
        return of_any_keras(name) if name.startswith("keras.activations.") else operation

    def takes_no_symbolic(self: Any, name: str, bound: Mapping[str, Any]) -> bool:
        """Whether a function takes no tensor of which Keras only asks for the shape."""
        if name == "keras.random.dropout" and bound.get("rate") == 0:  # the input comes back
            return False
        return name == TO_NUMPY and not self.on_values if self.inside else name in ONLY_VALUES

    def note_layer(
        self: Any, kind: str, args: tuple[Any, ...], kwargs: Mapping[str, Any], value: Any
    ) -> None:
        """`keras.layers.add(inputs)` makes a layer that counts, is in models and has a name."""
        rest = {name: given for name, given in kwargs.items() if name != "inputs"}
        name = None if rest.get("name") is not None else self.names.auto(kind)
        layer = create(kind, args[1:], rest, layer_name=name)
        if not isinstance(layer, Layer) or not isinstance(value, Tensor) or value.node is None:
            return
        node = value.node
        node.args = node.args[:1] or (node.kwargs.get("inputs"),)
        node.operation, node.kwargs = layer, {}
        layer.nodes.append(node)
        self.note_built(layer, node.args, {})

    def tensor_argument(self: Any, value: Any) -> Any:
        """An argument where a tensor is expected: an unknown parameter may be one, and no number.

        So is what was calculated from it (`y_true - y_pred`), though it passes for a size.
        """
        if isinstance(value, Size) and value.literal:
            return Unknown(f"`{value}` may be a tensor")
        if type(value) is Free:
            return Unknown(value.why)
        if type(value) in (tuple, List) and getattr(value, "blur", None) is None:
            if any(isinstance(item, (Size, Free)) for item in value):
                return type(value)(self.tensor_argument(item) for item in value)
        return self.op_argument(value)

    def op_argument(self: Any, value: Any) -> Any:
        """An argument as the rules want it: symbols for free sizes, functions on Shapes."""
        kind = type(value)
        if kind is Free:
            return Unknown(value.why)
        if kind is tuple or kind is List:
            if kind is List and value.blur is not None:
                return value
            if any(type(item) in MADE_ANEW for item in value):
                return kind(self.op_item(item) for item in value)
            return value
        if kind in (Function, Method):
            return self.on_shapes(value)
        if kind is External:
            return as_class(value)
        if isinstance(value, int) and kind is not bool:  # a member of an IntEnum among them
            if kind is NumpyInt:
                self.met_numpy = True
                return value
            return int(value)
        if kind is NumpyFloat:
            self.met_numpy = True
        return value

    def op_item(self: Any, item: Any) -> Any:
        """What a list among the arguments holds: numbers of numpy are plain ones there."""
        if type(item) is Free:
            return item.size
        found = _plain(item)
        return self.op_argument(item) if found is item else found

    def on_shapes(self: Any, function: Any) -> Callable[..., Any]:
        """A user's function as one from Shapes to Shapes; `doubted`, where it may not run."""

        def call(*shapes: Any, doubted: bool = False) -> Any:
            tensors = tuple(as_data(as_tensors(shape)) for shape in shapes)
            self.doubts += doubted
            try:
                if not shapes:
                    return shapes_of(self.call(function, (), {}))
                return shapes_of(self.traced(self.call, function, tensors, {}))
            finally:
                self.doubts -= doubted

        call.doubted = partial(call, doubted=True)  # type: ignore[attr-defined]
        call.takes = arguments_of(function)  # type: ignore[attr-defined]
        return call


def arguments_of(function: Any) -> tuple[int, int | None]:
    """How many arguments by position a user's function takes, at least and at most."""
    bound = isinstance(function, Method)
    if bound:
        function = function.function
    if type(function) is not Function:
        return 0, None
    code = function.code
    most = len(code.positional) - bound
    return max(most - len(code.optional), 0), None if code.star is not None else max(most, 0)


def of_unknown(
    lost: Unknown,
    node: Node,
    inputs: tuple[Tensor, ...],
    kind: str,
    bound: Mapping[str, Any],
    *,
    symbolic: bool,
) -> Any:
    """What an operation gives of whose result nothing is known but what it is told to make."""
    told = whatever_goes_in(node.operation, node.args, bound)
    if told is None and not inputs and kind != "call":
        return Unknown(lost.why)
    value = node.outputs = Tensor(
        Unknown(lost.why) if told is None else told,
        node,
        symbolic=symbolic or not inputs,
        merged=told is not None or not certain_graph(node.args, node.kwargs),
    )
    return value


def as_data(value: Any) -> Any:
    """What an operation gave, in the lists and dicts that a program has."""
    kind = type(value)
    if kind is list:
        return List(map(as_data, value))
    if kind is dict:
        return Dict((key, as_data(item)) for key, item in value.items())
    if kind is tuple and not all(type(item) is Tensor for item in value):
        return tuple(map(as_data, value))
    return value


def any_symbolic(args: Any, kwargs: Any) -> bool:
    """Whether one of the tensors among the arguments may be symbolic."""
    structure = (args, kwargs) if kwargs else args
    return any(map(_is_symbolic, tensors_in(structure)))


# Parameters of functions that take tensors.
TENSOR_PARAMETERS = frozenset(
    {
        "a", "b", "input", "input_tensor", "inputs", "images", "image", "logits", "tensor",
        "tensors", "value", "values", "x", "x1", "x2", "xs", "y", "y_pred", "y_true", "target",
        "output", "predictions", "labels", "arrays", "t", "params", "features",
    }
)  # fmt: skip
# What takes no tensor that Keras only asks for its shape, in the body of a layer either.
TO_NUMPY = "keras.ops.convert_to_numpy"
BLURRY = frozenset({List, Dict})


def _plain(value: Any) -> Any:
    """A number without the type that numpy has for whole numbers and for those of 64 bits."""
    kind = type(value)
    return int(value) if kind is NumpyInt else float(value) if kind is NumpyFloat else value
