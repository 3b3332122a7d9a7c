"""What Keras looks up by a name: losses, activations, initializers, and their objects."""

# What a function here does is what Keras does for its name; all take the tracer.

from __future__ import annotations

from typing import Any

from flake8_concat.keras.graph import Tensor
from flake8_concat.keras.losses import CLASSES
from flake8_concat.keras.registry import OPS
from flake8_concat.shapes import Lose, Shape, Unknown
from flake8_concat.trace.library import function
from flake8_concat.trace.library.objects import Object
from flake8_concat.trace.values import External

SHAPING = ("reduction", "axis")  # the options of a loss that bear on its shape
INITIALIZERS = (
    "Constant GlorotNormal GlorotUniform HeNormal HeUniform LecunNormal LecunUniform Ones "
    "Orthogonal RandomNormal RandomUniform TruncatedNormal VarianceScaling Zeros "
    "constant glorot_normal glorot_uniform he_normal he_uniform lecun_normal lecun_uniform ones "
    "orthogonal random_normal random_uniform truncated_normal variance_scaling zeros"
)
TF_INITIALIZERS = (
    "constant_initializer ones_initializer random_normal_initializer "
    "random_uniform_initializer truncated_normal_initializer zeros_initializer"
)


class Loss(Object):
    """`keras.losses.<name>(…)`."""

    __slots__ = ("name", "options")
    kind = "keras.losses.Loss"

    def __init__(self, name: str, options: dict[str, Any]) -> None:
        self.name, self.options = name, options

    def call(self, tracer: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        operation = OPS[f"keras.losses.{self.name}()"]
        return tracer.call_op(operation, args, {**kwargs, **self.options})


def _loss_maker(name: str) -> Any:
    def make(tracer: Any, *args: Any, **kwargs: Any) -> Loss:
        if args:
            raise Lose("a loss with arguments by position is not followed")
        return Loss(name, {key: kwargs[key] for key in SHAPING if key in kwargs})

    return make


for _name in sorted(CLASSES):
    function(f"keras.losses.{_name}")(_loss_maker(_name))


@function("keras.ops.dtype")
def dtype(tracer: Any, x: Any) -> Unknown:
    """A word, which no shape hangs on."""
    return Unknown("what type of numbers a tensor holds")


class Initializer(Object):
    """`keras.initializers.<name>(…)`: called with a shape, it gives a tensor with values."""

    __slots__ = ()
    kind = "keras.initializers.Initializer"

    def call(self, tracer: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        shape = args[0] if args else kwargs.get("shape")
        if not isinstance(shape, (tuple, list)) or getattr(shape, "blur", None) is not None:
            return Tensor(Unknown("the shape to fill is not known"), None, symbolic=False)
        return Tensor(Shape(tracer.sizes(shape)), None, symbolic=False)


function(
    *(f"keras.initializers.{name}" for name in INITIALIZERS.split()),
    *(f"tf.{name}" for name in TF_INITIALIZERS.split()),
)(lambda tracer, *args, **options: Initializer())


@function("keras.activations.get", "keras.activations.deserialize")
def activation(tracer: Any, identifier: Any = None) -> Any:
    """The function of a name."""
    if identifier is None:
        return External("keras.activations.linear")
    if isinstance(identifier, str):
        name = f"keras.activations.{identifier}"
        return External(name) if name in OPS else Unknown(f"the activation {identifier!r}")
    return identifier


@function(
    "keras.constraints.get", "keras.initializers.get", "keras.regularizers.get", "keras.losses.get"
)
def looked_up(tracer: Any, identifier: Any = None) -> Any:
    """What is no name already is what was looked for."""
    if isinstance(identifier, (str, dict)):
        return Unknown("what Keras has by that name is not followed")
    return identifier
