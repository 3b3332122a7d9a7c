"""What layers that take one tensor are called on, where it is none: `layer(None)`, `layer({})`.

Few of them make something of it. tests/oracle/test_no_tensors.py asks Keras about each.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flake8_concat.keras.arguments import shown
from flake8_concat.keras.calling import MERGING, NoTensor
from flake8_concat.keras.registry import Args, LayerType
from flake8_concat.keras.signatures import OLD_LAYERS
from flake8_concat.shapes import Mismatch, Refusal, Shape
from flake8_concat.shapes.of_numpy import OfNumpy

_HAND_ON = (
    *("ActivityRegularization", "AlphaDropout", "Dropout", "GaussianDropout", "GaussianNoise"),
    "Identity",
)
_OF_ACTIVATION = ("Activation", "ELU", "LeakyReLU", "ReLU", "UnitNormalization")
_CODES = ("CategoryEncoding", "Discretization", "Hashing", "IntegerLookup", "Rescaling")
_WORDS = ("Hashing", "StringLookup", "TextVectorization")
# By kind the layers that take it; all others refuse it.
TAKEN: dict[str, frozenset[str]] = {
    "none": frozenset(_HAND_ON),
    "number": frozenset(_CODES),
    "word": frozenset(_WORDS),
    "empty": frozenset((*_HAND_ON, *_OF_ACTIVATION, *_WORDS, "IntegerLookup", "Masking")),
    "empty dict": frozenset(_HAND_ON),
    "numbers": frozenset({*_CODES, "MelSpectrogram"}),
    "words": frozenset(_WORDS),
    "function": frozenset(),
    "layer": frozenset(),
    "with none": frozenset({"Resizing"}),
    "dict": frozenset(
        {
            *(*_HAND_ON, *_OF_ACTIVATION, "AugMix", "AutoContrast"),
            *("ContrastLimitedAdaptiveHistogramEqualization", "CutMix", "Equalization", "MixUp"),
            *("Normalization", "RandAugment", "RandomBrightness", "RandomColorJitter"),
            *("RandomContrast", "RandomElasticTransform", "RandomErasing", "RandomFlip"),
            *("RandomGaussianBlur", "RandomHue", "RandomInvert", "RandomPerspective"),
            *("RandomPosterization", "RandomRotation", "RandomSaturation", "RandomSharpness"),
            *("RandomShear", "RandomTranslation", "RandomZoom", "Rescaling", "Softmax"),
            *("Solarization", "SpatialDropout1D", "SpatialDropout2D", "SpatialDropout3D"),
        }
    ),
}
# Layers that say themselves what they are called on: several tensors, a dict of them, or whatever
# the function or the layers in them take.
LEFT_OUT = frozenset(
    {
        *("AdditiveAttention", "Attention", "FlaxLayer", "GRUCell", "GroupQueryAttention"),
        *("HashedCrossing", "InputLayer", "JaxLayer", "LSTMCell", "Lambda", "Layer"),
        *("MaxNumBoundingBoxes", "MultiHeadAttention", "Pipeline", "SimpleRNNCell"),
        *("StackedRNNCells", "TFSMLayer", "TorchModuleWrapper", "Wrapper"),
        *("Add", "Average", "Concatenate", "Dot", "Maximum", "Minimum", "Multiply", "Subtract"),
    }
)


# Of those the ones that certainly refuse None, or None in a list.
REFUSE_NONE = {"none": MERGING, "with none": MERGING | {"AdditiveAttention", "Attention"}}


def refused_input(
    kind: LayerType, args: tuple[Any, ...], kwargs: Mapping[str, Any]
) -> Mismatch | None:
    """The refusal of what certainly is no tensor that the layer takes, None for all else."""
    if kind.name in OLD_LAYERS or not (args or "inputs" in kwargs):
        return None
    if isinstance(kwargs.get("training"), Shape):  # that is the tensor, to some
        return None
    value = args[0] if args else kwargs["inputs"]
    found = kind_of_input(value)
    if kind.name in LEFT_OUT and kind.name not in REFUSE_NONE.get(found, ()):
        return None
    taken = TAKEN.get(found)
    if taken is None or kind.name in taken:
        return None
    if found == "with none":
        return Mismatch(
            Refusal.WRONG_SHAPE, f"is called on a {type(value).__name__.lower()} with None in it"
        )
    if found == "layer":
        return Mismatch(
            Refusal.WRONG_SHAPE,
            f"is called on the layer {value.name!r}, not on a tensor",
            remedy="call that layer first, and this one on what it returns",
        )
    what = f"a {type(value).__name__.lower()}" if isinstance(value, dict) else shown(value)
    return Mismatch(Refusal.WRONG_SHAPE, f"is called on {what}, not on a tensor")


def kind_of_input(value: Any) -> str:
    """The kind that a value certainly is of, as the table calls them; "" for all else."""
    if value is None:
        return "none"
    if isinstance(value, (bool, int, float)):
        return "" if isinstance(value, OfNumpy) else "number"  # that is an array without axes
    if isinstance(value, str):
        return "word"
    if isinstance(value, NoTensor):
        return "function"
    if isinstance(value, Shape) or getattr(value, "blur", None) is not None:
        return ""
    if isinstance(value, dict):
        whole = all(isinstance(item, Shape) for item in value.values())
        return ("dict" if value else "empty dict") if whole else ""
    if not isinstance(value, (list, tuple)):
        return "layer" if isinstance(getattr(value, "args", None), Args) else ""
    if None in value and all(item is None or isinstance(item, Shape) for item in value):
        return "with none" if any(item is not None for item in value) else ""
    kinds = {kind_of_input(item) for item in value}
    return {"number": "numbers", "word": "words"}.get("".join(kinds), "") if value else "empty"


def refused_by_model(value: Any, *, optional: bool) -> Mismatch | None:
    """The refusal of what certainly is no tensor, where a model is called on it; else None.

    A model takes no numbers, not even those that its first layer would take
    (keras.layers.Layer.__call__). `optional`: None may be taken for one of its inputs.
    """
    if isinstance(value, (dict, list, tuple)) and not isinstance(value, Shape):
        blurred = getattr(value, "blur", None) is not None
        return None if blurred else _in_items(value, optional=optional)
    if value is None and not optional:
        return Mismatch(Refusal.WRONG_SHAPE, "is called on None, not on a tensor")
    found = kind_of_input(value)
    if found == "layer" or hasattr(value, "outcome"):
        return Mismatch(
            Refusal.WRONG_SHAPE,
            f"is called on {value.name!r} itself, not on a tensor",
            remedy="call that first, and the model on what it returns",
        )
    if found in ("number", "word", "function"):
        return Mismatch(Refusal.WRONG_SHAPE, f"is called on {shown(value)}, not on a tensor")
    return None


def _in_items(value: Any, *, optional: bool) -> Mismatch | None:
    items = value.values() if isinstance(value, dict) else value
    found = (refused_by_model(item, optional=optional) for item in items)
    return next((one for one in found if one is not None), None)
