"""`# noqa` means the same here as in flake8."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from flake8_concat import analyze

TEXTS = {
    "none": "",
    "all": "  # noqa",
    "upper case": "  # NOQA",
    "this": "  # noqa: CAT104",
    "no blank": "  # noqa:CAT104",
    "family": "  # noqa: CAT1",
    "other": "  # noqa: CAT101",
    "several": "  # noqa: E501, CAT104",
    "after words": "  # it is fine  # noqa: CAT104 - on purpose",
    "no comment sign": "  # is noqa",
    "file": "\n# flake8: noqa\n",
}


def flake8(folder: Path) -> str:
    command = [sys.executable, "-m", "flake8", "--isolated", "--select=CAT", "model.py"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("over_lines", [False, True])
def test_as_flake8(tmp_path: Path, name: str, *, over_lines: bool) -> None:
    call = "layers.Concatenate()(x)"
    if over_lines:
        call = "layers.Concatenate()(\n    x)"
    text = f"import keras\nfrom keras import layers\nx = keras.Input((8,))\n{call}{TEXTS[name]}\n"
    (tmp_path / "model.py").write_text(text)
    ours = [item.code for item in analyze(text, "model.py").diagnostics]
    assert ours == (["CAT104"] if "CAT104" in flake8(tmp_path) else [])
