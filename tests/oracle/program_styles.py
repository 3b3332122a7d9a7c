"""The ways to import Keras: a program's text in one of them."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

PLAIN = "import keras\n"
IMPORTED = "from keras import layers, ops\n"


def _renamed(text: str, imports: str, *pairs: tuple[str, str]) -> str:
    """The program with other imports and other words for `layers.`, `ops.` and `keras.`."""
    text = text.replace(PLAIN, "").replace(IMPORTED, "\0")
    for old, new in pairs:
        text = re.sub(old, new, text)
    return text.replace("\0", imports)


def _each(text: str) -> str:
    """Every layer imported by name."""
    names = sorted(set(re.findall(r"\blayers\.(\w+)", text)) - {"append"})
    names = [n for n in names if f"keras.layers.{n}" not in text]
    imports = "import keras\nfrom keras import layers, ops\n"
    imports += f"from keras.layers import ({', '.join(names)})\n" if names else ""
    return _renamed(text, imports, *((rf"(?<![\w.])layers\.{n}\b", n) for n in names))


STYLES: list[Callable[[str], str]] = [
    lambda text: text,
    lambda text: _renamed(text, "from tensorflow import keras\nfrom tensorflow.keras import layers, ops\n"),
    lambda text: _renamed(
        text, "import keras\nimport keras.layers as L\nimport keras.ops as K\n",
        (r"(?<![\w.])layers\.", "L."), (r"\(layers, ", "(L, "), (r"(?<![\w.])ops\.", "K."),
    ),
    lambda text: _renamed(
        text, "import tensorflow as tf\n",
        (r"(?<![\w.])keras\.", "tf.keras."), (r"(?<![\w.])layers\.", "tf.keras.layers."),
        (r"\(layers, ", "(tf.keras.layers, "), (r"(?<![\w.])ops\.", "tf.keras.ops."),
    ),
    lambda text: _renamed(
        text, "import keras as ks\nfrom keras import layers as nn\nfrom keras import ops as o\n",
        (r"(?<![\w.])keras\.", "ks."), (r"(?<![\w.])layers\.", "nn."),
        (r"\(layers, ", "(nn, "), (r"(?<![\w.])ops\.", "o."),
    ),
    _each,
]  # fmt: skip


def styled(text: str, seed: int) -> str:
    """The program with Keras imported in some way."""
    return random.Random(seed).choice(STYLES)(text)
