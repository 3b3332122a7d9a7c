"""What classes of the program inherit from those of Keras: `super()`, weights, methods."""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.graph import Tensor
from flake8_concat.keras.identifiers import WORDS
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.legacy import is_old
from flake8_concat.keras.merging_functions import OF_ALL_LAYERS
from flake8_concat.keras.registry import LAYERS, Args, misuse_of, no_such_argument
from flake8_concat.keras.signatures import canonical
from flake8_concat.keras.signatures.calls import call_signature
from flake8_concat.keras.signatures.training import KEEPING, TRAINING
from flake8_concat.shapes import Mismatch, Refusal, Shape, Unknown, is_none
from flake8_concat.trace.attributes import guarded
from flake8_concat.trace.training import keep, train_own
from flake8_concat.trace.values import GUARDING, Builtin, Class, Dict, External, Instance

MODEL_BASES = frozenset({"keras.Model", "keras.layers.Layer", "keras.Sequential"})
INERT_METHODS = frozenset(
    {
        "add_loss", "add_metric", "build", "summary", "compile", "load_weights", "save",
        "save_weights",
        "set_weights", "reset_states",
    }
)  # fmt: skip


def makes_weights(cls: Class) -> bool:
    """Whether a class derived from a layer may make weights: in `build`, or for its own `call`."""
    return cls.find("build") is not None or (
        cls.find("call") is not None and cls.find("__init__") is not None
    )


class OwnBases:
    """The part of the tracer that stands for the base classes of the user's own layers."""

    def base_init(
        self: Any, base: External, instance: Instance, args: tuple[Any, ...], kwargs: Any
    ) -> None:
        """`super().__init__(…)` of a class of Keras."""
        name = kwargs.get("name")
        if isinstance(name, str):
            instance.name = name
        if base.name.startswith("keras.layers."):
            instance.declares = Args(kwargs)
        if base.name == "keras.layers.Layer" and not self.tentative:
            for keyword in kwargs:
                if keyword not in OF_ALL_LAYERS and not is_old(keyword, ""):
                    refusal = misuse_of(no_such_argument(keyword, OF_ALL_LAYERS))
                    self.no_outcome("Layer.__init__", args, kwargs, refusal)
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
            last = canonical(base.name.rpartition(".")[2])
            if last == "Wrapper" and (args or "layer" in kwargs):
                self.touch(instance.attributes)
                first = args[0] if args else kwargs["layer"]
                if type(first) is Tensor and first.symbolic and not self.tentative:
                    what = f"wraps a layer, is given a tensor of shape {first.shape}"
                    given = Mismatch(Refusal.WRONG_SHAPE, what, remedy="wrap the layer itself")
                    self.no_outcome("Wrapper.__init__", args, kwargs, given)
                instance.attributes["layer"] = args[0] if args else kwargs["layer"]
            if last in LAYERS and last not in ("Wrapper", "RNN", "Lambda"):
                made = self.make_layer(last, args, dict(kwargs))
                self.touch(instance)
                instance.model = made if isinstance(made, Layer) else None
                if isinstance(made, Layer):
                    made.extended = makes_weights(instance.cls)

    def base_method(self: Any, base: External, instance: Any, name: str) -> Any:
        """A method that a class of this project inherits from the library, by `super()`."""
        if name == "__init__":
            return Builtin(name, lambda tracer, *a, **k: tracer.base_init(base, instance, a, k))
        if name in ("build", "__init_subclass__", "compile"):
            return Builtin(name, lambda tracer, *a, **k: None)
        if name in GUARDING:
            return guarded(instance, name)
        if name == "get_config":
            return Builtin(name, lambda tracer, *a, **k: Dict())
        if isinstance(instance, Instance):
            if name == "call" and type(instance.model) is Layer:
                model = instance.model
                return Builtin(name, lambda tracer, *a, **k: tracer.call_by_itself(model, a, k))
            if name in ("call", "__call__") and instance.model is not None:
                return instance.model
            if instance.model is not None:
                return self.getattr(instance.model, name)
            method = self.keras_method(instance, name)
            if method is not None:
                return method
        return Builtin(name, lambda tracer, *a, **k: Unknown(f"`super().{name}()` is not followed"))

    def call_by_itself(
        self: Any, layer: Layer, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> Any:
        """`super().call(x, training)`: a plain method, which takes anything by position."""
        names = call_signature(layer.type.name).names
        if "training" in names[: len(args)]:
            at = names.index("training")
            args, kwargs = args[:at] + args[at + 1 :], {"training": args[at], **kwargs}
        return self.call(layer, args, kwargs)

    def keras_method(self: Any, instance: Instance, name: str) -> Any:
        """A method of keras.layers.Layer or keras.Model that a user's class has."""
        if name in ("add_weight", "add_variable"):
            return Builtin(name, lambda tracer, *a, **k: tracer.add_weight(*a, **k))
        if name in TRAINING and instance.cls.external == "keras.Model":
            return Builtin(name, lambda tracer, *a, **k: train_own(tracer, instance, name, a, k))
        if name in KEEPING and instance.cls.external == "keras.Model":
            return Builtin(name, lambda tracer, *a, **k: keep(tracer, name, *a, **k))
        if name in INERT_METHODS:
            return Builtin(name, lambda tracer, *a, **k: None)
        if name == "__call__":
            return Builtin(name, lambda tracer, *a, **k: tracer.call_user_layer(instance, a, k))
        if name == "get_config":
            why = Unknown("what its class was called with is not followed")
            return Builtin(name, lambda tracer, *a, **k: why)
        return None

    def add_weight(self: Any, *args: Any, **kwargs: Any) -> Any:
        """`self.add_weight(shape=…)`: a tensor with values of its own."""
        shape = kwargs.get("shape")
        if args and isinstance(args[0], str) and not self.is_older:
            text = f"a weight has its shape first, is given the name {args[0]!r}"
            self.weight_refused(text, args, kwargs)
        initializer = kwargs.get("initializer", args[1] if len(args) > 1 else None)
        if isinstance(initializer, str) and not (args and isinstance(args[0], str)):
            if initializer not in WORDS["initializer"] and not self.has_own_words():
                self.weight_refused(f"there is no initializer {initializer!r}", args, kwargs)
        if shape is None:
            shape = next(
                (a for a in args if isinstance(a, (tuple, list))), () if not args else None
            )
        if isinstance(shape, (tuple, list)) and getattr(shape, "blur", None) is None:
            sizes = Shape(self.sizes(shape))
            if not all(type(size) is int and size >= 0 for size in sizes):
                self.check_weight(sizes, args, kwargs)
            return Tensor(sizes, None, symbolic=False)
        return Tensor(Unknown("the shape of a weight is not known"), None, symbolic=False)

    def check_weight(self: Any, sizes: Shape, args: tuple[Any, ...], kwargs: Any) -> None:
        """Writes down that a weight can't have sizes that are less than none, or None."""
        if any(type(size) is int and size < 0 for size in sizes):
            self.weight_refused(f"a size of a weight can't be negative: {sizes}", args, kwargs)
        elif not self.inside and any(type(n) is not int and is_none(n) for n in sizes):
            self.weight_refused(f"all sizes of a weight must be known: {sizes}", args, kwargs)

    def weight_refused(self: Any, text: str, args: tuple[Any, ...], kwargs: Any) -> None:
        """A weight can't be made with a size that is None, or less than none."""
        self.raise_if_caught("ValueError")
        if self.tentative:  # None stands for what callers set
            return
        outcome = Mismatch(Refusal.UNKNOWN_WEIGHT, text)
        self.record(self.site, "op", "self.add_weight", args, kwargs, None, outcome=outcome)
