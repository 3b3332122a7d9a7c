"""What is read of lists and dicts of tensors that is in them, or may be."""

import keras
import numpy as np
import other
from keras import layers

left, right = keras.Input((8, 8, 3), name="left"), keras.Input((8, 8, 3), name="right")
both = [left, right]
both[1], both[-2], both[:5], both[5:]
first, *rest = both
named = {"left": left, "right": right}
named.get("middle")
try:
    named["middle"]
except KeyError:
    named["middle"] = left
named["middle"]

with other.session():
    known, told = [left, right], {"left": left}
    other.fill(known)
    other.fill(told)
    known[2], told["right"]
    one, two, three = known

    grown = []
    for size in other.sizes():
        grown.append(keras.Input((size,)))
    grown[3]
    more = [keras.Input((4,)) for _ in range(3)]
    more += other.more()
    more[4]
    mixed = {**named, **other.named()}
    mixed["up"]
    if other.wanted:
        both = [*both, left]
    both[2]

arrays = {"x": np.zeros((3, 4))}


def fill(target):
    target["y"] = np.zeros((3, 2))


fill(arrays)
arrays["y"]


class Parts:
    def __init__(self):
        self.parts = [layers.Dense(3)(left)]
        self.named = {"left": left}


parts = Parts()
with other.session():
    other.run(parts)
    parts.parts[1], parts.named["right"]
    up, down = parts.parts


def taken_apart(inputs, count):
    try:
        a, b, c = inputs
    except ValueError:
        a, b = inputs
        c = a
    return c


taken_apart([left, right], 2)
