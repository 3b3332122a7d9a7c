"""The hook in a real pre-commit: it stops a bad commit and lets a good one through."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("pre_commit")
if shutil.which("git") is None:
    pytest.skip("git is not installed", allow_module_level=True)

WRONG = (
    "import keras\n"
    "from keras import layers\n\n"
    "left = keras.Input((64, 64, 32))\n"
    "right = keras.Input((64, 32, 32))\n"
    "both = layers.Concatenate(axis=1)([left, right])\n"
)
RIGHT = WRONG.replace("axis=1", "axis=2")
WHO = ["-c", "user.name=Test", "-c", "user.email=test@example.invalid"]


def run(*command: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        env={**_clean_environment(), **env},
    )


def _clean_environment() -> dict[str, str]:
    """Without what a git hook that runs these tests would hand down."""
    return {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """A repository that holds this project as it stands in the folder."""
    folder = tmp_path_factory.mktemp("hooks") / "flake8-concat"
    skip = shutil.ignore_patterns(
        ".*cache*", "__pycache__", ".venv*", ".git", "node_modules", "*.egg-info"
    )
    folder.mkdir()
    for name in (
        "flake8_concat",
        "pyproject.toml",
        "README.md",
        "LICENSE",
        ".pre-commit-hooks.yaml",
    ):
        source = root / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=skip)
        else:
            shutil.copy(source, folder / name)
    for command in (["init", "-q"], ["add", "-A"], [*WHO, "commit", "-q", "-m", "as it stands"]):
        done = run("git", *command, cwd=folder)
        assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Somebody's repository."""
    assert run("git", "init", "-q", cwd=tmp_path).returncode == 0
    return tmp_path


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where pre-commit keeps its environments, for all tests of this file."""
    return str(tmp_path_factory.mktemp("pre-commit"))


def test_try_repo(project: Path, hooks: Path, home: str) -> None:
    def attempt() -> subprocess.CompletedProcess[str]:
        run("git", "add", "model.py", cwd=project)
        command = [sys.executable, "-m", "pre_commit", "try-repo", str(hooks), "flake8-concat"]
        return run(*command, "--verbose", cwd=project, PRE_COMMIT_HOME=home)

    (project / "model.py").write_text(WRONG)
    stopped = attempt()
    assert stopped.returncode == 1, stopped.stdout + stopped.stderr
    assert "model.py:6:8: CAT101 Concatenate(axis=1) cannot join" in stopped.stdout

    (project / "model.py").write_text(RIGHT)
    passed = attempt()
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert "Passed" in passed.stdout


def test_a_commit(project: Path, hooks: Path, home: str) -> None:
    revision = run("git", "rev-parse", "HEAD", cwd=hooks).stdout.strip()
    (project / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {hooks}\n  rev: {revision}\n  hooks:\n  - id: flake8-concat\n"
    )
    installed = run(
        sys.executable, "-m", "pre_commit", "install", cwd=project, PRE_COMMIT_HOME=home
    )
    assert installed.returncode == 0, installed.stderr

    def commit() -> subprocess.CompletedProcess[str]:
        run("git", "add", "-A", cwd=project)
        return run("git", *WHO, "commit", "-m", "a model", cwd=project, PRE_COMMIT_HOME=home)

    (project / "model.py").write_text(WRONG)
    stopped = commit()
    assert stopped.returncode != 0
    assert "CAT101" in stopped.stdout + stopped.stderr
    assert run("git", "log", cwd=project).returncode != 0  # there is no commit yet

    (project / "model.py").write_text(RIGHT)
    assert commit().returncode == 0
    assert "a model" in run("git", "log", cwd=project).stdout
