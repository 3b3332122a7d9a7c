"""What Python refuses of several tensors together that a case can't show: an attribute."""

from __future__ import annotations

import pytest

from flake8_concat import analyze

HEAD = "import keras\nfrom keras import layers, ops\nline = keras.Input((4, 6))\n"


def told(text: str) -> list[str]:
    return [d.message for d in analyze(HEAD + text, "several.py").diagnostics]


@pytest.mark.parametrize(
    "text",
    [
        "ops.top_k(line, 2).shape\n",
        "layers.Lambda(lambda t: ops.split(t, 2, axis=1).dtype)(line)\n",
    ],
)
def test_no_attribute_of_one(text: str) -> None:
    (message,) = told(text)
    assert "2 tensors together have no `." in message


@pytest.mark.parametrize(
    "text",
    [
        "try:\n    ops.top_k(line, 2).shape\nexcept AttributeError:\n    pass\n",
        "[line, line].copy()\n",
        "ops.top_k(line, 2)[0].shape\n",
    ],
)
def test_what_is_no_mistake(text: str) -> None:
    assert not told(text)
