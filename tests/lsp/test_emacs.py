"""Another real editor: Emacs, by way of Eglot, which older Emacs has as a package."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
import real_editor

SCRIPT = real_editor.HERE / "emacs_session.el"


def has_eglot() -> bool:
    if shutil.which("emacs") is None:
        return False
    probe = ["emacs", "--batch", "-Q", "-l", str(SCRIPT), "--eval", "(kill-emacs)"]
    return subprocess.run(probe, check=False, capture_output=True, timeout=60).returncode == 0


def test_emacs(root: Path, tmp_path: Path) -> None:
    if not has_eglot():
        pytest.skip("Emacs with Eglot is not installed")
    command = ["emacs", "--batch", "-Q", "-l", str(SCRIPT), "-f", "session"]
    real_editor.check(real_editor.session(command, root, tmp_path))
