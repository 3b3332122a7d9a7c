"""The tables of signatures, held against the installed Keras."""

from __future__ import annotations

import importlib.util
import inspect
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

pytest.importorskip("keras")

import keras

from flake8_concat.keras.signatures import ALIASES, KERAS_VERSION, LAYERS
from flake8_concat.keras.signatures.attributes import ATTRIBUTES
from flake8_concat.keras.signatures.attributes_of_classes import (
    GIVEN,
    OF_OLD,
    OF_OLD_LAYERS,
    lacks,
)
from flake8_concat.keras.signatures.attributes_of_layers import OF_MODELS, OF_STACKS
from flake8_concat.keras.signatures.calls import CALLS, TAKE_VALUES
from flake8_concat.keras.signatures.objects import OBJECTS
from flake8_concat.keras.signatures.training import KEEPING, TRAINING
from flake8_concat.trace.no_attributes import is_of_any

TOOL = Path(__file__).parents[2] / "tools" / "layer_signatures.py"


def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("layer_signatures", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def differences(ours: dict[str, str], theirs: dict[str, str]) -> list[str]:
    """What a new Keras has changed, a line each."""
    lines = []
    for name in sorted(ours.keys() | theirs.keys()):
        if name not in theirs:
            lines.append(f"{name}: gone from Keras {keras.__version__}")
        elif name not in ours:
            lines.append(f"{name}: new in Keras {keras.__version__}: {theirs[name]}")
        elif ours[name] != theirs[name]:
            lines.append(f"{name}: {ours[name]}\n    in Keras now: {theirs[name]}")
    return lines


def test_the_table_is_that_of_the_installed_keras() -> None:
    signatures, aliases = tool().tables()
    found = differences(LAYERS, signatures) + differences(ALIASES, aliases)
    assert not found, f"table of Keras {KERAS_VERSION}:\n" + "\n".join(found)


@pytest.mark.skipif(keras.__version__ != KERAS_VERSION, reason="another Keras is installed")
def test_the_script_writes_the_table_as_it_is() -> None:
    module = tool()
    assert module.TABLE.read_text(encoding="utf-8") == module.render()


def classes() -> dict[str, type]:
    """The layer classes by the name that they call themselves."""
    found = vars(keras.layers).values()
    layers = [c for c in found if inspect.isclass(c) and issubclass(c, keras.Layer)]
    return {next(n for n in vars(keras.layers) if getattr(keras.layers, n) is c): c for c in layers}


def test_what_the_calls_take() -> None:
    theirs = {name: tool().signature_text(kind.call) for name, kind in classes().items()}
    ours = {name: CALLS.get(ALIASES.get(name, name), "inputs") for name in theirs}
    assert not differences(ours, theirs)


def takes_values(kind: type) -> bool:
    """Whether a constructor of the class allows more than tensors by position."""
    return any(
        "_allow_non_tensor_positional_args = True" in inspect.getsource(base.__init__)
        for base in kind.__mro__
        if "__init__" in vars(base) and base.__module__.startswith("keras")
    )


def test_which_layers_take_values() -> None:
    names = {ALIASES.get(name, name) for name, kind in classes().items() if takes_values(kind)}
    assert names == TAKE_VALUES


def test_attributes_of_all_layers_and_models() -> None:
    inputs = keras.Input((3,))
    things = (keras.layers.Layer(), keras.Sequential(), keras.Model(inputs, inputs))
    theirs = {name for thing in things for name in dir(thing) if not name.startswith("__")}
    assert theirs <= ATTRIBUTES


def test_attributes_of_some_layers() -> None:
    inputs = keras.Input((3,))
    layer = keras.layers.Dense(3)
    model = keras.Model(inputs, layer(inputs))
    stack = keras.Sequential([inputs, keras.layers.Dense(3)])
    for thing in (*classes().values(), layer, model, stack):
        assert all(map(is_of_any, dir(thing)))
    of_layers = {name for kind in classes().values() for name in dir(kind)}
    assert not OF_MODELS & of_layers
    assert {*dir(keras.Model), *OF_STACKS} >= OF_MODELS
    assert {*dir(stack)} - {*dir(model)} >= OF_STACKS


def test_attributes_of_the_classes() -> None:
    for name, kind in classes().items():
        assert not [given for given in GIVEN if lacks(name, given) and hasattr(kind, given)]
    inputs = keras.Input((3,))
    layer, recurrent = keras.layers.Dense(3), keras.layers.Bidirectional(keras.layers.LSTM(3))
    model = keras.Model(inputs, layer(inputs))
    stack = keras.Sequential([inputs, keras.layers.Dense(3)])
    assert not [name for name in GIVEN if lacks("Dense", name) and hasattr(layer, name)]
    assert not [name for name in GIVEN if lacks("Bidirectional", name) and hasattr(recurrent, name)]
    assert not [name for name in GIVEN | OF_OLD if hasattr(model, name) or hasattr(stack, name)]
    assert not [name for name in OF_OLD_LAYERS if hasattr(layer, name)]


def test_what_is_made_for_training() -> None:
    theirs = {}
    for name in OBJECTS:
        kind: Any = keras
        for part in name.split("."):
            kind = getattr(kind, part)
        text = tool().signature_text(kind.__init__ if inspect.isclass(kind) else kind)
        text = "" if text == "*args, **kwargs" else text
        theirs[name] = text.removesuffix(", **kwargs" if name.startswith("optimizers.") else "\0")
    assert theirs == OBJECTS


def test_what_keeps_a_model() -> None:
    for name, text in KEEPING.items():
        theirs = tool().signature_text(getattr(keras.Model, name)).removesuffix(", **kwargs")
        assert text.startswith(theirs)


def test_what_training_takes() -> None:
    theirs = {name: tool().signature_text(getattr(keras.Model, name)) for name in TRAINING}
    # What **kwargs of `evaluate` holds is refused there.
    assert {name: text.removesuffix(", **kwargs") for name, text in theirs.items()} == TRAINING
