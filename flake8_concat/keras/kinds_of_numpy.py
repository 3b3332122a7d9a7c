"""Whole numbers of numpy where the constructor of a layer asks Python whether it is given an int.

`Dense(np.prod(shape))`: Keras 3 takes an `int` there, and what numpy makes is none. By parameter
the layers that ask; tests/oracle/test_kinds_of_numpy.py asks Keras for each.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from flake8_concat.keras.graph import Tensor
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.signatures import layer_signature
from flake8_concat.shapes import Mismatch, NumpyInt, Refusal, Valued

_SIDES = tuple(f"{n}D" for n in (1, 2, 3))
_TRANSPOSED = ("", "Transpose")
_CONV = " ".join(
    (
        *(f"Conv{n}{end}" for n in _SIDES for end in _TRANSPOSED),
        *(f"ConvLSTM{n}" for n in _SIDES),
        *(f"{kind}Conv{n}" for kind in ("Depthwise", "Separable") for n in _SIDES[:2]),
    )
)
_POOL = " ".join(f"{kind}Pooling{n}" for kind in ("Average", "Max") for n in _SIDES)
_ADAPTIVE = " ".join(f"Adaptive{name}" for name in _POOL.split())
_RANDOM = (
    "AlphaDropout AugMix ConvLSTM1D ConvLSTM2D ConvLSTM3D CutMix Dropout GRU GRUCell "
    "GaussianDropout GaussianNoise LSTM LSTMCell MixUp RandAugment RandomBrightness "
    "RandomColorDegeneration RandomColorJitter RandomContrast RandomCrop RandomElasticTransform "
    "RandomErasing RandomFlip RandomGaussianBlur RandomGrayscale RandomHue RandomInvert "
    "RandomPerspective RandomPosterization RandomRotation RandomSaturation RandomSharpness "
    "RandomShear RandomTranslation RandomZoom SimpleRNN SimpleRNNCell Solarization "
    "SpatialDropout1D SpatialDropout2D SpatialDropout3D"
)
ASK_FOR_INT: dict[str, str] = {
    "attention_axes": "MultiHeadAttention",
    "axes": "Dot",
    "axis": "LayerNormalization Normalization UnitNormalization",
    "cropping": " ".join(f"Cropping{n}" for n in _SIDES),
    "dilation_rate": _CONV,
    "groups": "GroupNormalization",
    "input_dim": "Embedding ReversibleEmbedding",
    "kernel_size": _CONV,
    "key_dim": "MultiHeadAttention",
    "n": "RepeatVector",
    "ngrams": "TextVectorization",
    "num_heads": "MultiHeadAttention",
    "output_dim": "Embedding ReversibleEmbedding",
    "output_sequence_length": "TextVectorization",
    "output_shape": "MultiHeadAttention",
    "output_size": _ADAPTIVE,
    "padding": " ".join(f"ZeroPadding{n}" for n in _SIDES),
    "pool_size": _POOL,
    "salt": "Hashing",
    "seed": _RANDOM,
    "size": " ".join(f"UpSampling{n}" for n in _SIDES),
    "sliding_window": "GroupQueryAttention MultiHeadAttention",
    "strides": f"{_CONV} {_POOL}",
    "units": "Dense GRU SimpleRNN",
    "value_dim": "MultiHeadAttention",
}


@cache
def _asked(layer: str) -> frozenset[str]:
    """The parameters for which a layer asks."""
    return frozenset(name for name, layers in ASK_FOR_INT.items() if layer in layers.split())


def asking_for_int(
    layer: Layer, args: tuple[Any, ...], kwargs: Mapping[str, Any]
) -> Layer | Mismatch:
    """The layer, or the refusal of a number of numpy among the arguments as they were given."""
    name = layer.type.name
    asked = _asked(name)
    names = layer_signature(name).names if asked else ()
    given = (*zip(names, args, strict=False), *kwargs.items())
    found = next((n for n, value in given if n in asked and _of_numpy(value)), None)
    if found is None:
        return layer
    what = f"`{found}` must be an `int`, is a number of numpy"
    return Mismatch(Refusal.WRONG_SHAPE, what, remedy="int() makes one of it", recover=layer)


def _of_numpy(value: Any) -> bool:
    """Whether a value certainly is a number of numpy, or one that an array holds."""
    if type(value) is not Tensor:
        return type(value) is NumpyInt
    return type(value.shape) is Valued and not value.shape and not value.symbolic
