"""Functions that nobody calls, traced with what their text says of them."""

from __future__ import annotations

import pytest
from slipfiles import SLIPS, programs, right, slips

from flake8_concat import analyze, fixing
from flake8_concat.options import Options
from flake8_concat.trace.supposing import SupposingTracer

LABELS = Options(ignore=("CAT132",))
SUPPOSED = {name: text for name, text in programs(SLIPS) if name in ("S01", "S02", "S05", "S07")}

ATTENTION = '''\
import tensorflow as tf


class Attention(tf.keras.layers.Layer):
    def call(self, query, values):
        """query: (batch, units), values: of each step"""
        query = tf.expand_dims(query, 1)  # (batch, {query})
        scores = tf.reduce_sum(query * values, -1)  # (batch, steps)
        return tf.nn.softmax(scores, axis=1)  # (batch, {weights})
'''


@pytest.mark.parametrize("name", SUPPOSED)
def test_the_fix_writes_what_was_there(name: str) -> None:
    for slip in slips(name, SUPPOSED[name]):
        fixed = fixing.fix_text(
            slip.source, lambda text: analyze(text, "m.py", LABELS).diagnostics, unsafe=False
        )
        assert fixed.text == right(SUPPOSED[name]), slip.name


def test_a_docstring_says_what_goes_in() -> None:
    text = ATTENTION.replace('"""query: (batch, units), values: of each step"""',
                             '"""\n        query: (batch, units)\n        """')  # fmt: skip
    assert not analyze(text.format(query="1, units", weights="steps"), "m.py", LABELS).diagnostics
    (found,) = analyze(text.format(query="units, 1", weights="steps"), "m.py", LABELS).diagnostics
    assert (found.code, found.range.line) == ("CAT301", 9)
    assert "(batch, 1, units)" in found.message


def test_nothing_is_traced_again_where_all_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError("traced again")

    monkeypatch.setattr(SupposingTracer, "__init__", never)
    text = """\
import keras
from keras import layers

x = keras.Input((32, 32, 3))  # (None, 32, 32, 3)
y = layers.Conv2D(8, 3, padding="same")(x)  # (None, 32, 32, 8)
z = layers.MaxPooling2D()(y)  # (None, 16, 16, 8)
"""
    report = analyze(text, "m.py")
    assert report.fault is None
    assert not report.diagnostics


def test_what_is_supposed_is_no_refusal_of_keras() -> None:
    text = """\
import tensorflow as tf
from tensorflow import keras


def joined(one, other):
    # one: (batch, 8, 8, 3)
    # other: (batch, 9, 9, 3)
    both = keras.layers.Concatenate()([one, other])
    return keras.layers.Dense(4)(both)  # (batch, 8, 8, 4)
"""
    assert not [d for d in analyze(text, "m.py").diagnostics if d.code.startswith("CAT1")]
