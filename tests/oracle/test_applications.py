"""keras.applications: every network, layer by layer, against real Keras."""

from __future__ import annotations

import gzip
import importlib.util
import os
import sys
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("KERAS_BACKEND", "jax")
keras = pytest.importorskip("keras")

from flake8_concat.keras import applications, families  # noqa: E402
from flake8_concat.keras.graph import Tensor  # noqa: E402
from flake8_concat.keras.models import Functional, output_of  # noqa: E402
from flake8_concat.keras.naming import Names  # noqa: E402
from flake8_concat.keras.nodes import flatten, make_input  # noqa: E402
from flake8_concat.shapes import BATCH, Mismatch, Shape, Unknown, fresh_none, is_none  # noqa: E402

TOOL = Path(__file__).parent.parent.parent / "tools" / "generate_applications.py"
SPEC = importlib.util.spec_from_file_location("generate_applications", TOOL)
assert SPEC is not None
assert SPEC.loader is not None
tool: Any = importlib.util.module_from_spec(SPEC)
sys.modules["generate_applications"] = tool  # dataclasses look for it
SPEC.loader.exec_module(tool)

families.load()
ALL = tool.constructors()
QUICK = ["VGG16", "ResNet50", "MobileNetV2", "MobileNetV3Small", "DenseNet121", "ConvNeXtTiny"]
FAMILIES = [
    *QUICK,
    "EfficientNetB0",
    "EfficientNetV2B0",
    "InceptionResNetV2",
    "InceptionV3",
    "MobileNet",
    "NASNetMobile",
    "ResNet50V2",
    "Xception",
]
THOROUGH = float(os.environ.get("FLAKE8_CONCAT_DRAWS", "1")) > 1
SMALL = {"InceptionV3": 75, "InceptionResNetV2": 75, "Xception": 71}


def keras_shape(shape: Any) -> tuple[int | None, ...]:
    """A shape of ours as Keras would give it."""
    return tuple(None if is_none(size) else size for size in shape)


def theirs(model: Any) -> list[tuple[str, str, Any]]:
    """Class, name and output of all layers."""
    return [
        (type(layer).__name__, layer.name, [tuple(t.shape) for t in flatten(layer.output)])
        for layer in model.layers
    ]


def ours(model: Functional) -> list[tuple[str, str, Any]]:
    """The same of our model."""
    layers = model.layers
    assert not isinstance(layers, Unknown), layers.why
    return [
        (
            getattr(getattr(layer, "type", None), "name", type(layer).__name__),
            layer.name,
            [keras_shape(t.shape) for t in flatten(output_of(layer))],
        )
        for layer in layers
    ]


def compare(name: str, data_format: str = "channels_last", /, **arguments: Any) -> None:
    """Builds it here and there. Refusals must agree as well."""
    arguments.setdefault("weights", None)
    names = Names()
    given = dict(arguments)
    if "input_tensor" in arguments:
        shape = arguments.pop("input_tensor")
        dims = [fresh_none() if size is None else size for size in shape]
        given["input_tensor"] = make_input(Shape((BATCH, *dims)), names.auto("InputLayer"))
    found = applications.build(name, (), given, data_format, names)
    try:
        with tool.recording():
            if "input_tensor" in given:
                expected = on_tensor(name, data_format, shape, arguments)
            else:
                expected = tool.build(name, data_format, **arguments)
    except (ValueError, TypeError, IndexError, KeyError) as error:
        assert isinstance(found, (Mismatch, Unknown)), (name, given, str(error)[:200])
        assert isinstance(found, Mismatch) or "None" in found.why or "name" in found.why, (
            found,
            str(error)[:200],
        )
        return
    if isinstance(found, Unknown) and "another network" in found.why:
        return
    assert isinstance(found, Functional), (name, given, found)
    assert found.name == expected.name
    assert ours(found) == theirs(expected)
    assert keras_shape(found.output.shape) == tuple(expected.output.shape)


def on_tensor(name: str, data_format: str, shape: Any, arguments: dict[str, Any]) -> Any:
    """Keras' model on an Input made before."""
    made = keras.applications.__dict__[name]

    def constructor(**kwargs: Any) -> Any:
        return made(input_tensor=keras.Input(shape), **kwargs)

    setattr(keras.applications, name, constructor)
    try:
        return tool.build(name, data_format, **arguments)
    finally:
        setattr(keras.applications, name, made)


@pytest.mark.parametrize("name", ALL if THOROUGH else FAMILIES)
@pytest.mark.parametrize("extra", [0, 97])
def test_every_layer_at_two_sizes(name: str, extra: int) -> None:
    """Names, classes, order and outputs of all layers are those of Keras."""
    size = SMALL.get(name, 32) + extra
    compare(name, include_top=False, input_shape=(size, size + 1, 3))


@pytest.mark.parametrize("name", ALL if THOROUGH else QUICK[1:4])
def test_settings(name: str) -> None:
    """The ends of the networks, free sizes, data formats, other names, given tensors."""
    compare(name)
    compare(name, classes=7, name="other")
    compare(name, include_top=False)
    compare(name, include_top=False, pooling="avg", name="other")
    compare(name, include_top=False, pooling="max", input_shape=(None, None, 3))
    compare(name, include_top=False, input_shape=(128, 128, 1))
    compare(name, include_top=False, input_tensor=(160, 96, 3))
    compare(name, include_top=False, input_tensor=(None, None, 3), pooling="avg")
    compare(name, input_tensor=(224, 224, 3))
    compare(name, "channels_first", include_top=False, input_shape=(3, 99, 160))
    compare(name, weights="imagenet", include_top=False, input_shape=(150, 150, 3))
    compare(name, weights="imagenet")


@pytest.mark.parametrize("name", ALL if THOROUGH else QUICK)
def test_refusals(name: str) -> None:
    """What the constructors raise."""
    compare(name, include_top=False, input_shape=(31, 64, 3))
    compare(name, include_top=False, input_shape=(64, 3))
    compare(name, include_top=True, input_shape=(None, None, 3))
    compare(name, weights="imagenet", classes=10)
    compare(name, weights="imagenet", input_shape=(128, 128, 3))
    compare(name, weights="imagenet", input_shape=(128, 128, 1), include_top=False)
    compare(name, weights="imagenet", input_shape=[224, 224, 3])
    compare(name, include_top=False, input_tensor=(16, 16, 3))
    compare(name, include_top=False, input_tensor=(3, 3, 3))
    compare(name, include_top=False, input_tensor=(100,))
    compare(name, include_top=True, input_tensor=(None, None, 3))


@pytest.mark.parametrize("name", ALL if THOROUGH else ["VGG16", "MobileNetV3Small"])
def test_words(name: str) -> None:
    """Arguments of no such name, words that say nothing."""
    compare(name, classifier_activation="rellu")
    compare(name, include_top=False, classifier_activation="rellu")
    compare(name, weights="imagenet", classifier_activation="relu")
    compare(name, weights="imagenett", include_top=False)
    compare(name, include_top=False, input_shape=224)
    compare(name, include_tops=False)


@pytest.mark.parametrize("name", [name for name in ALL if name.startswith("MobileNet")])
def test_widths(name: str) -> None:
    """Any width multiplier, and what else MobileNets take."""
    for alpha in (
        (0.15, 0.35, 0.45, 0.7, 0.75, 0.95, 1.0, 1.2, 1.35, 2.0) if THOROUGH else (0.35, 1.2)
    ):
        compare(name, alpha=alpha, include_top=False, input_shape=(96, 96, 3))
        compare(name, alpha=alpha, input_shape=(128, 128, 3), classes=3)
    if name == "MobileNet":
        compare(name, depth_multiplier=3, input_shape=(64, 64, 3))
    if name.startswith("MobileNetV3"):
        compare(name, minimalistic=True, include_preprocessing=False)
        compare(name, minimalistic=True, alpha=0.6, dropout_rate=0, include_top=False)
        compare(name, dropout_rate=0)


@pytest.mark.parametrize("name", ["ConvNeXtTiny", "ConvNeXtLarge", "EfficientNetV2B1"])
def test_preprocessing(name: str) -> None:
    """Without the layer at the bottom."""
    compare(name, include_preprocessing=False, include_top=False)


@pytest.mark.parametrize("name", ALL if THOROUGH else ["VGG16", "ResNet50"])
def test_data_is_what_keras_says(name: str) -> None:
    """The data file comes out the same again."""
    text = gzip.decompress((tool.DATA / f"{name}.json.gz").read_bytes()).decode()
    assert tool.generate(name) == text


def test_all_are_known() -> None:
    """No constructor of the installed Keras is missing."""
    assert applications.constructors() == set(ALL)


def test_preprocess_input() -> None:
    """A tensor goes through with its shape."""
    from flake8_concat.keras.graph import run
    from flake8_concat.keras.registry import OPS

    for module in dir(keras.applications):
        function = getattr(getattr(keras.applications, module), "preprocess_input", None)
        if function is None:
            continue
        operation = OPS[f"keras.applications.{module}.preprocess_input"]
        for shape in ((8, 8, 3), (None, None, 3)):
            dims = [fresh_none() if size is None else size for size in shape]
            outcome = run(operation, (Tensor(Shape((BATCH, *dims)), None),), {})
            expected = function(keras.Input(shape)).shape
            assert keras_shape(outcome.result) == tuple(expected)  # type: ignore[union-attr]
