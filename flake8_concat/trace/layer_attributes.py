"""Attributes of layers and models: what a program reads of them, and their methods."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import libcst as cst

from flake8_concat.keras.graph import Tensor
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.models import input_of, output_of
from flake8_concat.keras.sequential import Sequential
from flake8_concat.keras.signatures.attributes_of_layers import OF_MODELS
from flake8_concat.keras.signatures.training import KEEPING
from flake8_concat.keras.vocabularies import LOOKUPS
from flake8_concat.keras.weights import WEIGHTS, spatial_rank, weight
from flake8_concat.shapes import Mismatch, Refusal, Shape, Unknown
from flake8_concat.trace import configurations, training, vocabularies
from flake8_concat.trace.adapting import ADAPTED, adapt, set_weights
from flake8_concat.trace.facts import Site
from flake8_concat.trace.never_called import refused_read
from flake8_concat.trace.no_attributes import no_such
from flake8_concat.trace.user_layers import UserLayer
from flake8_concat.trace.values import Builtin, Dict, External, Instance, List
from flake8_concat.trace.weights_of import ALL_WEIGHTS, no_weights, weights_read

CALLED_ON = frozenset({"input", "input_shape", "output", "output_shape"})
LAYER_TUPLES: dict[str, Callable[[str], int]] = dict.fromkeys(
    ("kernel_size", "strides", "dilation_rate", "pool_size"), spatial_rank
)


def mask_of_embedding(tracer: Any, layer: Layer, x: Any) -> Any:
    """Mirrors keras.layers.Embedding.compute_mask."""
    masks = dict.get(layer.args, "mask_zero")
    if isinstance(masks, Unknown):
        return masks
    return tracer.call(External("keras.ops.not_equal"), (x, 0), {}) if masks else None


def mask_of_masking(tracer: Any, layer: Layer, x: Any) -> Any:
    """Mirrors keras.layers.Masking.compute_mask."""
    return tracer.call(External("keras.ops.any"), (x,), {"axis": -1})


# What `layer.compute_mask(x)` gives for layers that make a mask.
MASKS = {"Embedding": mask_of_embedding, "Masking": mask_of_masking}
LAYER_INERT = frozenset({"load_weights", "adapt", "summary", "save_own_variables"})
MODEL_INERT = frozenset(
    {
        "build", "reset_states", "add_loss", "add_metric", "export", "make_predict_function",
        "_make_predict_function",
    }
)  # fmt: skip
MODEL_ATTRIBUTES = frozenset(
    {"input", "output", "inputs", "outputs", "layers", "name", "input_shape", "output_shape"}
)


# Layers whose `call` takes a symbolic tensor without more ado: what it does is made of functions of
# Keras, and of no weights.
RUN_ALONE = (
    *("Activation", "AveragePooling", "Cropping", "ELU", "Flatten", "GlobalAveragePooling"),
    *("GlobalMaxPooling", "Identity", "LeakyReLU", "Masking", "MaxPooling", "Permute", "ReLU"),
    *("RepeatVector", "Reshape", "UnitNormalization", "UpSampling", "ZeroPadding"),
)


def runs_alone(layer: Layer) -> bool:
    """Whether the `call` of a layer can be called by itself, on a symbolic tensor."""
    return layer.type.name.startswith(RUN_ALONE)


# Layers whose `call` reads weights that only `build` makes.
READ_WEIGHTS = (
    *("BatchNormalization", "Conv", "Dense", "Depthwise", "EinsumDense", "Embedding", "GRU"),
    *("LayerNormalization", "LSTM", "PReLU", "RMSNormalization", "Separable", "SimpleRNN"),
)
# What no layer of any Keras has, and models and tensors do.
NO_ATTRIBUTES = frozenset({"inputs", "outputs", "ndim", "shape"})


def _is_input_layer(value: Any) -> bool:
    return type(value) is Layer and value.type.name == "InputLayer"


class LayerAttributes:
    """The part of the tracer that reads attributes of layers and models."""

    def _layer(self: Any, value: Layer, name: str, site: Site | None) -> Any:
        if name == "name":
            return value.name
        if name in OF_MODELS:
            return self.of_models_alone(value, name, site)
        if name == "__call__":
            return value
        if name in CALLED_ON:
            return self.called_on(value, name, site)
        if name in ALL_WEIGHTS:
            return weights_read(self, value, name, site)
        configuration = configurations.attribute(value, name)
        if configuration is not None:
            return configuration
        if value.type.name in LOOKUPS and name in vocabularies.METHODS:
            method = vocabularies.METHODS[name]
            return Builtin(name, lambda tracer, *a, **k: method(tracer, value, *a, **k))
        if name == "set_weights":
            return Builtin(name, lambda tracer, *a, **k: set_weights(tracer, value, *a, **k))
        if name == "adapt" and value.type.name in ADAPTED:
            return Builtin(name, lambda tracer, *a, **k: adapt(tracer, value, *a, **k))
        if name in value.args:
            found = dict.__getitem__(value.args, name)
            if name in LAYER_TUPLES and isinstance(found, int):
                rank = LAYER_TUPLES[name](value.type.name)
                return (found,) * rank if rank else found
            return found
        if name == "compute_output_shape":
            return Builtin(name, lambda tracer, *a, **k: tracer.output_shape(value, *a, **k))
        if name == "compute_output_spec":
            return Builtin(name, lambda tracer, *a, **k: tracer.output_spec(value, *a, **k))
        if name == "call" and (self.inside or value.built is not None or runs_alone(value)):
            return Builtin(name, lambda tracer, *a, **k: tracer.call_by_itself(value, a, k))
        if name == "call" and value.type.name.startswith(READ_WEIGHTS):
            return Builtin(name, lambda tracer, *a, **k: tracer.call_unbuilt(value))
        if name in NO_ATTRIBUTES and not self.tentative:
            self.no_such_read(value, name, site, f"has no attribute {name!r}")
        if name == "build":
            return Builtin(name, lambda tracer, *a, **k: tracer.layer_build(value, *a, **k))
        if name == "compute_mask" and value.type.name in MASKS:
            return Builtin(
                name, lambda tracer, x, *a, **k: MASKS[value.type.name](tracer, value, x)
            )
        return self.other_of_layer(value, name, site)

    def other_of_layer(self: Any, value: Layer, name: str, site: Site | None) -> Any:
        """A weight of a layer, or what it does not have."""
        shape = weight(value, name)
        if shape is not None:
            return Tensor(shape, None, symbolic=False)
        if name in WEIGHTS.get(value.type.name, ()):
            no_weights(self, value, name, site)
        no_such(self, value, name, site)
        return Unknown(f"`.{name}` of a layer is not followed")

    def of_models_alone(self: Any, value: Layer, name: str, site: Site | None) -> Any:
        """What a model has, read of a layer."""
        no_such(self, value, name, site)
        if name in LAYER_INERT:
            return Builtin(name, lambda tracer, *a, **k: None)
        return Unknown(f"`.{name}` of a layer is not followed")

    def called_on(self: Any, value: Any, name: str, site: Site | None) -> Any:
        """`layer.output`, `layer.input_shape` and so on: of its first call."""
        self.check_called(value, name, site)
        if name.endswith("_shape") and type(value) is Layer and not _is_input_layer(value):
            no_such(self, value, name, site)
        if name == "input" and _is_input_layer(value) and self.is_keras_3:
            return List()  # Keras 3 goes by what it was called on, which is nothing
        found = output_of(value) if name.startswith("output") else input_of(value)
        if name.endswith("_shape"):
            return self.shape_read(found, site)
        self.record_taken(site, name, found)
        return found if found is not None else Unknown(f"{value.name} was never called")

    def call_unbuilt(self: Any, layer: Layer) -> Unknown:
        """`layer.call(x)` of a layer that has no weights yet."""
        if not (self.tentative or layer.extended or self.caught("AttributeError")):
            what = f"{layer.type.name} has no weights before it is called, or built"
            refusal = Mismatch(Refusal.WRONG_SHAPE, what, remedy="call the layer itself")
            self.no_outcome(f"{layer.name}.call", (), {}, refusal)
        return Unknown("what a layer without weights gives")

    def no_such_read(self: Any, value: Layer, name: str, site: Site | None, what: str) -> None:
        """Writes down that Keras raises AttributeError where that is read of a layer.

        A class of the program that is derived from it may have more.
        """
        if site is None or value.extended or self.caught("AttributeError"):
            return
        if not isinstance(site.node, cst.Attribute) or f".{name} =" in site.source.text:
            return
        refusal = Mismatch(Refusal.WRONG_SHAPE, f"{value.type.name} {what}")
        self.record(site, "op", f"{value.name}.{name}", (), {}, None, outcome=refusal)

    def check_called(self: Any, value: Any, name: str, site: Site | None) -> None:
        """Writes down that Keras refuses to read that of what was never called."""
        problem = None if self.tentative else refused_read(self, value, name, site)
        if problem is not None:
            self.raise_if_caught("AttributeError")
            self.record(site, "op", f"{value.name}.{name}", (), {}, None, outcome=problem)

    def _model(self: Any, value: Any, name: str, site: Site | None) -> Any:
        if name in MODEL_ATTRIBUTES:
            self.check_called(value, name, site)
            found = getattr(value, name)
            if name in ("input_shape", "output_shape"):
                tensors = getattr(value, name.removesuffix("_shape"))
                if isinstance(tensors, Tensor) and isinstance(tensors.shape, Shape):
                    self.record_read(site, tensors, self.plain_shape(found))
                return self.plain_shape(found)
            self.record_taken(site, name, found)
            given = self.as_value(found)
            if type(given) in (Dict, List):
                self.sliced.append((given, name))
            return given
        if name == "get_layer":

            def get_layer(tracer: Any, name: Any = None, index: Any = None) -> Any:
                found = value.get_layer(name, index)
                if isinstance(found, Unknown):
                    return tracer.no_such_layer(value, name, index, found)
                return tracer.as_value(found)

            return Builtin(name, get_layer)
        if isinstance(value, Sequential) and name in ("add", "build", "pop"):
            method = getattr(self, f"sequential_{name}")
            return Builtin(name, lambda tracer, *a, **k: method(value, *a, **k))
        if name in ALL_WEIGHTS:
            return weights_read(self, value, name, site)
        if name == "compute_output_shape":
            return Builtin(name, lambda tracer, *a, **k: tracer.output_shape(value, *a, **k))
        if name == "set_weights":
            return Builtin(name, lambda tracer, *a, **k: set_weights(tracer, value, *a, **k))
        if name in KEEPING:
            return Builtin(name, lambda tracer, *a, **k: training.keep(tracer, name, *a, **k))
        if name in MODEL_INERT:
            return Builtin(name, lambda tracer, *a, **k: None)
        if name in ("call", "__call__"):
            return value
        if name == "compile":
            return Builtin(name, lambda t, *a, **k: training.compile_model(t, value, *a, **k))
        if name in training.METHODS:
            return Builtin(name, lambda tracer, *a, **k: training.run(tracer, value, name, *a, **k))
        configuration = configurations.attribute(value, name)
        if configuration is None:
            no_such(self, value, name, site)
        return configuration or Unknown(f"`.{name}` of a model is not followed")

    def _user_layer(self: Any, value: UserLayer, name: str, site: Site | None) -> Any:
        if isinstance(value.value, Instance):
            return self.getattr(value.value, name, site)
        if name in CALLED_ON:
            return self.called_on(value, name, site)
        return Unknown(f"`.{name}` of a layer is not followed")

    # -- shapes -------------------------------------------------------------------------------
    def plain_shape(self: Any, found: Any) -> Any:
        """A Shape as the program sees it: a plain tuple."""
        if isinstance(found, Shape):
            return tuple(found)
        if isinstance(found, list):
            return List(self.plain_shape(item) for item in found)
        return found

    def shape_read(self: Any, tensors: Any, site: Site | None) -> Any:
        """The shape of a tensor as `layer.output_shape` gives it, written down as read."""
        found = self.shape_of(tensors)
        if isinstance(tensors, Tensor) and isinstance(tensors.shape, Shape):
            self.record_read(site, tensors, found)
        return found

    def shape_of(self: Any, tensors: Any) -> Any:
        """The shape of a tensor, or of several, as the program sees it."""
        if isinstance(tensors, Tensor):
            return self.plain_shape(tensors.shape)
        if isinstance(tensors, (list, tuple)):
            return List(self.shape_of(t) for t in tensors)
        return Unknown("it was never called")
