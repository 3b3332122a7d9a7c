"""A real editor: Neovim without a screen opens a file, edits it, has it mended."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import real_editor


@pytest.mark.skipif(shutil.which("nvim") is None, reason="Neovim is not installed")
def test_neovim(root: Path, tmp_path: Path) -> None:
    script = real_editor.HERE / "nvim_session.lua"
    command = ["nvim", "--headless", "--clean", "-c", f"luafile {script}"]
    found = real_editor.session(command, root, tmp_path)
    real_editor.check(found)
    assert found["hints"] == [": (None, 64, 96, 32)"]
