"""`analyze` takes any text, and never raises."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pace import within

from flake8_concat import analysis, analyze
from flake8_concat.options import Options

DRAWS = int(os.environ.get("FLAKE8_CONCAT_DRAWS", "1"))
HEAD = "import keras\nfrom keras import layers\n"
WRONG = HEAD + "layers.Concatenate()(keras.Input((8,)))\n"

DEEP = {
    "open brackets": "(" * 100_000,
    "brackets": "x = " + "(" * 150 + "1" + ")" * 150,
    "calls in calls": "x = " + "f(" * 5000 + ")" * 5000,
    "minus": "x = " + "-" * 5000 + "1",
    "not": "x = " + "not " * 5000 + "1",
    "attributes": "x = a" + ".b" * 5000,
    "calls": "x = a" + "()" * 5000,
    "subscripts": "x = a" + "[0]" * 5000,
    "sum": "x = " + "+".join(["1"] * 20_000),
    "sum over lines": "x = (" + "\n+".join(["1"] * 20_000) + ")",
    "and": "x = " + " and ".join(["1"] * 20_000),
    "lambda": "x = " + "lambda:" * 5000 + "1",
    "conditional": "x = " + "1 if 1 else " * 5000 + "1",
    "elif": "if a:\n pass\n" + "elif a:\n pass\n" * 5000,
    "indentation": "".join(" " * i + "if a:\n" for i in range(500)) + " " * 500 + "pass\n",
    "strings": "x = (" + "'a' " * 20_000 + ")",
    "long list": "x = [" + "1," * 400_000 + "]",
    "patterns": "match x:\n case " + "{1:" * 30 + "1" + "}" * 30 + ":\n  pass\n",
    "f-string": "x = f'{" + "(" * 100_000 + "}'",
    "deep f-string": "x = f'{" + "-" * 5000 + "1}'",
}
ODD = {
    "nothing": "",
    "NUL": HEAD + "x = '\0'\n",
    "syntax error": HEAD + "x = = 1\n",
    "Python 2": HEAD + "print 'hello'\nexec 'x'\nraise E, 'x'\n",
    "magic": HEAD + "%matplotlib inline\n!pip install keras\n",
    "lone surrogate": HEAD + "x = '\ud800'\n",
    "long string": HEAD + "x = '" + "a" * 1_000_000 + "'\n",
    "long comment": HEAD + "# " + "a" * 1_000_000 + "\n",
    "long name": HEAD + "a" * 1_000_000 + "\n",
    "backslashes": HEAD + "x = 1" + " \\\n" * 20_000 + "\n",
    "unfinished string": HEAD + "x = '''abc\n" * 3,
    "quotes": HEAD + "'''" * 100_001,
    "no last line end": HEAD + "x = keras.Input((3,))",
    "only a comment": "# keras",
    "tabs and spaces": HEAD + "if 1:\n\tx = 1\n        y = 2\n",
}


@pytest.mark.parametrize("name", DEEP)
def test_deep_text_is_not_given_to_the_parser(name: str) -> None:
    with within(2):
        report = analyze(HEAD + DEEP[name], "model.py")
    assert report.problem is not None
    assert report.diagnostics == ()


@pytest.mark.parametrize("name", ODD)
def test_odd_text_costs_no_more_than_its_own_findings(name: str) -> None:
    with within(2):
        report = analyze(ODD[name], "model.py")
    assert report.diagnostics == ()


@pytest.mark.parametrize(
    "source",
    [
        WRONG,
        "\ufeff" + WRONG,
        b"\xef\xbb\xbf" + WRONG.encode(),
        WRONG.replace("\n", "\r\n"),
        WRONG.replace("\n", "\r"),
        WRONG.replace("from", "\x0cfrom").replace("layers.C", "\x0clayers.C"),
        ("# -*- coding: latin-1 -*-\n" + WRONG + "# caf\u00e9\n").encode("latin-1"),
        ("# coding: utf-16\n" + WRONG).encode(),
        ("# vim: set fileencoding=cp1252 :\n" + WRONG + "# \u20ac\n").encode("cp1252"),
    ],
    ids=["plain", "BOM", "BOM bytes", "CRLF", "CR", "form feed", "latin-1", "utf-16?", "cp1252"],
)
def test_encodings_and_line_ends(source: str | bytes) -> None:
    report = analyze(source, "model.py")
    if report.problem is not None:  # Python does not read it either
        with pytest.raises((SyntaxError, ValueError)):
            compile(source, "model.py", "exec")
        return
    line = 4 if b"coding" in (source if isinstance(source, bytes) else source.encode()) else 3
    assert [(item.code, item.range.line) for item in report.diagnostics] == [("CAT104", line)]


def test_unknown_encoding() -> None:
    report = analyze(b"# coding: no-such-thing\nimport keras\n", "model.py")
    assert report.problem is not None
    assert "decoded" in report.problem


def test_columns_are_characters() -> None:
    source = HEAD + "x = keras.Input((8,)); s = '\U0001f600\u00e4'; layers.Concatenate()(x)\n"
    (found,) = analyze(source, "model.py").diagnostics
    line = source.split("\n")[2]
    assert line[found.range.col - 1 : found.range.end_col - 1] == "layers.Concatenate()(x)"


@pytest.mark.parametrize(
    "error",
    [RecursionError(), MemoryError(), ValueError("x\ny"), AssertionError(), BaseException("p")],
)
def test_whatever_the_trace_raises(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(analysis, "_trace", fail)
    report = analyze(WRONG, "model.py")
    assert report.problem is not None
    assert "\n" not in report.problem
    assert report.diagnostics == ()
    asked = analyze(WRONG, "model.py", Options(extend_select=("CAT0",)))
    assert [(item.code, item.range.line) for item in asked.diagnostics] == [("CAT001", 1)]
    assert asked.diagnostics[0].severity == "information"


def test_interruption_is_not_swallowed(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(analysis, "_trace", fail)
    with pytest.raises(KeyboardInterrupt):
        analyze(WRONG, "model.py")


def test_a_rule_that_fails_costs_its_own_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    from flake8_concat.rules import load

    def fail(facts: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(load("CAT101"), "check", fail)
    report = analyze(WRONG, "model.py", Options(extend_select=("CAT0",)))
    assert {item.code for item in report.diagnostics} >= {"CAT001", "CAT104"}


@settings(max_examples=100 * DRAWS, deadline=None)
@given(st.one_of(st.text(), st.binary()))
def test_any_text(source: str | bytes) -> None:
    head = HEAD if isinstance(source, str) else HEAD.encode()
    analyze(source, "model.py")
    analyze(head + source, "model.py")  # type: ignore[operator]


PIECES = [
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "'",
    '"',
    '"""',
    "\n",
    " ",
    "    ",
    "\\",
    ",",
    ":",
    "def f",
    "=",
]
PIECES += [
    "x",
    "layers",
    ".Concatenate",
    "()",
    "keras.Input",
    "((8,))",
    "for x in y",
    "lambda",
    "f'{",
    "#",
]
PIECES += [
    "if x",
    "else",
    "elif",
    "return",
    "class A",
    "*",
    "**",
    "@",
    "axis=",
    "1",
    "-",
    "import keras",
]


@settings(max_examples=200 * DRAWS, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_any_pieces_of_code(pieces: list[str]) -> None:
    analyze(HEAD + "".join(pieces), "model.py")


def test_importing_the_package_is_free() -> None:
    program = (
        "import sys; before = set(sys.modules); import flake8_concat; "
        "new = {name for name in set(sys.modules) - before}; "
        "assert not {name.partition('.')[0] for name in new} & {'libcst', 'ast', 'argparse'}; "
        "assert {name for name in new if 'concat' in name} == {'flake8_concat'}, new"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_no_libcst_for_text_without_keras(tmp_path: Path) -> None:
    program = (
        "import sys; from flake8_concat import analyze; "
        "report = analyze('import os\\nx = [1]\\n', 'x.py'); "
        "assert report.diagnostics == (); "
        "assert 'libcst' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=tmp_path)


def test_report_is_frozen_and_its_shapes_are_lazy() -> None:
    report = analyze(HEAD + "x = keras.Input((8, None))\n", "model.py")
    assert "shapes" not in vars(report)
    (row,) = report.shapes
    assert (row.name, row.shape, row.reason) == ("x", (None, 8, None), None)
    assert (row.range.line, row.range.col, row.range.end_col) == (3, 5, 27)
    with pytest.raises(AttributeError):
        report.path = "other"  # type: ignore[misc]


def test_a_models_own_calls_are_no_rows() -> None:
    text = (
        "import keras\nfrom keras import layers\n"
        "model = keras.Sequential([\n    keras.Input((8,)),\n    layers.Dense(4),\n])\n"
        "out = model(keras.Input((8,)))\n"
    )
    rows = [(row.range.line, row.shape) for row in analyze(text, "model.py").shapes]
    assert rows == [(4, (None, 8)), (7, (None, 8)), (7, (None, 4))]


def test_branches_of_neighbours_that_nothing_takes(tmp_path: Path) -> None:
    """They are read with their own file; of this one alone another way is taken."""
    blocks = (
        "from keras import layers\n"
        "def block(x, normed=False):\n"
        "    x = layers.Conv2D(4, 3)(x)\n"
        "    if normed:\n"
        "        x = layers.BatchNormalization(axis=1)(x)\n"
        "    return x\n"
    )
    (tmp_path / "blocks.py").write_text(blocks)
    text = HEAD + (
        "from blocks import block\n"
        "def head(x, normed=False):\n"
        "    if normed:\n"
        "        x = layers.BatchNormalization(axis=1)(x)\n"
        "    return x\n"
        "maps = head(block(keras.Input((8, 8, 3))))\n"
        "layers.Concatenate()([maps, keras.Input((5, 6, 4))])\n"
    )
    found = [item.code for item in analyze(text, str(tmp_path / "main.py")).diagnostics]
    assert found == ["CAT406", "CAT101"]
