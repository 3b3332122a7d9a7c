"""Where a program sees to it itself that sizes fit, CAT403 is quiet, and only there."""

from __future__ import annotations

import re

import pytest

from flake8_concat import analyze

HEAD = """
import math
import keras
import tensorflow as tf
from keras import backend as K
from keras import layers


def net(x):
    y = layers.UpSampling2D(4)(layers.MaxPooling2D(4)(x))
    return layers.Concatenate()([x, y])
"""
UNGUARDED = """
def bare(rows, cols):
    x = keras.Input((rows, cols, 3))
    y = layers.UpSampling2D(4)(layers.MaxPooling2D(4)(x))
    return layers.Concatenate()([x, y])
"""
GUARDS = """
def asserts(height, width):
    assert height % 4 == 0 and width % 4 == 0
    return net(keras.Input((height, width, 3)))


def raises(h, w):
    if h % 8 or w % 8:
        raise ValueError("no")
    return net(keras.Input((h, w, 3)))


def raises2(h, w):
    if h % 8 != 0 or w % 8 != 0:
        raise ValueError("no")
    return net(keras.Input((h, w, 3)))


def raises3(shape_h, shape_w):
    for s in (shape_h, shape_w):
        if s % 4:
            raise ValueError("no")
    return net(keras.Input((shape_h, shape_w, 3)))


def allof(h, w):
    assert all(s % 4 == 0 for s in (h, w))
    return net(keras.Input((h, w, 3)))


def warned(h, w):
    if h % 4 or w % 4:
        print("bad size")
    return net(keras.Input((h, w, 3)))


def rounds(h, w):
    h = h // 4 * 4
    w = w - w % 4
    return net(keras.Input((h, w, 3)))


def rounds2(h, w):
    h = math.ceil(h / 4) * 4
    w = int(w / 4) * 4
    return net(keras.Input((h, w, 3)))


def rounds3(h, w):
    if h % 4:
        h += 4 - h % 4
    if w % 4 != 0:
        w = (w // 4 + 1) * 4
    return net(keras.Input((h, w, 3)))


def pads(h, w):
    x = keras.Input((h, w, 3))
    x = layers.ZeroPadding2D(((0, -h % 4), (0, (4 - w % 4) % 4)))(x)
    return net(x)


def pads2():
    x = keras.Input((None, None, 3))
    h, w = tf.shape(x)[1], tf.shape(x)[2]
    x = tf.pad(x, [[0, 0], [0, (-h) % 4], [0, (4 - w % 4) % 4], [0, 0]])
    return net(x)


def crops():
    x = keras.Input((None, None, 3))
    y = layers.UpSampling2D(4)(layers.MaxPooling2D(4, padding="same")(x))
    y = layers.Lambda(lambda t: t[0][:, :tf.shape(t[1])[1], :tf.shape(t[1])[2]])([y, x])
    return layers.Concatenate()([x, y])


def crops2():
    x = keras.Input((None, None, 3))
    y = layers.UpSampling2D(4)(layers.MaxPooling2D(4, padding="same")(x))
    y = y[:, :tf.shape(x)[1], :tf.shape(x)[2], :]
    return layers.Concatenate()([x, y])


def resizes():
    x = keras.Input((None, None, 3))
    y = layers.UpSampling2D(4)(layers.MaxPooling2D(4)(x))
    y = tf.image.resize(y, tf.shape(x)[1:3])
    return layers.Concatenate()([x, y])


def resizes2():
    x = keras.Input((None, None, 3))
    y = layers.UpSampling2D(4)(layers.MaxPooling2D(4)(x))
    y = layers.Lambda(lambda t: tf.image.resize(t[0], K.int_shape(t[1])[1:3]))([y, x])
    return layers.Concatenate()([x, y])


def resizing():
    x = keras.Input((None, None, 3))
    return net(layers.Resizing(256, 256)(x))


def checked(size):
    def check(n):
        if n % 4 != 0:
            raise ValueError

    check(size)
    return net(keras.Input((size, size, 3)))


class Builder:
    def __init__(self, img_size):
        assert img_size % 4 == 0
        self.img_size = img_size

    def build(self):
        return net(keras.Input((self.img_size, self.img_size, 3)))
"""
TOO_LITTLE = """
def asserts_little(height, width):
    assert height % 2 == 0 and width % 2 == 0
    return net(keras.Input((height, width, 3)))  # CAT403 wanted


def large(h, w):
    assert h >= 32 and w >= 32
    return net(keras.Input((h, w, 3)))


def other(h, w, n):
    assert n % 4 == 0
    return net(keras.Input((h, w, n)))
"""


def functions(text: str) -> list[str]:
    """The definitions in a text, each for itself."""
    return [part.strip() for part in re.split(r"\n(?=def |class )", text) if part.strip()]


def found(*parts: str) -> list[str]:
    report = analyze("\n\n".join([HEAD, *parts, ""]), "network.py")
    assert report.problem is None
    return [item.message for item in report.diagnostics if item.code.startswith("CAT4")]


@pytest.mark.parametrize("guarded", functions(GUARDS), ids=lambda text: text.split("(")[0])
def test_quiet(guarded: str) -> None:
    assert found(guarded) == []
    (message,) = found(guarded, UNGUARDED)
    assert "rows and cols are each a multiple of 4" in message


@pytest.mark.parametrize("little", functions(TOO_LITTLE), ids=lambda text: text.split("(")[0])
def test_a_test_that_lets_others_pass_is_no_guard(little: str) -> None:
    (message,) = found(little)
    assert "are each a multiple of 4" in message


PREPARED = """
def prepare(image):
    height, width = image.shape[:2]
    return image[: height // 4 * 4, : width // 4 * 4]
"""
OPEN = "outputs = net(keras.Input((None, None, 3)))"


def test_images_of_none_sizes_are_prepared_by_what_builds_no_network() -> None:
    assert len(found(OPEN)) == 1
    assert found(OPEN, PREPARED) == []
    assert len(found(UNGUARDED, PREPARED)) == 1
