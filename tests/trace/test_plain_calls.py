"""What comes of plain calls is what comes of them the long way."""

import re

import pytest

from flake8_concat.keras.layer import Layer
from flake8_concat.trace.keras_calls import KerasCalls
from flake8_concat.trace.plain_calls import PlainCalls
from flake8_concat.trace.plain_operators import PlainOperators
from flake8_concat.trace.source import Source
from flake8_concat.trace.tracer import Tracer, trace

HEAD = """
from keras import Input, Model, layers

def block(x, filters, name=None):
    y = layers.Conv2D(filters, 3, padding="same", name=name)(x)
    y = layers.BatchNormalization()(y)
    return layers.Activation("relu")(y)

x = Input((32, 32, 3))
"""
PROGRAMS = {
    "blocks": "for i in range(3):\n    x = layers.concatenate([x, block(x, 8, f'b{i}')])\n",
    "functions": "y = layers.add([block(x, 8), block(x, 8)])\nz = layers.add([y, y], name='last')\n"
    "layers.multiply([y, z])\nlayers.concatenate([z, y], axis=1)\nlayers.Add()([y, z])\n",
    "open sizes": "for i in range(2):\n    a = Input((None, None, 3))\n"
    "    b = block(block(a, 8), 8)\n    c = layers.add([b, b])\n",
    "called again": "one = layers.Conv2D(3, 3, padding='same')\ntwo = layers.Conv2D(3, 3, "
    "padding='same')\none(one(x))\ntwo(two(x))\ntwo(Input((16, 16, 3)))\none(Input((32, 32, 4)))\n",
    "refused": "y = block(x, 8)\nz = layers.MaxPooling2D()(block(x, 8))\nfor _ in range(2):\n"
    "    layers.add([y, z])\n    layers.Concatenate()([y, z])\n",
    "built in a branch": "one = layers.Dense(3)\ntwo = layers.Dense(3)(x)\nif sizes:\n    one(x)\n"
    "one(Input((5,)))\n",
    "models": "m = Model(x, layers.add([block(x, 8), block(x, 8)]))\nm(x)\nm(x)\n"
    "m.get_layer('add').output\nm.layers[1].name\n",
}

LONG = KerasCalls.make_layer


def told(text: str) -> list[tuple[object, ...]]:
    """All that is written down of a program."""
    return [
        (e.kind, e.callee, e.value.name if isinstance(e.value, Layer) else "",
         re.sub(" at 0x[0-9a-f]+", "", f"{e.value} {e.outcome} {e.inputs} {e.args} {dict(e.kwargs)} {dict(e.bound)}"),
         e.certain, e.created is not None, getattr(e.operation, "name", None),
         str(getattr(e.operation, "built", None)))
        for e in trace(Source(text, "a.py")).events
    ]  # fmt: skip


@pytest.mark.parametrize("name", PROGRAMS)
def test_the_long_way_gives_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    answered = []
    shortcut = PlainCalls._answered

    def counted(*args: object, **kwargs: object) -> object:
        found = shortcut(*args, **kwargs)  # type: ignore[arg-type]
        answered.append(found is not None)
        return found

    monkeypatch.setattr(PlainCalls, "_answered", counted)
    soon = told(HEAD + PROGRAMS[name])
    assert any(answered)
    monkeypatch.setattr(PlainCalls, "_answered", lambda *args, **kwargs: None)
    assert soon == told(HEAD + PROGRAMS[name])


# Layers that are made again at one place of the program.
MADE = {
    "names": "for n in ('a', None, 'b', 'a/b', ''):\n    layers.Dense(8, name=n)(x)\n",
    "aliases": "for _ in range(3):\n    x = layers.MaxPool2D(2)(x)\n",
    "kinds of numbers": "for rate in (1, 1.0, True, 0, False):\n    layers.Dropout(rate)(x)\n",
    "lists": "sizes = [3, 3]\nfor n in (1, 2, 3):\n    layers.Conv2D(8, sizes)(x)\n"
    "    sizes[0] = n\n",
    "dicts": "config = {'class_name': 'Zeros', 'config': {}}\nfor name in ('Zeros', 'Zeros', 'No'):\n"
    "    config['class_name'] = name\n    layers.Conv2D(8, 3, kernel_initializer=config)(x)\n",
    "data formats": "for form in ('channels_last', 'channels_first', 'channels_last'):\n"
    "    keras.backend.set_image_data_format(form)\n    layers.Conv2D(8, 3)(x)\n",
    "refused": "for n in (3, 0, 3, 0, '3'):\n    layers.Conv2D(n, 3)(x)\n",
    "classes": "for kind in (layers.Dense, layers.Embedding, layers.Dense):\n    kind(8)(x)\n",
    "by name and by place": "for given in ({'units': 8}, {'activation': 'relu', 'units': 8}) * 2:\n"
    "    layers.Dense(**given)(x)\n",
    "constants beside": "for n in (3, 5, 3):\n    layers.Conv2D(8, kernel_size=n, padding='same', "
    "name=None if n == 5 else f'c{n}')(x)\n",
    "partial": "from functools import partial\nfor n in (3, 5, 3, 5):\n"
    "    make = partial(layers.Conv2D, 8, kernel_size=n)\n    make(padding='same')(x)\n",
    "given by something else": "for made in [layers.Dense(8), layers.Dense(8)] * 2:\n"
    "    next(iter([made]))(x)\nfor n in (1, 2, 1):\n    last = layers.Dense(n)\n"
    "    next(iter([last]))(x)\n    [last].pop()(x)\n",
    "set later": "for n in range(3):\n    one = layers.Dense(8)\n    one.units = n + 1\n"
    "    one(x)\n",
    "free sizes": "def f(n, x):\n    for _ in range(3):\n        x = layers.Dense(n)(x)\n",
}


@pytest.mark.parametrize("name", MADE)
def test_layers_made_the_long_way_are_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"import keras\n{HEAD}{MADE[name]}"
    soon = told(text)
    monkeypatch.setattr(PlainCalls, "make_plainly", lambda *args, **kwargs: None)
    assert soon == told(text)


def test_layers_are_made_again_the_short_way(monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    monkeypatch.setattr(KerasCalls, "make_layer", lambda *args: made.append(args) or LONG(*args))
    trace(Source(HEAD + "for i in range(9):\n    x = block(x, 8, f'b{i}')\n", "a.py"))
    assert len(made) == 3


# Operators on tensors.
OPERATED = {
    "numbers": "for i in range(2):\n    y = (x + 3.0) * (1 / 6) - 2 // x % 3\n    y = x * True + 0j\n",
    "two": "for i in range(2):\n    y = block(x, 3) * x / x ** x\n    x - layers.Dense(1)(x)\n"
    "    layers.GlobalAveragePooling2D(keepdims=True)(x) * x\n",
    "refused": "for i in range(2):\n    x + block(x, 8)\n    x + 'a'\n    x @ x\n    x & 1\n    x + None\n",
    "open sizes": "for i in range(2):\n    a, b = Input((None, 3)), Input((None, 3))\n"
    "    a + b\n    a + a\n    layers.Dense(1)(a) * a\n    a[:, 1:] * a[:, :1]\n",
    "other values": "import numpy as np\nfor v in (np.ones(3), np.float32(2), [1, 2, 3], 1.5):\n"
    "    x * v\n    v * x\n    v * v\n",
    "in a layer": "class Scale(layers.Layer):\n    def build(self, shape):\n"
    "        self.gamma = self.add_weight(shape=(shape[-1],))\n    def call(self, x):\n"
    "        return x * self.gamma + self.gamma * 2\nfor i in range(2):\n    Scale()(x)\n"
    "layers.Lambda(lambda t: t / 2 + t)(x)\n",
}


@pytest.mark.parametrize("name", OPERATED)
def test_operators_the_long_way_give_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    answered = []
    shortcut = PlainOperators.operate_plainly

    def counted(*args: object) -> object:
        found = shortcut(*args)  # type: ignore[arg-type]
        answered.append(found is not None)
        return found

    monkeypatch.setattr(PlainOperators, "operate_plainly", counted)
    soon = told(HEAD + OPERATED[name])
    assert any(answered) or name == "refused"
    monkeypatch.setattr(PlainOperators, "operate_plainly", lambda *args: None)
    assert soon == told(HEAD + OPERATED[name])


def test_what_only_calculates_is_run_once_for_each_value() -> None:
    text = "def f(n):\n    return n * 2\ndef g(n):\n    print(n)\n    return n\n"
    tracer = Tracer(Source(text + "for i in (1, 2, 1, 2.0):\n    f(i)\n    g(i)\n", "a.py"))
    tracer.run()
    f, g = (function.code.calculates for function in tracer.functions)
    assert len(f.answers) == 3
    assert not g.answers
