"""The plugin in a real flake8."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from flake8_concat import __version__
from flake8_concat.faces.flake8_plugin import Plugin
from flake8_concat.trace import modules
from flake8_concat.trace.source import Source

HEAD = "import keras\nfrom keras import layers\n"
WRONG = HEAD + "x = keras.Input((8,))\ny = layers.Concatenate()(x)\n"


def flake8(*args: str, cwd: Path, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "flake8", *args],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "model.py").write_text(WRONG)
    return tmp_path


def codes(done: subprocess.CompletedProcess[str]) -> list[str]:
    assert "Traceback" not in done.stderr, done.stderr
    return [line.split()[1] for line in done.stdout.splitlines()]


def test_is_installed(folder: Path) -> None:
    assert f"flake8-concat: {__version__}" in " ".join(
        flake8("--version", cwd=folder).stdout.split()
    )


def test_reports_by_default(folder: Path) -> None:
    done = flake8("--isolated", "model.py", cwd=folder)
    assert done.stdout.startswith("model.py:4:5: CAT104 Concatenate(axis=-1) cannot take")
    assert done.returncode == 1


def test_columns_are_those_of_flake8(folder: Path) -> None:
    done = flake8("--isolated", "--format=%(row)d:%(col)d:%(code)s", "model.py", cwd=folder)
    assert done.stdout == "4:5:CAT104\n"


@pytest.mark.parametrize("name", ["setup.cfg", "tox.ini", ".flake8"])
@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ("concat-ignore = CAT104", []),
        ("concat-select = CAT101,CAT2", []),
        ("concat_select = CAT104", ["CAT104"]),
        ("concat-extend-select = CAT001", ["CAT104"]),
        ("ignore = CAT1", []),
        ("extend-ignore = CAT", []),
    ],
)
def test_configuration_files(folder: Path, name: str, setting: str, expected: list[str]) -> None:
    (folder / name).write_text(f"[flake8]\n{setting}\n")
    assert codes(flake8("model.py", cwd=folder)) == expected


def test_options_on_the_command_line(folder: Path) -> None:
    assert codes(flake8("--isolated", "--concat-ignore=CAT104", "model.py", cwd=folder)) == []
    assert codes(flake8("--isolated", "--select=CAT2", "model.py", cwd=folder)) == []
    assert codes(flake8("--isolated", "--select=CAT", "model.py", cwd=folder)) == ["CAT104"]


def test_a_wrong_option_is_one_clear_line(folder: Path) -> None:
    done = flake8("--isolated", "--concat-select=E501", "model.py", cwd=folder)
    assert done.returncode != 0
    assert "'E501' is no code of flake8-concat" in done.stderr + done.stdout
    assert "Traceback" not in done.stderr


def test_lost_track_only_when_asked(folder: Path) -> None:
    (folder / "model.py").write_text(
        HEAD + "import secret\nx = keras.Input((8, 8))\nlayers.Reshape(secret.shape)(x)\n"
    )
    assert codes(flake8("--isolated", "model.py", cwd=folder)) == []
    done = flake8("--isolated", "--concat-extend-select=CAT0", "model.py", cwd=folder)
    assert codes(done) == ["CAT001"]
    assert ":5:1: CAT001 lost track of the shape here, because" in done.stdout


def test_noqa_on_the_first_line_of_the_call(folder: Path) -> None:
    (folder / "model.py").write_text(
        HEAD + "x = keras.Input((8,))\ny = layers.Concatenate(  # noqa: CAT104\n    axis=1\n)(x)\n"
    )
    assert codes(flake8("--isolated", "model.py", cwd=folder)) == []
    assert codes(flake8("--isolated", "--disable-noqa", "model.py", cwd=folder)) == ["CAT104"]


def test_stdin(folder: Path) -> None:
    done = flake8("--isolated", "-", cwd=folder, stdin=WRONG)
    assert done.stdout.startswith("stdin:4:5: CAT104")
    named = ("--isolated", "--stdin-display-name", "net/model.py", "-")
    assert flake8(*named, cwd=folder, stdin=WRONG).stdout.startswith("net/model.py:4:5: CAT104")


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "x = = 1\n",
        HEAD + "print 'x'\n",
        HEAD + "x = (" + "'a' " * 5000 + ")\n",
        HEAD + "x = f'{" + "(" * 120 + "1" + ")" * 120 + "}'\n",
        pytest.param(
            HEAD + "x = 'a\0b'\n",
            marks=pytest.mark.skipif(
                sys.version_info < (3, 11),
                reason="flake8 itself stops: ast.parse raises ValueError",
            ),
        ),
        "\ufeff" + HEAD + "x = 1\n",
        "",
    ],
)
def test_flake8_goes_on(folder: Path, text: str) -> None:
    (folder / "a.py").write_text(text, encoding="utf-8")
    done = flake8("--isolated", "--select=CAT", "-j1", "a.py", "model.py", cwd=folder)
    assert "model.py:4:5: CAT104" in done.stdout
    assert "Traceback" not in done.stderr


def test_several_jobs(folder: Path) -> None:
    for number in range(6):
        (folder / f"m{number}.py").write_text(WRONG)
    one = flake8("--isolated", "-j1", ".", cwd=folder).stdout
    two = flake8("--isolated", "-j2", ".", cwd=folder).stdout
    assert one == two
    assert one.count("CAT104") == 7


def test_files_without_keras_cost_no_import(folder: Path) -> None:
    (folder / "plain.py").write_text("import os\n\nprint(os.sep)\n")
    program = (
        "import sys; from flake8.main.cli import main; "
        "code = main(['--isolated', '-j1', 'plain.py']); "
        "assert code == 0 and 'libcst' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=folder)


def test_a_neighbour_is_read_unless_told_not_to(folder: Path) -> None:
    (folder / "blocks.py").write_text(
        HEAD + "def join(x):\n    return layers.Concatenate(axis=5)([x, x])\n"
    )
    (folder / "train.py").write_text(
        "import keras\nfrom blocks import join\n\njoin(keras.Input((8,)))\n"
    )
    done = flake8("--isolated", "train.py", cwd=folder)
    assert done.stdout.startswith("train.py:4:1: CAT102 blocks.py:4: Concatenate(axis=5)")
    assert codes(flake8("--isolated", "--concat-no-siblings", "train.py", cwd=folder)) == []


def test_siblings_are_parsed_again_only_where_they_have_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed = []
    monkeypatch.setattr(
        modules, "Source", lambda text, path: parsed.append(path) or Source(text, path)
    )
    monkeypatch.setattr(Plugin, "memory", None)
    sibling, file = tmp_path / "sizes.py", str(tmp_path / "train.py")
    lines = (
        HEAD + "from sizes import AXIS\n"
        "x = keras.Input((8, 4))\ny = layers.Concatenate(axis=AXIS)([x, keras.Input((9, 4))])\n"
    ).splitlines(keepends=True)
    for axis, times, found in ((1, 1, 0), (1, 1, 0), (2, 2, 1)):
        sibling.write_text(f"import keras\nAXIS = {axis}\n")
        assert len([*Plugin(None, file, lines).run()]) == found
        assert parsed.count(str(sibling)) == times
