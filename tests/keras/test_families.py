"""Every family is loaded, and nothing is entered twice by accident."""

from __future__ import annotations

from flake8_concat.keras.families import FAMILIES, load
from flake8_concat.keras.registry import LAYERS, OPS, WITH_VALUES
from flake8_concat.keras.signatures import ALIASES, canonical, layer_signature
from flake8_concat.keras.signatures import LAYERS as SIGNATURES


def test_loading_fills_the_tables() -> None:
    load()
    assert len(LAYERS) > 130
    assert len(OPS) > 500
    assert len(set(FAMILIES)) == len(FAMILIES)


def test_every_known_layer_has_a_signature() -> None:
    load()
    for name in LAYERS:
        assert layer_signature(name).names, name


def test_rules_stand_under_the_names_of_keras_not_their_aliases() -> None:
    load()
    assert not set(LAYERS) & set(ALIASES)


def test_every_signature_parses() -> None:
    for name in SIGNATURES:
        signature = layer_signature(name)
        assert set(signature.defaults) <= {*signature.names, signature.star}, name


def test_a_layer_takes_what_the_base_class_takes() -> None:
    bound = layer_signature("Conv2D").bind((8, 3), {"name": "first", "trainable": False})
    assert (bound["filters"], bound["name"], bound["strides"]) == (8, "first", (1, 1))
    assert canonical("Convolution2D") == "Conv2D"


def test_every_function_has_a_signature_that_can_be_read() -> None:
    """They are read when a function is first called, so that a slip would show there only."""
    load()
    for table in (OPS, WITH_VALUES):
        for name, operation in table.items():
            assert operation.signature.names is not None, name
            assert callable(operation.rule), name
