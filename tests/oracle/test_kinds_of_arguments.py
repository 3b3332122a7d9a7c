"""An argument of a kind that a layer never takes: each row of the tables, asked of real Keras."""

from __future__ import annotations

import contextlib
import inspect
from itertools import product
from typing import Any

import pytest

keras = pytest.importorskip("keras")

from flake8_concat import analyze  # noqa: E402
from flake8_concat.keras import kinds_of_functions_table as of_functions  # noqa: E402
from flake8_concat.keras.kinds_of_arguments_table import (  # noqa: E402
    REFUSED,
    REFUSED_WHEN_CALLED,
    Table,
)

MIXED = ["(0.1, 'a')", "('a', 0.1)", "(0.1, None)", "(None, 0.1)", "(1, [2])", "((2, 2), 1)"]
WRONG = {
    "none": ["None"],
    "word": ["'foo'", "'1'"],
    "list": ["[]", "(2,)", "(2, 3)", "[1, 2, 3]"],
    "float": ["1.5", "-0.5"],
    "mixed": MIXED,
    "odd": [*MIXED, "('a', 'b')", "[None, None]", "((1, 1), (2, 2))", "['a']"],
    "number": ["0", "2", "True"],
    "dict": ["{}", "{'a': 1}"],
    "layer": ["layers.Dense(2)", "layers.ReLU()"],
    "function": ["lambda t: t"],
}
# What a layer can't be made without, by parameter, and where that differs by layer.
NEEDED = {
    "cells": "[layers.GRUCell(4)]", "equation": "'abc,cd->abd'", "factor": "0.5", "filters": "8",
    "head_dim": "4", "height_factor": "0.1", "input_dim": "10", "key_dim": "4", "kernel_size": "3",
    "layer": "layers.GRU(4)", "max_number": "4", "num_bins": "5", "num_heads": "2",
    "num_key_value_heads": "2", "num_query_heads": "4", "num_tokens": "10", "output_dim": "4",
    "output_shape": "(None, 4)", "rate": "0.5", "stddev": "0.5", "units": "4",
    "width_factor": "0.1", "height": "4", "width": "4", "dims": "(2, 1)", "pool_size": "2", "scale": "2",
}  # fmt: skip
MORE = {
    "IntegerLookup": {"vocabulary": "[1, 2]"},
    "Normalization": {"mean": "0.0", "variance": "1.0"},
    "SpectralNormalization": {"layer": "layers.Dense(4)"},
    "StringLookup": {"vocabulary": "['a', 'b']"},
    "TextVectorization": {"vocabulary": "['a', 'b']"},
}
SIZES = {"1D": "(12, 8)", "2D": "(12, 12, 8)", "3D": "(8, 8, 8, 8)"}


def made(layer: str, parameter: str, value: str) -> str:
    """The layer with a wrong argument and all that it needs."""
    parameters = inspect.signature(getattr(keras.layers, layer).__init__).parameters
    given = {
        name: NEEDED[name]
        for name, p in parameters.items()
        if p.default is p.empty and name in NEEDED
    }
    given.update(MORE.get(layer, {}))
    given[parameter] = value
    return f"layers.{layer}({', '.join(f'{key}={text}' for key, text in given.items())})"


def wrong(table: Table) -> list[tuple[str, str]]:
    """(layer, the text that makes it) for each row and wrong value."""
    return [
        (layer, made(layer, parameter, value))
        for kinds, parameters in table.items()
        for (parameter, layers), kind in product(parameters.items(), kinds)
        for layer, value in product(layers.split(), WRONG[kind])
    ]


def call_of(layer: str, text: str) -> str:
    """The call of a layer on an Input that it takes."""
    sizes = next(
        (SIZES[end] for end in SIZES if layer.endswith((end, f"{end}Transpose"))), "(8, 8)"
    )
    if layer.startswith("ConvLSTM"):
        sizes = f"(3, {sizes[1:]}"
    if layer == "Embedding":
        sizes = "(5,)"
    tensor = f"keras.Input({sizes})"
    return (
        f"{text}({tensor}, {tensor})"
        if layer.endswith("HeadAttention") or (layer == "GroupQueryAttention")
        else f"{text}({tensor})"
    )


def check(lines: list[str], ours: list[str]) -> None:
    """Keras raises on each of the lines, and we say so of each of `ours`."""
    scope: dict[str, Any] = {}
    head = "import keras\nfrom keras import layers\n"
    exec(head, scope)  # our own text
    taken = []
    for line in lines:
        with contextlib.suppress(Exception):
            eval(line, scope)  # our own text
            taken.append(line)
    assert not taken
    report = analyze(head + "".join(f"{line}\n" for line in ours), "kinds.py")
    told = {d.range.line for d in report.diagnostics if d.code.startswith("CAT1")}
    assert not [line for number, line in enumerate(ours, 3) if number not in told]


@pytest.mark.parametrize("table", [REFUSED, of_functions.REFUSED])
def test_each_is_refused(table: Table) -> None:
    lines = [text for _, text in wrong(table)]
    check(lines, lines)


@pytest.mark.parametrize("table", [REFUSED_WHEN_CALLED, of_functions.REFUSED_WHEN_CALLED])
def test_each_is_refused_when_called(table: Table) -> None:
    rows = wrong(table)
    scope: dict[str, Any] = {}
    exec("import keras\nfrom keras import layers\n", scope)  # our own text
    for _, text in rows:
        eval(text, scope)  # the constructor takes it; our own text
    lines = [call_of(layer, text) for layer, text in rows]
    check(lines, lines)


@pytest.mark.parametrize(
    "text",
    [
        "layers.RandomRotation([])",
        "layers.RandomBrightness(())",
        "layers.RandomColorJitter(brightness_factor=[])",
        "layers.Hashing(1.5)",
        "layers.MelSpectrogram(num_mel_bins=None)(keras.Input((16000,)))",
        "layers.AdaptiveMaxPooling2D(2, data_format=[])(keras.Input((8, 8, 3)))",
        "layers.Conv2D(8, 3, padding=[])",
        "layers.CategoryEncoding(1.5)",
        "layers.LSTM(1.5)",
        "layers.StringLookup(vocabulary=['a'], mask_token=None, oov_token='?')",
        "layers.Bidirectional(layers.GRU(4), backward_layer=layers.GRU(4, go_backwards=True))",
        "layers.Dense(4, lora_rank=None)(keras.Input((8,)))",
    ],
)
def test_taken(text: str) -> None:
    """What Keras takes, we take."""
    eval(text, {"keras": keras, "layers": keras.layers})  # our own text
    report = analyze(f"import keras\nfrom keras import layers\n{text}\n", "kinds.py")
    assert not [d for d in report.diagnostics if d.code.startswith("CAT1")]
