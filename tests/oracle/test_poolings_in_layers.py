"""Windows larger than what they are given, in the bodies of layers, where Keras runs TensorFlow."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

pytest.importorskip("tensorflow")
pytest.importorskip("keras")

from flake8_concat import analyze

HEAD = """\
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers
class Body(layers.Layer):
    def __init__(self, pooling):
        super().__init__()
        self.pooling = pooling
    def call(self, x):
        return self.pooling(x)
x = tf.keras.Input((4, 4, 3))
v = np.zeros((2, 4, 4, 3))
"""
CALLS = """\
Body(layers.AveragePooling2D(7))(x)
Body(layers.MaxPooling2D((1, 7)))(x)
Body(layers.AveragePooling2D(5, strides=3))(x)
Body(layers.MaxPooling2D(4, data_format="channels_first"))(x)
Body(layers.MaxPooling1D(5))(layers.Reshape((4, 12))(x))
Body(layers.AveragePooling3D(3))(layers.Reshape((4, 2, 2, 3))(x))
Body(Body(layers.AveragePooling2D(5)))(x)
Body(layers.AveragePooling2D(4))(x)
Body(layers.AveragePooling2D(7, padding="same"))(x)
Body(layers.MaxPooling2D((4, 1)))(x)
Body(layers.AveragePooling2D(3, data_format="channels_first"))(x)
Body(layers.AveragePooling2D(7))(tf.keras.Input((None, None, 3)))
Body(layers.AveragePooling2D(7))(v)
Body(layers.GlobalMaxPooling2D())(x)
""".splitlines()
RUN = """
import sys
*head, calls = sys.stdin.read().partition("x = tf")
calls = (head[1] + calls).splitlines()
exec(head[0])
for number, call in enumerate(calls):
    try:
        exec(call)
    except Exception as error:
        print(number)
"""


def test_as_keras_on_tensorflow_says() -> None:
    text = HEAD + "\n".join(CALLS)
    environment = {**os.environ, "KERAS_BACKEND": "tensorflow"}
    run = [sys.executable, "-c", RUN]
    done = subprocess.run(
        run, input=text, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    before = HEAD.count("\n", 0, HEAD.index("x = tf"))
    theirs = {before + 1 + int(number) for number in done.stdout.split()}
    assert theirs
    for line, call in enumerate(CALLS, HEAD.count("\n") + 1):
        told = any(d.code == "CAT122" for d in analyze(HEAD + call, "model.py").diagnostics)
        assert told == (line in theirs), call


def test_another_backend_may_give_an_empty_tensor() -> None:
    text = HEAD.replace("tensorflow.keras", "keras").replace("tf.keras", "keras") + CALLS[0]
    text = text.replace("import tensorflow as tf\n", "import keras\n")
    assert not analyze(text, "model.py").diagnostics
