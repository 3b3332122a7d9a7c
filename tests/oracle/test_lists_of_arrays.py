"""Layers that take one tensor, called on a list of arrays: most refuse that, and some do not."""

from __future__ import annotations

import pytest

keras = pytest.importorskip("keras")

import numpy as np  # noqa: E402

from flake8_concat import analyze  # noqa: E402
from flake8_concat.keras.running import ON_IMAGES, TAKE_ONE, TAKE_SEVERAL  # noqa: E402

CALLS = """\
Activation('relu') (4, 5)
AdaptiveAveragePooling1D(4) (10, 3)
AdaptiveMaxPooling2D(4) (9, 8, 3)
AutoContrast() (8, 8, 3)
AveragePooling1D(2) (10, 3)
BatchNormalization() (8, 3)
CategoryEncoding(num_tokens=10) (5,)
CenterCrop(4, 4) (8, 8, 3)
Conv2D(4, 3) (8, 8, 3)
Cropping1D(1) (10, 3)
Dense(4) (8,)
Discretization(bin_boundaries=[0.0, 1.0]) (5,)
Dropout(0.5) (4, 5)
ELU() (4, 5)
Embedding(10, 4) (5,)
Flatten() (4, 5)
GlobalMaxPooling2D() (8, 8, 3)
Identity() (4, 5)
LayerNormalization() (4, 5)
LeakyReLU() (4, 5)
MaxPooling1D() (10, 3)
MaxPooling2D() (8, 8, 3)
Permute((2, 1)) (4, 5)
RandomFlip() (8, 8, 3)
RandomRotation(0.2) (8, 8, 3)
RandomZoom(0.2) (8, 8, 3)
ReLU() (4, 5)
RepeatVector(3) (8,)
Rescaling(2.0) (8, 8, 3)
Reshape((20,)) (4, 5)
Resizing(4, 4) (8, 8, 3)
Softmax() (4, 5)
SpatialDropout1D(0.3) (10, 4)
UnitNormalization() (4, 5)
UpSampling1D() (10, 3)
UpSampling2D() (8, 8, 3)
ZeroPadding2D() (8, 8, 3)
"""


@pytest.mark.parametrize("line", CALLS.splitlines())
@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize("batch", [(2,), ()])
def test_as_keras_says(line: str, count: int, batch: tuple[int, ...]) -> None:
    made, _, sizes = line.partition(") (")
    shape = (*batch, *map(int, sizes.rstrip(")").strip(",").split(",")))
    layer = f"layers.{made})"
    items = ", ".join(["x"] * count)
    text = (
        f"import keras\nimport numpy as np\nfrom keras import layers, ops\nx = np.zeros({shape})\n"
    )
    text += f"y = {layer}([{items}])\n"
    told = [d for d in analyze(text, "lists.py").diagnostics if d.code.startswith("CAT1")]
    try:
        eval(layer, {"layers": keras.layers})([np.zeros(shape)] * count)  # our own text
    except Exception:
        name = made.partition("(")[0]
        takes = name in (TAKE_ONE if count == 1 else TAKE_SEVERAL)  # of one or another backend
        assert told or takes or (name in ON_IMAGES and not batch)
    else:
        assert not told
