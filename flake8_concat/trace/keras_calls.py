"""Calls of Keras: which function it is, making layers, calling layers."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from flake8_concat.keras import applications
from flake8_concat.keras.calling import NoTensor
from flake8_concat.keras.core import input_shape
from flake8_concat.keras.create import (
    create,
    given_a_tensor,
    refused_now,
    required_now,
)
from flake8_concat.keras.extent import HOLDING, MOST, extent
from flake8_concat.keras.graph import Node, Tensor, tensors_in
from flake8_concat.keras.identifiers import NoSuchWord
from flake8_concat.keras.kinds_of_numpy import asking_for_int
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.registry import (
    LAYERS,
    OPS,
    Misuse,
)
from flake8_concat.keras.run_checks import CHECKS
from flake8_concat.keras.running import ON_IMAGES, on_a_list, on_images
from flake8_concat.keras.sequential import Sequential
from flake8_concat.keras.signatures import layer_signature
from flake8_concat.keras.training_objects import ROOMS, refused_object
from flake8_concat.shapes import (
    UNKNOWN_SIZE,
    Lose,
    Mismatch,
    NumpyInt,
    NumpySingle,
    OfKeras3,
    Outcome,
    Refuse,
    Shape,
    Size,
    Unknown,
    Valued,
    fresh_none,
)
from flake8_concat.trace import configurations
from flake8_concat.trace.alternatives import find_choice
from flake8_concat.trace.as_they_run import (
    as_it_runs,
    is_array,
    is_list_of_arrays,
    run_on_arrays,
)
from flake8_concat.trace.call_arguments import as_class, call_argument
from flake8_concat.trace.input_calls import InputCalls
from flake8_concat.trace.library import FUNCTIONS, gradients
from flake8_concat.trace.model_calls import ModelCalls, fitted
from flake8_concat.trace.own_layers import FUNCTIONS_IN_LAYERS
from flake8_concat.trace.placeholders import UNSET, may_stand_for_others, unset
from flake8_concat.trace.plain_calls import DATA_FORMATS
from flake8_concat.trace.settings import Settings
from flake8_concat.trace.symbolic_values import certainly_symbolic
from flake8_concat.trace.user_layers import UserLayer, as_shapes
from flake8_concat.trace.values import (
    Class,
    Dict,
    External,
    Free,
    Function,
    Instance,
    Raised,
    as_dim,
    check_size,
)

# Layers of which `tf.keras` has another class, that takes any rate.
LENIENT_IN_TF = frozenset({"AlphaDropout"})
# Parameters that are layers.
WRAPPED = frozenset({"layer", "backward_layer", "cell"})
# Parameters that are sizes: an unknown one is a symbol there.
SIZED = frozenset(
    {
        "filters", "units", "kernel_size", "strides", "pool_size", "dilation_rate", "size", "shape",
        "batch_shape", "input_shape", "target_shape", "n", "output_dim", "input_dim", "num_heads",
        "key_dim", "value_dim", "height", "width", "depth_multiplier", "batch_input_shape",
        "batch_size", "cropping", "output_size",
    }
)  # fmt: skip


READ_OF_CELLS = ("state_size", "output_size")


def sizes_of(array: Any) -> Any:
    """The sizes that an array holds, where its place is one for sizes. All else stays as it is.

    `Reshape(array)`, `MaxPooling2D((array[0], array[1]))`: Keras takes them out of it.
    """
    if isinstance(array, Valued) and _only_sizes(array.content):
        return array.content
    if isinstance(array, Shape) and not array:
        return Unknown("an element of an array is not known")
    return array


def is_identifier(name: str | None) -> bool:
    """Whether an argument is an initializer, a token and so on: some take an array as it is."""
    return name is not None and name.endswith(("activation", "constraint", "izer", "token"))


def _is_of_one(shape: Any) -> bool:
    """Whether an array holds one number, which Keras takes for that number."""
    return isinstance(shape, Shape) and (*shape,) == (1,)


def _only_sizes(content: Any) -> bool:
    if isinstance(content, tuple):
        return all(map(_only_sizes, content))
    return type(content) is int or isinstance(content, Size)


class KerasCalls:
    """The part of the tracer that calls Keras."""

    plain: Layer | None  # see PlainCalls

    def call_keras(self: Any, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """A function or class of Keras or TensorFlow, by its full name."""
        if name in self.patched:
            return self.call(self.patched[name], args, kwargs)
        layer = layer_class(name)
        if layer is not None:
            return self.make_layer(layer, args, kwargs)
        room, _, last = name.rpartition(".")
        if room in ROOMS:
            self.check_object(name, args, kwargs)
        handle = HANDLERS.get(name)
        if handle is not None:
            try:
                return handle(self, *args, **kwargs)
            except TypeError:
                return Unknown(f"`{name}()` is called in a way that is not followed")
            except Refuse as refused:
                self.raise_if_caught("ValueError")
                return Unknown(f"`{name}()` is refused: {refused}")
        operation = OPS.get(name)
        if operation is not None:
            return self.call_op(operation, args, kwargs)
        if last == "from_config" and room.startswith("keras.layers."):
            return self.from_config(room, *args, **kwargs)
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

    def check_object(self: Any, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        """Writes down that an optimizer, a loss, a callback does not take its arguments."""
        refusal = refused_object(name, args, kwargs, of_keras_3=self.is_keras_3)
        if refusal is None or self.tentative:
            return
        if isinstance(refusal, Misuse) and not self.is_made_so(refusal, self.site):
            return
        self.raise_if_caught("TypeError")
        self.no_outcome(name, args, kwargs, refusal)

    # -- layers -------------------------------------------------------------------------------
    def make_layer(self: Any, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """`keras.layers.<name>(…)`."""
        given = args, kwargs
        args, kwargs = self.layer_arguments(name, args, kwargs)
        layer_name = self.names.auto(name) if kwargs.get("name") is None else None
        made: Any = None
        if given[0] and type(given[0][0]) not in PLAIN_ARGUMENTS:
            made = given_a_tensor(name, given[0])
        if made is None:
            made = create(name, args, kwargs, self.facts.image_data_format, layer_name)
            if type(made) is OfKeras3 and self.is_older:
                made = Unknown(made.what)
        if name in HOLDING and type(made) is Layer and extent(made) == MOST:
            made = Unknown("there are too many layers in each other to follow")
        if isinstance(made, (Layer, Unknown)):
            lacking = required_now(name, args, kwargs, made)
            if lacking is not None and not self.is_older:
                made = lacking
            elif self.is_keras_3:
                made = refused_now(name, args, kwargs, made) or made
            if kwargs is not given[1] and type(made) is Layer and not self.is_older:
                made = asking_for_int(made, *given)
        bound: Mapping[str, Any] = {}
        value, outcome = (made, None) if type(made) is Layer else self.not_made(name, made, given)
        if type(value) is Layer:
            bound = value.args
            waits = (
                self.tentative
                and may_stand_for_others(*given)
                and (_lacks(value) or unset(self.site, *given, nones=False))
            )
            plain = made is value and not waits
            if value.type.name in SPECIAL:
                value, plain = self.special_layer(value), False
            self.note_made(value)
            if waits:
                self.unset.add(id(value))
                self.kept.append(value)
            if kwargs is not given[1] and find_choice(given) is not None:
                self.variants[id(value)], plain = self.variants_of(value, name, *given), False
                self.kept.append(value)
            if plain and value.answers is not None and name not in HOLDING:
                self.plain = value
        elif not isinstance(value, Unknown):
            value = Unknown("the layer could not be made")
        full_name = f"keras.layers.{name}"
        self.record(self.site, "create", full_name, args, kwargs, value, bound, outcome=outcome)
        return value

    def not_made(self: Any, name: str, made: Any, given: Any) -> tuple[Any, Outcome | None]:
        """What goes on where a constructor does not simply give a layer, and what Keras says."""
        if isinstance(made, NoSuchWord) and self.has_own_words():
            made = made.recover
        if name in LENIENT_IN_TF and type(made) is Mismatch and self.site is not None:
            if "tensorflow" in self.site.source.text:
                made = made.recover
        if isinstance(made, Mismatch) and self.tentative and unset(self.site, *given):
            return made, Unknown(UNSET)
        if isinstance(made, Misuse) and not self.is_made_so(made, self.site):
            return made, Unknown("arguments may be given that are not seen here")
        if isinstance(made, Mismatch):
            self.raise_if_caught("ValueError")
            return made.recover, made
        return made, made if isinstance(made, Unknown) else None

    def has_own_words(self: Any) -> bool:
        """Whether the file may tell Keras what words of its own stand for."""
        return any(
            word in source.text
            for source in {self.facts.source, self.site.source}
            for word in ("custom_object", "keras_serializable")
        )

    def layer_arguments(self: Any, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """The arguments as the rules want them: symbols for free sizes, operations for layers."""
        given = (*args, *kwargs.values())
        if PLAIN_OR_TUPLE.issuperset(map(type, given)):
            tuples = [value for value in given if type(value) is tuple]
            if all(INTS.issuperset(map(type, value)) for value in tuples):
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
        kind = type(value)
        if kind in PLAIN_ARGUMENTS:  # so for most
            return value
        if isinstance(value, int):  # a member of an IntEnum, a number of numpy
            # Where Keras divides by it, a zero of numpy gives inf.
            of_array = kind is NumpyInt and (not value or is_identifier(name))
            return Valued((), int(value)) if of_array else int(value)
        if isinstance(value, float):  # of numpy: to a layer it is an element of an array
            value = float(value)
            of_array = kind is NumpySingle or is_identifier(name)
            return Valued((), value) if of_array else value
        if isinstance(value, Free):
            if name in ("shape", "input_shape", "batch_shape", "target_shape", "batch_input_shape"):
                return Unknown(value.why)
            return value.size if name in SIZED else Unknown(value.why)
        if isinstance(value, Unknown):
            return value if type(value) is Unknown else Unknown(value.why)
        if isinstance(value, (tuple, list)) and not isinstance(value, Shape):
            if getattr(value, "blur", None) is not None:
                return Unknown(value.blur.why)  # type: ignore[union-attr]
            items = [sizes_of(self.layer_argument("size", item)) for item in value]
            if name == "target_shape":  # to Keras a number that a tensor holds is None there
                items = [None if is_number(v) else i for v, i in zip(value, items, strict=True)]
            return tuple(items) if isinstance(value, tuple) else items
        if isinstance(value, Instance):
            return self.layer_of_user(value) if value.cls.external else Unknown("an object")
        if isinstance(value, Tensor):
            if is_identifier(name):
                return Unknown("one of several") if value.merged else value.shape
            array = not value.symbolic and bool(value.shape)
            array = array and (name in SIZED or not _is_of_one(value.shape))
            return sizes_of(value.shape) if array else value.shape
        if isinstance(value, Class):
            return Unknown("a class")
        if isinstance(value, External) and name in WRAPPED:
            return as_class(value)
        if type(value) is Function and name in WRAPPED:
            return NoTensor("a function")
        return value

    def layer_of_user(self: Any, instance: Instance) -> Any:
        """A user's layer as an argument of another: a RNN reads the sizes of a cell."""
        found = self.user_layer(instance)
        if isinstance(found, UserLayer) and not found.attributes:
            for name in READ_OF_CELLS:
                if name in instance.attributes or instance.cls.find(name) is not None:
                    with contextlib.suppress(Raised):
                        found.attributes[name] = self.getattr(instance, name)
        if isinstance(found, UserLayer) and not self.tentative:
            found.no_cell = "state_size" not in found.attributes and self.is_no_cell(instance)
        return found

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

    def sizes(self: Any, items: Any) -> list[Any]:
        """Items of a shape that the program calculated."""
        return [fresh_none() if item is None else as_dim(item) for item in items]

    def call_layer(self: Any, layer: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """A layer or a model of Keras is called."""
        bound: Mapping[str, Any]
        keras_layer = type(layer) is Layer
        if keras_layer:
            if len(args) == 1 and not kwargs:
                value = self.call_plainly(layer, args, self.site)
                if value is not None:
                    return value
            callee, bound = layer.type.full_name, layer.args
        else:
            callee, bound = "keras.Model", {}
            self.touch_unbuilt(layer)  # the first call may build it
            args = (fitted(layer, args[0]), *args[1:]) if args else args
        if kwargs or len(args) != 1 or type(args[0]) is not Tensor:
            check_size(args, kwargs)
            args = tuple([call_argument(self, value) for value in args])
            kwargs = {name: call_argument(self, value) for name, value in kwargs.items()}
        if self.tentative and args:
            first = of_rank(args[0], layer)
            if first is not args[0]:
                args = (first, *args[1:])
        operation = layer
        if (
            keras_layer
            and layer.type.name in ON_IMAGES
            and (self.inside or (args and type(args[0]) is Tensor and not args[0].symbolic))
        ):
            operation = on_images(layer, args)
        if keras_layer and not self.inside and args and is_list_of_arrays(args[0]):
            operation = on_a_list(layer, args)
        if operation is layer and keras_layer and layer.type.name in CHECKS:
            operation = run_on_arrays(layer, args, kwargs, self.site, inside=self.inside > 0)
        value = self.apply(operation, args, kwargs, self.site, "call", callee, bound)
        if keras_layer and (self.inside or is_array(value)):
            value = as_it_runs(layer, value, inside=self.inside > 0)
        if self.accepted and keras_layer and layer.built is None:
            self.note_built(layer, args, kwargs)
        return value

    def note_built(
        self: Any, layer: Layer, args: tuple[Any, ...], kwargs: Mapping[str, Any]
    ) -> None:
        """What the layer will accept from now on."""
        given = args[0] if args else kwargs.get("inputs")
        if type(given) is Tensor and type(given.shape) is Shape:
            shapes: Any = given.shape  # the very one that build() was asked about
        else:
            try:
                shapes = as_shapes(given)
            except Lose:
                return
        if self.trail is not None:
            self.trail.touch(layer)
        layer.built = layer.demands(shapes)


@lru_cache(maxsize=4096)
def layer_class(name: str) -> str | None:
    """The class of layers that a full name is that of, None if it is something else."""
    room, _, last = name.rpartition(".")
    if room != "keras.layers" or not last[:1].isupper() or name in HANDLERS or name in OPS:
        return None
    return last


def is_number(value: Any) -> bool:
    """Whether a value certainly is a symbolic tensor of Keras that holds one number."""
    return type(value) is Tensor and value.shape == () and certainly_symbolic(value)


def _lacks(layer: Layer) -> bool:
    """Whether an argument is None that usually is not: `filters`, as long as nobody sets it."""
    args = layer.args
    return any(args.get(name, ...) is None for name in _never_none(layer.type.name))


@cache
def _never_none(name: str) -> tuple[str, ...]:
    """The parameters of a layer that are None only as long as nobody sets them."""
    signature = layer_signature(name)
    return tuple(n for n in signature.names if signature.defaults.get(n, ...) is not None)


# What takes any rank and gives the same.
_ANY_RANK = frozenset(
    "Activation ReLU LeakyReLU PReLU ELU Softmax Dropout GaussianNoise GaussianDropout Rescaling "
    "BatchNormalization LayerNormalization GroupNormalization UnitNormalization".split()
)


def _first_of_rank(model: Any) -> Any:
    """The layer of a Sequential that takes one rank alone, if those before it keep the rank."""
    layers = model.layers if type(model) is Sequential else ()
    for layer in layers if isinstance(layers, list) else ():
        if type(layer) is Sequential:
            return _first_of_rank(layer)
        if type(layer) is not Layer or layer.type.name not in _ANY_RANK:
            return layer
    return None


def of_rank(value: Any, layer: Any) -> Any:
    """What a layer is called on. Of a parameter that nobody gives it tells the rank.

    Keras raises for any other rank, so the program goes on only where it is that. A Sequential
    is told by its first layer.
    """
    shapeless = value.shape if type(value) is Tensor else value
    if type(shapeless) not in (Unknown, Free):
        return value
    layer = layer if type(layer) is Layer else _first_of_rank(layer)
    if type(layer) is not Layer or layer.type.spec is None:
        return value
    try:
        spec = layer.type.spec(layer.args)
    except Lose:
        return value
    if spec is None or spec.ndim is None:
        return value
    symbolic = value.symbolic if type(value) is Tensor else True
    made = Tensor(Shape((UNKNOWN_SIZE,) * spec.ndim), None, symbolic=symbolic, merged=True)
    # branches of one parameter come from one tensor
    return value.tensors.setdefault(spec.ndim, made) if type(value) is Free else made


SPECIAL = frozenset({"Lambda", "InputLayer"})  # see special_layer
INTS = frozenset({int})
PLAIN_ARGUMENTS = frozenset({int, float, str, bool, type(None), Layer, Dict})
PLAIN_OR_TUPLE = PLAIN_ARGUMENTS | {tuple}

_DATA_FORMAT = lambda tracer, *a, **k: tracer.facts.image_data_format  # noqa: E731
_MODEL = lambda tracer, *a, **k: tracer.model_class(*a, **k)  # noqa: E731

HANDLERS: dict[str, Any] = {
    **configurations.HANDLERS,
    **gradients.HANDLERS,
    "keras.Input": InputCalls.make_input,
    "keras.KerasTensor": InputCalls.make_keras_tensor,
    "keras.Sequential": ModelCalls.make_sequential,
    "keras.Model": _MODEL,
    "keras.Function": ModelCalls.make_function,
    "keras.models.clone_model": ModelCalls.clone_model,
    **dict.fromkeys(DATA_FORMATS, _DATA_FORMAT),
    "keras.backend.image_dim_ordering": lambda tracer: (
        "tf" if tracer.facts.image_data_format == "channels_last" else "th"
    ),
    "keras.backend.set_image_data_format": Settings.set_data_format,
    "keras.config.set_image_data_format": Settings.set_data_format,
    "keras.backend.set_image_dim_ordering": Settings.set_data_format,
    "keras.backend.floatx": lambda tracer: "float32",
    "keras.backend.epsilon": lambda tracer: 1e-7,
    "keras.backend.backend": lambda tracer: tracer.backend(),
    "keras.config.backend": lambda tracer: tracer.backend(),
    "keras.backend.clear_session": Settings.clear_session,
    "keras.utils.clear_session": Settings.clear_session,
    "keras.utils.get_source_inputs": Settings.source_inputs,
    "keras.utils.layer_utils.get_source_inputs": Settings.source_inputs,
    "keras.ops.operation_utils.get_source_inputs": Settings.source_inputs,
    "keras.engine.get_source_inputs": Settings.source_inputs,
    "keras.engine.topology.get_source_inputs": Settings.source_inputs,
    "keras.utils.plot_model": lambda tracer, *a, **k: None,
    "keras.utils.vis_utils.plot_model": lambda tracer, *a, **k: None,
    "keras.applications.imagenet_utils.obtain_input_shape": Settings.obtain_input_shape,
    "keras.applications.imagenet_utils._obtain_input_shape": Settings.obtain_input_shape,
    "keras.applications.imagenet_utils.correct_pad": Settings.correct_pad,
    "keras.applications.correct_pad": Settings.correct_pad,
    "keras.applications.get_submodules_from_kwargs": Settings.get_submodules,
    "keras.applications.imagenet_utils.validate_activation": lambda tracer, *a, **k: None,
    "keras.backend.standardize_data_format": Settings.standard_data_format,
    "keras.backend.config.standardize_data_format": Settings.standard_data_format,
    "keras.utils.conv_utils.normalize_data_format": Settings.standard_data_format,
    "keras.utils.argument_validation.standardize_tuple": Settings.standard_tuple,
    "keras.utils.conv_utils.normalize_tuple": Settings.standard_tuple,
    "keras.InputSpec": Settings.input_spec,
    "keras.layers.InputSpec": Settings.input_spec,
    "keras.utils.get_custom_objects": lambda tracer: Dict(),
    "keras.backend.is_keras_tensor": lambda tracer, x: (
        x.symbolic if isinstance(x, Tensor) else Unknown("whether it is a tensor is not known")
    ),
    "keras.utils.is_keras_tensor": lambda tracer, x: (
        x.symbolic if isinstance(x, Tensor) else Unknown("whether it is a tensor is not known")
    ),
}
