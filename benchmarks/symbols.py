"""What sizes that nobody knows cost: symbols and expressions in the place of numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from measure import Row, pairs, seconds

from flake8_concat.analysis import analyze
from flake8_concat.trace.modules import Loader
from flake8_concat.trace.tracer import trace

U_NET = """
import keras
from keras import layers


def block(x, filters):
    for _ in range(2):
        x = layers.Conv2D(filters, 3, padding="same")(x)
        x = layers.Activation("relu")(layers.BatchNormalization()(x))
    return x


inputs = x = keras.Input((SIZE, SIZE, 3))
skips = []
for filters in (16, 32, 64, 128, 256):
    x = block(x, filters)
    skips.append(x)
    x = layers.MaxPooling2D()(x)
for filters in (256, 128, 64, 32, 16):
    x = layers.Conv2DTranspose(filters, 2, strides=2)(x)
    x = block(JOIN()([x, skips.pop()]), filters)
keras.Model(inputs, layers.Conv2D(1, 1)(x))
"""


def symbols() -> Iterator[Row]:
    """A U-Net for images of any size beside the same for images of one size."""
    for join in ("layers.Concatenate", "layers.Add"):
        text = U_NET.replace("JOIN", join).replace("SIZE", "{}")
        unknown, known = text.format("None", "None"), text.format(512, 512)
        for what, run in (("traced", traced), ("analysed", analysed)):
            a, b = pairs(lambda: seconds(run(unknown)), lambda: seconds(run(known)), 15)
            yield (
                f"a U-Net with {join} {what}, sizes None / 512",
                f"{a * 1e3:.1f} ms / {b * 1e3:.1f} ms",
                f"{a / b:.2f}",
                "1.3" if what == "traced" else "",
            )


def traced(text: str) -> Callable[[], object]:
    """The trace alone, of a text that is parsed already."""
    loader = Loader()
    source = loader.source(text, "u_net.py")
    return lambda: trace(source, loader=loader)


def analysed(text: str) -> Callable[[], object]:
    """All of it."""
    return lambda: analyze(text, "u_net.py")
