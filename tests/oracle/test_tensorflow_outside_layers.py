"""Functions of TensorFlow on symbolic tensors: Keras 3 refuses them all, but those of a list."""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("keras")
tf = pytest.importorskip("tensorflow")

import keras  # noqa: E402

from flake8_concat import analyze  # noqa: E402
from flake8_concat.keras import families  # noqa: E402
from flake8_concat.keras.ops.of_keras_tensors import TAKE_ANYTHING  # noqa: E402
from flake8_concat.keras.registry import OPS  # noqa: E402
from flake8_concat.trace.modules import Loader  # noqa: E402

families.load()
NAMES = sorted(name for name in OPS if name.startswith(("tf.", "keras.backend.")))
REFUSED = "A KerasTensor cannot be used as input to a TensorFlow function|'tuple' object has no"
HEAD = "import keras\nfrom keras import ops\nimport tensorflow as tf\n"
HEAD += "from tensorflow.keras import backend as K\nx = keras.Input((8, 8, 4))\n"


def function(name: str) -> Any:
    """The function of the installed TensorFlow, None if it has none of that name."""
    found = tf if name.startswith("tf.") else keras.src.legacy
    for part in name.split(".")[1:]:
        found = getattr(found, part, None)
    return found


def takes(name: str, tensor: Any) -> Iterator[bool]:
    """Whether it takes a symbolic tensor in the place of its first, for several calls."""
    signature = OPS[name].signature
    needed = [n for n in signature.names if n not in signature.defaults]
    for first in (tensor, [tensor, tensor]):
        for rest in (1, [1, 1], tensor, "SAME"):
            args = [first, *[rest] * (len(needed) - 1)]
            if name.endswith("einsum"):
                args = ["bhwc->bc", tensor]
            try:
                with contextlib.redirect_stderr(io.StringIO()):
                    function(name)(*args)
            except Exception:  # what it says of other arguments is not the question
                yield False
            else:
                yield True


@pytest.mark.parametrize("name", NAMES)
def test_no_function_takes_one(name: str) -> None:
    if function(name) is None or name in TAKE_ANYTHING:
        pytest.skip("gone from TensorFlow, or on the list")
    assert not any(takes(name, keras.Input((8, 8, 4))))


@pytest.mark.parametrize(
    "call",
    [
        "tf.concat([x, x], axis=-1)",
        "tf.image.resize(x, (16, 16))",
        "tf.reduce_sum(x, axis=1)",
        "tf.nn.relu(ops.abs(x))",
        "tf.shape(x)",
        "K.sum(x, axis=1)",
        "K.permute_dimensions(x, (0, 2, 1, 3))",
        "K.concatenate([x, x])",
        "tf.cast(x, 'int32')",
        "tf.nn.max_pool2d(keras.layers.Conv2D(3, 3)(x), 2, 2, 'SAME')",
    ],
)
def test_both_refuse(call: str) -> None:
    scope: dict[str, Any] = {}
    exec(HEAD, scope)  # our own text
    with pytest.raises((ValueError, AttributeError), match=REFUSED):
        eval(call, scope)
    (found,) = analyze(HEAD + f"y = {call}\n", "model.py").diagnostics
    assert found.code == "CAT132"
    assert found.range.line == 6
    assert "takes no symbolic tensor of Keras 3 outside of a layer" in found.message


@pytest.mark.parametrize(
    "call",
    [
        "keras.layers.Lambda(lambda t: tf.concat([t, t], axis=-1))(x)",
        "tf.is_tensor(x)",
        "K.int_shape(x)",
        "K.batch_normalization(x, *[tf.ones((4,))] * 4)",
        "keras.layers.Lambda(lambda t: K.sum(t, axis=1))(x)",
        "K.sum(tf.ones((2, 3)), axis=1)",
        "tf.concat([tf.zeros((2, 3)), tf.ones((2, 3))], axis=-1)",
        "tf.reduce_sum(keras.ops.ones((2, 3)), axis=1)",
    ],
)
def test_what_stays_quiet(call: str) -> None:
    assert not analyze(HEAD + f"y = {call}\n", "model.py").diagnostics


PLAIN = HEAD.replace("from keras import ops\n", "") + "y = tf.concat([x, x], axis=-1)\n"


def codes(text: str, path: Path | str = "model.py") -> list[str]:
    """The codes of what is reported in a file of this text."""
    return [item.code for item in analyze(text, str(path)).diagnostics]


def test_keras_3_is_the_judge() -> None:
    assert codes(PLAIN) == ["CAT132"]


@pytest.mark.parametrize(
    "line",
    [
        "# Needs TensorFlow 2.4 and keras-tuner.",
        "# pip install tensorflow-gpu==1.15",
        "from tensorflow.keras.layers.experimental import preprocessing",
        "import tensorflow_addons as tfa",
        "os.environ['TF_USE_LEGACY_KERAS'] = '1'",
        "optimizer = keras.optimizers.Adam(lr=0.1)",
    ],
)
def test_a_file_for_an_older_keras(line: str) -> None:
    assert "CAT132" not in codes(f"{PLAIN}{line}\n")
    report = analyze(f"{PLAIN}{line}\n", "model.py")
    assert report.shapes[-1].shape != "?"


@pytest.mark.parametrize(
    ("name", "text", "old"),
    [
        ("requirements.txt", "numpy\ntensorflow==2.10.*\n", True),
        ("requirements.txt", "tensorflow>=2.16\n", False),
        ("requirements.txt", "keras\ntensorflow\n", False),
        ("pyproject.toml", '[tool.poetry.dependencies]\ntensorflow = "^2.9"\n', True),
        ("pyproject.toml", '[project]\ndependencies = ["tensorflow>=2.12", "keras>=3"]\n', False),
        ("setup.py", "setup(install_requires=['Keras>=2.2.0'])\n", True),
        ("environment.yml", "dependencies:\n  - tensorflow-gpu=2.3.1\n", True),
        ("README.md", "Tested with Python 3.6, TensorFlow (1.14) and CUDA 10.\n", True),
        ("README.md", "Layers for Keras 3; version 2.1 is the last for old TensorFlow.\n", False),
    ],
)
def test_what_a_project_says(tmp_path: Path, name: str, text: str, old: bool) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / ".git").mkdir()
    folder = tmp_path / "package" / "models"
    folder.mkdir(parents=True)
    assert codes(PLAIN, folder / "model.py") == ([] if old else ["CAT132"])


def test_only_the_project_is_asked(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("TensorFlow 1.12 is needed.\n", encoding="utf-8")
    project = tmp_path / "project"
    (project / ".git").mkdir(parents=True)
    assert codes(PLAIN, project / "model.py") == ["CAT132"]


def test_what_was_read_is_known_to_the_cache(tmp_path: Path) -> None:
    loader = Loader()
    analyze(PLAIN, str(tmp_path / "model.py"), loader=loader)
    asked = {os.path.basename(path) for path in loader.asked & loader.states.keys()}
    assert {"requirements.txt", "README.md", ".git"} <= asked


def test_what_keras_2_took() -> None:
    text = "import keras\nx = keras.Input(8)\ny = keras.layers.Dense(4)([x])\n"
    assert codes(text) == ["CAT139", "CAT139"]
    assert codes(f"{text}import tf_keras\n") == []
    report = analyze(f"{text}import tf_keras\n", "model.py")
    assert [str(line.shape) for line in report.shapes] == ["(None, 8)", "(None, 4)"]
