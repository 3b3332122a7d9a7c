"""How programs are spoiled: what `test_fuzz.py` and the coverage-guided fuzzer have in common."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

Draw = Callable[[int], int]  # a number from 0 to the one given
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
WORDS = (
    *"()[]{},.:=*-+#'\"\\0 \n\t;@%&|^~<>!?$`", "\0", "\x0c", "\r", "é", "∑", "\ufeff", "**", "//", "->", ":=", "...", "==", "if", "else",
    "elif", "for", "in", "while", "def", "class", "lambda", "return", "yield", "await", "async", "not", "and", "or", "is", "None",
    "True", "x", "y", "self", "keras", "layers", "-1", "0", "1", "2", "1e9", "10**9", "None,", "[x, x]", "(x)", "*x", "**x", "axis",
    "super().__init__()", "x.shape", "[-1]", "f'{x}'", "try", "except", "finally", "with", "as", "import", "from", "global", "del",
)  # fmt: skip
LONGEST = 100_000  # characters; a doubled word is one word twice as long to the next mutation
_WORD = re.compile(r"\w+|[^\w\s]|\s+")


def _lines(change: Callable[[list[str], Draw], object]) -> Callable[[str, Draw], str]:
    def mutate(text: str, draw: Draw) -> str:
        lines = text.split("\n")
        change(lines, draw)
        return "\n".join(lines)

    return mutate


def _words(change: Callable[[list[str], Draw], object]) -> Callable[[str, Draw], str]:
    def mutate(text: str, draw: Draw) -> str:
        words = _WORD.findall(text) or [""]
        change(words, draw)
        return "".join(words)

    return mutate


def _drop(parts: list[str], draw: Draw) -> None:
    first = draw(len(parts) - 1)
    del parts[first : first + 1 + draw(2)]


def _double(parts: list[str], draw: Draw) -> None:
    parts.insert(draw(len(parts)), parts[draw(len(parts) - 1)])


def _swap(parts: list[str], draw: Draw) -> None:
    i, j = draw(len(parts) - 1), draw(len(parts) - 1)
    parts[i], parts[j] = parts[j], parts[i]


def _indent(lines: list[str], draw: Draw) -> None:
    first = draw(len(lines) - 1)
    for i in range(first, min(first + 1 + draw(3), len(lines))):
        lines[i] = "    " + lines[i]


def _dedent(lines: list[str], draw: Draw) -> None:
    i = draw(len(lines) - 1)
    lines[i] = lines[i][draw(4) :]


def _insert(lines: list[str], draw: Draw) -> None:
    lines.insert(draw(len(lines)), SNIPPETS[draw(len(SNIPPETS) - 1)])


def _cut(lines: list[str], draw: Draw) -> None:
    del lines[draw(len(lines)) :]


def _replace(words: list[str], draw: Draw) -> None:
    words[draw(len(words) - 1)] = WORDS[draw(len(WORDS) - 1)]


def _put(words: list[str], draw: Draw) -> None:
    words.insert(draw(len(words)), WORDS[draw(len(WORDS) - 1)])


MUTATIONS: tuple[Callable[[str, Draw], str], ...] = (
    *map(_lines, (_drop, _double, _swap, _indent, _dedent, _insert, _cut)),
    *map(_words, (_drop, _double, _swap, _replace, _put, _replace, _put)),
)


def program(data: bytes, texts: Sequence[str]) -> str:
    """A program from bytes: some texts one after the other, spoiled a few times."""
    numbers = [*data]

    def draw(most: int) -> int:
        """Two bytes for what does not fit into one."""
        number = 0
        for _ in range(1 + (most > 255) + (most > 65535)):
            number = number * 256 + (numbers.pop(0) if numbers else 0)
        return number % (most + 1) if most > 0 else 0

    text = "import keras\n" + "".join(texts[draw(len(texts) - 1)] for _ in range(1 + draw(2)))
    while numbers and len(text) < LONGEST:
        text = MUTATIONS[draw(len(MUTATIONS) - 1)](text, draw)
    return text
