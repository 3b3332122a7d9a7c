"""The tables of signatures, held against the installed Keras."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

pytest.importorskip("keras")

import keras

from flake8_concat.keras.signatures import ALIASES, KERAS_VERSION, LAYERS

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
