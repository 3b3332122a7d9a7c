"""Any text, any bytes: a report, and never an exception.

`FLAKE8_CONCAT_DRAWS` multiplies how many are drawn.
"""

from __future__ import annotations

import ast
import json
import warnings
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mutations import MUTATIONS, SNIPPETS, program
from pace import within

from flake8_concat import fixing
from flake8_concat.analysis import Report, analyze
from flake8_concat.diagnostics import LONGEST
from flake8_concat.faces.flake8_plugin import Plugin
from flake8_concat.faces.render import jsonl, table, text

settings.load_profile("robustness")

SECONDS = 4.0
CASES = Path(__file__).parent.parent / "cases"


def check(source: str | bytes, name: str = "fuzz.py") -> Report:
    with within(SECONDS):
        report = analyze(source, name)
    assert report.internal_error is None
    for item in report.diagnostics:
        assert item.range.line >= 1
        assert item.range.col >= 1
        assert len(item.message) <= LONGEST
        assert item.message.isprintable() or "\t" in item.message
    assert report.shapes is not None
    for line in (*text.findings(report), *table.shapes(report)):
        assert "\n" not in line
        assert "\x1b" not in line
    for line in (*jsonl.findings(report), *jsonl.shapes(report)):
        json.loads(line)
    return report


def check_faces(source: str, name: str = "fuzz.py") -> None:
    """flake8 is told of places in the text; what is mended parses, and needs no mending."""
    lines = source.splitlines(keepends=True)
    for line, column, message, _ in Plugin(None, name, lines).run():
        assert 1 <= line <= len(lines) + 1
        assert column >= 0
        assert message.startswith("CAT")
    data = source.encode("utf-8", "surrogatepass")
    new, count = fixing.fix_bytes(data, lambda new: analyze(new, name).diagnostics, unsafe=True)
    assert (new != data) == (count > 0)
    assert fixing.diff(name, data, new) is not None
    if count:
        ast.parse(new)


@given(st.text())
def test_text(text: str) -> None:
    check("import keras\n" + text)
    check(text)


@given(st.binary())
def test_bytes(data: bytes) -> None:
    check(b"keras\n" + data)
    check(data + b"\n# keras")


@given(st.lists(st.sampled_from(SNIPPETS), max_size=25))
def test_snippets(parts: list[str]) -> None:
    check("import keras\n" + "".join(parts))


@given(
    st.lists(
        st.sampled_from([s for s in SNIPPETS if s.endswith("\n") and s[0].isalpha()]), max_size=25
    ),
    st.data(),
)
def test_statements_in_blocks(parts: list[str], data: st.DataObject) -> None:
    """Whole statements, some of them indented under a header."""
    lines = ["import keras", "from keras import layers", "x = keras.Input((8, 8, 3))"]
    depth = 0
    for part in parts:
        lines += ["    " * depth + line for line in part.splitlines()]
        header = data.draw(
            st.sampled_from(
                ("", "", "", "if u:", "for i in u:", "for i in range(3):", "def f(x):", "while u:")
            )
        )
        if header and depth < 6:
            lines.append("    " * depth + header)
            depth += 1
            lines.append("    " * depth + "pass")
        elif depth and data.draw(st.booleans()):
            depth -= 1
    check("\n".join(lines) + "\n")


@cache
def case_texts() -> tuple[str, ...]:
    return tuple(
        path.read_text(encoding="utf-8", errors="replace") for path in sorted(CASES.rglob("*.py"))
    )


@given(st.data())
def test_mutated_files(data: st.DataObject) -> None:
    """Lines, words and characters of the case files, dropped, doubled, moved, replaced."""
    text = data.draw(st.sampled_from(case_texts()))
    for _ in range(data.draw(st.integers(1, 6))):
        mutate = data.draw(st.sampled_from(MUTATIONS))
        text = mutate(text, lambda most: data.draw(st.integers(0, max(most, 0))))
    check(text)
    check_faces(text)


@given(st.binary(min_size=8, max_size=64))
def test_what_the_fuzzer_makes(data: bytes) -> None:
    """The same as the coverage-guided fuzzer makes of its bytes."""
    check(program(data, (*case_texts(), *SNIPPETS)))


def test_odd_strings_are_not_warned_of() -> None:
    """Python warns of these when it parses them, on the terminal of whoever runs the linter."""
    text = (
        PLAIN
        + "a = '\\w' '\\777'\nb = f'\\d{a}'\nc = 1 is 1\nd = 'abc'[True, 1]\ne = 1if a else 2\n"
    )
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert check(text).problem is None


PLAIN = "import keras\nx = keras.Input((4,))\ny = keras.layers.Concatenate()([x, keras.Input((4, 5))])\n"
ODD: dict[str, bytes] = {
    "byte order mark": b"\xef\xbb\xbf" + PLAIN.encode(),
    "carriage returns": PLAIN.replace("\n", "\r").encode(),
    "both line ends": PLAIN.replace("\n", "\r\n").encode(),
    "mixed line ends": PLAIN.replace("\n", "\r\n", 1).replace("\ny", "\ry").encode(),
    "form feeds": PLAIN.replace("\n", "\n\x0c\n").encode(),
    "tabs": b"import keras\nif True:\n\tx = keras.Input((4,))\n        y = x\n",
    "NUL": PLAIN.encode() + b"\0",
    "NUL in a string": PLAIN.encode() + b"'\0'\n",
    "latin-1": b"# -*- coding: latin-1 -*-\n# \xe9\n" + PLAIN.encode(),
    "not what it says": b"# -*- coding: utf-8 -*-\n# \xe9\xff\n" + PLAIN.encode(),
    "no such coding": b"# -*- coding: klingon -*-\n" + PLAIN.encode(),
    "a coding of bytes": b"# -*- coding: zlib -*-\n" + PLAIN.encode(),
    "rot13": b"# -*- coding: rot13 -*-\n" + PLAIN.encode(),
    "utf-7": b"# -*- coding: utf-7 -*-\n+AGs-" + PLAIN.encode(),
    "utf-16": PLAIN.encode("utf-16"),
    "utf-32": PLAIN.encode("utf-32"),
    "unicode_escape": b"# coding: unicode_escape\n\\u000a" + PLAIN.encode(),
    "idna": b"# coding: idna\n" + PLAIN.encode(),
    "undefined": b"# coding: undefined\n" + PLAIN.encode(),
    "surrogates": b"# keras \xed\xa0\x80\n" + PLAIN.encode(),
    "empty": b"",
    "one line of a megabyte": b"import keras; s = '" + b"s" * 1_000_000 + b"'\n",
    "one statement of a megabyte": b"import keras; s = " + b"a+" * 500_000 + b"a\n",
    "no line end": PLAIN.encode().rstrip(),
    "backslash at the end": PLAIN.encode() + b"\\",
    "scripts": "import keras\nмодель = keras.Input((4,))\n模型 = keras.layers.Dense(3)(модель)\nﬁ = 模型\nnaïve = ﬁ + 模型\n".encode(),
    "emoji": PLAIN.encode() + "'😀'; z = keras.layers.Add()([x, y])  # 😀 (None, 4)\n".encode(),
    "right to left": PLAIN.encode() + "# \u202e(4 ,enoN)\u202c\n".encode(),
    "line separators": PLAIN.encode() + "s = '\u2028'\n\x1c\x1d\x85".encode(),
    "python 2": b"import keras\nprint 'x'\nexec 'y'\nraise E, 'v'\nx = 0777L <> `3`\n",
    "a web page": b"<!DOCTYPE html>\n<p>keras</p>\n" * 100,
    "a notebook": b'{"cells": [{"source": ["import keras\\n"]}], "n": null}\n',
    "a picture": bytes(range(256)) * 400 + b"keras",
}  # fmt: skip


@pytest.mark.parametrize("name", ODD)
def test_odd_files(name: str) -> None:
    check(ODD[name])


@pytest.mark.parametrize(
    "name",
    ["", ".", "/", "a\0b.py", "\udcff.py", "x" * 5000, "<stdin>", "-", "nul:.py", "/dev/null"],
)
def test_odd_names(name: str) -> None:
    check(PLAIN + "import a\nfrom . import b\nfrom ... import c\n", name)


def test_what_is_shown_of_long_names_and_signs_that_steer() -> None:
    name = "x" * 50_000
    source = f"import keras\n{name} = keras.Input((4, 5))\ny = keras.Input((6, 7))\n'\x1b[31m \u202e'; z = keras.layers.Add()([{name}, y])\n"
    report = check(source, "m\x1b[1m.py")
    shown, line, mark = text.findings(report)
    assert shown.startswith("m\ufffd[1m.py:4:")
    assert max(map(len, (shown, line, mark))) < 1100
    assert line[mark.index("^") :].startswith("keras.layers.Add()([xxx")
    source = f"import keras\nx = keras.Input((4, 5))\nn = '{name}'; z = keras.layers.Add()([x, keras.Input((6, 7))]); n = '{name}'\n"
    _, line, mark = text.findings(check(source))
    assert max(len(line), len(mark)) < 500
    assert (
        line[mark.index("^") : mark.rindex("^") + 1]
        == "keras.layers.Add()([x, keras.Input((6, 7))])"
    )


FOUND = {  # where the files of others were scanned
    "a version that is not known": "from packaging import version\nif version.parse(keras.__version__) > version.parse(u):\n    pass\n",
    "an index beyond all lists": "a = []\na.insert(2 ** 63, 1)\n",
    "a method of a tensor with arguments": "x = keras.Input((3,))\nx.get_shape(1).as_list(2)\n",
}


@pytest.mark.parametrize("name", FOUND)
def test_programs_that_were_found(name: str) -> None:
    assert not check("import keras\n" + FOUND[name]).diagnostics
