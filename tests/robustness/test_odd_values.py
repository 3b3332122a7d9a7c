"""Whatever stands where a layer, a tensor or a size is wanted: a report, and no fault of ours."""

from __future__ import annotations

import pytest
from large_bombs import USING

from flake8_concat.analysis import analyze

VALUES = (
    "layers.Nope", "layers.Dense", "layers.Dense(3).call", "layers.Dense.call", "keras", "keras.layers", "keras.Sequential",
    "keras.ops.add", "keras.losses.nope", "tf.nn.relu", "tf.nope", "unknown", "len", "super", "lambda a: a", "A", "A()", "A().a",
    "g()", "iter([])", "range(3)", "[layers.Dense(3)]", "[[]]", "()", "{}", "{'a': x}", "{1}", "3", "1.5", "1j", "-1", "True", "None", "...",
    "'a'", "b''", "x", "[x]", "x.shape", "m", "m.add", "np.zeros(3)", "np.zeros", "x.dtype", "x > 1", "type(x)", "3 if u else x", "x if u else None",
    "slice(3)", "property(3)", "ValueError('a')", "open('a')", "m.layers", "m.layers[0]", "m.output", "keras.Input", "keras.Input((3,))",
)  # fmt: skip
USES = (
    "keras.Sequential([q, {}])", "keras.Sequential([q, {}, layers.Dense(3)])(x)", "keras.Sequential([layers.Dense(3), {}])(x)",
    "keras.Sequential({})", "keras.Sequential(layers={}, name={})", "m.add({})", "m.add({}); m.pop()", "keras.Model(x, {})", "keras.Model({}, x)",
    "keras.Model(x, m({}))", "keras.Model(inputs=[x, {}], outputs=dict(a={}))", "keras.models.clone_model({})", "m.get_layer({})", "m.layers[{}]",
    "layers.TimeDistributed({})(x)", "layers.Bidirectional({})(x)", "layers.RNN({})(x)", "layers.StackedRNNCells([{}])", "layers.SpectralNormalization({})(x)",
    "layers.Wrapper({})(x)", "layers.Pipeline([{}])(x)", "layers.Concatenate()([x, {}])", "layers.Concatenate({})([x, x])", "layers.Add()({})",
    "layers.Dense({})(x)", "layers.Dense(3)({})", "layers.Dense(3, {}, name={})(x)", "layers.Dense(**{})(x)", "layers.Dense(*{})(x)",
    "layers.Lambda({})(x)", "layers.Reshape({})(x)", "layers.Permute({})(x)", "layers.Embedding({}, {})(x)", "layers.MultiHeadAttention({}, {})({}, {})",
    "layers.LSTM({})(q, initial_state={})", "layers.Dot({})([q, q])", "layers.Conv2D({}, {}, {}, {})(x)", "layers.Layer.from_config({})",
    "layers.deserialize({})", "keras.Input({})", "keras.Input(tensor={})", "keras.ops.concatenate([x, {}], {})", "keras.ops.reshape({}, {})",
    "keras.ops.cond({}, {}, {})", "keras.ops.while_loop({}, {}, {})", "keras.ops.scan({}, {}, {})", "keras.ops.vectorized_map({}, {})",
    "keras.ops.einsum({}, {})", "tf.concat({}, {})", "tf.map_fn({}, {})", "tf.reshape({}, {})", "tf.split({}, {}, {})", "x + {}", "{} + x", "{} @ x",
    "x[{}]", "x[{}, {}]", "-({})", "~({})", "x.shape[{}]", "x.shape == {}", "x.reshape({})", "np.concatenate({})", "np.zeros({}) + {}", "m.fit({}, {})",
    "m.predict({})", "m.compile({}, {}, {})", "m.fit({}, epochs={}, validation_data={})", "m.build({})", "m.set_weights({})", "m.summary({})",
    "keras.applications.VGG16(weights=None, input_tensor={})", "keras.applications.VGG16(weights=None, input_shape={}, include_top={})",
    "setattr(m, 'a', {})", "getattr({}, 'a')", "{}.a", "{}[0]", "{}()", "{}(x)", "{}.__class__", "with {} as w: w", "for w in {}: w(x)", "[*{}]", "dict(**{})",
    "class B({}): pass", "B2 = type('B', ({},), dict(a=3)); B2()(x)", "f({})", "f(*{}, **{})", "isinstance({}, {})", "assert x.shape == {}", "raise {}",
    "keras.tree.map_structure({}, {})", "functools.partial({}, {})(x)", "functools.reduce({}, [x, x], {})", "list(map({}, [x]))", "sorted([{}, x], key={})",
    "del x[{}]", "w, *v = {}", "x.shape[1:] + {}", "f'{{odd!r:>{{odd}}}}'", "'%s' % {}", "lambda w={}: w", "{} if {} else {}", "not {} in {}", "keras.backend.int_shape({})",
    "keras.utils.plot_model({})", "keras.utils.to_categorical({}, {})", "L({})(x)", "L(3)({})", "M({})(x)", "M(3)({})", "M(3).build({})", "s.add({})", "s({})",
)  # fmt: skip
HEAD = """import keras, functools, math, collections, itertools, random
import numpy as np
import tensorflow as tf
from keras import layers
class A: pass
class L(layers.Layer):
    def __init__(self, a):
        super().__init__()
        self.a = a
        self.d = layers.Dense(3)
    def build(self, shape):
        self.w = self.add_weight(shape=(shape[-1], self.a))
    def call(self, x):
        return self.d(x) + self.a
class M(keras.Model):
    def __init__(self, a):
        super().__init__()
        self.a = [a, layers.Dense(3)]
    def call(self, x):
        for a in self.a:
            x = a(x)
        return x
def g():
    yield 1
def f(*a, **b):
    return a
a = [1, 2]
n = 3
"""
START = """x = keras.Input((8, 8, 3))
q = keras.Input((6, 8))
m = keras.Sequential([q, layers.Dense(3)])
s = keras.Sequential()
"""


def program(value: str, *, called: bool) -> str:
    """All uses of a value, in the module or in a function that nothing calls."""
    text = HEAD + (START if called else "def main(u):\n" + indented(START, "    "))
    margin = "" if called else "    "
    for use in (*USES, *USING):
        line = use.replace("{}", "odd").replace("{{", "{").replace("}}", "}")
        text += indented(
            f"try:\n    odd = {value}\n    {line}\nexcept Exception:\n    pass", margin
        )
    return text


def indented(text: str, margin: str) -> str:
    return "".join(f"{margin}{line}\n" for line in text.splitlines())


@pytest.mark.parametrize("called", [True, False])
@pytest.mark.parametrize("value", VALUES)
def test_no_fault(value: str, called: bool) -> None:
    report = analyze(program(value, called=called), "odd.py")
    assert report.internal_error is None
    assert report.facts is not None, report.problem
    assert report.shapes is not None
