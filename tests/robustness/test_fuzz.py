"""Any text, any bytes: a report, and never an exception.

`FLAKE8_CONCAT_DRAWS` multiplies how many are drawn.
"""

from __future__ import annotations

import time
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flake8_concat.analysis import Report, analyze

settings.load_profile("robustness")

SECONDS = 4.0  # of the processor
CASES = Path(__file__).parent.parent / "cases"
SNIPPETS = (
    "import keras\n", "from keras import layers\n", "x = keras.Input((8, 8, 3))\n", "x = layers.Dense(4)(x)\n",
    "y = layers.Concatenate(axis=1)([x, x])\n", "def f(a, *b, c=1, **d):\n    return f(a)\n", "class A(layers.Layer):\n"
    "    def call(self, x):\n        return x\n", "for i in u:\n    x = A()(x)\n", "while u: x = x + 1\n", "if u:\n    y = x\nelse:\n"
    "    y = 1\n", "try:\n    f(x)\nexcept E as e:\n    raise\nfinally:\n    pass\n", "with open(x) as f: pass\n", "print 'two'\n",
    "exec 'x' in {}\n", "lambda: (yield)\n", "x.shape[-1]\n", "[i for i in x if i]\n", "{**a, 'b': [*c]}\n", "f'{x!r:>{w}}'\n", "x: int = 3\n",
    "match x:\n    case {'a': [1, *b], **c} if d:\n        pass\n    case A(b=1) | None:\n        pass\n", "async def g():\n    await x\n",
    "@d\nclass B(B, metaclass=M): a = 1\n", "global x\n", "del x, y[0]\n", "assert x.shape == (None, 4), x\n", "a = b = [a, b]\n", "a.append(a)\n",
    "x, *y = f(*y, **x)\n", "m = keras.Model(x, y)\n", "m.get_layer('a').output\n", "x = x[..., None, 1:, ::-1]\n", "\x0c\n", "\r", "\r\n", "\t", "    ",
    "\ufeff", "\0", "# -*- coding: utf-16 -*-\n", "\\\n", "'''", '"""', "(", ")", "[", "]", "{", "}", ":", "\U0001f600", "مدل = keras.Model\n",
    "(None, 8)  # (8, 8)\n", "# noqa: CAT101\n", "# (batch, 8, 8, 3) -> (batch, 4)\n", "type X = int\n", "def f[T](a: T): ...\n", "x = (y := 3)\n", "1_000j\n",
    "0xfg\n", "import tensorflow as tf\n", "tf.concat([x, y], 1)\n", "from . import *\n", "from .... import a as b\n", "np.zeros((2, 3)) @ x\n", "x if y else z\n",
)  # fmt: skip


def check(source: str | bytes, name: str = "fuzz.py") -> Report:
    start = time.process_time()
    report = analyze(source, name)
    assert time.process_time() - start < SECONDS
    assert "internal error" not in (report.problem or ""), report.problem
    for item in report.diagnostics:
        assert "internal error" not in item.message, item.message
        assert item.range.line >= 1
        assert item.range.col >= 1
    assert report.shapes is not None
    return report


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


@given(st.lists(st.sampled_from([s for s in SNIPPETS if s.endswith("\n") and s[0].isalpha()]), max_size=25), st.data())
def test_statements_in_blocks(parts: list[str], data: st.DataObject) -> None:
    """Whole statements, some of them indented under a header."""
    lines = ["import keras", "from keras import layers", "x = keras.Input((8, 8, 3))"]
    depth = 0
    for part in parts:
        lines += ["    " * depth + line for line in part.splitlines()]
        header = data.draw(st.sampled_from(("", "", "", "if u:", "for i in u:", "for i in range(3):", "def f(x):", "while u:")))
        if header and depth < 6:
            lines.append("    " * depth + header)
            depth += 1
            lines.append("    " * depth + "pass")
        elif depth and data.draw(st.booleans()):
            depth -= 1
    check("\n".join(lines) + "\n")


@cache
def case_texts() -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8", errors="replace") for path in sorted(CASES.rglob("*.py")))


@given(st.data())
def test_mutated_files(data: st.DataObject) -> None:
    """Lines and characters of the case files, dropped, doubled, moved, replaced."""
    text = data.draw(st.sampled_from(case_texts()))
    for _ in range(data.draw(st.integers(1, 6))):
        lines = text.split("\n")
        i, j = (data.draw(st.integers(0, len(lines) - 1)) for _ in range(2))
        kind = data.draw(st.sampled_from(("drop", "double", "swap", "indent", "insert", "cut", "character")))
        if kind == "drop":
            del lines[i]
        elif kind == "double":
            lines.insert(j, lines[i])
        elif kind == "swap":
            lines[i], lines[j] = lines[j], lines[i]
        elif kind == "indent":
            lines[i] = "    " + lines[i]
        elif kind == "insert":
            lines.insert(i, data.draw(st.sampled_from(SNIPPETS)))
        elif kind == "cut":
            lines = lines[: i + 1]
        else:
            line = lines[i]
            at = data.draw(st.integers(0, len(line)))
            lines[i] = line[:at] + data.draw(st.sampled_from("()[]{},.:=*-+#'\"\\0 \x00\x0cé∑")) + line[at + data.draw(st.integers(0, 2)) :]
        text = "\n".join(lines)
    check(text)


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


@pytest.mark.parametrize("name", ["", ".", "/", "a\0b.py", "\udcff.py", "x" * 5000, "<stdin>", "-", "nul:.py", "/dev/null"])
def test_odd_names(name: str) -> None:
    check(PLAIN + "import a\nfrom . import b\nfrom ... import c\n", name)
