"""`get_config`, `from_config`, `serialize`, `deserialize`, and copies of whole models.

A configuration is the arguments that the layer was made with, in a dict, and making a layer from
one is calling its class with them (keras/src/ops/operation.py, keras/src/saving). That of a model
is not spelt out: it stands for the model until one is made from it.
"""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.copying import Copies
from flake8_concat.keras.index_lookup import LEARNED
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.legacy import EXTRA
from flake8_concat.keras.models import Functional
from flake8_concat.keras.registry import LAYERS
from flake8_concat.keras.sequential import Sequential
from flake8_concat.keras.signatures import canonical, layer_signature
from flake8_concat.shapes import Lose, Unknown
from flake8_concat.trace.library.objects import Object
from flake8_concat.trace.user_layers import UserLayer
from flake8_concat.trace.values import Builtin, Class, Dict, External, Instance, List

MODELS = (Functional, Sequential)
NO_CONFIG = "the configuration is not known"
COPY_COST = 3  # of a layer or a call in a model, in steps


class Saved(Object):
    """What `model.get_config()`, `model.to_json()` or `serialize(model)` gives."""

    __slots__ = ("of",)
    kind = "keras.saving.Saved"

    def __init__(self, of: Any) -> None:
        self.of = of


class Configurations:
    """The part of the tracer that makes layers and models from configurations."""

    def config_of(self: Any, value: Any) -> Any:
        """`layer.get_config()`, `model.get_config()`."""
        if not isinstance(value, Layer):
            return Saved(value)
        found = Dict(name=value.name)
        for name, given in value.args.items():
            if name not in ("name", LEARNED):
                found[name] = _spelt(given)
        if value.type.name == "UpSampling1D" and type(found.get("size")) is tuple:
            (found["size"],) = found["size"]
        return found

    def from_config(self: Any, cls: Any, config: Any = None, **options: Any) -> Any:
        """`cls.from_config(config)`, of a class of Keras or of this project."""
        if isinstance(config, Saved):
            return self.copied(config.of) if isinstance(cls, str) else Unknown(NO_CONFIG)
        if not isinstance(config, dict) or getattr(config, "blur", None) is not None:
            return config if isinstance(config, Unknown) else Unknown(NO_CONFIG)
        if any(not isinstance(key, str) for key in config) or not self.walk(config):
            return Unknown(NO_CONFIG)
        if isinstance(cls, Class):
            return self.call(cls, (), dict(config))
        name = canonical(cls.rpartition(".")[2])
        if not cls.startswith("keras.layers.") or name not in LAYERS:
            return Unknown(f"`{cls}.from_config()` is not followed")
        names = {*layer_signature(name).names, *EXTRA, "name", "trainable", "dtype"}
        own = {"data_format"} - names  # of layers that have it in one place and not in the other
        kwargs = {key: self.unsaved(value) for key, value in config.items() if key not in own}
        return self.make_layer(name, (), kwargs)

    def unsaved(self: Any, value: Any) -> Any:
        """An argument in a configuration: layers are made from what they were saved as."""
        if isinstance(value, Saved) or (isinstance(value, dict) and "class_name" in value):
            return self.deserialized(value)
        if isinstance(value, list) and getattr(value, "blur", None) is None:
            return List(self.unsaved(item) for item in value)
        return value

    def serialized(self: Any, value: Any) -> Any:
        """`keras.layers.serialize(layer)`."""
        if isinstance(value, (Layer, UserLayer, *MODELS)):
            return _saved(value)
        return Unknown("what is saved there is not followed")

    def deserialized(self: Any, config: Any, custom_objects: Any = None, **options: Any) -> Any:
        """`keras.layers.deserialize(config)`."""
        if isinstance(config, Saved):
            return self.copied(config.of)
        if not isinstance(config, dict) or getattr(config, "blur", None) is not None:
            return config if isinstance(config, Unknown) else Unknown(NO_CONFIG)
        name, inner = config.get("class_name"), config.get("config")
        if not isinstance(name, str) or name not in LAYERS or custom_objects is not None:
            return Unknown("a configuration of a class that is not a layer of Keras")
        return self.from_config(f"keras.layers.{name}", inner)

    def copied(self: Any, value: Any) -> Any:
        """The same with other weights; Unknown where it can't be copied."""
        try:
            copies = Copies(self.copied_of_user, lambda: self.step(COPY_COST))
            return copies.copied(value)
        except Lose as lost:
            return lost.unknown

    def copied_of_user(self: Any, operation: Any, built: bool) -> Any:
        """The copy of a Lambda, or of a layer of this project.

        What the program's own layer keeps is shared by both: that takes the sizes it was built
        for, which are those of the copy.
        """
        if isinstance(operation, UserLayer) and (built or isinstance(operation.value, Layer)):
            return UserLayer(operation.value, operation.name, operation.run)
        raise Lose("a copy of a model with layers of this project is not followed")


def _spelt(value: Any) -> Any:
    """An argument as the configuration has it: sizes in lists and tuples, layers saved."""
    if isinstance(value, (Layer, UserLayer, Instance, *MODELS)):
        return _saved(value)
    if isinstance(value, list):
        return List(_spelt(item) for item in value)
    if type(value) is tuple and len(value) == 1 and type(value[0]) is tuple:
        return value[0]  # the two sides of a padding of one axis
    return value


def _saved(value: Any) -> Any:
    if not isinstance(value, Layer):
        return Saved(value)
    return Dict(
        module="keras.layers",
        class_name=value.type.name,
        config=Configurations.config_of(None, value),
        registered_name=None,
    )


def class_of(value: Any) -> Any:
    """`layer.__class__`, `model.__class__`."""
    if isinstance(value, Layer):
        return External(f"keras.layers.{value.type.name}")
    return External("keras.Sequential" if isinstance(value, Sequential) else "keras.Model")


def attribute(value: Any, name: str) -> Any:
    """What layers and models of Keras have for their configurations; None for any other name."""
    if name == "__class__":
        return class_of(value)
    if name == "get_config" or (name == "to_json" and isinstance(value, MODELS)):
        return Builtin(name, lambda tracer, **options: tracer.config_of(value))
    if name == "from_config":
        cls = class_of(value).name
        return Builtin(name, lambda tracer, *a, **k: tracer.from_config(cls, *a, **k))
    return None


def of_class(value: Class, name: str) -> Any:
    """What a class of this project inherits of that; None for any other name."""
    if name == "from_config" and value.of_keras:
        return Builtin(name, lambda tracer, *a, **k: tracer.from_config(value, *a, **k))
    return None


HANDLERS: dict[str, Any] = {
    "keras.layers.deserialize": Configurations.deserialized,
    "keras.layers.serialize": Configurations.serialized,
    "keras.saving.deserialize_keras_object": Configurations.deserialized,
    "keras.saving.serialize_keras_object": Configurations.serialized,
    "keras.utils.deserialize_keras_object": Configurations.deserialized,
    "keras.utils.serialize_keras_object": Configurations.serialized,
    "keras.models.model_from_json": Configurations.deserialized,
    "keras.Model.from_config": lambda tracer, *a, **k: tracer.from_config("keras.Model", *a, **k),
    "keras.Sequential.from_config": lambda tracer, *a, **k: tracer.from_config(
        "keras.Sequential", *a, **k
    ),
}
