"""Sizes that Keras 2 took: told unless a file, or what lies beside it, is for Keras 2."""

from __future__ import annotations

from pathlib import Path

import pytest

from flake8_concat import analyze
from flake8_concat.analysis import Options

HEAD = "import keras\nfrom keras import layers\nfrom keras.optimizers import Adam\n"
TAKEN = [
    "layers.Dense(17 / 2)",
    "layers.Conv2D(9 / 2, 3)",
    "keras.Input(shape=(None, None), batch_shape=(None, None))",
]
REFUSED = ["layers.Dense('8')", "layers.Conv2D(-1, 3)"]
FOR_OLD = "Adam(lr=0.01)\n"


def codes(source: str, path: Path | str = "model.py") -> list[str]:
    options = Options(siblings=isinstance(path, Path))
    return [item.code for item in analyze(source, str(path), options).diagnostics]


@pytest.mark.parametrize("call", TAKEN)
def test_of_today_they_are_refused(call: str) -> None:
    assert codes(f"{HEAD}{call}\n") in (["CAT139"], ["CAT125"])


@pytest.mark.parametrize("call", TAKEN)
def test_of_old_they_were_taken(call: str) -> None:
    assert codes(f"{HEAD}{call}\n{FOR_OLD}") == []


@pytest.mark.parametrize("call", REFUSED)
def test_others_no_keras_took(call: str) -> None:
    assert len(codes(f"{HEAD}{call}\n{FOR_OLD}")) == 1


@pytest.mark.parametrize("name", ["environment.yml", "env/environment.yml", "env/requirements.txt"])
def test_what_lies_beside_the_file_says_for_which_it_is(tmp_path: Path, name: str) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "env").mkdir()
    source = f"{HEAD}{TAKEN[0]}\n"
    model = tmp_path / "model.py"
    model.write_text(source)
    assert codes(source, model) == ["CAT139"]
    (tmp_path / name).write_text("  - keras=2.10.0\n  - tensorflow=2.10.0=gpu\n")
    assert codes(source, model) == []
