"""A real editor at work on `examples/wrong_axis.py`, and what it has to have seen.

Each editor runs a script of its own that opens the file, mends it by hand, undoes that, has it
mended by the code action, and writes down what it showed in between.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lsp_editor import COMMAND

HERE = Path(__file__).parent


def session(command: Sequence[str], root: Path, folder: Path) -> dict[str, Any]:
    """What an editor wrote down. It is started with `command` in a folder of its own.

    Its environment has SERVER (the server's command, words apart by newlines), MODEL (the file)
    and RESULT (where to write JSON).
    """
    model, result = folder / "model.py", folder / "result.json"
    model.write_text((root / "examples" / "wrong_axis.py").read_text())
    environment = {
        **os.environ,
        "SERVER": "\n".join(COMMAND),
        "MODEL": str(model),
        "RESULT": str(result),
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder),
        "XDG_STATE_HOME": str(folder),
        "TERM": "dumb",
    }
    done = subprocess.run(
        command,
        env=environment,
        cwd=folder,
        check=False,
        timeout=300,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    assert result.exists(), done.stdout + done.stderr
    found: dict[str, Any] = json.loads(result.read_text())
    assert "problem" not in found, found
    return found


def check(found: dict[str, Any]) -> None:
    """The mistake is there at its place, goes with an edit, comes back, and is mended."""
    assert "CAT101 10:15-10:56" in found["opened"]
    assert not [code for code in found["edited"] if code.startswith("CAT101")]
    assert "Use axis=2" in found["actions"]
    assert "Add # noqa: CAT101" in found["actions"]
    assert not [code for code in found["mended"] if code.startswith("CAT101")]
    assert found["line"] == "joined_width = layers.Concatenate(axis=2)([left, right])"
