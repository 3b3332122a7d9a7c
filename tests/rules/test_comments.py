"""Comments and statements by their lines."""

from __future__ import annotations

import io
import tokenize
from pathlib import Path

import libcst as cst
import pytest

from flake8_concat.rules.comments import Layout
from flake8_concat.rules.names import Outline, definition, elements, label
from flake8_concat.trace.source import Source

FILES = sorted((Path(__file__).parent.parent.parent / "flake8_concat").rglob("*.py"))

ODD = '''\
# first
x = "# no comment"  # one
y = """
# no comment either
"""; z = 1  # two
if x: pass  # three
elif y:
    # four
    z = [
        1,  # five
        2,
    ]
else:
    pass
try:
    f()
except E:
    g()
else:
    h()
finally:
    i()


@decorated(  # six
    1,
)
class A:
    """Docstring."""

    @other
    def method(self): return f"{x!r:#>4}" # seven

match x:
    case 1:
        a = 1
    case _:
        b = 2
'''


def test_comments_of_odd_code() -> None:
    layout = Layout.of(Source(ODD, "odd.py"))
    texts = [comment.text for comment in layout.comments.values()]
    assert texts == ["# first", "# one", "# two", "# three", "# four", "# five", "# six", "# seven"]
    assert [c.line for c in layout.comments.values() if c.own_line] == [1, 8]


@pytest.mark.parametrize("source", [ODD, *[p.read_text("utf-8") for p in FILES[::4]]])
def test_lines_are_those_of_the_tokenizer_and_of_libcst(source: str) -> None:
    layout = Layout.of(Source(source, "file.py"))
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    wanted = {t.start[0]: (t.start[1] + 1, t.string) for t in tokens if t.type == tokenize.COMMENT}
    assert {c.line: (c.col, c.text) for c in layout.comments.values()} == wanted
    assert layout.spans
    for span in layout.spans:
        if isinstance(span.node, (cst.SimpleStatementLine, cst.SimpleStatementSuite)):
            first = span.node.body[0]
            assert layout.source.range_of(first).line == span.first
            assert layout.source.range_of(span.node.body[-1]).end_line == span.last
        assert layout.span_of(span.node) is span


def test_beside_and_above() -> None:
    layout = Layout.of(Source("# a\n# b\nx = 1  # c\n\n# d\n\ny = (\n  1,  # e\n)  # f\n", "f.py"))
    first, second = layout.spans
    assert [c.text for c in layout.above(first)] == ["# a", "# b"]
    assert [c.text for c in layout.beside(first)] == ["# c"]
    assert not layout.above(second)
    assert [c.text for c in layout.beside(second)] == ["# e", "# f"]
    assert layout.at(8) is second
    assert layout.at(5) is None
    assert layout.next_after(5) is second
    assert layout.before(7) is first


NAMES = """\
import keras as k
from tensorflow.keras import layers as L
WIDTH, HEIGHT = 3, 4
SIZE = (WIDTH, HEIGHT)
twice = 1
twice = 2
def f(SIZE2, a):
    inner = SIZE + (3,)
    g(inner, (*SIZE, 1), twice, SIZE2, cfg["width"], int(a // 2))
    return L.Conv2D(k.Input)
"""


def test_names_are_traced_back() -> None:
    outline = Outline.of(Source(NAMES, "n.py"))
    calls = {
        cst.Module([]).code_for_node(call.func): (call, place) for call, place in outline.calls
    }
    call, place = calls["g"]
    inner, starred, twice, parameter, item, rounded = (arg.value for arg in call.args)
    for node, count in ((inner, 3), (starred, 3)):
        found = elements(node, place)
        assert found is not None
        assert [label(part) for part, _ in found[0]][:2] == ["WIDTH", "HEIGHT"]
        assert len(found[0]) == count
    assert elements(twice, place) is None
    assert definition("twice", place) is None
    assert elements(parameter, place) is None
    assert label(item) == "width"
    assert label(rounded) == "a"
    conv, _ = calls["L.Conv2D"]
    assert outline.full_name(conv.func) == "tensorflow.keras.layers.Conv2D"
    assert outline.full_name(conv.args[0].value) == "keras.Input"
