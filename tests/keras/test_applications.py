"""keras.applications: written cases. tests/oracle compares all networks with Keras."""

from __future__ import annotations

import pytest

from flake8_concat.keras import applications, families
from flake8_concat.keras.applications import Application, build
from flake8_concat.keras.graph import Tensor
from flake8_concat.keras.models import Functional, output_of
from flake8_concat.keras.naming import Names
from flake8_concat.keras.nodes import make_input
from flake8_concat.shapes import BATCH, Mismatch, Shape, Unknown, fresh_none, symbol

families.load()


def network(name: str, **arguments: object) -> Application:
    model = build(name, (), arguments)
    assert isinstance(model, Application), model
    return model


def test_encoder() -> None:
    model = network("VGG16", include_top=False, input_shape=(128, 96, 3))
    assert output_of(model.get_layer("block4_conv3")).shape == (BATCH, 16, 12, 512)
    assert model.output.shape == (BATCH, 4, 3, 512)
    assert model.get_layer(index=3).name == "block1_pool"
    assert isinstance(model.get_layer("block9_conv1"), Unknown)


def test_only_what_is_asked_for_is_made() -> None:
    model = network("ResNet50", include_top=False)
    model.get_layer("conv1_relu")
    assert len(model._replayed.layers) < 6


def test_sizes_of_a_name_stay_related() -> None:
    height = symbol("H", literal=False)
    x = make_input(Shape((BATCH, height, fresh_none(), 3)), "images")
    model = network("VGG16", include_top=False, input_tensor=x)
    shape = output_of(model.get_layer("block2_pool")).shape
    assert shape[1] == height // 4
    assert model.inputs == [x]


def test_called_as_a_layer() -> None:
    model = network("MobileNetV2", include_top=False, input_shape=(None, None, 3))
    outcome = model.outcome((Shape((BATCH, 96, 160, 3)),), {})
    assert outcome.result == (BATCH, 3, 5, 1280)  # type: ignore[union-attr]


def test_names_go_on() -> None:
    names = Names()
    for expected in ("conv2d", "conv2d_94"):
        model = build("InceptionV3", (), {"include_top": False}, names=names)
        assert isinstance(model, Functional)
        layers = model.layers
        assert not isinstance(layers, Unknown)
        assert layers[1].name == expected


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("ResNet50", {"include_top": False, "input_shape": (31, 64, 3)}),
        ("ResNet50", {"classes": 10}),
        ("ResNet50", {"nothing": 1}),
        ("ResNet50", {"weights": None, "input_shape": (None, None, 3)}),
        ("VGG16", {"include_top": False, "input_shape": (64, 64, 1)}),
        ("NASNetMobile", {"include_top": False, "input_shape": (None, None, 3)}),
    ],
)
def test_refusals(name: str, arguments: dict[str, object]) -> None:
    assert isinstance(build(name, (), arguments), Mismatch)


def test_never_more_than_is_known() -> None:
    unknown = Unknown("a parameter")
    assert isinstance(build("ResNet50", (), {"include_top": unknown}), Unknown)
    assert isinstance(build("ResNet999"), Unknown)
    assert isinstance(build("ResNet50", (), {"input_tensor": 3}), Unknown)
    model = network("ResNet50", weights=unknown, classes=unknown)
    assert isinstance(model.output, Tensor)
    assert "resnet50.ResNet50".rpartition(".")[2] in applications.constructors()
    assert isinstance(build("resnet50.ResNet50"), Functional)
