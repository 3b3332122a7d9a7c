"""The command line, run as users run it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from flake8_concat import __version__
from flake8_concat.faces import cli
from flake8_concat.rules import RULES

HEAD = "import keras\nfrom keras import layers\n"
WRONG = HEAD + "x = keras.Input((8,))\ny = layers.Concatenate()(x)\n"
RIGHT = HEAD + "x = keras.Input((8,))\ny = layers.Concatenate()([x, x])\n"


def run(*args: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "flake8_concat", *args],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
    )


def test_text(tmp_path: Path) -> None:
    (tmp_path / "model.py").write_text(WRONG)
    done = run("check", "model.py", cwd=tmp_path)
    first, code, mark = done.stdout.splitlines()
    assert first.startswith(
        "model.py:4:5: CAT104 Concatenate(axis=-1) cannot take (None, 8) [x, line 3]"
    )
    assert code == "    y = layers.Concatenate()(x)"
    assert mark == "        " + "^" * len("layers.Concatenate()(x)")
    assert (done.returncode, done.stderr) == (1, "")


def test_mark_under_tabs_and_over_lines(tmp_path: Path) -> None:
    (tmp_path / "model.py").write_text(
        HEAD + "x = keras.Input((8,))\nif x is not None:\n\ty =\tlayers.Add()(\n\t\tx)\n"
    )
    _, code, mark = run("check", "model.py", cwd=tmp_path).stdout.splitlines()
    assert code == "    y =\tlayers.Add()("
    assert mark == "       \t^^^^^^^^^^^^^"


def test_jsonl(tmp_path: Path) -> None:
    (tmp_path / "model.py").write_text(WRONG)
    done = run("check", "model.py", "--format", "jsonl", cwd=tmp_path)
    (line,) = done.stdout.splitlines()
    item = json.loads(line)
    assert list(item) == [
        "path", "line", "col", "end_line", "end_col",
        "code", "rule", "severity", "message", "related",
    ]  # fmt: skip
    assert (item["path"], item["line"], item["col"]) == ("model.py", 4, 5)
    assert (item["end_line"], item["end_col"]) == (4, 28)
    assert (item["code"], item["rule"], item["severity"]) == (
        "CAT104",
        "concat-not-a-list",
        "error",
    )
    assert item["related"][0]["line"] == 3
    assert done.returncode == 1


def test_clean(tmp_path: Path) -> None:
    (tmp_path / "model.py").write_text(RIGHT)
    done = run("check", ".", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_folders_are_searched(tmp_path: Path) -> None:
    for name in ("b.py", "a/c.py", "a/notes.txt", ".venv/lib/d.py", "a/__pycache__/e.py"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(WRONG)
    done = run("check", ".", "b.py", cwd=tmp_path)
    found = [line.split(":")[0] for line in done.stdout.splitlines() if "CAT104" in line]
    assert found == ["b.py", "a/c.py"]


def test_unreadable_files_do_not_stop_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(HEAD + "x = = 1\n")
    (tmp_path / "b.py").write_bytes(b"import keras\nx = '\xff'\n")
    (tmp_path / "c.py").write_text(WRONG)
    (tmp_path / "d.py").symlink_to("nowhere.py")
    done = run("check", "none.py", ".", cwd=tmp_path)
    assert done.returncode == 2
    assert "c.py:4:5: CAT104" in done.stdout
    complaints = done.stderr.splitlines()
    assert [line.split(":")[1].strip() for line in complaints] == [
        "none.py",
        "a.py",
        "b.py",
        "d.py",
    ]
    assert all(line.startswith("flake8-concat: ") for line in complaints)


@pytest.mark.parametrize(
    "args",
    [(), ("check",), ("nonsense",), ("check", "--format", "xml", "."), ("rule", "CAT999"),
     ("check", ".", "--select", "E501")],
)  # fmt: skip
def test_wrong_use(tmp_path: Path, args: tuple[str, ...]) -> None:
    done = run(*args, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_select_and_ignore(tmp_path: Path) -> None:
    (tmp_path / "model.py").write_text(WRONG)
    assert run("check", ".", "--ignore", "CAT104", cwd=tmp_path).returncode == 0
    assert run("check", ".", "--select", "CAT101,CAT2", cwd=tmp_path).returncode == 0
    assert run("check", ".", "--select", "cat104", cwd=tmp_path).returncode == 1


@pytest.mark.skipif(sys.version_info < (3, 11), reason="no reader for TOML")
def test_pyproject(tmp_path: Path) -> None:
    (tmp_path / "model.py").write_text(WRONG)
    (tmp_path / "pyproject.toml").write_text('[tool.flake8-concat]\nignore = ["CAT104"]\n')
    assert run("check", ".", cwd=tmp_path).returncode == 0
    (tmp_path / "pyproject.toml").write_text('[tool.flake8-concat]\nfoo = ["CAT104"]\n')
    done = run("check", ".", cwd=tmp_path)
    assert done.returncode == 2
    assert "foo" in done.stderr


def test_shapes_jsonl(tmp_path: Path) -> None:
    (tmp_path / "model.py").write_text(
        HEAD
        + "def block(x):\n"
        + "    return layers.Conv2D(8, 3)(x)\n"
        + "image = keras.Input((None, 32, 3))\n"
        + "a = block(image)\n"
        + "parts = keras.ops.split(a, 2, axis=-1)\n"
    )
    done = run("shapes", "model.py", "--format", "jsonl", cwd=tmp_path)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(row["line"], row["col"], row["name"], row["shape"]) for row in rows] == [
        (5, 9, "image", [None, None, 32, 3]),
        (4, 12, None, [None, None, 30, 8]),
        (6, 5, "a", [None, None, 30, 8]),
        (7, 9, "parts", [[None, None, 30, 4], [None, None, 30, 4]]),
    ]
    assert set(rows[0]) == {"path", "line", "col", "end_line", "end_col", "name", "shape", "reason"}
    assert done.returncode == 0


def test_shapes_unknown(tmp_path: Path) -> None:
    (tmp_path / "model.py").write_text(
        HEAD + "import secret\nx = keras.Input(secret.shape)\ny = layers.Dense(4)(x)\n"
    )
    done = run("shapes", "model.py", "--format", "jsonl", cwd=tmp_path)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["shape"] for row in rows] == [None, None]
    assert all(row["reason"] for row in rows)


def test_shapes_table(tmp_path: Path) -> None:
    (tmp_path / "model.py").write_text(RIGHT)
    done = run("shapes", "model.py", cwd=tmp_path)
    path, heads, *rows = done.stdout.splitlines()
    assert path == "model.py"
    assert heads.split() == ["line", "name", "call", "shape"]
    assert [row.split()[:2] for row in rows] == [["3", "x"], ["4", "y"]]
    assert rows[1].endswith("(None, 16)")


@pytest.mark.parametrize("code", sorted(RULES))
def test_rule_prints_its_page(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["rule", code]) == 0
    page = capsys.readouterr().out
    assert page.startswith(f"# {code} ")
    assert "## What it does" in page


def test_rule_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["rule", "concat-shape-mismatch"]) == 0
    assert capsys.readouterr().out.startswith("# CAT101 ")


def test_version(tmp_path: Path) -> None:
    assert run("--version", cwd=tmp_path).stdout == f"flake8-concat {__version__}\n"


def test_reader_that_leaves_early(tmp_path: Path) -> None:
    (tmp_path / "model.py").write_text(WRONG * 1)
    command = f"{sys.executable} -m flake8_concat check {'model.py ' * 1} | head -0"
    done = subprocess.run(
        command, shell=True, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert "Traceback" not in done.stderr
