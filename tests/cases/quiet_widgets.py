"""The defaults of a function that widgets are made for say how far a slider goes."""

import keras
import numpy as np
from ipywidgets import interact, widgets

net = keras.Sequential([keras.Input((2,)), keras.layers.Dense(4)])


@interact
def explore(first=(-5, 5, 0.1), second=(-5, 5, 0.1)):
    return net(np.array([[first, second]], dtype="float32"))


@widgets.interact_manual
def explore_slowly(first=(-5, 5, 0.1), second=(-5, 5, 0.1)):
    return net(np.array([[first, second]], dtype="float32"))
