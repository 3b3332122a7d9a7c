"""The data of keras.datasets is of the shapes that its docstrings say."""

from __future__ import annotations

import ast
import re
from typing import Any

import pytest

keras = pytest.importorskip("keras")

import numpy as np  # noqa: E402

from flake8_concat import analyze  # noqa: E402
from flake8_concat.trace.library.datasets import DATASETS  # noqa: E402

SHAPE = re.compile(r"shapes? `?(\([\d, ]+\))")
OF_PICTURES = ("cifar10", "cifar100", "fashion_mnist", "mnist")


@pytest.mark.parametrize("name", OF_PICTURES)
def test_as_the_docstring_says(name: str) -> None:
    text = re.sub(r"\s+", " ", getattr(keras.datasets, name).load_data.__doc__)
    said = [tuple(map(int, re.findall(r"\d+", found))) for found in SHAPE.findall(text)]
    ours = [shape for pair in DATASETS[name] for shape in pair]
    assert ours[0] in said
    assert ours[2] in said
    assert {(shape[0],) for shape in ours} <= {shape[:1] for shape in said}


def test_names() -> None:
    assert all(hasattr(getattr(keras.datasets, name), "load_data") for name in DATASETS)


PROGRAM = """
import numpy as np
import keras
from keras import layers, ops
from keras.datasets import imdb, mnist
from keras.utils import pad_sequences, to_categorical
(x, y), (x_test, y_test) = mnist.load_data()
x = x.reshape(-1, 28, 28, 1).astype("float32") / 255.0
x_test = x_test[..., np.newaxis] / 255.0
some = y == 0
colours = keras.Sequential([keras.Input((28, 28, 3)), layers.Flatten(), layers.Dense(10)])
grey = keras.Sequential([keras.Input((28, 28, 1)), layers.Flatten(), layers.Dense(10)])
colours.compile("adam", "mse")
colours.train_on_batch(x[:64], to_categorical(y[:64], 10))
colours.train_on_batch(np.repeat(x[:64], 3, axis=-1), to_categorical(y[:64], 10))
grey.compile("adam", "categorical_crossentropy")
grey.fit(x, y, steps_per_epoch=1)
grey.fit(x_test, y, steps_per_epoch=1)
grey.fit(x, to_categorical(y, 10), steps_per_epoch=1)
grey.fit(x[some], to_categorical(y[some], 10), steps_per_epoch=1)
flat = x.reshape(len(x), -1)
rows = keras.Sequential([keras.Input((785,)), layers.Dense(1)])
rows.compile("adam", "mse")
rows.fit(flat, y, steps_per_epoch=1)
(texts, marks), _ = imdb.load_data(num_words=100)
texts = pad_sequences(texts, maxlen=20)
words = keras.Sequential([keras.Input((20,)), layers.Embedding(100, 4), layers.Flatten()])
shape = words.predict(texts[:10]).shape
kept = keras.Sequential([keras.Input((21,)), layers.Dense(4)])
kept.predict(texts)
"""


def given(name: str) -> Any:
    """What `load_data` gives, with nothing in it; texts of five words."""

    def load_data(**options: Any) -> Any:
        empty = [5 * [1] for _ in range(25000)]
        texts = np.array([*empty[1:], [1]], dtype=object)
        return tuple(
            (texts if name == "imdb" else np.zeros(x, "uint8"), np.zeros(y, "uint8"))
            for x, y in DATASETS[name]
        )

    return load_data


def test_training_on_them(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("imdb", "mnist"):
        monkeypatch.setattr(getattr(keras.datasets, name), "load_data", given(name))
    space: dict[str, Any] = {}
    refused = set()
    for node in ast.parse(PROGRAM).body:
        try:
            exec(compile(ast.Module([node], []), "program.py", "exec"), space)  # our own text
        except Exception:
            refused.add(node.lineno)
    report = analyze(PROGRAM, "program.py")
    assert {d.range.line for d in report.diagnostics if d.code.startswith("CAT1")} == refused
    assert len(refused) == 5
    assert report.facts is not None
    assert report.facts.module_scope["x"].shape == space["x"].shape
    assert report.facts.module_scope["shape"] == space["shape"]
