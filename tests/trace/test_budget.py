"""What a trace may cost where there is little to find: texts without Keras, programs without layers."""

from __future__ import annotations

from pathlib import Path

import pytest

from flake8_concat.analysis import analyze
from flake8_concat.trace import modules
from flake8_concat.trace.modules import Loader

COUNT = "def step(n):\n    return n + 1\n\n\ndef count(n):\n    for i in range(1000):\n        n = step(n)\n    return n\n\n\n"
MANY = "".join(f"n{i} = count({i})\n" for i in range(60))


def shapes(text: str, path: str = "model.py", loader: Loader | None = None) -> list[str]:
    return [str(row.shape) for row in analyze(text, path, loader=loader).shapes]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A file whose size stands in one neighbour, whose block in another, and two long ones."""
    filler = "# nothing of interest\n" * 500
    (tmp_path / "long_one.py").write_text(f"{filler}SIZE = 3\n")
    (tmp_path / "long_two.py").write_text(f"{filler}SIZE = 5\n")
    (tmp_path / "blocks.py").write_text(
        f"from keras import layers\n{filler}\n\ndef block(x, n):\n    return layers.Dense(n)(x)\n"
    )
    (tmp_path / "model.py").write_text(
        "import keras\nfrom long_one import SIZE\nfrom long_two import SIZE as OTHER\n"
        "from blocks import block\nx = block(keras.Input((4,)), SIZE)\ny = block(x, OTHER)\n"
    )
    return tmp_path / "model.py"


def test_neighbours_without_keras_are_read(project: Path) -> None:
    assert shapes(project.read_text(), str(project))[1:] == ["(None, 3)", "(None, 5)"]


def test_neighbours_without_keras_are_read_up_to_a_limit(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(modules, "MAX_PLAIN", 5000)
    loader = Loader()
    found = shapes(project.read_text(), str(project), loader)
    assert found[1] == "(None, 3)"
    assert found[2] != "(None, 5)"  # the second long one is beyond the limit, the block is not
    other = project.with_name("other.py")
    text = "import keras\nfrom long_two import SIZE\nx = keras.Input((SIZE,))\n"
    assert shapes(text, str(other), loader) == ["(None, 5)"]  # whatever a file before it read


def test_what_makes_no_layer_is_given_up_early() -> None:
    facts = analyze(f"import keras\n{COUNT}{MANY}", "model.py").facts
    assert facts is not None
    assert facts.lost == "the program takes more steps than are followed"


@pytest.mark.parametrize("calls", [10, 20])
def test_a_layer_gives_a_program_its_time(calls: int) -> None:
    many = "".join(f"n{i} = count({i})\n" for i in range(calls))
    text = (
        f"import keras\nx = keras.layers.Dense(3)(keras.Input((2,)))\n{COUNT}{many}"
        "y = keras.layers.Dense(4)(x)\n"
    )
    assert shapes(text)[-1] == "(None, 4)"
