"""What a set, a dict or a comprehension of things that are not known holds is not known either."""

import os
from pathlib import Path

import keras
from keras import layers

text = Path(os.__file__).read_text(encoding="utf-8")
first, last = text.split()[0], text.split()[-1]
image = keras.Input((8, 8, 3))

kinds = {first, last}
wide = layers.Conv2D(3 if 'r"""OS' in kinds else 5, 3, padding="same")(image)
layers.Add()([image, wide])

sizes = {first: 3}
deep = layers.Conv2D(3 if 'r"""OS' in sizes else 5, 3, padding="same")(image)
layers.Add()([image, deep])

given = {"environ": 3, "path": 5}
taken = {name: given.pop(name) for name in list(given) if name in text}
narrow = layers.Conv2D(5 if given else 3, 3, padding="same")(image)
layers.Add()([image, narrow])
left = [given.setdefault(name, 3) for name in ("environ",) if name in text]
other = layers.Conv2D(given.get("environ", 5), 3, padding="same")(image)
layers.Add()([image, other])
