"""Models that code asks for their layers, and structures of tensors."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

import pytest

from flake8_concat.analysis import analyze
from flake8_concat.keras.graph import Tensor, tensors_in

HEAD = "import keras\nimport numpy as np\nfrom keras import layers, ops\n"


def plain(size: Any) -> int | None:
    return size if type(size) is int else None


def shapes(body: str) -> Any:
    """The shapes of the tensors in what `found` ends as."""
    report = analyze(HEAD + dedent(body), "model.py")
    assert report.facts is not None
    assert not [item for item in report.diagnostics if item.code.startswith("CAT1")]
    found = report.facts.module_scope["found"]
    tensors = [tuple(map(plain, tensor.shape)) for tensor in tensors_in(found)]
    return tensors[0] if isinstance(found, Tensor) else tensors


TWO_INPUTS = """
    a, b = keras.Input((4, 6)), keras.Input((4, 6))
"""


def test_merging_functions_make_layers() -> None:
    found = shapes(f"""{TWO_INPUTS}
    dense = layers.Dense(8)
    model = keras.Model([a, b], layers.concatenate([dense(a), dense(b)]))
    found = model.layers[-1].output
    """)
    assert found == (None, 4, 16)


@pytest.mark.parametrize("name", ["concatenate_1", "merged"])
def test_merging_functions_have_names(name: str) -> None:
    found = shapes(f"""{TWO_INPUTS}
    x = layers.concatenate([a, b])
    y = layers.Concatenate(axis=1)([a, b])
    z = layers.concatenate([y, y], name="merged", axis=1)
    found = keras.Model([a, b], [x, z]).get_layer("{name}").output
    """)
    assert found == ((None, 8, 6) if name == "concatenate_1" else (None, 16, 6))


def test_functions_are_no_layers() -> None:
    found = shapes(f"""{TWO_INPUTS}
    x = layers.Dense(3)(a[:, 0]) + ops.relu(layers.Dense(3)(b[:, 0]))
    model = keras.Model([a, b], x)
    found = [layer.output for layer in model.layers]
    """)
    assert found == [(None, 4, 6), (None, 4, 6), (None, 3), (None, 3)]


def test_structures() -> None:
    found = shapes(f"""{TWO_INPUTS}
    sums = keras.tree.map_structure(lambda t, n: t[:, :n], {{"b": a, "a": (b,)}}, {{"b": 1, "a": (2,)}})
    found = keras.tree.pack_sequence_as([0, 0], keras.tree.flatten(sums))
    """)
    assert found == [(None, 2, 6), (None, 1, 6)]


def test_methods_of_tensors() -> None:
    found = shapes(f"""{TWO_INPUTS}
    found = [a.reshape((-1, 3)), a[:, :1].squeeze(1), ops.array(np.arange(20).reshape(2, 2, 5))]
    """)
    assert found == [(None, 3), (None, 6), (2, 2, 5)]


@pytest.mark.parametrize(
    "call",
    [
        "layers.Conv1D(2, 3, padding='same')", "layers.MaxPooling1D(2, padding='same')",
        "layers.Conv1DTranspose(2, 1)", "layers.UpSampling1D(2)",
    ],
)  # fmt: skip
def test_nothing_stays_nothing(call: str) -> None:
    assert shapes(f"found = {call}(keras.Input((0, 2)))\n") == (None, 0, 2)
