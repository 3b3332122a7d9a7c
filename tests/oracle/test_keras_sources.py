"""Keras' own networks, read as a user's files: nothing to report, every shape as Keras has it."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("keras")

import keras
import keras.src.applications

from flake8_concat.analysis import Report, analyze

FOLDER = Path(keras.src.applications.__file__).parent
MODULES = sorted(path for path in FOLDER.glob("*.py") if path.stem != "__init__")
# One constructor of each that is quick to build; the rest is compared on demand (tests/corpus).
BUILT = {"vgg16": "VGG16", "resnet": "ResNet50", "densenet": "DenseNet121"}
DRIVER = "\n\n{constructor}(weights=None, input_shape=(224, 224, 3))\n"


def read(path: Path, tail: str = "") -> Report:
    return analyze(path.read_text(encoding="utf-8") + tail, str(path))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_nothing_is_found_in_them(path: Path) -> None:
    report = read(path)
    assert report.problem is None
    assert not report.diagnostics


@pytest.mark.parametrize(("module", "constructor"), BUILT.items())
def test_every_layer_has_the_shape_that_keras_gives(module: str, constructor: str) -> None:
    report = read(FOLDER / f"{module}.py", DRIVER.format(constructor=constructor))
    assert not report.diagnostics
    model = getattr(keras.applications, constructor)(weights=None, input_shape=(224, 224, 3))
    ours = {row.shape for row in report.shapes}
    assert not [layer.name for layer in model.layers if tuple(layer.output.shape) not in ours]
