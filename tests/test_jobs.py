"""Several processes, and the cache: the same answers, and never a stale one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from flake8_concat.faces import jobs
from flake8_concat.options import Options

BAD = "import keras\nx = keras.Input((4, 5))\ny = keras.Input((6, 7))\nz = keras.layers.Concatenate(axis=1)([x, y])\n"
GOOD = "import keras\nx = keras.Input((4, 5))\nz = keras.layers.Concatenate(axis=1)([x, x])\n"


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.chdir(tmp_path)
    for i in range(12):
        Path(f"file{i}.py").write_text((BAD, GOOD, "x = 1\n")[i % 3] + f"n = {i}\n")
    Path("broken.py").write_text("import keras\ndef f(:\n")
    return [*sorted(map(str, Path().glob("*.py"))), "absent.py"]


def ask(
    paths: list[str], count: int = 1, *, cached: bool = True, render: str = "text.findings"
) -> list[jobs.Answer]:
    task = jobs.Task(render, Options(), "cache" if cached else None)
    return list(jobs.answers(paths, task, count))


def test_same_in_several_processes(tree: list[str]) -> None:
    alone = ask(tree, cached=False)
    assert any(a.found for a in alone)
    assert any(a.problem for a in alone)
    assert [a.path for a in alone] == tree
    assert ask(tree, 3, cached=False) == alone
    assert ask(tree[::-1], 3, cached=False) == alone[::-1]
    assert ask(tree, 3) == alone
    assert ask(tree, 3) == alone
    assert ask(tree, 1) == alone


def test_cache_is_used(tree: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    first = ask(tree)
    monkeypatch.setattr(jobs.Worker, "_analyzed", lambda *_: pytest.fail("analysed again"))
    assert ask(tree) == first


def test_cache_sees_the_file(tree: list[str]) -> None:
    ask(tree)
    status = os.stat(tree[1])
    text = Path(tree[1]).read_text()
    Path(tree[1]).write_text(text.replace("x, y", "x, x"))
    os.utime(tree[1], ns=(status.st_atime_ns, status.st_mtime_ns))
    assert ask(tree) == ask(tree, cached=False)


def test_cache_sees_neighbours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    main, size = Path("main.py"), Path("sizes.py")
    main.write_text(
        BAD.replace("(6, 7)", "(6, SIZE)").replace(
            "import keras", "import keras\nfrom sizes import SIZE"
        )
    )

    def found() -> bool:
        (answer,) = ask(["main.py"])
        assert [answer] == ask(["main.py"], cached=False)
        return answer.found

    assert not found()  # no sizes.py yet
    size.write_text("SIZE = 7\n")
    assert found()
    status = os.stat(size)
    size.write_text("SIZE = 5\n")
    os.utime(size, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert not found()
    size.unlink()
    Path("sizes").mkdir()
    Path("sizes/__init__.py").write_text("from .inner import SIZE\n")
    assert not found()
    Path("sizes/inner.py").write_text("SIZE = 7\n")
    assert found()
    Path("__init__.py").write_text("")  # now a package: imports start one folder up
    found()


def test_cache_sees_options_and_commands(tree: list[str]) -> None:
    ask(tree)
    task = jobs.Task("text.findings", Options(select=()), "cache")
    assert not any(a.found for a in jobs.answers(tree, task, 1))
    assert ask(tree, render="jsonl.findings") == ask(tree, cached=False, render="jsonl.findings")
    assert ask(tree) == ask(tree, cached=False)


@pytest.mark.parametrize("rubbish", ["", "{", "[]", "{}", '{"key": 1, "neighbours": 2}', "\0"])
def test_cache_survives_rubbish(tree: list[str], rubbish: str) -> None:
    first = ask(tree)
    for entry in Path("cache").glob("*.json"):
        entry.write_text(rubbish)
    assert ask(tree) == first


def test_cache_that_can_not_be_written(tree: list[str]) -> None:
    Path("cache").write_text("a file stands there")
    assert ask(tree) == ask(tree, cached=False)


def test_command_line(tree: list[str]) -> None:
    said = [
        subprocess.run(
            [sys.executable, "-m", "flake8_concat", "check", *more, "."],
            capture_output=True,
            check=False,
        )
        for more in (["--jobs", "1", "--no-cache"], ["--jobs", "2"], [])
    ]
    assert len({(s.returncode, s.stdout, s.stderr) for s in said}) == 1
    assert Path(".flake8-concat-cache/.gitignore").read_text() == "*\n"
    wrong = subprocess.run(
        [sys.executable, "-m", "flake8_concat", "check", "--jobs", "0", "."],
        capture_output=True,
        check=False,
    )
    assert wrong.returncode == 2


def test_progress_is_for_terminals(capsys: pytest.CaptureFixture[str]) -> None:
    with jobs.Progress(3) as progress:
        progress.step(prints=False)
    assert capsys.readouterr().err == ""
    progress = jobs.Progress(2)
    progress.wanted, progress.next = True, 0.0
    with progress:
        progress.step(prints=False)
    shown = capsys.readouterr().err
    assert "1/2" in shown
    assert shown.endswith("\x1b[K")
