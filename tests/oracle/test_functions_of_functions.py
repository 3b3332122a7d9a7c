"""Loops, maps and branches: what they refuse of symbolic tensors, in layers, and of arrays.

Once with KERAS_BACKEND=jax and once with tensorflow: what is told holds on both.
"""

from __future__ import annotations

import os

import pytest

os.environ.setdefault("KERAS_BACKEND", "jax")
pytest.importorskip("keras")

from flake8_concat import analyze

HEAD = """\
import keras
import numpy as np
from keras import layers, ops
a = keras.Input(batch_shape=(2, 4, 4))
s = keras.Input(batch_shape=())
v = ops.ones((2, 4, 4))
n = ops.ones(())
"""
# A stands for a tensor of shape (2, 4, 4), S for a number.
EVERYWHERE = """\
ops.map(123, A)
ops.scan(123, A, A)
ops.vectorized_map(123, A)
ops.associative_scan(123, A)
ops.map(lambda r: r, S)
ops.scan(lambda c, r: (c, c), A, None)
ops.associative_scan(lambda p, q: p + q, A, axis=5)
ops.associative_scan(lambda p, q: p + q, S)
ops.associative_scan(lambda p, q: (p[0] + q[0], p[1] + q[1]), (A, A[:1]))
ops.jvp(lambda t: ops.sum(t, axis=7), (A,), (A,))
ops.switch(0, [lambda t: ops.sum(t, axis=7), lambda t: t], A)
""".splitlines()
IN_LAYERS = """\
ops.scan(lambda c, r: (ops.sum(c), r), A, A)
ops.scan(lambda c, r: (c, r), A, A, length=5)
ops.fori_loop(0, 3, lambda i, t: ops.sum(t, axis=4), A)
ops.fori_loop(0, 3, lambda i, t: ops.sum(t, axis=1), A)
ops.fori_loop(0, 3, 123, A)
ops.while_loop(lambda i, t: i < 3, lambda i, t: (i + 1, ops.sum(t, axis=1)), (0, A))
ops.while_loop(lambda t: True, 123, (A,))
ops.switch(0, [lambda t: t, lambda t: t[0]], A)
ops.switch(0, [], A)
ops.switch(0, lambda t: t, A)
ops.switch(1, [lambda t: t, 5], A)
ops.cond(S > 0, lambda: A + 1, lambda: A[0])
ops.jvp(lambda t: t + 1, (A,), (A[0],))
ops.corrcoef(A)
ops.stft(A, 4, 2, 4, window=np.ones(3))
""".splitlines()
OF_SYMBOLIC = """\
ops.while_loop(lambda i, t: i < 3, lambda i, t: (i + 1, t), (0, A))
ops.switch(0, [], A)
ops.switch(0, lambda t: t, A)
ops.average(A, axis=(1, 2))
""".splitlines()
OF_ARRAYS = """\
ops.scan(lambda c, r: (c, r), A, A, length=5)
ops.jvp(lambda t: t + 1, (A,), (A[0],))
ops.corrcoef(A)
ops.stft(A, 4, 2, 4, window=np.ones(3))
""".splitlines()
TAKEN = """\
ops.map(lambda r: r * 2, A)
ops.map(lambda r: ops.sum(r["x"] + r["y"], axis=-1), {"x": A, "y": A})
ops.scan(lambda c, r: (c + r, c + r), A[0], A)
ops.associative_scan(lambda p, q: (p[0] + q[0], p[1] + q[1]), (A, A[:, :1]))
ops.vectorized_map(lambda r: ops.max(r, axis=0), A)
ops.jvp(lambda t: ops.sum(t, axis=1), (A,), (A,))
ops.while_loop(lambda t: ops.max(t) < 3, lambda t: t + 1, A)
ops.fori_loop(0, 3, lambda i, t: t * 2, A)
ops.switch(0, [lambda t: t, lambda t: t * 2], A)
ops.stft(A, 4, 2, 4, window=np.ones(4))
""".splitlines()
TAKEN_IN_LAYERS = """\
ops.while_loop(lambda i, t: i < 3, lambda i, t: (i + 1, t * 2), (0, A))
ops.cond(S > 0, lambda: A + 1, lambda: A * 2)
ops.multi_hot(ops.cast(S, "int32"), 5)
""".splitlines()


def symbolic(call: str) -> str:
    return f"{HEAD}y = {call.replace('A', 'a').replace('S', 's')}\n"


def array(call: str) -> str:
    return f"{HEAD}y = {call.replace('A', 'v').replace('S', 'n')}\n"


def in_layer(call: str) -> str:
    body = call.replace("A", "z[0]").replace("S", "z[1]")
    layer = f"class Own(layers.Layer):\n    def call(self, z):\n        return {body}\n"
    return f"{HEAD}{layer}y = Own()([a, s])\n"


def refused_by_keras(text: str) -> bool:
    try:
        exec(text, {})  # our own text
    except Exception:  # of any kind
        return True
    return False


def told(text: str) -> bool:
    return any(d.code.startswith("CAT1") for d in analyze(text, "functions.py").diagnostics)


PROGRAMS = [
    *((call, place) for call in EVERYWHERE for place in (symbolic, in_layer, array)),
    *((call, in_layer) for call in IN_LAYERS),
    *((call, symbolic) for call in OF_SYMBOLIC),
    *((call, array) for call in OF_ARRAYS),
]
GOOD = [
    *((call, place) for call in TAKEN for place in (symbolic, in_layer, array)),
    *((call, in_layer) for call in TAKEN_IN_LAYERS),
]


@pytest.mark.parametrize(("call", "place"), PROGRAMS)
def test_refused(call: str, place: object) -> None:
    text = place(call)  # type: ignore[operator]
    assert refused_by_keras(text)
    assert told(text)


@pytest.mark.parametrize(("call", "place"), GOOD)
def test_taken(call: str, place: object) -> None:
    text = place(call)  # type: ignore[operator]
    assert not refused_by_keras(text)
    assert not told(text)
