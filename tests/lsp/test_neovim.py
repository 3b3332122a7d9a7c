"""A real editor: Neovim without a screen opens a file, edits it, has it mended."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from lsp_editor import COMMAND

HERE = Path(__file__).parent


@pytest.mark.skipif(shutil.which("nvim") is None, reason="Neovim is not installed")
def test_neovim(root: Path, tmp_path: Path) -> None:
    model, result = tmp_path / "model.py", tmp_path / "result.json"
    model.write_text((root / "examples" / "wrong_axis.py").read_text())
    environment = {
        **os.environ,
        "SERVER": "\n".join(COMMAND),
        "MODEL": str(model),
        "RESULT": str(result),
        "XDG_DATA_HOME": str(tmp_path),
        "XDG_STATE_HOME": str(tmp_path),
    }
    script = HERE / "nvim_session.lua"
    subprocess.run(
        ["nvim", "--headless", "--clean", "-c", f"luafile {script}"],
        env=environment,
        cwd=tmp_path,
        check=True,
        timeout=300,
    )
    found = json.loads(result.read_text())
    assert "problem" not in found, found
    assert "CAT101 10:15-10:56" in found["opened"]
    assert not [code for code in found["edited"] if code.startswith("CAT1")]
    assert "Use axis=2" in found["actions"]
    assert not [code for code in found["mended"] if code.startswith("CAT1")]
    assert found["line"] == "joined_width = layers.Concatenate(axis=2)([left, right])"
    assert found["hints"] == [": (None, 64, 96, 32)"]
