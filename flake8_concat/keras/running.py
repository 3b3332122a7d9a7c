"""What layers refuse where Keras asks them for a shape, and take where it runs them.

In the body of another layer and in a Pipeline they are given tensors of the backend.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from flake8_concat.keras.graph import Tensor
from flake8_concat.keras.layer import ITSELF, Layer
from flake8_concat.keras.no_tensors import LEFT_OUT
from flake8_concat.keras.signatures.calls import IMAGE_LAYERS
from flake8_concat.shapes import Mismatch, OfKeras3, Refusal, Shape, Unknown

# Layers that some backend carries out on arrays where none of them has axes.
OF_NUMBERS = "Add Average Maximum Minimum Multiply Subtract UnitNormalization".split()
# Layers that some backend makes an array of a list of one array for.
LISTS_OF_ONE = ("Flatten", "Masking", "UpSampling")


def refused_by_itself(layer: Layer, mismatch: Mismatch, shapes: Iterable[Any]) -> bool:
    """Whether a layer refuses that only where it is called on a symbolic tensor.

    Where the window of a pooling is larger than what it is given, JAX gives an empty tensor and
    TensorFlow raises; padding="SAME" is taken by both. JAX takes pairs for the padding of a
    convolution. One channel becomes three by broadcasting.
    """
    name = layer.type.name
    if name == "RandomColorDegeneration":
        return mismatch.refusal is Refusal.CHANNELS and mismatch.sizes[-1:] == (1,)
    if name == "GroupQueryAttention":  # the features of query and value are projected
        return mismatch.refusal is Refusal.SHAPES_DIFFER
    if name in OF_NUMBERS and all(shape == () for shape in shapes):
        return True
    if name == "CenterCrop":
        return mismatch.refusal is Refusal.WRONG_SHAPE
    if name.startswith(LISTS_OF_ONE) and mismatch.remedy == ITSELF:
        return True
    padding = layer.args.get("padding")
    if "Conv" in name and isinstance(padding, (list, tuple)):
        return True
    if "Pooling" not in name:
        return False
    capital = isinstance(padding, str) and padding != padding.lower() in ("same", "valid")
    return capital or mismatch.refusal is Refusal.EMPTY_OUTPUT


# Layers that take images, one or a batch of them, where they run; of a symbolic tensor most give
# back the shape, whatever its rank.
ON_IMAGES = frozenset(IMAGE_LAYERS) - {"MaxNumBoundingBoxes"}


class WhereItRuns:
    """A layer in a place where what Keras says is settled: it refuses, or gives what is not known.

    See `on_images`, `on_a_list`.
    """

    __slots__ = ("name", "nodes", "said")

    def __init__(self, layer: Layer, said: Mismatch | Unknown) -> None:
        self.name, self.nodes, self.said = layer.name, layer.nodes, said

    def outcome(self, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Mismatch | Unknown:
        """What Keras says."""
        return self.said


def on_images(layer: Layer, args: tuple[Any, ...]) -> Any:
    """A layer of ON_IMAGES where it runs; its refusal if what it is given is no image."""
    shape = args[0].shape if args and isinstance(args[0], Tensor) else None
    if not isinstance(shape, Shape) or len(shape) in (3, 4):
        return layer
    what = f"needs rank 3 or 4 where it runs, has rank {len(shape)}: {shape}"
    return WhereItRuns(layer, Mismatch(Refusal.WRONG_RANK, what, inputs=(0,)))


# Layers that make something of a list of one array, with some backend or argument, and those of
# them that do so of several; what it is, is not followed. All others refuse lists.
# tests/oracle/test_lists_of_arrays.py asks Keras.
TAKE_SEVERAL = frozenset(
    (
        "Activation ActivityRegularization AlphaDropout CategoryEncoding Discretization Dropout "
        "ELU GaussianDropout GaussianNoise Hashing Identity IntegerLookup LeakyReLU Masking "
        "MelSpectrogram Normalization ReLU Rescaling StringLookup TextVectorization "
        "UnitNormalization"
    ).split()
)
TAKE_ONE = TAKE_SEVERAL.union(
    (
        "Flatten GlobalAveragePooling1D GlobalAveragePooling2D GlobalAveragePooling3D "
        "GlobalMaxPooling1D GlobalMaxPooling2D GlobalMaxPooling3D SpatialDropout1D "
        "SpatialDropout2D SpatialDropout3D UpSampling1D UpSampling2D UpSampling3D"
    ).split()
)
# Layers that say themselves what they take: several tensors, or what the layers in them take.
SAY_THEMSELVES = frozenset(
    (
        "Bidirectional ConvLSTM1D ConvLSTM2D ConvLSTM3D GRU LSTM Normalization RNN SimpleRNN "
        "SpectralNormalization TimeDistributed"
    ).split()
)


def on_a_list(layer: Layer, args: tuple[Any, ...]) -> Any:
    """A layer of one tensor where it runs on a list of arrays; its refusal if it refuses that."""
    name, count = layer.type.name, len(args[0])
    if name in LEFT_OUT or name in SAY_THEMSELVES or not count:
        return layer
    if name in (TAKE_ONE if count == 1 else TAKE_SEVERAL):
        return WhereItRuns(layer, Unknown(f"{name} is called on a list of arrays"))
    if name in ON_IMAGES and any(len(item.shape) in (2, 3) for item in args[0]):
        return WhereItRuns(layer, Unknown("TensorFlow makes one array of a list of images"))
    what = "a list of one tensor" if count == 1 else f"a list of {count} tensors"
    what = f"takes 1 tensor, is called on {what}"
    if count > 1:
        return WhereItRuns(layer, Mismatch(Refusal.WRONG_SHAPE, what))
    recover = Unknown("it is called on a list")
    old = OfKeras3(Refusal.WRONG_SHAPE, what, remedy=ITSELF, recover=recover)
    return WhereItRuns(layer, old)
