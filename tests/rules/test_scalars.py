"""Scalars beside maps: a weight that a map is scaled by, a number in a text."""

from __future__ import annotations

from flake8_concat import analyze

HEAD = """import keras
import numpy as np
import tensorflow as tf
from keras import layers

x = keras.Input((8, 8, 3))
y = layers.Conv2D(4, 3)(x)
"""


def told(code: str) -> list[str]:
    report = analyze(HEAD + code, "model.py")
    assert report.internal_error is None
    return [item.code for item in report.diagnostics]


def test_text_is_formatted_with_a_tensor() -> None:
    assert told('for one in np.zeros((3,)):\n    print("%.1f" % one)\n') == []
    assert told('title = "what comes out: %s" % y\n') == []
    assert told('title = y + "what comes out"\n') == ["CAT139"]


def test_a_scalar_goes_into_a_map_whose_channels_are_read() -> None:
    code = """
def scaled(x):
    return tf.Variable(0, dtype=tf.float32) * x + x

def flat(x):
    channels = x.shape[-1]
    return tf.reshape(x, [-1, 36, channels])

flat(scaled(y))
"""
    told(code)
