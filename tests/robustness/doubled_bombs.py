"""What holds one thing twice, sixty levels deep, in each place where someone may walk it.

Of models and layers: called on other sizes, copied, counted, saved. Of the collections that are made
by the library: in each place where plain ones stand in the other bombs.
"""

from __future__ import annotations

MORE = "import numpy as np, collections, dataclasses, json\nimport tensorflow as tf\n"
ANY = "keras.Input((None, None, 3))"

# How each begins, and what is done again and again.
MODELS = {
    "sequentials": ("layers.Conv2D(3, 3, padding='same')", "keras.Sequential([m, m])"),
    "built sequentials": (f"keras.Sequential([{ANY}, layers.Dense(3)])", "keras.Sequential([m, m])"),
    "functionals": ("layers.Dense(3)", "keras.Model(q, m(m(q)))"),
    "functionals of one tensor": ("layers.Dense(3)", "keras.Model(q, layers.Add()([m(q), m(q)]))"),
    "functionals that grow": ("layers.ZeroPadding2D()", "keras.Model(q, m(m(q)))"),
    "layers over time": ("layers.Dense(3)", "layers.TimeDistributed(keras.Sequential([m, m]))"),
    "pipelines": ("layers.Rescaling(0.5)", "layers.Pipeline([m, m])"),
    "cells": ("layers.LSTMCell(3)", "layers.StackedRNNCells([m, m])"),
    "directions": ("layers.LSTM(3)", "layers.Bidirectional(m, backward_layer=m)"),
    "layers of the program": ("layers.Dense(3)", "Twice(m)"),
}  # fmt: skip
TWICE = """class Twice(layers.Layer):
    def __init__(self, inner):
        super().__init__()
        self.inner = [inner, inner]
    def call(self, x):
        for layer in self.inner:
            x = layer(x)
        return x
"""
USES_OF_MODELS = (
    "m(x)", "m(keras.Input((16, 9, 3)))", "m(keras.Input((4, 3)))", "m([x, x])", "m({'a': x})",
    "m(np.ones((2, 8, 8, 3)))", "m.predict(np.ones((2, 5, 5, 3)))", "m.weights", "m.count_params()",
    "m.summary()", "m.get_layer('dense')", "m.layers[0].layers[1](x)", "m.compute_output_shape((None, 5, 5, 3))",
    "m.build((None, 7, 7, 3))", "keras.models.clone_model(m)(keras.Input((5, 5, 3)))", "m.get_config()",
    "m.set_weights(m.get_weights())", "layers.RNN(m)(keras.Input((5, 3)))", "m.pop()", "m.add(m)",
    "layers.TimeDistributed(m)(keras.Input((5, 8, 8, 3)))", "keras.layers.deserialize(keras.layers.serialize(m))",
    "keras.Model(x, layers.Dense(3)(m(x)))(keras.Input((16, 16, 3)))", "keras.Sequential([m, m])(x)",
)  # fmt: skip
COLLECTIONS = {
    "lists of numbers": ("[1]", "[c, c]"),
    "tuples as keys": ("(1,)", "(c, c)"),
    "records": ("P(1, x)", "P(c, c)"),
    "dataclasses": ("D(1, x)", "D(c, c)"),
    "dicts of one kind": ("collections.defaultdict(list)", "twice(c)"),
    "queues": ("collections.deque([x])", "collections.deque([c, c])"),
}
TYPES = """P = collections.namedtuple('P', 'a b')
@dataclasses.dataclass(frozen=True)
class D:
    a: object
    b: object
def twice(c):
    made = collections.defaultdict(list)
    made['a'], made['b'] = c, c
    return made
class L(layers.Layer):
    def call(self, x): return c
    def compute_output_shape(self, s): return c
"""
USES_OF_COLLECTIONS = (
    "keras.Model(x, c)", "keras.Model(c, c)", "layers.Dense(c)(x)", "layers.Dense(3)(c)", "layers.concatenate(c)",
    "keras.ops.stack(c)", "tf.concat(c, -1)", "np.stack(c)", "np.array(c)", "np.reshape(c, (-1,))", "np.prod(c)",
    "c == c", "c == [c]", "c in [c]", "c < c", "d[c]", "d[c] = 1", "{c: 1}", "hash(c)", "del d[c]", "str(c)",
    "dataclasses.asdict(c)", "L()(x)", "L()(c)", "L().compute_output_shape(c)", "layers.Lambda(lambda y: c)(x)",
    "layers.Lambda(len, output_shape=lambda s: c)(x)", "layers.Dense(3).compute_output_shape(c)", "keras.Input(c)",
    "keras.tree.flatten(c)", "keras.layers.deserialize(c)", "layers.TimeDistributed(c)(x)", "x + c", "x[c]",
    "json.dumps(c)", "match(c)", "c if u else d", "layers.Reshape(c)(x)", "keras.ops.zeros(c)", "unknown(c)",
)  # fmt: skip


def _program(head: str, uses: tuple[str, ...]) -> str:
    """All uses in one program, each on its own: one that raises would be the end of it."""
    lines = (use if " = " in use or use.startswith("del ") else f"v = {use}" for use in uses)
    return (
        MORE + head + "".join(f"try:\n    {line}\nexcept Exception:\n    pass\n" for line in lines)
    )


def _model(start: str, step: str) -> str:
    again = f"for i in range(40):\n    q = {ANY}\n    m = {step}\n"
    return _program(f"{TWICE}m = {start}\n{again}", USES_OF_MODELS)


def _collection(start: str, step: str) -> str:
    again = f"for i in range(60):\n    c = {step}\n"
    return _program(f"{TYPES}d = {{}}\nc = {start}\n{again}", USES_OF_COLLECTIONS)


AGAIN = "for i in range(1400):\n"
MANY = {  # calls of what is still small enough to be walked
    "a model of models in a loop": f"m = layers.Conv2D(3, 3, padding='same')\nfor i in range(12):\n    q = {ANY}\n    m = keras.Model(q, m(m(q)))\n"
    f"{AGAIN}    m(keras.Input((i + 9, 9, 3)))\n    m.predict(np.ones((4, i + 9, 9, 3)))\n    m.compute_output_shape((None, i + 9, 9, 3))\n"
    "    keras.models.clone_model(m)(x)\n    layers.TimeDistributed(m)(keras.Input((3, i + 9, 9, 3)))\n    m.weights\n",
    "pipelines in a loop": f"m = layers.Rescaling(0.5)\nfor i in range(13):\n    m = layers.Pipeline([m, m])\n{AGAIN}    m(x)\n    m.get_config()\n",
    "dataclasses in a loop": f"{TYPES}c = 1\nfor i in range(13):\n    c = D(c, c)\n{AGAIN}    dataclasses.asdict(c)\n    c == c\n",
}  # fmt: skip
DOUBLED_BOMBS = {
    **{name: MORE + text for name, text in MANY.items()},
    **{f"doubled {name}": _model(*parts) for name, parts in MODELS.items()},
    **{f"doubled {name}": _collection(*parts) for name, parts in COLLECTIONS.items()},
}
