"""Calls of Keras: making layers and models, calling them, the settings of Keras itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flake8_concat.keras import applications
from flake8_concat.keras.core import input_shape
from flake8_concat.keras.create import create
from flake8_concat.keras.graph import Layer, Node, Tensor, tensors_in
from flake8_concat.keras.models import Functional, apply, connect, make_input
from flake8_concat.keras.registry import LAYERS, OPS, Args, BadCall, parse_signature
from flake8_concat.keras.sequential import Sequential
from flake8_concat.keras.signatures import layer_signature
from flake8_concat.shapes import (
    UNKNOWN_SIZE,
    Known,
    Lose,
    Mismatch,
    Outcome,
    Refuse,
    Shape,
    Unknown,
    is_none,
)
from flake8_concat.trace.alternatives import find_choice
from flake8_concat.trace.library import FUNCTIONS
from flake8_concat.trace.user_layers import UserLayer, as_shapes, as_tensors
from flake8_concat.trace.values import (
    Builtin,
    Class,
    Dict,
    External,
    Free,
    Function,
    Instance,
    List,
    Method,
    Raised,
    as_dim,
    check_size,
)

INPUT = parse_signature(
    "shape=None, batch_size=None, dtype=None, sparse=None, batch_shape=None, name=None, "
    "tensor=None, optional=False, ragged=None, type_spec=None, batch_input_shape=None, "
    "input_tensor=None"
)
# Parameters that are sizes: an unknown one is a symbol there.
SIZED = frozenset(
    {
        "filters", "units", "kernel_size", "strides", "pool_size", "dilation_rate", "size", "shape",
        "batch_shape", "input_shape", "target_shape", "n", "output_dim", "input_dim", "num_heads",
        "key_dim", "value_dim", "height", "width", "depth_multiplier", "batch_input_shape",
        "batch_size", "cropping", "output_size",
    }
)  # fmt: skip
MODEL_BASES = frozenset({"keras.Model", "keras.layers.Layer", "keras.Sequential"})
FUNCTIONS_IN_LAYERS = (Function, Builtin, External, Method)


class KerasCalls:
    """The part of the tracer that calls Keras."""

    inside = 0  # how many bodies of layers are being traced, one in another

    def call_keras(self: Any, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """A function or class of Keras or TensorFlow, by its full name."""
        if name in self.patched:
            return self.call(self.patched[name], args, kwargs)
        handle = HANDLERS.get(name)
        if handle is not None:
            try:
                return handle(self, *args, **kwargs)
            except TypeError:
                return Unknown(f"`{name}()` is called in a way that is not followed")
            except Refuse as refused:
                if self.caught("ValueError"):
                    raise Raised("ValueError") from None
                return Unknown(f"`{name}()` is refused: {refused}")
        operation = OPS.get(name)
        if operation is not None:
            return self.call_op(operation, args, kwargs)
        room, _, last = name.rpartition(".")
        if room == "keras.layers" and last[:1].isupper():
            return self.make_layer(last, args, kwargs)
        if name.startswith("keras.applications.") and last in applications.constructors():
            return self.make_application(last, args, kwargs)
        run = FUNCTIONS.get(name)
        if run is not None:
            return run(self, *args, **kwargs)
        tensors = next(tensors_in((args, kwargs)), None)
        self.record(self.site, "other", name, args, kwargs, None)
        if tensors is not None:
            return Tensor(Unknown(f"`{name}()` is not followed"), None)
        return Unknown(f"`{name}()` is not followed")

    # -- layers -------------------------------------------------------------------------------
    def make_layer(self: Any, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """`keras.layers.<name>(…)`."""
        given = args, kwargs
        args, kwargs = self.layer_arguments(name, args, kwargs)
        layer_name = (
            None if "name" in kwargs and kwargs["name"] is not None else self.names.auto(name)
        )
        made = create(name, args, kwargs, self.facts.image_data_format, layer_name)
        bound: Mapping[str, Any] = {}
        outcome: Outcome | None = None
        value: Any = made
        if isinstance(made, Mismatch) and self.tentative and None in (*args, *kwargs.values()):
            made = Unknown("an argument is None as long as nobody sets it")
        if isinstance(made, Mismatch):
            if self.caught("ValueError"):
                raise Raised("ValueError")
            outcome, value = made, made.recover
        elif isinstance(made, Unknown):
            outcome = made
        if isinstance(value, Layer):
            bound = value.args
            value = self.special_layer(value)
            self.created[id(value)] = self.site
            self.kept.append(value)
            if find_choice(given) is not None:
                self.variants[id(value)] = self.variants_of(value, name, *given)
        elif not isinstance(value, Unknown):
            value = Unknown("the layer could not be made")
        self.record(
            self.site,
            "create",
            f"keras.layers.{name}",
            args,
            kwargs,
            value,
            bound=bound,
            outcome=outcome,
        )
        return value

    def layer_arguments(self: Any, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """The arguments as the rules want them: symbols for free sizes, operations for layers."""
        plain = True
        for value in (*args, *kwargs.values()):
            if type(value) not in PLAIN_ARGUMENTS:
                plain = False
                break
        if plain:
            return args, kwargs
        try:
            names = layer_signature(name).names if LAYERS.get(name) is not None else ()
        except KeyError:
            names = ()
        padded = (*names, *(None,) * len(args))
        args = tuple(self.layer_argument(n, v) for n, v in zip(padded, args, strict=False))
        return args, {n: self.layer_argument(n, v) for n, v in kwargs.items()}

    def layer_argument(self: Any, name: str | None, value: Any) -> Any:
        """One argument of a layer's constructor."""
        if isinstance(value, Free):
            if name in ("shape", "input_shape", "batch_shape", "target_shape", "batch_input_shape"):
                return Unknown(value.why)
            return value.size if name in SIZED else Unknown(value.why)
        if isinstance(value, Unknown):
            return value if type(value) is Unknown else Unknown(value.why)
        if isinstance(value, (tuple, list)) and not isinstance(value, Shape):
            if getattr(value, "blur", None) is not None:
                return Unknown(value.blur.why)  # type: ignore[union-attr]
            items = [self.layer_argument("size", item) for item in value]
            return tuple(items) if isinstance(value, tuple) else items
        if isinstance(value, Instance):
            return self.user_layer(value) if value.cls.external else Unknown("an object")
        if isinstance(value, Tensor):
            return value.shape
        if isinstance(value, Class):
            return Unknown("a class")
        return value

    def special_layer(self: Any, layer: Layer) -> Any:
        """What takes the place of layers whose outcome is found by tracing."""
        if layer.type.name == "Lambda":
            function = layer.args.get("function")
            if isinstance(function, FUNCTIONS_IN_LAYERS):
                return UserLayer(layer, layer.name, self.run_lambda)
        if layer.type.name == "InputLayer" and not layer.nodes:
            try:
                shape: Any = input_shape(layer.args, layer.name, self.names)
            except Lose as lost:
                shape = lost.unknown
            except Refuse:
                return layer
            node = Node(layer, (), {}, self.site)
            node.outputs = Tensor(shape, node)
            layer.nodes.append(node)
        return layer

    def run_lambda(self: Any, layer: Layer, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """What the function of a Lambda returns. Mirrors keras.layers.Lambda.call."""
        given = layer.args.get("output_shape")
        if given is not None and not isinstance(given, Unknown):
            if isinstance(given, FUNCTIONS_IN_LAYERS):
                shape = self.plain_shape(as_shapes(args[0])) if args else ()
                found = self.call(given, (self.as_program_shape(shape),), {})
                if isinstance(found, (tuple, list)):
                    return Tensor(Shape(self.sizes(found)), None)
            else:
                outcome = layer.outcome(tuple(as_shapes(a) for a in args), {})
                if isinstance(outcome, Known):
                    return as_tensors(outcome.result)
                if isinstance(outcome, Mismatch):
                    return outcome
        function = layer.args["function"]
        extra = layer.args.get("arguments") or {}
        if not isinstance(extra, dict):
            return Unknown("the arguments of the Lambda are not known")
        return self.traced(self.call, function, args, {**extra, **kwargs})

    def traced(self: Any, call: Any, *args: Any, **options: Any) -> Any:
        """Calls what Keras runs on tensors of the backend: the body of a layer."""
        self.inside += 1
        try:
            return call(*args, **options)
        finally:
            self.inside -= 1

    def as_program_shape(self: Any, value: Any) -> Any:
        """Shapes as the program is handed them: tuples."""
        if isinstance(value, Shape):
            return tuple(value)
        if isinstance(value, (list, tuple)):
            return List(self.as_program_shape(item) for item in value)
        return value

    def sizes(self: Any, items: Any) -> list[Any]:
        """Items of a shape that the program calculated."""
        from flake8_concat.shapes import fresh_none

        return [fresh_none() if item is None else as_dim(item) for item in items]

    def call_layer(self: Any, layer: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """A layer or a model of Keras is called."""
        bound: Mapping[str, Any]
        if isinstance(layer, Layer):
            callee, bound = f"keras.layers.{layer.type.name}", layer.args
        else:
            callee, bound = "keras.Model", {}
        check_size(args, kwargs)
        args = tuple([self.call_argument(value) for value in args])
        if self.tentative and args and isinstance(layer, Layer):
            args = (of_rank(args[0], layer), *args[1:])
        kwargs = {name: self.call_argument(value) for name, value in kwargs.items()}
        value = self.apply(layer, args, kwargs, self.site, "call", callee, bound)
        accepted = self.accepted
        if accepted and isinstance(layer, Layer) and layer.built is None:
            self.note_built(layer, args, kwargs)
        if isinstance(value, dict) and type(value) is dict:
            return Dict(value)
        return value

    def call_argument(self: Any, value: Any) -> Any:
        """An argument of a layer's call; a blurred list is an unknown."""
        blur = getattr(value, "blur", None)
        return blur if blur is not None else value

    def note_built(
        self: Any, layer: Layer, args: tuple[Any, ...], kwargs: Mapping[str, Any]
    ) -> None:
        """What the layer will accept from now on."""
        given = args[0] if args else kwargs.get("inputs")
        try:
            shapes = as_shapes(given)
        except Lose:
            return
        self.touch(layer)
        layer.built = layer.demands(shapes)

    # -- layers of the user -------------------------------------------------------------------
    def user_layer(self: Any, instance: Instance) -> Any:
        """The operation that a user's layer is; what stands behind it if it adds nothing."""
        if instance.model is not None and instance.cls.find("call") is None:
            return instance.model
        found = self.user_layers.get(id(instance))
        if found is None:
            found = self.user_layers[id(instance)] = UserLayer(
                instance, instance.name or "", self.run_instance
            )
            self.kept.append(instance)
        found.name = instance.name or found.name
        return found

    def call_user_layer(
        self: Any, value: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> Any:
        """A user's layer or model, or a Lambda, is called."""
        check_size(args, kwargs)
        if isinstance(value, Instance):
            operation = self.user_layer(value)
            if not isinstance(operation, UserLayer):
                return self.call_layer(operation, args, kwargs)
            return self.apply(operation, args, kwargs, self.site, "call", value.cls.name)
        operation = next(
            (o for o in self.kept if isinstance(o, UserLayer) and o.value is value), None
        )
        if operation is None:
            return Unknown("a Lambda that is not followed")
        return self.apply(
            operation, args, kwargs, self.site, "call", "keras.layers.Lambda", value.args
        )

    def run_instance(
        self: Any, instance: Instance, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> Any:
        """What a user's layer returns. Mirrors keras.layers.Layer.__call__: build, then call."""
        build = instance.cls.find("build")
        if build is not None and not instance.state and isinstance(build[0], Function):
            self.touch(instance)
            instance.state = "building"
            given = args[0] if args else next(iter(kwargs.values()), ())
            try:
                shape = self.as_program_shape(as_shapes(given))
            except Lose as lost:
                shape = lost.unknown
            self.call_function(build[0], (instance, shape), {}, free=True)
            instance.state = "built"
        call = instance.cls.find("call")
        if call is None:
            return Unknown(f"`{instance.cls.name}` has no `call` that is followed")
        if not isinstance(call[0], Function):
            return self.call(Method(call[0], instance), args, kwargs)
        # Keras asks `compute_output_shape`, if there is one, in place of running `call`; only
        # within another layer, where tensors have values, `call` does run.
        found = instance.cls.find("compute_output_shape")
        declared = found[0] if found is not None and isinstance(found[0], Function) else None
        if declared is not None and not self.inside:
            value = self.declared_output(instance, declared, args)
            if _followed(value):
                return value
        value = self.traced(self.call_function, call[0], (instance, *args), kwargs, free=True)
        if declared is not None and self.inside and not _followed(value):
            return self.declared_output(instance, declared, args)
        return value

    def declared_output(
        self: Any, instance: Instance, function: Function, args: tuple[Any, ...]
    ) -> Any:
        """What a user's `compute_output_shape` says. Mirrors Layer.compute_output_spec."""
        try:
            shapes = [self.as_program_shape(as_shapes(value)) for value in args]
        except Lose as lost:
            return lost.unknown
        takes = len(function.code.positional) - 1
        found = self.call_function(function, (instance, *shapes[:takes]), {})
        return self.declared_tensors(found)

    def declared_tensors(self: Any, found: Any) -> Any:
        """Tensors for a shape, or for a structure of shapes."""
        if isinstance(found, dict) and getattr(found, "blur", None) is None:
            return Dict((key, self.declared_tensors(item)) for key, item in found.items())
        if not isinstance(found, (tuple, list)) or getattr(found, "blur", None) is not None:
            return Unknown("what `compute_output_shape` gives is not known")
        if found and all(isinstance(item, (tuple, list)) for item in found):
            items = [self.declared_tensors(item) for item in found]
            return tuple(items) if isinstance(found, tuple) else List(items)
        if any(isinstance(item, (tuple, list)) for item in found):
            return Unknown("what `compute_output_shape` gives is not known")
        return Tensor(Shape(self.sizes(found)), None)

    def base_init(
        self: Any, base: External, instance: Instance, args: tuple[Any, ...], kwargs: Any
    ) -> None:
        """`super().__init__(…)` of a class of Keras."""
        name = kwargs.get("name")
        if isinstance(name, str):
            instance.name = name
        if base.name == "keras.Model":
            inputs = kwargs.get("inputs", args[0] if args else None)
            outputs = kwargs.get("outputs", args[1] if len(args) > 1 else None)
            if inputs is not None and outputs is not None:
                self.touch(instance)
                instance.model = self.make_model(inputs, outputs, instance.name)
        elif base.name == "keras.Sequential":
            self.touch(instance)
            instance.model = self.make_sequential(*args, **kwargs)
        elif base.name.startswith("keras.layers.") and base.name not in MODEL_BASES:
            last = base.name.rpartition(".")[2]
            if last in LAYERS and last not in ("Wrapper", "RNN", "Lambda"):
                made = self.make_layer(last, args, dict(kwargs))
                self.touch(instance)
                instance.model = made if isinstance(made, Layer) else None

    def base_method(self: Any, base: External, instance: Any, name: str) -> Any:
        """A method that a class of this project inherits from the library, by `super()`."""
        if name == "__init__":
            return Builtin(name, lambda tracer, *a, **k: tracer.base_init(base, instance, a, k))
        if name in ("build", "__init_subclass__", "compile", "__setattr__"):
            return Builtin(name, lambda tracer, *a, **k: None)
        if name == "get_config":
            return Builtin(name, lambda tracer, *a, **k: Dict())
        if isinstance(instance, Instance):
            if name in ("call", "__call__") and instance.model is not None:
                return instance.model
            if instance.model is not None:
                return self.getattr(instance.model, name)
            method = self.keras_method(instance, name)
            if method is not None:
                return method
        return Builtin(name, lambda tracer, *a, **k: Unknown(f"`super().{name}()` is not followed"))

    def keras_method(self: Any, instance: Instance, name: str) -> Any:
        """A method of keras.layers.Layer or keras.Model that a user's class has."""
        if name in ("add_weight", "add_variable"):
            return Builtin(name, lambda tracer, *a, **k: tracer.add_weight(*a, **k))
        if name in INERT_METHODS:
            return Builtin(name, lambda tracer, *a, **k: None)
        if name == "__call__":
            return Builtin(name, lambda tracer, *a, **k: tracer.call_user_layer(instance, a, k))
        if name == "get_config":
            return Builtin(name, lambda tracer, *a, **k: Dict())
        return None

    def add_weight(self: Any, *args: Any, **kwargs: Any) -> Any:
        """`self.add_weight(shape=…)`: a tensor with values of its own."""
        shape = kwargs.get("shape")
        if shape is None:
            shape = next(
                (a for a in args if isinstance(a, (tuple, list))), () if not args else None
            )
        if isinstance(shape, (tuple, list)) and getattr(shape, "blur", None) is None:
            return Tensor(Shape(self.sizes(shape)), None, symbolic=False)
        return Tensor(Unknown("the shape of a weight is not known"), None, symbolic=False)

    # -- models -------------------------------------------------------------------------------
    def make_model(self: Any, inputs: Any, outputs: Any, name: str | None = None) -> Any:
        """`keras.Model(inputs, outputs)`."""
        made = connect(
            self.settled(inputs), self.settled(outputs), name or self.names.auto("Functional")
        )
        value = made.recover if isinstance(made, Mismatch) else made
        outcome: Outcome = made if isinstance(made, (Mismatch, Unknown)) else Known(())
        if isinstance(made, Mismatch) and self.caught("ValueError"):
            raise Raised("ValueError")
        self.record(
            self.site, "create", "keras.Model", (inputs, outputs), {}, value,
            outcome=outcome, inputs=tuple(tensors_in(outputs)),
        )  # fmt: skip
        return value

    def settled(self: Any, value: Any) -> Any:
        """A structure with plain lists and dicts."""
        return value

    def make_sequential(self: Any, layers: Any = None, name: Any = None, **kwargs: Any) -> Any:
        """`keras.Sequential(layers)`."""
        called = name if isinstance(name, str) else self.names.auto("Sequential")
        model = Sequential(called, self.names, self.call_in_model)
        self.created[id(model)] = self.site
        self.kept.append(model)
        if layers is None:
            return model
        try:
            items = [
                item if isinstance(item, Tensor) else self.layer_argument(None, item)
                for item in self.items(layers)
            ]
        except Lose as lost:
            model.broken = lost.unknown
            return model
        self.sequential_problem(model, model.extend(self.model_items(items)))
        return model

    def model_items(self: Any, items: list[Any]) -> list[Any]:
        """Layers as a Sequential takes them; tensors of Inputs stay tensors."""
        return [item if not isinstance(item, Instance) else self.user_layer(item) for item in items]

    def sequential_add(self: Any, model: Sequential, layer: Any = None, **kwargs: Any) -> None:
        """`model.add(layer)`."""
        if isinstance(layer, Instance):
            layer = self.user_layer(layer)
        if not isinstance(layer, (Layer, UserLayer, Functional, Sequential, Tensor)):
            layer = layer if isinstance(layer, Unknown) else Unknown("what is added is not a layer")
        self.touch(model)
        self.sequential_problem(model, model.add(layer))

    def sequential_pop(self: Any, model: Sequential) -> None:
        """`model.pop()`."""
        self.touch(model)
        model.pop()

    def sequential_problem(self: Any, model: Sequential, problem: Mismatch | None) -> None:
        """Writes down that Keras refuses to build the model."""
        if problem is None:
            return
        if self.caught("ValueError"):
            raise Raised("ValueError")
        self.record(self.site, "create", "keras.Sequential", (), {}, model, outcome=problem)

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
        site = self.created.get(id(operation)) or site or self.site
        value = apply(operation, args, kwargs, site)
        if isinstance(value, Tensor) and value.node is not None and isinstance(operation, Layer):
            self.record(
                site, "call", f"keras.layers.{operation.type.name}", args, kwargs, value,
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
        if isinstance(made, Mismatch) and self.caught("ValueError"):
            raise Raised("ValueError")
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

    # -- Input and settings -------------------------------------------------------------------
    def make_input(self: Any, *args: Any, **kwargs: Any) -> Any:
        """`keras.Input(…)`."""
        args, kwargs = self.layer_arguments("InputLayer", args, kwargs)
        try:
            bound = INPUT.bind(tuple(self.layer_argument("shape", a) for a in args), kwargs)
        except BadCall as problem:
            return Tensor(Unknown(f"Input() {problem}"), None)
        if bound.get("batch_input_shape") is not None:
            bound["batch_shape"] = dict.__getitem__(bound, "batch_input_shape")
        given = bound.get("name")
        name = given if isinstance(given, str) else self.names.auto("InputLayer")
        outcome: Outcome
        shape: Any
        try:
            shape = input_shape(Args(bound), name, self.names)
            outcome = Known(shape)
        except Lose as lost:
            shape = outcome = lost.unknown
        except Refuse as refused:
            outcome, shape = refused.mismatch, refused.mismatch.recover
            if self.caught("ValueError"):
                raise Raised("ValueError") from None
        tensor = make_input(
            shape if isinstance(shape, (Shape, Unknown)) else Unknown("?"),
            name,
            Args(bound),
            self.site,
        )
        self.record(
            self.site, "op", "keras.Input", args, kwargs, tensor,
            bound=bound, outcome=outcome, operation=tensor.node.operation,  # type: ignore[union-attr]
        )  # fmt: skip
        return tensor

    def set_data_format(self: Any, value: Any = None, data_format: Any = None) -> None:
        """`keras.config.set_image_data_format(…)` and its old spellings."""
        value = {"tf": "channels_last", "th": "channels_first"}.get(
            value or data_format, value or data_format
        )
        if value in ("channels_last", "channels_first"):
            self.facts.image_data_format = value

    def obtain_input_shape(
        self: Any,
        input_shape: Any,
        default_size: Any,
        min_size: Any,
        data_format: Any = None,
        require_flatten: Any = None,
        weights: Any = None,
        include_top: Any = None,
    ) -> Any:
        """Mirrors keras.src.applications.imagenet_utils.obtain_input_shape."""
        for value in (input_shape, default_size, min_size, require_flatten, weights):
            if isinstance(value, Unknown):
                return Unknown(value.why)
        first = (data_format or self.facts.image_data_format) == "channels_first"
        top = bool(require_flatten if require_flatten is not None else include_top)
        found = applications.obtain(
            input_shape,
            default_size,
            min_size,
            first=first,
            top=top,
            imagenet=weights == "imagenet",
        )
        return tuple(found)

    def correct_pad(self: Any, *args: Any) -> Any:
        """Mirrors imagenet_utils.correct_pad; keras_applications has `backend` before the rest."""
        inputs, kernel = args[-2:]
        if isinstance(kernel, int):
            kernel = (kernel, kernel)
        if not isinstance(inputs, Tensor) or not isinstance(kernel, tuple) or len(kernel) != 2:
            return Unknown("the padding depends on what is not known")
        shape = inputs.shape
        if isinstance(shape, Unknown) or len(shape) != 4:
            return Unknown("the padding depends on a size that is not known")
        sizes = shape[2:4] if self.facts.image_data_format == "channels_first" else shape[1:3]
        # a None counts as even there
        odd = [
            0 if is_none(sizes[0]) else sizes[i] % 2 if type(sizes[i]) is int else None
            for i in (0, 1)
        ]
        if None in odd or not all(isinstance(k, int) for k in kernel):
            return Unknown("the padding depends on a size that is not known")
        return tuple((k // 2 - 1 + o, k // 2) for k, o in zip(kernel, odd, strict=True))

    def get_submodules(self: Any, kwargs: Any) -> Any:
        """Mirrors keras_applications.get_submodules_from_kwargs."""
        names = ("backend", "layers", "models", "utils")
        if not isinstance(kwargs, dict):
            return Unknown("the modules are handed over in a way that is not followed")
        return tuple(kwargs.get(name, self.external(f"keras.{name}")) for name in names)

    def source_inputs(self: Any, tensor: Any) -> Any:
        """`keras.utils.get_source_inputs(tensor)`."""
        if not isinstance(tensor, Tensor):
            return Unknown("the inputs of something that is no tensor")
        return List(applications.sources(tensor))

    def clear_session(self: Any, *args: Any) -> None:
        """`keras.utils.clear_session()`: names count from the beginning."""
        self.names.clear()


def of_rank(value: Any, layer: Layer) -> Any:
    """What a layer is called on. Of a parameter that nobody gives it tells the rank.

    Keras raises for any other rank, so the program goes on only where it is that.
    """
    shapeless = value.shape if type(value) is Tensor else value
    if type(shapeless) not in (Unknown, Free) or layer.type.spec is None:
        return value
    try:
        spec = layer.type.spec(layer.args)
    except Lose:
        return value
    if spec is None or spec.ndim is None:
        return value
    symbolic = value.symbolic if type(value) is Tensor else True
    return Tensor(Shape((UNKNOWN_SIZE,) * spec.ndim), None, symbolic=symbolic, merged=True)


def _followed(value: Any) -> bool:
    """Whether every tensor of a result has a shape."""
    try:
        as_shapes(value)
    except Lose:
        return False
    return True


PLAIN_ARGUMENTS = frozenset({int, float, str, bool, type(None), External, Layer})
INERT_METHODS = frozenset(
    {
        "add_loss", "add_metric", "build", "summary", "compile", "load_weights", "save",
        "save_weights",
        "set_weights", "reset_states", "__setattr__",
    }
)  # fmt: skip

_DATA_FORMAT = lambda tracer, *a, **k: tracer.facts.image_data_format  # noqa: E731
_MODEL = lambda tracer, *a, **k: tracer.model_class(*a, **k)  # noqa: E731

HANDLERS: dict[str, Any] = {
    "keras.Input": KerasCalls.make_input,
    "keras.Sequential": KerasCalls.make_sequential,
    "keras.Model": _MODEL,
    "keras.backend.image_data_format": _DATA_FORMAT,
    "keras.config.image_data_format": _DATA_FORMAT,
    "keras.backend.image_dim_ordering": lambda tracer: (
        "tf" if tracer.facts.image_data_format == "channels_last" else "th"
    ),
    "keras.backend.set_image_data_format": KerasCalls.set_data_format,
    "keras.config.set_image_data_format": KerasCalls.set_data_format,
    "keras.backend.set_image_dim_ordering": KerasCalls.set_data_format,
    "keras.backend.floatx": lambda tracer: "float32",
    "keras.backend.epsilon": lambda tracer: 1e-7,
    "keras.backend.backend": lambda tracer: tracer.backend(),
    "keras.config.backend": lambda tracer: tracer.backend(),
    "keras.backend.clear_session": KerasCalls.clear_session,
    "keras.utils.clear_session": KerasCalls.clear_session,
    "keras.utils.get_source_inputs": KerasCalls.source_inputs,
    "keras.utils.layer_utils.get_source_inputs": KerasCalls.source_inputs,
    "keras.ops.operation_utils.get_source_inputs": KerasCalls.source_inputs,
    "keras.engine.get_source_inputs": KerasCalls.source_inputs,
    "keras.engine.topology.get_source_inputs": KerasCalls.source_inputs,
    "keras.utils.plot_model": lambda tracer, *a, **k: None,
    "keras.utils.vis_utils.plot_model": lambda tracer, *a, **k: None,
    "keras.applications.imagenet_utils.obtain_input_shape": KerasCalls.obtain_input_shape,
    "keras.applications.imagenet_utils._obtain_input_shape": KerasCalls.obtain_input_shape,
    "keras.applications.imagenet_utils.correct_pad": KerasCalls.correct_pad,
    "keras.applications.correct_pad": KerasCalls.correct_pad,
    "keras.applications.get_submodules_from_kwargs": KerasCalls.get_submodules,
    "keras.applications.imagenet_utils.validate_activation": lambda tracer, *a, **k: None,
    "keras.utils.get_custom_objects": lambda tracer: Dict(),
    "keras.backend.is_keras_tensor": lambda tracer, x: (
        x.symbolic if isinstance(x, Tensor) else Unknown("whether it is a tensor is not known")
    ),
    "keras.utils.is_keras_tensor": lambda tracer, x: (
        x.symbolic if isinstance(x, Tensor) else Unknown("whether it is a tensor is not known")
    ),
}
