"""Runs that are cut short, outputs that take nothing, settings that are nonsense: one clear line at most."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from flake8_concat.faces import jobs
from flake8_concat.options import Options

BAD = "import keras\nx = keras.Input((4, 5))\ny = keras.Input((6, 7))\nz = keras.layers.Concatenate(axis=1)([x, y])\n"
SLOW = "import keras\nx = keras.Input((8, 8, 3))\nfor i in range(900):\n    for j in range(900):\n        y = keras.layers.Dense(4)(x)\n"
COMMAND = [sys.executable, "-m", "flake8_concat"]

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals, pipes and devices")


def shell(line: str, folder: Path, **more: object) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "CAT": " ".join(COMMAND)}
    return subprocess.run(
        ["sh", "-c", line],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bad.py").write_text(BAD)
    return tmp_path


@pytest.fixture
def slow(tmp_path: Path) -> Path:
    for i in range(40):
        (tmp_path / f"slow{i:02}.py").write_text(BAD + SLOW)
    return tmp_path


def dies(path: str) -> jobs.Answer:
    if path == "file13.py":
        os._exit(9)
    return jobs._worker.answer(path)  # type: ignore[union-attr]


def test_a_process_that_dies_costs_its_own_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = multiprocessing.get_start_method(allow_none=True)
    multiprocessing.set_start_method("fork", force=True)  # what is patched here is so there too
    try:
        paths = [f"file{i}.py" for i in range(30)]
        for path in paths:
            Path(path).write_text(BAD)
        task = jobs.Task("text.findings", Options())
        alone = list(jobs.answers(paths, task, 1))
        monkeypatch.setattr(jobs, "_answer", dies)
        together = list(jobs.answers(paths, task, 3))
    finally:
        multiprocessing.set_start_method(before, force=True)
    assert [answer.path for answer in together] == paths
    assert together[13].problem == "the process that analysed it died"
    assert together[:13] + together[14:] == alone[:13] + alone[14:]


def is_gone(group: int) -> bool:
    """Whether all processes of a group end soon; the server of processes of Python 3.14 needs a moment."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


@pytest.mark.parametrize("count", ["1", "2"])
def test_an_interrupt_ends_it(slow: Path, count: str) -> None:
    command = [*COMMAND, "check", "--no-cache", "--jobs", count, "."]
    before = signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # ignored where the tests run in the background
    run = subprocess.Popen(
        command, cwd=slow, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    signal.signal(signal.SIGINT, before)
    try:
        time.sleep(1.5)
        assert run.poll() is None
        os.killpg(run.pid, signal.SIGINT)  # as a terminal does it
        _, errors = run.communicate(timeout=20)
        assert errors == b""
        assert run.returncode == 2
        assert is_gone(run.pid), "nothing of it goes on"
    finally:
        run.kill()


@pytest.mark.parametrize("count", [1, 2])
def test_a_reader_that_has_seen_enough(slow: Path, count: int) -> None:
    """`… | head`: what nobody reads is not worked out."""
    done = shell(
        f"$CAT check --jobs {count} . 2>errors | head -n 1; echo over; head -c 1000 errors", slow
    )
    first, *rest = done.stdout.splitlines()
    assert "CAT101" in first
    assert rest == ["over"]
    assert len(list((slow / ".flake8-concat-cache").glob("*.json"))) < 38


def test_outputs_that_take_nothing(folder: Path) -> None:
    done = shell("$CAT check --no-cache bad.py >&-", folder)
    assert (done.returncode, done.stderr) == (1, "")
    if os.path.exists("/dev/full"):
        done = shell("$CAT check --no-cache bad.py >/dev/full", folder)
        assert done.returncode == 2
        assert done.stderr.startswith("flake8-concat: ")
        assert len(done.stderr.splitlines()) == 1


def test_a_pipe_is_read_once(folder: Path) -> None:
    for count in ("1", "2"):
        done = shell(f"cat bad.py | $CAT check --no-cache --jobs {count} /dev/stdin", folder)
        assert done.returncode == 1
        assert "CAT101" in done.stdout


def test_a_folder_that_is_gone(folder: Path) -> None:
    (folder / "gone").mkdir()
    done = shell("cd gone && rmdir ../gone && $CAT check ../bad.py", folder)
    assert done.returncode in (1, 2)
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.version_info < (3, 11), reason="no reader for TOML")
@pytest.mark.parametrize(
    "text",
    [
        "tool = 3\n", "tool = []\n", "[tool]\nflake8-concat = 3\n", "[tool.flake8-concat]\nx = " + "[" * 9000, "[tool.flake8-concat]\nselect = [" + "1" * 9000 + "]",
        "[tool.flake8-concat]\nselect = ['" + "x" * 900_000 + "']", "[tool.flake8-concat]\n" + "x" * 900_000 + " = 1", "[tool.flake8-concat]\nselect = 1979-05-27",
        "[tool.flake8-concat]\nexclude = ['[', '(', '" + "*a" * 900 + "']", "[tool.flake8-concat]\nsiblings = 'no'", "\0", "[[tool.flake8-concat]]", "\\",
        "[tool.flake8-concat]\nselect = [['CAT1']]", "[tool.flake8-concat]\nselect = ['\\u0000']",
    ],
)  # fmt: skip
def test_settings_that_are_nonsense(folder: Path, text: str) -> None:
    (folder / "pyproject.toml").write_text(text + "\n# flake8-concat\n")
    done = shell("$CAT check --no-cache .", folder)
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) <= 1
    assert len(done.stderr) < 2000
    assert done.returncode == (2 if done.stderr else 1)
