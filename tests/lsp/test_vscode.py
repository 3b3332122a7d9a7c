"""The extension for VS Code: what it says of itself, that it builds, and that it starts the server."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from flake8_concat import __version__
from flake8_concat.faces.lsp.configuration import Settings, read

NODE = 20  # the oldest that the tool which packs extensions runs on
NO_NETWORK = re.compile(r"\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT)\b")


@pytest.fixture
def package(root: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((root / "editors/vscode/package.json").read_text())
    return found


def test_settings_are_those_of_the_server(package: dict[str, Any]) -> None:
    settings = package["contributes"]["configuration"]["properties"]
    given = {
        name.removeprefix("flake8-concat."): item["default"] for name, item in settings.items()
    }
    assert read(given) == (Settings(), [])
    assert package["version"] == __version__


def node() -> int:
    """The major version of Node.js, 0 if there is none."""
    if shutil.which("npm") is None or shutil.which("node") is None:
        return 0
    said = subprocess.run(["node", "--version"], check=True, capture_output=True, text=True)
    return int(said.stdout.lstrip("v").split(".")[0])


def run(*command: str, folder: Path) -> str:
    """What a command says. Skips the test if it reaches no registry."""
    environment = {**os.environ, "PYTHON": sys.executable}
    done = subprocess.run(
        command, cwd=folder, env=environment, check=False, capture_output=True, text=True
    )
    said = done.stdout + done.stderr
    if done.returncode and NO_NETWORK.search(said):
        pytest.skip("npm reaches no registry")
    assert done.returncode == 0, said
    return said


def test_builds_and_starts_the_server(root: Path, tmp_path: Path) -> None:
    if node() < NODE:
        pytest.skip(f"needs Node.js {NODE} and npm")
    folder = tmp_path / "editors" / "vscode"
    shutil.copytree(
        root / "editors" / "vscode", folder, ignore=shutil.ignore_patterns("node_modules", "out")
    )
    shutil.copy(root / "LICENSE", tmp_path)
    run("npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", folder=folder)
    run("npm", "run", "package", folder=folder)
    with zipfile.ZipFile(folder / f"flake8-concat-{__version__}.vsix") as packed:
        names = set(packed.namelist())
    assert {"extension/package.json", "extension/out/extension.js"} <= names
    assert not [name for name in names if "node_modules" in name]
    run("npm", "test", folder=folder)
