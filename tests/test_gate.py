"""Which files are worth a trace."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from flake8_concat import gate
from flake8_concat.gate import mentions_keras, worth_tracing


@pytest.mark.parametrize(
    "text",
    [
        "import keras",
        "from tensorflow import keras",
        "import tensorflow as tf",
        "import tf_keras",
        "from tensorflow.python.keras.layers import Dense",
        "import segmentation_models as sm\nsm.framework('keras')",
    ],
)
def test_names_keras(text: str) -> None:
    assert mentions_keras(text)


def test_plain_python() -> None:
    assert not worth_tracing("import os\nimport numpy as np\n", "x.py")
    assert not worth_tracing("x = 1\n", None)


@pytest.mark.parametrize(
    "line",
    [
        "from blocks import unet",
        "import blocks",
        "import os, blocks as b",
        "from .blocks import unet",
        "from . import blocks",
        "    from blocks import unet",
        "from net import unet",
        "from net.heads import head",
        "from net import (\n    heads,\n)",
        "import net.heads",
    ],
)
def test_a_neighbour_names_keras(tmp_path: Path, line: str) -> None:
    (tmp_path / "blocks.py").write_text("from keras import layers\n")
    (tmp_path / "net").mkdir()
    (tmp_path / "net" / "__init__.py").write_text("from .heads import *\nimport keras\n")
    (tmp_path / "net" / "heads.py").write_text("import keras\n")
    assert worth_tracing(f"{line}\nunet((300, 300, 3))\n", str(tmp_path / "train.py"))


def test_from_the_root_of_the_package(tmp_path: Path) -> None:
    package = tmp_path / "package"
    (package / "sub").mkdir(parents=True)
    for folder in (package, package / "sub"):
        (folder / "__init__.py").write_text("")
    (package / "blocks.py").write_text("import keras\n")
    inside = str(package / "sub" / "train.py")
    assert worth_tracing("from package.blocks import unet\n", inside)
    assert worth_tracing("from ..blocks import unet\n", inside)
    assert not worth_tracing("from .blocks import unet\n", inside)


def test_neighbours_without_keras(tmp_path: Path) -> None:
    (tmp_path / "blocks.py").write_text("import numpy\n")
    assert not worth_tracing("from blocks import unet\n", str(tmp_path / "train.py"))


def test_odd_names_are_no_trouble(tmp_path: Path) -> None:
    for line in (
        "from ......... import x",
        "import \u00e4\u00f6",
        "from . import *",
        "import a" * 500,
        "from " + "." * 100_000,
        "from " + " " * 100_000 + "x",
        "import " * 100_000,
    ):
        assert not worth_tracing(line + "\n", str(tmp_path / "train.py"))
    assert not worth_tracing("import x\n", "a\0b.py")


@pytest.mark.parametrize("settled", [gate.SETTLED, -1])
def test_a_neighbour_that_comes_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settled: int
) -> None:
    """A folder is listed once, as long as nothing changes in it."""
    monkeypatch.setattr(gate, "SETTLED", settled)
    asked = "from blocks import unet\n", str(tmp_path / "train.py")
    assert not worth_tracing(*asked)
    time.sleep(0.05)
    (tmp_path / "blocks.py").write_text("import keras\n")
    assert worth_tracing(*asked)
    time.sleep(0.05)
    (tmp_path / "blocks.py").unlink()
    assert not worth_tracing(*asked)


def test_a_folder_of_many_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "MAX_NAMES", 2)
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.py").write_text("import keras\n")
    assert all(worth_tracing(f"import {name}\n", str(tmp_path / "x.py")) for name in "abc")


def test_a_package_that_comes_later(tmp_path: Path) -> None:
    package = tmp_path / "package"
    package.mkdir()
    (tmp_path / "blocks.py").write_text("import keras\n")
    inside = str(package / "train.py")
    assert not worth_tracing("import blocks\n", inside)
    (package / "__init__.py").write_text("")
    assert worth_tracing("import blocks\n", inside)
