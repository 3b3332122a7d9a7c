"""What the rules offer as fixes: once applied, nothing is left; safe ones change no behaviour."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from casefiles import CaseFile, all_cases

from flake8_concat import analyze, fixing
from flake8_concat.diagnostics import Diagnostic

LOUD = [case for case in all_cases() if case.expected]
# The keyword that a safe fix adds, and two arguments of equal value: the same behaviour.
OTHER_SYNTAX = {"CAT405", "CAT202"}


def found(text: str) -> Iterable[Diagnostic]:
    return analyze(text, "model.py").diagnostics


@pytest.mark.parametrize("unsafe", [False, True])
@pytest.mark.parametrize("case", LOUD, ids=lambda case: case.name)
def test_a_second_run_finds_nothing_to_fix(case: CaseFile, unsafe: bool) -> None:
    fixed = fixing.fix_text(case.source, found, unsafe=unsafe)
    assert not fixing.choose(found(fixed.text), unsafe=unsafe)


@pytest.mark.parametrize("case", LOUD, ids=lambda case: case.name)
def test_safe_fixes_change_no_code(case: CaseFile) -> None:
    if OTHER_SYNTAX & {item.code for item in case.expected}:
        return
    fixed = fixing.fix_text(case.source, found)
    assert ast.dump(ast.parse(fixed.text)) == ast.dump(ast.parse(case.source))


SOURCE = """\
import keras
from keras import layers
x = keras.Input((64, 64, 3))
y = layers.Conv2D(8, 3)(x)  # (None, 64, 64, 8)
z = layers.Conv2D(8, 3)(x)  # shape: ?
"""


def command(*args: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "flake8_concat", "check", *args],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(Path(__file__).parent.parent), "PATH": ""},
    )


def test_the_command_line_mends(tmp_path: Path) -> None:
    path = tmp_path / "model.py"
    path.write_bytes(SOURCE.replace("\n", "\r\n").encode())
    shown = command("--diff", "--fix", "model.py", cwd=tmp_path)
    assert shown.returncode == 1
    assert "+y = layers.Conv2D(8, 3)(x)  # (None, 62, 62, 8)" in shown.stdout
    assert b"shape: ?" in path.read_bytes()
    done = command("--fix", "model.py", cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    wanted = SOURCE.replace("64, 64, 8)", "62, 62, 8)").replace(": ?", ": (None, 62, 62, 8)")
    assert path.read_bytes() == wanted.replace("\n", "\r\n").encode()
    assert command("--diff", "--fix", "--unsafe-fixes", "model.py", cwd=tmp_path).stdout == ""
