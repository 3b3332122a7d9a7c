"""What Keras looks up by a name: losses, activations, initializers, and their objects."""

# What a function here does is what Keras does for its name; all take the tracer.

from __future__ import annotations

from typing import Any

from flake8_concat.keras.filling import CLASS_OF, TAKES, refused_settings
from flake8_concat.keras.graph import Tensor
from flake8_concat.keras.identifiers import SeedGenerator, refused_word
from flake8_concat.keras.losses import CLASSES, REDUCTIONS, RULES, SNAKE_CASE, constructor
from flake8_concat.keras.registry import OPS, parse_signature
from flake8_concat.shapes import Lose, Mismatch, Refusal, Shape, Unknown
from flake8_concat.trace.library import function
from flake8_concat.trace.library.binding import bound_to, note
from flake8_concat.trace.library.objects import Object
from flake8_concat.trace.values import External

SHAPING = ("reduction", "axis", "ignore_class")  # the options of a loss that bear on its shape
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
    full = f"keras.losses.{name}"

    def make(tracer: Any, *args: Any, **kwargs: Any) -> Loss:
        signature = parse_signature(constructor(name))
        bound = bound_to(tracer, full, signature, args, kwargs)
        reduction = bound["reduction"]
        if reduction == "auto" and not tracer.is_keras_3:
            bound["reduction"] = "sum_over_batch_size"
        elif type(reduction) is Tensor or (
            isinstance(reduction, (str, int, float)) and reduction not in (*REDUCTIONS, "none")
        ):
            what = "a tensor" if type(reduction) is Tensor else repr(reduction)
            words = "'sum_over_batch_size', 'sum', 'mean' or 'none'"
            refusal = Mismatch(
                Refusal.WRONG_SHAPE,
                f"`reduction` must be {words}, is {what}",
                remedy=f"{name}()(y_true, y_pred) is a loss" if what == "a tensor" else None,
            )
            note(tracer, full, args, kwargs, refusal)
            raise Lose(refusal.what)
        usual = signature.defaults
        given = (key for key in SHAPING if key in bound and bound[key] != usual[key])
        return Loss(name, {key: bound[key] for key in given})

    return make


for _name in sorted(CLASSES):
    function(f"keras.losses.{_name}")(_loss_maker(_name))


@function("keras.ops.dtype")
def dtype(tracer: Any, x: Any) -> Unknown:
    """A word, which no shape hangs on."""
    return Unknown("what type of numbers a tensor holds")


class Initializer(Object):
    """`keras.initializers.<name>(…)`: called with a shape, it gives a tensor with values."""

    __slots__ = ("filled", "name")
    kind = "keras.initializers.Initializer"

    def __init__(self, name: str | None, filled: Shape | None = None) -> None:
        self.name = name
        self.filled = filled  # the shape of the array that all that it makes is filled with

    def call(self, tracer: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        if self.name is not None:
            return tracer.call_op(OPS[f"keras.initializers.{self.name}()"], args, kwargs)
        shape = args[0] if args else kwargs.get("shape")
        if not isinstance(shape, (tuple, list)) or getattr(shape, "blur", None) is not None:
            return Tensor(Unknown("the shape to fill is not known"), None, symbolic=False)
        return Tensor(Shape(tracer.sizes(shape)), None, symbolic=False)


def _initializer_maker(name: str) -> Any:
    full = f"keras.initializers.{name}"

    def make(tracer: Any, *args: Any, **kwargs: Any) -> Initializer:
        kwargs.pop("dtype", None)  # of TensorFlow 1
        bound = bound_to(tracer, full, parse_signature(TAKES[name]), args, kwargs)
        if name == "VarianceScaling":
            note(tracer, full, args, kwargs, refused_settings(bound))
        value: Any = bound.get("value")
        known = type(value) is Tensor and not (value.symbolic or value.merged)
        filled = value.shape if known and isinstance(value.shape, Shape) else None
        return Initializer(name, filled)

    return make


for _word, _class in CLASS_OF.items():
    function(f"keras.initializers.{_word}")(_initializer_maker(_class))
function(*(f"tf.{name}" for name in TF_INITIALIZERS.split()))(
    lambda tracer, *args, **options: Initializer(None)
)


@function("keras.random.SeedGenerator")
def seed_generator(tracer: Any, *args: Any, **kwargs: Any) -> SeedGenerator:
    """`keras.random.SeedGenerator(seed)`."""
    name, seed = "keras.random.SeedGenerator", args[0] if args else kwargs.get("seed")
    if isinstance(seed, (str, float)):
        what = f"`seed` must be an integer, is {seed!r}"
        note(tracer, name, args, kwargs, Mismatch(Refusal.WRONG_SHAPE, what))
    return SeedGenerator()


def looked_for(tracer: Any, kind: str, identifier: Any) -> bool:
    """Whether it is a word that Keras knows; that it knows none such is noted."""
    refusal = refused_word(kind, identifier)
    if refusal is not None and not tracer.has_own_words():
        note(tracer, f"keras.{kind}s.get", (identifier,), {}, refusal)
    return isinstance(identifier, str) and refusal is None


@function("keras.activations.get", "keras.activations.deserialize")
def activation(tracer: Any, identifier: Any = None) -> Any:
    """The function of a name."""
    if identifier is None:
        return External("keras.activations.linear")
    looked_for(tracer, "activation", identifier)
    if isinstance(identifier, str):
        name = f"keras.activations.{identifier}"
        return External(name) if name in OPS else Unknown(f"the activation {identifier!r}")
    return identifier


@function("keras.initializers.get")
def initializer(tracer: Any, identifier: Any = None) -> Any:
    """The initializer of a name."""
    if looked_for(tracer, "initializer", identifier) and identifier in CLASS_OF:
        return Initializer(CLASS_OF[identifier])
    return looked_up(identifier)


@function("keras.losses.get")
def loss(tracer: Any, identifier: Any = None) -> Any:
    """The loss of a name: a function, or the object of a class."""
    if looked_for(tracer, "loss", identifier):
        if identifier in CLASSES:
            return Loss(identifier, {})
        if identifier in RULES or identifier in SNAKE_CASE:
            return External(f"keras.losses.{identifier}")
    return looked_up(identifier)


def _getter(kind: str) -> Any:
    def get(tracer: Any, identifier: Any = None) -> Any:
        looked_for(tracer, kind, identifier)
        return looked_up(identifier)

    return get


for _kind in ("constraint", "metric", "optimizer", "regularizer"):
    function(f"keras.{_kind}s.get")(_getter(_kind))


def looked_up(identifier: Any) -> Any:
    """What is no name already is what was looked for."""
    if isinstance(identifier, (str, dict)):
        return Unknown("what Keras has by that name is not followed")
    return identifier
